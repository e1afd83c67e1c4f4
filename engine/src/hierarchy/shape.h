#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "hierarchy/order.h"

namespace corridor::hierarchy {

/// At most 65,535: a network that needs more has no small separators and is not for hierarchies.
using Depth = std::uint16_t;

/// What a customizable contraction hierarchy (Dibbelt, Strasser & Wagner 2016) knows of a network
/// whatever its weights: taking the vertices out in an order and joining the neighbours of each
/// one that goes. Vertices are their ranks in an order of the same effect, in which the vertices of
/// every subtree of the elimination tree follow each other. Immutable, shared between threads.
///
/// An edge joins a vertex to a higher one and stands for both directions. The edges of a vertex
/// are sorted by their upper end, and the first of these is its parent in the elimination tree:
/// all that a search upwards can meet lies on the way from a vertex to its root.
struct Shape {
  std::vector<Vertex> rank;          ///< by the caller's vertex
  std::vector<std::uint32_t> first;  ///< edges of v: [first[v], first[v + 1])
  std::vector<Vertex> upper;         ///< by edge
  /// How many vertices lie above: 0 at a root. The vertices above a vertex differ in it, so it is
  /// their place in the arrays of a search.
  std::vector<Depth> depth;
  std::vector<Depth> upper_depth;  ///< by edge, of its upper end
  Depth height = 0;                ///< one more than the largest depth
  /// Edges by their upper end, sorted by the lower one: [first_down[v], first_down[v + 1]).
  std::vector<std::uint32_t> first_down;
  std::vector<std::uint32_t> edge_down;
  std::vector<Vertex> lower_down;  ///< the lower ends of edge_down
  /// The edge of each of the caller's arcs, kNone for a loop.
  std::vector<std::uint32_t> edge_of_arc;
  /// The caller's arcs by edge, in their order: [first_arc[e], first_arc[e + 1]).
  std::vector<std::uint32_t> first_arc;
  std::vector<ArcIndex> arc_of_edge;
  /// Bit 0: the caller's arc leads upwards.
  std::vector<char> leads_up;

  Vertex vertices() const { return static_cast<Vertex>(first.size() - 1); }
  std::uint32_t edges() const { return static_cast<std::uint32_t>(upper.size()); }
  Vertex parent(Vertex v) const { return first[v] == first[v + 1U] ? kNone : upper[first[v]]; }
  /// The edge between two vertices, kNone if there is none. O(log degree).
  std::uint32_t edge(Vertex low, Vertex high) const;
};

/// `order` from the first vertex taken out to the last. Time and memory linear in the edges that
/// arise, but for sorting. Throws std::invalid_argument when the order is not one of the vertices
/// or an arc ends out of range, std::overflow_error when there are 2^31 edges or more, or more than
/// 65,535 vertices one above the other.
Shape make_shape(std::span<Vertex const> order, std::span<Arc const> arcs);

}  // namespace corridor::hierarchy
