#include "peer_lemon_plain.h"

#include <lemon/preflow.h>
#include <lemon/static_graph.h>

namespace corridor::bench {

Measurement measure_lemon(PlainNetwork const& network, Answer answer,
                          Repetitions const& repetitions) {
  using Digraph = lemon::StaticDigraph;
  double const start = thread_seconds();
  Digraph graph;
  graph.build(network.vertices, network.ends.begin(), network.ends.end());
  Digraph::ArcMap<std::int64_t> capacity(graph);
  for (int a = 0; a < graph.arcNum(); ++a) {
    capacity[graph.arc(a)] = network.capacity[static_cast<std::size_t>(a)];
  }
  double const build = thread_seconds() - start;
  // One object for all repetitions: only the first one allocates.
  lemon::Preflow<Digraph, Digraph::ArcMap<std::int64_t>> solver(
      graph, capacity, graph.node(network.source), graph.node(network.sink));
  auto measured = repeated(repetitions, [&] {
    if (answer == Answer::cut) {
      solver.runMinCut();
    } else {
      solver.run();
    }
    return solver.flowValue();
  });
  measured.build_seconds = build;
  return measured;
}

}  // namespace corridor::bench
