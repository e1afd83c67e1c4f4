#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>

#include "peers.h"

namespace corridor::bench {
namespace {

using Digraph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

struct Arrived {};

/// Boost stops by an exception alone.
struct StopAt : boost::default_dijkstra_visitor {
  explicit StopAt(std::uint32_t vertex) : target(vertex) {}
  void examine_vertex(std::uint32_t vertex, Digraph const&) const {
    if (vertex == target) throw Arrived();
  }
  std::uint32_t target;
};

}  // namespace

struct BoostDijkstra::State {
  explicit State(PlainArcs const& network)
      : graph(boost::edges_are_sorted, network.ends.begin(), network.ends.end(),
              static_cast<std::uint32_t>(network.vertices)),
        weight(network.weight),
        distance(static_cast<std::size_t>(network.vertices)),
        before(static_cast<std::size_t>(network.vertices)) {}

  template <class Visitor>
  void run(std::uint32_t source, Visitor const& visitor) {
    auto const index = get(boost::vertex_index, graph);
    auto const by_edge = get(boost::edge_index, graph);
    boost::dijkstra_shortest_paths(
        graph, source,
        boost::weight_map(boost::make_iterator_property_map(weight.begin(), by_edge))
            .distance_map(boost::make_iterator_property_map(distance.begin(), index))
            .predecessor_map(boost::make_iterator_property_map(before.begin(), index))
            .visitor(visitor));
  }

  Digraph graph;
  std::vector<std::int64_t> weight, distance;
  std::vector<std::uint32_t> before;
};

BoostDijkstra::BoostDijkstra(PlainArcs const& network) : state_(std::make_unique<State>(network)) {}
BoostDijkstra::~BoostDijkstra() = default;

std::int64_t BoostDijkstra::all_from(int source) {
  state_->run(static_cast<std::uint32_t>(source), boost::default_dijkstra_visitor());
  std::int64_t sum = 0;
  for (std::int64_t const each : state_->distance) {
    if (each < std::numeric_limits<std::int64_t>::max()) sum += each;
  }
  return sum;
}

std::int64_t BoostDijkstra::distance(int source, int target) {
  try {
    state_->run(static_cast<std::uint32_t>(source), StopAt(static_cast<std::uint32_t>(target)));
  } catch (Arrived const&) {
    return state_->distance[static_cast<std::size_t>(target)];
  }
  return -1;
}

}  // namespace corridor::bench
