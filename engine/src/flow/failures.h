#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "flow/network.h"

namespace corridor::flow {

/// What is left of a maximum flow when edges fail together, for one set of edges after another.
///
/// Cutting the flow f off the failed edges leaves an excess at their tails and a deficit at their
/// heads. With r the most that can be moved from the ones to the others in what is left of the
/// network, the new maximum is value - sum f + r; so what cannot be moved is lost. Each set is
/// repaired near where it failed and undone by a log, and most sets need no search at all:
/// - edges that carry nothing lose nothing;
/// - every way from an excess to a deficit stays between their strong components of the residual
///   network, so where these lie apart everything is lost (Picard and Queyranne 1980), and
///   elsewhere the search keeps within them.
/// The search is bidirectional: it ends when the smaller of its two sides is exhausted.
class Failures {
 public:
  struct EdgeFlow {
    EdgeIndex edge = 0;
    Amount flow = 0;
  };
  /// The maximum flow without the failed edges, and the proof that there is no larger one.
  struct Remainder {
    Amount value = 0;
    std::vector<EdgeFlow> changed;  ///< where it differs from the base, by edge
    std::vector<char> source_side;  ///< by vertex: the minimum cut nearest the source
  };

  /// `flows` is a maximum flow of value `value`, by edge; no edge has a reverse capacity. O(n + m).
  /// Throws as build_network does.
  Failures(Problem const& problem, std::span<Amount const> flows, Amount value);

  /// How much less can flow without these edges, each named once. Touches what is rerouted.
  Amount loss(std::span<EdgeIndex const> failed);

  /// The flow and the cut without them. O(n + m) more than the loss.
  Remainder remainder(std::span<EdgeIndex const> failed);

  Amount value() const { return value_; }
  Amount flow(EdgeIndex edge) const { return flows_[edge]; }
  /// How many sets needed a search so far.
  std::uint64_t searches() const { return searches_; }

 private:
  /// Search numbers that reached a vertex from the excesses and from the deficits, and the arcs
  /// they came by, so that a visit touches one cache line.
  struct Mark {
    std::uint32_t forward = 0;
    std::uint32_t backward = 0;
    ArcIndex into = kNone;
    ArcIndex out_of = kNone;
  };
  struct Entry {
    ArcIndex arc;
    Amount added;
  };
  struct Side {
    std::vector<Vertex> queue;
    std::size_t next = 0;
    std::uint64_t work = 0;
    bool exhausted() const { return next == queue.size(); }
  };

  bool carries(std::span<EdgeIndex const> failed) const;
  void close(std::span<EdgeIndex const> failed);
  void add(ArcIndex arc, Amount amount);
  void give(Vertex v, Amount amount);
  Amount excess() const;
  void bound_components();
  bool apart() const;
  void route();
  void start_search();
  Vertex find_meeting();
  Vertex expand_forward();
  Vertex expand_backward();
  void push_through(Vertex meeting);
  std::vector<EdgeFlow> changed_flows(std::span<EdgeIndex const> failed);
  std::vector<char> reached_from_source();
  void undo();

  std::vector<Edge> edges_;  ///< by stored vertex numbers
  std::vector<Amount> flows_;
  Amount value_ = 0;
  Network network_;
  std::vector<EdgeIndex> edge_of_arc_;
  std::vector<Arc> arcs_;  ///< residuals of the base flow, while no set is being looked at
  std::vector<std::uint32_t> component_;
  std::uint64_t searches_ = 0;

  std::vector<Entry> log_;
  std::vector<Amount> imbalance_;  ///< > 0: an excess, < 0: a deficit
  std::vector<char> listed_;
  std::vector<Vertex> unbalanced_;
  std::uint32_t lowest_ = 0, highest_ = 0;  ///< components that a way may use
  std::uint32_t search_ = 0;
  std::vector<Mark> marks_;
  Side forward_, backward_;
};

}  // namespace corridor::flow
