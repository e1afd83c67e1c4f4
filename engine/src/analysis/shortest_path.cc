#include "corridor/analysis/shortest_path.h"

#include <utility>
#include <vector>

#include "analysis/route.h"
#include "analysis/route_weights.h"
#include "analysis/staged_distances.h"
#include "corridor/analysis/potentials.h"

namespace corridor {
namespace {

/// The arrivals that are nearer to the destination than `whole`.
template <class Amount>
RoutePotentials nearer(Graph const& graph, StagedDistances<RouteWeight<Amount>> const& distances,
                       RouteWeight<Amount> const& whole) {
  RoutePotentials found(distances.stages());
  for (std::size_t stage = 0; stage < found.size(); ++stage) {
    for (VertexId const v : graph.columns().node.ids()) {
      if (graph.columns().vertex_kind[v] != VertexKind::arrival) continue;
      if (distances.stage_at(stage, graph.columns().node[v]) != stage) continue;
      auto const& left = distances.at(stage, v);
      if (left < whole) found[stage].push_back({v, left.amount, left.links});
    }
  }
  return found;
}

/// A best way with its potentials where `proven` asks for them; empty when there is none.
template <class Amount>
ProvenRoute best(Network const& network, Graph const& graph, std::vector<NodeId> const& via,
                 std::vector<RouteWeight<Amount>> const& weight, bool proven) {
  StagedDistances<RouteWeight<Amount>> const distances(graph, via, weight);
  ReadOff<RouteWeight<Amount>> const read_off(graph, weight, distances);
  auto arcs = read_off.arcs();
  if (arcs.empty()) return {};
  auto const whole = read_off.least_of_origin();
  return {describe(network, graph, std::move(arcs)),
          proven ? nearer(graph, distances, whole) : RoutePotentials()};
}

std::optional<ProvenRoute> search(Network const& network, Graph const& graph,
                                  Question const& question, Objective const& objective,
                                  ValueOfTime value, bool proven) {
  // A best way visits a vertex at most once in each stage.
  bool const narrow = fits_narrow(graph, objective, value, question.via.size() + 1);
  auto found = narrow ? best(network, graph, question.via,
                             weights_of<std::int64_t>(graph, objective, value), proven)
                      : best(network, graph, question.via,
                             weights_of<Int128>(graph, objective, value), proven);
  if (found.route.arcs.empty()) return std::nullopt;
  return found;
}

}  // namespace

std::optional<Route> shortest_path(Network const& network, Graph const& graph,
                                   Question const& question, Objective const& objective,
                                   ValueOfTime value) {
  auto found = search(network, graph, question, objective, value, false);
  if (!found) return std::nullopt;
  return std::move(found->route);
}

std::optional<ProvenRoute> proven_shortest_path(Network const& network, Graph const& graph,
                                                Question const& question,
                                                Objective const& objective, ValueOfTime value) {
  return search(network, graph, question, objective, value, true);
}

RoutePotentials potentials(Graph const& graph, Question const& question, Objective const& objective,
                           ValueOfTime value, Route const& route) {
  auto const weight = weights_of<Int128>(graph, objective, value);
  StagedDistances<RouteWeight<Int128>> const distances(graph, question.via, weight);
  return nearer(graph, distances,
                {objective.amount(route.totals, value), static_cast<std::uint32_t>(route.links)});
}

}  // namespace corridor
