#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace corridor::flow {

using Vertex = std::uint32_t;
using ArcIndex = std::uint32_t;
using EdgeIndex = std::uint32_t;
using Amount = std::int64_t;

inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;
inline constexpr Amount kMaxTotal = Amount{1} << 62;

/// What callers describe: up to `capacity` from tail to head and up to `reverse_capacity` back. An
/// edge with both is one commodity's two-way link: the two amounts share one residual pair.
struct Edge {
  Vertex tail = 0;
  Vertex head = 0;
  Amount capacity = 0;
  Amount reverse_capacity = 0;
  bool operator==(Edge const&) const = default;
};

/// Half of a residual pair. 16 bytes in one array: a push touches head, reverse and residual
/// together.
struct Arc {
  Vertex head = 0;
  ArcIndex reverse : 31 = 0;  ///< position of the other half
  /// 1 where the other half has room: a search against the arcs need not look there, which in a
  /// large network is a cache miss. True in a network and where residuals change by `push`.
  ArcIndex room_back : 1 = 0;
  Amount residual = 0;
};
static_assert(sizeof(Arc) == 16);

/// The most arcs a network may have: positions are 31 bits.
inline constexpr std::uint64_t kMaxArcs = std::uint64_t{1} << 31;

/// Moves room from an arc to its reverse.
inline void push(Arc* arcs, ArcIndex a, Amount amount) {
  Arc& arc = arcs[a];
  Arc& back = arcs[arc.reverse];
  arc.residual -= amount;
  back.residual += amount;
  back.room_back = arc.residual > 0;
  arc.room_back = back.residual > 0;
}

/// Which way the stored network runs. `backward` turns every edge and swaps the terminals: the
/// value is the same, and the cut nearest the stored sink is the one nearest the caller's source.
enum class Direction : std::uint8_t { forward, backward };

/// Whether edges with the same two end vertices share one residual pair. Exact for value and cut;
/// `merged` is smaller and faster, also because edges without any capacity get no arcs; `separate`
/// lets a scenario edit each edge.
enum class Bundles : std::uint8_t { separate, merged };

struct Problem {
  Vertex vertices = 0;
  Vertex source = 0;
  Vertex sink = 0;
  std::span<Edge const> edges;
  /// A capacity of at least this much stands for no limit and does not count towards the total that
  /// must stay within 2^62. It must be above the sum of all capacities below it, and no way from
  /// source to sink may be unlimited throughout.
  Amount unlimited = std::numeric_limits<Amount>::max();
};

/// The residual network at zero flow: compressed sparse rows of arcs, immutable once built.
/// Vertices are numbered by breadth-first search from the stored sink and arcs sorted by head, for
/// locality.
struct Network {
  std::uint64_t id = 0;  ///< of its own for every network built; copies share it
  Direction direction = Direction::forward;
  Vertex source = 0;  ///< stored numbers, already swapped when backward
  Vertex sink = 0;
  Amount unlimited = std::numeric_limits<Amount>::max();  ///< as the problem says
  std::vector<ArcIndex> first;                            ///< arcs of v: [first[v], first[v + 1])
  std::vector<Arc> arcs;                                  ///< residual = capacity
  /// The half of an edge's pair in the row of its tail, or kNone: from tail to head when forward.
  std::vector<ArcIndex> arc_of_edge;
  /// Where bundles are merged: the edge whose only pair the arc is part of, or kNone. Else empty.
  std::vector<EdgeIndex> edge_of_arc;
  std::vector<Vertex> number_of;  ///< caller's vertex -> stored vertex
  /// Edges that share a residual pair with others: bundle b holds bundle_edges[bundle_first[b]..
  /// bundle_first[b + 1]), in their order.
  std::vector<EdgeIndex> bundle_edges;
  std::vector<std::uint32_t> bundle_first{0};

  Vertex vertices() const { return static_cast<Vertex>(first.size() - 1); }
};

/// Builds in O(n + m). Self loops get no arcs.
/// Throws std::overflow_error when the capacities add up to more than 2^62 or the arcs do not fit
/// 32 bits, std::invalid_argument on a negative capacity, an end out of range or source == sink.
Network build_network(Problem const& problem, Direction direction, Bundles bundles);

/// The edges' net flows (tail to head positive) from residuals of this network. A bundle's flow is
/// dealt to its edges in their order. `residuals` has the layout of network.arcs. The answer takes
/// the memory of `flows`, whatever that held. O(m).
std::vector<Amount> edge_flows(Network const& network, std::span<Edge const> edges,
                               std::span<Arc const> residuals, std::vector<Amount> flows = {});

/// The same where every arc with another residual than the network's is in `changed` or its reverse
/// is, and `flows` is all zero. For merged bundles. O(changed + edges in bundles).
std::vector<Amount> edge_flows_of(Network const& network, std::span<Edge const> edges,
                                  std::span<Arc const> residuals, std::span<ArcIndex const> changed,
                                  std::vector<Amount> flows);

}  // namespace corridor::flow
