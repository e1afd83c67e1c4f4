#pragma once

#include <span>
#include <vector>

#include "flow/network.h"
#include "flow/reduction.h"
#include "flow/series_parallel.h"
#include "flow/solution.h"
#include "flow/workspace.h"

namespace corridor::flow {

/// Which minimum cuts a solution holds. The one nearest the sink takes another search.
enum class Cuts { nearest_source, both };

/// Solves one network from scratch, however often. The network is stored backward and merged, and
/// reduced where that pays: once, when it is built.
class Solver {
 public:
  /// Looks into problem.edges as long as it lives. O(n + m). Throws as build_network does.
  explicit Solver(Problem const& problem);

  /// The value alone. O(n^2 sqrt m), in practice near linear.
  Amount value(Workspace& work) const;
  /// The value and the cut nearest the source. Answers lie in `work`, until its next solve.
  Cut const& cut(Workspace& work) const;
  /// The same with the arc flows, conserved everywhere and within the capacities.
  Solution const& solve(Workspace& work, Cuts cuts = Cuts::nearest_source) const;

  Network const& network() const { return network_; }

 private:
  std::span<Edge const> edges_;
  Network network_;
  std::vector<Reduction> chains_;     ///< each of the one before, the first of network_
  std::vector<SeriesParallel> last_;  ///< none or one: of the last of these
};

}  // namespace corridor::flow
