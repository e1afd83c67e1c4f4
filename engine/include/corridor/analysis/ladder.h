#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/max_flow.h"
#include "corridor/export.h"
#include "corridor/graph/graph.h"

namespace corridor {

/// How much an arc needs beyond its present capacity.
struct LadderNeed {
  ArcId arc;
  Capacity extra;
  bool operator==(const LadderNeed&) const = default;
};

/// One step: what binds once every former bottleneck is relieved, and what it takes to go on.
struct LadderStep {
  /// The maximum flow with the bottlenecks of all former steps unlimited; flow.cut binds here.
  Flow flow;
  /// What can be carried with this bottleneck relieved too: the next step's throughput, or the
  /// target where that is less. Empty after the last step where nothing binds any more, and where
  /// the target is reached without this step.
  std::optional<Capacity> then;
  /// The least extra capacity in all, on this and former bottlenecks, that carries `then` (another
  /// plan may need as much in all on other arcs); in arc order.
  std::vector<LadderNeed> needs;
  Table<ArcId, Capacity> on_then;  ///< a flow of `then` within the capacities and the needs
  /// By vertex: they prove that the needs are the least. With cost 1 for each unit of extra
  /// capacity and 0 for present capacity, cost + potential[tail] - potential[head] is not negative
  /// where an arc has room and not positive where it carries something.
  std::vector<std::int64_t> potentials;
};

/// What binds now, what binds after that is relieved, and so on.
struct Ladder {
  std::vector<LadderStep> steps;   ///< throughputs never fall. Empty when nothing ever binds
  std::optional<Capacity> target;  ///< where it was to end
  /// The flow with every step's bottleneck unlimited, when that has no limit: the ladder ends
  /// there.
  std::optional<Flow> beyond;
};

/// Relieves the bottleneck nearest the origin, finds the next, and so on up to `target`, or to the
/// end where some way has no limit. Needs are minimum-cost flows: extra capacity costs 1 per unit
/// (Fulkerson 1959), starting from the present maximum flow. At most as many steps as limited arcs,
/// each one maximum and one minimum-cost flow. Throws std::overflow_error as max_flow does.
CORRIDOR_EXPORT Ladder bottleneck_ladder(Graph const& graph,
                                         std::optional<Capacity> target = std::nullopt);

/// What is wrong with a ladder, or an empty text: each step's flow and cut under the relieved
/// capacities, that steps follow each other up to the target or the end, and that the needs suffice
/// and are the least. Shares no code with the search. O(steps x (vertices + arcs)).
CORRIDOR_EXPORT std::string violation(Graph const& graph, Ladder const& ladder);

}  // namespace corridor
