#pragma once

#include "corridor/graph/graph.h"

namespace corridor {

/// The same flow without what runs in circles: from every cycle of arcs that all carry something,
/// the least amount on it is taken away until no such cycle is left. Throughput and conservation
/// stay. Depth-first search without recursion, O(vertices + arcs) plus the lengths of the cycles
/// removed, of which there are at most as many as arcs.
Table<ArcId, Capacity> without_circulations(Graph const& graph, Table<ArcId, Capacity> flow);

}  // namespace corridor
