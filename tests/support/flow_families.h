#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "flow/network.h"
#include "support/random.h"

namespace corridor::families {

// Maximum-flow instances of the families that the literature measures on, and of the shapes that
// freight networks have. The same family, size and seed give the same instance on every machine;
// tests/unit/flow/flow_families_test.cc holds their checksums.

using Random = test::Random;

/// A network with terminals. Without self loops; parallel and antiparallel edges are separate.
struct Instance {
  std::string name;  ///< family and parameters
  flow::Vertex vertices = 0;
  flow::Vertex source = 0;
  flow::Vertex sink = 0;
  std::vector<flow::Edge> edges;
  /// Looks into `edges`: the instance has to outlive it.
  flow::Problem problem() const { return {vertices, source, sink, edges}; }
};

/// A number that any change of the instance changes: FNV-1a (Fowler, Noll & Vo) over the vertices,
/// the terminals and the edges in their order. O(m).
std::uint64_t checksum(Instance const& instance);

/// GENRMF (Goldfarb & Grigoriadis 1988): b square frames of a x a vertices. Neighbours in a frame
/// are joined both ways with capacity 10^4 a^2, each frame to the next by a random permutation with
/// capacities U[1, 10^4]. From the first vertex of the first frame to the last of the last.
/// n = a^2 b, m = 4 a (a - 1) b + a^2 (b - 1).
Instance genrmf(std::uint32_t a, std::uint32_t b, std::uint64_t seed);

/// Washington random level graph (Anderson, First DIMACS Challenge 1991): from each vertex three
/// arcs to different random vertices of the next level, capacities U[1, 10^4]; the source feeds the
/// first level and the last one feeds the sink with 3 x 10^4 each. At least three rows.
/// n = rows levels + 2, m = 3 rows (levels - 1) + 2 rows.
Instance rlg(std::uint32_t rows, std::uint32_t levels, std::uint64_t seed);

/// A square with arcs both ways between neighbours, capacities U[1, 1000] each; the source feeds
/// the left side and the right side feeds the sink with 10^6 each. n = side^2 + 2,
/// m = 4 side (side - 1) + 2 side.
Instance grid(std::uint32_t side, std::uint64_t seed);

/// All arcs from lower to higher vertices, capacities U[1, 10^6] (the shape of Waissi and Setubal;
/// the range is ours). m = n (n - 1) / 2.
Instance acyclic_dense(std::uint32_t vertices, std::uint64_t seed);

/// Washington's "DinicBad": a line of arcs of capacity n and from each vertex an arc of capacity 1
/// to the sink, so that blocking flows come one unit at a time. m = 2 n - 3. Optimum: n + 1.
Instance dinic_bad(std::uint32_t vertices);

/// Washington's "GoldBad": one arc into a fan of `width` two-step ways of capacity 1 each, whose
/// ends meet again before a line of as many arcs. 3 width + 3 vertices, 4 width + 1 arcs. Optimum:
/// width.
Instance gold_bad(std::uint32_t width);

/// Road-like: a square of junctions with three quarters of its links kept, each cut into 1 to 5
/// pieces; capacities U[500, 1500], doubled or tripled on some links. The ends are the regions (a
/// twentieth of the width) at two opposite sides.
Instance road(std::uint32_t junctions, std::uint64_t seed);

/// Rail-like: the same with 62 % of the links, each cut into 1 to 19 pieces, and capacities
/// U[30, 80], doubled or tripled: most vertices lie on chains.
Instance rail(std::uint32_t junctions, std::uint64_t seed);

/// Parallel chains of `length` vertices with capacities U[1, 10^4], the same both ways, and `cross`
/// random arcs between any two vertices. Optimum without cross arcs: the sum over the chains of
/// their least capacities.
Instance corridor_chains(std::uint32_t chains, std::uint32_t length, std::uint32_t cross,
                         std::uint64_t seed);

/// Four chains with cross arcs, expanded in time (Ford & Fulkerson 1958): an arc leaves in every
/// slot and takes 1 to 6 slots, with 50 to 100 % of its capacity in each; vertices hold U[1000,
/// 30000] from one slot to the next. `nodes` is rounded down to a multiple of four.
Instance time_expanded(std::uint32_t nodes, std::uint32_t slots, std::uint64_t seed);

/// A family in growing sizes, each about twice the arcs of the one before.
struct Family {
  std::string_view name;
  std::size_t sizes;
  /// `size` in [0, sizes). O(n + m).
  Instance (*make)(std::size_t size, std::uint64_t seed);
};

/// Large families of six sizes up to more than 10^6 arcs, then small ones of one size.
std::vector<Family> const& families();

}  // namespace corridor::families
