#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "corridor/graph/graph.h"

namespace corridor::bench {

/// Boost's Dijkstra from the origin on a plain adjacency_list that holds the weights in its edges.
class BoostRoute {
 public:
  BoostRoute(Graph const& graph, std::vector<std::int64_t> const& weight);
  ~BoostRoute();
  BoostRoute(BoostRoute const&) = delete;
  BoostRoute& operator=(BoostRoute const&) = delete;

  /// The distance to the destination.
  std::int64_t solve();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace corridor::bench
