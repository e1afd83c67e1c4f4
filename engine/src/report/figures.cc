#include "report/figures.h"

#include <fmt/format.h>

#include <algorithm>

#include "corridor/base/decimal.h"
#include "report/table.h"

namespace corridor::report {
namespace {

Node const& node_at(Network const& network, Graph const& graph, VertexId vertex) {
  return network.nodes[graph.columns().node[vertex]];
}
Mode const& mode_at(Network const& network, Graph const& graph, VertexId vertex) {
  return network.modes[graph.columns().mode[vertex]];
}

/// Whether another link joins the same two nodes.
bool has_twin(Network const& network, LinkId id) {
  auto const& link = network.links[id];
  for (auto const other_id : network.links.ids()) {
    if (other_id == id) continue;
    auto const& other = network.links[other_id];
    bool const same = other.from == link.from && other.to == link.to;
    bool const opposite = other.from == link.to && other.to == link.from;
    if (same || opposite) return true;
  }
  return false;
}

bool is_rail(Mode const& mode) { return mode.gauge_mm.has_value(); }

std::string title_of_transfer(Mode const& from, Mode const& to) {
  if (is_rail(from) && is_rail(to)) return "gauge change";
  if (is_rail(from)) return "to " + display_name(to);
  if (is_rail(to)) return "from " + display_name(from);
  return display_name(from) + " > " + display_name(to);
}

std::int64_t half_up(Int128 numerator, Int128 denominator) {
  return static_cast<std::int64_t>((2 * numerator + denominator) / (2 * denominator));
}

}  // namespace

ArcName name_arc(Network const& network, Graph const& graph, ArcId arc) {
  auto const tail = graph.tail(arc);
  auto const head = graph.head(arc);
  if (graph.kind(arc) == ArcKind::link) {
    auto const link = LinkId(graph.columns().element[arc]);
    return {"link", network.links[link].id, node_at(network, graph, tail).id,
            node_at(network, graph, head).id};
  }
  auto const from = mode_at(network, graph, tail).id;
  auto const to = mode_at(network, graph, head).id;
  auto const* const kind = graph.kind(arc) == ArcKind::transfer ? "transfer" : "passage";
  return {kind, node_at(network, graph, tail).id + ":" + from + ">" + to, from, to};
}

Duration wait_at(Network const& network, Graph const& graph, ArcId arc) {
  auto const ref = graph.element(arc);
  return ref ? wait_of(element(network, *ref).figures) : Duration();
}

std::string name_from_id(std::string id) {
  std::replace(id.begin(), id.end(), '_', ' ');
  if (!id.empty() && id[0] >= 'a' && id[0] <= 'z') id[0] = static_cast<char>(id[0] - 'a' + 'A');
  return id;
}

std::string short_name(Node const& node) {
  constexpr int kLongest = 18;
  std::string_view name = display_name(node);
  for (std::string_view const detail : {" (", " / ", ", "})
    name = name.substr(0, name.find(detail));
  return display_width(name) <= kLongest ? std::string(name) : name_from_id(node.id);
}

std::string title_arc(Network const& network, Graph const& graph, ArcId arc) {
  auto const tail = short_name(node_at(network, graph, graph.tail(arc)));
  auto const& mode = mode_at(network, graph, graph.tail(arc));
  switch (graph.kind(arc)) {
    case ArcKind::link: {
      auto const head = short_name(node_at(network, graph, graph.head(arc)));
      auto const twin = has_twin(network, LinkId(graph.columns().element[arc]));
      return tail + " → " + head + (twin ? ", " + display_name(mode) : "");
    }
    case ArcKind::transfer:
      return tail + ", " + title_of_transfer(mode, mode_at(network, graph, graph.head(arc)));
    default:
      return tail + ", passage";
  }
}

std::string title_arcs(Network const& network, Graph const& graph, std::vector<ArcId> arcs,
                       std::size_t most) {
  std::stable_sort(arcs.begin(), arcs.end(), [&](ArcId a, ArcId b) {
    return graph.capacity(a).capacity() > graph.capacity(b).capacity();
  });
  std::string text;
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if (i == most) return text + fmt::format(" + {} more", arcs.size() - most);
    if (i > 0) text += " + ";
    text += title_arc(network, graph, arcs[i]);
  }
  return text;
}

std::string ids_of(Network const& network, Graph const& graph, std::vector<ArcId> const& arcs) {
  std::string text;
  for (auto const arc : arcs) {
    if (!text.empty()) text += ' ';
    text += name_arc(network, graph, arc).id;
  }
  return text;
}

std::string links_of(Network const& network, Graph const& graph, Route const& route) {
  std::vector<ArcId> links;
  for (auto const arc : route.arcs) {
    if (graph.kind(arc) == ArcKind::link) links.push_back(arc);
  }
  return ids_of(network, graph, links);
}

std::int64_t utilisation(Capacity flow, Limit capacity) {
  if (capacity.unlimited() || capacity.zero()) return 0;
  return half_up(Int128{flow.parts()} * 100'000, capacity.capacity().parts());
}

std::int64_t percent_apart(RouteDifference const& difference) {
  if (difference.whole == Length()) return 0;
  return half_up(Int128{difference.apart.parts()} * 100'000, difference.whole.parts());
}

std::string percent_used(Capacity flow, Limit capacity) {
  if (capacity.unlimited()) return "–";
  if (capacity.zero()) return "0 %";
  // Rounded down: "100 %" is what a bottleneck has, nothing less.
  auto const whole = Int128{flow.parts()} * 100 / capacity.capacity().parts();
  if (whole == 0 && flow.parts() > 0) return "<1 %";
  return fmt::format("{} %", static_cast<std::int64_t>(whole));
}

std::string change_text(std::int64_t before, std::int64_t after) {
  if (before == after) return "=";
  if (before == 0) return "new";
  bool const more = after > before;
  auto const distance = more ? after - before : before - after;
  auto const percent = half_up(Int128{distance} * 100, before);
  auto const* const sign = more ? "+" : "−";
  if (percent == 0) return fmt::format("{}<1 %", sign);
  // A scenario that multiplies a throughput is read as a factor.
  if (more && percent >= 1000)
    return fmt::format("x{}", format_grouped(half_up(after, before), 1, 0));
  return fmt::format("{}{} %", sign, percent);
}

std::string text_of(Capacity capacity) { return format_grouped(capacity.parts(), 1, 0); }
std::string text_of(Limit capacity) {
  return capacity.unlimited() ? "unlimited" : text_of(capacity.capacity());
}
std::string kilometres(Length length) { return format_grouped(length.parts(), 1000, 0); }
std::string hours(Duration time) { return format_grouped(time.parts(), 1000, 1); }
std::string days(Duration time) {
  // Tenths of a day are 2,400 thousandths of an hour.
  return format_grouped(half_up(time.parts(), 2400), 10, 1);
}
std::string usd(Cost cost) { return format_grouped(cost.parts(), 1000, 0); }
std::string kilograms(Emissions emissions) { return format_grouped(emissions.parts(), 1000, 0); }
std::string tonnes(Emissions emissions) { return format_grouped(emissions.parts(), 1'000'000, 2); }

std::string counted(std::int64_t count, std::string const& thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

std::string exact(Length length) { return format_parts(length.parts(), 1000); }
std::string exact(Duration time) { return format_parts(time.parts(), 1000); }
std::string exact(Cost cost) { return format_parts(cost.parts(), 1000); }
std::string exact(Emissions emissions) { return format_parts(emissions.parts(), 1000); }
std::string exact(Departures departures) {
  return format_parts(departures.parts(), Departures::kPartsPerUnit);
}

std::string amount_text(Objective const& objective, Totals const& totals, ValueOfTime value) {
  if (objective.name == "time") return days(totals.time) + " days";
  if (objective.name == "cost") return usd(totals.cost) + " USD/TEU";
  if (objective.name == "length") return kilometres(totals.length) + " km";
  if (objective.name == "emissions") return tonnes(totals.emissions) + " t CO2e/TEU";
  return usd(generalised_rounded(totals, value)) + " USD/TEU with time";
}

std::string names_of(Network const& network, std::vector<NodeId> const& nodes) {
  constexpr std::size_t kMost = 4;
  std::string text;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (i == kMost) return text + fmt::format(" and {} more", nodes.size() - kMost);
    if (i > 0) text += ", ";
    text += display_name(network.nodes[nodes[i]]);
  }
  return text;
}

std::string place_title(Network const& network, std::string const& typed) {
  std::string text;
  std::string_view rest = typed;
  while (!rest.empty()) {
    auto const comma = rest.find(',');
    auto const word = rest.substr(0, comma);
    rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
    if (!text.empty()) text += ", ";
    auto const node = find_node(network, word);
    text += node ? display_name(network.nodes[*node]) : name_from_id(std::string(word));
  }
  return text;
}

std::string circumstances(Network const& network, Question const& question) {
  auto text = network.title;
  // A DIMACS network has no year.
  if (auto const year = question.year_of(network); year != 0) text += fmt::format(", {}", year);
  for (std::size_t i = 0; i < network.scenarios.size(); ++i) {
    text += (i == 0 ? ", with " : " + ") + network.scenarios[i].id;
  }
  if (question.corridor) {
    text += fmt::format(", corridor {} only", network.corridors[*question.corridor].id);
  }
  if (!question.via.empty()) text += ", via " + names_of(network, question.via);
  if (!question.avoid_nodes.empty())
    text += ", avoiding " + names_of(network, question.avoid_nodes);
  for (auto const link : question.avoid_links) text += ", without " + network.links[link].id;
  return text;
}

std::vector<ArcId> carrying(Graph const& graph, Flow const& flow) {
  std::vector<ArcId> arcs;
  for (auto const arc : flow.on.ids()) {
    if (flow.on[arc].parts() > 0 && graph.element(arc)) arcs.push_back(arc);
  }
  return arcs;
}

}  // namespace corridor::report
