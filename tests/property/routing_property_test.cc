// Routes by contraction hierarchies against shortest_path, on random networks with every feature.

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "corridor/analysis/routing.h"
#include "corridor/analysis/shortest_path.h"
#include "support/generate.h"

namespace corridor {
namespace {

using test::Random;

struct Asked {
  Network network;
  Question question;
};

/// Every question has its own year, corridor and things to avoid, drawn from the seed.
Asked asked(std::uint64_t seed) {
  Random random(seed + 7'000'000);
  test::Sample const sample = test::sample(seed);
  Asked asked{test::build(sample.spec), {}};
  Network& network = asked.network;
  Question& question = asked.question;
  question = test::ask(network, sample.from, sample.to);
  if (random.percent(30)) question.year = static_cast<int>(random.between(2023, 2028));
  if (random.percent(30) && !network.corridors.empty()) {
    question.corridor = CorridorId(random.below(network.corridors.size()));
  }
  if (random.percent(20)) question.avoid_nodes = {NodeId(random.below(network.nodes.size()))};
  if (random.percent(20)) question.avoid_links = {LinkId(random.below(network.links.size()))};
  if (random.percent(10)) network.nodes[NodeId(random.below(network.nodes.size()))].closed = true;
  return asked;
}

std::vector<ElementRef> elements_of(Graph const& graph, Route const& route) {
  std::vector<ElementRef> elements;
  for (Leg const& leg : legs_of(graph, route)) elements.push_back(*graph.element(leg.arc));
  return elements;
}

std::vector<ElementRef> elements_of(RoutedWay const& way) {
  std::vector<ElementRef> elements;
  for (auto const& leg : way.legs) elements.push_back(leg.element);
  return elements;
}

void expect_same(Network const& network, Graph const& graph, Objective const& objective,
                 std::optional<Route> const& route, std::optional<RoutedWay> const& way) {
  ASSERT_EQ(way.has_value(), route.has_value());
  if (!route) return;
  EXPECT_EQ(way->amount, objective.amount(route->totals, kDefaultValueOfTime));
  EXPECT_EQ(way->links, route->links);
  EXPECT_EQ(way->transfers, static_cast<std::size_t>(route->gauge_changes + route->transshipments));
  EXPECT_EQ(elements_of(*way), elements_of(graph, *route));
  EXPECT_EQ(totals_of(network, *way), route->totals);
}

TEST(RoutingProperty, FindsTheRoutesOfShortestPathBetweenAllNodesByEveryObjective) {
  int ways = 0;
  int none = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    auto [network, question] = asked(seed);
    RoutingNetwork const routing(network);
    for (Objective const& objective : objectives()) {
      SCOPED_TRACE(testing::Message() << "seed " << seed << " by " << objective.name);
      RoutingWeights const weights(routing, network, question, objective);
      RouteQuery query(weights);
      for (NodeId const from : network.nodes.ids()) {
        for (NodeId const to : network.nodes.ids()) {
          if (from == to) continue;
          question.from = {from};
          question.to = {to};
          Graph const graph = compile(network, question);
          auto const route = shortest_path(network, graph, question, objective);
          expect_same(network, graph, objective, route, query.way(question.from, question.to));
          auto const amount = query.amount(from, to);
          ASSERT_EQ(amount.has_value(), route.has_value());
          ++(route ? ways : none);
          if (route) {
            EXPECT_EQ(*amount, objective.amount(route->totals, kDefaultValueOfTime));
          }
          if (HasFailure()) return;
        }
      }
    }
  }
  EXPECT_GT(ways, 10'000);
  EXPECT_GT(none, 1'000);
}

TEST(RoutingProperty, FindsTheRouteOfShortestPathBetweenSetsOfNodes) {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    auto const [network, question] = asked(seed);
    Graph const graph = compile(network, question);
    RoutingNetwork const routing(network);
    Objective const& objective = objectives()[seed % objectives().size()];
    SCOPED_TRACE(testing::Message() << "seed " << seed << " by " << objective.name);
    RoutingWeights const weights(routing, network, question, objective);
    expect_same(network, graph, objective, shortest_path(network, graph, question, objective),
                RouteQuery(weights).way(question.from, question.to));
    ASSERT_FALSE(HasFailure());
  }
}

/// Changes a link, transfer or passage in place, as a scenario would.
ElementRef change_something(Network& network, Random& random) {
  auto const change = [&](Element& element) {
    element.figures.time = Duration::of_parts(random.between(0, 3000));
    element.figures.cost = Cost::of_parts(random.between(0, 3000));
    if (random.percent(20)) element.figures.capacity = Limit(Capacity());
  };
  if (!network.transfers.empty() && random.percent(25)) {
    TransferId const id(random.below(network.transfers.size()));
    change(network.transfers[id].element);
    return {ElementKind::transfer, id.index()};
  }
  if (!network.passages.empty() && random.percent(25)) {
    PassageId const id(random.below(network.passages.size()));
    change(network.passages[id].element);
    return {ElementKind::passage, id.index()};
  }
  LinkId const id(random.below(network.links.size()));
  Link& link = network.links[id];
  if (random.percent(30)) link.status = link.status == Status::open ? Status::closed : Status::open;
  change(link.element);
  return {ElementKind::link, id.index()};
}

TEST(RoutingProperty, AnswersTheSameUpdatedAsMadeAnew) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    auto [network, question] = asked(seed);
    Random random(seed + 8'000'000);
    RoutingNetwork const routing(network);
    Objective const& objective = objectives()[seed % objectives().size()];
    RoutingWeights weights(routing, network, question, objective);
    for (int round = 0; round < 3; ++round) {
      std::vector<ElementRef> changed;
      for (std::int64_t i = random.between(1, 3); i > 0; --i) {
        changed.push_back(change_something(network, random));
      }
      weights.update(network, changed);
      RoutingWeights const anew(routing, network, question, objective);
      std::vector<NodeId> nodes;
      for (NodeId const node : network.nodes.ids()) nodes.push_back(node);
      ASSERT_EQ(amounts_between(weights, nodes, nodes), amounts_between(anew, nodes, nodes, 2))
          << "seed " << seed;
      for (NodeId const from : nodes) {
        for (NodeId const to : nodes) {
          if (from == to) continue;
          auto const mine = RouteQuery(weights).way(std::vector{from}, std::vector{to});
          auto const theirs = RouteQuery(anew).way(std::vector{from}, std::vector{to});
          ASSERT_EQ(mine.has_value(), theirs.has_value());
          if (!mine) continue;
          ASSERT_EQ(elements_of(*mine), elements_of(*theirs)) << "seed " << seed;
        }
      }
    }
  }
}

TEST(RoutingProperty, AnOrderThatIsKeptGivesTheSameAnswersAndAForeignOneIsRefused) {
  auto const [network, question] = asked(3);
  RoutingNetwork const routing(network);
  auto order = routing.order();
  RoutingNetwork const again(network, order);
  EXPECT_EQ(again.edge_count(), routing.edge_count());
  auto const reversed = std::vector<std::uint32_t>(order.rbegin(), order.rend());
  RoutingNetwork const otherwise(network, reversed);
  auto const* const time = find_objective("time");
  std::vector<NodeId> nodes;
  for (NodeId const node : network.nodes.ids()) nodes.push_back(node);
  auto const expected =
      amounts_between(RoutingWeights(routing, network, question, *time), nodes, nodes);
  for (auto const& each : {again, otherwise}) {
    EXPECT_EQ(amounts_between(RoutingWeights(each, network, question, *time), nodes, nodes),
              expected);
  }
  order.front() = order.back();
  EXPECT_THROW(RoutingNetwork(network, order), std::invalid_argument);
  order.pop_back();
  EXPECT_THROW(RoutingNetwork(network, order), std::invalid_argument);
}

TEST(RoutingProperty, RefusesANetworkWithOtherLinks) {
  Network const one = asked(3).network;
  Network const other = asked(4).network;
  RoutingNetwork const routing(one);
  EXPECT_TRUE(routing.fits(one));
  EXPECT_FALSE(routing.fits(other));
  EXPECT_THROW(RoutingWeights(routing, other, {}, objectives().front()), std::invalid_argument);
}

TEST(RoutingProperty, RefusesAmountsThatDoNotFit) {
  Network network = asked(3).network;
  for (Link& link : network.links) {
    link.element.figures.cost = Cost::of_parts(kMaxParts);
    link.element.figures.time = Duration::of_parts(kMaxParts - 1);
  }
  RoutingNetwork const routing(network);
  EXPECT_NO_THROW(RoutingWeights(routing, network, {}, *find_objective("cost")));
  auto const dear = ValueOfTime::of_parts(kMaxParts);
  EXPECT_THROW(RoutingWeights(routing, network, {}, *find_objective("generalised"), dear),
               std::overflow_error);
}

}  // namespace
}  // namespace corridor
