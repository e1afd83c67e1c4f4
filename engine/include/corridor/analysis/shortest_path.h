#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/export.h"
#include "corridor/graph/compile.h"
#include "corridor/graph/objective.h"

namespace corridor {

/// A way from an end of the origin to an end of the destination.
struct Route {
  std::vector<ArcId> arcs;  ///< start and end arcs included
  Totals totals;
  std::size_t links = 0;
  bool repeats_node = false;  ///< passes a node twice to reach a transfer

  // What people ask about a route
  int border_crossings = 0;  ///< changes of country on land; a ship that sails by touches none
  int gauge_changes = 0;     ///< transfers between rail modes of different gauge
  int transshipments = 0;    ///< all other transfers
};

/// The best route by one objective; ties: fewest links, then file order (the sequence of link
/// positions, compared from the first). Passes `question.via` in order; at each it pays passage or
/// transfer as any through shipment. Empty when there is none.
/// Dijkstra (1959) on exact whole numbers, distances to the destination, read off from the origin:
/// O((V + A) log V) for each stage between vias.
CORRIDOR_EXPORT std::optional<Route> shortest_path(Network const& network, Graph const& graph,
                                                   Question const& question,
                                                   Objective const& objective,
                                                   ValueOfTime value = kDefaultValueOfTime);

/// Whole amounts of anything that adds up along a way, one for each arc; not negative, and below
/// 2^96, so that any sum fits.
using ArcAmounts = Table<ArcId, Int128>;
/// What each arc adds to an objective. O(arcs).
CORRIDOR_EXPORT ArcAmounts amounts_of(Graph const& graph, Objective const& objective,
                                      ValueOfTime value = kDefaultValueOfTime);
/// The best route by such amounts, for a weighing that is no objective.
CORRIDOR_EXPORT std::optional<Route> shortest_path(Network const& network, Graph const& graph,
                                                   Question const& question,
                                                   ArcAmounts const& amounts);

/// Nodes in order, and the legs with their own totals: what reports print.
struct Leg {
  ArcKind kind;  ///< link, transfer or passage (declared ones only)
  ArcId arc;
  Totals totals;
};
CORRIDOR_EXPORT std::vector<NodeId> nodes_of(Graph const& graph, Route const& route);
CORRIDOR_EXPORT std::vector<Leg> legs_of(Graph const& graph, Route const& route);

/// What stands between the ends when there is no route.
struct Relaxation {
  Obstacle obstacle = Obstacle::none;
  std::optional<ElementRef> element;  ///< of a link, transfer or passage
  std::optional<NodeId> node;         ///< of a missing transfer
  std::optional<ModeId> from_mode, to_mode;
  std::string text;  ///< "link tacheng-bakhty is planned and opens in 2028"
};
struct NoRoute {
  std::vector<Relaxation> barriers;    ///< each leads from where the origin reaches further on
  std::optional<Relaxation> cheapest;  ///< the one change that suffices, with the best route then
  std::optional<Totals> then;          ///< that route's totals by the objective
  std::vector<Relaxation> together;    ///< when no single one does: a smallest set of changes
  std::string reason;                  ///< one sentence for people
};
CORRIDOR_EXPORT NoRoute why_no_route(Network const& network, Question const& question,
                                     Objective const& objective,
                                     ValueOfTime value = kDefaultValueOfTime);

}  // namespace corridor
