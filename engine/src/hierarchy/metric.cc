#include "hierarchy/metric.h"

#include <algorithm>
#include <atomic>
#include <barrier>
#include <cstddef>
#include <stdexcept>

#include "hierarchy/threads.h"

namespace corridor::hierarchy {

namespace {

void check(std::span<ArcWeight const> arcs) {
  for (ArcWeight const& arc : arcs)
    if (arc.weight < 0 || (arc.weight >= kMostWeight && arc.weight != kUnreached))
      throw std::invalid_argument("hierarchy: a weight is out of range");
}

/// Ranges of vertices that are whole subtrees and so independent of each other, each at most
/// `most` vertices; and what is left above them, from below.
struct Parts {
  struct Range {
    Vertex begin, end;
  };
  std::vector<Range> subtrees;
  std::vector<Vertex> above;
};

Parts split(Shape const& shape, Vertex most) {
  std::vector<Vertex> size(shape.vertices(), 1);
  for (Vertex v = 0; v < shape.vertices(); ++v)
    if (Vertex const parent = shape.parent(v); parent != kNone) size[parent] += size[v];
  Parts parts;
  for (Vertex v = 0; v < shape.vertices(); ++v) {
    if (size[v] > most) {
      parts.above.push_back(v);
      continue;
    }
    Vertex const parent = shape.parent(v);
    if (parent == kNone || size[parent] > most) parts.subtrees.push_back({v + 1 - size[v], v + 1});
  }
  return parts;
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

/// Subtrees side by side; then the vertices above them one after the other, the edges of each dealt
/// out between the threads.
void Metric::customize(unsigned threads) {
  constexpr Vertex kSubtreesPerThread = 16;
  Parts const parts = split(*shape_, shape_->vertices() / (kSubtreesPerThread * threads) + 1);
  std::atomic<std::size_t> next{0};
  std::barrier vertex_done(static_cast<std::ptrdiff_t>(threads));
  on_threads(threads, [&](unsigned number) {
    std::vector<std::uint32_t> edge_at(shape_->height);
    for (std::size_t i = next++; i < parts.subtrees.size(); i = next++)
      for (Vertex v = parts.subtrees[i].begin; v < parts.subtrees[i].end; ++v)
        customize_edges(v, {shape_->first[v], shape_->first[v + std::size_t{1}]}, edge_at);
    for (Vertex const v : parts.above) {
      vertex_done.arrive_and_wait();
      std::uint64_t const edges = shape_->first[v + std::size_t{1}] - shape_->first[v];
      auto const part = [&](std::uint64_t of) {
        return shape_->first[v] + static_cast<std::uint32_t>(edges * of / threads);
      };
      customize_edges(v, {part(number), part(number + 1U)}, edge_at);
    }
  });
}

/// Some consecutive edges of a vertex, when all below it are done.
void Metric::customize_edges(Vertex v, Edges edges, std::vector<std::uint32_t>& edge_at) {
  if (edges.begin == edges.end) return;
  Shape const& shape = *shape_;
  for (std::uint32_t e = edges.begin; e < edges.end; ++e) {
    edge_at[shape.upper_depth[e]] = e;
    lower_[e] = v;
    start(e);
  }
  Depth const deepest = shape.upper_depth[edges.begin];
  Depth const least = shape.upper_depth[edges.end - std::size_t{1}];
  Weight const* const up = up_.data();
  Weight const* const down = down_.data();
  for (std::uint32_t i = shape.first_down[v]; i < shape.first_down[v + std::size_t{1}]; ++i) {
    std::uint32_t const to_here = shape.edge_down[i];
    Vertex const x = shape.lower_down[i];
    Weight const from_here = down[to_here];
    Weight const here = up[to_here];
    std::uint32_t const last = shape.first[x + std::size_t{1}];
    std::uint32_t onward = to_here + 1;
    while (onward < last && shape.upper_depth[onward] > deepest) ++onward;
    for (; onward < last && shape.upper_depth[onward] >= least; ++onward) {
      std::uint32_t const e = edge_at[shape.upper_depth[onward]];
      if (from_here + up[onward] <= up[e]) offer_up(e, from_here + up[onward], x);
      if (down[onward] + here <= down[e]) offer_down(e, down[onward] + here, x);
    }
  }
}

/// The edge as its own arcs make it.
void Metric::start(std::uint32_t edge) {
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
}

void Metric::offer_up(std::uint32_t edge, Weight weight, std::uint32_t via) {
  if (weight >= kUnreached) return;
  if (weight == up_[edge] && !way_before(edge, true, via, via_[edge].up)) return;
  up_[edge] = weight;
  via_[edge].up = via;
}

void Metric::offer_down(std::uint32_t edge, Weight weight, std::uint32_t via) {
  if (weight >= kUnreached) return;
  if (weight == down_[edge] && !way_before(edge, false, via, via_[edge].down)) return;
  down_[edge] = weight;
  via_[edge].down = via;
}

bool Metric::way_before(std::uint32_t edge, bool upwards, std::uint32_t via,
                        std::uint32_t other) const {
  std::vector<ArcIndex> a, b;
  unpack_via(edge, upwards, via, a);
  unpack_via(edge, upwards, other, b);
  return comes_before(a, b);
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
  unpack_via(edge, upwards, upwards ? via_[edge].up : via_[edge].down, arcs);
}

void Metric::unpack_via(std::uint32_t edge, bool upwards, std::uint32_t via,
                        std::vector<ArcIndex>& arcs) const {
  if ((via & kOwnArc) != 0) {
    arcs.push_back(via & ~kOwnArc);
    return;
  }
  std::uint32_t const at_low = shape_->edge(via, lower_[edge]);
  std::uint32_t const at_high = shape_->edge(via, shape_->upper[edge]);
  unpack(upwards ? at_low : at_high, false, arcs);
  unpack(upwards ? at_high : at_low, true, arcs);
}

void Metric::update(std::span<Change const> changes) {
  Repair repair;
  for (Change const& change : changes) {
    check({&change.now, 1});
    arcs_[change.arc] = change.now;
    std::uint32_t const edge = shape_->edge_of_arc[change.arc];
    if (edge == kNone) continue;
    repair.open.insert(edge);
    repair.moved.insert(edge);
  }
  // Edges have the order of their lower ends, so those that an edge depends on come before it.
  while (!repair.open.empty()) {
    std::uint32_t const edge = *repair.open.begin();
    repair.open.erase(repair.open.begin());
    Both const before{up_[edge], down_[edge]};
    if (remake(edge, repair.moved)) hand_on(edge, before, repair);
  }
}

/// Makes an edge anew; whether its ways may be others now.
bool Metric::remake(std::uint32_t edge, std::unordered_set<std::uint32_t>& moved) {
  Shape const& shape = *shape_;
  Both const before{up_[edge], down_[edge]};
  Via const via = via_[edge];
  Vertex const low = lower_[edge];
  Vertex const high = shape.upper[edge];
  start(edge);
  for (std::uint32_t i = shape.first_down[low]; i < shape.first_down[low + std::size_t{1}]; ++i) {
    Vertex const x = shape.lower_down[i];
    std::uint32_t const to_low = shape.edge_down[i];
    std::uint32_t const to_high = shape.edge(x, high);
    if (to_high == kNone) continue;
    if (down_[to_low] + up_[to_high] <= up_[edge]) offer_up(edge, down_[to_low] + up_[to_high], x);
    if (down_[to_high] + up_[to_low] <= down_[edge])
      offer_down(edge, down_[to_high] + up_[to_low], x);
  }
  auto const leads_over_moved = [&](std::uint32_t through) {
    return (through & kOwnArc) == 0 &&
           (moved.contains(shape.edge(through, low)) || moved.contains(shape.edge(through, high)));
  };
  bool const moves = moved.contains(edge) || before != Both{up_[edge], down_[edge]} ||
                     via != via_[edge] || leads_over_moved(via_[edge].up) ||
                     leads_over_moved(via_[edge].down);
  if (moves) moved.insert(edge);
  return moves;
}

/// Opens the edges above for which the triangle over this one counted before or counts now.
void Metric::hand_on(std::uint32_t edge, Both const& before, Repair& repair) const {
  Shape const& shape = *shape_;
  Vertex const v = lower_[edge];
  Both const now{up_[edge], down_[edge]};
  for (std::uint32_t other = shape.first[v]; other < shape.first[v + std::size_t{1}]; ++other) {
    if (other == edge) continue;
    bool const is_low = edge < other;
    std::uint32_t const above = is_low ? shape.edge(shape.upper[edge], shape.upper[other])
                                       : shape.edge(shape.upper[other], shape.upper[edge]);
    Both const beside{up_[other], down_[other]};
    auto const counts = [&](Both const& mine) {
      Both const& low = is_low ? mine : beside;
      Both const& high = is_low ? beside : mine;
      Weight const upwards = low.down + high.up;
      Weight const downwards = high.down + low.up;
      return (upwards < kUnreached && upwards <= up_[above]) ||
             (downwards < kUnreached && downwards <= down_[above]);
    };
    if (counts(before) || counts(now)) repair.open.insert(above);
  }
}

}  // namespace corridor::hierarchy
