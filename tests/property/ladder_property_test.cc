// Ladders on random graphs: each step against a solve of its own, and the needs against every way
// to spread extra capacity.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/ladder.h"
#include "support/arc_graph.h"
#include "support/max_flow_oracle.h"
#include "support/random.h"

namespace corridor {
namespace {

using test::DrawnArc;
using test::graph_of;
using test::kUnlimited;
using test::Random;
using test::teu;

std::vector<DrawnArc> random_arcs(std::uint32_t vertices, std::int64_t most_arcs, Random& random) {
  std::vector<DrawnArc> arcs;
  auto const count = random.between(2, most_arcs);
  for (std::int64_t i = 0; i < count; ++i) {
    auto const tail = static_cast<std::uint32_t>(random.below(vertices));
    auto const head = static_cast<std::uint32_t>(random.below(vertices));
    arcs.push_back({tail, head, random.percent(8) ? kUnlimited : teu(random.between(1, 4))});
    if (random.percent(20)) arcs.push_back({head, tail, arcs.back().capacity});
  }
  // graph_of sorts arcs by tail; so does this list, that arc numbers agree.
  std::stable_sort(arcs.begin(), arcs.end(),
                   [](DrawnArc const& a, DrawnArc const& b) { return a.tail < b.tail; });
  return arcs;
}

template <class Property>
void for_each_ladder(std::uint32_t vertices, std::int64_t most_arcs, std::uint64_t count,
                     Property const& property) {
  for (std::uint64_t seed = 0; seed < count; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    auto const drawn = random_arcs(vertices, most_arcs, random);
    auto const graph = graph_of(vertices, drawn);
    std::optional<Capacity> target;
    if (random.percent(50)) target = Capacity::of_parts(random.between(1, 12));
    auto const ladder = bottleneck_ladder(graph, target);
    ASSERT_EQ(violation(graph, ladder), "");
    property(drawn, ladder);
    if (::testing::Test::HasFailure()) return;
  }
}

std::vector<DrawnArc> relieved(std::vector<DrawnArc> arcs, std::vector<ArcId> const& cut) {
  for (ArcId const a : cut) arcs[a.index()].capacity = kUnlimited;
  return arcs;
}

TEST(RandomLadders, HaveStepsThatAreSolvesWithAllBeforeRelieved) {
  std::size_t steps = 0;
  for_each_ladder(9, 22, 1000, [&](std::vector<DrawnArc> const& drawn, Ladder const& ladder) {
    auto arcs = drawn;
    std::int64_t before = 0;
    for (auto const& step : ladder.steps) {
      EXPECT_EQ(test::flow_by_matrix(graph_of(9, arcs)), step.flow.throughput.parts());
      EXPECT_GE(step.flow.throughput.parts(), before);
      before = step.flow.throughput.parts();
      arcs = relieved(arcs, step.flow.cut);
      ++steps;
    }
    auto const end = test::flow_by_matrix(graph_of(9, arcs));
    if (!ladder.target && (ladder.steps.empty() || before > 0)) {
      EXPECT_EQ(end, std::nullopt);
    }
    if (ladder.target && !ladder.steps.empty() && ladder.steps.back().then) {
      EXPECT_EQ(*ladder.steps.back().then, *ladder.target);
      EXPECT_LT(before, ladder.target->parts());
    }
  });
  EXPECT_GT(steps, 1000U);
}

TEST(RandomLadders, HaveNeedsThatSuffice) {
  for_each_ladder(9, 22, 700, [](std::vector<DrawnArc> const& drawn, Ladder const& ladder) {
    for (auto const& step : ladder.steps) {
      if (!step.then) continue;
      auto arcs = drawn;
      for (auto const& [arc, extra] : step.needs) {
        auto& capacity = arcs[arc.index()].capacity;
        capacity = teu(capacity.capacity().parts() + extra.parts());
      }
      auto const value = test::flow_by_matrix(graph_of(9, arcs));
      ASSERT_TRUE(value);
      EXPECT_EQ(*value, step.then->parts());
    }
  });
}

/// Whether `amount` flows after `extra` units are spread over the arcs from place `next` on.
bool suffices(std::uint32_t vertices, std::vector<DrawnArc>& arcs,
              std::vector<ArcId> const& allowed, std::size_t next, std::int64_t extra,
              std::int64_t amount) {
  if (extra == 0 || next == allowed.size()) {
    auto const value = test::flow_by_matrix(graph_of(vertices, arcs));
    return !value || *value >= amount;
  }
  auto& capacity = arcs[allowed[next].index()].capacity;
  auto const before = capacity;
  for (std::int64_t here = 0; here <= extra; ++here) {
    capacity = teu(before.capacity().parts() + here);
    if (suffices(vertices, arcs, allowed, next + 1, extra - here, amount)) return true;
  }
  capacity = before;
  return false;
}

TEST(RandomLadders, HaveNeedsThatNoOtherPlanUndercuts) {
  int tried = 0;
  for_each_ladder(5, 8, 1000, [&](std::vector<DrawnArc> const& drawn, Ladder const& ladder) {
    std::vector<ArcId> allowed;
    for (auto const& step : ladder.steps) {
      allowed.insert(allowed.end(), step.flow.cut.begin(), step.flow.cut.end());
      if (!step.then) continue;
      std::int64_t total = 0;
      for (auto const& need : step.needs) total += need.extra.parts();
      if (total == 0 || total > 5 || allowed.size() > 4) continue;
      ++tried;
      auto arcs = drawn;
      EXPECT_FALSE(suffices(5, arcs, allowed, 0, total - 1, step.then->parts()));
    }
  });
  EXPECT_GT(tried, 100);
}

}  // namespace
}  // namespace corridor
