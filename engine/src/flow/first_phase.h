#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "flow/network.h"
#include "flow/workspace.h"

namespace corridor::flow {

/// One relabelling costs about this much beside its arcs, in units of one arc looked at.
constexpr std::uint64_t kRelabelWork = 12;

/// The first phase of push-relabel on a loaded workspace, in windows of work between two global
/// relabellings, so that a caller may look at what is left before going on.
class FirstPhase {
 public:
  FirstPhase(Network const& network, Workspace& work)
      : n_(network.vertices()),
        source_(network.source),
        sink_(network.sink),
        first_(network.first.data()),
        arcs_(work.arcs.data()),
        vertices_(work.vertices.data()),
        labels_(work.labels.data()),
        active_(work.active.data()),
        layer_(work.layer.data()),
        queue_(work.queue.data()),
        work_limit_(6 * std::uint64_t{n_} + network.arcs.size()) {}

  void start() {
    saturate_source();
    relabel_globally();
  }

  /// Discharges until no active vertex is left (true) or a window's work is done and the labels are
  /// exact again (false).
  bool run_window() {
    while (highest_ > 0) {
      Vertex const v = active_[highest_];
      if (v == kNone) {
        --highest_;
        continue;
      }
      active_[highest_] = vertices_[v].next_active;
      discharge(v);
      if (work_done_ <= work_limit_) continue;
      relabel_globally();
      return false;
    }
    relabel_globally();
    return true;
  }

  /// Exact distances to the sink by breadth-first search against the residual arcs.
  void relabel_globally();

  Amount value() const { return vertices_[sink_].excess; }

  /// What has arrived or may still arrive: no flow is larger. Exact labels are needed, so between
  /// windows only. O(n).
  Amount upper_bound() const {
    Amount sum = 0;
    for (Vertex v = 0; v < n_; ++v)
      if (labels_[v] < n_) sum += vertices_[v].excess;
    return sum;
  }

 private:
  void saturate_source() {
    for (ArcIndex a = first_[source_]; a < first_[source_ + 1]; ++a) {
      vertices_[arcs_[a].head].excess += arcs_[a].residual;
      push(arcs_, a, arcs_[a].residual);
    }
  }

  void enter_layer(Vertex v, std::uint32_t label) {
    Vertex const next = layer_[label];
    vertices_[v].next_in_layer = next;
    vertices_[v].previous_in_layer = kNone;
    if (next != kNone) vertices_[next].previous_in_layer = v;
    layer_[label] = v;
  }

  void leave_layer(Vertex v, std::uint32_t label) {
    VertexState const& state = vertices_[v];
    if (state.previous_in_layer == kNone)
      layer_[label] = state.next_in_layer;
    else
      vertices_[state.previous_in_layer].next_in_layer = state.next_in_layer;
    if (state.next_in_layer != kNone)
      vertices_[state.next_in_layer].previous_in_layer = state.previous_in_layer;
  }

  void activate(Vertex v, std::uint32_t label) {
    vertices_[v].next_active = active_[label];
    active_[label] = v;
  }

  void clear_buckets() {
    std::fill(active_, active_ + n_, kNone);
    std::fill(layer_, layer_ + n_, kNone);
  }

  void discharge(Vertex v) {
    VertexState& state = vertices_[v];
    std::uint32_t label = labels_[v];
    while (true) {
      if (push_out(v, state, label - 1)) return;
      std::uint32_t const before = label;
      leave_layer(v, before);
      // Alone on its level, it leaves a gap wherever it goes: its arcs need not be looked at.
      bool const gap = layer_[before] == kNone;
      if (gap) close_gap(before);
      label = gap ? n_ : relabel(v);
      labels_[v] = label;
      if (label >= n_) {
        highest_ = std::min(highest_, before);
        return;
      }
      enter_layer(v, label);
      deepest_ = std::max(deepest_, label);
      highest_ = label;
    }
  }

  /// Pushes along admissible arcs until the excess is gone (true) or the arcs are.
  bool push_out(Vertex v, VertexState& state, std::uint32_t target) {
    ArcIndex const end = first_[v + 1];
    for (ArcIndex a = state.current; a < end; ++a) {
      Arc const& arc = arcs_[a];
      if (arc.residual == 0 || labels_[arc.head] != target) continue;
      Vertex const w = arc.head;
      VertexState& next = vertices_[w];
      Amount const amount = std::min(state.excess, arc.residual);
      if (next.excess == 0 && w != sink_) activate(w, target);
      push(arcs_, a, amount);
      next.excess += amount;
      state.excess -= amount;
      if (state.excess == 0) {
        state.current = a;
        return true;
      }
    }
    return false;
  }

  /// The label one above the lowest residual neighbour; the current arc leads there.
  std::uint32_t relabel(Vertex v) {
    std::uint32_t lowest = n_;
    ArcIndex const end = first_[v + 1];
    ArcIndex best = first_[v];
    for (ArcIndex a = first_[v]; a < end; ++a) {
      if (arcs_[a].residual == 0) continue;
      std::uint32_t const label = labels_[arcs_[a].head];
      if (label >= lowest) continue;
      lowest = label;
      best = a;
    }
    work_done_ += kRelabelWork + (end - first_[v]);
    vertices_[v].current = best;
    return std::min(lowest + 1, n_);
  }

  /// Nothing is left at `label`: what lies above can no longer reach the sink.
  void close_gap(std::uint32_t label) {
    for (std::uint32_t above = label + 1; above <= deepest_; ++above) {
      for (Vertex v = layer_[above]; v != kNone; v = vertices_[v].next_in_layer) labels_[v] = n_;
      layer_[above] = kNone;
      active_[above] = kNone;
    }
    deepest_ = label > 0 ? label - 1 : 0;
  }

  std::uint32_t n_;
  Vertex source_;
  Vertex sink_;
  ArcIndex const* first_;
  Arc* arcs_;
  VertexState* vertices_;
  std::uint32_t* labels_;
  Vertex* active_;
  Vertex* layer_;
  Vertex* queue_;
  std::uint64_t work_limit_;
  std::uint64_t work_done_ = 0;
  std::uint32_t highest_ = 0;
  std::uint32_t deepest_ = 0;
};

inline void FirstPhase::relabel_globally() {
  work_done_ = 0;
  highest_ = 0;
  std::fill(labels_, labels_ + n_, n_);
  labels_[sink_] = 0;
  queue_[0] = sink_;
  std::size_t end = 1;
  std::uint32_t depth = 0;
  clear_buckets();
  for (std::size_t i = 0; i < end; ++i) {
    Vertex const v = queue_[i];
    std::uint32_t const label = labels_[v];
    depth = label;
    enter_layer(v, label);
    vertices_[v].current = first_[v];
    if (vertices_[v].excess > 0 && v != sink_) {
      activate(v, label);
      highest_ = label;
    }
    for (ArcIndex a = first_[v]; a < first_[v + 1]; ++a) {
      Arc const& arc = arcs_[a];
      if (labels_[arc.head] != n_ || arc.room_back == 0) continue;
      if (arc.head == source_) continue;
      labels_[arc.head] = label + 1;
      queue_[end++] = arc.head;
    }
  }
  deepest_ = depth;
}

}  // namespace corridor::flow
