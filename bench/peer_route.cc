#include "peer_route.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

namespace corridor::bench {

struct BoostRoute::State {
  using AdjacencyList =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                            boost::property<boost::edge_weight_t, std::int64_t>>;
  explicit State(std::size_t vertices) : list(vertices), distance(vertices), before(vertices) {}

  AdjacencyList list;
  std::vector<std::int64_t> distance;
  std::vector<AdjacencyList::vertex_descriptor> before;
};

BoostRoute::BoostRoute(Graph const& graph, std::vector<std::int64_t> const& weight)
    : state_(std::make_unique<State>(graph.vertex_count())) {
  for (ArcId const a : graph.columns().tail.ids()) {
    add_edge(graph.tail(a).index(), graph.head(a).index(), weight[a.index()], state_->list);
  }
}

BoostRoute::~BoostRoute() = default;

std::int64_t BoostRoute::solve() {
  auto const index = get(boost::vertex_index, state_->list);
  boost::dijkstra_shortest_paths(
      state_->list, 0,
      boost::distance_map(boost::make_iterator_property_map(state_->distance.begin(), index))
          .predecessor_map(boost::make_iterator_property_map(state_->before.begin(), index)));
  return state_->distance[1];
}

}  // namespace corridor::bench
