#include <fmt/format.h>

#include "report/figures.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {
namespace {

std::string name_at(Network const& network, Graph const& graph, VertexId vertex) {
  return short_name(network.nodes[graph.columns().node[vertex]]);
}

std::string mode_at(Network const& network, Graph const& graph, VertexId vertex) {
  return display_name(network.modes[graph.columns().mode[vertex]]);
}

/// Where the leg leads and what it is, as one cell.
std::vector<std::string> leg_row(Network const& network, Graph const& graph, Leg const& leg) {
  auto const tail = graph.tail(leg.arc);
  auto const head = graph.head(leg.arc);
  std::string place;
  std::string mode = mode_at(network, graph, tail);
  if (leg.kind == ArcKind::link) {
    place = name_at(network, graph, tail) + " → " + name_at(network, graph, head);
  } else if (leg.kind == ArcKind::transfer) {
    place = "  at " + name_at(network, graph, tail);
    mode += " > " + mode_at(network, graph, head);
  } else {
    place = "  at " + name_at(network, graph, tail);
    mode = "passage";
  }
  auto const& totals = leg.totals;
  auto const length = leg.kind == ArcKind::link ? kilometres(totals.length) : "";
  return {place, mode, length, hours(totals.time), usd(totals.cost), kilograms(totals.emissions)};
}

std::string departures_at(Network const& network, Graph const& graph, ArcId arc) {
  return kept_text(element(network, *graph.element(arc)).figures, Field::departures);
}

std::string table_of(RouteAnswer const& answer, Network const& network, Style const& style) {
  TextTable table({{"leg", Align::left, true},
                   {"mode", Align::left, true},
                   {"km", Align::right},
                   {"h", Align::right},
                   {"USD/TEU", Align::right},
                   {"kg CO2e/TEU", Align::right}});
  for (auto const& leg : legs_of(answer.graph, *answer.route)) {
    table.add(leg_row(network, answer.graph, leg));
    auto const wait = wait_at(network, answer.graph, leg.arc);
    if (wait == Duration()) continue;
    table.add({"  with the wait for a departure", departures_at(network, answer.graph, leg.arc), "",
               hours(wait), "", ""});
  }
  auto const& totals = answer.route->totals;
  table.add_total({"total", "", kilometres(totals.length), hours(totals.time), usd(totals.cost),
                   kilograms(totals.emissions)});
  return table.layout(style);
}

std::string counts_of(Route const& route) {
  auto text = fmt::format("{}, {}, {}, {}", counted(static_cast<std::int64_t>(route.links), "link"),
                          counted(route.border_crossings, "border crossing"),
                          counted(route.gauge_changes, "gauge change"),
                          counted(route.transshipments, "transshipment"));
  if (route.repeats_node) text += "; passes a node twice to reach a transfer";
  return text;
}

}  // namespace

std::string route_text(RouteAnswer const& answer, Network const& network, Style const& style) {
  auto const ends = place_title(network, answer.from) + " → " + place_title(network, answer.to);
  auto out = bold(fmt::format("{}: {}", ends, answer.objective->title), style) + "\n";
  if (!answer.route) {
    out += paragraph(circumstances(network, answer.question), style.width);
    if (!answer.obstacle) return out;
    return out + "\n" +
           obstacles_text("route", *answer.obstacle, answer.objective, answer.value, style);
  }
  if (answer.asked) return route_choice_text(answer, network, style);
  auto const& route = *answer.route;
  auto const& totals = route.totals;
  out = bold(ends, style) + ", " +
        accent(fmt::format("{}: {}", answer.objective->title,
                           amount_text(*answer.objective, totals, answer.value)),
               style) +
        "\n";
  out += paragraph(circumstances(network, answer.question), style.width);
  out += '\n' + table_of(answer, network, style) + '\n';
  out += paragraph(
      fmt::format("{} days, {} USD/TEU, {} km, {} t CO2e/TEU; {} USD/TEU with time "
                  "at {} USD/TEU/day",
                  days(totals.time), usd(totals.cost), kilometres(totals.length),
                  tonnes(totals.emissions), usd(generalised_rounded(totals, answer.value)),
                  usd(Cost::of_parts(answer.value.parts()))),
      style.width);
  out += paragraph(counts_of(route), style.width);
  return out;
}

std::string obstacles_text(std::string const& question, NoRoute const& obstacle,
                           Objective const* objective, ValueOfTime value, Style const& style) {
  constexpr std::size_t kMost = 12;
  if (obstacle.barriers.empty()) return paragraph("No: " + obstacle.reason, style.width);
  auto out = paragraph("No " + question + ". What stands in the way:", style.width);
  for (std::size_t i = 0; i < std::min(kMost, obstacle.barriers.size()); ++i) {
    out += paragraph("- " + obstacle.barriers[i].text, style.width, 2);
  }
  if (obstacle.barriers.size() > kMost) {
    out += fmt::format("  and {} more\n", obstacle.barriers.size() - kMost);
  }
  if (obstacle.cheapest) {
    auto text = "It would connect if this were otherwise: " + obstacle.cheapest->text;
    if (objective != nullptr && obstacle.then) {
      text += fmt::format(" (then {})", amount_text(*objective, *obstacle.then, value));
    }
    out += "\n" + paragraph(text, style.width);
  } else if (!obstacle.together.empty()) {
    out += "\nNo single change connects them. Together these would:\n";
    for (auto const& change : obstacle.together) {
      out += paragraph("- " + change.text, style.width, 2);
    }
  }
  return out;
}

}  // namespace corridor::report
