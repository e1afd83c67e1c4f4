#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "corridor/graph/graph.h"

namespace corridor::test {

// Slow or foreign answers about the maximum flow of a compiled graph, each found in another way.
// All take 1 + the sum of finite capacities for an unlimited arc and give no value when the flow
// reaches it.

/// The graph as plain arrays, unlimited arcs with their stand-in.
struct PlainArcs {
  std::vector<std::uint32_t> tail, head;
  std::vector<std::int64_t> capacity;
  std::int64_t unlimited = 1;
};
PlainArcs plain_arcs(Graph const& graph);

/// Augments shortest ways on a dense matrix (Edmonds and Karp 1972).
std::optional<std::int64_t> flow_by_matrix(Graph const& graph);

/// All minimum cuts, found by looking at every set of vertices that holds the origin and not the
/// destination. At most 20 vertices.
struct CutsBySets {
  std::optional<std::int64_t> value;
  std::vector<ArcId> nearest_origin;       ///< out of the intersection of all minimum sets
  std::vector<ArcId> nearest_destination;  ///< out of their union
};
CutsBySets cuts_by_sets(Graph const& graph);

/// LEMON's Preflow.
std::optional<std::int64_t> flow_by_lemon(Graph const& graph);

/// Three of Boost's algorithms on its adjacency_list, as its own documentation shows.
enum class BoostAlgorithm { push_relabel, boykov_kolmogorov, edmonds_karp };
class BoostFlow {
 public:
  explicit BoostFlow(Graph const& graph);
  ~BoostFlow();
  BoostFlow(BoostFlow const&) = delete;
  BoostFlow& operator=(BoostFlow const&) = delete;

  /// Solves from nothing, each time.
  std::optional<std::int64_t> solve(BoostAlgorithm algorithm);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace corridor::test
