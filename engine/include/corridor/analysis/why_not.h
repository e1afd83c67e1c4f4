#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corridor/analysis/pareto.h"
#include "corridor/export.h"

namespace corridor {

/// What may change on an element: its time, its cost or its emissions.
enum class Lever : std::uint8_t { time, cost, emissions };
/// The objective that is the lever alone: "time".
CORRIDOR_EXPORT Objective const& objective_of(Lever lever);
/// What one part less of it takes off a criterion's amount: 1 off itself, 24,000 off generalised
/// cost per part of cost; 0 off what does not depend on it.
CORRIDOR_EXPORT Int128 effect_of(Lever lever, Criterion const& criterion,
                                 ValueOfTime value = kDefaultValueOfTime);
/// Those that move at least one of the criteria, in the order time, cost, emissions.
CORRIDOR_EXPORT std::vector<Lever> levers_of(std::span<Criterion const* const> by,
                                             ValueOfTime value = kDefaultValueOfTime);

/// How much less the whole route alone would need to be of one thing, every other route as it is.
struct RouteShortfall {
  Lever lever = Lever::time;
  std::optional<std::int64_t> less;  ///< parts; empty: not even with nothing left of it
};

/// How much less one element would need to be of one thing.
struct ElementChange {
  Lever lever = Lever::time;
  ElementRef element;
  ArcId arc;             ///< where the route first uses it
  std::int64_t has = 0;  ///< parts of one use, as it is
  /// The least reduction, in parts, that puts the route on the front; empty: none up to `has` does.
  std::optional<std::int64_t> less;
  /// Ways that together beat the route under every smaller reduction: one from 0 on; where a second
  /// one stands, it takes over for good where the first one ends.
  std::vector<Route> rivals;
};

/// An element or a node whose closing alone puts the route on the front: one of the two.
struct Closing {
  std::optional<ElementRef> element;
  std::optional<NodeId> node;
};

/// Why a route is not on the front, and what would put it there.
struct WhyNot {
  ParetoRoute favourite;
  ParetoFront front;
  std::vector<std::size_t> beaten_by;     ///< numbers of the front's routes that beat it, in order
  std::optional<std::size_t> as_good_as;  ///< the front's route with its amounts
  // Empty when nothing beats it
  std::vector<RouteShortfall> shortfalls;  ///< by lever
  std::vector<ElementChange> changes;      ///< by lever, then along the route
  std::vector<Closing> closings;           ///< links, transfers, passages, nodes; in file order
};

/// Answers for a way of the question, by two to five different criteria.
///
/// A route is beaten by a way that is no worse in any criterion and not equal in all. Which routes
/// of the front do that is a comparison; that no other way need be asked follows: whatever beats it
/// is itself covered by the front.
///
/// A reduction by x of an element that the route uses n times and a way m times moves the way
/// against the route by (n - m) x. So a way with m >= n that beats the route once does so under
/// every larger reduction; one with m < n does so from 0 up to a bound that it tells itself. The
/// least reduction is found from below: while some way beats the route, the reduction rises to the
/// largest bound of the ways found; one with m >= n ends the search. Each round asks for the ways
/// that the changed route does not exceed in anything: the search for fronts with an upper bound.
/// Every use of the element changes, in both directions when it was written with `between`, as in a
/// scenario.
///
/// To close only what all routes that beat it share can help; each such element that the route does
/// not use is tried.
///
/// At most one bounded search for each round of each (lever, element) that no known rival uses, and
/// one for each candidate to close; each as costly as a front at worst. Throws std::system_error
/// like pareto_front.
CORRIDOR_EXPORT WhyNot why_not(Network const& network, Graph const& graph, Question const& question,
                               Route const& favourite, std::span<Criterion const* const> by,
                               ValueOfTime value = kDefaultValueOfTime,
                               std::size_t most_labels = kMostLabels);

/// The least change of one lever along the route: the first of those with the least reduction.
CORRIDOR_EXPORT ElementChange const* least_change(WhyNot const& why, Lever lever);

/// A network in which a change was made: what `violation` asks again.
CORRIDOR_EXPORT Network with_change(Network network, ElementChange const& change,
                                    std::int64_t less);
CORRIDOR_EXPORT Network with_closing(Network network, Closing const& closing);

/// What is wrong with an answer, or an empty text. The front by its own certificate; the route is a
/// way with these amounts; it is beaten by exactly the routes named. Every smaller reduction is too
/// small, shown by ways that then beat it. That the least change of each lever and each closing are
/// enough, by making the change in the network and asking for the front anew, without any bound.
/// Not shown: that the other changes are enough and that no closing is missing.
CORRIDOR_EXPORT std::string violation(Network const& network, Graph const& graph,
                                      Question const& question,
                                      std::span<Criterion const* const> by, ValueOfTime value,
                                      WhyNot const& why);

}  // namespace corridor
