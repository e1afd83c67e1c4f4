#include "corridor/analysis/shortest_path.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/route.h"
#include "analysis/staged_distances.h"
#include "corridor/analysis/potentials.h"

namespace corridor {
namespace {

/// Below this, a sum and one more amount fit 64 bits.
constexpr Int128 kNarrow = Int128{1} << 62;

/// `amount_of` gives what an arc adds.
template <class AmountOf>
Int128 largest_amount(Graph const& graph, AmountOf const& amount_of) {
  Int128 largest = 0;
  for (ArcId const arc : graph.columns().tail.ids()) largest = std::max(largest, amount_of(arc));
  return largest;
}

template <class Amount, class AmountOf>
std::vector<RouteWeight<Amount>> weights_of(Graph const& graph, AmountOf const& amount_of) {
  std::vector<RouteWeight<Amount>> weight;
  weight.reserve(graph.arc_count());
  for (ArcId const arc : graph.columns().tail.ids()) {
    weight.push_back(
        {static_cast<Amount>(amount_of(arc)), graph.kind(arc) == ArcKind::link ? 1U : 0U});
  }
  return weight;
}

template <class Amount, class AmountOf>
std::vector<ArcId> best_arcs(Graph const& graph, std::vector<NodeId> const& via,
                             AmountOf const& amount_of) {
  auto const weight = weights_of<Amount>(graph, amount_of);
  StagedDistances<RouteWeight<Amount>> const distances(graph, via, weight);
  return ReadOff<RouteWeight<Amount>>(graph, weight, distances).arcs();
}

template <class AmountOf>
std::optional<Route> best(Network const& network, Graph const& graph, Question const& question,
                          AmountOf const& amount_of) {
  // A best way visits a vertex at most once in each stage, which bounds every sum.
  auto const visits = Int128{graph.vertex_count()} * Int128{question.via.size() + 1};
  bool const narrow = largest_amount(graph, amount_of) * visits < kNarrow;
  auto arcs = narrow ? best_arcs<std::int64_t>(graph, question.via, amount_of)
                     : best_arcs<Int128>(graph, question.via, amount_of);
  if (arcs.empty()) return std::nullopt;
  return describe(network, graph, std::move(arcs));
}

}  // namespace

std::optional<Route> shortest_path(Network const& network, Graph const& graph,
                                   Question const& question, Objective const& objective,
                                   ValueOfTime value) {
  return best(network, graph, question,
              [&](ArcId arc) { return objective.amount(totals_of(graph, arc), value); });
}

std::optional<Route> shortest_path(Network const& network, Graph const& graph,
                                   Question const& question, ArcAmounts const& amounts) {
  return best(network, graph, question, [&](ArcId arc) { return amounts[arc]; });
}

ArcAmounts amounts_of(Graph const& graph, Objective const& objective, ValueOfTime value) {
  ArcAmounts amounts(graph.arc_count());
  for (ArcId const arc : amounts.ids()) {
    amounts[arc] = objective.amount(totals_of(graph, arc), value);
  }
  return amounts;
}

std::vector<std::vector<Potential>> potentials(Graph const& graph, Question const& question,
                                               Objective const& objective, ValueOfTime value,
                                               Route const& route) {
  return potentials(graph, question, amounts_of(graph, objective, value), route);
}

std::vector<std::vector<Potential>> potentials(Graph const& graph, Question const& question,
                                               ArcAmounts const& amounts, Route const& route) {
  using Weight = RouteWeight<Int128>;
  auto const weight = weights_of<Int128>(graph, [&](ArcId arc) { return amounts[arc]; });
  StagedDistances<Weight> const distances(graph, question.via, weight);
  Weight whole;
  for (ArcId const arc : route.arcs) whole = whole + weight[arc.index()];
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
