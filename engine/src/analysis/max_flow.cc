#include "corridor/analysis/max_flow.h"

#include <utility>

#include "analysis/circulation.h"
#include "analysis/flow_problem.h"
#include "flow/solver.h"

namespace corridor {
namespace {

using Capacities = Table<ArcId, Limit>;

/// Arcs that lead from a vertex inside to one outside and can carry something, in arc order.
std::vector<ArcId> arcs_across(FlowProblem const& flow_problem, std::vector<char> const& inside) {
  std::vector<ArcId> cut;
  auto const& edges = flow_problem.edges();
  for (std::size_t e = 0; e < edges.size(); ++e) {
    auto const& edge = edges[e];
    if (edge.capacity > 0 && inside[edge.tail] != 0 && inside[edge.head] == 0) cut.emplace_back(e);
  }
  return cut;
}

Flow solve(Graph const& graph, Capacities const& capacity) {
  Flow answer;
  answer.on = Table<ArcId, Capacity>(graph.arc_count());
  answer.unlimited_way = find_unlimited_way(graph, capacity);
  answer.bounded = answer.unlimited_way.empty();
  if (!answer.bounded) return answer;

  // One per thread: a solve of a network no larger than an earlier one allocates no scratch.
  static thread_local flow::Workspace work;
  FlowProblem const flow_problem(graph, capacity);
  auto const& solution = flow::Solver(flow_problem.problem()).solve(work, flow::Cuts::both);
  for (ArcId const a : answer.on.ids()) {
    answer.on[a] = Capacity::of_parts(solution.flows[a.index()]);
  }
  answer.on = without_circulations(graph, std::move(answer.on));
  answer.throughput = Capacity::of_parts(solution.cut.value);
  answer.cut = arcs_across(flow_problem, solution.cut.source_side);
  answer.cut_at_destination = arcs_across(flow_problem, solution.before_sink);
  answer.unique_cut = answer.cut == answer.cut_at_destination;
  return answer;
}

}  // namespace

Flow max_flow(Graph const& graph, Table<ArcId, Limit> const& capacity) {
  return solve(graph, capacity);
}

Flow max_flow(Graph const& graph) { return solve(graph, graph.columns().capacity); }

Headroom headroom(Graph const& graph, Flow const& flow) {
  if (!flow.bounded) return {false, Capacity(), {}, flow};
  auto capacity = graph.columns().capacity;
  for (ArcId const a : flow.cut) capacity[a] = Limit();
  auto then = solve(graph, capacity);
  Headroom answer;
  answer.bounded = then.bounded;
  if (then.bounded) answer.amount = then.throughput - flow.throughput;
  answer.next_cut = then.cut;
  answer.then = std::move(then);
  return answer;
}

}  // namespace corridor
