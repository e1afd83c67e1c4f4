#pragma once

#include <vector>

#include "corridor/graph/graph.h"
#include "flow/network.h"

namespace corridor {

/// A graph as the flow kernel takes it: edge e is the arc with that number, vertex v the vertex.
/// Arcs into the origin, out of the destination and around a vertex carry nothing. An unlimited arc
/// gets 1 + the sum of the finite capacities, which no flow can fill unless a way is unlimited
/// throughout: ask unlimited_way first.
class FlowProblem {
 public:
  /// `capacity` need not be the graph's own. O(arcs). Throws std::overflow_error when the finite
  /// capacities add up to 2^62 or more.
  FlowProblem(Graph const& graph, Table<ArcId, Limit> const& capacity);

  /// Valid as long as this object.
  flow::Problem problem() const { return {vertices_, kOrigin, kDestination, edges_, unlimited_}; }
  std::vector<flow::Edge> const& edges() const { return edges_; }
  /// What stands for no limit.
  flow::Amount unlimited() const { return unlimited_; }

 private:
  static constexpr flow::Vertex kOrigin = 0;
  static constexpr flow::Vertex kDestination = 1;

  flow::Vertex vertices_;
  flow::Amount unlimited_ = 1;
  std::vector<flow::Edge> edges_;
};

/// A way of unlimited arcs from origin to destination with the fewest arcs, or nothing.
/// Breadth-first search, O(vertices + arcs).
std::vector<ArcId> find_unlimited_way(Graph const& graph, Table<ArcId, Limit> const& capacity);

}  // namespace corridor
