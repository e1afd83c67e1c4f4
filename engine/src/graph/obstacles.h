#pragma once

#include <cstdint>
#include <vector>

#include "corridor/graph/compile.h"

namespace corridor {

/// Everything that keeps one arc out of a graph: a set of Obstacle.
class Obstacles {
 public:
  constexpr Obstacles() = default;
  constexpr explicit Obstacles(Obstacle obstacle) { add(obstacle); }

  constexpr bool any() const { return bits_ != 0; }
  constexpr void add(Obstacle obstacle) {
    bits_ = static_cast<std::uint8_t>(bits_ | bit_of(obstacle));
  }
  constexpr Obstacles& operator|=(Obstacles other) {
    bits_ = static_cast<std::uint8_t>(bits_ | other.bits_);
    return *this;
  }
  /// One bit for each Obstacle, as in RelaxedGraph::obstacles.
  constexpr std::uint8_t bits() const { return bits_; }

 private:
  static constexpr unsigned bit_of(Obstacle obstacle) {
    return obstacle == Obstacle::none ? 0U : 1U << (static_cast<unsigned>(obstacle) - 1U);
  }
  std::uint8_t bits_ = 0;
};

/// Answers, for one question, what keeps links, nodes and elements out of its graph.
class ObstacleFinder {
 public:
  ObstacleFinder(Network const& network, Question const& question);

  /// Of the link by itself, without its ends.
  Obstacles of(LinkId link) const;
  /// Of everything that passes, starts or ends at a node.
  Obstacles of(NodeId node) const;
  /// Of a transfer's or passage's own figures.
  static Obstacles of(Figures const& figures);

 private:
  Network const& network_;
  int year_;
  std::optional<CorridorId> corridor_;
  std::vector<bool> avoided_nodes_, avoided_links_;
};

}  // namespace corridor
