#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corridor/base/decimal.h"
#include "corridor/base/fraction.h"
#include "corridor/base/int128.h"
#include "corridor/base/quantity.h"
#include "corridor/export.h"
#include "corridor/graph/graph.h"

namespace corridor {

/// From where to where a multiplier runs: 0 <= min <= max, both reduced, parts up to 10^18.
struct MultiplierRange {
  Fraction min{1, 1};
  Fraction max{5, 1};
};

/// TEU/year that need not be whole: numerator / denominator, reduced, denominator > 0.
struct ExactThroughput {
  Int128 numerator = 0;
  std::int64_t denominator = 1;
  bool operator==(const ExactThroughput&) const = default;
};

/// A stretch of the curve on which one minimum cut binds:
/// throughput = intercept + slope x multiplier.
struct CurvePiece {
  Fraction from, to;
  Capacity intercept;          ///< capacity of the cut's arcs that are not multiplied
  Capacity slope;              ///< capacity of its multiplied arcs, at multiplier 1
  std::vector<ArcId> binding;  ///< the minimum cut nearest the origin, in arc order; the same
                               ///< everywhere between the two ends
};

/// An end of a piece with a flow that reaches the curve there. Amounts are multiplied by the
/// multiplier's denominator, which makes them whole.
struct CurvePoint {
  Fraction multiplier;
  Int128 throughput = 0;
  Table<ArcId, Int128> on;
};

/// Throughput as a function of one multiplier: concave, rising or level, made of straight pieces.
struct Curve {
  bool bounded = true;               ///< false: some way has no limit at any multiplier
  std::vector<CurvePiece> pieces;    ///< in order; slopes fall strictly. Empty when not bounded
  std::vector<CurvePoint> points;    ///< the ends of the pieces, one more than pieces; a single one
                                     ///< where min = max
  std::vector<ArcId> unlimited_way;  ///< when not bounded: a way of unlimited arcs
  std::size_t solves = 0;            ///< maximum flows that were computed
};

/// Throughput when the capacities of the arcs in `multiplied` are taken times a multiplier from the
/// range; unlimited stays unlimited, and nothing is rounded. Every cut is a straight line in the
/// multiplier and the throughput is the least of them; lines are found where those known so far
/// cross (Eisner and Severance 1976). K breakpoints, those at the ends of the range included, take
/// at most 2 K + 1 maximum flows. Exact: 128 bits where 64 do not hold capacity x denominator.
/// Throws std::overflow_error when the finite capacities of the graph add up to more than 2^62.
CORRIDOR_EXPORT Curve capacity_curve(Graph const& graph, std::vector<ArcId> const& multiplied,
                                     MultiplierRange const& range);

/// The throughput at a multiplier; empty outside the range and when not bounded. O(pieces).
CORRIDOR_EXPORT std::optional<ExactThroughput> value_at(Curve const& curve, Fraction multiplier);

/// The smallest multiplier of the range with at least this throughput; empty when even the largest
/// does not reach it. When not bounded: empty as well, every multiplier reaches it. O(pieces).
CORRIDOR_EXPORT std::optional<Fraction> smallest_multiplier(Curve const& curve, Capacity target);

/// What is wrong with a curve, or an empty text. Each piece's cut separates the ends, gives the
/// piece's line and is the one nearest the origin; pieces join and slopes fall; at each end of a
/// piece a flow keeps its limits and reaches the line. Between the ends the throughput is then
/// settled: no more than the line by the cut, no less because it is concave. Shares no code with
/// the search. O(pieces x (vertices + arcs)).
CORRIDOR_EXPORT std::string violation(Graph const& graph, std::vector<ArcId> const& multiplied,
                                      MultiplierRange const& range, Curve const& curve);

}  // namespace corridor
