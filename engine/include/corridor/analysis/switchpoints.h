#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/shortest_path.h"
#include "corridor/base/fraction.h"
#include "corridor/export.h"

namespace corridor {

/// Two objectives that are weighed against each other: first + rate x second. With cost and time
/// the rate is a value of time, with cost and emissions a carbon price.
struct Tradeoff {
  Objective const* first = nullptr;
  Objective const* second = nullptr;
  ValueOfTime value = kDefaultValueOfTime;  ///< of generalised cost, where that is one of them
};

/// In what a rate is told: "USD/TEU/day", "USD/t", "USD/TEU per km".
CORRIDOR_EXPORT std::string rate_unit(Tradeoff const& tradeoff);
/// How many of that unit one part of the first objective for one part of the second is: 24 for cost
/// and time, thousandths of USD for thousandths of an hour.
CORRIDOR_EXPORT Fraction rate_scale(Tradeoff const& tradeoff);
/// How many parts of an objective the unit is that rates speak of: 24,000 thousandths of an hour
/// are a day.
CORRIDOR_EXPORT std::int64_t rate_parts(Objective const& objective);

/// From where to where the rate runs, in parts of the first objective for one part of the second:
/// 0 <= min < max; without a max, to infinity.
struct RateRange {
  Fraction min{0, 1};
  std::optional<Fraction> max;
};

/// A stretch of rates on which one route is the best.
struct SwitchPiece {
  Fraction from;
  std::optional<Fraction> to;  ///< empty: to infinity
  Route route;
  Int128 first = 0;   ///< the route's amounts: on the piece the best costs
  Int128 second = 0;  ///< first + rate x second
};

/// The best route as a function of the rate.
struct Switchpoints {
  std::vector<SwitchPiece> pieces;  ///< in order; `second` falls and `first` rises strictly. Empty
                                    ///< when there is no route
  std::size_t searches = 0;         ///< best routes that were asked for
};

/// The best route by first + rate x second for every rate of the range, over all ways through the
/// network. Each route is a straight line in the rate and the best of them the least: a concave
/// function of straight pieces, found where known lines cross (Eisner and Severance 1976). K pieces
/// take at most 3 K + 1 searches, one of them inside each piece, where the best routes all have the
/// piece's amounts, so that fewest links, then file order choose among them as everywhere. At a
/// switching point both routes are as good. Exact: fractions of 64 bits, weights of 128; throws
/// std::overflow_error when amounts do not fit, far beyond those of any transport.
CORRIDOR_EXPORT Switchpoints switchpoints(Network const& network, Graph const& graph,
                                          Question const& question, Tradeoff const& tradeoff,
                                          RateRange const& range = {});

/// A rate inside a piece, the simplest between its ends: where its route is the best by the tie
/// rule.
CORRIDOR_EXPORT Fraction rate_inside(SwitchPiece const& piece);

/// What each arc adds to first + rate x second, times the rate's denominator. Throws
/// std::overflow_error like switchpoints.
CORRIDOR_EXPORT ArcAmounts weighed(Graph const& graph, Tradeoff const& tradeoff, Fraction rate);

/// What is wrong with them, or an empty text. The pieces cover the range and join, their routes are
/// ways with these amounts, and at each end of a piece no way is better; for an endless one, no way
/// has less of the second objective. This settles every rate between: the best is a concave
/// function, so where a line is the best at two rates it is so between them. Inside each piece its
/// route has the fewest links of the best. Shares no code with the search. O(pieces) searches.
CORRIDOR_EXPORT std::string violation(Network const& network, Graph const& graph,
                                      Question const& question, Tradeoff const& tradeoff,
                                      RateRange const& range, Switchpoints const& found);

}  // namespace corridor
