// Best routes on random networks against slow oracles and their own certificate.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/potentials.h"
#include "corridor/analysis/shortest_path.h"
#include "support/generate.h"
#include "support/oracle.h"

namespace corridor {
namespace {

using test::Random;

struct Asked {
  Network network;
  Question question;
};

/// Every question has its own year, corridor, vias and things to avoid, drawn from the seed.
Asked asked(std::uint64_t seed) {
  Random random(seed + 1'000'000);
  test::Sample const sample = test::sample(seed);
  Asked asked{test::build(sample.spec), {}};
  Network& network = asked.network;
  Question& question = asked.question;
  question = test::ask(network, sample.from, sample.to);
  auto const any_node = [&] { return NodeId(random.below(network.nodes.size())); };
  if (random.percent(30)) question.year = static_cast<int>(random.between(2023, 2028));
  if (random.percent(30) && !network.corridors.empty()) {
    question.corridor = CorridorId(random.below(network.corridors.size()));
  }
  for (std::int64_t vias = random.between(-3, 3); vias > 0; --vias) {
    question.via.push_back(any_node());
  }
  if (random.percent(20)) question.avoid_nodes = {any_node()};
  if (random.percent(20)) question.avoid_links = {LinkId(random.below(network.links.size()))};
  if (random.percent(10)) network.nodes[any_node()].closed = true;
  return asked;
}

std::vector<LinkId> links_of(Graph const& graph, Route const& route) {
  std::vector<LinkId> links;
  for (ArcId const arc : route.arcs) {
    if (graph.kind(arc) == ArcKind::link) links.emplace_back(graph.columns().element[arc]);
  }
  return links;
}

TEST(RouteProperty, IsTheBestOfAllWalksByEveryObjectiveWithTheFilesTieRule) {
  int found = 0;
  int none = 0;
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    auto const [network, question] = asked(seed);
    Graph const graph = compile(network, question);
    for (Objective const& objective : objectives()) {
      SCOPED_TRACE("seed " + std::to_string(seed) + " by " + std::string(objective.name));
      auto const oracle = test::best_route(network, question, objective);
      auto const route = shortest_path(network, graph, question, objective);
      ASSERT_EQ(route.has_value(), oracle.has_value());
      ++(route ? found : none);
      if (!route) continue;
      EXPECT_TRUE(objective.amount(route->totals, kDefaultValueOfTime) == oracle->amount);
      EXPECT_EQ(links_of(graph, *route), oracle->links);
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(found, 2000);
  EXPECT_GT(none, 2000);
}

TEST(RouteProperty, HoldsItsCertificate) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    auto const [network, question] = asked(seed);
    Graph const graph = compile(network, question);
    for (Objective const& objective : objectives()) {
      auto const route = shortest_path(network, graph, question, objective);
      if (!route) continue;
      EXPECT_EQ(violation(network, graph, question, objective, kDefaultValueOfTime, *route), "")
          << "seed " << seed << " by " << objective.name;
    }
    if (HasFailure()) return;
  }
}

/// What is wrong with a route's potentials when one of them is another.
std::string violation_with(Network const& network, Graph const& graph, Question const& question,
                           Objective const& objective, ProvenRoute proven, std::size_t stage,
                           std::size_t number, int more) {
  proven.potentials[stage][number].amount += more;
  return violation(network, graph, question, objective, kDefaultValueOfTime, proven.route,
                   proven.potentials);
}

TEST(RouteProperty, IsProvenByItsPotentialsAndNoOthers) {
  int raised = 0;
  int lowered = 0;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    auto const [network, question] = asked(seed);
    Graph const graph = compile(network, question);
    for (auto const* name : {"time", "cost"}) {
      auto const& objective = *find_objective(name);
      SCOPED_TRACE("seed " + std::to_string(seed) + " by " + std::string(objective.name));
      auto const route = shortest_path(network, graph, question, objective);
      auto const proven = proven_shortest_path(network, graph, question, objective);
      ASSERT_EQ(proven.has_value(), route.has_value());
      if (!proven) continue;
      EXPECT_EQ(proven->route.arcs, route->arcs);
      EXPECT_EQ(violation(network, graph, question, objective, kDefaultValueOfTime, *route,
                          proven->potentials),
                "");
      for (std::size_t stage = 0; stage < proven->potentials.size(); ++stage) {
        auto const& list = proven->potentials[stage];
        for (std::size_t i = 0; i < list.size(); ++i) {
          // True distances are the largest potentials, so no more of any of them can be left.
          EXPECT_NE(violation_with(network, graph, question, objective, *proven, stage, i, 1), "");
          ++raised;
          auto const on_route = [&](ArcId arc) { return graph.head(arc) == list[i].arrival; };
          if (!question.via.empty() ||
              std::none_of(route->arcs.begin(), route->arcs.end(), on_route)) {
            continue;
          }
          EXPECT_NE(violation_with(network, graph, question, objective, *proven, stage, i, -1), "");
          ++lowered;
        }
      }
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(raised, 2000);
  EXPECT_GT(lowered, 500);
}

TEST(RouteProperty, IsTheSameWithNarrowAndWideAmounts) {
  // A value of time beyond all reason pushes the sums out of 64 bits; times alone then decide as
  // long as they differ, and cost decides among equal times.
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    auto const [network, question] = asked(seed);
    Graph const graph = compile(network, question);
    Objective const& by = *find_objective("generalised");
    ValueOfTime const value = ValueOfTime::of_parts(kMaxParts);
    auto const oracle = test::best_route(network, question, by, value);
    auto const route = shortest_path(network, graph, question, by, value);
    ASSERT_EQ(route.has_value(), oracle.has_value()) << "seed " << seed;
    if (!route) continue;
    EXPECT_EQ(links_of(graph, *route), oracle->links) << "seed " << seed;
    auto const by_time = shortest_path(network, graph, question, *find_objective("time"));
    EXPECT_EQ(route->totals.time, by_time->totals.time) << "seed " << seed;
  }
}

TEST(RouteProperty, ExplainsEveryMissingRoute) {
  int explained = 0;
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    auto const [network, question] = asked(seed);
    Objective const& by = *find_objective("cost");
    bool const found = shortest_path(network, compile(network, question), question, by).has_value();
    if (found) continue;
    NoRoute const why = why_no_route(network, question, by);
    ++explained;
    EXPECT_FALSE(why.reason.empty()) << "seed " << seed;
    EXPECT_EQ(why.then.has_value(), !why.barriers.empty()) << "seed " << seed;
    EXPECT_EQ(why.cheapest.has_value() || !why.together.empty(), why.then.has_value())
        << "seed " << seed << ": " << why.reason;
  }
  EXPECT_GT(explained, 500);
}

TEST(RouteProperty, LongGeneratedNetworksHoldTheirCertificates) {
  std::vector<test::Instance> const instances = {
      test::corridor_instance(3, 40, 20, 5), test::grid_instance(12, 9, 6),
      test::rail_instance(600, 7), test::genrmf_instance(4, 8, 1, 100, 8)};
  for (auto const& [network, question, optimum] : instances) {
    Graph const graph = compile(network, question);
    for (Objective const& objective : objectives()) {
      auto const route = shortest_path(network, graph, question, objective);
      ASSERT_TRUE(route) << network.title;
      EXPECT_EQ(violation(network, graph, question, objective, kDefaultValueOfTime, *route), "")
          << network.title << " by " << objective.name;
    }
  }
}

}  // namespace
}  // namespace corridor
