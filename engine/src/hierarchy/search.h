#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <vector>

#include "hierarchy/order.h"

namespace corridor::hierarchy {

/// An arc as a search along arcs or against them meets it. `W` is a signed whole number.
template <class W>
struct Step {
  W weight;
  Vertex to;
};

/// A network laid out for searches from one vertex to all. A vertex with at most two neighbours
/// lies inside a chain. Vertices are numbered as a breadth-first search meets them, each chain in
/// one piece, so that neighbours lie near each other in memory. Immutable, shared between threads.
template <class W>
class Star {
 public:
  /// No sum along a way may exceed half of W's range; so `unreached` plus a weight fits.
  static constexpr W unreached() { return ~(W{1} << (8 * sizeof(W) - 1)) / 2; }
  /// Set in `Step::to` where it leads into a chain.
  static constexpr Vertex kChain = 0x80000000U;

  /// `weight` by arc; arcs that are unreached are left out. Against the arcs when `backward`.
  /// O(n + m). At most 2^31 vertices.
  Star(Vertex vertices, std::span<Arc const> arcs, std::span<W const> weight, bool backward)
      : first_(vertices + std::size_t{1}, 0) {
    auto const chain = number_vertices(vertices, arcs);
    auto const tail = [&](Arc const& arc) { return number_[backward ? arc.head : arc.tail]; };
    for (std::size_t a = 0; a < arcs.size(); ++a) {
      if (weight[a] < unreached()) ++first_[tail(arcs[a]) + std::size_t{1}];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    steps_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t a = 0; a < arcs.size(); ++a) {
      if (weight[a] >= unreached()) continue;
      Vertex const head = backward ? arcs[a].tail : arcs[a].head;
      Vertex const to = number_[head] | (chain[head] != 0 ? kChain : 0);
      steps_[next[tail(arcs[a])]++] = {weight[a], to};
    }
  }

  Vertex vertices() const { return static_cast<Vertex>(number_.size()); }
  Vertex number(Vertex v) const { return number_[v]; }
  std::span<Step<W> const> out_of(Vertex number) const {
    return {steps_.data() + first_[number], steps_.data() + first_[number + std::size_t{1}]};
  }

 private:
  /// Whether each vertex lies inside a chain.
  std::vector<char> number_vertices(Vertex vertices, std::span<Arc const> arcs) {
    std::vector<std::uint32_t> first(vertices + std::size_t{1}, 0);
    for (Arc const& arc : arcs) {
      ++first[arc.tail + std::size_t{1}];
      ++first[arc.head + std::size_t{1}];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<Vertex> near(first.back());
    std::vector<std::uint32_t> fill(first.begin(), first.end() - 1);
    for (Arc const& arc : arcs) {
      near[fill[arc.tail]++] = arc.head;
      near[fill[arc.head]++] = arc.tail;
    }
    auto const neighbours = [&](Vertex v) {
      return std::span(near).subspan(first[v], first[v + std::size_t{1}] - first[v]);
    };
    std::vector<char> chain(vertices, 0);
    for (Vertex v = 0; v < vertices; ++v) chain[v] = at_most_two(neighbours(v)) ? 1 : 0;
    number_.assign(vertices, kNone);
    std::vector<Vertex> met;
    met.reserve(vertices);
    auto const meet = [&](Vertex v) {
      for (Vertex next = v; next != kNone;) {
        if (number_[next] != kNone) return;
        number_[next] = static_cast<Vertex>(met.size());
        met.push_back(next);
        if (chain[next] == 0) return;
        auto const around = neighbours(next);
        auto const open = std::find_if(around.begin(), around.end(),
                                       [&](Vertex w) { return number_[w] == kNone; });
        next = open == around.end() ? kNone : *open;
      }
    };
    std::size_t done = 0;
    for (Vertex root = 0; root < vertices; ++root) {
      meet(root);
      for (; done < met.size(); ++done) {
        for (Vertex const w : neighbours(met[done])) meet(w);
      }
    }
    return chain;
  }

  static bool at_most_two(std::span<Vertex const> neighbours) {
    Vertex one = kNone;
    Vertex other = kNone;
    for (Vertex const v : neighbours) {
      if (v == one || v == other) continue;
      if (other != kNone) return false;
      (one == kNone ? one : other) = v;
    }
    return true;
  }

  std::vector<Vertex> number_;
  std::vector<std::uint32_t> first_;
  std::vector<Step<W>> steps_;
};

/// Least weights from one vertex to all (Dijkstra 1959) with a heap of four children to each entry
/// and without decreasing keys: what is improved is entered again and the old entry passed over.
/// O(m log m). One for each thread; the star must outlive it.
template <class W>
class Search {
 public:
  explicit Search(Star<W> const& star) : star_(&star) {}

  /// From a vertex (the caller's number). Run to its end.
  void run(Vertex from) {
    distance_.assign(star_->vertices(), Star<W>::unreached());
    heap_.clear();
    Vertex const start = star_->number(from);
    distance_[start] = 0;
    spread({0, start});
    while (!heap_.empty()) {
      Step<W> const top = pop();
      if (top.weight == distance_[top.to]) spread(top);
    }
  }

  /// Of a vertex (the caller's number); Star::unreached() where no way leads.
  W distance(Vertex v) const { return distance_[star_->number(v)]; }

 private:
  static constexpr std::size_t kChildren = 4;

  void spread(Step<W> const& settled) {
    for (Step<W> const& step : star_->out_of(settled.to)) {
      follow(settled.to, {settled.weight + step.weight, step.to});
    }
  }

  /// Comes from `before` to a vertex, and goes on to the end of the chain where it is in one.
  void follow(Vertex before, Step<W> at) {
    constexpr Vertex kChain = Star<W>::kChain;
    while (true) {
      Vertex const here = at.to & ~kChain;
      if (at.weight >= distance_[here]) return;
      distance_[here] = at.weight;
      if ((at.to & kChain) == 0) return push({at.weight, here});
      Step<W> onward{Star<W>::unreached(), kNone};
      for (Step<W> const& step : star_->out_of(here)) {
        if ((step.to & ~kChain) != before && step.weight < onward.weight) onward = step;
      }
      if (onward.to == kNone) return;
      before = here;
      at = {at.weight + onward.weight, onward.to};
    }
  }

  void push(Step<W> entry) {
    std::size_t at = heap_.size();
    heap_.push_back(entry);
    while (at > 0) {
      std::size_t const parent = (at - 1) / kChildren;
      if (heap_[parent].weight <= entry.weight) break;
      heap_[at] = heap_[parent];
      at = parent;
    }
    heap_[at] = entry;
  }

  Step<W> pop() {
    Step<W> const top = heap_.front();
    Step<W> const last = heap_.back();
    heap_.pop_back();
    std::size_t const size = heap_.size();
    if (size == 0) return top;
    std::size_t at = 0;
    while (true) {
      std::size_t const first = at * kChildren + 1;
      if (first >= size) break;
      std::size_t const end = std::min(first + kChildren, size);
      std::size_t least = first;
      for (std::size_t child = first + 1; child < end; ++child) {
        if (heap_[child].weight < heap_[least].weight) least = child;
      }
      if (heap_[least].weight >= last.weight) break;
      heap_[at] = heap_[least];
      at = least;
    }
    heap_[at] = last;
    return top;
  }

  Star<W> const* star_;
  std::vector<W> distance_;
  std::vector<Step<W>> heap_;
};

}  // namespace corridor::hierarchy
