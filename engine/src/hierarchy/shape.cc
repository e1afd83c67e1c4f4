#include "hierarchy/shape.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace corridor::hierarchy {
namespace {

std::vector<Vertex> ranks(std::span<Vertex const> order) {
  std::vector<Vertex> rank(order.size(), kNone);
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i] >= order.size() || rank[order[i]] != kNone)
      throw std::invalid_argument("hierarchy: the order does not hold every vertex once");
    rank[order[i]] = static_cast<Vertex>(i);
  }
  return rank;
}

constexpr std::size_t kMostEdges = std::size_t{1} << 31;

/// Row numbers of `keys` by counting: rows [first[k], first[k + 1]) hold the places of key k.
struct Rows {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> place;
};

Rows rows_by(std::vector<std::uint32_t> const& keys, std::size_t count) {
  Rows rows;
  rows.first.assign(count + 1, 0);
  for (std::uint32_t const key : keys)
    if (key != kNone) ++rows.first[key + std::size_t{1}];
  std::partial_sum(rows.first.begin(), rows.first.end(), rows.first.begin());
  rows.place.resize(rows.first.back());
  std::vector<std::uint32_t> fill(rows.first.begin(), rows.first.end() - 1);
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i] != kNone) rows.place[fill[keys[i]]++] = static_cast<std::uint32_t>(i);
  return rows;
}

/// By rank, the vertices below that a vertex has an arc with.
Rows lower_neighbours(std::span<Arc const> arcs, std::vector<Vertex> const& rank) {
  std::vector<std::uint32_t> high(arcs.size(), kNone);
  for (std::size_t a = 0; a < arcs.size(); ++a) {
    Vertex const tail = rank[arcs[a].tail];
    Vertex const head = rank[arcs[a].head];
    if (tail != head) high[a] = std::max(tail, head);
  }
  Rows rows = rows_by(high, rank.size());
  for (std::uint32_t& a : rows.place) a = std::min(rank[arcs[a].tail], rank[arcs[a].head]);
  return rows;
}

/// The parents in the elimination tree, without its edges (Liu 1986): O(arcs log vertices).
std::vector<Vertex> elimination_tree(Rows const& lower, std::size_t n) {
  std::vector<Vertex> parent(n, kNone), ancestor(n, kNone);
  for (Vertex v = 0; v < n; ++v)
    for (std::uint32_t i = lower.first[v]; i < lower.first[v + std::size_t{1}]; ++i)
      for (Vertex w = lower.place[i]; w != v;) {
        Vertex const next = std::exchange(ancestor[w], v);
        if (next == kNone) parent[w] = v;
        w = next == kNone ? v : next;
      }
  return parent;
}

/// Ranks in which every subtree of the elimination tree is one range that ends with its root. The
/// same edges arise as in the order itself.
std::vector<Vertex> in_postorder(std::vector<Vertex> const& rank,
                                 std::vector<Vertex> const& parent) {
  std::size_t const n = rank.size();
  std::vector<Vertex> first_child(n, kNone), next_sibling(n, kNone), stack;
  for (auto v = static_cast<Vertex>(n); v-- > 0;)
    if (parent[v] == kNone)
      stack.push_back(v);
    else
      next_sibling[v] = std::exchange(first_child[parent[v]], v);
  std::vector<Vertex> moved(n);
  Vertex next = 0;
  while (!stack.empty()) {
    Vertex const v = stack.back();
    Vertex const child = first_child[v];
    if (child == kNone) {
      moved[v] = next++;
      stack.pop_back();
      continue;
    }
    first_child[v] = next_sibling[child];
    stack.push_back(child);
  }
  std::vector<Vertex> made(n);
  std::transform(rank.begin(), rank.end(), made.begin(), [&](Vertex v) { return moved[v]; });
  return made;
}

/// The edges of each vertex: those to higher neighbours and those handed on by its children, which
/// are the vertices whose lowest upper neighbour it is.
void fill_in(std::span<Arc const> arcs, Shape& shape) {
  std::size_t const n = shape.rank.size();
  std::vector<std::uint32_t> low(arcs.size(), kNone);
  for (std::size_t a = 0; a < arcs.size(); ++a) {
    Vertex const tail = shape.rank[arcs[a].tail];
    Vertex const head = shape.rank[arcs[a].head];
    if (tail != head) low[a] = std::min(tail, head);
  }
  Rows const own = rows_by(low, n);
  std::vector<Vertex> first_child(n, kNone), next_sibling(n, kNone), seen(n, kNone);
  std::vector<Vertex> upper;
  shape.first.assign(1, 0);
  for (Vertex v = 0; v < n; ++v) {
    std::size_t const begin = upper.size();
    auto const add = [&](Vertex w) {
      if (w == v || seen[w] == v) return;
      seen[w] = v;
      upper.push_back(w);
    };
    for (std::uint32_t i = own.first[v]; i < own.first[v + std::size_t{1}]; ++i) {
      Arc const& arc = arcs[own.place[i]];
      add(shape.rank[arc.tail]);
      add(shape.rank[arc.head]);
    }
    for (Vertex c = first_child[v]; c != kNone; c = next_sibling[c])
      for (std::uint32_t e = shape.first[c]; e < shape.first[c + std::size_t{1}]; ++e)
        add(upper[e]);
    if (upper.size() >= kMostEdges) throw std::overflow_error("hierarchy: too many edges");
    std::sort(upper.begin() + static_cast<std::ptrdiff_t>(begin), upper.end());
    shape.first.push_back(static_cast<std::uint32_t>(upper.size()));
    if (upper.size() == begin) continue;
    next_sibling[v] = std::exchange(first_child[upper[begin]], v);
  }
  shape.upper = std::move(upper);
}

void measure_depth(Shape& shape) {
  shape.depth.resize(shape.rank.size());
  for (Vertex v = shape.vertices(); v-- > 0;) {
    Vertex const parent = shape.parent(v);
    std::size_t const depth = parent == kNone ? 0 : shape.depth[parent] + std::size_t{1};
    if (depth >= std::numeric_limits<Depth>::max())
      throw std::overflow_error("hierarchy: too many vertices one above the other");
    shape.depth[v] = static_cast<Depth>(depth);
    shape.height = std::max(shape.height, static_cast<Depth>(depth + 1));
  }
  shape.upper_depth.resize(shape.upper.size());
  std::transform(shape.upper.begin(), shape.upper.end(), shape.upper_depth.begin(),
                 [&](Vertex v) { return shape.depth[v]; });
}

void index_from_above(Shape& shape) {
  Rows rows = rows_by(shape.upper, shape.rank.size());
  shape.first_down = std::move(rows.first);
  shape.edge_down = std::move(rows.place);
  std::vector<Vertex> lower(shape.upper.size());
  for (Vertex v = 0; v < shape.vertices(); ++v)
    for (std::uint32_t e = shape.first[v]; e < shape.first[v + std::size_t{1}]; ++e) lower[e] = v;
  shape.lower_down.resize(lower.size());
  for (std::size_t i = 0; i < lower.size(); ++i) shape.lower_down[i] = lower[shape.edge_down[i]];
}

void index_arcs(std::span<Arc const> arcs, Shape& shape) {
  shape.edge_of_arc.assign(arcs.size(), kNone);
  shape.leads_up.assign(arcs.size(), 0);
  for (std::size_t a = 0; a < arcs.size(); ++a) {
    Vertex const tail = shape.rank[arcs[a].tail];
    Vertex const head = shape.rank[arcs[a].head];
    if (tail == head) continue;
    shape.leads_up[a] = tail < head ? 1 : 0;
    shape.edge_of_arc[a] = shape.edge(std::min(tail, head), std::max(tail, head));
  }
  Rows rows = rows_by(shape.edge_of_arc, shape.upper.size());
  shape.first_arc = std::move(rows.first);
  shape.arc_of_edge = std::move(rows.place);
}

}  // namespace

std::uint32_t Shape::edge(Vertex low, Vertex high) const {
  auto const begin = upper.begin() + first[low];
  auto const end = upper.begin() + first[low + std::size_t{1}];
  auto const found = std::lower_bound(begin, end, high);
  return found == end || *found != high ? kNone : static_cast<std::uint32_t>(found - upper.begin());
}

Shape make_shape(std::span<Vertex const> order, std::span<Arc const> arcs) {
  Shape shape;
  shape.rank = ranks(order);
  for (Arc const& arc : arcs)
    if (arc.tail >= order.size() || arc.head >= order.size())
      throw std::invalid_argument("hierarchy: an arc ends out of range");
  shape.rank = in_postorder(
      shape.rank, elimination_tree(lower_neighbours(arcs, shape.rank), shape.rank.size()));
  fill_in(arcs, shape);
  measure_depth(shape);
  index_from_above(shape);
  index_arcs(arcs, shape);
  return shape;
}

}  // namespace corridor::hierarchy
