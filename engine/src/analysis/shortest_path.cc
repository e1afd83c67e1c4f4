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

template <class AmountOf>
std::optional<ProvenRoute> search(Network const& network, Graph const& graph,
                                  Question const& question, AmountOf const& amount_of,
                                  bool proven) {
  // A best way visits a vertex at most once in each stage.
  bool const narrow = fits_narrow(graph, amount_of, question.via.size() + 1);
  auto found =
      narrow
          ? best(network, graph, question.via, weights_of<std::int64_t>(graph, amount_of), proven)
          : best(network, graph, question.via, weights_of<Int128>(graph, amount_of), proven);
  if (found.route.arcs.empty()) return std::nullopt;
  return found;
}

template <class AmountOf>
std::optional<Route> route(Network const& network, Graph const& graph, Question const& question,
                           AmountOf const& amount_of) {
  auto found = search(network, graph, question, amount_of, false);
  if (!found) return std::nullopt;
  return std::move(found->route);
}

template <class AmountOf>
RoutePotentials potentials_by(Graph const& graph, Question const& question,
                              AmountOf const& amount_of, Route const& route) {
  auto const weight = weights_of<Int128>(graph, amount_of);
  StagedDistances<RouteWeight<Int128>> const distances(graph, question.via, weight);
  RouteWeight<Int128> whole;
  for (ArcId const arc : route.arcs) whole = whole + weight[arc.index()];
  return nearer(graph, distances, whole);
}

}  // namespace

std::optional<Route> shortest_path(Network const& network, Graph const& graph,
                                   Question const& question, Objective const& objective,
                                   ValueOfTime value) {
  return route(network, graph, question, by_objective(graph, objective, value));
}

std::optional<Route> shortest_path(Network const& network, Graph const& graph,
                                   Question const& question, ArcAmounts const& amounts) {
  return route(network, graph, question, [&](ArcId arc) { return amounts[arc]; });
}

std::optional<ProvenRoute> proven_shortest_path(Network const& network, Graph const& graph,
                                                Question const& question,
                                                Objective const& objective, ValueOfTime value) {
  return search(network, graph, question, by_objective(graph, objective, value), true);
}

ArcAmounts amounts_of(Graph const& graph, Objective const& objective, ValueOfTime value) {
  ArcAmounts amounts(graph.arc_count());
  auto const amount_of = by_objective(graph, objective, value);
  for (ArcId const arc : amounts.ids()) amounts[arc] = amount_of(arc);
  return amounts;
}

RoutePotentials potentials(Graph const& graph, Question const& question, Objective const& objective,
                           ValueOfTime value, Route const& route) {
  return potentials_by(graph, question, by_objective(graph, objective, value), route);
}

RoutePotentials potentials(Graph const& graph, Question const& question, ArcAmounts const& amounts,
                           Route const& route) {
  return potentials_by(
      graph, question, [&](ArcId arc) { return amounts[arc]; }, route);
}

}  // namespace corridor
