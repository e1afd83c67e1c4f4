#include "corridor/analysis/named_way.h"

#include <array>
#include <bit>
#include <queue>
#include <unordered_map>

#include "analysis/relaxation.h"
#include "analysis/route.h"
#include "analysis/way_steps.h"
#include "graph/topology.h"

namespace corridor {
namespace {

/// Obstacles, the length of what is filled in, the criteria, then links: compared in that order.
/// What is not used is 0.
using Weight = std::array<Int128, kMostCriteria + 3>;
constexpr std::size_t kFilled = 1;
constexpr std::size_t kFirstCriterion = 2;

Weight operator+(Weight a, Weight const& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += b[i];
  return a;
}

Table<ArcId, Weight> weights_of(Graph const& graph, std::span<Criterion const* const> by,
                                ValueOfTime value, Table<ArcId, std::uint8_t> const* obstacles) {
  Table<ArcId, Weight> weights(graph.arc_count());
  for (std::size_t k = 0; k < by.size(); ++k) {
    auto const amounts = amounts_of(graph, *by[k], value);
    for (ArcId const arc : amounts.ids()) weights[arc][kFirstCriterion + k] = amounts[arc];
  }
  for (ArcId const arc : weights.ids()) {
    if (obstacles != nullptr) weights[arc][0] = std::popcount((*obstacles)[arc]);
    weights[arc].back() = graph.kind(arc) == ArcKind::link ? 1 : 0;
  }
  return weights;
}

/// Searches the ways that take the steps in order. A place is a vertex with the steps taken.
class StepSearch {
 public:
  StepSearch(Graph const& graph, WayName const& name, std::vector<WayStep> const& steps,
             Table<ArcId, Weight> const& weights)
      : graph_(graph), name_(name), steps_(steps), weights_(weights) {
    search();
  }

  /// From start to end, of the best the first in file order; empty when there is none. Why taking
  /// the earliest link each time gives that is shown at ReadOff.
  std::vector<ArcId> arcs() const {
    std::vector<ArcId> arcs;
    Place place{0, graph_.origin().index()};
    if (!least_.contains(key_of(place))) return arcs;
    while (VertexId(place.vertex) != graph_.destination()) {
      auto const [inner, link] = next(place);
      arcs.push_back(inner);
      place = *after(place, inner);
      if (graph_.kind(inner) == ArcKind::end) continue;
      arcs.push_back(link);
      place = *after(place, link);
    }
    return arcs;
  }

 private:
  struct Place {
    std::size_t taken;
    std::uint32_t vertex;
  };
  using Key = std::uint64_t;
  struct Open {
    Weight weight;
    Place place;
    bool operator>(Open const& other) const { return weight > other.weight; }
  };

  Key key_of(Place place) const { return place.taken * graph_.vertex_count() + place.vertex; }

  /// Where an arc leads from a place at its tail; empty when the steps forbid it.
  std::optional<Place> after(Place place, ArcId arc) const {
    auto const head = graph_.head(arc);
    switch (graph_.kind(arc)) {
      case ArcKind::start:
        if (graph_.columns().node[head] != name_.from) return std::nullopt;
        break;
      case ArcKind::end:
        if (place.taken != steps_.size()) return std::nullopt;
        break;
      case ArcKind::link:
        if (place.taken == steps_.size()) return std::nullopt;
        if (steps_[place.taken].fits(graph_, arc)) return Place{place.taken + 1, head.index()};
        if (steps_[place.taken].at_once) return std::nullopt;
        break;
      default:
        break;
    }
    return Place{place.taken, head.index()};
  }

  /// Of an arc out of a place: what is filled in there should be short.
  Weight weight_at(Place place, ArcId arc) const {
    auto weight = weights_[arc];
    bool const fills = place.taken < steps_.size() && !steps_[place.taken].at_once;
    if (fills) weight[kFilled] = graph_.columns().length[arc].parts();
    return weight;
  }

  void search() {
    open({{}, {steps_.size(), graph_.destination().index()}});
    auto const& topology = graph_.topology().boost;
    while (!queue_.empty()) {
      auto const [weight, place] = queue_.top();
      queue_.pop();
      if (weight != least_.at(key_of(place))) continue;
      for (auto [edge, last] = in_edges(place.vertex, topology); edge != last; ++edge) {
        ArcId const arc(edge->idx);
        // An arc takes one step or none.
        for (std::size_t const back : {std::size_t{0}, std::size_t{1}}) {
          if (back > place.taken) continue;
          Place const before{place.taken - back, graph_.tail(arc).index()};
          auto const reached = after(before, arc);
          if (reached && reached->taken == place.taken) {
            open({weight + weight_at(before, arc), before});
          }
        }
      }
    }
  }

  void open(Open const& next) {
    auto const [known, fresh] = least_.try_emplace(key_of(next.place), next.weight);
    if (!fresh) {
      if (known->second <= next.weight) return;
      known->second = next.weight;
    }
    queue_.push(next);
  }

  bool tight(Place place, ArcId arc) const {
    auto const reached = after(place, arc);
    if (!reached) return false;
    auto const rest = least_.find(key_of(*reached));
    return rest != least_.end() && weight_at(place, arc) + rest->second == least_.at(key_of(place));
  }

  /// The tight way out of a place whose link comes first in the file; an end stands for both.
  std::pair<ArcId, ArcId> next(Place place) const {
    std::pair<ArcId, ArcId> best;
    std::uint32_t earliest = Graph::kNoElement;
    auto const first_out = graph_.first_out();
    for (auto i = first_out[place.vertex]; i < first_out[place.vertex + 1]; ++i) {
      ArcId const inner(i);
      if (!tight(place, inner)) continue;
      if (graph_.kind(inner) == ArcKind::end) return {inner, inner};
      auto const inside = *after(place, inner);
      for (auto j = first_out[inside.vertex]; j < first_out[inside.vertex + 1]; ++j) {
        ArcId const link(j);
        if (graph_.columns().element[link] >= earliest || !tight(inside, link)) continue;
        earliest = graph_.columns().element[link];
        best = {inner, link};
      }
    }
    return best;
  }

  Graph const& graph_;
  WayName const& name_;
  std::vector<WayStep> const& steps_;
  Table<ArcId, Weight> const& weights_;
  std::unordered_map<Key, Weight> least_;
  std::priority_queue<Open, std::vector<Open>, std::greater<>> queue_;
};

std::vector<ArcId> best_way(Graph const& graph, WayName const& name,
                            std::vector<WayStep> const& steps,
                            Table<ArcId, Weight> const& weights) {
  return StepSearch(graph, name, steps, weights).arcs();
}

/// What stands in the way of a chain of arcs of a relaxed graph.
NoRoute obstacle_of(Network const& network, Question const& question, RelaxedGraph const& relaxed,
                    std::vector<ArcId> const& arcs) {
  NoRoute obstacle;
  obstacle.barriers = relaxations_of(network, question, relaxed, arcs);
  obstacle.together = obstacle.barriers;
  if (obstacle.together.size() == 1) {
    obstacle.cheapest = obstacle.together.front();
    obstacle.together.clear();
  }
  obstacle.reason = reason_of_named_way(network, question, obstacle);
  return obstacle;
}

}  // namespace

NamedWay find_way(Network const& network, Graph const& graph, Question const& question,
                  WayName const& name, std::span<Criterion const* const> by, ValueOfTime value) {
  auto const steps = steps_of(network, name);
  NamedWay found;
  for (auto const& step : steps) {
    if (!step.at_once) found.filled.push_back(step.point);
  }
  auto arcs = best_way(graph, name, steps, weights_of(graph, by, value, nullptr));
  if (!arcs.empty()) {
    found.route = describe(network, graph, std::move(arcs));
    return found;
  }
  auto const relaxed = compile_relaxed(network, question);
  arcs = best_way(relaxed.graph, name, steps,
                  weights_of(relaxed.graph, by, value, &relaxed.obstacles));
  if (arcs.empty()) return found;
  found.obstacle = obstacle_of(network, question, relaxed, arcs);
  found.otherwise = describe(network, relaxed.graph, std::move(arcs)).totals;
  return found;
}

}  // namespace corridor
