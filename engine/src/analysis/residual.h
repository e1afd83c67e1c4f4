#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <utility>
#include <vector>

#include "corridor/graph/graph.h"

namespace corridor {

/// The part of a graph that can carry anything from origin to destination, each arc beside its own
/// reverse of capacity 0, as Boost's flow algorithms ask for. Antiparallel arcs are two pairs:
/// merging them would need a transfer that may not exist.
class Residual {
 public:
  using BoostGraph =
      boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                         boost::no_property, std::uint32_t, std::uint32_t>;
  using Edge = BoostGraph::edge_descriptor;

  /// An arc of the graph and the edge that stands for it.
  struct Kept {
    ArcId arc;
    std::uint32_t edge;
  };

  /// `capacity` need not be the graph's own. O(vertices + arcs). Unlimited arcs get one more than
  /// all finite capacities together, which no flow can fill unless a way is unlimited. Throws
  /// std::overflow_error when that sum passes 2^62: more than four million arcs of the largest
  /// capacity that a network may state.
  Residual(Graph const& graph, Table<ArcId, Limit> const& capacity);

  /// Makes the residual capacities those of a maximum flow (Boykov and Kolmogorov 2004).
  void solve();

  std::vector<Kept> const& kept() const { return kept_; }
  std::int64_t flow(Kept const& kept) const { return capacity_[kept.edge] - residual_[kept.edge]; }

  /// Arcs that leave the smallest set that holds the origin and no residual way leaves.
  std::vector<ArcId> cut_at_origin() const;
  /// Arcs that enter the smallest set that holds the destination and no residual way enters.
  std::vector<ArcId> cut_at_destination() const;

 private:
  enum class Side { origin, destination };
  std::vector<char> side(Side from) const;

  std::vector<Kept> kept_;  // in arc order
  BoostGraph graph_;        // vertices renumbered: origin 0, destination 1
  std::vector<std::int64_t> capacity_, residual_;
  std::vector<Edge> reverse_;
};

}  // namespace corridor
