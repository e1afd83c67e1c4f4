#pragma once

#include <stdexcept>
#include <string>

#include "corridor/analysis/max_flow.h"
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

/// The arcs join from origin to destination, the totals are their sums, and no shorter route exists
/// (potentials d with d[tail] <= d[head] + weight on every arc, recomputed by Bellman-Ford style
/// relaxation until nothing changes). Vias are passed in order.
CORRIDOR_EXPORT std::string violation(Network const& network, Graph const& graph,
                                      Question const& question, Objective const& objective,
                                      ValueOfTime value, Route const& route);

/// The same of any route, best or not: it joins the ends, passes the vias, and its totals and counts
/// are those of its arcs.
CORRIDOR_EXPORT std::string violation(Network const& network, Graph const& graph,
                                      Question const& question, Route const& route);

/// Thrown when an answer fails its certificate: a defect of ours, never the user's input.
class CORRIDOR_EXPORT Defect : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

}  // namespace corridor
