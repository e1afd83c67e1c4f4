#pragma once

#include <vector>

#include "corridor/analysis/shortest_path.h"

namespace corridor {

/// A way from origin to destination with its totals and counts. O(arcs log arcs).
Route describe(Network const& network, Graph const& graph, std::vector<ArcId> arcs);

}  // namespace corridor
