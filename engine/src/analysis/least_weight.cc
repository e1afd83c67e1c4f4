#include "analysis/least_weight.h"

#include <string>

#include "corridor/analysis/certificate.h"

namespace corridor {
namespace {

/// Distances from the origin, by (vertex, vias passed).
class Distances {
 public:
  Distances(Graph const& graph, std::vector<NodeId> const& via, ArcAmounts const& amounts)
      : graph_(graph), via_(via), amounts_(amounts) {}

  std::optional<LeastWeight> least() {
    find();
    hold();
    auto const& end = distance_[state(graph_.destination(), via_.size())];
    return end.reached ? std::optional(end.weight) : std::nullopt;
  }

 private:
  struct Distance {
    LeastWeight weight;
    bool reached = false;
    bool queued = false;
  };

  LeastWeight weight_of(ArcId a) const {
    return {amounts_[a], graph_.kind(a) == ArcKind::link ? 1 : 0};
  }

  std::size_t state(VertexId v, std::size_t stage) const {
    return stage * graph_.vertex_count() + v.index();
  }

  void find() {
    distance_.assign(graph_.vertex_count() * (via_.size() + 1), {});
    std::vector<std::uint32_t> queue(distance_.size() + 1);
    std::size_t first = 0;
    std::size_t last = 0;
    auto const push = [&](std::size_t at) {
      distance_[at].queued = true;
      queue[last] = static_cast<std::uint32_t>(at);
      last = last + 1 == queue.size() ? 0 : last + 1;
    };
    auto const start = state(graph_.origin(), 0);
    distance_[start].reached = true;
    push(start);
    while (first != last) {
      auto const at = queue[first];
      first = first + 1 == queue.size() ? 0 : first + 1;
      distance_[at].queued = false;
      relax_from(at, push);
    }
  }

  template <class Push>
  void relax_from(std::size_t at, Push const& push) {
    auto const stage = at / graph_.vertex_count();
    auto const v = at % graph_.vertex_count();
    auto const first_out = graph_.first_out();
    for (auto i = first_out[v]; i < first_out[v + 1]; ++i) {
      auto const head = graph_.head(ArcId(i));
      auto const next = state(head, passed_at(graph_, via_, stage, head));
      auto const weight = distance_[at].weight + weight_of(ArcId(i));
      auto& there = distance_[next];
      if (there.reached && !(weight < there.weight)) continue;
      there.weight = weight;
      there.reached = true;
      if (!there.queued) push(next);
    }
  }

  void hold() const {
    for (std::size_t stage = 0; stage <= via_.size(); ++stage) {
      for (ArcId const a : graph_.columns().tail.ids()) {
        auto const& from = distance_[state(graph_.tail(a), stage)];
        if (!from.reached) continue;
        auto const head = graph_.head(a);
        auto const& to = distance_[state(head, passed_at(graph_, via_, stage, head))];
        if (to.reached && !(from.weight + weight_of(a) < to.weight)) continue;
        throw Defect("the distances of a certificate do not hold at arc " +
                     std::to_string(a.index()));
      }
    }
  }

  Graph const& graph_;
  std::vector<NodeId> const& via_;
  ArcAmounts const& amounts_;
  std::vector<Distance> distance_;
};

}  // namespace

std::optional<LeastWeight> least_weight(Graph const& graph, std::vector<NodeId> const& via,
                                        ArcAmounts const& amounts) {
  return Distances(graph, via, amounts).least();
}

std::size_t passed_at(Graph const& graph, std::vector<NodeId> const& via, std::size_t passed,
                      VertexId v) {
  if (v == graph.origin() || v == graph.destination()) return passed;
  auto const node = graph.columns().node[v];
  while (passed < via.size() && via[passed] == node) ++passed;
  return passed;
}

}  // namespace corridor
