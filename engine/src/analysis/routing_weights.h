#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/routing_topology.h"
#include "corridor/graph/objective.h"
#include "corridor/model/question.h"
#include "graph/obstacles.h"
#include "hierarchy/metric.h"

namespace corridor {

/// What each arc of a topology weighs under a question's year, corridor and avoided elements: its
/// exact amount, or nothing where the question cannot use it.
class RoutingAmounts {
 public:
  RoutingAmounts(RoutingTopology const& topology, Network const& network,
                 Question const& conditions, Objective const& objective, ValueOfTime value);

  /// Empty: not usable. O(1).
  std::optional<Int128> operator()(std::size_t arc) const;

 private:
  Figures const* figures(std::size_t arc) const;
  bool usable(std::size_t arc) const;

  RoutingTopology const& topology_;
  Network const& network_;
  Objective const& objective_;
  ValueOfTime value_;
  ObstacleFinder finder_;
};

/// How an amount and the number of links become one number that compares like the pair: amounts in
/// steps of `step`, above `link_bits` bits for the links.
struct Packing {
  Int128 step = 1;
  unsigned link_bits = 1;

  Int128 pack(Int128 amount, bool link) const {
    return ((amount / step) << link_bits) + (link ? 1 : 0);
  }
  Int128 amount(Int128 packed) const { return (packed >> link_bits) * step; }
  std::int64_t links(Int128 packed) const {
    return static_cast<std::int64_t>(packed & ((Int128{1} << link_bits) - 1));
  }
};

/// Objectives are sums, so every amount is a multiple of what one part of a figure can add.
Packing packing_of(RoutingTopology const& topology, Objective const& objective, ValueOfTime value);

/// kUnreached where there is no amount; at least kMostWeight where 64 bits do not hold it.
hierarchy::ArcWeight packed_arc(RoutingTopology const& topology, Packing const& packing,
                                std::size_t arc, std::optional<Int128> amount);

/// Packed weights by arc, kUnreached where not usable; empty when the sum along some way may not
/// fit 64 bits. A best way leaves a vertex at most once, so the sum of the heaviest usable arc out
/// of each bounds all of them; it is told in `bound`.
struct PackedArcs {
  std::vector<hierarchy::ArcWeight> weights;
  Int128 bound = 0;
  bool fits() const { return bound < Int128{hierarchy::kMostWeight}; }
};
PackedArcs packed(RoutingTopology const& topology, RoutingAmounts const& amounts,
                  Packing const& packing);

}  // namespace corridor
