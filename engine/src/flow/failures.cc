#include "flow/failures.h"

#include <algorithm>
#include <cstddef>

#include "flow/failures_components.h"

namespace corridor::flow {

Failures::Failures(Problem const& problem, std::span<Amount const> flows, Amount value)
    : edges_(problem.edges.begin(), problem.edges.end()),
      flows_(flows.begin(), flows.end()),
      value_(value),
      network_(build_network(problem, Direction::forward, Bundles::separate)),
      edge_of_arc_(network_.arcs.size(), kNone),
      arcs_(network_.arcs),
      imbalance_(problem.vertices, 0),
      listed_(problem.vertices, 0),
      marks_(problem.vertices) {
  for (EdgeIndex e = 0; e < edges_.size(); ++e) {
    edges_[e].tail = network_.number_of[edges_[e].tail];
    edges_[e].head = network_.number_of[edges_[e].head];
    ArcIndex const arc = network_.arc_of_edge[e];
    if (arc == kNone) continue;
    edge_of_arc_[arc] = e;
    arcs_[arc].residual -= flows_[e];
    arcs_[arcs_[arc].reverse].residual += flows_[e];
  }
  component_ = strong_components(network_, arcs_);
}

bool Failures::carries(std::span<EdgeIndex const> failed) const {
  return std::any_of(failed.begin(), failed.end(), [&](EdgeIndex e) {
    return flows_[e] > 0 && network_.arc_of_edge[e] != kNone;
  });
}

Amount Failures::loss(std::span<EdgeIndex const> failed) {
  if (!carries(failed)) return 0;
  close(failed);
  bound_components();
  if (!apart()) {
    ++searches_;
    route();
  }
  Amount const lost = excess();
  undo();
  return lost;
}

Failures::Remainder Failures::remainder(std::span<EdgeIndex const> failed) {
  close(failed);
  bound_components();
  route();
  Amount const lost = excess();
  // What is lost goes back to the source and is missing at the sink.
  give(network_.source, -lost);
  give(network_.sink, lost);
  lowest_ = 0;
  highest_ = kNone;
  route();
  Remainder result{value_ - lost, changed_flows(failed), reached_from_source()};
  undo();
  return result;
}

void Failures::add(ArcIndex arc, Amount amount) {
  arcs_[arc].residual += amount;
  log_.push_back({arc, amount});
}

/// Takes the edges out of the network and notes what that leaves unbalanced.
void Failures::close(std::span<EdgeIndex const> failed) {
  for (EdgeIndex const e : failed) {
    ArcIndex const arc = network_.arc_of_edge[e];
    if (arc == kNone) continue;
    ArcIndex const back = arcs_[arc].reverse;
    add(arc, -arcs_[arc].residual);
    add(back, -arcs_[back].residual);
    give(edges_[e].tail, flows_[e]);
    give(edges_[e].head, -flows_[e]);
  }
}

void Failures::give(Vertex v, Amount amount) {
  if (amount == 0) return;
  imbalance_[v] += amount;
  if (listed_[v] != 0) return;
  listed_[v] = 1;
  unbalanced_.push_back(v);
}

Amount Failures::excess() const {
  Amount total = 0;
  for (Vertex const v : unbalanced_) total += std::max<Amount>(0, imbalance_[v]);
  return total;
}

/// The components below the lowest deficit cannot be left towards one, nor those above the highest
/// excess be reached from one. Rerouting within the bounds keeps that so.
void Failures::bound_components() {
  lowest_ = kNone;
  highest_ = 0;
  for (Vertex const v : unbalanced_) {
    if (imbalance_[v] < 0) lowest_ = std::min(lowest_, component_[v]);
    if (imbalance_[v] > 0) highest_ = std::max(highest_, component_[v]);
  }
}

bool Failures::apart() const { return lowest_ > highest_; }

/// Moves all that can be moved from excesses to deficits, along ways found one by one.
void Failures::route() {
  for (Amount left = excess(); left > 0; left = excess()) {
    start_search();
    Vertex const meeting = find_meeting();
    if (meeting == kNone) return;
    push_through(meeting);
  }
}

void Failures::start_search() {
  if (++search_ == 0) {
    std::fill(marks_.begin(), marks_.end(), Mark{});
    search_ = 1;
  }
  for (Side* const side : {&forward_, &backward_}) {
    side->queue.clear();
    side->next = 0;
    side->work = 0;
  }
  for (Vertex const v : unbalanced_) {
    if (imbalance_[v] > 0 && component_[v] >= lowest_) {
      marks_[v].forward = search_;
      marks_[v].into = kNone;
      forward_.queue.push_back(v);
    }
    if (imbalance_[v] < 0 && component_[v] <= highest_) {
      marks_[v].backward = search_;
      marks_[v].out_of = kNone;
      backward_.queue.push_back(v);
    }
  }
}

/// Where a way from an excess meets one to a deficit, or kNone when there is none.
Vertex Failures::find_meeting() {
  while (!forward_.exhausted() && !backward_.exhausted()) {
    Vertex const met = forward_.work <= backward_.work ? expand_forward() : expand_backward();
    if (met != kNone) return met;
  }
  return kNone;
}

Vertex Failures::expand_forward() {
  Vertex const v = forward_.queue[forward_.next++];
  ArcIndex const end = network_.first[v + std::size_t{1}];
  forward_.work += end - network_.first[v];
  for (ArcIndex a = network_.first[v]; a < end; ++a) {
    Arc const& arc = arcs_[a];
    if (arc.residual == 0 || component_[arc.head] < lowest_) continue;
    Mark& mark = marks_[arc.head];
    if (mark.forward == search_) continue;
    mark.forward = search_;
    mark.into = a;
    if (mark.backward == search_) return arc.head;
    forward_.queue.push_back(arc.head);
  }
  return kNone;
}

Vertex Failures::expand_backward() {
  Vertex const v = backward_.queue[backward_.next++];
  ArcIndex const end = network_.first[v + std::size_t{1}];
  backward_.work += end - network_.first[v];
  for (ArcIndex a = network_.first[v]; a < end; ++a) {
    Arc const& arc = arcs_[a];
    if (arcs_[arc.reverse].residual == 0 || component_[arc.head] > highest_) continue;
    Mark& mark = marks_[arc.head];
    if (mark.backward == search_) continue;
    mark.backward = search_;
    mark.out_of = arc.reverse;
    if (mark.forward == search_) return arc.head;
    backward_.queue.push_back(arc.head);
  }
  return kNone;
}

void Failures::push_through(Vertex meeting) {
  Amount amount = kMaxTotal;
  Vertex start = meeting;
  while (marks_[start].into != kNone) {
    Arc const& arc = arcs_[marks_[start].into];
    amount = std::min(amount, arc.residual);
    start = arcs_[arc.reverse].head;
  }
  Vertex end = meeting;
  while (marks_[end].out_of != kNone) {
    Arc const& arc = arcs_[marks_[end].out_of];
    amount = std::min(amount, arc.residual);
    end = arc.head;
  }
  amount = std::min({amount, imbalance_[start], -imbalance_[end]});
  auto const push = [&](ArcIndex arc) {
    add(arc, -amount);
    add(arcs_[arc].reverse, amount);
  };
  for (Vertex v = meeting; v != start; v = arcs_[arcs_[marks_[v].into].reverse].head)
    push(marks_[v].into);
  for (Vertex v = meeting; v != end; v = arcs_[marks_[v].out_of].head) push(marks_[v].out_of);
  imbalance_[start] -= amount;
  imbalance_[end] += amount;
}

std::vector<Failures::EdgeFlow> Failures::changed_flows(std::span<EdgeIndex const> failed) {
  std::vector<EdgeIndex> touched(failed.begin(), failed.end());
  for (Entry const& entry : log_) {
    EdgeIndex const edge = edge_of_arc_[entry.arc];
    if (edge != kNone) touched.push_back(edge);
  }
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  std::vector<EdgeFlow> changed;
  for (EdgeIndex const e : touched) {
    ArcIndex const arc = network_.arc_of_edge[e];
    // What is left of the way back is what flows; of a failed edge nothing is left both ways.
    Amount const flow = arc == kNone ? 0 : arcs_[arcs_[arc].reverse].residual;
    if (flow != flows_[e]) changed.push_back({e, flow});
  }
  return changed;
}

std::vector<char> Failures::reached_from_source() {
  std::vector<char> reached(network_.vertices(), 0);
  std::vector<Vertex> queue{network_.source};
  reached[network_.source] = 1;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    for (ArcIndex a = network_.first[queue[i]]; a < network_.first[queue[i] + std::size_t{1}];
         ++a) {
      Arc const& arc = arcs_[a];
      if (arc.residual == 0 || reached[arc.head] != 0) continue;
      reached[arc.head] = 1;
      queue.push_back(arc.head);
    }
  }
  std::vector<char> side(network_.vertices());
  for (std::size_t v = 0; v < side.size(); ++v) side[v] = reached[network_.number_of[v]];
  return side;
}

void Failures::undo() {
  for (Vertex const v : unbalanced_) {
    imbalance_[v] = 0;
    listed_[v] = 0;
  }
  unbalanced_.clear();
  for (std::size_t i = log_.size(); i-- > 0;) arcs_[log_[i].arc].residual -= log_[i].added;
  log_.clear();
}

}  // namespace corridor::flow
