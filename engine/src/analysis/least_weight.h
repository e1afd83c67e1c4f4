#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "corridor/analysis/shortest_path.h"

namespace corridor {

// For certificates: the least weight of all ways, found as plainly as can be and by no code of the
// searches that they check.

/// An amount, then the number of links.
struct LeastWeight {
  Int128 amount = 0;
  std::int64_t links = 0;

  friend LeastWeight operator+(LeastWeight a, LeastWeight b) {
    return {a.amount + b.amount, a.links + b.links};
  }
  friend bool operator<(LeastWeight a, LeastWeight b) {
    return a.amount != b.amount ? a.amount < b.amount : a.links < b.links;
  }
};

/// Of all ways that pass the vias in order; empty when there is none. Relaxes arcs, first come
/// first served, until nothing changes (Bellman 1958, Moore 1959), which ends because no cycle is
/// negative; then looks at every arc once more and throws Defect if one undercuts a distance.
std::optional<LeastWeight> least_weight(Graph const& graph, std::vector<NodeId> const& via,
                                        ArcAmounts const& amounts);

/// How many vias are behind a shipment that comes to `v` with `passed` behind it.
std::size_t passed_at(Graph const& graph, std::vector<NodeId> const& via, std::size_t passed,
                      VertexId v);

}  // namespace corridor
