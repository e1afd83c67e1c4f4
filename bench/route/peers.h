#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace corridor::bench {

// Plain C++17: LEMON 1.3 does not compile as C++20.

/// A network with weights, its arcs sorted by tail.
struct PlainArcs {
  int vertices = 0;
  std::vector<std::pair<int, int>> ends;
  std::vector<std::int64_t> weight;
};

/// LEMON's Dijkstra on a StaticDigraph.
class LemonDijkstra {
 public:
  explicit LemonDijkstra(PlainArcs const& network);
  ~LemonDijkstra();
  LemonDijkstra(LemonDijkstra const&) = delete;
  LemonDijkstra& operator=(LemonDijkstra const&) = delete;

  /// To all vertices; the sum of their distances.
  std::int64_t all_from(int source);
  /// The distance of one vertex, the search stopped there; -1 without a way.
  std::int64_t distance(int source, int target);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Boost's dijkstra_shortest_paths on a compressed_sparse_row_graph with a column of weights.
class BoostDijkstra {
 public:
  explicit BoostDijkstra(PlainArcs const& network);
  ~BoostDijkstra();
  BoostDijkstra(BoostDijkstra const&) = delete;
  BoostDijkstra& operator=(BoostDijkstra const&) = delete;

  std::int64_t all_from(int source);
  std::int64_t distance(int source, int target);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace corridor::bench
