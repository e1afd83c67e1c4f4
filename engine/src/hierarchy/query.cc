#include "hierarchy/query.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <utility>

#include "hierarchy/threads.h"

namespace corridor::hierarchy {
namespace {

/// How many vertices, from the root down, two columns of vertices by depth have in common.
std::size_t common(std::span<Vertex const> a, std::span<Vertex const> b) {
  std::size_t low = 0;
  std::size_t high = std::min(a.size(), b.size());
  while (low < high) {
    std::size_t const middle = (low + high) / 2;
    if (a[middle] == b[middle])
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/// The weight of the lightest way over a vertex above both.
Weight least_sum(Above const& up, Above const& down) {
  Weight least = kUnreached;
  std::size_t const shared = common(up.vertex, down.vertex);
  for (std::size_t i = 0; i < shared; ++i) least = std::min(least, up.weight[i] + down.weight[i]);
  return least;
}

void climb(Shape const& shape, Vertex start, Above& above) {
  std::size_t const size = shape.depth[start] + std::size_t{1};
  above.vertex.resize(size);
  above.weight.assign(size, kUnreached);
  for (Vertex v = start; v != kNone; v = shape.parent(v)) above.vertex[shape.depth[v]] = v;
  above.weight.back() = 0;
}

/// Goes on from one vertex to those above it.
void spread(Shape const& shape, Weight const* by_edge, Above& above, std::size_t depth) {
  Weight const here = above.weight[depth];
  if (here >= kUnreached) return;
  Vertex const v = above.vertex[depth];
  for (std::uint32_t e = shape.first[v]; e < shape.first[v + std::size_t{1}]; ++e) {
    Weight& there = above.weight[shape.upper_depth[e]];
    there = std::min(there, here + by_edge[e]);
  }
}

/// Weights from the start upwards or, by the weights downwards, back to it.
void weigh(Shape const& shape, Vertex start, Weight const* by_edge, Above& above) {
  climb(shape, shape.rank[start], above);
  for (std::size_t depth = above.vertex.size(); depth-- > 0;) spread(shape, by_edge, above, depth);
}

/// The same with the edges of the ways.
void search(Shape const& shape, Vertex start, Weight const* by_edge, Above& above) {
  climb(shape, shape.rank[start], above);
  above.edge.assign(above.vertex.size(), kNone);
  above.tied.assign(above.vertex.size(), 0);
  for (std::size_t depth = above.vertex.size(); depth-- > 0;) {
    Weight const here = above.weight[depth];
    if (here >= kUnreached) continue;
    Vertex const v = above.vertex[depth];
    for (std::uint32_t e = shape.first[v]; e < shape.first[v + std::size_t{1}]; ++e) {
      Depth const at = shape.upper_depth[e];
      Weight const there = here + by_edge[e];
      if (there > above.weight[at] || there >= kUnreached) continue;
      above.tied[at] = there == above.weight[at] ? 1 : 0;
      if (above.tied[at]) continue;
      above.weight[at] = there;
      above.edge[at] = e;
    }
  }
}

Weight const* weights(Metric const& metric, Towards towards) {
  return towards == Towards::upwards ? metric.up() : metric.down();
}

}  // namespace

/// Both searches as far as the vertices above one end only; then together from the lowest vertex
/// above both. A way that goes on there weighs at least as much as what leads to its vertex and the
/// least that leads from any of these to the other end: what can be no less than a way that is
/// known is left out (as Buchhold, Sanders & Wagner 2019 do with the known way alone).
Weight Query::distance(Metric const& metric, Vertex from, Vertex to) {
  forward_.resize(std::max<std::size_t>(forward_.size(), 1));
  backward_.resize(std::max<std::size_t>(backward_.size(), 1));
  Above& up = forward_.front();
  Above& down = backward_.front();
  climb(*shape_, shape_->rank[from], up);
  climb(*shape_, shape_->rank[to], down);
  std::size_t const shared = common(up.vertex, down.vertex);
  for (std::size_t d = up.vertex.size(); d-- > shared;) spread(*shape_, metric.up(), up, d);
  for (std::size_t d = down.vertex.size(); d-- > shared;) spread(*shape_, metric.down(), down, d);
  Weight least = kUnreached, least_up = kUnreached, least_down = kUnreached;
  for (std::size_t d = 0; d < shared; ++d) {
    least = std::min(least, up.weight[d] + down.weight[d]);
    least_up = std::min(least_up, up.weight[d]);
    least_down = std::min(least_down, down.weight[d]);
  }
  for (std::size_t d = shared; d-- > 0;) {
    least = std::min(least, up.weight[d] + down.weight[d]);
    if (up.weight[d] + least_down < least) spread(*shape_, metric.up(), up, d);
    if (down.weight[d] + least_up < least) spread(*shape_, metric.down(), down, d);
  }
  return least;
}

/// The first of the lightest ways between the start of a search and the vertex at a depth.
std::vector<ArcIndex> Query::first_way(Metric const& metric, Above const& above, std::size_t depth,
                                       Towards towards) const {
  std::vector<ArcIndex> best;
  if (above.edge[depth] == kNone) return best;
  bool const upwards = towards == Towards::upwards;
  auto const over = [&](std::size_t below, std::uint32_t edge) {
    std::vector<ArcIndex> arcs;
    if (upwards) arcs = first_way(metric, above, below, towards);
    metric.unpack(edge, upwards, arcs);
    if (!upwards) {
      auto const rest = first_way(metric, above, below, towards);
      arcs.insert(arcs.end(), rest.begin(), rest.end());
    }
    return arcs;
  };
  if (!above.tied[depth])
    return over(shape_->depth[metric.lower(above.edge[depth])], above.edge[depth]);
  for (std::size_t below = depth + 1; below < above.vertex.size(); ++below) {
    std::uint32_t const edge = shape_->edge(above.vertex[below], above.vertex[depth]);
    if (edge == kNone) continue;
    if (above.weight[below] + weights(metric, towards)[edge] != above.weight[depth]) continue;
    auto arcs = over(below, edge);
    if (best.empty() || metric.comes_before(arcs, best)) best = std::move(arcs);
  }
  return best;
}

std::vector<ArcIndex> Query::through(Metric const& metric, Above const& above, Above const& below,
                                     std::size_t depth) const {
  auto arcs = first_way(metric, above, depth, Towards::upwards);
  auto const rest = first_way(metric, below, depth, Towards::downwards);
  arcs.insert(arcs.end(), rest.begin(), rest.end());
  return arcs;
}

std::optional<Way> Query::way(Metric const& metric, std::span<Vertex const> from,
                              std::span<Vertex const> to) {
  forward_.resize(std::max(forward_.size(), from.size()));
  backward_.resize(std::max(backward_.size(), to.size()));
  for (std::size_t i = 0; i < from.size(); ++i) search(*shape_, from[i], metric.up(), forward_[i]);
  for (std::size_t k = 0; k < to.size(); ++k) search(*shape_, to[k], metric.down(), backward_[k]);
  std::optional<Way> best;
  Weight least = kUnreached;
  for (std::size_t i = 0; i < from.size(); ++i)
    for (std::size_t k = 0; k < to.size(); ++k)
      least = std::min(least, least_sum(forward_[i], backward_[k]));
  if (least == kUnreached) return best;
  for (std::size_t i = 0; i < from.size(); ++i)
    for (std::size_t k = 0; k < to.size(); ++k) {
      Above const& up = forward_[i];
      Above const& down = backward_[k];
      std::size_t const shared = common(up.vertex, down.vertex);
      for (std::size_t depth = 0; depth < shared; ++depth) {
        if (up.weight[depth] + down.weight[depth] != least) continue;
        auto arcs = through(metric, up, down, depth);
        if (!best || metric.comes_before(arcs, best->arcs)) best = Way{least, std::move(arcs)};
      }
    }
  return best;
}

std::vector<Weight> matrix(Metric const& metric, std::span<Vertex const> from,
                           std::span<Vertex const> to, unsigned threads) {
  std::vector<Above> columns(to.size());
  std::vector<Weight> made(from.size() * to.size());
  std::atomic<std::size_t> next_column{0};
  on_threads(threads, [&](unsigned) {
    for (std::size_t k = next_column++; k < to.size(); k = next_column++)
      weigh(metric.shape(), to[k], metric.down(), columns[k]);
  });
  std::atomic<std::size_t> next_row{0};
  on_threads(threads, [&](unsigned) {
    Above row;
    for (std::size_t i = next_row++; i < from.size(); i = next_row++) {
      weigh(metric.shape(), from[i], metric.up(), row);
      for (std::size_t k = 0; k < to.size(); ++k)
        made[i * to.size() + k] = least_sum(row, columns[k]);
    }
  });
  return made;
}

}  // namespace corridor::hierarchy
