#pragma once

#include <stdexcept>
#include <string>

#include "corridor/analysis/max_flow.h"
#include "corridor/analysis/potentials.h"
#include "corridor/analysis/shortest_path.h"

namespace corridor {

// Independent checks of answers. They share no code with the solvers and run before anything is
// printed. Each returns what is violated, or an empty text.

/// Conservation at every vertex, 0 <= flow <= capacity, no circulation; both cuts are filled,
/// separate origin from destination, add up to the throughput, and none lies nearer to their ends;
/// unbounded: the way is joined and unlimited. O(vertices + arcs).
CORRIDOR_EXPORT std::string violation(Graph const& graph, Flow const& flow);

/// The same under other capacities, one for each arc.
CORRIDOR_EXPORT std::string violation(Graph const& graph, Table<ArcId, Limit> const& capacity,
                                      Flow const& flow);

/// The same of the flow with the bottleneck unlimited, from which the headroom must follow.
CORRIDOR_EXPORT std::string violation(Graph const& graph, Flow const& flow,
                                      Headroom const& headroom);

/// The arcs join from origin to destination, pass the vias in order, the totals are their sums, and
/// no better route exists: the potentials exceed no arc's weight and what is left behind it, so
/// that every way weighs at least as much as the route does (duality of shortest paths, Ford and
/// Fulkerson 1962; weights are pairs of objective and links). O(stages between vias x arcs).
CORRIDOR_EXPORT std::string violation(Network const& network, Graph const& graph,
                                      Question const& question, Objective const& objective,
                                      ValueOfTime value, Route const& route,
                                      RoutePotentials const& potentials);
/// The same where no potentials were kept: a search of its own finds them first.
CORRIDOR_EXPORT std::string violation(Network const& network, Graph const& graph,
                                      Question const& question, Objective const& objective,
                                      ValueOfTime value, Route const& route);

/// The same of any way, which need not be the best.
CORRIDOR_EXPORT std::string violation_of_way(Network const& network, Graph const& graph,
                                             Question const& question, Route const& route);

/// Thrown when an answer fails its certificate: a defect of ours, never the user's input.
class CORRIDOR_EXPORT Defect : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

}  // namespace corridor
