// The best routes that pass no node twice, on random networks against all of them.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/k_shortest.h"
#include "support/generate.h"
#include "support/oracle.h"

namespace corridor {
namespace {

using test::Random;

struct Asked {
  Network network;
  Question question;
};

Asked asked(std::uint64_t seed) {
  Random random(seed + 5'000'000);
  auto const size = test::SampleSize{static_cast<std::size_t>(random.between(4, 7)), 3};
  auto const sample = test::sample(seed, size);
  Asked asked{test::build(sample.spec), {}};
  auto& question = asked.question;
  question = test::ask(asked.network, sample.from, sample.to);
  question.year = 2028;
  auto const any_node = [&] { return NodeId(random.below(asked.network.nodes.size())); };
  if (random.percent(25)) question.via.push_back(any_node());
  if (random.percent(5)) question.via.push_back(any_node());
  if (random.percent(10)) question.avoid_links = {LinkId(random.below(asked.network.links.size()))};
  return asked;
}

struct Way {
  Int128 amount = 0;
  std::vector<std::uint32_t> links;

  friend bool operator<(Way const& a, Way const& b) {
    if (a.amount != b.amount) return a.amount < b.amount;
    if (a.links.size() != b.links.size()) return a.links.size() < b.links.size();
    return a.links < b.links;
  }
  bool operator==(const Way&) const = default;
};

/// Walks through a world of places every way that comes to no node twice.
class AllWays {
 public:
  AllWays(Network const& network, Question const& question, Objective const& objective,
          ValueOfTime value)
      : world_(test::world_of(network, question)),
        question_(question),
        objective_(objective),
        value_(value),
        visited_(network.nodes.size(), false),
        out_(world_.places) {
    for (std::size_t a = 0; a < world_.arcs.size(); ++a) out_[world_.arcs[a].from].push_back(a);
    go(0, 0);
    std::sort(ways_.begin(), ways_.end());
  }

  std::vector<Way> const& ways() const { return ways_; }

 private:
  void go(std::size_t place, std::size_t passed) {
    if (place == 1) {
      if (passed == question_.via.size()) ways_.push_back(now_);
      return;
    }
    for (auto const a : out_[place]) {
      auto const& arc = world_.arcs[a];
      auto after = passed;
      if (arc.visits) {
        if (visited_[arc.visits->index()]) continue;
        visited_[arc.visits->index()] = true;
        while (after < question_.via.size() && question_.via[after] == *arc.visits) ++after;
      }
      if (arc.link) now_.links.push_back(arc.link->index());
      now_.amount += objective_.amount(arc.totals, value_);
      go(arc.to, after);
      now_.amount -= objective_.amount(arc.totals, value_);
      if (arc.link) now_.links.pop_back();
      if (arc.visits) visited_[arc.visits->index()] = false;
    }
  }

  test::World world_;
  Question const& question_;
  Objective const& objective_;
  ValueOfTime value_;
  std::vector<bool> visited_;
  std::vector<std::vector<std::size_t>> out_;
  std::vector<Way> ways_;
  Way now_;
};

std::vector<Way> ways_of(Graph const& graph, Objective const& objective, ValueOfTime value,
                         std::vector<Route> const& routes) {
  std::vector<Way> ways;
  for (auto const& route : routes) {
    Way way{objective.amount(route.totals, value), {}};
    for (ArcId const arc : route.arcs) {
      if (graph.kind(arc) == ArcKind::link) way.links.push_back(graph.columns().element[arc]);
    }
    ways.push_back(std::move(way));
  }
  return ways;
}

/// Greedily, best first: what `distinct` keeps.
std::vector<Way> kept(Network const& network, std::vector<Way> const& ways, std::size_t count,
                      int distinct) {
  std::vector<Way> kept;
  auto const metres = [&](std::uint32_t link) {
    return network.links[LinkId(link)].element.figures.length.parts();
  };
  for (auto const& way : ways) {
    std::int64_t whole = 0;
    for (auto const link : way.links) whole += metres(link);
    bool const different = std::all_of(kept.begin(), kept.end(), [&](Way const& better) {
      std::int64_t apart = 0;
      for (auto const link : way.links) {
        auto const& theirs = better.links;
        if (std::find(theirs.begin(), theirs.end(), link) != theirs.end()) continue;
        apart += whole == 0 ? 1 : metres(link);
      }
      auto const all = whole == 0 ? static_cast<std::int64_t>(way.links.size()) : whole;
      return 100 * apart >= distinct * all;
    });
    if (kept.size() < count && different) kept.push_back(way);
  }
  return kept;
}

TEST(KShortestProperty, AreTheFirstOfAllRoutesByEveryObjective) {
  std::size_t routes = 0;
  std::size_t many = 0;
  std::size_t detours = 0;
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    auto const [network, question] = asked(seed);
    Graph const graph = compile(network, question);
    Random random(seed);
    auto const& objective = objectives()[seed % objectives().size()];
    // Beyond all reason, so that sums leave 64 bits.
    auto const value = random.percent(10) ? ValueOfTime::of_parts(kMaxParts) : kDefaultValueOfTime;
    SCOPED_TRACE("seed " + std::to_string(seed) + " by " + std::string(objective.name));
    AllWays const all(network, question, objective, value);
    RouteChoiceRequest const request{static_cast<std::size_t>(random.between(1, 30)), 0};
    auto const choice = k_shortest_routes(network, graph, question, objective, request, value);
    auto expected = all.ways();
    if (expected.size() > request.count) expected.resize(request.count);
    ASSERT_EQ(ways_of(graph, objective, value, choice.routes).size(), expected.size());
    ASSERT_TRUE(ways_of(graph, objective, value, choice.routes) == expected);
    EXPECT_EQ(choice.end,
              all.ways().size() < request.count ? ChoiceEnd::exhausted : ChoiceEnd::count);
    routes += choice.routes.size();
    if (choice.routes.size() > 5) ++many;
    if (choice.examined > choice.routes.size()) ++detours;
    auto const best = shortest_path(network, graph, question, objective, value);
    ASSERT_TRUE(best || choice.routes.empty());
    if (!best) continue;
    EXPECT_EQ(violation(network, graph, question, objective, value, request, *best, choice), "");
  }
  EXPECT_GT(routes, 3000U);
  EXPECT_GT(many, 100U);
  EXPECT_GT(detours, 50U);
}

TEST(KShortestProperty, DistinctKeepsWhatDiffersFromEveryBetterOneKept) {
  std::size_t left_out = 0;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    auto const [network, question] = asked(seed);
    Graph const graph = compile(network, question);
    Random random(seed);
    auto const& objective = objectives()[seed % objectives().size()];
    SCOPED_TRACE("seed " + std::to_string(seed));
    RouteChoiceRequest const request{static_cast<std::size_t>(random.between(1, 8)),
                                     static_cast<int>(random.between(0, 100))};
    AllWays const all(network, question, objective, kDefaultValueOfTime);
    auto const choice = k_shortest_routes(network, graph, question, objective, request);
    ASSERT_TRUE(ways_of(graph, objective, kDefaultValueOfTime, choice.routes) ==
                kept(network, all.ways(), request.count, request.distinct));
    left_out += choice.similar;
    auto const best = shortest_path(network, graph, question, objective);
    if (!best) continue;
    EXPECT_EQ(
        violation(network, graph, question, objective, kDefaultValueOfTime, request, *best, choice),
        "");
  }
  EXPECT_GT(left_out, 300U);
}

TEST(KShortestProperty, LargerInstancesHoldTheirCertificates) {
  std::vector<test::Instance> const instances = {
      test::corridor_instance(3, 40, 20, 5), test::grid_instance(12, 9, 6),
      test::rail_instance(600, 7), test::genrmf_instance(4, 8, 1, 100, 8)};
  for (auto const& [network, question, optimum] : instances) {
    Graph const graph = compile(network, question);
    auto const& objective = *find_objective("time");
    auto const best = shortest_path(network, graph, question, objective);
    ASSERT_TRUE(best);
    for (int const distinct : {0, 10}) {
      RouteChoiceRequest const request{25, distinct};
      auto const choice = k_shortest_routes(network, graph, question, objective, request);
      EXPECT_EQ(violation(network, graph, question, objective, kDefaultValueOfTime, request, *best,
                          choice),
                "")
          << network.title;
    }
  }
}

}  // namespace
}  // namespace corridor
