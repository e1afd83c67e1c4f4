#pragma once

#include "corridor/base/int128.h"
#include "corridor/graph/graph.h"

namespace corridor {

/// What each arc carries in a maximum flow under capacities that need more than 64 bits; a negative
/// capacity is unlimited, and no way may be of such arcs alone. Blocking flows (Dinic 1970) without
/// recursion: O(vertices^2 x arcs), in practice near linear. Finite capacities may add up to 2^125.
Table<ArcId, Int128> wide_max_flow(Graph const& graph, Table<ArcId, Int128> const& capacity);

}  // namespace corridor
