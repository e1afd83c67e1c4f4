// Fronts of random networks against every way through them.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "corridor/analysis/pareto.h"
#include "support/all_ways.h"
#include "support/generate.h"

namespace corridor {
namespace {

using test::EveryWay;
using test::Random;

constexpr std::size_t kMostWays = 5'000;

struct Asked {
  Network network;
  Question question;
};

Asked asked(std::uint64_t seed) {
  Random random(seed + 5'000'000);
  auto const sample = test::sample(seed, {5, 3});
  Asked asked{test::build(sample.spec), {}};
  auto& [network, question] = asked;
  question = test::ask(network, sample.from, sample.to);
  auto const any_node = [&] { return NodeId(random.below(network.nodes.size())); };
  if (random.percent(20)) question.year = static_cast<int>(random.between(2023, 2028));
  for (auto vias = random.between(-4, 2); vias > 0; --vias) question.via.push_back(any_node());
  if (random.percent(15)) question.avoid_links = {LinkId(random.below(network.links.size()))};
  return asked;
}

using Amounts = std::vector<Int128>;
using Links = std::vector<LinkId>;
/// What a front is: the representative of each combination of amounts, in order.
using Front = std::vector<std::pair<Amounts, Links>>;

Int128 amount(Criterion const& criterion, EveryWay const& way) {
  if (criterion.name == "transfers") return way.transfers;
  if (criterion.name == "borders") return way.borders;
  return criterion.objective->amount(way.totals, kDefaultValueOfTime);
}

bool is_earlier(Links const& a, Links const& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

Front front_among(std::vector<EveryWay> const& ways, std::vector<Criterion const*> const& by) {
  std::map<Amounts, Links> first;
  for (auto const& way : ways) {
    Amounts amounts;
    for (auto const* criterion : by) amounts.push_back(amount(*criterion, way));
    auto const [known, fresh] = first.try_emplace(std::move(amounts), way.links);
    if (!fresh && is_earlier(way.links, known->second)) known->second = way.links;
  }
  Front front;
  for (auto const& each : first) {
    auto const beats = [&](auto const& other) {
      if (other.first == each.first) return false;
      for (std::size_t k = 0; k < by.size(); ++k) {
        if (other.first[k] > each.first[k]) return false;
      }
      return true;
    };
    if (std::none_of(first.begin(), first.end(), beats)) front.push_back(each);
  }
  return front;
}

Front front_of(Graph const& graph, ParetoFront const& found) {
  Front front;
  for (auto const& [route, amounts] : found.routes) {
    Links links;
    for (ArcId const arc : route.arcs) {
      if (graph.kind(arc) == ArcKind::link) links.emplace_back(graph.columns().element[arc]);
    }
    front.emplace_back(amounts, std::move(links));
  }
  return front;
}

/// Every set of two to five criteria.
std::vector<std::vector<Criterion const*>> all_sets() {
  std::vector<std::vector<Criterion const*>> sets;
  for (unsigned bits = 0; bits < 1U << criteria().size(); ++bits) {
    std::vector<Criterion const*> set;
    for (std::size_t k = 0; k < criteria().size(); ++k) {
      if (((bits >> k) & 1U) != 0) set.push_back(&criteria()[k]);
    }
    if (set.size() >= kLeastCriteria && set.size() <= kMostCriteria) sets.push_back(set);
  }
  return sets;
}

std::string names(std::vector<Criterion const*> const& by) {
  std::string text;
  for (auto const* criterion : by) text += std::string(criterion->name) + ' ';
  return text;
}

TEST(ParetoProperty, IsEveryCombinationThatNoWayBeatsWithTheFilesTieRule) {
  auto const sets = all_sets();
  ASSERT_EQ(sets.size(), 112U);
  std::size_t networks = 0;
  std::size_t several = 0;
  std::size_t none = 0;
  std::size_t twice = 0;
  for (std::uint64_t seed = 0; seed < 1600; ++seed) {
    auto const [network, question] = asked(seed);
    auto const ways = test::all_ways(network, question, kMostWays);
    if (!ways) continue;
    ++networks;
    Graph const graph = compile(network, question);
    // Each set comes up at many networks; their order is drawn, too.
    Random random(seed);
    for (int i = 0; i < 4; ++i) {
      auto by = sets[random.below(sets.size())];
      random.shuffle(by);
      SCOPED_TRACE("seed " + std::to_string(seed) + " by " + names(by));
      auto const found = pareto_front(network, graph, question, by);
      ASSERT_EQ(front_of(graph, found), front_among(*ways, by));
      EXPECT_EQ(violation(network, graph, question, by, kDefaultValueOfTime, found), "");
      ++(found.routes.size() > 1 ? several : none);
      for (auto const& each : found.routes) twice += each.route.repeats_node ? 1 : 0;
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(networks, 1500U);
  EXPECT_GT(several, 500U);
  EXPECT_GT(none, 500U);
  EXPECT_GT(twice, 10U);
}

TEST(ParetoProperty, IsTheSameForEverySetOfCriteria) {
  auto const sets = all_sets();
  for (std::uint64_t seed = 10'000; seed < 10'040; ++seed) {
    auto const [network, question] = asked(seed);
    auto const ways = test::all_ways(network, question, kMostWays);
    if (!ways) continue;
    Graph const graph = compile(network, question);
    for (auto const& by : sets) {
      ASSERT_EQ(front_of(graph, pareto_front(network, graph, question, by)), front_among(*ways, by))
          << "seed " << seed << " by " << names(by);
    }
  }
}

TEST(ParetoProperty, IsTheSameWithNarrowAndWideAmounts) {
  // A value of time beyond all reason pushes generalised cost out of 64 bits.
  auto const value = ValueOfTime::of_parts(kMaxParts);
  std::vector<Criterion const*> const by{find_criterion("generalised"), find_criterion("cost")};
  std::vector<Criterion const*> const narrow{find_criterion("time"), find_criterion("cost")};
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    auto const [network, question] = asked(seed);
    Graph const graph = compile(network, question);
    auto const wide = pareto_front(network, graph, question, by, value);
    EXPECT_EQ(violation(network, graph, question, by, value, wide), "") << "seed " << seed;
    // Times alone decide as long as they differ, cost among equal times: the same front.
    auto const same = pareto_front(network, graph, question, narrow);
    ASSERT_EQ(wide.routes.size(), same.routes.size()) << "seed " << seed;
    for (std::size_t i = 0; i < same.routes.size(); ++i) {
      EXPECT_EQ(wide.routes[i].route.arcs, same.routes[i].route.arcs) << "seed " << seed;
    }
  }
}

TEST(ParetoProperty, NearEqualsAreMergedByTheRule) {
  std::size_t merged = 0;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    auto const [network, question] = asked(seed);
    Graph const graph = compile(network, question);
    std::vector<Criterion const*> const by{find_criterion("time"), find_criterion("cost"),
                                           find_criterion("emissions")};
    auto const front = pareto_front(network, graph, question, by);
    Random random(seed);
    Amounts const tolerance{random.between(0, 3) * 1000, random.between(0, 3) * 1000,
                            random.between(0, 2) * 1000};
    auto const without = merge_near_equals(front, tolerance);
    EXPECT_EQ(violation(front, tolerance, without), "") << "seed " << seed;
    merged += front.routes.size() - without.kept.size();
    auto const same = merge_near_equals(front, Amounts(3, 0));
    EXPECT_EQ(same.kept.size(), front.routes.size()) << "seed " << seed;
  }
  EXPECT_GT(merged, 30U);
}

}  // namespace
}  // namespace corridor
