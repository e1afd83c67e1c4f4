#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "corridor/base/int128.h"
#include "flow/network.h"

namespace corridor::flow {

/// Up to `capacity` units from tail to head at `cost` each. Unlike `Edge` it has no way back:
/// antiparallel edges never share a residual pair, because the residual of cost w costs -w.
struct CostEdge {
  Vertex tail = 0;
  Vertex head = 0;
  Amount capacity = 0;
  Amount cost = 0;
  bool operator==(CostEdge const&) const = default;
};

struct CostProblem {
  Vertex vertices = 0;
  Vertex source = 0;
  Vertex sink = 0;
  std::span<CostEdge const> edges;
};

/// So many units more, each at this price.
struct Augmentation {
  Amount amount = 0;
  Amount unit_cost = 0;
  bool operator==(Augmentation const&) const = default;
};

/// Minimum-cost flows of every value, one price after the other: successive shortest paths (Jewell
/// 1958; Busacker & Gowen 1960) with potentials that keep reduced costs from going negative
/// (Edmonds & Karp 1972), so that each price takes one run of Dijkstra's algorithm (1959). All ways
/// of one price are filled together by blocking flows on the arcs of reduced cost 0 (Dinic 1970):
/// the number of runs is the number of different prices, not of paths. Exact whole numbers.
class SuccessiveShortestPaths {
 public:
  /// `start` is empty or a feasible flow per edge that uses edges of cost 0 only, hence cheapest
  /// for its value. O(n + m). Throws std::invalid_argument on a negative capacity or cost, an end
  /// out of range, source == sink, or a start that is not as said; std::overflow_error when the
  /// costs add up to more than 2^60 or a capacity passes 2^62.
  explicit SuccessiveShortestPaths(CostProblem const& problem, std::span<Amount const> start = {});

  /// Adds what fits at the next price, at most `most` units; nothing when no more can flow or
  /// `most` is 0. Prices never fall; a price comes again only when `most` cut it short before.
  /// O(m log n) and the blocking flows. Throws std::overflow_error when the value passes 2^62.
  std::optional<Augmentation> advance(Amount most = kMaxTotal);

  Amount value() const { return value_; }  ///< units from source to sink, the start's included
  Int128 cost() const { return cost_; }    ///< of all of them
  Amount flow(EdgeIndex edge) const;       ///< what an edge carries
  std::vector<Amount> flows() const;       ///< by edge
  /// Potentials p by vertex with cost + p[tail] - p[head] >= 0 where an edge has room and <= 0
  /// where it carries something: the proof that the flow is the cheapest of its value.
  std::vector<Amount> const& potentials() const { return potential_; }

 private:
  struct CostArc {
    Vertex head = 0;
    ArcIndex reverse = 0;
    Amount residual = 0;
    Amount cost = 0;
  };

  void check(CostProblem const& problem) const;
  void build(CostProblem const& problem);
  void take_over(CostProblem const& problem, std::span<Amount const> start);
  Amount reduced(Vertex tail, CostArc const& arc) const {
    return arc.cost + potential_[tail] - potential_[arc.head];
  }
  bool tight(Vertex tail, CostArc const& arc) const {
    return arc.residual > 0 && reduced(tail, arc) == 0;
  }
  bool find_price();
  bool find_levels();
  Amount fill_levels(Amount most);
  Amount push_path(Amount most);

  Vertex source_ = 0;
  Vertex sink_ = 0;
  std::vector<ArcIndex> first_;  // arcs of v: [first_[v], first_[v + 1])
  std::vector<CostArc> arcs_;
  std::vector<ArcIndex> arc_of_edge_;  // kNone for a self loop
  std::vector<Amount> potential_;
  Amount value_ = 0;
  Int128 cost_ = 0;
  // of one search
  std::vector<Amount> distance_;
  std::vector<std::pair<Amount, Vertex>> heap_;
  std::vector<std::uint32_t> level_;
  std::vector<ArcIndex> current_;
  std::vector<Vertex> queue_;
  std::vector<ArcIndex> path_;
};

/// A minimum-cost flow of the largest value up to `most`.
struct MinCostFlow {
  Amount value = 0;
  Int128 cost = 0;
  std::vector<Augmentation> augmentations;  ///< prices rise strictly
  std::vector<Amount> flows;                ///< by edge
  std::vector<Amount> potentials;           ///< by vertex, as of SuccessiveShortestPaths
};
MinCostFlow min_cost_flow(CostProblem const& problem, Amount most = kMaxTotal,
                          std::span<Amount const> start = {});

}  // namespace corridor::flow
