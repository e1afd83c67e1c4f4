#pragma once

#include <vector>

#include "corridor/analysis/shortest_path.h"

namespace corridor {

/// A way from origin to destination with its totals and counts. O(arcs log arcs).
Route describe(Network const& network, Graph const& graph, std::vector<ArcId> arcs);

/// Whether a shipment at an arrival or departure is aboard a ship.
bool is_aboard_ship(Network const& network, Graph const& graph, VertexId vertex);

/// Whether a transfer is between rail modes of different gauge.
bool is_gauge_change(Network const& network, Graph const& graph, ArcId transfer);

/// Whether an arc passes a node aboard a ship: it then touches no border.
bool sails_by(Network const& network, Graph const& graph, ArcId arc);

}  // namespace corridor
