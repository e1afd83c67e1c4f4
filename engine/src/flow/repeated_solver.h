#pragma once

#include <optional>
#include <span>
#include <vector>

#include "flow/network.h"
#include "flow/solver.h"
#include "flow/workspace.h"

namespace corridor::flow {

/// Solves the same vertices and edges under other capacities again and again: the network is laid
/// out once, which costs as much as solving it. Each solve starts from nothing; for a few changed
/// edges WarmFlow is faster.
class RepeatedSolver {
 public:
  /// O(n + m). Throws as build_network does. Edges have no reverse capacity.
  explicit RepeatedSolver(Problem const& problem);

  struct Solved {
    Cut cut;                    ///< nearest the source
    std::vector<Amount> flows;  ///< per edge
  };
  /// The maximum flow where edge e has capacity[e]. Amounts of at least `unlimited` stand for no
  /// limit, as in Problem. Throws std::overflow_error when the limited ones add up to more than
  /// 2^62, std::invalid_argument on a negative one. O(n^2 sqrt m), in practice near linear.
  Solved solve(std::span<Amount const> capacity, Amount unlimited);

 private:
  void load(std::span<Amount const> capacity, Amount unlimited);
  Solved solve_reduced();

  Vertex source_, sink_;
  std::vector<Edge> edges_;
  Network network_;  ///< stored backward
  bool reducible_;   ///< a reduction pays, which needs a layout of its own for every solve
  Workspace work_;
};

}  // namespace corridor::flow
