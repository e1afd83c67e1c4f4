#include "support/max_flow_oracle.h"

#include <algorithm>
#include <utility>

#include "support/lemon_oracle.h"

namespace corridor::test {
namespace {

std::optional<std::int64_t> unless_unlimited(std::int64_t value, PlainArcs const& arcs) {
  if (value >= arcs.unlimited) return std::nullopt;
  return value;
}

/// Dense residual capacities; parallel arcs add up, which changes no value of a flow.
using Matrix = std::vector<std::vector<std::int64_t>>;

/// Adds the flow of one shortest way, and says how much.
std::int64_t augment(Matrix& residual) {
  std::size_t const count = residual.size();
  std::vector<std::size_t> before(count, count);
  std::vector<std::size_t> queue{0};
  for (std::size_t next = 0; next < queue.size(); ++next) {
    for (std::size_t v = 1; v < count; ++v) {
      if (residual[queue[next]][v] == 0 || before[v] != count) continue;
      before[v] = queue[next];
      queue.push_back(v);
    }
  }
  if (before[1] == count) return 0;
  std::int64_t least = residual[before[1]][1];
  for (std::size_t v = 1; v != 0; v = before[v]) least = std::min(least, residual[before[v]][v]);
  for (std::size_t v = 1; v != 0; v = before[v]) {
    residual[before[v]][v] -= least;
    residual[v][before[v]] += least;
  }
  return least;
}

/// A set of vertices: the origin, not the destination, and of the others those whose bit is set.
bool holds(std::uint32_t set, std::uint32_t vertex) {
  return vertex == 0 || (vertex > 1 && ((set >> (vertex - 2)) & 1U) != 0);
}

std::vector<ArcId> arcs_out_of(PlainArcs const& arcs, std::uint32_t set) {
  std::vector<ArcId> cut;
  for (std::size_t a = 0; a < arcs.tail.size(); ++a) {
    if (holds(set, arcs.tail[a]) && !holds(set, arcs.head[a])) cut.emplace_back(a);
  }
  return cut;
}

}  // namespace

PlainArcs plain_arcs(Graph const& graph) {
  PlainArcs arcs;
  for (ArcId const a : graph.columns().tail.ids()) {
    auto const limit = graph.capacity(a);
    if (!limit.unlimited()) arcs.unlimited += limit.capacity().parts();
  }
  for (ArcId const a : graph.columns().tail.ids()) {
    auto const limit = graph.capacity(a);
    arcs.tail.push_back(graph.tail(a).index());
    arcs.head.push_back(graph.head(a).index());
    arcs.capacity.push_back(limit.unlimited() ? arcs.unlimited : limit.capacity().parts());
  }
  return arcs;
}

std::optional<std::int64_t> flow_by_matrix(Graph const& graph) {
  auto const arcs = plain_arcs(graph);
  Matrix residual(graph.vertex_count(), std::vector<std::int64_t>(graph.vertex_count(), 0));
  for (std::size_t a = 0; a < arcs.tail.size(); ++a) {
    auto& cell = residual[arcs.tail[a]][arcs.head[a]];
    // Parallel unlimited arcs are as good as one, and their sum need not fit.
    cell = std::min(cell + arcs.capacity[a], arcs.unlimited);
  }
  std::int64_t value = 0;
  while (value < arcs.unlimited) {
    auto const more = augment(residual);
    if (more == 0) break;
    value += more;
  }
  return unless_unlimited(value, arcs);
}

CutsBySets cuts_by_sets(Graph const& graph) {
  auto const arcs = plain_arcs(graph);
  std::uint32_t const sets = 1U << (graph.vertex_count() - 2);
  std::int64_t best = arcs.unlimited;
  std::uint32_t in_all = 0;
  std::uint32_t in_any = 0;
  for (std::uint32_t set = 0; set < sets; ++set) {
    std::int64_t value = 0;
    for (std::size_t a = 0; a < arcs.tail.size() && value <= best; ++a) {
      if (holds(set, arcs.tail[a]) && !holds(set, arcs.head[a])) value += arcs.capacity[a];
    }
    if (value > best) continue;
    in_all = value < best ? set : in_all & set;
    in_any = value < best ? set : in_any | set;
    best = value;
  }
  CutsBySets answer;
  answer.value = unless_unlimited(best, arcs);
  if (!answer.value) return answer;
  answer.nearest_origin = arcs_out_of(arcs, in_all);
  answer.nearest_destination = arcs_out_of(arcs, in_any);
  return answer;
}

std::optional<std::int64_t> flow_by_lemon(Graph const& graph) {
  auto const arcs = plain_arcs(graph);
  auto const value = LemonFlow(graph.vertex_count(), arcs.tail, arcs.head, arcs.capacity).solve();
  return unless_unlimited(value, arcs);
}

}  // namespace corridor::test
