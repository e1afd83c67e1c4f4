#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "flow/network.h"
#include "flow/solution.h"

namespace corridor::flow {

/// A vertex of a running solve: 24 bytes, so that activating a neighbour touches one cache line.
struct VertexState {
  Amount excess = 0;
  ArcIndex current = 0;        ///< arcs before this one are not admissible
  Vertex next_active = kNone;  ///< in the stack of active vertices with the same label
  Vertex next_in_layer = kNone;
  Vertex previous_in_layer = kNone;
};

/// A vertex in one of the augmenting kernel's search trees.
struct TreeVertex {
  ArcIndex parent = 0;   ///< the arc to it
  ArcIndex current = 0;  ///< arcs before this one lead to no parent on the level below
  Vertex first_child = kNone;
  Vertex next_sibling = kNone;  ///< of an orphan: the next orphan
  Vertex previous_sibling = kNone;
};

/// All scratch of a cold solve, reused between solves: once it has seen a network of some size, no
/// later solve up to that size allocates. One per thread.
struct Workspace {
  std::vector<Arc> arcs;  ///< after a solve: the residuals it ended with
  std::vector<VertexState> vertices;
  std::vector<std::uint32_t> labels;
  std::vector<Vertex> active;  ///< per label, the top of its stack
  std::vector<Vertex> layer;   ///< per label, the first vertex of its doubly linked list
  std::vector<Vertex> queue;
  std::vector<Workspace> other;  ///< none or one: for a probe of the turned network
  Network turned;
  std::vector<Workspace> larger;    ///< per reduction: the arcs of the network it was made from
  std::vector<char> reach;          ///< by stored vertex
  Solution solution;                ///< where a solver puts its answers
  std::uint64_t solved = 0;         ///< the network of solution.flows; 0: not noted
  std::vector<EdgeIndex> carrying;  ///< all edges with flow there are among these

  std::vector<TreeVertex> tree_vertices;
  std::vector<Vertex> orphans;
  std::array<std::vector<Vertex>, 2> frontier, next_frontier;

  /// Makes `arcs` those of the network at zero flow. O(m), or as little as the solve before changed
  /// when that was of the same network and noted what it changed.
  void load(Network const& network);

  /// Notes that an arc of the loaded network and its reverse changed.
  void touch(ArcIndex a) {
    if (touched.size() < touched.capacity())
      touched.push_back(a);
    else
      touch_all();
  }
  /// Notes that anything may have changed.
  void touch_all() { loaded = 0; }

  bool conserved = false;    ///< `arcs` is a flow already, nothing is stranded
  std::uint64_t loaded = 0;  ///< the network that `arcs` is of but for `touched`; 0: none
  std::vector<ArcIndex> touched;
};

}  // namespace corridor::flow
