#include "flow/search_trees.h"

#include <limits>
#include <utility>

namespace corridor::flow {

SearchTrees::SearchTrees(Network const& network, Workspace& work) : network_(network), work_(work) {
  std::size_t const n = network.vertices();
  work.labels.assign(n, kOutside);
  if (work.tree_vertices.size() < n) work.tree_vertices.resize(n);
  if (work.orphans.size() < 2 * n + 6) work.orphans.resize(2 * n + 6, kNone);
  first_ = network.first.data();
  arcs_ = work.arcs.data();
  place_ = work.labels.data();
  vertices_ = work.tree_vertices.data();
  orphans_ = work.orphans.data();
  outside_ = network.vertices() - 2;
  dense_ = network.arcs.size() > kDense * n;
  plant(network.source, Tree::source);
  plant(network.sink, Tree::sink);
}

void SearchTrees::plant(Vertex root, Tree tree) {
  std::uint32_t const place = kLevel + static_cast<std::uint32_t>(tree);
  place_[root] = place;
  vertices_[root].first_child = kNone;
  frontier_[index(tree)] = place;
  limit_[index(tree)] = place;
  lowest_orphan_[index(tree)] = std::numeric_limits<std::uint32_t>::max();
  work_.frontier[index(tree)].assign(1, root);
  work_.next_frontier[index(tree)].clear();
}

/// Too slow when at this pace not even four budgets would bring what may leave the source.
bool SearchTrees::is_too_slow(std::uint64_t budget) {
  if (work_done_ > budget) return true;
  auto const budgets_left = static_cast<Amount>(4 * budget / work_done_);
  if (loose_bound_ < 0) loose_bound_ = leaves_source();
  if (value_ >= loose_bound_ / budgets_left) return false;
  if (bound_ < 0) bound_ = leaves_neighbours_of_source();
  return value_ < bound_ / budgets_left;
}

namespace {

Amount plus(Amount sum, Amount more) { return sum + std::min(kMaxTotal - sum, more); }

}  // namespace

Amount SearchTrees::leaves_source() const {
  Amount sum = 0;
  for (ArcIndex a = first_[network_.source]; a < first_[network_.source + std::size_t{1}]; ++a)
    sum = plus(sum, network_.arcs[a].residual);
  return sum;
}

Amount SearchTrees::leaves_neighbours_of_source() const {
  Amount sum = 0;
  for (ArcIndex a = first_[network_.source]; a < first_[network_.source + std::size_t{1}]; ++a) {
    Arc const& arc = network_.arcs[a];
    Amount onwards = arc.head == network_.sink ? arc.residual : 0;
    for (ArcIndex b = first_[arc.head]; b < first_[arc.head + std::size_t{1}]; ++b)
      onwards = plus(onwards, network_.arcs[b].residual);
    sum = plus(sum, std::min(arc.residual, onwards));
  }
  return sum;
}

bool SearchTrees::run(std::uint64_t budget) {
  auto const& frontier = work_.frontier;
  patience_ =
      budget == kNoLimit ? kNoLimit : std::max<std::uint64_t>(kFreeWork, network_.arcs.size() / 4);
  while (true) {
    bool const from_source =
        frontier[index(Tree::source)].size() < frontier[index(Tree::sink)].size();
    bool const in_time = from_source ? grow<Tree::source>(budget) : grow<Tree::sink>(budget);
    if (!in_time) return false;
    if (frontier[index(Tree::sink)].empty()) return true;
    if (frontier[index(Tree::source)].empty()) {
      finish_sink_tree();
      return true;
    }
  }
}

/// How many arcs the rows hold that the sink's tree would grow from next.
std::uint64_t SearchTrees::arcs_of_frontier() const {
  std::uint64_t arcs = 0;
  for (Vertex const v : work_.frontier[index(Tree::sink)])
    if (is_in(Tree::sink, place_[v])) arcs += first_[v + std::size_t{1}] - first_[v];
  return arcs;
}

/// What lies outside looks for the sink's tree itself.
void SearchTrees::join_sink_tree() {
  for (Vertex v = 0; v < network_.vertices(); ++v) {
    if (place_[v] != kOutside) continue;
    for (ArcIndex a = first_[v]; a < first_[v + std::size_t{1}]; ++a) {
      std::uint32_t const there = place_[arcs_[a].head];
      if (!is_in(Tree::sink, there) || arcs_[a].residual == 0) continue;
      place_[v] = there + kLevel;
      --outside_;
      work_.frontier[index(Tree::sink)].push_back(v);
      break;
    }
  }
}

/// Nothing more can be reached from the source: no way is left, and only who reaches the sink is
/// open. The search may run from both sides, as where rows are long few of their arcs have to be
/// looked at from outside (Beamer, Asanovic & Patterson 2012, whose factor this is).
void SearchTrees::finish_sink_tree() {
  constexpr std::uint64_t kFactor = 14;
  auto& queue = work_.frontier[index(Tree::sink)];
  auto& next = work_.next_frontier[index(Tree::sink)];
  queue.insert(queue.end(), next.begin(), next.end());
  std::uint64_t arcs_outside = 0;
  for (Vertex v = 0; v < network_.vertices(); ++v)
    if (place_[v] == kOutside) arcs_outside += first_[v + std::size_t{1}] - first_[v];
  if (arcs_outside < kFactor * arcs_of_frontier()) join_sink_tree();
  for (std::size_t i = 0; i < queue.size() && outside_ > 0; ++i) {
    Vertex const v = queue[i];
    if (!is_in(Tree::sink, place_[v])) continue;
    for (ArcIndex a = first_[v]; a < first_[v + std::size_t{1}]; ++a) {
      Arc const& arc = arcs_[a];
      if (place_[arc.head] != kOutside || arc.room_back == 0) continue;
      place_[arc.head] = place_[v] + kLevel;
      --outside_;
      queue.push_back(arc.head);
    }
  }
}

/// Scans the outermost level of a tree; false when the budget ran out.
template <SearchTrees::Tree tree>
bool SearchTrees::grow(std::uint64_t budget) {
  auto& frontier = work_.frontier[index(tree)];
  auto& next = work_.next_frontier[index(tree)];
  std::uint32_t const place = frontier_[index(tree)];
  limit_[index(tree)] = place + kLevel;
  for (std::size_t i = 0; i < frontier.size(); ++i) {
    Vertex const v = frontier[i];
    if (place_[v] != place) continue;
    scan<tree>(v);
    if (gives_up(budget)) return false;
  }
  std::swap(frontier, next);
  next.clear();
  frontier_[index(tree)] = place + kLevel;
  return true;
}

template <SearchTrees::Tree tree>
void SearchTrees::scan(Vertex v) {
  std::uint32_t const place = place_[v];
  ArcIndex const end = first_[v + std::size_t{1}];
  work_done_ += end - first_[v];
  ArcIndex first_left = end;
  for (ArcIndex a = first_[v]; a < end;) {
    Arc const& arc = arcs_[a];
    std::uint32_t const there = place_[arc.head];
    if (is_in(tree, there) || !has_room_outwards<tree>(arc)) {
      ++a;
      continue;
    }
    if (there == kOutside) {
      if (dense_)
        first_left = std::min(first_left, a);
      else
        attach_new(arc.head, arc.reverse, place + kLevel);
      ++a;
      continue;
    }
    // The arc is looked at again afterwards: it may have room left, and its head may be free now.
    augment(tree == Tree::source ? a : arc.reverse);
    adopt_orphans<Tree::source>();
    adopt_orphans<Tree::sink>();
    if (place_[v] != place) return;
  }
  for (ArcIndex a = first_left; a < end; ++a) {
    Arc const& arc = arcs_[a];
    if (place_[arc.head] == kOutside && has_room_outwards<tree>(arc))
      attach_new(arc.head, arc.reverse, place + kLevel);
  }
}

/// Pushes what fits from root to root through an arc from the source's tree to the sink's.
void SearchTrees::augment(ArcIndex bridge) {
  Vertex const head = arcs_[bridge].head;
  Vertex const tail = arcs_[arcs_[bridge].reverse].head;
  Amount amount = arcs_[bridge].residual;
  for (Vertex v = tail; v != network_.source;) {
    Arc const& up = arcs_[vertices_[v].parent];
    amount = std::min(amount, arcs_[up.reverse].residual);
    v = up.head;
    ++work_done_;
  }
  for (Vertex v = head; v != network_.sink;) {
    Arc const& up = arcs_[vertices_[v].parent];
    amount = std::min(amount, up.residual);
    v = up.head;
    ++work_done_;
  }
  push(bridge, amount);
  for (Vertex v = tail; v != network_.source;) {
    ArcIndex const down = arcs_[vertices_[v].parent].reverse;
    Vertex const parent = parent_of(v);
    push(down, amount);
    if (arcs_[down].residual == 0) orphan(v);
    v = parent;
  }
  for (Vertex v = head; v != network_.sink;) {
    ArcIndex const up = vertices_[v].parent;
    Vertex const parent = arcs_[up].head;
    push(up, amount);
    if (arcs_[up].residual == 0) orphan(v);
    v = parent;
  }
  value_ += amount;
}

template <SearchTrees::Tree tree>
void SearchTrees::adopt_orphans() {
  constexpr auto kTree = index(tree);
  for (std::uint32_t place = lowest_orphan_[kTree]; place <= highest_orphan_[kTree];
       place += kLevel) {
    while (orphans_[place] != kNone) {
      Vertex const v = orphans_[place];
      orphans_[place] = vertices_[v].next_sibling;
      adopt<tree>(v);
    }
  }
  lowest_orphan_[kTree] = std::numeric_limits<std::uint32_t>::max();
  highest_orphan_[kTree] = 0;
}

/// A new parent on the level below, else on the lowest one possible, else none. All orphans nearer
/// the root have been dealt with.
template <SearchTrees::Tree tree>
void SearchTrees::adopt(Vertex v) {
  std::uint32_t const place = place_[v];
  TreeVertex& state = vertices_[v];
  auto const [begin, end] = left_to_try(v);
  for (ArcIndex a = begin; a < end; ++a) {
    Arc const& arc = arcs_[a];
    if (place_[arc.head] != place - kLevel || !has_room_inwards<tree>(arc)) continue;
    work_done_ += a - begin;
    state.current = a;
    attach(v, a);
    return;
  }
  work_done_ += end - begin;
  std::uint32_t const limit = limit_[index(tree)];
  ArcIndex const to_parent = place < limit ? lowest_parent<tree>(v, limit) : kNone;
  orphan_children(v);
  if (to_parent == kNone) {
    place_[v] = kOutside;
    ++outside_;
    return;
  }
  std::uint32_t const now = place_[arcs_[to_parent].head] + kLevel;
  place_[v] = now;
  state.current = to_parent;
  attach(v, to_parent);
  if (now == frontier_[index(tree)]) work_.frontier[index(tree)].push_back(v);
  if (now > frontier_[index(tree)]) work_.next_frontier[index(tree)].push_back(v);
}

/// A row is sorted by head, so next to the root only the arcs beside the lost one come into
/// question: the rest of a long row is spared.
SearchTrees::Range SearchTrees::beside_parent(Vertex v) const {
  ArcIndex const first = first_[v];
  ArcIndex const last = first_[v + std::size_t{1}];
  Range range{vertices_[v].parent, vertices_[v].parent + 1};
  Vertex const root = arcs_[range.begin].head;
  while (range.begin > first && arcs_[range.begin - 1].head == root) --range.begin;
  while (range.end < last && arcs_[range.end].head == root) ++range.end;
  return range;
}

template <SearchTrees::Tree tree>
ArcIndex SearchTrees::lowest_parent(Vertex v, std::uint32_t below) {
  std::uint32_t lowest = below;
  ArcIndex best = kNone;
  ArcIndex a = first_[v];
  for (; a < first_[v + std::size_t{1}] && lowest != place_[v]; ++a) {
    Arc const& arc = arcs_[a];
    std::uint32_t const there = place_[arc.head];
    if (there >= lowest || !is_in(tree, there) || !has_room_inwards<tree>(arc)) continue;
    lowest = there;
    best = a;
  }
  work_done_ += a - first_[v];
  return best;
}

void SearchTrees::label_reach() {
  Vertex const n = network_.vertices();
  for (Vertex v = 0; v < n; ++v)
    place_[v] = is_in(Tree::sink, place_[v]) ? place_[v] / kLevel - 1 : n;
}

}  // namespace corridor::flow
