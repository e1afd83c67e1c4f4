#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace corridor::hierarchy {

using Vertex = std::uint32_t;
using ArcIndex = std::uint32_t;

inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;

/// A directed arc of the caller's network.
struct Arc {
  Vertex tail = 0;
  Vertex head = 0;
};

/// An order in which to take vertices out of a network so that few shortcuts arise: the vertices
/// from the first to the last. Nested dissection (George 1973) by METIS (Karypis & Kumar 1998) on
/// the underlying undirected network. The order decides how fast answers come, never which.
/// Throws std::runtime_error when METIS cannot get its memory.
std::vector<Vertex> nested_dissection(Vertex vertices, std::span<Arc const> arcs);

}  // namespace corridor::hierarchy
