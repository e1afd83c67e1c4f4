#include "corridor/analysis/ladder.h"

#include <algorithm>
#include <utility>

#include "flow/min_cost.h"

namespace corridor {
namespace {

using Capacities = Table<ArcId, Limit>;

/// Present capacity free, and beside it what relieved arcs may get, at 1 per unit.
class Expansion {
 public:
  Expansion(Graph const& graph, std::vector<ArcId> const& relieved) : graph_(graph) {
    auto const& columns = graph.columns();
    edges_.reserve(graph.arc_count() + relieved.size());
    for (ArcId const a : columns.tail.ids()) {
      auto const limit = graph.capacity(a);
      add(a, limit.unlimited() ? flow::kMaxTotal : limit.capacity().parts(), 0);
    }
    for (ArcId const a : relieved) add(a, flow::kMaxTotal, 1);
    relieved_ = relieved;
  }

  /// The step with `then`, `needs` and the rest: the cheapest flow of this amount, grown from
  /// `present`, a maximum flow without any extra capacity.
  LadderStep leading_to(Capacity amount, Flow const& present, LadderStep step) const {
    std::vector<flow::Amount> start(edges_.size(), 0);
    for (ArcId const a : present.on.ids()) start[a.index()] = present.on[a].parts();
    flow::SuccessiveShortestPaths search(problem(), start);
    while (search.value() < amount.parts()) {
      if (!search.advance(amount.parts() - search.value())) break;
    }
    step.then = Capacity::of_parts(search.value());
    step.on_then = Table<ArcId, Capacity>(graph_.arc_count());
    for (ArcId const a : step.on_then.ids()) {
      step.on_then[a] = Capacity::of_parts(search.flow(a.index()));
    }
    for (std::size_t i = 0; i < relieved_.size(); ++i) {
      auto const extra =
          Capacity::of_parts(search.flow(static_cast<flow::EdgeIndex>(graph_.arc_count() + i)));
      if (extra == Capacity()) continue;
      step.on_then[relieved_[i]] += extra;
      step.needs.push_back({relieved_[i], extra});
    }
    step.potentials = search.potentials();
    return step;
  }

 private:
  void add(ArcId a, flow::Amount capacity, flow::Amount cost) {
    edges_.push_back({graph_.tail(a).index(), graph_.head(a).index(), capacity, cost});
  }
  flow::CostProblem problem() const {
    return {static_cast<flow::Vertex>(graph_.vertex_count()), graph_.origin().index(),
            graph_.destination().index(), edges_};
  }

  Graph const& graph_;
  std::vector<flow::CostEdge> edges_;
  std::vector<ArcId> relieved_;
};

class Climb {
 public:
  Climb(Graph const& graph, std::optional<Capacity> target)
      : graph_(graph), capacity_(graph.columns().capacity) {
    ladder_.target = target;
  }

  Ladder run() && {
    auto flow = max_flow(graph_);
    auto const present = flow;
    while (flow.bounded) {
      LadderStep step{std::move(flow), {}, {}, {}, {}};
      if (reaches(step.flow) || step.flow.cut.empty()) {
        ladder_.steps.push_back(std::move(step));
        return std::move(ladder_);
      }
      relieve(step.flow.cut);
      flow = max_flow(graph_, capacity_);
      if (auto const amount = next_amount(flow)) {
        step = Expansion(graph_, relieved_).leading_to(*amount, present, std::move(step));
      }
      ladder_.steps.push_back(std::move(step));
      if (flow.bounded ? reaches(flow) : ladder_.target.has_value()) return std::move(ladder_);
    }
    ladder_.beyond = std::move(flow);
    return std::move(ladder_);
  }

 private:
  bool reaches(Flow const& flow) const {
    return ladder_.target && flow.throughput >= *ladder_.target;
  }

  void relieve(std::vector<ArcId> const& cut) {
    for (ArcId const a : cut) capacity_[a] = Limit();
    auto const before = static_cast<std::ptrdiff_t>(relieved_.size());
    relieved_.insert(relieved_.end(), cut.begin(), cut.end());
    std::inplace_merge(relieved_.begin(), relieved_.begin() + before, relieved_.end());
  }

  /// What the next step carries; empty where that has no limit and no target ends it.
  std::optional<Capacity> next_amount(Flow const& next) const {
    if (!next.bounded) return ladder_.target;
    return ladder_.target ? std::min(*ladder_.target, next.throughput) : next.throughput;
  }

  Graph const& graph_;
  Capacities capacity_;
  std::vector<ArcId> relieved_;  // in arc order
  Ladder ladder_;
};

}  // namespace

Ladder bottleneck_ladder(Graph const& graph, std::optional<Capacity> target) {
  return Climb(graph, target).run();
}

}  // namespace corridor
