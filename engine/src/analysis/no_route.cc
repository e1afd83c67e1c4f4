#include <bit>
#include <utility>
#include <vector>

#include "analysis/relaxation.h"
#include "analysis/route.h"
#include "analysis/staged_distances.h"

namespace corridor {
namespace {

std::vector<RelaxedWeight> weights_of(RelaxedGraph const& relaxed, Objective const& objective,
                                      ValueOfTime value) {
  Graph const& graph = relaxed.graph;
  std::vector<RelaxedWeight> weight;
  weight.reserve(graph.arc_count());
  for (ArcId const arc : graph.columns().tail.ids()) {
    weight.push_back({static_cast<std::uint32_t>(std::popcount(relaxed.obstacles[arc])),
                      {objective.amount(totals_of(graph, arc), value),
                       graph.kind(arc) == ArcKind::link ? 1U : 0U}});
  }
  return weight;
}

/// What the origin reaches without any change, by stage and vertex, and the arcs that lead out of
/// that and on to the destination without coming back.
class Frontier {
 public:
  Frontier(RelaxedGraph const& relaxed, StagedDistances<RelaxedWeight> const& distances)
      : relaxed_(relaxed),
        distances_(distances),
        reached_(distances.stages(), std::vector<bool>(relaxed.graph.vertex_count(), false)),
        ahead_(reached_) {
    search_forward();
    search_backward();
  }

  std::vector<ArcId> barriers() const {
    std::vector<ArcId> arcs;
    for (ArcId const arc : relaxed_.graph.columns().tail.ids()) {
      for (std::size_t stage = 0; stage < reached_.size(); ++stage) {
        if (!reached_[stage][relaxed_.graph.tail(arc).index()]) continue;
        if (!ahead_[stage_at_head(arc, stage)][relaxed_.graph.head(arc).index()]) continue;
        arcs.push_back(arc);
        break;
      }
    }
    return arcs;
  }

 private:
  using Marks = std::vector<std::vector<bool>>;  // by stage and vertex
  using Place = std::pair<std::size_t, VertexId>;

  void search_forward() {
    std::vector<Place> open;
    mark(reached_, {0, relaxed_.graph.origin()}, open);
    auto const first_out = relaxed_.graph.first_out();
    while (!open.empty()) {
      auto const [stage, v] = open.back();
      open.pop_back();
      for (std::size_t a = first_out[v.index()]; a < first_out[v.index() + std::size_t{1}]; ++a) {
        ArcId const arc(a);
        if (relaxed_.obstacles[arc] != 0) continue;
        mark(reached_, {stage_at_head(arc, stage), relaxed_.graph.head(arc)}, open);
      }
    }
  }

  void search_backward() {
    std::vector<Place> open;
    mark_ahead({reached_.size() - 1, relaxed_.graph.destination()}, open);
    auto const& topology = relaxed_.graph.topology().boost;
    while (!open.empty()) {
      auto const [stage, v] = open.back();
      open.pop_back();
      for (auto [edge, last] = in_edges(v.index(), topology); edge != last; ++edge) {
        ArcId const arc(edge->idx);
        for (std::size_t before = 0; before <= stage; ++before) {
          if (stage_at_head(arc, before) != stage) continue;
          mark_ahead({before, relaxed_.graph.tail(arc)}, open);
        }
      }
    }
  }

  void mark_ahead(Place place, std::vector<Place>& open) {
    if (!reached_[place.first][place.second.index()]) mark(ahead_, place, open);
  }

  static void mark(Marks& marks, Place place, std::vector<Place>& open) {
    if (marks[place.first][place.second.index()]) return;
    marks[place.first][place.second.index()] = true;
    open.push_back(place);
  }

  std::size_t stage_at_head(ArcId arc, std::size_t stage) const {
    ArcKind const kind = relaxed_.graph.kind(arc);
    if (kind != ArcKind::link && kind != ArcKind::start) return stage;
    return distances_.stage_at(stage, relaxed_.graph.columns().node[relaxed_.graph.head(arc)]);
  }

  RelaxedGraph const& relaxed_;
  StagedDistances<RelaxedWeight> const& distances_;
  Marks reached_, ahead_;
};

}  // namespace

NoRoute why_no_route(Network const& network, Question const& question, Objective const& objective,
                     ValueOfTime value) {
  RelaxedGraph const relaxed = compile_relaxed(network, question);
  auto const weight = weights_of(relaxed, objective, value);
  StagedDistances<RelaxedWeight> const distances(relaxed.graph, question.via, weight);
  NoRoute answer;
  answer.barriers =
      relaxations_of(network, question, relaxed, Frontier(relaxed, distances).barriers());
  auto arcs = ReadOff<RelaxedWeight>(relaxed.graph, weight, distances).arcs();
  if (!arcs.empty()) {
    // An element used in both directions was counted twice; here it is one change.
    answer.together = relaxations_of(network, question, relaxed, arcs);
    answer.then = describe(network, relaxed.graph, std::move(arcs)).totals;
    if (answer.together.size() == 1) {
      answer.cheapest = std::move(answer.together.front());
      answer.together.clear();
    }
  }
  answer.reason = reason_of(network, question, answer);
  return answer;
}

}  // namespace corridor
