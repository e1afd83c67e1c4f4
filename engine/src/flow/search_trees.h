#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "flow/network.h"
#include "flow/workspace.h"

namespace corridor::flow {

/// The augmenting kernel: incremental breadth-first search (Goldberg, Hed, Kaplan, Tarjan & Werneck
/// 2011). Two breadth-first trees grow level by level from the terminals; where they meet, flow is
/// pushed, and vertices cut off by that find a new parent, at a higher level if need be, or leave
/// their tree. O(n^2 m) at worst, but it may be stopped after a bounded amount of work: what it has
/// pushed by then is a feasible flow.
class SearchTrees {
 public:
  /// `work` holds the network's arcs at any feasible flow. O(n).
  SearchTrees(Network const& network, Workspace& work);

  static constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

  /// Grows until the tree of the stored sink holds everything that reaches it (true), or gives up
  /// (false): when about `budget` arcs have been looked at or the pace shows that it will not do.
  bool run(std::uint64_t budget);

  /// What was pushed.
  Amount value() const { return value_; }

  /// Replaces the trees by what find_value_and_cut promises: the level in the sink's tree, n
  /// outside.
  void label_reach();

 private:
  // A vertex's place is 0 outside the trees, else 2 (level + 1) + its tree: one comparison tells
  // tree and level.
  enum class Tree : std::uint32_t { source = 0, sink = 1 };
  static constexpr std::uint32_t kOutside = 0;
  static constexpr std::uint32_t kLevel = 2;

  /// In arcs looked at: what a network of some hundred arcs needs several times over.
  static constexpr std::uint64_t kFreeWork = 32'768;

  /// From so many arcs in a row on average, a vertex first pushes whatever it can and only then
  /// takes children: were it to lose its place to a push, a row of them would need another parent.
  /// Measured: that halves the work on dense networks and costs a tenth on sparse ones.
  static constexpr std::size_t kDense = 32;

  bool gives_up(std::uint64_t budget) { return work_done_ > patience_ && is_too_slow(budget); }
  bool is_too_slow(std::uint64_t budget);
  Amount leaves_source() const;
  Amount leaves_neighbours_of_source() const;

  static constexpr std::size_t index(Tree tree) { return static_cast<std::size_t>(tree); }
  static constexpr bool is_in(Tree tree, std::uint32_t place) {
    return place != kOutside && (place & 1U) == static_cast<std::uint32_t>(tree);
  }

  /// Whether there is room from v, in whose row the arc is, to the arc's head; or from there to v.
  template <Tree tree>
  static bool has_room_outwards(Arc const& arc) {
    return tree == Tree::source ? arc.residual > 0 : arc.room_back != 0;
  }
  template <Tree tree>
  static bool has_room_inwards(Arc const& arc) {
    return tree == Tree::source ? arc.room_back != 0 : arc.residual > 0;
  }

  void plant(Vertex root, Tree tree);
  template <Tree tree>
  bool grow(std::uint64_t budget);
  template <Tree tree>
  void scan(Vertex v);
  std::uint64_t arcs_of_frontier() const;
  void join_sink_tree();
  void finish_sink_tree();
  void augment(ArcIndex bridge);
  template <Tree tree>
  void adopt_orphans();
  template <Tree tree>
  void adopt(Vertex v);
  template <Tree tree>
  ArcIndex lowest_parent(Vertex v, std::uint32_t below);

  /// Where in v's row a parent on the level below may still be.
  struct Range {
    ArcIndex begin, end;
  };
  Range left_to_try(Vertex v) const {
    constexpr std::uint32_t kNextToRoot = 2 * kLevel + static_cast<std::uint32_t>(Tree::sink);
    if (place_[v] <= kNextToRoot) return beside_parent(v);
    return {vertices_[v].current, first_[v + std::size_t{1}]};
  }
  Range beside_parent(Vertex v) const;

  Vertex parent_of(Vertex v) const { return arcs_[vertices_[v].parent].head; }

  void attach(Vertex v, ArcIndex to_parent) {
    TreeVertex& child = vertices_[v];
    child.parent = to_parent;
    Vertex const p = arcs_[to_parent].head;
    TreeVertex& parent = vertices_[p];
    child.next_sibling = parent.first_child;
    child.previous_sibling = kNone;
    if (parent.first_child != kNone) vertices_[parent.first_child].previous_sibling = v;
    parent.first_child = v;
  }

  /// Takes a vertex from outside into the tree of its parent, whose place is one level below.
  void attach_new(Vertex v, ArcIndex to_parent, std::uint32_t place) {
    place_[v] = place;
    vertices_[v].first_child = kNone;
    vertices_[v].current = first_[v];
    attach(v, to_parent);
    --outside_;
    work_.next_frontier[place & 1U].push_back(v);
  }

  void orphan(Vertex v) {
    TreeVertex& state = vertices_[v];
    if (state.next_sibling != kNone)
      vertices_[state.next_sibling].previous_sibling = state.previous_sibling;
    if (state.previous_sibling != kNone)
      vertices_[state.previous_sibling].next_sibling = state.next_sibling;
    else
      vertices_[parent_of(v)].first_child = state.next_sibling;
    put_among_orphans(v);
  }

  void orphan_children(Vertex v) {
    for (Vertex child = vertices_[v].first_child; child != kNone;) {
      Vertex const next = vertices_[child].next_sibling;
      put_among_orphans(child);
      child = next;
    }
    vertices_[v].first_child = kNone;
  }

  void put_among_orphans(Vertex v) {
    std::uint32_t const place = place_[v];
    vertices_[v].next_sibling = orphans_[place];
    orphans_[place] = v;
    std::uint32_t const tree = place & 1U;
    lowest_orphan_[tree] = std::min(lowest_orphan_[tree], place);
    highest_orphan_[tree] = std::max(highest_orphan_[tree], place);
  }

  void push(ArcIndex a, Amount amount) {
    flow::push(arcs_, a, amount);
    work_.touch(a);
  }

  Network const& network_;
  Workspace& work_;
  ArcIndex const* first_;
  Arc* arcs_;
  std::uint32_t* place_;
  TreeVertex* vertices_;
  Vertex* orphans_;  ///< per place, the top of its stack
  Amount value_ = 0;
  bool dense_ = false;
  Vertex outside_ = 0;  ///< how many vertices are in neither tree
  std::uint64_t work_done_ = 0;
  std::uint64_t patience_ = kFreeWork;   ///< before this much work the pace is not looked at
  Amount loose_bound_ = -1;              ///< what may leave the source; -1: not known yet
  Amount bound_ = -1;                    ///< the same by what its neighbours pass on
  std::uint32_t frontier_[2] = {};       ///< per tree, the place whose vertices are scanned next
  std::uint32_t limit_[2] = {};          ///< per tree, the highest place that exists
  std::uint32_t lowest_orphan_[2] = {};  ///< per tree
  std::uint32_t highest_orphan_[2] = {};
};

}  // namespace corridor::flow
