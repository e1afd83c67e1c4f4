#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "corridor/analysis/sweep_plan.h"
#include "corridor/export.h"
#include "corridor/graph/compile.h"
#include "corridor/graph/objective.h"

namespace corridor {

/// The best route of a scenario, or why there is none.
struct SweepRoute {
  std::vector<ArcId> arcs;  ///< of Sweep::graph, start and end included; empty: none
  std::string reason;
  bool operator==(const SweepRoute&) const = default;
};

/// One scenario answered. Scenarios in which the same things happen share what they have in common.
struct SweepRow {
  std::uint64_t scenario = 0;
  std::vector<SweepValue> values;  ///< by variation
  bool bounded = true;
  Capacity throughput;                                   ///< meaningless when not bounded
  std::shared_ptr<std::vector<ArcId> const> bottleneck;  ///< the minimum cut nearest the origin
  std::shared_ptr<SweepRoute const> route;
  Totals totals;  ///< of the route
};

/// Equal answers, wherever they stand in memory.
CORRIDOR_EXPORT bool same_answer(SweepRow const& a, SweepRow const& b);

/// Scenarios [first, last).
struct SweepRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::uint64_t size() const { return last - first; }
};
/// The i-th of n contiguous parts, i from 1 to n: the parts in order are the whole.
CORRIDOR_EXPORT SweepRange shard_of(SweepPlan const& plan, std::uint64_t i, std::uint64_t n);

/// Answers the scenarios of a plan: throughput, bottleneck and best route of each. The network is
/// compiled once, with everything that any scenario uses; a scenario is a change of capacities,
/// figures and usability on that graph. Throughput starts from the flow of the unvaried network
/// (flow/warm_flow.h); the route is searched again only where what it depends on is new.
///
/// Each answer equals that of apply, compile, max_flow and shortest_path. Checked are: of every
/// scenario a flow within its capacities and a cut of the same capacity, from scratch; of one in
/// kCheckedEvery the whole answer with its route, solved again from the network and held against
/// its certificates. A failure throws Defect.
class CORRIDOR_EXPORT Sweep {
 public:
  static constexpr std::uint64_t kCheckedEvery = 1024;

  /// O(compile + one maximum flow).
  Sweep(Network network, Question question, SweepPlan plan, Objective const& by,
        ValueOfTime value = kDefaultValueOfTime);
  Sweep(Sweep&&) noexcept;
  Sweep& operator=(Sweep&&) noexcept;
  ~Sweep();

  SweepPlan const& plan() const;
  Network const& network() const;
  Question const& question() const;
  Graph const& graph() const;  ///< what arcs of rows refer to
  Objective const& objective() const;
  ValueOfTime value_of_time() const;
  /// Of everything that rows depend on: equal for equal sweeps, on every machine. FNV-1a (Fowler,
  /// Noll and Vo 1991).
  std::uint64_t fingerprint() const;

  /// The network of one scenario.
  Network network_of(std::uint64_t scenario) const;
  /// One scenario by compile, max_flow, shortest_path and their certificates: slow.
  SweepRow solve(std::uint64_t scenario) const;
  /// Some scenarios on the calling thread.
  std::vector<SweepRow> answer(SweepRange range) const;

  /// Rows as text, called by the working threads.
  using Write = std::function<std::string(std::span<SweepRow const>)>;
  /// Rows in order and their text, called by the calling thread; false ends the sweep early.
  using Take = std::function<bool(std::span<SweepRow const>, std::string const&)>;
  /// All scenarios of the range with this many threads (1: the calling one), in order. What `take`
  /// gets does not depend on the threads. Throws what `write` and `take` throw, and
  /// std::system_error when a thread cannot be had.
  void answer(SweepRange range, unsigned threads, Write const& write, Take const& take) const;

  struct Model;  ///< known to engine/src only

 private:
  std::unique_ptr<Model const> model_;
};

}  // namespace corridor
