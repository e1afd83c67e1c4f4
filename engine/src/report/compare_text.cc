#include <fmt/format.h>

#include <algorithm>

#include "report/figures.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {
namespace {

ComparisonCell const& cell_of(CompareAnswer const& answer, std::size_t variant,
                              std::size_t column) {
  return answer.comparison.variants[variant].cells[column];
}

std::size_t column_count(CompareAnswer const& answer) {
  return answer.comparison.variants.front().cells.size();
}

std::string column_name(CompareAnswer const& answer, std::size_t column) {
  auto const& corridor = cell_of(answer, 0, column).corridor;
  return corridor ? answer.variants.front().network.corridors[*corridor].id : "all";
}

/// The first corridor that was asked for leads; all together come after it.
std::vector<std::size_t> columns_by_interest(CompareAnswer const& answer) {
  std::vector<std::size_t> order;
  if (column_count(answer) > 1) order.push_back(1);
  order.push_back(0);
  for (std::size_t c = 2; c < column_count(answer); ++c) order.push_back(c);
  return order;
}

/// The first scenario, and those in which something is otherwise than in the one they build on.
template <class Row>
std::vector<std::size_t> telling(CompareAnswer const& answer, Row row_of) {
  std::vector<std::size_t> variants{0};
  for (std::size_t v = 1; v < answer.variants.size(); ++v) {
    if (row_of(v) != row_of(reference_of(answer, v))) variants.push_back(v);
  }
  return variants;
}

// ---- throughput ---------------------------------------------------------------------------------

std::string throughput_of(Flow const& flow) {
  return flow.bounded ? text_of(flow.throughput) : "unlimited";
}

std::string change_against_first(CompareAnswer const& answer, std::size_t variant,
                                 std::size_t column) {
  if (variant == 0) return {};
  auto const& before = cell_of(answer, 0, column).flow;
  auto const& after = cell_of(answer, variant, column).flow;
  if (!before.bounded || !after.bounded) return before.bounded == after.bounded ? "=" : "";
  return change_text(before.throughput.parts(), after.throughput.parts());
}

/// Amount and change stand in one cell, so that a narrow screen never parts them.
std::string throughput_table(CompareAnswer const& answer, Style const& style) {
  std::vector<TextTable::Column> columns{{"scenario"}};
  std::vector<std::vector<std::string>> rows(answer.variants.size());
  for (std::size_t v = 0; v < rows.size(); ++v) rows[v].push_back(answer.variants[v].id);
  for (std::size_t c = 0; c < column_count(answer); ++c) {
    int widest = 0;
    for (std::size_t v = 0; v < rows.size(); ++v) {
      widest = std::max(widest, display_width(change_against_first(answer, v, c)));
    }
    auto const gap = widest > 0 ? 1 : 0;
    auto const aside = [&](std::string const& change) {
      return std::string(static_cast<std::size_t>(gap + widest - display_width(change)), ' ') +
             change;
    };
    for (std::size_t v = 0; v < rows.size(); ++v) {
      rows[v].push_back(throughput_of(cell_of(answer, v, c).flow) +
                        aside(change_against_first(answer, v, c)));
    }
    columns.push_back({column_name(answer, c) + aside(""), Align::right});
  }
  TextTable table(std::move(columns));
  for (auto& row : rows) table.add(std::move(row));
  auto title = std::string("Throughput, TEU/year");
  if (answer.variants.size() > 1) title += ", and change against " + answer.variants[0].id;
  return bold(title, style) + "\n" + table.layout(style);
}

// ---- bottlenecks --------------------------------------------------------------------------------

struct Bottleneck {
  std::string what, capacity, room, next;
  bool operator==(const Bottleneck&) const = default;
};

/// `most`: how many elements of a cut are named; the flow of that corridor names all.
Bottleneck bottleneck_of(CompareAnswer const& answer, std::size_t variant, std::size_t column,
                         std::size_t most) {
  auto const& network = answer.variants[variant].network;
  auto const& cell = cell_of(answer, variant, column);
  if (!cell.flow.bounded) return {"none: some way has no limit", "unlimited", "", ""};
  if (cell.flow.throughput.parts() == 0) return {"nothing can flow", "0", "", ""};
  Bottleneck row{title_arcs(network, cell.graph, cell.flow.cut, most),
                 text_of(cell.flow.throughput), "", ""};
  if (!cell.headroom.bounded) {
    row.room = "any amount";
    row.next = "nothing";
  } else {
    row.room = "+" + text_of(cell.headroom.amount);
    row.next = title_arcs(network, cell.graph, cell.headroom.next_cut, 1);
  }
  return row;
}

std::string bottleneck_table(CompareAnswer const& answer, Style const& style) {
  TextTable table({{"corridor"},
                   {"scenario", Align::left, true},
                   {"bottleneck", Align::left, true},
                   {"TEU/year", Align::right},
                   {"may grow", Align::right},
                   {"then binds", Align::left, true}});
  for (auto const c : columns_by_interest(answer)) {
    std::string name = column_name(answer, c);
    bool const leads = c == columns_by_interest(answer).front();
    std::size_t const most = leads ? 2 : 1;
    auto const row_of = [&](std::size_t v) { return bottleneck_of(answer, v, c, most); };
    for (auto const v : telling(answer, row_of)) {
      auto const row = row_of(v);
      // Of the rivals one wants to know what binds them, not what would bind them next.
      table.add(
          {name, answer.variants[v].id, row.what, row.capacity, row.room, leads ? row.next : ""});
      name.clear();  // the rows below belong to the same corridor
    }
  }
  return bold("Bottlenecks: full to 100 %, the minimum cuts that prove the throughput", style) +
         "\n" + table.layout(style);
}

// ---- best routes --------------------------------------------------------------------------------

struct RouteRow {
  std::size_t variant = 0;
  std::string by;
  std::vector<std::string> figures;
};

std::vector<std::string> figures_of(Route const& route) {
  auto const& totals = route.totals;
  return {days(totals.time),
          usd(totals.cost),
          tonnes(totals.emissions),
          kilometres(totals.length),
          std::to_string(route.border_crossings),
          std::to_string(route.gauge_changes),
          std::to_string(route.transshipments)};
}

std::vector<std::string> figures_at(CompareAnswer const& answer, std::size_t variant,
                                    std::size_t column, std::size_t objective) {
  auto const& route = cell_of(answer, variant, column).best[objective];
  return route ? figures_of(*route) : std::vector<std::string>{"no route"};
}

/// Whether a corridor's best is the best there is.
bool is_best(CompareAnswer const& answer, std::size_t variant, std::size_t column,
             std::size_t objective) {
  auto const& by = *answer.plan.objectives[objective];
  auto const& route = cell_of(answer, variant, column).best[objective];
  auto const& best = cell_of(answer, variant, 0).best[objective];
  return route && best &&
         by.amount(route->totals, answer.plan.value) == by.amount(best->totals, answer.plan.value);
}

/// Objectives with the same route share a line.
std::vector<RouteRow> route_rows(CompareAnswer const& answer, std::size_t column) {
  std::vector<RouteRow> rows;
  for (std::size_t o = 0; o < answer.plan.objectives.size(); ++o) {
    auto const row_of = [&](std::size_t v) { return figures_at(answer, v, column, o); };
    for (auto const v : telling(answer, row_of)) {
      auto const by = std::string(answer.plan.objectives[o]->name) +
                      (is_best(answer, v, column, o) && column != 0 ? "*" : "");
      auto const same = std::find_if(rows.begin(), rows.end(), [&](RouteRow const& row) {
        return row.variant == v && row.figures == row_of(v);
      });
      if (same != rows.end()) {
        same->by += ", " + by;
      } else {
        rows.push_back({v, by, row_of(v)});
      }
    }
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](RouteRow const& a, RouteRow const& b) { return a.variant < b.variant; });
  return rows;
}

/// All corridors together need rows of their own only where a mixture beats every one of them.
bool mixture_wins(CompareAnswer const& answer) {
  for (std::size_t v = 0; v < answer.variants.size(); ++v) {
    for (std::size_t o = 0; o < answer.plan.objectives.size(); ++o) {
      bool attained = !cell_of(answer, v, 0).best[o].has_value();
      for (std::size_t c = 1; c < column_count(answer); ++c) {
        attained = attained || is_best(answer, v, c, o);
      }
      if (!attained) return true;
    }
  }
  return false;
}

std::string route_table(CompareAnswer const& answer, Style const& style) {
  constexpr std::size_t kKeys = 3;  // the columns that name a row
  TextTable table({{"corridor"},
                   {"scenario", Align::left, true},
                   {"best by", Align::left, true},
                   {"days", Align::right},
                   {"USD", Align::right},
                   {"t CO2e", Align::right},
                   {"km", Align::right},
                   {"border", Align::right},
                   {"gauge", Align::right},
                   {"reload", Align::right}},
                  kKeys);
  bool starred = false;
  for (auto const c : columns_by_interest(answer)) {
    if (c == 0 && column_count(answer) > 1 && !mixture_wins(answer)) continue;
    std::string name = column_name(answer, c);
    for (auto const& row : route_rows(answer, c)) {
      std::vector<std::string> cells{name, answer.variants[row.variant].id, row.by};
      cells.insert(cells.end(), row.figures.begin(), row.figures.end());
      table.add(std::move(cells));
      starred = starred || row.by.find('*') != std::string::npos;
      name.clear();
    }
  }
  auto title = std::string("Best routes, one TEU; reload counts transshipments");
  if (starred) title += " (* none of all is better)";
  return bold(title, style) + "\n" + table.layout(style);
}

std::string heading(CompareAnswer const& answer, Style const& style) {
  auto const& network = answer.variants.front().network;
  auto const year = answer.plan.year.value_or(network.year);
  bool const one_year =
      std::all_of(answer.variants.begin(), answer.variants.end(), [&](Variant const& variant) {
        return answer.plan.year.value_or(variant.network.year) == year;
      });
  auto const text = fmt::format("{} → {}, {}, {}", place_title(network, answer.from),
                                place_title(network, answer.to), network.title,
                                one_year ? std::to_string(year) : "each scenario in its year");
  return accent(answer.title, style) + "\n" + paragraph(text, style.width);
}

}  // namespace

std::string compare_text(CompareAnswer const& answer, Style const& style) {
  auto out = heading(answer, style);
  out += '\n' + throughput_table(answer, style);
  if (answer.variants.size() > 1) {
    out += "Below, a scenario stands where it changes something.\n";
  }
  out += '\n' + bottleneck_table(answer, style);
  if (!answer.plan.objectives.empty()) out += '\n' + route_table(answer, style);
  auto const words = compare_words(answer, columns_by_interest(answer).front(), style);
  if (!words.empty()) out += '\n' + words;
  return out;
}

}  // namespace corridor::report
