#include <fmt/format.h>

#include <algorithm>

#include "corridor/base/decimal.h"
#include "report/criteria.h"
#include "report/figures.h"
#include "report/table.h"
#include "report/text.h"
#include "report/ways.h"
#include "report/why_not_words.h"
#include "report/word_list.h"

namespace corridor::report {
namespace {

constexpr std::size_t kMostChanges = 5;  // of each lever; JSON and CSV have all
constexpr std::size_t kMostRivals = 10;  // likewise
constexpr std::size_t kMostClosings = 8;

/// A way that is as fast and as cheap has the same place on the front.
struct Told {
  WhyNotAnswer const& answer;
  Network const& network;
  std::vector<std::string> titles;  ///< of the favourite, then of the rivals

  Told(WhyNotAnswer const& asked, Network const& of) : answer(asked), network(of) {
    std::vector<Route const*> routes{&why().favourite.route};
    for (auto const i : why().beaten_by) routes.push_back(&why().front.routes[i].route);
    if (why().as_good_as) routes.push_back(&why().front.routes[*why().as_good_as].route);
    titles = way_titles(network, asked.graph, routes);
  }

  WhyNot const& why() const { return answer.why; }
  ParetoRoute const& rival(std::size_t i) const { return why().front.routes[why().beaten_by[i]]; }
  std::string amounts(ParetoRoute const& route) const { return amounts_list(answer.by, route); }
};

std::string point_name(WhyNotAnswer const& answer, Network const& network, std::size_t i) {
  auto const& point = answer.name.points[i];
  return point.node ? display_name(network.nodes[*point.node]) : network.links[*point.link].id;
}

std::string filled_words(WhyNotAnswer const& answer, Network const& network) {
  if (answer.way.filled.empty()) return {};
  std::string text;
  for (auto const i : answer.way.filled) {
    text += (text.empty() ? "" : ", ") + point_name(answer, network, i - 1) + " to " +
            point_name(answer, network, i);
  }
  return "No single link joins " + text + ": the shortest way between is filled in.";
}

std::string places(WhyNotAnswer const& answer, Network const& network) {
  std::string text;
  for (auto const node : nodes_of(answer.graph, *answer.way.route)) {
    text += (text.empty() ? "" : ", ") + short_name(network.nodes[node]);
  }
  return text;
}

/// "2.1 days faster, 300 USD/TEU cheaper": by how much a rival is better, in each thing.
std::string better_words(Told const& told, ParetoRoute const& rival) {
  std::string text;
  std::string same;
  for (std::size_t k = 0; k < told.answer.by.size(); ++k) {
    auto const& criterion = *told.answer.by[k];
    auto const less = told.why().favourite.amounts[k] - rival.amounts[k];
    if (less == 0) {
      same += (same.empty() ? "" : " and ") + criterion_name(criterion);
    } else {
      text += (text.empty() ? "" : ", ") + amount_text(criterion, less) + " less";
    }
  }
  return text + (same.empty() ? "" : ", the same " + same);
}

std::string verdict(Told const& told) {
  auto const& why = told.why();
  if (why.as_good_as) {
    auto const& same = why.front.routes[*why.as_good_as].route;
    std::string text = "Nothing beats it: it is on the front.";
    if (same.arcs == why.favourite.route.arcs) return text;
    return text + " `pareto` names route " + std::to_string(*why.as_good_as + 1) +
           " instead, which is as good in everything: " + told.titles.back();
  }
  auto const count = static_cast<std::int64_t>(why.beaten_by.size());
  auto const worst = why.beaten_by.front();
  auto const which = count == 1
                         ? std::string("It is")
                         : "The best of them by " + criterion_name(*told.answer.by.front()) + " is";
  return fmt::format("{} of the front {} it. {} route {}, {}: {}.", counted(count, "route"),
                     count == 1 ? "beats" : "beat", which, worst + 1, told.titles[1],
                     better_words(told, why.front.routes[worst]));
}

std::string cell(Told const& told, ParetoRoute const& route, std::size_t k) {
  auto const& criterion = *told.answer.by[k];
  auto const less = told.why().favourite.amounts[k] - route.amounts[k];
  return cell_text(criterion, route.amounts[k]) +
         (less == 0 ? "" : " −" + cell_text(criterion, less));
}

std::string routes_table(Told const& told, Style const& style) {
  std::vector<TextTable::Column> columns{{"route", Align::right}};
  for (auto const* criterion : told.answer.by) columns.push_back({column_title(*criterion)});
  columns.push_back({"way", Align::left, true});
  TextTable table(std::move(columns));
  auto const add = [&](std::string name, ParetoRoute const& route, std::string const& title) {
    std::vector<std::string> row{std::move(name)};
    for (std::size_t k = 0; k < told.answer.by.size(); ++k) row.push_back(cell(told, route, k));
    row.push_back(title);
    table.add(std::move(row));
  };
  add("named", told.why().favourite, told.titles.front());
  auto const count = told.why().beaten_by.size();
  for (std::size_t i = 0; i < std::min(count, kMostRivals); ++i) {
    add(std::to_string(told.why().beaten_by[i] + 1), told.rival(i), told.titles[i + 1]);
  }
  auto out = table.layout(style);
  if (count > kMostRivals) out += fmt::format("and {} more\n", count - kMostRivals);
  return out;
}

std::string shortfall_words(WhyNot const& why) {
  std::string text;
  for (auto const& shortfall : why.shortfalls) {
    if (!shortfall.less) continue;
    text += (text.empty() ? "" : ", or ") + with_unit(shortfall.lever, *shortfall.less) + " less " +
            std::string(objective_of(shortfall.lever).name);
  }
  if (text.empty()) return "No reduction of one thing alone would put it on the front.";
  return "It lacks " + text + ", if all other routes stayed as they are.";
}

std::string changes_table(Told const& told, Style const& style) {
  TextTable table({{"less", Align::right},
                   {"on", Align::left, true},
                   {"now", Align::right},
                   {"then", Align::right}});
  for (auto const& shortfall : told.why().shortfalls) {
    auto const lever = shortfall.lever;
    auto const changes = ordered_changes(told.why(), lever);
    for (std::size_t i = 0; i < std::min(changes.size(), kMostChanges); ++i) {
      auto const& change = *changes[i];
      if (!change.less) break;
      table.add({with_unit(lever, *change.less),
                 title_arc(told.network, told.answer.graph, change.arc),
                 with_unit(lever, change.has), with_unit(lever, change.has - *change.less)});
    }
  }
  return table.empty() ? std::string() : table.layout(style);
}

/// How many legs could do as well and are left out, and for what none can.
std::string changes_words(WhyNot const& why) {
  std::vector<std::string> more, none;
  for (auto const& shortfall : why.shortfalls) {
    auto const name = std::string(objective_of(shortfall.lever).name);
    auto const changes = ordered_changes(why, shortfall.lever);
    auto const enough = static_cast<std::size_t>(std::count_if(
        changes.begin(), changes.end(), [](auto const* change) { return change->less; }));
    if (enough == 0) none.push_back(name);
    if (enough > kMostChanges) {
      more.push_back(fmt::format("{} more {} lose enough {}", enough - kMostChanges,
                                 enough - kMostChanges == 1 ? "leg could" : "legs could", name));
    }
  }
  auto const as_it_is = [](std::string const& word) { return word; };
  std::string text;
  if (!more.empty()) text += word_list(more, as_it_is) + ".";
  if (!none.empty()) {
    text += text.empty() ? "" : " ";
    text += "No leg alone has enough " + word_list(none, as_it_is, "or") + " to lose.";
  }
  return text;
}

std::string closing_name(Network const& network, Closing const& closing) {
  if (closing.node) return display_name(network.nodes[*closing.node]);
  if (closing.element->kind == ElementKind::link) {
    return "link " + id_of(network, *closing.element);
  }
  return "the " + title_of(network, *closing.element);
}

std::string closings_words(Told const& told) {
  auto const& closings = told.why().closings;
  if (closings.empty()) return "No single closing elsewhere would put it there.";
  std::string text;
  for (std::size_t i = 0; i < std::min(closings.size(), kMostClosings); ++i) {
    text += (text.empty() ? "" : ", ") + closing_name(told.network, closings[i]);
  }
  if (closings.size() == 1) return "Closing " + text + " would put it there, too.";
  if (closings.size() > kMostClosings) {
    text += fmt::format(" and {} more", closings.size() - kMostClosings);
  }
  return "Closing any one of these would put it there, too: " + text + ".";
}

std::string changes_text(Told const& told, Style const& style) {
  auto out = "\n" + bold("What would put it on the front, each by itself", style) + "\n";
  out += paragraph(shortfall_words(told.why()), style.width);
  if (auto const table = changes_table(told, style); !table.empty()) {
    out += paragraph("On one leg, with all other routes that use it:", style.width);
    out += table;
  }
  if (auto const words = changes_words(told.why()); !words.empty()) {
    out += paragraph(words, style.width);
  }
  return out + paragraph(closings_words(told), style.width);
}

/// What stands in the way of a way that cannot be used.
std::string blocked_text(WhyNotAnswer const& answer, Style const& style) {
  auto out = "\n" + paragraph("This way cannot be used. What stands in the way:", style.width);
  auto const& obstacle = *answer.way.obstacle;
  for (auto const& barrier : obstacle.barriers) {
    out += paragraph("- " + barrier.text, style.width, 2);
  }
  out += "\n" + paragraph(obstacle.cheapest ? "This alone is in its way." : "All of these must go.",
                          style.width);
  auto const& then = *answer.way.otherwise;
  return out + paragraph(fmt::format("It would take {} days, {} USD/TEU and {} t CO2e/TEU; what a "
                                     "missing transfer would add is not known.",
                                     days(then.time), usd(then.cost), tonnes(then.emissions)),
                         style.width);
}

}  // namespace

std::vector<ElementChange const*> ordered_changes(WhyNot const& why, Lever lever) {
  std::vector<ElementChange const*> changes;
  for (auto const& change : why.changes) {
    if (change.lever == lever) changes.push_back(&change);
  }
  std::stable_sort(changes.begin(), changes.end(), [](auto const* a, auto const* b) {
    if (a->less && b->less) return *a->less < *b->less;
    return a->less.has_value() && !b->less.has_value();
  });
  return changes;
}

std::string exact_of(Lever lever, std::int64_t parts) {
  return exact_amount(*find_criterion(objective_of(lever).name), parts);
}

std::string_view unit_of(Lever lever) { return objective_of(lever).unit; }

std::string with_unit(Lever lever, std::int64_t parts) {
  constexpr std::int64_t kThousand = 1000;  // parts of each unit
  auto const decimals = parts % kThousand == 0 ? 0 : parts % 100 == 0 ? 1 : 3;
  return format_grouped(parts, kThousand, decimals) + " " + std::string(unit_of(lever));
}

std::string why_not_text(WhyNotAnswer const& answer, Network const& network, Style const& style) {
  auto const ends = place_title(network, answer.from) + " → " + place_title(network, answer.to);
  auto const what = "by " + criteria_list(answer.by);
  if (!answer.way.route) {
    return bold(ends + ", " + what, style) + "\n" +
           paragraph(circumstances(network, answer.question), style.width) +
           blocked_text(answer, style);
  }
  Told const told(answer, network);
  auto const& why = answer.why;
  auto out = bold(ends, style) + ", " + what + ": " +
             accent(why.beaten_by.empty() ? "on the front" : "not on the front", style) + "\n";
  out += paragraph(circumstances(network, answer.question), style.width) + "\n";
  out += paragraph("The way named: " + places(answer, network), style.width);
  if (auto const words = filled_words(answer, network); !words.empty()) {
    out += paragraph(words, style.width);
  }
  out += paragraph("It takes " + told.amounts(why.favourite) + ".", style.width);
  out += paragraph(verdict(told), style.width);
  if (why.beaten_by.empty()) {
    return out + faint("\nchecked: the way, that no route of the front beats it", style) + "\n";
  }
  out += "\n" + routes_table(told, style) + changes_text(told, style);
  return out +
         faint(
             "\nchecked: each route, that no smaller change is enough; the least changes and "
             "closings made anew",
             style) +
         "\n";
}

}  // namespace corridor::report
