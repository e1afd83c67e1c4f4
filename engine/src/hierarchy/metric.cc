#include "hierarchy/metric.h"

#include <algorithm>
#include <atomic>
#include <barrier>
#include <cstddef>
#include <functional>
#include <queue>
#include <stdexcept>
#include <utility>

#include "hierarchy/threads.h"

namespace corridor::hierarchy {

namespace {

void check(std::span<ArcWeight const> arcs) {
  for (ArcWeight const& arc : arcs)
    if (arc.weight < 0 || (arc.weight >= kMostWeight && arc.weight != kUnreached))
      throw std::invalid_argument("hierarchy: a weight is out of range");
}

/// How many vertices the subtree of each vertex holds.
std::vector<Vertex> subtree_sizes(Shape const& shape) {
  std::vector<Vertex> size(shape.vertices(), 1);
  for (Vertex v = 0; v < shape.vertices(); ++v)
    if (Vertex const parent = shape.parent(v); parent != kNone) size[parent] += size[v];
  return size;
}

/// The vertices whose subtrees hold more than `below` and at most `most` vertices: they depend on
/// lower levels, and on each other only within a subtree.
struct Level {
  struct Range {
    Vertex begin, end;
  };
  Vertex below = 0;
  std::vector<Vertex> vertices;
  std::vector<Range> subtrees;  ///< the largest of at most `most` vertices
};

Level level_of(Shape const& shape, std::vector<Vertex> const& size, Vertex below, Vertex most) {
  Level level;
  level.below = below;
  for (Vertex v = 0; v < shape.vertices(); ++v) {
    if (size[v] <= below || size[v] > most) continue;
    level.vertices.push_back(v);
    Vertex const parent = shape.parent(v);
    if (parent == kNone || size[parent] > most) level.subtrees.push_back({v + 1 - size[v], v + 1});
  }
  return level;
}

/// From the smallest subtrees up, each level about twice as high as the one before.
std::vector<Level> levels(Shape const& shape, std::vector<Vertex> const& size, unsigned threads) {
  constexpr std::uint64_t kSubtreesPerThread = 16;
  std::uint64_t const n = shape.vertices();
  std::vector<Level> made;
  std::uint64_t below = 0;
  for (auto most = n / (kSubtreesPerThread * threads) + 1; below < n; most *= 2) {
    most = std::min(most, n);
    made.push_back(level_of(shape, size, static_cast<Vertex>(below), static_cast<Vertex>(most)));
    below = most;
  }
  return made;
}

}  // namespace

Metric::Metric(Shape const& shape, std::span<ArcWeight const> arcs, unsigned threads)
    : shape_(&shape),
      arcs_(arcs.begin(), arcs.end()),
      up_(shape.edges()),
      down_(shape.edges()),
      via_(shape.edges()),
      lower_(shape.edges()) {
  check(arcs);
  customize(std::max(threads, 1U));
}

/// The ways found so far from a vertex to those above it, by their depth: dense, so that the loop
/// over triangles need not look for edges.
struct Metric::Row {
  std::vector<Both> weight;
  std::vector<Via> via;

  explicit Row(Depth height) : weight(height), via(height) {}
};

/// Level by level: first what lower levels give to each vertex, vertices side by side; then what
/// the vertices of the level give to each other, subtrees side by side.
void Metric::customize(unsigned threads) {
  Shape const& shape = *shape_;
  auto const size = subtree_sizes(shape);
  auto const all = levels(shape, size, threads);
  // One for each step: none is taken up again, since another thread may still be counting.
  std::vector<std::atomic<std::size_t>> counters(2 * all.size());
  std::barrier step_done(static_cast<std::ptrdiff_t>(threads));
  on_threads(threads, [&](unsigned) {
    Row row(shape.height);
    auto counter = counters.begin();
    auto const share_out = [&](std::size_t count, auto const& work) {
      for (auto i = (*counter)++; i < count; i = (*counter)++) work(i);
      ++counter;
      step_done.arrive_and_wait();
    };
    for (Level const& level : all) {
      share_out(level.vertices.size(), [&](std::size_t i) {
        Vertex const v = level.vertices[i];
        for (auto e = shape.first[v]; e < shape.first[v + std::size_t{1}]; ++e) start(v, e);
        if (level.below == 0) return;
        add_triangles(v, row, [&](Vertex x) { return size[x] <= level.below; });
      });
      share_out(level.subtrees.size(), [&](std::size_t i) {
        for (Vertex v = level.subtrees[i].begin; v < level.subtrees[i].end; ++v) {
          if (size[v] <= level.below) continue;
          add_triangles(v, row, [&](Vertex x) { return size[x] > level.below; });
        }
      });
    }
  });
}

/// Offers the edges of a vertex the ways over those lower vertices that are wanted. What these
/// have is final.
template <class Wanted>
void Metric::add_triangles(Vertex v, Row& row, Wanted const& wanted) {
  Shape const& shape = *shape_;
  std::uint32_t const first = shape.first[v];
  std::uint32_t const last = shape.first[v + std::size_t{1}];
  for (std::uint32_t e = first; e < last; ++e) {
    row.weight[shape.upper_depth[e]] = {up_[e], down_[e]};
    row.via[shape.upper_depth[e]] = via_[e];
  }
  for (std::uint32_t i = shape.first_down[v]; i < shape.first_down[v + std::size_t{1}]; ++i) {
    Vertex const x = shape.lower_down[i];
    if (wanted(x)) add_triangles_over(x, v, shape.edge_down[i], row);
  }
  for (std::uint32_t e = first; e < last; ++e) {
    Both const& found = row.weight[shape.upper_depth[e]];
    up_[e] = found.up;
    down_[e] = found.down;
    via_[e] = row.via[shape.upper_depth[e]];
  }
}

/// Those over one lower vertex, whose edge to `v` is `to_here`.
void Metric::add_triangles_over(Vertex x, Vertex v, std::uint32_t to_here, Row& row) const {
  Shape const& shape = *shape_;
  Weight const from_here = down_[to_here];
  Weight const here = up_[to_here];
  std::uint32_t const last = shape.first[x + std::size_t{1}];
  for (std::uint32_t onward = to_here + 1; onward < last; ++onward) {
    Depth const at = shape.upper_depth[onward];
    Both& known = row.weight[at];
    Weight const up = from_here + up_[onward];
    Weight const down = down_[onward] + here;
    // Most triangles give nothing new.
    if (up <= known.up) offer({v, shape.upper[onward], true}, {up, x}, known.up, row.via[at].up);
    if (down <= known.down)
      offer({v, shape.upper[onward], false}, {down, x}, known.down, row.via[at].down);
  }
}

/// The edge as its own arcs make it.
void Metric::start(Vertex low, std::uint32_t edge) {
  Shape const& shape = *shape_;
  Weight up = kUnreached, down = kUnreached;
  Via via;
  for (std::uint32_t i = shape.first_arc[edge]; i < shape.first_arc[edge + std::size_t{1}]; ++i) {
    ArcIndex const a = shape.arc_of_edge[i];
    bool const upwards = shape.leads_up[a] != 0;
    Weight& weight = upwards ? up : down;
    std::uint32_t& through = upwards ? via.up : via.down;
    ArcWeight const& own = arcs_[a];
    if (own.weight > weight || own.weight >= kUnreached) continue;
    if (own.weight == weight && arcs_[through & ~kOwnArc].position <= own.position) continue;
    weight = own.weight;
    through = kOwnArc | a;
  }
  up_[edge] = up;
  down_[edge] = down;
  via_[edge] = via;
  lower_[edge] = low;
}

/// Takes a way for the one that is known when it is lighter, or no heavier and first.
void Metric::offer(Direction const& direction, Offer const& offer, Weight& known,
                   std::uint32_t& via) const {
  if (offer.weight > known || offer.weight >= kUnreached) return;
  if (offer.weight == known) {
    std::vector<ArcIndex> a, b;
    unpack_via(direction, offer.via, a);
    unpack_via(direction, via, b);
    if (!comes_before(a, b)) return;
  }
  known = offer.weight;
  via = offer.via;
}

bool Metric::comes_before(std::span<ArcIndex const> a, std::span<ArcIndex const> b) const {
  std::size_t i = 0, k = 0;
  while (true) {
    while (i < a.size() && arcs_[a[i]].position == kNone) ++i;
    while (k < b.size() && arcs_[b[k]].position == kNone) ++k;
    if (i == a.size() || k == b.size()) return i == a.size() && k < b.size();
    std::uint32_t const left = arcs_[a[i++]].position;
    std::uint32_t const right = arcs_[b[k++]].position;
    if (left != right) return left < right;
  }
}

void Metric::unpack(std::uint32_t edge, bool upwards, std::vector<ArcIndex>& arcs) const {
  unpack_via({lower_[edge], shape_->upper[edge], upwards},
             upwards ? via_[edge].up : via_[edge].down, arcs);
}

void Metric::unpack_via(Direction const& direction, std::uint32_t via,
                        std::vector<ArcIndex>& arcs) const {
  if ((via & kOwnArc) != 0) {
    arcs.push_back(via & ~kOwnArc);
    return;
  }
  std::uint32_t const at_low = shape_->edge(via, direction.low);
  std::uint32_t const at_high = shape_->edge(via, direction.high);
  unpack(direction.upwards ? at_low : at_high, false, arcs);
  unpack(direction.upwards ? at_high : at_low, true, arcs);
}

/// Edges have the order of their lower ends, so those that an edge depends on come before it.
struct Metric::Repair {
  /// To be made anew, least first; some more than once.
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> open;
  std::vector<bool> moved;  ///< by edge: its ways may be others than before

  explicit Repair(std::uint32_t edges) : moved(edges) {}
  std::uint32_t take() {
    std::uint32_t const edge = open.top();
    while (!open.empty() && open.top() == edge) open.pop();
    return edge;
  }
};

void Metric::update(std::span<Change const> changes) {
  Repair repair(shape_->edges());
  for (Change const& change : changes) {
    check({&change.now, 1});
    arcs_[change.arc] = change.now;
    std::uint32_t const edge = shape_->edge_of_arc[change.arc];
    if (edge == kNone) continue;
    repair.open.push(edge);
    repair.moved[edge] = true;
  }
  while (!repair.open.empty()) {
    std::uint32_t const edge = repair.take();
    Both const before{up_[edge], down_[edge]};
    if (remake(edge, repair.moved)) hand_on(edge, before, repair);
  }
}

/// Calls `visit(x, edge to low, edge to high)` for the vertices below both ends of an edge.
template <class Visit>
void Metric::over_lower_triangles(std::uint32_t edge, Visit const& visit) const {
  Shape const& shape = *shape_;
  auto const below = [&](Vertex v) {
    return std::pair(shape.first_down[v], shape.first_down[v + std::size_t{1}]);
  };
  Vertex const high_end = shape.upper[edge];
  auto [low, low_end] = below(lower_[edge]);
  auto [high, last] = below(high_end);
  // Vertices near a root have thousands below them: then a search for each of the few is faster.
  constexpr std::uint32_t kManyTimes = 16;
  if (last - high > kManyTimes * (low_end - low)) {
    for (; low < low_end; ++low) {
      std::uint32_t const to_high = shape.edge(shape.lower_down[low], high_end);
      if (to_high != kNone) visit(shape.lower_down[low], shape.edge_down[low], to_high);
    }
    return;
  }
  while (low < low_end && high < last) {
    Vertex const x = shape.lower_down[low];
    Vertex const y = shape.lower_down[high];
    if (x == y) visit(x, shape.edge_down[low], shape.edge_down[high]);
    low += x <= y ? 1 : 0;
    high += y <= x ? 1 : 0;
  }
}

/// Makes an edge anew; whether its ways may be others now.
bool Metric::remake(std::uint32_t edge, std::vector<bool>& moved) {
  Shape const& shape = *shape_;
  Both const before{up_[edge], down_[edge]};
  Via const via = via_[edge];
  Vertex const low = lower_[edge];
  Vertex const high = shape.upper[edge];
  start(low, edge);
  over_lower_triangles(edge, [&](Vertex x, std::uint32_t to_low, std::uint32_t to_high) {
    offer({low, high, true}, {down_[to_low] + up_[to_high], x}, up_[edge], via_[edge].up);
    offer({low, high, false}, {down_[to_high] + up_[to_low], x}, down_[edge], via_[edge].down);
  });
  auto const leads_over_moved = [&](std::uint32_t through) {
    return (through & kOwnArc) == 0 &&
           (moved[shape.edge(through, low)] || moved[shape.edge(through, high)]);
  };
  bool const moves = moved[edge] || before != Both{up_[edge], down_[edge]} || via != via_[edge] ||
                     leads_over_moved(via_[edge].up) || leads_over_moved(via_[edge].down);
  if (moves) moved[edge] = true;
  return moves;
}

/// Opens the edges above for which the triangle over this one counted before or counts now.
void Metric::hand_on(std::uint32_t edge, Both const& before, Repair& repair) const {
  Shape const& shape = *shape_;
  Vertex const v = lower_[edge];
  Vertex const end = shape.upper[edge];
  Both const now{up_[edge], down_[edge]};
  auto const open = [&](std::uint32_t above, Weight upwards, Weight downwards) {
    bool const counts = (upwards < kUnreached && upwards <= up_[above]) ||
                        (downwards < kUnreached && downwards <= down_[above]);
    if (counts) repair.open.push(above);
  };
  // The neighbours of a vertex are joined to each other, so each search below finds its edge.
  std::uint32_t above = shape.first_down[end];
  for (std::uint32_t other = shape.first[v]; other < edge; ++other) {
    while (shape.lower_down[above] != shape.upper[other]) ++above;
    for (Both const& mine : {before, now})
      open(shape.edge_down[above], down_[other] + mine.up, mine.down + up_[other]);
  }
  above = shape.first[end];
  for (std::uint32_t other = edge + 1; other < shape.first[v + std::size_t{1}]; ++other) {
    while (shape.upper[above] != shape.upper[other]) ++above;
    for (Both const& mine : {before, now})
      open(above, mine.down + up_[other], down_[other] + mine.up);
  }
}

}  // namespace corridor::hierarchy
