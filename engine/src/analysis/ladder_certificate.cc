// Plain and its own: nothing here is shared with the search. Flows and cuts are checked by the
// certificate of maximum flows, needs by the conditions of a minimum-cost flow.

#include <string>
#include <utility>
#include <vector>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/ladder.h"
#include "corridor/base/int128.h"

namespace corridor {
namespace {

std::string text_of(ArcId a) { return "arc " + std::to_string(a.index()); }

class Check {
 public:
  Check(Graph const& graph, Ladder const& ladder)
      : graph_(graph),
        ladder_(ladder),
        capacity_(graph.columns().capacity),
        relieved_(graph.arc_count(), 0) {}

  std::string violation() {
    auto const& steps = ladder_.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      auto found = step(steps[i]);
      if (found.empty()) found = i + 1 < steps.size() ? follows(i) : ends(steps[i]);
      if (!found.empty()) return "step " + std::to_string(i + 1) + ": " + found;
    }
    return beyond();
  }

 private:
  std::string step(LadderStep const& step) {
    if (!step.flow.bounded) return "it has no limit";
    auto found = corridor::violation(graph_, capacity_, step.flow);
    if (!found.empty()) return found;
    if (!step.then) {
      bool const nothing = step.needs.empty() && step.on_then.empty() && step.potentials.empty();
      return nothing ? "" : "needs are given for nothing";
    }
    for (ArcId const a : step.flow.cut) {
      capacity_[a] = Limit();
      relieved_[a.index()] = 1;
    }
    found = needs(step);
    if (found.empty()) found = conservation(step);
    if (found.empty()) found = least(step);
    return found;
  }

  /// Each need is what flows beyond the present capacity, on relieved arcs only.
  std::string needs(LadderStep const& step) const {
    if (step.on_then.size() != graph_.arc_count()) return "a flow is missing for some arc";
    auto next = step.needs.begin();
    for (ArcId const a : step.on_then.ids()) {
      auto const limit = graph_.capacity(a);
      if (step.on_then[a] < Capacity()) return text_of(a) + " carries less than nothing";
      bool const over = !limit.unlimited() && step.on_then[a] > limit.capacity();
      if (over && relieved_[a.index()] == 0) return text_of(a) + " carries more than its capacity";
      bool const listed = next != step.needs.end() && next->arc == a;
      if (over != listed) return text_of(a) + " does not need what is said";
      if (!listed) continue;
      if (next->extra != step.on_then[a] - limit.capacity()) {
        return text_of(a) + " does not need what is said";
      }
      ++next;
    }
    return next == step.needs.end() ? "" : "a need stands in the wrong place";
  }

  std::string conservation(LadderStep const& step) const {
    std::vector<Int128> net_out(graph_.vertex_count(), 0);
    for (ArcId const a : step.on_then.ids()) {
      net_out[graph_.tail(a).index()] += step.on_then[a].parts();
      net_out[graph_.head(a).index()] -= step.on_then[a].parts();
    }
    for (VertexId const v : graph_.columns().node.ids()) {
      Int128 wanted = 0;
      if (v == graph_.origin()) wanted = step.then->parts();
      if (v == graph_.destination()) wanted = -Int128{step.then->parts()};
      if (net_out[v.index()] != wanted) {
        return "vertex " + std::to_string(v.index()) + " does not pass on what it gets";
      }
    }
    return {};
  }

  /// Potentials under which no change of the flow saves extra capacity.
  std::string least(LadderStep const& step) const {
    if (step.potentials.size() != graph_.vertex_count()) return "a potential is missing";
    for (ArcId const a : step.on_then.ids()) {
      auto const difference =
          Int128{step.potentials[graph_.tail(a).index()]} - step.potentials[graph_.head(a).index()];
      auto const on = step.on_then[a];
      auto const limit = graph_.capacity(a);
      bool const room = limit.unlimited() || on < limit.capacity();
      bool const extra = !limit.unlimited() && on > limit.capacity();
      bool const more_room_fits = !room || difference >= 0;
      bool const less_load_fits = on == Capacity() || limit.zero() || difference <= 0;
      bool const more_extra_fits = relieved_[a.index()] == 0 || 1 + difference >= 0;
      bool const less_extra_fits = !extra || 1 + difference <= 0;
      if (!more_room_fits || !less_load_fits || !more_extra_fits || !less_extra_fits) {
        return "a plan with less extra capacity exists, by way of " + text_of(a);
      }
    }
    return {};
  }

  std::string follows(std::size_t i) const {
    auto const& [step, next] = std::pair(&ladder_.steps[i], &ladder_.steps[i + 1]);
    if (!step->then) return "nothing follows it";
    if (*step->then != next->flow.throughput) return "it does not lead to the next";
    if (ladder_.target && next->flow.throughput >= *ladder_.target) return "the target lies below";
    return {};
  }

  /// The last step reaches the target, or relieving it leaves nothing that binds.
  std::string ends(LadderStep const& step) {
    if (step.flow.cut.empty()) return {};  // nothing flows at all
    if (!ladder_.target) {
      if (step.then || !ladder_.beyond) return "something still binds";
      for (ArcId const a : step.flow.cut) capacity_[a] = Limit();
      return {};
    }
    if (ladder_.beyond) return "it goes on beyond the target";
    if (step.flow.throughput >= *ladder_.target) {
      return ladder_.steps.size() == 1 && !step.then ? "" : "the target was reached before";
    }
    return step.then && *step.then == *ladder_.target ? "" : "the target is not reached";
  }

  std::string beyond() const {
    if (!ladder_.beyond) return ladder_.steps.empty() ? "there is neither a step nor an end" : "";
    if (ladder_.beyond->bounded) return "what lies beyond has a limit";
    auto const found = corridor::violation(graph_, capacity_, *ladder_.beyond);
    return found.empty() ? "" : "beyond the last step " + found;
  }

  Graph const& graph_;
  Ladder const& ladder_;
  Table<ArcId, Limit> capacity_;
  std::vector<char> relieved_;
};

}  // namespace

std::string violation(Graph const& graph, Ladder const& ladder) {
  return Check(graph, ladder).violation();
}

}  // namespace corridor
