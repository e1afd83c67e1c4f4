#pragma once

#include <span>
#include <vector>

#include "flow/network.h"
#include "flow/reduction.h"
#include "flow/series_parallel.h"
#include "flow/workspace.h"

namespace corridor::flow {

struct Cut {
  Amount value = 0;
  std::vector<char> source_side;  ///< by the caller's vertex: 1 where the source's side is
};

/// A maximum flow and the minimum cuts nearest either end, which are the same for every maximum
/// flow.
struct Solution {
  Cut cut;                        ///< nearest the source
  std::vector<char> before_sink;  ///< the source's side of the cut nearest the sink
  std::vector<Amount> flows;      ///< per edge, from tail to head positive
};

/// Solves one network from scratch, however often. The network is stored backward and merged, and
/// reduced where that pays: once, when it is built.
class Solver {
 public:
  /// Looks into problem.edges as long as it lives. O(n + m). Throws as build_network does.
  explicit Solver(Problem const& problem);

  /// The value alone. O(n^2 sqrt m), in practice near linear.
  Amount value(Workspace& work) const;
  /// The value and the cut nearest the source.
  Cut cut(Workspace& work) const;
  /// The same with the arc flows, conserved everywhere and within the capacities.
  Solution solve(Workspace& work) const;

  Network const& network() const { return network_; }

 private:
  std::span<Edge const> edges_;
  Network network_;
  std::vector<Reduction> chains_;     ///< each of the one before, the first of network_
  std::vector<SeriesParallel> last_;  ///< none or one: of the last of these
};

}  // namespace corridor::flow
