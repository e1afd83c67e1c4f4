// Asked for by the library: its compiled instances have no 64-bit amounts.
#define MAXFLOW_INCLUDE_TEMPLATE_IMPLEMENTATION
#include <maxflow.h>

#include <memory>
#include <vector>

#include "foreign.h"

namespace corridor::bench {
namespace {

using Graph = maxflow::Graph<long long, long long, long long>;

std::unique_ptr<Graph> build(families::Instance const& instance) {
  auto made = std::make_unique<Graph>(static_cast<int>(instance.vertices),
                                      static_cast<int>(instance.edges.size()), nullptr);
  made->add_node(static_cast<int>(instance.vertices));
  constexpr long long kEndless = 1LL << 60;
  made->add_tweights(static_cast<int>(instance.source), kEndless, 0);
  made->add_tweights(static_cast<int>(instance.sink), 0, kEndless);
  for (auto const& edge : instance.edges) {
    made->add_edge(static_cast<int>(edge.tail), static_cast<int>(edge.head), edge.capacity,
                   edge.reverse_capacity);
  }
  return made;
}

}  // namespace

Measurement measure_libmaxflow(families::Instance const& instance, Repetitions const& repetitions) {
  std::vector<std::unique_ptr<Graph>> graphs;
  double build_seconds = 0;
  auto measured = repeated(
      repetitions,
      [&](std::size_t count) {
        graphs.clear();
        double const start = thread_seconds();
        for (std::size_t i = 0; i < count; ++i) graphs.push_back(build(instance));
        build_seconds = (thread_seconds() - start) / static_cast<double>(count);
      },
      [&](std::size_t i) -> std::int64_t { return graphs[i]->maxflow(); });
  measured.build_seconds = build_seconds;
  return measured;
}

}  // namespace corridor::bench
