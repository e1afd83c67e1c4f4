#include "corridor/analysis/max_flow.h"

#include <algorithm>
#include <utility>

#include "analysis/circulation.h"
#include "analysis/residual.h"

namespace corridor {
namespace {

using Capacities = Table<ArcId, Limit>;

/// A way of unlimited arcs from origin to destination with the fewest arcs, or nothing.
std::vector<ArcId> find_unlimited_way(Graph const& graph, Capacities const& capacity) {
  auto const first = graph.first_out();
  std::vector<std::optional<ArcId>> reached_by(graph.vertex_count());
  std::vector<VertexId> queue{graph.origin()};
  for (std::size_t next = 0; next < queue.size() && !reached_by[graph.destination().index()];
       ++next) {
    auto const v = queue[next].index();
    for (auto i = first[v]; i < first[v + 1]; ++i) {
      ArcId const a(i);
      auto const head = graph.head(a);
      auto& by = reached_by[head.index()];
      if (!capacity[a].unlimited() || by || head == graph.origin()) continue;
      by = a;
      queue.push_back(head);
    }
  }
  std::vector<ArcId> way;
  for (auto by = reached_by[graph.destination().index()]; by;
       by = reached_by[graph.tail(*by).index()]) {
    way.push_back(*by);
  }
  std::reverse(way.begin(), way.end());
  return way;
}

Flow solve(Graph const& graph, Capacities const& capacity) {
  Flow answer;
  answer.on = Table<ArcId, Capacity>(graph.arc_count());
  answer.unlimited_way = find_unlimited_way(graph, capacity);
  answer.bounded = answer.unlimited_way.empty();
  if (!answer.bounded) return answer;

  Residual residual(graph, capacity);
  residual.solve();
  for (auto const& kept : residual.kept()) {
    answer.on[kept.arc] = Capacity::of_parts(residual.flow(kept));
  }
  answer.on = without_circulations(graph, std::move(answer.on));
  answer.cut = residual.cut_at_origin();
  answer.cut_at_destination = residual.cut_at_destination();
  answer.unique_cut = answer.cut == answer.cut_at_destination;
  for (ArcId const a : answer.cut) answer.throughput += capacity[a].capacity();
  return answer;
}

}  // namespace

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
