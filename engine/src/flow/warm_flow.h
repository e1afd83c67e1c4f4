#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "flow/cut_pool.h"
#include "flow/network.h"
#include "flow/solver.h"

namespace corridor::flow {

/// A base network with a maximum flow that scenarios start from. A scenario reroutes what its
/// reductions displace, augments what its raises allow, and leaves the base as it was.
///
/// Reductions: with d the flow left without room and r the most that can be rerouted from the
/// displaced tails to the heads in the residual network, the new maximum is base - d + r. Where a
/// pooled cut's capacity equals a flow that is known to be feasible, no search is made.
/// Copyable, one per thread: copies share the network and have residuals and scratch of their own.
/// No allocation in `value` once the log and pool have grown.
class WarmFlow {
 public:
  /// Solves the base cold. Throws as build_network does.
  explicit WarmFlow(Problem const& problem);

  Amount base_value() const { return value_; }

  /// The maximum flow under the changes. O(changes) where the pool certifies it, else a search of
  /// the part of the network that the rerouting touches. Throws std::overflow_error when the
  /// changed capacities add up to more than 2^62.
  Amount value(std::span<Change const> changes);

  /// The same with the minimum cut nearest the source, equal to a cold solve's. O(m).
  Cut cut(std::span<Change const> changes);

  /// The same with the flow on every edge, from tail to head positive: a proof that needs no search
  /// to be checked. O(m).
  struct Proven {
    Cut cut;
    std::vector<Amount> flows;
  };
  Proven proven(std::span<Change const> changes);

  /// The same with the cut nearest the sink. O(m).
  Solution solution(std::span<Change const> changes);

  /// Pools a cut that is known from elsewhere, given by the caller's vertices, 1 on the source's
  /// side. It has to separate the terminals. O(n + m).
  void add_cut(std::span<char const> source_side);

  /// How many scenarios needed a search so far.
  std::uint64_t searches() const { return searches_; }

 private:
  struct Displaced {
    Amount flow = 0;  ///< without room
    bool raises = false;
  };
  struct Entry {
    ArcIndex arc;
    Amount added;
  };

  Displaced displaced_by(std::span<Change const> changes) const;
  Amount flow_on(EdgeIndex e) const;
  void add(ArcIndex arc, Amount amount);
  void apply(std::span<Change const> changes);
  void give(Vertex v, Amount amount);
  Amount offset(Amount displaced) const;
  Amount route(Amount most);
  Vertex search();
  Amount push_path(Vertex end, Amount most);
  void clear_imbalances();
  Amount repair(Amount displaced);
  Amount augment(Amount most);
  void keep_reached();
  void undo();
  Cut solve_changed(std::span<Change const> changes);
  std::vector<Amount> changed_flows(std::span<Change const> changes) const;
  std::vector<char> before_sink() const;

  /// What no scenario changes.
  struct Base {
    std::vector<Edge> edges;  ///< by stored vertex numbers
    Network network;
  };
  std::shared_ptr<Base const> base_;
  std::vector<Arc> arcs_;
  CutPool pool_;
  Amount value_ = 0;
  Amount total_ = 0;
  std::uint64_t searches_ = 0;
  std::vector<Entry> log_;
  std::vector<Amount> imbalance_;  ///< > 0: has to leave, < 0: is missing
  std::vector<Vertex> unbalanced_;
  std::vector<std::uint32_t> seen_;  ///< by search number
  std::uint32_t search_ = 0;
  std::vector<ArcIndex> came_by_;
  std::vector<Vertex> queue_;
  std::size_t queued_ = 0;
  std::vector<char> inside_;
};

}  // namespace corridor::flow
