#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "corridor/analysis/criticality.h"

namespace corridor {
namespace {

using Distance = std::optional<Int128>;  // empty: unreached

/// Arcs by their heads.
struct Incoming {
  explicit Incoming(Graph const& graph)
      : first(graph.vertex_count() + 1, 0), arcs(graph.arc_count()) {
    for (VertexId const v : graph.columns().head) ++first[v.index() + std::size_t{1}];
    for (std::size_t v = 1; v < first.size(); ++v) first[v] += first[v - 1];
    auto place = first;
    for (ArcId const a : graph.columns().head.ids()) arcs[place[graph.head(a).index()]++] = a;
  }
  std::vector<std::uint32_t> first;
  std::vector<ArcId> arcs;
};

/// A queue of vertices by distance, with entries that a better one made stale.
class Queue {
 public:
  struct Entry {
    Int128 distance;
    std::uint32_t vertex;
    bool operator>(Entry const& other) const {
      return distance != other.distance ? distance > other.distance : vertex > other.vertex;
    }
  };
  void push(Int128 distance, std::uint32_t vertex) { entries_.push({distance, vertex}); }
  Entry pop() {
    Entry const entry = entries_.top();
    entries_.pop();
    return entry;
  }
  bool empty() const { return entries_.empty(); }

 private:
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> entries_;
};

class Replacements {
 public:
  Replacements(Graph const& graph, Objective const& objective, ValueOfTime value)
      : graph_(graph), to_end_(graph.vertex_count()), best_(graph.vertex_count()) {
    amount_.reserve(graph.arc_count());
    for (ArcId const a : graph.columns().tail.ids()) {
      amount_.push_back(objective.amount(totals_of(graph, a), value));
    }
    banned_.assign(graph.arc_count(), 0);
    search_from_destination();
  }

  Int128 best() const { return *to_end_[graph_.origin().index()]; }

  /// Marks on the arcs of one best route: tight arcs from the origin on. Where arcs weigh nothing
  /// a walk along any tight arc could turn in a circle, so the search's own tree is followed.
  std::vector<char> best_route() const {
    std::vector<char> on(graph_.arc_count(), 0);
    for (VertexId v = graph_.origin(); v != graph_.destination(); v = graph_.head(next_[v.index()]))
      on[next_[v.index()].index()] = 1;
    return on;
  }

  Distance without(std::vector<ArcId> const& arcs) {
    for (ArcId const a : arcs) banned_[a.index()] = 1;
    auto const answer = search_from_origin();
    for (ArcId const a : arcs) banned_[a.index()] = 0;
    return answer;
  }

 private:
  void search_from_destination() {
    Incoming const incoming(graph_);
    next_.resize(graph_.vertex_count());
    Queue queue;
    to_end_[graph_.destination().index()] = 0;
    queue.push(0, graph_.destination().index());
    while (!queue.empty()) {
      auto const [distance, v] = queue.pop();
      if (distance != *to_end_[v]) continue;
      for (auto i = incoming.first[v]; i < incoming.first[v + std::size_t{1}]; ++i) {
        ArcId const a = incoming.arcs[i];
        auto const tail = graph_.tail(a).index();
        auto const through = distance + amount_[a.index()];
        if (to_end_[tail] && *to_end_[tail] <= through) continue;
        to_end_[tail] = through;
        next_[tail] = a;
        queue.push(through, tail);
      }
    }
  }

  /// How much longer the best way from the origin is that uses no banned arc, plus the best.
  Distance search_from_origin() {
    for (std::uint32_t const v : touched_) best_[v].reset();
    touched_.clear();
    Queue queue;
    reach(graph_.origin().index(), 0, queue);
    while (!queue.empty()) {
      auto const [distance, v] = queue.pop();
      if (v == graph_.destination().index()) return best() + distance;
      if (distance != *best_[v]) continue;
      for (auto i = graph_.first_out()[v]; i < graph_.first_out()[v + std::size_t{1}]; ++i) {
        auto const head = graph_.head(ArcId(i)).index();
        if (banned_[i] != 0 || !to_end_[head]) continue;
        reach(head, distance + amount_[i] + *to_end_[head] - *to_end_[v], queue);
      }
    }
    return std::nullopt;
  }

  void reach(std::uint32_t v, Int128 distance, Queue& queue) {
    if (best_[v] && *best_[v] <= distance) return;
    if (!best_[v]) touched_.push_back(v);
    best_[v] = distance;
    queue.push(distance, v);
  }

  Graph const& graph_;
  std::vector<Int128> amount_;    // by arc
  std::vector<char> banned_;      // by arc
  std::vector<Distance> to_end_;  // by vertex, nothing banned
  std::vector<ArcId> next_;       // by vertex: the first arc of a best way to the destination
  std::vector<Distance> best_;    // by vertex: how far off the best way, from the origin
  std::vector<std::uint32_t> touched_;
};

}  // namespace

RouteCriticality route_criticality(Graph const& graph, Objective const& objective,
                                   Criticality const& criticality, ValueOfTime value) {
  Replacements replacements(graph, objective, value);
  auto const on_route = replacements.best_route();
  RouteCriticality answer;
  answer.best = replacements.best();
  answer.without.reserve(criticality.elements.size());
  for (auto const& element : criticality.elements) {
    auto const& arcs = element.failure.arcs;
    bool const used =
        std::any_of(arcs.begin(), arcs.end(), [&](ArcId a) { return on_route[a.index()] != 0; });
    answer.without.push_back(used ? replacements.without(arcs) : Distance(answer.best));
  }
  return answer;
}

}  // namespace corridor
