#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "flow/network.h"
#include "flow/workspace.h"

namespace corridor::flow {

/// A smaller network with the same maximum flow: dead ends are gone and chains of vertices with two
/// neighbours are one arc pair that carries the chain's least capacity each way; what became
/// parallel is merged. `chain_arcs` lead back to the network it was made from.
struct Reduction {
  Network network;  ///< direction forward, that is, as the larger network is stored
  std::vector<Edge> chains;
  std::vector<std::uint32_t>
      chain_first;                   ///< chain c: chain_arcs[chain_first[c]..chain_first[c+1])
  std::vector<ArcIndex> chain_arcs;  ///< of the larger network, in order from tail to head
  std::vector<Vertex> kept;          ///< the caller's vertex of `network` -> larger network's
};

/// Share of vertices, in percent, that must have at most two neighbours for a reduction to be
/// tried. A guess between families without such vertices and road or rail with more than half.
inline constexpr std::uint32_t kWorthReducingPercent = 20;

/// Below this many arcs no reduction is tried: building the smaller network allocates. A guess.
inline constexpr std::size_t kWorthReducingArcs = 4'096;

bool worth_reducing(Network const& network);  ///< O(n)
Reduction reduce(Network const& network);     ///< O(n + m), no recursion

/// Which vertices of the larger network lie on the far side of the cut nearest the stored sink,
/// given that for the smaller one (by stored number). O(n + m).
std::vector<char> lift_reach(Network const& network, Reduction const& reduction,
                             std::vector<char> const& reaches_sink);

/// Puts the smaller network's flow into the larger one's arcs, which `larger` holds at zero flow.
/// O(m).
void lift_flow(Reduction const& reduction, std::span<Arc const> residuals, Workspace& larger);

}  // namespace corridor::flow
