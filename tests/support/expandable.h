#pragma once

#include "corridor/analysis/budget_curve.h"
#include "corridor/model/network.h"

namespace corridor::test {

/// Lets an element be expanded, as `expansion:` in a file does. `price` in USD per TEU/year.
inline void let_expand(Network& network, Element& element, std::int64_t price, Limit up_to) {
  Expansion expansion;
  expansion.cost = ExpansionCost::of_parts(price * ExpansionCost::kPartsPerUnit);
  expansion.up_to = up_to;
  element.expansion = network.expansions.push_back(std::move(expansion));
}

/// What a throughput costs by the curve, in thousandths of USD; empty beyond its end.
inline std::optional<Money> cost_by(BudgetCurve const& curve, Capacity throughput) {
  if (throughput <= curve.base.throughput) return Money{0};
  for (auto const& piece : curve.pieces) {
    if (!piece.endless && throughput > piece.throughput_to) continue;
    return piece.from + Money{(throughput - piece.throughput_from).parts()} * piece.price.parts();
  }
  return std::nullopt;
}

}  // namespace corridor::test
