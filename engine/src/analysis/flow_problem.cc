#include "analysis/flow_problem.h"

#include <algorithm>
#include <stdexcept>

namespace corridor {
namespace {

using Capacities = Table<ArcId, Limit>;

bool carries(Graph const& graph, Capacities const& capacity, ArcId a) {
  // Nothing is gained by returning to the origin, leaving the destination or standing still.
  return !capacity[a].zero() && graph.head(a) != graph.origin() &&
         graph.tail(a) != graph.destination() && graph.head(a) != graph.tail(a);
}

/// One more than the finite capacities of the arcs that carry anything.
flow::Amount above_all(Graph const& graph, Capacities const& capacity) {
  flow::Amount total = 1;
  for (ArcId const a : capacity.ids()) {
    auto const limit = capacity[a];
    if (limit.unlimited() || !carries(graph, capacity, a)) continue;
    if (limit.capacity().parts() > flow::kMaxTotal - total) {
      throw std::overflow_error("the capacities of the network add up to more than 2^62");
    }
    total += limit.capacity().parts();
  }
  return total;
}

}  // namespace

FlowProblem::FlowProblem(Graph const& graph, Capacities const& capacity)
    : vertices_(static_cast<flow::Vertex>(graph.vertex_count())),
      unlimited_(above_all(graph, capacity)) {
  edges_.reserve(graph.arc_count());
  for (ArcId const a : capacity.ids()) {
    flow::Edge edge{graph.tail(a).index(), graph.head(a).index(), 0, 0};
    if (carries(graph, capacity, a)) {
      edge.capacity = capacity[a].unlimited() ? unlimited_ : capacity[a].capacity().parts();
    }
    edges_.push_back(edge);
  }
}

std::vector<ArcId> find_unlimited_way(Graph const& graph, Capacities const& capacity) {
  constexpr auto kNone = static_cast<std::uint32_t>(-1);
  auto const first = graph.first_out();
  std::vector<std::uint32_t> reached_by(graph.vertex_count(), kNone);
  std::vector<VertexId> queue{graph.origin()};
  auto const destination = graph.destination().index();
  for (std::size_t next = 0; next < queue.size() && reached_by[destination] == kNone; ++next) {
    auto const v = queue[next].index();
    for (auto i = first[v]; i < first[v + 1]; ++i) {
      ArcId const a(i);
      auto const head = graph.head(a);
      auto& by = reached_by[head.index()];
      if (!capacity[a].unlimited() || by != kNone || head == graph.origin()) continue;
      by = i;
      queue.push_back(head);
    }
  }
  std::vector<ArcId> way;
  for (auto by = reached_by[destination]; by != kNone;
       by = reached_by[graph.tail(way.back()).index()]) {
    way.emplace_back(by);
  }
  std::reverse(way.begin(), way.end());
  return way;
}

}  // namespace corridor
