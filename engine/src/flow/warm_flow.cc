#include "flow/warm_flow.h"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include "flow/push_relabel.h"
#include "flow/workspace.h"

namespace corridor::flow {

namespace {

/// A capacity as far as it counts towards the total that is checked.
Amount counted(Amount capacity, Amount unlimited) { return capacity >= unlimited ? 0 : capacity; }

}  // namespace

WarmFlow::WarmFlow(Problem const& problem) {
  auto base = std::make_shared<Base>();
  base->network = build_network(problem, Direction::forward, Bundles::separate);
  base->edges.assign(problem.edges.begin(), problem.edges.end());
  for (Edge& edge : base->edges) {
    edge.tail = base->network.number_of[edge.tail];
    edge.head = base->network.number_of[edge.head];
    total_ += counted(edge.capacity, problem.unlimited);
    total_ += counted(edge.reverse_capacity, problem.unlimited);
  }
  base_ = std::move(base);
  Vertex const n = base_->network.vertices();
  pool_ = CutPool(n, base_->edges);
  imbalance_.assign(n, 0);
  seen_.assign(n, 0);
  came_by_.assign(n, kNone);
  queue_.resize(n);
  inside_.assign(n, 0);
  unbalanced_.reserve(n);
  log_.reserve(base_->network.arcs.size());

  Workspace work;
  value_ = find_value_and_cut(base_->network, work);
  for (Vertex v = 0; v < n; ++v) inside_[v] = work.labels[v] < n ? 0 : 1;
  pool_.add(inside_);
  return_excess(base_->network, work);
  arcs_ = work.arcs;
  augment(kMaxTotal);  // finds nothing: its search leaves the cut nearest the source
  keep_reached();
}

/// Pools what the last search reached; it ended without a way, so that is a cut.
void WarmFlow::keep_reached() {
  for (Vertex v = 0; v < base_->network.vertices(); ++v) inside_[v] = seen_[v] == search_ ? 1 : 0;
  pool_.add(inside_);
}

Amount WarmFlow::flow_on(EdgeIndex e) const {
  return base_->edges[e].capacity - arcs_[base_->network.arc_of_edge[e]].residual;
}

WarmFlow::Displaced WarmFlow::displaced_by(std::span<Change const> changes) const {
  Displaced displaced;
  Amount total = total_;
  for (Change const& change : changes) {
    if (change.capacity < 0 || change.reverse_capacity < 0)
      throw std::invalid_argument("flow: a capacity is negative");
    Edge const& edge = base_->edges[change.edge];
    Amount const unlimited = base_->network.unlimited;
    total -= counted(edge.capacity, unlimited) + counted(edge.reverse_capacity, unlimited);
    for (Amount const more : {change.capacity, change.reverse_capacity}) {
      if (counted(more, unlimited) > kMaxTotal - total)
        throw std::overflow_error("flow: the capacities add up to more than 2^62");
      total += counted(more, unlimited);
    }
    if (base_->network.arc_of_edge[change.edge] == kNone) continue;
    Amount const flow = flow_on(change.edge);
    displaced.flow += std::max<Amount>(0, flow - change.capacity);
    displaced.flow += std::max<Amount>(0, -flow - change.reverse_capacity);
    displaced.raises = displaced.raises || change.capacity > edge.capacity ||
                       change.reverse_capacity > edge.reverse_capacity;
  }
  return displaced;
}

Amount WarmFlow::value(std::span<Change const> changes) {
  Displaced const displaced = displaced_by(changes);
  if (displaced.flow == 0 && !displaced.raises) return value_;
  Amount const bound = pool_.bound(changes);
  Amount const feasible = value_ - displaced.flow;
  if (bound == feasible) return bound;
  ++searches_;
  apply(changes);
  Amount found = feasible;
  if (displaced.raises) {
    found += repair(displaced.flow);
    found += augment(bound - found);
  } else {
    found += offset(displaced.flow);
    found += route(bound - found);
  }
  if (found < bound) keep_reached();
  undo();
  return found;
}

/// Leaves the residuals of a maximum flow under the changes; the caller undoes them.
Cut WarmFlow::solve_changed(std::span<Change const> changes) {
  Displaced const displaced = displaced_by(changes);
  apply(changes);
  Cut cut{value_ - displaced.flow, std::vector<char>(base_->network.vertices())};
  cut.value += repair(displaced.flow);
  cut.value += augment(kMaxTotal);
  for (std::size_t v = 0; v < cut.source_side.size(); ++v)
    cut.source_side[v] = seen_[base_->network.number_of[v]] == search_ ? 1 : 0;
  return cut;
}

Cut WarmFlow::cut(std::span<Change const> changes) {
  Cut cut = solve_changed(changes);
  undo();
  return cut;
}

/// What flows while the changes are applied.
std::vector<Amount> WarmFlow::changed_flows(std::span<Change const> changes) const {
  std::vector<Amount> flows(base_->edges.size(), 0);
  for (EdgeIndex e = 0; e < flows.size(); ++e)
    if (base_->network.arc_of_edge[e] != kNone) flows[e] = flow_on(e);
  for (Change const& change : changes)
    if (base_->network.arc_of_edge[change.edge] != kNone)
      flows[change.edge] += change.capacity - base_->edges[change.edge].capacity;
  return flows;
}

WarmFlow::Proven WarmFlow::proven(std::span<Change const> changes) {
  Proven proven;
  proven.cut = solve_changed(changes);
  proven.flows = changed_flows(changes);
  undo();
  return proven;
}

Solution WarmFlow::solution(std::span<Change const> changes) {
  Solution solution;
  solution.cut = solve_changed(changes);
  solution.before_sink = before_sink();
  solution.flows = changed_flows(changes);
  undo();
  return solution;
}

void WarmFlow::add_cut(std::span<char const> source_side) {
  for (std::size_t v = 0; v < source_side.size(); ++v)
    inside_[base_->network.number_of[v]] = source_side[v];
  pool_.add(inside_);
}

/// By the caller's vertex: 1 where the sink cannot be reached in the residual network.
std::vector<char> WarmFlow::before_sink() const {
  Network const& network = base_->network;
  std::vector<char> before(network.vertices(), 1);
  std::vector<Vertex> queue{network.sink};
  before[network.sink] = 0;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    Vertex const v = queue[i];
    for (ArcIndex a = network.first[v]; a < network.first[v + std::size_t{1}]; ++a) {
      Vertex const w = arcs_[a].head;
      if (before[w] == 0 || arcs_[arcs_[a].reverse].residual == 0) continue;
      before[w] = 0;
      queue.push_back(w);
    }
  }
  std::vector<char> by_caller(before.size());
  for (std::size_t v = 0; v < before.size(); ++v) by_caller[v] = before[network.number_of[v]];
  return by_caller;
}

void WarmFlow::add(ArcIndex arc, Amount amount) {
  arcs_[arc].residual += amount;
  log_.push_back({arc, amount});
}

/// Sets the new capacities, cuts flows that no longer fit and notes what that leaves unbalanced.
void WarmFlow::apply(std::span<Change const> changes) {
  for (Change const& change : changes) {
    ArcIndex const arc = base_->network.arc_of_edge[change.edge];
    if (arc == kNone) continue;
    ArcIndex const back = base_->network.arcs[arc].reverse;
    Edge const& edge = base_->edges[change.edge];
    Amount const flow = flow_on(change.edge);
    Amount const kept = std::clamp(flow, -change.reverse_capacity, change.capacity);
    add(arc, change.capacity - kept - arcs_[arc].residual);
    add(back, change.reverse_capacity + kept - arcs_[back].residual);
    give(edge.tail, flow - kept);
    give(edge.head, kept - flow);
  }
}

void WarmFlow::give(Vertex v, Amount amount) {
  if (amount == 0) return;
  imbalance_[v] += amount;
  if (std::find(unbalanced_.begin(), unbalanced_.end(), v) == unbalanced_.end())
    unbalanced_.push_back(v);
}

/// Breadth-first from every vertex that has something to give to the nearest that misses some.
Vertex WarmFlow::search() {
  if (++search_ == 0) {
    std::fill(seen_.begin(), seen_.end(), 0U);
    search_ = 1;
  }
  queued_ = 0;
  for (Vertex v : unbalanced_) {
    if (imbalance_[v] <= 0) continue;
    seen_[v] = search_;
    came_by_[v] = kNone;
    queue_[queued_++] = v;
  }
  for (std::size_t i = 0; i < queued_; ++i) {
    Vertex const v = queue_[i];
    for (ArcIndex a = base_->network.first[v]; a < base_->network.first[v + std::size_t{1}]; ++a) {
      Arc const& arc = arcs_[a];
      if (arc.residual == 0 || seen_[arc.head] == search_) continue;
      seen_[arc.head] = search_;
      came_by_[arc.head] = a;
      if (imbalance_[arc.head] < 0) return arc.head;
      queue_[queued_++] = arc.head;
    }
  }
  return kNone;
}

Amount WarmFlow::push_path(Vertex end, Amount most) {
  Amount amount = std::min(most, -imbalance_[end]);
  Vertex start = end;
  while (came_by_[start] != kNone) {
    amount = std::min(amount, arcs_[came_by_[start]].residual);
    start = arcs_[arcs_[came_by_[start]].reverse].head;
  }
  amount = std::min(amount, imbalance_[start]);
  for (Vertex v = end; came_by_[v] != kNone;) {
    ArcIndex const arc = came_by_[v];
    add(arc, -amount);
    add(arcs_[arc].reverse, amount);
    v = arcs_[arcs_[arc].reverse].head;
  }
  imbalance_[start] -= amount;
  imbalance_[end] += amount;
  return amount;
}

/// How much of the displaced flow met its like: where a vertex both gives and misses, that much is
/// rerouted without a path.
Amount WarmFlow::offset(Amount displaced) const {
  Amount left = 0;
  for (Vertex v : unbalanced_) left += std::max<Amount>(0, imbalance_[v]);
  return displaced - left;
}

/// Moves up to `most` from where there is too much to where there is too little.
Amount WarmFlow::route(Amount most) {
  Amount routed = 0;
  while (routed < most) {
    Vertex const end = search();
    if (end == kNone) break;
    routed += push_path(end, most - routed);
  }
  return routed;
}

void WarmFlow::clear_imbalances() {
  for (Vertex v : unbalanced_) imbalance_[v] = 0;
  unbalanced_.clear();
}

/// Reroutes what can be and takes the rest back to the terminals: a feasible flow again. Returns
/// how much was rerouted.
Amount WarmFlow::repair(Amount displaced) {
  Amount const offset_here = offset(displaced);
  Amount const rerouted = offset_here + route(displaced - offset_here);
  give(base_->network.source, rerouted - displaced);
  give(base_->network.sink, displaced - rerouted);
  route(std::numeric_limits<Amount>::max());
  clear_imbalances();
  return rerouted;
}

Amount WarmFlow::augment(Amount most) {
  give(base_->network.source, kMaxTotal);
  give(base_->network.sink, -kMaxTotal);
  Amount const found = route(most);
  clear_imbalances();
  return found;
}

void WarmFlow::undo() {
  clear_imbalances();
  for (std::size_t i = log_.size(); i-- > 0;) arcs_[log_[i].arc].residual -= log_[i].added;
  log_.clear();
}

}  // namespace corridor::flow
