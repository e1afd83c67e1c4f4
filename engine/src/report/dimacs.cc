#include "corridor/report/dimacs.h"

#include <fmt/format.h>

#include <iterator>

#include "report/figures.h"

namespace corridor {
namespace {

std::string place_of(Network const& network, Graph const& graph, VertexId v) {
  auto const& columns = graph.columns();
  switch (columns.vertex_kind[v]) {
    case VertexKind::origin:
      return "origin";
    case VertexKind::destination:
      return "destination";
    case VertexKind::arrival:
    case VertexKind::departure:
      break;
  }
  bool const arrives = columns.vertex_kind[v] == VertexKind::arrival;
  return fmt::format("{} {} {}", network.nodes[columns.node[v]].id,
                     network.modes[columns.mode[v]].id, arrives ? "arrival" : "departure");
}

std::string arc_text(Network const& network, Graph const& graph, ArcId arc) {
  if (graph.element(arc)) {
    auto const name = report::name_arc(network, graph, arc);
    return fmt::format("{} {} {} {}", name.kind, name.id, name.from, name.to);
  }
  if (graph.kind(arc) == ArcKind::start) return "start";
  return graph.kind(arc) == ArcKind::end ? "end" : "undeclared passage";
}

/// One more than all finite capacities together.
std::int64_t more_than_all(Graph const& graph) {
  std::int64_t sum = 1;
  for (auto const& capacity : graph.columns().capacity) {
    if (!capacity.unlimited()) sum += capacity.capacity().parts();
  }
  return sum;
}

}  // namespace

std::string to_dimacs(Network const& network, Question const& question, Graph const& graph) {
  auto const unlimited = more_than_all(graph);
  std::string out;
  auto const line = std::back_inserter(out);
  fmt::format_to(line, "c {}\nc from {} to {}\n", report::circumstances(network, question),
                 report::names_of(network, question.from), report::names_of(network, question.to));
  fmt::format_to(line, "c capacities are TEU/year; {} stands for unlimited\n", unlimited);
  fmt::format_to(line, "p max {} {}\nn 1 s\nn 2 t\n", graph.vertex_count(), graph.arc_count());
  for (VertexId const v : graph.columns().node.ids()) {
    fmt::format_to(line, "c vertex {}: {}\n", v.index() + 1, place_of(network, graph, v));
  }
  for (ArcId const arc : graph.columns().tail.ids()) {
    auto const& capacity = graph.capacity(arc);
    fmt::format_to(line, "c arc a{}: {}\na {} {} {}\n", arc.index() + 1,
                   arc_text(network, graph, arc), graph.tail(arc).index() + 1,
                   graph.head(arc).index() + 1,
                   capacity.unlimited() ? unlimited : capacity.capacity().parts());
  }
  return out;
}

}  // namespace corridor
