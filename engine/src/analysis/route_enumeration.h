#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/spur_search.h"

namespace corridor {

/// Lists the routes that pass no node twice, best first.
///
/// What may still come is a set of parts. A part is all routes that begin like a known way, leave
/// it at one place and take none of some steps there; the start arcs make the first parts. A part
/// waits in the heap with a lower bound, or, once it has been searched, with its best way. When
/// that way comes first it is split off: what remains of its part is one part for each place where
/// a route may leave the way (Lawler 1972). A way that passes a node twice is no route; no route
/// follows it beyond the second visit, so only the places before it make parts.
template <class W>
class RouteEnumeration {
 public:
  /// When only the `wanted` best are asked for, what cannot be among them is not searched further.
  /// With 0 any number may be asked for.
  RouteEnumeration(Network const& network, Graph const& graph, std::vector<W> const& weight,
                   StagedDistances<W> const& to_end, std::size_t wanted, std::size_t most_examined)
      : graph_(graph),
        to_end_(to_end),
        spur_(network, graph, weight, to_end),
        wanted_(wanted),
        most_examined_(most_examined) {
    auto const first_out = graph.first_out();
    auto const origin = graph.origin().index();
    for (auto i = first_out[origin]; i < first_out[origin + 1U]; ++i) {
      ways_.push_back({ArcId(i), {}, {}});
      auto const way = ways_.size() - 1;
      spur_.begin();
      spur_.forbid(node_at(way, 0));
      push(way, 0, weight[i], {});
    }
  }

  /// The next route, start arc to end arc; empty when there is none, or the limit is reached.
  std::vector<ArcId> next() {
    if (given_) split(*given_);
    given_.reset();
    while (!parts_.empty()) {
      auto const part = pop();
      if (!part.searched) {
        search(part);
        continue;
      }
      if (examined_ == most_examined_) {
        limited_ = true;
        return {};
      }
      ++examined_;
      if (ways_[part.way].simple) {
        given_ = part;
        return arcs_of(ways_[part.way]);
      }
      split(part);
    }
    return {};
  }

  std::size_t examined() const { return examined_; }
  bool limited() const { return limited_; }

 private:
  using Step = RouteStep<W>;
  struct Way {
    ArcId start;
    std::vector<Step> steps;
    bool simple = true;  ///< passes no node twice
  };
  struct Part {
    W bound;           ///< no route of the part weighs less
    std::size_t way;   ///< of which it takes the beginning; once searched: its best way
    std::size_t from;  ///< steps of the way that are taken, or were when it was searched
    std::vector<ArcId> banned;
    W before{};  ///< weight of the beginning
    bool searched = false;
  };

  RoutePlace place_at(std::size_t way, std::size_t step) const {
    if (step > 0) return ways_[way].steps[step - 1].to;
    auto const departure = graph_.head(ways_[way].start);
    return {departure, to_end_.stage_at(0, graph_.columns().node[departure])};
  }
  NodeId node_at(std::size_t way, std::size_t step) const {
    return graph_.columns().node[place_at(way, step).vertex];
  }

  /// The last come first: by bound, then parts that may still hold an equally good route, then by
  /// the sequence of links.
  bool later(Part const& a, Part const& b) const {
    if (!(a.bound == b.bound)) return b.bound < a.bound;
    if (a.searched != b.searched) return a.searched;
    if (!a.searched) return a.way != b.way ? b.way < a.way : b.from < a.from;
    auto const& one = ways_[a.way].steps;
    auto const& other = ways_[b.way].steps;
    auto const& position = graph_.columns().element;
    return std::lexicographical_compare(
        other.begin(), other.end(), one.begin(), one.end(),
        [&](Step const& x, Step const& y) { return position[x.last] < position[y.last]; });
  }

  void add(Part part) {
    parts_.push_back(std::move(part));
    std::push_heap(parts_.begin(), parts_.end(),
                   [this](Part const& a, Part const& b) { return later(a, b); });
  }

  Part pop() {
    std::pop_heap(parts_.begin(), parts_.end(),
                  [this](Part const& a, Part const& b) { return later(a, b); });
    auto part = std::move(parts_.back());
    parts_.pop_back();
    return part;
  }

  /// Adds a part unless nothing in it can be wanted. Nodes of its beginning are forbidden already.
  void push(std::size_t way, std::size_t from, W const& before, std::vector<ArcId> banned) {
    W const rest = spur_.bound(place_at(way, from), banned);
    if (rest == W::unreached() || most() < before + rest) return;
    add({before + rest, way, from, std::move(banned), before, false});
  }

  void search(Part const& part) {
    spur_.begin();
    for (std::size_t i = 0; i <= part.from; ++i) spur_.forbid(node_at(part.way, i));
    auto const rest = spur_.best(place_at(part.way, part.from), part.before, part.banned, most());
    if (rest.empty()) return;
    Way found{ways_[part.way].start, {}, true};
    auto const& known = ways_[part.way].steps;
    found.steps.assign(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(part.from));
    found.steps.insert(found.steps.end(), rest.begin(), rest.end());
    W whole = part.before;
    for (auto const& step : rest) {
      whole = whole + step.weight;
      if (step.to.vertex == graph_.destination()) continue;
      NodeId const node = graph_.columns().node[step.to.vertex];
      if (spur_.forbidden(node)) found.simple = false;
      spur_.forbid(node);
    }
    if (found.simple) note(whole);
    ways_.push_back(std::move(found));
    add({whole, ways_.size() - 1, part.from, part.banned, part.before, true});
  }

  /// What remains of a part without its best way.
  void split(Part const& part) {
    auto const way = part.way;
    auto const steps = ways_[way].steps.size();
    spur_.begin();
    W before = part.before;
    for (std::size_t i = 0; i < steps; ++i) {
      NodeId const node = node_at(way, i);
      if (spur_.forbidden(node)) return;
      spur_.forbid(node);
      if (i < part.from) continue;
      auto banned = i == part.from ? part.banned : std::vector<ArcId>();
      banned.push_back(ways_[way].steps[i].last);
      push(way, i, before, std::move(banned));
      before = before + ways_[way].steps[i].weight;
    }
  }

  /// A route more is known: what weighs more than the `wanted` best that are known is not needed.
  void note(W const& whole) {
    if (wanted_ == 0) return;
    known_.push_back(whole);
    std::push_heap(known_.begin(), known_.end());
    if (known_.size() <= wanted_) return;
    std::pop_heap(known_.begin(), known_.end());
    known_.pop_back();
  }
  W most() const {
    return wanted_ > 0 && known_.size() == wanted_ ? known_.front() : W::unreached();
  }

  std::vector<ArcId> arcs_of(Way const& way) const {
    std::vector<ArcId> arcs;
    for (auto const& step : way.steps) {
      // A start stands before the first link as passages and transfers do before the others.
      arcs.push_back(arcs.empty() ? way.start : step.inner);
      if (step.inner != step.last) arcs.push_back(step.last);
    }
    return arcs;
  }

  Graph const& graph_;
  StagedDistances<W> const& to_end_;
  SpurSearch<W> spur_;
  std::size_t wanted_, most_examined_;
  std::vector<Way> ways_;
  std::vector<Part> parts_;
  std::vector<W> known_;  ///< weights of the best routes known, a heap with the largest in front
  std::optional<Part> given_;
  std::size_t examined_ = 0;
  bool limited_ = false;
};

}  // namespace corridor
