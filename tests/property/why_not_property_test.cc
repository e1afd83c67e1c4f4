// Why a route is not on the front, of random networks, against every way through them. Changes are
// made in the network itself, and the front is asked for anew.

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "analysis/route.h"
#include "corridor/analysis/why_not.h"
#include "support/all_ways.h"
#include "support/generate.h"

namespace corridor {
namespace {

using test::EveryWay;
using test::Random;
using Amounts = std::vector<Int128>;
using Criteria = std::vector<Criterion const*>;

constexpr std::size_t kMostWays = 300;

struct Asked {
  Network network;
  Question question;
  Graph graph;
};

Asked asked(std::uint64_t seed) {
  auto const sample = test::sample(seed, {5, 2});
  auto network = test::build(sample.spec);
  auto question = test::ask(network, sample.from, sample.to);
  auto graph = compile(network, question);
  return {std::move(network), std::move(question), std::move(graph)};
}

/// Two to four of the criteria, in any order.
Criteria drawn(Random& random) {
  Criteria all;
  for (auto const& criterion : criteria()) all.push_back(&criterion);
  random.shuffle(all);
  all.resize(2 + random.below(3));
  return all;
}

Int128 amount(Criterion const& criterion, EveryWay const& way) {
  if (criterion.name == "transfers") return way.transfers;
  if (criterion.name == "borders") return way.borders;
  return criterion.objective->amount(way.totals, kDefaultValueOfTime);
}

bool beats(Amounts const& a, Amounts const& b) {
  for (std::size_t k = 0; k < a.size(); ++k) {
    if (a[k] > b[k]) return false;
  }
  return a != b;
}

/// Whether nothing beats a route of these amounts; empty where there are too many ways to list.
std::optional<bool> unbeaten(Network const& network, Question const& question, Criteria const& by,
                             Amounts const& route) {
  auto const ways = test::all_ways(network, question, kMostWays);
  if (!ways) return std::nullopt;
  return std::none_of(ways->begin(), ways->end(), [&](EveryWay const& way) {
    Amounts amounts;
    for (auto const* criterion : by) amounts.push_back(amount(*criterion, way));
    return beats(amounts, route);
  });
}

/// Whether the favourite is on the front once an element has that much less.
std::optional<bool> unbeaten_after(Asked const& world, Criteria const& by, WhyNot const& why,
                                   ElementChange const& change, std::int64_t less) {
  auto const network = with_change(world.network, change, less);
  auto amounts = why.favourite.amounts;
  for (ArcId const arc : why.favourite.route.arcs) {
    if (world.graph.element(arc) != change.element) continue;
    for (std::size_t k = 0; k < by.size(); ++k) {
      amounts[k] -= Int128{less} * effect_of(change.lever, *by[k]);
    }
  }
  return unbeaten(network, world.question, by, amounts);
}

/// Every link, transfer, passage and node that the favourite does not use.
std::vector<Closing> all_closings(Asked const& world, Route const& favourite) {
  std::vector<Closing> closings;
  auto const used = [&](ElementRef element) {
    return std::any_of(favourite.arcs.begin(), favourite.arcs.end(),
                       [&](ArcId arc) { return world.graph.element(arc) == element; });
  };
  auto const add = [&](ElementKind kind, std::size_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      if (!used({kind, i})) closings.push_back({ElementRef{kind, i}, std::nullopt});
    }
  };
  add(ElementKind::link, world.network.links.size());
  add(ElementKind::transfer, world.network.transfers.size());
  add(ElementKind::passage, world.network.passages.size());
  auto const nodes = nodes_of(world.graph, favourite);
  for (NodeId const node : world.network.nodes.ids()) {
    if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) {
      closings.push_back({std::nullopt, node});
    }
  }
  return closings;
}

bool same(Closing const& a, Closing const& b) { return a.element == b.element && a.node == b.node; }

/// A random walk that reaches the destination: it need not be good, and may pass a node twice.
std::optional<Route> some_route(Asked const& world, Random& random) {
  constexpr int kTries = 60;
  constexpr std::size_t kLongest = 16;
  auto const first_out = world.graph.first_out();
  for (int i = 0; i < kTries; ++i) {
    std::vector<ArcId> arcs;
    auto at = world.graph.origin();
    while (at != world.graph.destination() && arcs.size() < kLongest) {
      auto const first = first_out[at.index()];
      auto const count = first_out[at.index() + 1] - first;
      if (count == 0) break;
      arcs.emplace_back(first + random.below(count));
      at = world.graph.head(arcs.back());
    }
    if (at == world.graph.destination()) return describe(world.network, world.graph, arcs);
  }
  return std::nullopt;
}

struct Seen {
  std::size_t beaten = 0;
  std::size_t unbeaten = 0;
  std::size_t enough = 0;
  std::size_t never = 0;
  std::size_t closed = 0;
  std::size_t shared = 0;  ///< changes that a second way must hold back
};

void check_changes(Asked const& world, Criteria const& by, WhyNot const& why, Random& random,
                   Seen& seen) {
  for (auto const& change : why.changes) {
    auto const after = [&](std::int64_t less) {
      return unbeaten_after(world, by, why, change, less).value_or(less == change.less);
    };
    seen.shared += change.rivals.size() > 1 ? 1U : 0U;
    if (change.less) {
      ++seen.enough;
      EXPECT_TRUE(after(*change.less));
      EXPECT_FALSE(after(*change.less - 1));
      EXPECT_FALSE(after(random.between(0, *change.less - 1)));
    } else {
      ++seen.never;
      EXPECT_FALSE(after(change.has));
      EXPECT_FALSE(after(random.between(0, change.has)));
      EXPECT_FALSE(after(random.between(0, change.has)));
    }
  }
}

void check_closings(Asked const& world, Criteria const& by, WhyNot const& why, Seen& seen) {
  for (auto const& closing : all_closings(world, why.favourite.route)) {
    auto const helps =
        unbeaten(with_closing(world.network, closing), world.question, by, why.favourite.amounts);
    if (!helps) continue;
    bool const found = std::any_of(why.closings.begin(), why.closings.end(),
                                   [&](Closing const& each) { return same(each, closing); });
    EXPECT_EQ(found, *helps) << (closing.node ? world.network.nodes[*closing.node].id
                                              : id_of(world.network, *closing.element));
    seen.closed += found ? 1U : 0U;
  }
}

TEST(WhyNotProperty, EveryChangeIsEnoughAndNoSmallerOneIs) {
  Seen seen;
  for (std::uint64_t seed = 0; seed < 2600; ++seed) {
    auto const world = asked(seed);
    Random random(seed + 9'000'000);
    auto const route = some_route(world, random);
    if (!route) continue;
    auto const by = drawn(random);
    auto const why = why_not(world.network, world.graph, world.question, *route, by);
    auto const free = unbeaten(world.network, world.question, by, why.favourite.amounts);
    if (!free) continue;
    SCOPED_TRACE("seed " + std::to_string(seed));
    EXPECT_EQ(why.beaten_by.empty(), *free);
    EXPECT_EQ(why.as_good_as.has_value(), *free);
    ++(*free ? seen.unbeaten : seen.beaten);
    if (!*free) {
      check_changes(world, by, why, random, seen);
      check_closings(world, by, why, seen);
    }
    EXPECT_EQ(violation(world.network, world.graph, world.question, by, kDefaultValueOfTime, why),
              "");
    if (HasFailure()) return;
  }
  EXPECT_GT(seen.beaten, 500U);
  EXPECT_GT(seen.unbeaten, 500U);
  EXPECT_GT(seen.enough, 250U);
  EXPECT_GT(seen.never, 500U);
  EXPECT_GT(seen.closed, 200U);
  EXPECT_GT(seen.shared, 4U);
}

}  // namespace
}  // namespace corridor
