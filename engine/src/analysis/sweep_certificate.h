#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "corridor/graph/graph.h"

namespace corridor {

/// What proves a scenario's throughput: a flow from below, a cut from above. Whole TEU/year.
struct SweepProof {
  std::span<std::int64_t const> capacity;  ///< by arc, in the scenario; together below 2^62
  std::span<std::int64_t const> flow;      ///< by arc
  std::span<char const> source_side;       ///< by vertex: 1 on the origin's side of the cut
  std::int64_t throughput = 0;
  /// What stands for no limit: more than all limited capacities together, so that a flow of as much
  /// shows a way without any.
  std::int64_t unlimited = 0;
};

/// Checks proofs of scenarios of one graph; shares no code with the solver. One per thread.
class SweepCheck {
 public:
  /// `graph` must outlive this.
  explicit SweepCheck(Graph const& graph);

  /// What is wrong, or an empty text: 0 <= flow <= capacity on every arc, conservation at every
  /// vertex, as much leaves the origin as is claimed, and the capacities across the cut add up to
  /// that; without a limit the flow alone proves it. O(vertices + arcs) from scratch, no
  /// allocation.
  std::string violation(SweepProof const& proof);

 private:
  struct Ends {
    std::uint32_t tail, head;
  };
  std::uint32_t origin_, destination_;
  std::vector<Ends> ends_;         // by arc
  std::vector<std::int64_t> net_;  // by vertex: what leaves less what arrives
};

}  // namespace corridor
