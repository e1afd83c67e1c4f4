#include "support/arc_graph.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "graph/topology.h"

namespace corridor::test {

Graph graph_of(std::size_t vertices, std::vector<DrawnArc> arcs) {
  std::stable_sort(arcs.begin(), arcs.end(),
                   [](DrawnArc const& a, DrawnArc const& b) { return a.tail < b.tail; });
  Graph::Columns columns;
  for (auto const& [tail, head, capacity] : arcs) {
    columns.tail.push_back(VertexId(tail));
    columns.head.push_back(VertexId(head));
    columns.capacity.push_back(capacity);
  }
  columns.length = Table<ArcId, Length>(arcs.size());
  columns.time = Table<ArcId, Duration>(arcs.size());
  columns.cost = Table<ArcId, Cost>(arcs.size());
  columns.emissions = Table<ArcId, Emissions>(arcs.size());
  columns.kind = Table<ArcId, ArcKind>(arcs.size(), ArcKind::link);
  columns.element = Table<ArcId, std::uint32_t>(arcs.size(), Graph::kNoElement);
  for (std::size_t v = 0; v < vertices; ++v) {
    columns.vertex_kind.push_back(v == 0   ? VertexKind::origin
                                  : v == 1 ? VertexKind::destination
                                           : VertexKind::departure);
    columns.node.push_back(NodeId(v));
    columns.mode.push_back(ModeId(0));
  }
  auto topology = std::make_shared<Graph::Topology const>(columns.tail, columns.head, vertices);
  return {std::move(columns), std::move(topology)};
}

}  // namespace corridor::test
