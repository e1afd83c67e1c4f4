#include <lemon/dijkstra.h>
#include <lemon/static_graph.h>

#include "peers.h"

namespace corridor::bench {

struct LemonDijkstra::State {
  using Digraph = lemon::StaticDigraph;
  using Weights = Digraph::ArcMap<std::int64_t>;

  explicit State(PlainArcs const& network) : weight(built(network)), solver(graph, weight) {
    for (int a = 0; a < graph.arcNum(); ++a) {
      weight[graph.arc(a)] = network.weight[static_cast<std::size_t>(a)];
    }
  }
  Digraph& built(PlainArcs const& network) {
    graph.build(network.vertices, network.ends.begin(), network.ends.end());
    return graph;
  }

  Digraph graph;
  Weights weight;
  lemon::Dijkstra<Digraph, Weights> solver;
};

LemonDijkstra::LemonDijkstra(PlainArcs const& network) : state_(std::make_unique<State>(network)) {}
LemonDijkstra::~LemonDijkstra() = default;

std::int64_t LemonDijkstra::all_from(int source) {
  auto& [graph, weight, solver] = *state_;
  solver.run(graph.node(source));
  std::int64_t sum = 0;
  for (int v = 0; v < graph.nodeNum(); ++v) {
    if (solver.reached(graph.node(v))) sum += solver.dist(graph.node(v));
  }
  return sum;
}

std::int64_t LemonDijkstra::distance(int source, int target) {
  auto& [graph, weight, solver] = *state_;
  bool const reached = solver.run(graph.node(source), graph.node(target));
  return reached ? solver.dist(graph.node(target)) : -1;
}

}  // namespace corridor::bench
