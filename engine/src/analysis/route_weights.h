#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "analysis/staged_distances.h"
#include "corridor/graph/objective.h"

namespace corridor {

/// Whether the sums of every way that visits a vertex at most once in each of `stages` fit 64 bits,
/// and those of two such ways together.
inline bool fits_narrow(Graph const& graph, Objective const& objective, ValueOfTime value,
                        std::size_t stages) {
  constexpr Int128 kNarrow = Int128{1} << 62;
  Int128 largest = 0;
  for (ArcId const arc : graph.columns().tail.ids()) {
    largest = std::max(largest, objective.amount(totals_of(graph, arc), value));
  }
  return largest * Int128{graph.vertex_count()} * Int128{stages} < kNarrow;
}

/// By arc: the amount, and one link for a link.
template <class Amount>
std::vector<RouteWeight<Amount>> weights_of(Graph const& graph, Objective const& objective,
                                            ValueOfTime value) {
  std::vector<RouteWeight<Amount>> weight;
  weight.reserve(graph.arc_count());
  for (ArcId const arc : graph.columns().tail.ids()) {
    weight.push_back({static_cast<Amount>(objective.amount(totals_of(graph, arc), value)),
                      graph.kind(arc) == ArcKind::link ? 1U : 0U});
  }
  return weight;
}

}  // namespace corridor
