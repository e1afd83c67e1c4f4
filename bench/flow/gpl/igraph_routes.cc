#include <igraph/igraph.h>

#include <cmath>
#include <stdexcept>

#include "foreign.h"

namespace corridor::bench {

PathsMeasurement measure_igraph_routes(families::Instance const& instance, std::size_t count) {
  auto const edges = static_cast<igraph_integer_t>(instance.edges.size());
  igraph_vector_int_t ends;
  igraph_vector_t weights;
  igraph_vector_int_init(&ends, 2 * edges);
  igraph_vector_init(&weights, edges);
  for (igraph_integer_t e = 0; e < edges; ++e) {
    auto const& edge = instance.edges[static_cast<std::size_t>(e)];
    igraph_vector_int_set(&ends, 2 * e, edge.tail);
    igraph_vector_int_set(&ends, 2 * e + 1, edge.head);
    igraph_vector_set(&weights, e, static_cast<double>(edge.capacity));
  }
  igraph_t graph;
  if (igraph_create(&graph, &ends, instance.vertices, IGRAPH_DIRECTED) != IGRAPH_SUCCESS) {
    throw std::runtime_error("igraph refuses the graph");
  }
  igraph_vector_int_list_t paths;
  igraph_vector_int_list_init(&paths, 0);
  double const start = thread_seconds();
  igraph_get_k_shortest_paths(&graph, &weights, nullptr, &paths,
                              static_cast<igraph_integer_t>(count), instance.source, instance.sink,
                              IGRAPH_OUT);
  PathsMeasurement measured{thread_seconds() - start, 0};
  for (igraph_integer_t p = 0; p < igraph_vector_int_list_size(&paths); ++p) {
    auto const* const path = igraph_vector_int_list_get_ptr(&paths, p);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(path); ++i) {
      measured.sum += std::llround(VECTOR(weights)[VECTOR(*path)[i]]);
    }
  }
  igraph_vector_int_list_destroy(&paths);
  igraph_destroy(&graph);
  igraph_vector_destroy(&weights);
  igraph_vector_int_destroy(&ends);
  return measured;
}

}  // namespace corridor::bench
