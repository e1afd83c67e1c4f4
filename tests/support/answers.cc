#include "support/answers.h"

#include <algorithm>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/max_flow.h"
#include "corridor/analysis/shortest_path.h"

namespace corridor::test {
namespace {

Flow checked_flow(Graph const& graph) {
  Flow flow = max_flow(graph);
  if (auto const problem = violation(graph, flow); !problem.empty()) throw Defect(problem);
  return flow;
}

}  // namespace

std::optional<RouteFigures> best(Network const& network, Question const& question,
                                 Objective const& objective, ValueOfTime value) {
  Graph const graph = compile(network, question);
  auto const route = shortest_path(network, graph, question, objective, value);
  if (!route) return std::nullopt;
  RouteFigures figures{objective.amount(route->totals, value), {}};
  for (ArcId const arc : route->arcs) {
    if (graph.kind(arc) != ArcKind::link) continue;
    figures.links.push_back(id_of(network, *graph.element(arc)));
  }
  return figures;
}

Amounts best_amounts(Network const& network, Question const& question) {
  Amounts amounts;
  for (Objective const& objective : objectives()) {
    auto const route = best(network, question, objective);
    amounts.push_back(route ? std::optional(route->amount) : std::nullopt);
  }
  return amounts;
}

std::optional<std::int64_t> engine_throughput(Network const& network, Question const& question) {
  Flow const flow = checked_flow(compile(network, question));
  if (!flow.bounded) return std::nullopt;
  return flow.throughput.parts();
}

std::vector<std::string> bottleneck(Network const& network, Question const& question) {
  Graph const graph = compile(network, question);
  std::vector<std::string> ids;
  for (ArcId const arc : checked_flow(graph).cut) {
    auto const& nodes = graph.columns().node;
    ids.push_back(id_of(network, *graph.element(arc)) + " from " +
                  network.nodes[nodes[graph.tail(arc)]].id + " to " +
                  network.nodes[nodes[graph.head(arc)]].id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

Answers answers(Network const& network, Question const& question) {
  Answers all;
  for (Objective const& objective : objectives()) {
    all.routes.push_back(best(network, question, objective));
  }
  all.throughput = engine_throughput(network, question);
  all.bottleneck = bottleneck(network, question);
  return all;
}

}  // namespace corridor::test
