#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <vector>

#include "corridor/graph/graph.h"

namespace corridor {

/// Edges have the numbers of ArcId, and vertices those of VertexId. Bidirectional, because
/// distances to the destination are searched backwards.
using BoostTopology = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property,
                                                         boost::no_property, boost::no_property,
                                                         std::uint32_t, std::uint32_t>;

struct Graph::Topology {
  /// Of arcs that are sorted by tail.
  Topology(Table<ArcId, VertexId> const& tail, Table<ArcId, VertexId> const& head,
           std::size_t vertex_count);

  BoostTopology boost;
  std::vector<std::uint32_t> first_out;  ///< by vertex, and one more
};

}  // namespace corridor
