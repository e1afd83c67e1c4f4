#include <fmt/format.h>

#include <algorithm>

#include "corridor/base/decimal.h"
#include "report/figures.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {
namespace {

/// Links of a route in order.
std::vector<ArcId> links_of(Graph const& graph, Route const& route) {
  std::vector<ArcId> links;
  for (ArcId const arc : route.arcs) {
    if (graph.kind(arc) == ArcKind::link) links.push_back(arc);
  }
  return links;
}

/// Tells a link from others of the same mode between the same nodes.
bool has_parallel(Graph const& graph, ArcId link) {
  auto const first_out = graph.first_out();
  auto const tail = graph.tail(link).index();
  int count = 0;
  for (auto i = first_out[tail]; i < first_out[tail + 1U]; ++i) {
    if (graph.head(ArcId(i)) == graph.head(link)) ++count;
  }
  return count > 1;
}

class Ways {
 public:
  Ways(Network const& network, RouteAnswer const& answer)
      : network_(network), graph_(answer.graph), routes_(answer.choice.routes) {}

  /// Where a route leaves the first one and where it comes back for good; the first one whole.
  std::string way(std::size_t number) const {
    auto const links = links_of(graph_, routes_[number]);
    auto const first = links_of(graph_, routes_.front());
    if (number == 0) return stretch(links, 0, links.size());
    auto const most = std::min(links.size(), first.size());
    std::size_t head = 0;
    while (head < most && links[head] == first[head]) ++head;
    std::size_t tail = 0;
    while (head + tail < most && links[links.size() - 1 - tail] == first[first.size() - 1 - tail]) {
      ++tail;
    }
    std::string text;
    if (head > 0) text += "as 1 to " + name_at(graph_.head(links[head - 1])) + "; ";
    text += stretch(links, head, links.size() - tail);
    if (tail > 0) text += "; as 1 from " + name_at(graph_.tail(links[links.size() - tail]));
    return text;
  }

 private:
  std::string name_at(VertexId v) const {
    return short_name(network_.nodes[graph_.columns().node[v]]);
  }

  /// Nodes joined by arrows, each run of one mode with its name.
  std::string stretch(std::vector<ArcId> const& links, std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
      auto const mode = graph_.columns().mode[graph_.tail(links[i])];
      bool const goes_on = i > begin && graph_.columns().mode[graph_.tail(links[i - 1])] == mode;
      if (!goes_on) {
        if (i > begin) text += "; ";
        text += display_name(network_.modes[mode]) + " " + name_at(graph_.tail(links[i]));
      }
      text += " → " + name_at(graph_.head(links[i]));
      if (has_parallel(graph_, links[i])) {
        text += " (" + network_.links[LinkId(graph_.columns().element[links[i]])].id + ")";
      }
    }
    return text;
  }

  Network const& network_;
  Graph const& graph_;
  std::vector<Route> const& routes_;
};

/// How much worse it is than the first route by the objective.
std::string loss_text(Objective const& objective, Totals const& totals, Totals const& first,
                      ValueOfTime value) {
  if (objective.amount(totals, value) == objective.amount(first, value)) return "=";
  Totals more;
  more.length = totals.length - first.length;
  more.time = totals.time - first.time;
  more.cost = totals.cost - first.cost;
  more.emissions = totals.emissions - first.emissions;
  if (objective.name == "time") return "+" + hours(more.time) + " h";
  if (objective.name == "length") return "+" + kilometres(more.length) + " km";
  if (objective.name == "emissions") return "+" + kilograms(more.emissions) + " kg";
  if (objective.name == "cost") return "+" + usd(more.cost) + " USD";
  return "+" + usd(generalised_rounded(more, value)) + " USD";
}

std::string table_of(RouteAnswer const& answer, Style const& style) {
  bool const generalised = answer.objective->name == "generalised";
  std::vector<TextTable::Column> columns = {{"no", Align::right},
                                            {"days", Align::right},
                                            {"USD/TEU", Align::right},
                                            {"t CO2e/TEU", Align::right},
                                            {"km", Align::right}};
  if (generalised) columns.push_back({"USD with time", Align::right});
  columns.insert(columns.end(), {{"against 1", Align::right},
                                 {"apart", Align::right},
                                 {"border", Align::right},
                                 {"gauge", Align::right},
                                 {"reload", Align::right}});
  TextTable table(std::move(columns));
  auto const& routes = answer.choice.routes;
  for (std::size_t i = 0; i < routes.size(); ++i) {
    auto const& totals = routes[i].totals;
    std::vector<std::string> row = {std::to_string(i + 1), days(totals.time), usd(totals.cost),
                                    tonnes(totals.emissions), kilometres(totals.length)};
    if (generalised) row.push_back(usd(generalised_rounded(totals, answer.value)));
    auto const apart = percent_apart(difference_from(answer.graph, routes[i], routes.front()));
    row.push_back(
        i == 0 ? "" : loss_text(*answer.objective, totals, routes.front().totals, answer.value));
    // Whole percent, rounded down: "100 %" shares nothing.
    row.push_back(i == 0 ? "" : fmt::format("{} %", apart / 1000));
    for (int const count :
         {routes[i].border_crossings, routes[i].gauge_changes, routes[i].transshipments}) {
      row.push_back(std::to_string(count));
    }
    table.add(std::move(row));
  }
  return table.layout(style);
}

std::string headline(RouteAnswer const& answer, Network const& network, Style const& style) {
  auto const& routes = answer.choice.routes;
  auto const ends = place_title(network, answer.from) + " → " + place_title(network, answer.to);
  if (routes.empty()) return bold(fmt::format("{}: {}", ends, answer.objective->title), style);
  auto const least = amount_text(*answer.objective, routes.front().totals, answer.value);
  auto text = fmt::format("{}: {}, {}", answer.objective->title,
                          counted(static_cast<std::int64_t>(routes.size()), "route"), least);
  if (routes.size() > 1) {
    text += " to " + amount_text(*answer.objective, routes.back().totals, answer.value);
  }
  return bold(ends, style) + ", " + accent(text, style);
}

/// Why there are no more, and what was left out.
std::string closing(RouteAnswer const& answer, Network const& network) {
  auto const& choice = answer.choice;
  auto const grouped = [](std::size_t count) {
    return format_grouped(static_cast<std::int64_t>(count), 1, 0);
  };
  auto const percent = answer.asked->distinct;
  std::string text;
  if (choice.end == ChoiceEnd::exhausted) {
    text = percent == 0
               ? "There are no other routes. "
               : fmt::format("No other route differs by {} % of its length from all of these. ",
                             percent);
  } else if (choice.end == ChoiceEnd::limit) {
    text = fmt::format(
        "The search ended after {} ways: those listed are the best, but more may exist. ",
        grouped(choice.examined));
  }
  if (choice.similar > 0) {
    text += fmt::format("Left out as too similar to a better one: {} route{}. ",
                        grouped(choice.similar), choice.similar == 1 ? "" : "s");
  }
  if (answer.route->repeats_node) {
    auto nodes = nodes_of(answer.graph, *answer.route);
    std::sort(nodes.begin(), nodes.end());
    auto const twice = std::adjacent_find(nodes.begin(), nodes.end());
    text += fmt::format(
        "The {} of all ways, {}, passes {} twice to reach a transfer, so it is not listed: "
        "`corridor route` without --count shows it. ",
        answer.objective->title, amount_text(*answer.objective, answer.route->totals, answer.value),
        short_name(network.nodes[*twice]));
  }
  return text;
}

}  // namespace

std::string choice_reason(RouteAnswer const& answer) {
  if (!answer.choice.routes.empty()) return {};
  auto const ends = answer.from + " to " + answer.to;
  if (answer.choice.end == ChoiceEnd::exhausted) {
    return "every way from " + ends +
           " passes a node twice to reach a transfer; `corridor route` without --count finds the "
           "best of them";
  }
  return fmt::format(
      "each of the first {} ways from {} passes a node twice; `corridor route` without --count "
      "finds the best of them",
      format_grouped(static_cast<std::int64_t>(answer.choice.examined), 1, 0), ends);
}

std::string route_choice_text(RouteAnswer const& answer, Network const& network,
                              Style const& style) {
  auto out = headline(answer, network, style) + "\n";
  out += paragraph(circumstances(network, answer.question), style.width) + "\n";
  if (answer.choice.routes.empty()) {
    return out + paragraph("No: " + choice_reason(answer), style.width);
  }
  out += table_of(answer, style);
  out += paragraph("apart: share of its length on links that route 1 does not use", style.width);
  out += "\nThe ways\n";
  Ways const ways(network, answer);
  for (std::size_t i = 0; i < answer.choice.routes.size(); ++i) {
    constexpr int kIndent = 2;
    auto lines = paragraph(fmt::format("{}: {}", i + 1, ways.way(i)), style.width - kIndent);
    bool first = true;
    std::size_t start = 0;
    while (start < lines.size()) {
      auto const end = lines.find('\n', start);
      out += (first ? "" : std::string(kIndent, ' ')) + lines.substr(start, end - start) + "\n";
      first = false;
      start = end + 1;
    }
  }
  auto const more = closing(answer, network);
  if (!more.empty()) out += "\n" + paragraph(more, style.width);
  return out;
}

}  // namespace corridor::report
