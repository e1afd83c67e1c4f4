#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/analysis/shortest_path.h"
#include "corridor/base/int128.h"

namespace corridor {

/// How many routes, and how different from each other.
struct RouteChoiceRequest {
  std::size_t count = 1;
  /// Percent, 0 to 100: a route is kept when at least this share of its length lies on links that
  /// the other route does not use, for every better route kept.
  int distinct = 0;
  /// Ways that are looked at before the search gives up: routes found, those left out as too
  /// similar, and ways that turned out to pass a node twice.
  std::size_t most_examined = 20'000;
};

/// Why there are no more routes in an answer.
enum class ChoiceEnd : std::uint8_t {
  count,      ///< as many as asked for
  exhausted,  ///< no other route exists (or none that is different enough)
  limit,      ///< `most_examined` ways were looked at; those listed are the best all the same
};

CORRIDOR_EXPORT std::string_view name_of(ChoiceEnd end);  ///< "count", "exhausted", "limit"

/// The best routes that pass no node twice, best first.
struct RouteChoice {
  std::vector<Route> routes;
  ChoiceEnd end = ChoiceEnd::count;
  std::size_t examined = 0;  ///< ways looked at, those listed included
  std::size_t similar = 0;   ///< routes left out because they are too similar to a better one
};

/// The `count` best routes that pass no node twice, in the order (objective, number of links,
/// sequence of link positions in the file). Parallel links make different routes. Passes
/// `question.via` in order.
///
/// Yen (1971) with the partition of Lawler (1972): what may still be the next best route is split
/// by where it leaves the routes found so far. Each part waits with the bound that distances to
/// the destination give it, one search for all, and is searched only when it comes first: along the
/// way of the distances where no node of the prefix lies on it, else by A* (Hart, Nilsson and
/// Raphael 1968). A way that leaves the prefix alone but passes a node of its own twice, by another
/// mode or in another stage, is split like any other and not listed.
///
/// O(count x links of a route) searches where no such way comes in between. There may be many of
/// them: whether any route exists that passes no node twice and respects where transfers are
/// missing is NP-complete (Szeider 2003), hence `most_examined`.
CORRIDOR_EXPORT RouteChoice k_shortest_routes(Network const& network, Graph const& graph,
                                              Question const& question, Objective const& objective,
                                              RouteChoiceRequest const& request,
                                              ValueOfTime value = kDefaultValueOfTime);

/// How much of a route's length lies on links that another route does not use, whatever the
/// direction. Where the route has no length at all, every link counts as one metre.
struct RouteDifference {
  Length apart;  ///< on links that the other does not use
  Length whole;  ///< of the route itself

  /// Whether it is at least `percent` of the whole; exact.
  bool reaches(int percent) const {
    return Int128{100} * apart.parts() >= Int128{percent} * whole.parts();
  }
};
CORRIDOR_EXPORT RouteDifference difference_from(Graph const& graph, Route const& route,
                                                Route const& other);

/// The arcs of every route join and pass the vias, totals and counts are right, no node is passed
/// twice, the order is strict, each route differs enough from those before it, and the first is no
/// better than the best of all ways, `best`; it is that one when that passes no node twice. Shares
/// no code with the search. Does not show that no route between them is missing.
CORRIDOR_EXPORT std::string violation(Network const& network, Graph const& graph,
                                      Question const& question, Objective const& objective,
                                      ValueOfTime value, RouteChoiceRequest const& request,
                                      Route const& best, RouteChoice const& choice);

}  // namespace corridor
