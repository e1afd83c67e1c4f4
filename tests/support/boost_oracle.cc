#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 takes the optional inside adjacency_list's edge iterator for uninitialised.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

#include "support/max_flow_oracle.h"

namespace corridor::test {

struct BoostFlow::State {
  using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
  using EdgeProperties = boost::property<
      boost::edge_capacity_t, std::int64_t,
      boost::property<boost::edge_residual_capacity_t, std::int64_t,
                      boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>;
  using VertexProperties = boost::property<
      boost::vertex_color_t, boost::default_color_type,
      boost::property<boost::vertex_distance_t, long,
                      boost::property<boost::vertex_predecessor_t, Traits::edge_descriptor>>>;
  using AdjacencyList = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS,
                                              VertexProperties, EdgeProperties>;

  AdjacencyList list;
  std::int64_t unlimited = 0;

  std::int64_t solve(BoostAlgorithm algorithm) {
    switch (algorithm) {
      case BoostAlgorithm::push_relabel:
        return boost::push_relabel_max_flow(list, 0, 1);
      case BoostAlgorithm::boykov_kolmogorov:
        return boost::boykov_kolmogorov_max_flow(list, 0, 1);
      case BoostAlgorithm::edmonds_karp:
        break;
    }
    return boost::edmonds_karp_max_flow(list, 0, 1);
  }
};

BoostFlow::BoostFlow(Graph const& graph) : state_(std::make_unique<State>()) {
  auto const arcs = plain_arcs(graph);
  auto& list = state_->list;
  list = State::AdjacencyList(graph.vertex_count());
  state_->unlimited = arcs.unlimited;
  auto const capacity = get(boost::edge_capacity, list);
  auto const reverse = get(boost::edge_reverse, list);
  for (std::size_t a = 0; a < arcs.tail.size(); ++a) {
    // Into the origin, out of the destination and around a vertex nothing useful flows.
    if (arcs.head[a] == 0 || arcs.tail[a] == 1 || arcs.head[a] == arcs.tail[a]) continue;
    auto const edge = add_edge(arcs.tail[a], arcs.head[a], list).first;
    auto const back = add_edge(arcs.head[a], arcs.tail[a], list).first;
    capacity[edge] = arcs.capacity[a];
    capacity[back] = 0;
    reverse[edge] = back;
    reverse[back] = edge;
  }
}

BoostFlow::~BoostFlow() = default;

std::optional<std::int64_t> BoostFlow::solve(BoostAlgorithm algorithm) {
  auto const value = state_->solve(algorithm);
  if (value >= state_->unlimited) return std::nullopt;
  return value;
}

}  // namespace corridor::test
