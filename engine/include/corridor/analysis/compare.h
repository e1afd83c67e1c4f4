#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corridor/analysis/max_flow.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/base/stages.h"
#include "corridor/export.h"

namespace corridor {

/// The title of the base among the variants of a comparison.
inline constexpr char const* kBaseTitle = "the network as it is";

/// One network of a comparison: the base or the base with scenarios applied.
struct Variant {
  std::string id;  ///< "base", "fivefold"
  std::string title;
  Network network;
};

/// What is compared.
struct ComparisonPlan {
  std::vector<NodeId> from, to;       ///< ids are the same in all variants
  std::vector<CorridorId> corridors;  ///< rows, besides "all"
  std::vector<Objective const*> objectives;
  std::optional<int> year;  ///< empty: each variant's own
  ValueOfTime value = kDefaultValueOfTime;
};

/// A corridor in a scenario. Arcs point into `graph`.
struct ComparisonCell {
  std::optional<CorridorId> corridor;  ///< empty: all corridors together
  Graph graph;
  Flow flow;
  Headroom headroom;
  std::vector<std::optional<Route>> best;  ///< by objective
};

struct Comparison {
  struct Row {
    std::vector<ComparisonCell> cells;  ///< all corridors together first, then the plan's order
  };
  std::vector<Row> variants;  ///< in the order given
};

/// corridors x scenarios. Every answer is checked by its certificate; a failing one throws Defect.
CORRIDOR_EXPORT Comparison compare(std::span<Variant const> variants, ComparisonPlan const& plan,
                                   Stages const& stages = {});

}  // namespace corridor
