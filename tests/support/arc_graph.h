#pragma once

#include <cstdint>
#include <vector>

#include "corridor/graph/graph.h"

namespace corridor::test {

/// An arc of a graph that is drawn vertex by vertex, not compiled from a network.
struct DrawnArc {
  std::uint32_t tail = 0;
  std::uint32_t head = 0;
  Limit capacity;
};

inline Limit teu(std::int64_t amount) { return Limit(Capacity::of_parts(amount)); }
inline constexpr Limit kUnlimited{};

/// Vertex 0 is the origin, vertex 1 the destination. Arcs keep their order among those of one tail.
Graph graph_of(std::size_t vertices, std::vector<DrawnArc> arcs);

}  // namespace corridor::test
