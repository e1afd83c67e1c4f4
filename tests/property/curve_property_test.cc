// Throughput against one multiplier on random graphs: against every cut of small ones, and against
// maximum flows at many multipliers.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/wide_flow.h"
#include "corridor/analysis/curve.h"
#include "corridor/analysis/max_flow.h"
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

struct Family {
  std::uint32_t vertices, arcs;
  std::int64_t least, most;
  int unlimited_percent;
};
constexpr Family kSmall{6, 16, 1, 6, 4};
constexpr Family kEqual{7, 16, 1, 2, 0};
constexpr Family kHuge{7, 14, kMaxParts - 9, kMaxParts, 3};
constexpr Family kLarger{25, 80, 1, 50, 4};

struct Case {
  Graph graph;
  std::vector<ArcId> multiplied;
  MultiplierRange range;
};

Fraction reduced(std::int64_t numerator, std::int64_t denominator) {
  auto a = numerator;
  auto b = denominator;
  while (b != 0) a = std::exchange(b, a % b);
  return {numerator / a, denominator / a};
}

Case random_case(Family const& family, Random& random) {
  std::vector<DrawnArc> arcs;
  auto const count = random.between(family.arcs / 2, family.arcs);
  for (std::int64_t i = 0; i < count; ++i) {
    // Enough arcs at the ends that most cases carry something.
    auto const tail =
        random.percent(20) ? 0 : static_cast<std::uint32_t>(random.below(family.vertices));
    auto const head =
        random.percent(20) ? 1 : static_cast<std::uint32_t>(random.below(family.vertices));
    auto const capacity = random.percent(family.unlimited_percent)
                              ? kUnlimited
                              : teu(random.between(family.least, family.most));
    arcs.push_back({tail, head, capacity});
    if (random.percent(25)) arcs.push_back({head, tail, capacity});
  }
  Case result{graph_of(family.vertices, arcs), {}, {}};
  for (ArcId const a : result.graph.columns().tail.ids()) {
    if (random.percent(45)) result.multiplied.push_back(a);
  }
  auto const denominator = random.between(1, 4);
  auto const min = random.between(0, 2 * denominator);
  result.range.min = reduced(min, denominator);
  result.range.max = reduced(random.between(min, min + 6 * denominator), denominator);
  return result;
}

template <class Property>
void for_each_case(Family const& family, std::uint64_t count, Property const& property) {
  for (std::uint64_t seed = 0; seed < count; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    auto const drawn = random_case(family, random);
    auto const curve = capacity_curve(drawn.graph, drawn.multiplied, drawn.range);
    ASSERT_EQ(violation(drawn.graph, drawn.multiplied, drawn.range, curve), "");
    property(drawn, curve, random);
    if (::testing::Test::HasFailure()) return;
  }
}

/// One set of vertices that holds the origin and not the destination.
struct SetLine {
  std::uint32_t inside = 0;
  Int128 intercept = 0, slope = 0;
};

std::vector<SetLine> all_lines(Case const& drawn) {
  std::vector<SetLine> lines;
  auto const others = drawn.graph.vertex_count() - 2;
  for (std::uint32_t set = 0; set < (1U << others); ++set) {
    SetLine line{(set << 2U) | 1U, 0, 0};
    bool limited = true;
    for (ArcId const a : drawn.graph.columns().tail.ids()) {
      bool const out = ((line.inside >> drawn.graph.tail(a).index()) & 1U) != 0;
      bool const stays = ((line.inside >> drawn.graph.head(a).index()) & 1U) != 0;
      if (!out || stays) continue;
      auto const capacity = drawn.graph.capacity(a);
      limited = limited && !capacity.unlimited();
      bool const times =
          std::find(drawn.multiplied.begin(), drawn.multiplied.end(), a) != drawn.multiplied.end();
      if (limited) (times ? line.slope : line.intercept) += capacity.capacity().parts();
    }
    if (limited) lines.push_back(line);
  }
  return lines;
}

Int128 scaled(SetLine const& line, Fraction x) {
  return line.intercept * x.denominator + line.slope * x.numerator;
}
Int128 least(std::vector<SetLine> const& lines, Fraction x) {
  auto result = scaled(lines.front(), x);
  for (auto const& line : lines) result = std::min(result, scaled(line, x));
  return result;
}
bool is_at(std::optional<ExactThroughput> const& value, Int128 amount, Fraction x) {
  return value && value->numerator * x.denominator == amount * value->denominator;
}

/// Arcs out of the intersection of all sets that are least at the point.
std::vector<ArcId> nearest_cut(Case const& drawn, std::vector<SetLine> const& lines, Fraction x) {
  auto const value = least(lines, x);
  auto inside = ~0U;
  for (auto const& line : lines) {
    if (scaled(line, x) == value) inside &= line.inside;
  }
  std::vector<ArcId> cut;
  for (ArcId const a : drawn.graph.columns().tail.ids()) {
    bool const out = ((inside >> drawn.graph.tail(a).index()) & 1U) != 0;
    bool const stays = ((inside >> drawn.graph.head(a).index()) & 1U) != 0;
    if (out && !stays) cut.push_back(a);
  }
  return cut;
}

Fraction between(Fraction a, Fraction b) {
  auto const numerator = Int128{a.numerator} * b.denominator + Int128{b.numerator} * a.denominator;
  auto const denominator = Int128{2} * a.denominator * b.denominator;
  return reduced(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
}

/// The curve against all cuts: at its ends, between them, and where any two cuts cross.
void expect_the_least_of_all_cuts(Case const& drawn, Curve const& curve, Random& random) {
  auto const lines = all_lines(drawn);
  EXPECT_EQ(curve.bounded, !lines.empty());
  if (!curve.bounded) return;
  for (auto const& point : curve.points) {
    EXPECT_TRUE(point.throughput == least(lines, point.multiplier));
  }
  for (int i = 0; i < 20; ++i) {
    auto const& one = lines[random.below(lines.size())];
    auto const& other = lines[random.below(lines.size())];
    if (one.slope <= other.slope || other.intercept < one.intercept) continue;
    auto const x = reduced(static_cast<std::int64_t>(other.intercept - one.intercept),
                           static_cast<std::int64_t>(one.slope - other.slope));
    if (x < drawn.range.min || x > drawn.range.max) continue;
    EXPECT_TRUE(is_at(value_at(curve, x), least(lines, x), x));
  }
}

TEST(RandomCurves, AreTheLeastOfAllCuts) {
  int with_breakpoints = 0;
  auto const property = [&](Case const& drawn, Curve const& curve, Random& random) {
    expect_the_least_of_all_cuts(drawn, curve, random);
    if (curve.pieces.size() > 2) ++with_breakpoints;
  };
  for_each_case(kSmall, 1500, property);
  for_each_case(kEqual, 700, property);
  EXPECT_GT(with_breakpoints, 20);
}

TEST(RandomCurves, StayExactWithTheLargestCapacities) {
  int beyond_64_bits = 0;
  for_each_case(kHuge, 700, [&](Case const& drawn, Curve const& curve, Random& random) {
    expect_the_least_of_all_cuts(drawn, curve, random);
    for (auto const& point : curve.points) {
      if (point.throughput > (Int128{1} << 63)) ++beyond_64_bits;
    }
  });
  EXPECT_GT(beyond_64_bits, 20);
}

TEST(RandomCurves, NameTheCutNearestTheOriginInsideEachPiece) {
  auto const property = [](Case const& drawn, Curve const& curve, Random&) {
    auto const lines = all_lines(drawn);
    for (auto const& piece : curve.pieces) {
      auto const x = between(piece.from, piece.to);
      if (piece.from == piece.to) continue;
      EXPECT_EQ(piece.binding, nearest_cut(drawn, lines, x));
    }
  };
  for_each_case(kSmall, 800, property);
  for_each_case(kEqual, 800, property);
}

TEST(RandomCurves, AreTheMaximumFlowAtTwoHundredMultipliers) {
  for_each_case(kLarger, 40, [](Case const& drawn, Curve const& curve, Random& random) {
    if (!curve.bounded) return;
    for (int i = 0; i < 200; ++i) {
      auto const denominator = random.between(1, 60);
      auto const& [min, max] = drawn.range;
      auto const x = reduced(random.between(0, 8 * denominator), denominator);
      if (x < min || x > max) continue;
      auto capacity = drawn.graph.columns().capacity;
      for (auto& limit : capacity) {
        if (!limit.unlimited()) limit = teu(limit.capacity().parts() * x.denominator);
      }
      for (ArcId const a : drawn.multiplied) {
        auto const own = drawn.graph.capacity(a);
        if (!own.unlimited()) capacity[a] = teu(own.capacity().parts() * x.numerator);
      }
      auto const cold = max_flow(drawn.graph, capacity);
      EXPECT_TRUE(is_at(value_at(curve, x), cold.throughput.parts(), x));
    }
  });
}

TEST(RandomCurves, NeedAtMostTwoSolvesForEachBreakpointAndOneMore) {
  for_each_case(kLarger, 200, [](Case const&, Curve const& curve, Random&) {
    if (!curve.bounded) return;
    // An end of the range may be a breakpoint of the curve as it would go on beyond.
    auto const breakpoints = curve.pieces.size() - 1 + 2;
    EXPECT_LE(curve.solves, 2 * breakpoints + 1);
  });
}

TEST(RandomCurves, ReachATargetAtTheSmallestMultiplier) {
  int inside = 0;
  for_each_case(kSmall, 1000, [&](Case const& drawn, Curve const& curve, Random& random) {
    if (!curve.bounded) return;
    auto const lines = all_lines(drawn);
    auto const target = random.between(1, 40);
    auto const x = smallest_multiplier(curve, Capacity::of_parts(target));
    auto const& [min, max] = drawn.range;
    if (!x) {
      EXPECT_TRUE(least(lines, max) < Int128{target} * max.denominator);
      return;
    }
    EXPECT_GE(least(lines, *x), Int128{target} * x->denominator);
    if (*x == min) return;
    ++inside;
    EXPECT_TRUE(least(lines, *x) == Int128{target} * x->denominator);
    auto const before = between(between(min, *x), *x);
    EXPECT_TRUE(least(lines, before) < Int128{target} * before.denominator);
  });
  EXPECT_GT(inside, 25);
}

TEST(WideFlow, IsTheMaximumFlowOfSmallCapacitiesToo) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    auto const drawn = random_case(kSmall, random);
    auto const value = test::flow_by_matrix(drawn.graph);
    if (!value) continue;
    Table<ArcId, Int128> capacity(drawn.graph.arc_count(), -1);
    for (ArcId const a : capacity.ids()) {
      auto const limit = drawn.graph.capacity(a);
      if (!limit.unlimited()) capacity[a] = limit.capacity().parts();
    }
    auto const on = wide_max_flow(drawn.graph, capacity);
    Int128 reached = 0;
    for (ArcId const a : on.ids()) {
      if (drawn.graph.tail(a) == drawn.graph.head(a)) continue;
      if (drawn.graph.head(a) == drawn.graph.destination()) reached += on[a];
      if (drawn.graph.tail(a) == drawn.graph.destination()) reached -= on[a];
      EXPECT_TRUE(on[a] >= 0 && (capacity[a] < 0 || on[a] <= capacity[a]));
    }
    EXPECT_TRUE(reached == *value);
  }
}

}  // namespace
}  // namespace corridor
