#include "flow/min_cost.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <stdexcept>

namespace corridor::flow {
namespace {

/// Reduced costs are at most twice the sum of all costs, distances three times: they fit.
constexpr Amount kMaxTotalCost = Amount{1} << 60;
constexpr Amount kFar = std::numeric_limits<Amount>::max();

}  // namespace

SuccessiveShortestPaths::SuccessiveShortestPaths(CostProblem const& problem,
                                                 std::span<Amount const> start)
    : source_(problem.source), sink_(problem.sink) {
  check(problem);
  build(problem);
  potential_.assign(problem.vertices, 0);
  distance_.resize(problem.vertices);
  level_.resize(problem.vertices);
  current_.resize(problem.vertices);
  if (!start.empty()) take_over(problem, start);
}

void SuccessiveShortestPaths::check(CostProblem const& problem) const {
  if (problem.source >= problem.vertices || problem.sink >= problem.vertices ||
      problem.source == problem.sink) {
    throw std::invalid_argument("minimum-cost flow: source and sink must be two vertices");
  }
  if (problem.edges.size() > (kNone - 1) / 2) {
    throw std::overflow_error("minimum-cost flow: too many edges");
  }
  Amount total = 0;
  for (auto const& edge : problem.edges) {
    if (edge.tail >= problem.vertices || edge.head >= problem.vertices) {
      throw std::invalid_argument("minimum-cost flow: an end is no vertex");
    }
    if (edge.capacity < 0 || edge.cost < 0) {
      throw std::invalid_argument("minimum-cost flow: a capacity or cost is negative");
    }
    if (edge.capacity > kMaxTotal || edge.cost > kMaxTotalCost ||
        (total += edge.cost) > kMaxTotalCost) {
      throw std::overflow_error("minimum-cost flow: capacities or costs are too large");
    }
  }
}

void SuccessiveShortestPaths::build(CostProblem const& problem) {
  first_.assign(std::size_t{problem.vertices} + 1, 0);
  for (auto const& edge : problem.edges) {
    if (edge.tail == edge.head) continue;
    ++first_[edge.tail + 1];
    ++first_[edge.head + 1];
  }
  for (Vertex v = 0; v < problem.vertices; ++v) first_[v + 1] += first_[v];
  arcs_.resize(first_.back());
  arc_of_edge_.reserve(problem.edges.size());
  auto next = first_;
  for (auto const& edge : problem.edges) {
    if (edge.tail == edge.head) {
      arc_of_edge_.push_back(kNone);
      continue;
    }
    auto const there = next[edge.tail]++;
    auto const back = next[edge.head]++;
    arcs_[there] = {edge.head, back, edge.capacity, edge.cost};
    arcs_[back] = {edge.tail, there, 0, -edge.cost};
    arc_of_edge_.push_back(there);
  }
}

void SuccessiveShortestPaths::take_over(CostProblem const& problem, std::span<Amount const> start) {
  auto const refuse = [](char const* why) { throw std::invalid_argument(why); };
  if (start.size() != problem.edges.size()) refuse("start flow: one amount for each edge");
  std::vector<Int128> leaves(problem.vertices, 0);
  for (std::size_t e = 0; e < start.size(); ++e) {
    auto const& edge = problem.edges[e];
    if (start[e] < 0 || start[e] > edge.capacity) refuse("start flow: passes a capacity");
    if (start[e] == 0) continue;
    if (edge.cost != 0) refuse("start flow: uses an edge that costs something");
    leaves[edge.tail] += start[e];
    leaves[edge.head] -= start[e];
    if (arc_of_edge_[e] == kNone) continue;  // a self loop carries nothing anywhere
    auto& arc = arcs_[arc_of_edge_[e]];
    arc.residual -= start[e];
    arcs_[arc.reverse].residual += start[e];
  }
  for (Vertex v = 0; v < problem.vertices; ++v) {
    if (v != source_ && v != sink_ && leaves[v] != 0) refuse("start flow: is not conserved");
  }
  if (leaves[source_] < 0 || leaves[source_] > kMaxTotal) refuse("start flow: wrong value");
  value_ = static_cast<Amount>(leaves[source_]);
}

/// Dijkstra's algorithm on reduced costs up to the sink; then a cheapest way is made of arcs of
/// reduced cost 0. Farther vertices get the sink's distance: enough for costs to stay >= 0.
bool SuccessiveShortestPaths::find_price() {
  std::fill(distance_.begin(), distance_.end(), kFar);
  distance_[source_] = 0;
  heap_.assign(1, {0, source_});
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
    auto const [distance, v] = heap_.back();
    heap_.pop_back();
    if (distance > distance_[v]) continue;
    if (v == sink_) break;
    for (ArcIndex a = first_[v]; a < first_[v + 1]; ++a) {
      auto const& arc = arcs_[a];
      if (arc.residual == 0) continue;
      auto const further = distance + reduced(v, arc);
      if (further >= distance_[arc.head]) continue;
      distance_[arc.head] = further;
      heap_.emplace_back(further, arc.head);
      std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
    }
  }
  auto const price = distance_[sink_];
  if (price == kFar) return false;
  for (std::size_t v = 0; v < potential_.size(); ++v) {
    potential_[v] += std::min(distance_[v], price);
  }
  return true;
}

/// Breadth-first levels over tight arcs; whether the sink has one.
bool SuccessiveShortestPaths::find_levels() {
  std::fill(level_.begin(), level_.end(), kNone);
  level_[source_] = 0;
  current_[source_] = first_[source_];
  queue_.assign(1, source_);
  for (std::size_t i = 0; i < queue_.size(); ++i) {
    auto const v = queue_[i];
    if (v == sink_) return true;
    for (ArcIndex a = first_[v]; a < first_[v + 1]; ++a) {
      auto const& arc = arcs_[a];
      if (level_[arc.head] != kNone || !tight(v, arc)) continue;
      level_[arc.head] = level_[v] + 1;
      current_[arc.head] = first_[arc.head];
      queue_.push_back(arc.head);
    }
  }
  return false;
}

/// One way along levels and current arcs, without recursion; 0 when none is left.
Amount SuccessiveShortestPaths::push_path(Amount most) {
  path_.clear();
  Vertex v = source_;
  while (v != sink_) {
    auto& a = current_[v];
    while (a < first_[v + 1] && (level_[arcs_[a].head] != level_[v] + 1 || !tight(v, arcs_[a]))) {
      ++a;
    }
    if (a < first_[v + 1]) {
      path_.push_back(a);
      v = arcs_[a].head;
      continue;
    }
    if (path_.empty()) return 0;
    v = arcs_[arcs_[path_.back()].reverse].head;  // a dead end: one step back, past this arc
    path_.pop_back();
    ++current_[v];
  }
  auto amount = most;
  for (auto const a : path_) amount = std::min(amount, arcs_[a].residual);
  for (auto const a : path_) {
    arcs_[a].residual -= amount;
    arcs_[arcs_[a].reverse].residual += amount;
  }
  return amount;
}

Amount SuccessiveShortestPaths::fill_levels(Amount most) {
  Amount total = 0;
  while (total < most) {
    auto const amount = push_path(most - total);
    if (amount == 0) break;
    total += amount;
  }
  return total;
}

std::optional<Augmentation> SuccessiveShortestPaths::advance(Amount most) {
  if (most <= 0 || !find_price()) return std::nullopt;
  Amount total = 0;
  while (total < most && find_levels()) total += fill_levels(most - total);
  auto const price = potential_[sink_] - potential_[source_];
  if (total > kMaxTotal - value_) {
    throw std::overflow_error("minimum-cost flow: the value passes 2^62");
  }
  value_ += total;
  cost_ += Int128{total} * price;
  return Augmentation{total, price};
}

Amount SuccessiveShortestPaths::flow(EdgeIndex edge) const {
  auto const a = arc_of_edge_[edge];
  return a == kNone ? 0 : arcs_[arcs_[a].reverse].residual;
}

std::vector<Amount> SuccessiveShortestPaths::flows() const {
  std::vector<Amount> result(arc_of_edge_.size());
  for (EdgeIndex e = 0; e < result.size(); ++e) result[e] = flow(e);
  return result;
}

MinCostFlow min_cost_flow(CostProblem const& problem, Amount most, std::span<Amount const> start) {
  SuccessiveShortestPaths paths(problem, start);
  MinCostFlow answer;
  Amount sent = 0;
  while (auto const next = paths.advance(most - sent)) {
    answer.augmentations.push_back(*next);
    sent += next->amount;
  }
  answer.value = paths.value();
  answer.cost = paths.cost();
  answer.flows = paths.flows();
  answer.potentials = paths.potentials();
  return answer;
}

}  // namespace corridor::flow
