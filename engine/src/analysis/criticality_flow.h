#pragma once

#include <vector>

#include "corridor/analysis/max_flow.h"
#include "flow/failures.h"

namespace corridor {

/// Failures in a graph with its maximum flow; edges have the numbers of arcs. Capacities are cut
/// off at the throughput: no flow needs more of an arc, and a cut through such an arc loses
/// nothing. The flow is bounded.
flow::Failures failures_of(Graph const& graph, Flow const& flow);

/// Arcs as edges.
std::vector<flow::EdgeIndex> edges_of(std::vector<ArcId> const& arcs);

}  // namespace corridor
