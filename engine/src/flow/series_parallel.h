#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "flow/network.h"
#include "flow/workspace.h"

namespace corridor::flow {

/// A smaller network with the same maximum flow, by three exact steps that are repeated until none
/// is left (Duffin 1965): a vertex with one neighbour falls away, a vertex with two becomes an arc
/// pair between them with the lesser capacity each way, parallel pairs become one with the sum. A
/// step may make the next one possible, one vertex after the other along the whole network: what
/// reduction.h does in one sweep over the chains would then take a sweep for each.
struct SeriesParallel {
  /// Arc pairs joined or given in the network: `capacity[0]` leads from ends[0] to ends[1].
  struct Pair {
    std::array<Vertex, 2> ends{};
    std::array<Amount, 2> capacity{};
  };

  /// One step, to be taken back. Series: `vertex` lay between `first` and `second`. Parallel: no
  /// vertex. Dead end: `vertex` lay at the end of `first`, no `second`.
  struct Step {
    Vertex vertex = kNone;
    std::uint32_t first = kNone;
    std::uint32_t second = kNone;
    std::uint32_t made = kNone;  ///< the pair in place of the two; kNone where nothing can flow
  };

  Network network;                     ///< direction forward: as the larger one is stored
  std::vector<Edge> edges;             ///< of `network`
  std::vector<std::uint32_t> pair_of;  ///< per edge
  std::vector<Vertex> kept;            ///< the caller's vertex of `network` -> larger network's
  std::vector<Pair> pairs;             ///< first those of the larger network, then those made
  std::vector<ArcIndex> arcs;          ///< of the larger network, per pair of it: ends[0]'s half
  std::vector<Step> steps;
};

/// O(n + m).
SeriesParallel reduce_series_parallel(Network const& network);

/// Whether those steps may go a long way: a fifth of the vertices have at most two neighbours, or
/// one step makes another possible. O(n), and O(1) per vertex with two neighbours.
bool is_series_parallel_in_part(Network const& network);

/// Which vertices of the larger network reach its sink when no more can flow, given that for the
/// smaller one (by stored number). O(n).
std::vector<char> lift_reach(Network const& network, SeriesParallel const& reduction,
                             std::vector<char> const& reaches_sink);

/// Puts the smaller network's flow into the larger one's arcs, which `larger` holds at zero flow.
/// O(m).
void lift_flow(SeriesParallel const& reduction, std::span<Arc const> residuals, Workspace& larger);

}  // namespace corridor::flow
