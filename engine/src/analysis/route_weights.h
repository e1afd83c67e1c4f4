#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "analysis/staged_distances.h"
#include "corridor/graph/objective.h"

namespace corridor {

/// What an arc adds to an objective.
inline auto by_objective(Graph const& graph, Objective const& objective, ValueOfTime value) {
  return [&graph, &objective, value](ArcId arc) {
    return objective.amount(totals_of(graph, arc), value);
  };
}

/// Whether the sums of every way that visits a vertex at most once in each of `stages` fit 64 bits,
/// and those of two such ways together. `amount_of` gives what an arc adds.
template <class AmountOf>
bool fits_narrow(Graph const& graph, AmountOf const& amount_of, std::size_t stages) {
  constexpr Int128 kNarrow = Int128{1} << 62;
  Int128 largest = 0;
  for (ArcId const arc : graph.columns().tail.ids()) largest = std::max(largest, amount_of(arc));
  return largest < kNarrow / (Int128{graph.vertex_count()} * Int128{stages});
}

/// By arc: the amount, and one link for a link.
template <class Amount, class AmountOf>
std::vector<RouteWeight<Amount>> weights_of(Graph const& graph, AmountOf const& amount_of) {
  std::vector<RouteWeight<Amount>> weight;
  weight.reserve(graph.arc_count());
  for (ArcId const arc : graph.columns().tail.ids()) {
    weight.push_back(
        {static_cast<Amount>(amount_of(arc)), graph.kind(arc) == ArcKind::link ? 1U : 0U});
  }
  return weight;
}

}  // namespace corridor
