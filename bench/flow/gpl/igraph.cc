#include <igraph/igraph.h>

#include <cmath>
#include <stdexcept>

#include "foreign.h"

namespace corridor::bench {
namespace {

/// igraph's objects, released at the end.
class Directed {
 public:
  explicit Directed(families::Instance const& instance) {
    auto const count = static_cast<igraph_integer_t>(instance.edges.size());
    igraph_vector_int_init(&ends_, 2 * count);
    igraph_vector_init(&capacity, count);
    for (igraph_integer_t e = 0; e < count; ++e) {
      auto const& edge = instance.edges[static_cast<std::size_t>(e)];
      igraph_vector_int_set(&ends_, 2 * e, edge.tail);
      igraph_vector_int_set(&ends_, 2 * e + 1, edge.head);
      igraph_vector_set(&capacity, e, static_cast<double>(edge.capacity));
    }
    igraph_vector_init(&flow, 0);
    if (igraph_create(&graph, &ends_, instance.vertices, IGRAPH_DIRECTED) != IGRAPH_SUCCESS)
      throw std::runtime_error("igraph refuses the graph");
  }
  ~Directed() {
    igraph_destroy(&graph);
    igraph_vector_destroy(&flow);
    igraph_vector_destroy(&capacity);
    igraph_vector_int_destroy(&ends_);
  }
  Directed(Directed const&) = delete;
  Directed& operator=(Directed const&) = delete;

  igraph_t graph{};
  igraph_vector_t capacity{};
  igraph_vector_t flow{};

 private:
  igraph_vector_int_t ends_{};
};

}  // namespace

Measurement measure_igraph(families::Instance const& instance, Answer answer,
                           Repetitions const& repetitions) {
  double const start = thread_seconds();
  Directed made(instance);
  double const build = thread_seconds() - start;
  auto measured = repeated(repetitions, [&] {
    igraph_real_t value = 0;
    if (answer == Answer::cut) {
      igraph_maxflow_value(&made.graph, &value, instance.source, instance.sink, &made.capacity,
                           nullptr);
    } else {
      igraph_maxflow(&made.graph, &value, &made.flow, nullptr, nullptr, nullptr, instance.source,
                     instance.sink, &made.capacity, nullptr);
    }
    return static_cast<std::int64_t>(std::llround(value));
  });
  measured.build_seconds = build;
  return measured;
}

}  // namespace corridor::bench
