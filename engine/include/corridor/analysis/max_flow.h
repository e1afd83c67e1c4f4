#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corridor/export.h"
#include "corridor/graph/compile.h"

namespace corridor {

/// The largest yearly flow from origin to destination with the minimum cuts that prove it.
struct Flow {
  bool bounded = true;                    ///< false: some way has no limit at all
  Capacity throughput;                    ///< meaningless when not bounded
  Table<ArcId, Capacity> on;              ///< what each arc carries; free of circulations
  std::vector<ArcId> cut;                 ///< the minimum cut nearest the origin, in arc order; its
                                          ///< capacities add up to the throughput
  std::vector<ArcId> cut_at_destination;  ///< the one nearest the destination
  bool unique_cut = true;                 ///< the two are the same arcs
  std::vector<ArcId> unlimited_way;       ///< when not bounded: a way of unlimited arcs
};

/// Maximum flow = minimum cut (Ford and Fulkerson 1956). Exact in whole TEU/year; the cut nearest
/// the origin is the same for every maximum flow. Deterministic.
CORRIDOR_EXPORT Flow max_flow(Graph const& graph);
/// The same under other capacities, one for each arc.
CORRIDOR_EXPORT Flow max_flow(Graph const& graph, Table<ArcId, Limit> const& capacity);

/// How far the bottleneck may grow before another cut binds: throughput with every element of the
/// cut nearest the origin unlimited, minus the throughput now.
struct Headroom {
  bool bounded = true;  ///< false: nothing else binds
  Capacity amount;
  std::vector<ArcId> next_cut;  ///< what binds then
  Flow then;                    ///< the flow with the bottleneck unlimited, which proves it
};
CORRIDOR_EXPORT Headroom headroom(Graph const& graph, Flow const& flow);

}  // namespace corridor
