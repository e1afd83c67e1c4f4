#include <fmt/format.h>

#include <optional>

#include "corridor/base/decimal.h"
#include "report/chart.h"
#include "report/figures.h"
#include "report/profile_words.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {
namespace {

std::string name_of_node(Network const& network, NodeId node) {
  return short_name(network.nodes[node]);
}

std::string kind_words(Network const& network, Graph const& graph, ProfileStep const& step) {
  auto const& mode = graph.columns().mode;
  switch (step.kind) {
    case StepKind::link:
    case StepKind::passage:
      return "passage";
    case StepKind::gauge_change:
      return "gauge change";
    case StepKind::transshipment:
      break;
  }
  return display_name(network.modes[mode[graph.tail(step.arc)]]) + " > " +
         display_name(network.modes[mode[graph.head(step.arc)]]);
}

std::string steps_table(ProfileAnswer const& answer, Network const& network, Style const& style) {
  TextTable table({{"leg", Align::left, true},
                   {"h", Align::right},
                   {"USD/TEU", Align::right},
                   {"at km", Align::right},
                   {"days", Align::right},
                   {"USD/TEU", Align::right},
                   {"t CO2e", Align::right}});
  for (auto const& step : answer.profile.steps) {
    auto const& graph = answer.graph;
    bool const link = step.kind == StepKind::link;
    auto const tail = graph.columns().node[graph.tail(step.arc)];
    auto const name = name_of_node(network, tail);
    table.add({link ? name + " → " + name_of_node(network, step.node)
                    : "  " + name + ": " + step_words(network, graph, step),
               hours(step.own.time), usd(step.own.cost), kilometres(step.after.length),
               days(step.after.time), usd(step.after.cost), tonnes(step.after.emissions)});
  }
  return table.layout(style);
}

/// Time or cost against distance, with the stops marked.
std::string chart_of(ProfileAnswer const& answer, std::string const& caption,
                     std::int64_t (*amount)(Totals const&), std::string (*label)(Totals const&),
                     Style const& style) {
  auto const& steps = answer.profile.steps;
  std::vector<ChartPoint> points;
  auto const add = [&](Totals const& totals, bool marked) {
    points.push_back({{totals.length.parts(), 1},
                      amount(totals),
                      kilometres(totals.length),
                      label(totals),
                      marked});
  };
  add({}, true);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    bool const before_stop = i + 1 < steps.size() && steps[i + 1].kind != StepKind::link;
    bool const last = i + 1 == steps.size();
    add(steps[i].after, steps[i].kind != StepKind::link || before_stop || last);
  }
  return line_chart(points, caption, style);
}

std::string charts(ProfileAnswer const& answer, Style const& style) {
  auto out = chart_of(
      answer, "km; time in days", [](Totals const& totals) { return totals.time.parts(); },
      [](Totals const& totals) { return days(totals.time); }, style);
  auto const cost = chart_of(
      answer, "km; cost in USD/TEU", [](Totals const& totals) { return totals.cost.parts(); },
      [](Totals const& totals) { return usd(totals.cost); }, style);
  if (!out.empty() && !cost.empty()) out += "\n" + cost;
  return out;
}

template <class Quantity>
std::string tenths(std::optional<Quantity> amount, char const* unit) {
  if (!amount) return "–";
  return format_grouped(amount->parts(), Quantity::kPartsPerUnit, 1) + " " + unit;
}

std::string indicators(ProfileAnswer const& answer, Style const& style) {
  auto const& profile = answer.profile;
  auto const& sums = profile.crossings;
  TextTable table({{"indicator", Align::left},
                   {"of this route", Align::right},
                   {"made of", Align::left, true}});
  auto const points = counted(static_cast<std::int64_t>(sums.points), "point");
  table.add({"TFI1 time at a border crossing point", tenths(time_at_border(profile), "h"),
             hours(sums.time) + " h at " + points});
  table.add({"TFI2 cost at a border crossing point", tenths(cost_at_border(profile), "USD/TEU"),
             usd(sums.cost) + " USD/TEU at " + points});
  table.add(
      {"TFI3 cost of a section of 500 km", tenths(cost_of_section(profile), "USD/TEU"),
       usd(profile.totals.cost) + " USD/TEU on " + kilometres(profile.totals.length) + " km"});
  auto const moving = profile.totals.time - sums.standing;
  table.add({"TFI4 speed without delay (SWOD)", tenths(speed_without_delay(profile), "km/h"),
             hours(moving) + " h in motion"});
  table.add({"TFI4 speed with delay (SWD)", tenths(speed_with_delay(profile), "km/h"),
             hours(profile.totals.time) + " h in all"});
  return table.layout(style);
}

std::string filled_words(ProfileAnswer const& answer, Network const& network) {
  std::string text;
  auto const name = [&](std::size_t i) {
    auto const& point = answer.name.points[i];
    return point.node ? display_name(network.nodes[*point.node]) : network.links[*point.link].id;
  };
  for (auto const i : answer.filled) {
    text += (text.empty() ? "" : ", ") + name(i - 1) + " to " + name(i);
  }
  if (text.empty()) return text;
  return "No single link joins " + text + ": the shortest way between is filled in.";
}

}  // namespace

std::string step_words(Network const& network, Graph const& graph, ProfileStep const& step) {
  auto text = kind_words(network, graph, step);
  if (step.port) text += ", port";
  if (step.border) text += ", border";
  return text;
}

std::string profile_text(ProfileAnswer const& answer, Network const& network, Style const& style) {
  auto const ends = place_title(network, answer.from) + " → " + place_title(network, answer.to);
  auto const what = answer.named.empty() ? std::string(answer.objective->title) : "as named";
  if (!answer.route) {
    auto out = bold(ends + ": " + what, style) + "\n";
    out += paragraph(circumstances(network, answer.question), style.width);
    if (!answer.obstacle) return out;
    return out + "\n" +
           obstacles_text("route", *answer.obstacle, answer.objective, answer.value, style);
  }
  auto const& totals = answer.profile.totals;
  auto out = bold(ends, style) + ", " + what + ": " +
             accent(days(totals.time) + " days, " + usd(totals.cost) + " USD/TEU", style) + "\n";
  out += paragraph(circumstances(network, answer.question), style.width);
  if (auto const words = filled_words(answer, network); !words.empty()) {
    out += paragraph(words, style.width);
  }
  out += "\n" + steps_table(answer, network, style);
  if (auto const drawn = charts(answer, style); !drawn.empty()) out += "\n" + drawn;
  out += "\n" + bold("CPMM indicators", style) + "\n" + indicators(answer, style);
  return out + faint("\nchecked: each step, sums and indicators", style) + "\n";
}

}  // namespace corridor::report
