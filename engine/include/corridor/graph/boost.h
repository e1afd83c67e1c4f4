#pragma once

// The one public header that includes Boost: hands a compiled graph out as a Boost graph. All of
// it is inline, so the program's Boost may be of another version than the library's.

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstdint>
#include <utility>
#include <vector>

#include "corridor/graph/graph.h"

namespace corridor {

/// Vertices and edges have the numbers of VertexId and ArcId.
using BoostGraph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

inline BoostGraph to_boost(Graph const& graph) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(graph.arc_count());
  for (ArcId const a : graph.columns().tail.ids()) {
    ends.emplace_back(graph.tail(a).index(), graph.head(a).index());
  }
  return {boost::edges_are_sorted, ends.begin(), ends.end(),
          static_cast<std::uint32_t>(graph.vertex_count())};
}

/// A property map from edges of to_boost(graph) to `column[i]`, where i is the arc's number. The
/// column must outlive the map.
template <class T>
auto column(BoostGraph const& graph, std::vector<T> const& values) {
  return boost::make_iterator_property_map(values.begin(), get(boost::edge_index, graph));
}

inline BoostGraph::vertex_descriptor vertex(VertexId v) { return v.index(); }
inline ArcId arc(BoostGraph const& graph, BoostGraph::edge_descriptor e) {
  return ArcId(get(boost::edge_index, graph, e));
}

}  // namespace corridor
