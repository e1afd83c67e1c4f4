#include <algorithm>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <utility>
#include <vector>

#include "contenders.h"

namespace corridor::bench {
namespace {

using Csr =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;
using CsrEdge = Csr::edge_descriptor;

/// Boost wants a reverse edge for every edge; arrays beside the graph are its fastest form.
struct Residual {
  Csr graph;
  std::vector<std::int64_t> capacity, residual;
  std::vector<CsrEdge> reverse;
  double build_seconds = 0;
};

struct Half {
  std::uint32_t tail, head, id;
  std::int64_t capacity;
};

std::vector<Half> halves_by_tail(families::Instance const& instance) {
  std::vector<Half> halves;
  halves.reserve(2 * instance.edges.size());
  for (auto const& edge : instance.edges) {
    auto const id = static_cast<std::uint32_t>(halves.size());
    halves.push_back({edge.tail, edge.head, id, edge.capacity});
    halves.push_back({edge.head, edge.tail, id + 1, edge.reverse_capacity});
  }
  std::stable_sort(halves.begin(), halves.end(),
                   [](Half const& a, Half const& b) { return a.tail < b.tail; });
  return halves;
}

Residual build(families::Instance const& instance) {
  double const start = thread_seconds();
  auto const halves = halves_by_tail(instance);
  std::vector<std::uint32_t> place(halves.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(halves.size());
  for (std::uint32_t i = 0; i < halves.size(); ++i) {
    place[halves[i].id] = i;
    ends.emplace_back(halves[i].tail, halves[i].head);
  }
  Residual made;
  made.graph = Csr(boost::edges_are_sorted, ends.begin(), ends.end(), instance.vertices);
  made.residual.resize(halves.size());
  made.capacity.reserve(halves.size());
  made.reverse.reserve(halves.size());
  for (Half const& half : halves) {
    made.capacity.push_back(half.capacity);
    made.reverse.emplace_back(half.head, place[half.id ^ 1U]);
  }
  made.build_seconds = thread_seconds() - start;
  return made;
}

}  // namespace

Measurement measure_boost_push_relabel(families::Instance const& instance, Answer /*answer*/,
                                       Repetitions const& repetitions) {
  Residual made = build(instance);
  auto const edges = get(boost::edge_index, made.graph);
  auto measured = repeated(repetitions, [&] {
    return boost::push_relabel_max_flow(
        made.graph, instance.source, instance.sink,
        boost::make_iterator_property_map(made.capacity.begin(), edges),
        boost::make_iterator_property_map(made.residual.begin(), edges),
        boost::make_iterator_property_map(made.reverse.begin(), edges),
        get(boost::vertex_index, made.graph));
  });
  measured.build_seconds = made.build_seconds;
  return measured;
}

Measurement measure_boost_boykov_kolmogorov(families::Instance const& instance, Answer /*answer*/,
                                            Repetitions const& repetitions) {
  Residual made = build(instance);
  auto const edges = get(boost::edge_index, made.graph);
  auto const vertices = get(boost::vertex_index, made.graph);
  std::vector<CsrEdge> predecessor(instance.vertices);
  std::vector<boost::default_color_type> colour(instance.vertices);
  std::vector<long> distance(instance.vertices);
  auto measured = repeated(repetitions, [&] {
    return boost::boykov_kolmogorov_max_flow(
        made.graph, boost::make_iterator_property_map(made.capacity.begin(), edges),
        boost::make_iterator_property_map(made.residual.begin(), edges),
        boost::make_iterator_property_map(made.reverse.begin(), edges),
        boost::make_iterator_property_map(predecessor.begin(), vertices),
        boost::make_iterator_property_map(colour.begin(), vertices),
        boost::make_iterator_property_map(distance.begin(), vertices), vertices, instance.source,
        instance.sink);
  });
  measured.build_seconds = made.build_seconds;
  return measured;
}

}  // namespace corridor::bench
