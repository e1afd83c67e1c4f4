#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/graph/graph.h"
#include "hierarchy/order.h"

namespace corridor {

/// A network's vertices and arcs whatever a question asks: with everything that is closed, planned
/// or without capacity, so that scenarios change weights alone, and with every node as a possible
/// origin and destination.
///
/// A node with one mode and no declared passage is one vertex, for nothing happens inside it. One
/// with a passage has an arrival and a departure; with several modes each mode has these two, and
/// an origin and a destination of the node's own are joined to all of them. So every node has one
/// vertex to leave from and one to come to, and a road network of n nodes has n vertices.
struct RoutingTopology {
  /// O(nodes + links + transfers).
  explicit RoutingTopology(Network const& network);

  std::uint32_t vertices = 0;
  // by arc: links in file order, then what is inside nodes, by node
  std::vector<hierarchy::Arc> arcs;
  std::vector<ArcKind> kind;
  std::vector<std::uint32_t> element;        ///< Graph::kNoElement where there is none
  std::vector<std::uint32_t> first_of_link;  ///< arcs of link i, and one more
  std::vector<std::uint32_t> first_of_node;  ///< arcs inside node i, and one more
  std::vector<hierarchy::Vertex> departs;    ///< by node; kNone without links
  std::vector<hierarchy::Vertex> arrives;    ///< likewise
  std::vector<NodeId> node;                  ///< by vertex
  std::vector<ModeId> mode;                  ///< by vertex; unused at a node's own ends

  bool is_link(std::size_t arc) const { return kind[arc] == ArcKind::link; }
  /// Whether another network has the same links, transfers and passages between the same ends.
  bool fits(Network const& network) const;

 private:
  struct Ends {
    std::uint32_t from, to;
    std::uint32_t mode;
    bool both_ways;
    bool operator==(Ends const&) const = default;
  };
  static std::vector<Ends> ends_of(Network const& network);
  void add(hierarchy::Vertex tail, hierarchy::Vertex head, ArcKind arc_kind, std::uint32_t of);

  std::vector<Ends> ends_;  ///< links, transfers, passages by node
};

}  // namespace corridor
