#include "corridor/report/dimacs.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

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

/// Titles and names may have several lines, a comment has one.
std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return text;
}

std::string heading(Network const& network, Question const& question) {
  return fmt::format("c {}\nc from {} to {}\n",
                     on_one_line(report::circumstances(network, question)),
                     on_one_line(report::names_of(network, question.from)),
                     on_one_line(report::names_of(network, question.to)));
}

/// Degrees times 10^7 as millionths of a degree.
std::int32_t millionths(std::int32_t degrees) {
  constexpr std::int32_t kHalf = 5;
  constexpr std::int32_t kTen = 10;
  return (degrees >= 0 ? degrees + kHalf : degrees - kHalf + 1) / kTen;
}

}  // namespace

std::string to_dimacs_paths(Network const& network, Question const& question, Graph const& graph,
                            Objective const& objective) {
  auto out = heading(network, question);
  auto const line = std::back_inserter(out);
  fmt::format_to(line, "c the weight is {} in the parts that corridor keeps; from 1 to 2\n",
                 objective.name);
  fmt::format_to(line, "p sp {} {}\n", graph.vertex_count(), graph.arc_count());
  for (VertexId const v : graph.columns().node.ids()) {
    fmt::format_to(line, "c vertex {}: {}\n", v.index() + 1, place_of(network, graph, v));
  }
  for (ArcId const arc : graph.columns().tail.ids()) {
    auto const weight = objective.amount(totals_of(graph, arc), kDefaultValueOfTime);
    fmt::format_to(line, "c arc a{}: {}\na {} {} {}\n", arc.index() + 1,
                   arc_text(network, graph, arc), graph.tail(arc).index() + 1,
                   graph.head(arc).index() + 1, static_cast<std::int64_t>(weight));
  }
  return out;
}

std::string to_dimacs_places(Network const& network, Question const& question, Graph const& graph) {
  std::string places;
  auto const line = std::back_inserter(places);
  for (VertexId const v : graph.columns().node.ids()) {
    if (v == graph.origin() || v == graph.destination()) continue;
    auto const& at = network.nodes[graph.columns().node[v]].at;
    if (!at) continue;
    fmt::format_to(line, "v {} {} {}\n", v.index() + 1, millionths(at->longitude),
                   millionths(at->latitude));
  }
  return heading(network, question) + fmt::format("p aux sp co {}\n", graph.vertex_count()) +
         places;
}

std::string to_dimacs(Network const& network, Question const& question, Graph const& graph) {
  auto const unlimited = more_than_all(graph);
  auto out = heading(network, question);
  auto const line = std::back_inserter(out);
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
