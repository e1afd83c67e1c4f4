#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "corridor/graph/graph.h"
#include "corridor/model/network.h"

namespace corridor {

/// The (node, mode) pairs that occur at some links, numbered by node, then mode. Pair i has the
/// vertices 2 + 2i (arrival) and 3 + 2i (departure).
class ModePairs {
 public:
  struct Pair {
    NodeId node;
    ModeId mode;
  };

  /// O(links + nodes + modes): two counting sorts, no map.
  ModePairs(Network const& network, std::vector<LinkId> const& links);

  std::size_t size() const { return pairs_.size(); }
  std::size_t vertex_count() const { return 2 + 2 * pairs_.size(); }
  Pair const& operator[](std::uint32_t pair) const { return pairs_[pair]; }

  /// Pairs at the ends of the k-th of the links.
  std::uint32_t from_of(std::size_t k) const { return pair_of_end_[2 * k]; }
  std::uint32_t to_of(std::size_t k) const { return pair_of_end_[2 * k + 1]; }
  /// O(log modes at the node).
  std::optional<std::uint32_t> find(NodeId node, ModeId mode) const;
  /// The pairs of a node are [first(node), last(node)).
  std::uint32_t first(NodeId node) const { return first_[node.index()]; }
  std::uint32_t last(NodeId node) const { return first_[node.index() + 1]; }

  static VertexId arrival(std::uint32_t pair) { return VertexId(2 + 2 * std::size_t{pair}); }
  static VertexId departure(std::uint32_t pair) { return VertexId(3 + 2 * std::size_t{pair}); }

 private:
  std::vector<Pair> pairs_;
  std::vector<std::uint32_t> first_;        // by node, and one more
  std::vector<std::uint32_t> pair_of_end_;  // two for each link
};

}  // namespace corridor
