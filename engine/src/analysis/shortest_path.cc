#include "corridor/analysis/shortest_path.h"

#include <utility>
#include <vector>

#include "analysis/route.h"
#include "analysis/route_weights.h"
#include "analysis/staged_distances.h"
#include "corridor/analysis/potentials.h"

namespace corridor {
namespace {

template <class Amount>
std::vector<ArcId> best_arcs(Graph const& graph, std::vector<NodeId> const& via,
                             Objective const& objective, ValueOfTime value) {
  auto const weight = weights_of<Amount>(graph, objective, value);
  StagedDistances<RouteWeight<Amount>> const distances(graph, via, weight);
  return ReadOff<RouteWeight<Amount>>(graph, weight, distances).arcs();
}

}  // namespace

std::optional<Route> shortest_path(Network const& network, Graph const& graph,
                                   Question const& question, Objective const& objective,
                                   ValueOfTime value) {
  // A best way visits a vertex at most once in each stage.
  bool const narrow = fits_narrow(graph, objective, value, question.via.size() + 1);
  auto arcs = narrow ? best_arcs<std::int64_t>(graph, question.via, objective, value)
                     : best_arcs<Int128>(graph, question.via, objective, value);
  if (arcs.empty()) return std::nullopt;
  return describe(network, graph, std::move(arcs));
}

std::vector<std::vector<Potential>> potentials(Graph const& graph, Question const& question,
                                               Objective const& objective, ValueOfTime value,
                                               Route const& route) {
  using Weight = RouteWeight<Int128>;
  auto const weight = weights_of<Int128>(graph, objective, value);
  StagedDistances<Weight> const distances(graph, question.via, weight);
  Weight const whole{objective.amount(route.totals, value),
                     static_cast<std::uint32_t>(route.links)};
  std::vector<std::vector<Potential>> nearer(distances.stages());
  for (std::size_t stage = 0; stage < nearer.size(); ++stage) {
    for (VertexId const v : graph.columns().node.ids()) {
      if (graph.columns().vertex_kind[v] != VertexKind::arrival) continue;
      if (distances.stage_at(stage, graph.columns().node[v]) != stage) continue;
      auto const& left = distances.at(stage, v);
      if (left < whole) nearer[stage].push_back({v, left.amount, left.links});
    }
  }
  return nearer;
}

}  // namespace corridor
