#include "analysis/wide_flow.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace corridor {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

/// Arc a is edge 2a, its reverse of capacity 0 is edge 2a + 1.
class BlockingFlows {
 public:
  BlockingFlows(Graph const& graph, Table<ArcId, Int128> const& capacity)
      : source_(graph.origin().index()), sink_(graph.destination().index()) {
    Int128 unlimited = 1;
    for (auto const amount : capacity) unlimited += std::max<Int128>(amount, 0);
    auto const arcs = graph.arc_count();
    first_.assign(graph.vertex_count() + 1, 0);
    head_.resize(2 * arcs);
    residual_.assign(2 * arcs, 0);
    for (ArcId const a : capacity.ids()) {
      std::size_t const edge = std::size_t{2} * a.index();
      head_[edge] = graph.head(a).index();
      head_[edge + 1] = graph.tail(a).index();
      residual_[edge] = capacity[a] < 0 ? unlimited : capacity[a];
      ++first_[graph.tail(a).index() + std::size_t{1}];
      ++first_[graph.head(a).index() + std::size_t{1}];
    }
    for (std::size_t v = 1; v < first_.size(); ++v) first_[v] += first_[v - 1];
    edges_.resize(2 * arcs);
    auto place = first_;
    for (std::uint32_t edge = 0; edge < edges_.size(); ++edge) {
      edges_[place[head_[edge ^ 1U]]++] = edge;
    }
  }

  void run() {
    while (label()) {
      current_ = first_;
      block();
    }
  }

  Int128 flow(ArcId a) const { return residual_[std::size_t{2} * a.index() + 1]; }

 private:
  /// Distances from the source; whether the sink was reached.
  bool label() {
    level_.assign(first_.size() - 1, kNone);
    level_[source_] = 0;
    queue_.assign(1, source_);
    for (std::size_t next = 0; next < queue_.size(); ++next) {
      auto const v = queue_[next];
      for (auto i = first_[v]; i < first_[v + std::size_t{1}]; ++i) {
        auto const head = head_[edges_[i]];
        if (residual_[edges_[i]] == 0 || level_[head] != kNone) continue;
        level_[head] = level_[v] + 1;
        queue_.push_back(head);
      }
    }
    return level_[sink_] != kNone;
  }

  /// Ways along rising levels until none is left.
  void block() {
    path_.clear();
    auto v = source_;
    for (;;) {
      if (v == sink_) v = augment();
      if (auto const edge = admissible(v); edge != kNone) {
        path_.push_back(edge);
        v = head_[edge];
        continue;
      }
      if (path_.empty()) return;
      v = head_[path_.back() ^ 1U];
      path_.pop_back();
      ++current_[v];
    }
  }

  std::uint32_t admissible(std::uint32_t v) {
    for (auto& i = current_[v]; i < first_[v + std::size_t{1}]; ++i) {
      auto const edge = edges_[i];
      if (residual_[edge] > 0 && level_[head_[edge]] == level_[v] + 1) return edge;
    }
    return kNone;
  }

  /// Fills the path and steps back to the tail of its first full edge.
  std::uint32_t augment() {
    auto amount = residual_[path_.front()];
    for (auto const edge : path_) amount = std::min(amount, residual_[edge]);
    std::size_t kept = path_.size();
    for (std::size_t i = path_.size(); i-- > 0;) {
      residual_[path_[i]] -= amount;
      residual_[path_[i] ^ 1U] += amount;
      if (residual_[path_[i]] == 0) kept = i;
    }
    auto const tail = head_[path_[kept] ^ 1U];
    path_.resize(kept);
    return tail;
  }

  std::uint32_t source_, sink_;
  std::vector<std::uint32_t> first_, edges_, current_, head_, level_, queue_, path_;
  std::vector<Int128> residual_;
};

}  // namespace

Table<ArcId, Int128> wide_max_flow(Graph const& graph, Table<ArcId, Int128> const& capacity) {
  BlockingFlows flows(graph, capacity);
  flows.run();
  Table<ArcId, Int128> on(graph.arc_count());
  for (ArcId const a : on.ids()) on[a] = flows.flow(a);
  return on;
}

}  // namespace corridor
