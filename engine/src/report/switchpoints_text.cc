#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/chart.h"
#include "report/criteria.h"
#include "report/figures.h"
#include "report/json.h"
#include "report/rates.h"
#include "report/table.h"
#include "report/text.h"
#include "report/ways.h"

namespace corridor::report {
namespace {

using Column = SwitchpointsAnswer::Column;

/// "cost + value of time x time".
std::string weighing(Tradeoff const& tradeoff) {
  auto const first = std::string(tradeoff.first->name);
  auto const second = std::string(tradeoff.second->name);
  if (first == "cost" && second == "time") return "cost + value of time x time";
  if (first == "cost" && second == "emissions") return "cost + carbon price x emissions";
  return first + " + rate x " + second;
}

/// "below 37", "from 37 to 118", "above 118"; "at every rate" for all of the range.
std::string stretch(Tradeoff const& tradeoff, RateRange const& range, Fraction from,
                    std::optional<Fraction> const& to, std::string const& unit) {
  bool const starts = from == range.min;
  bool const ends = to == range.max;
  if (starts && ends && from.numerator == 0 && !to) return "at every rate";
  auto const least = rate_text(tradeoff, from);
  if (!to) return "above " + least + unit;
  auto const most = rate_text(tradeoff, *to);
  if (starts && from.numerator == 0) return (ends ? "up to " : "below ") + most + unit;
  return "from " + least + " to " + most + unit;
}

/// "Below 37 USD/TEU/day Deep sea; from 37 to 118 Middle; above 118 Northern". Neighbours of one
/// name are told together: the table parts them.
std::string words_of(SwitchpointsAnswer const& answer, Column const& column) {
  auto const& pieces = column.switchpoints.pieces;
  if (pieces.empty()) {
    return column.obstacle ? "no route: " + column.obstacle->reason : "no route";
  }
  std::string text;
  for (std::size_t i = 0; i < pieces.size();) {
    auto const name = way_name(column.network, column.graph, pieces[i].route);
    auto end = i + 1;
    while (end < pieces.size() &&
           way_name(column.network, column.graph, pieces[end].route) == name) {
      ++end;
    }
    auto const unit = text.empty() ? " " + rate_unit(answer.tradeoff) : std::string();
    text += (text.empty() ? "" : "; ") +
            stretch(answer.tradeoff, answer.range, pieces[i].from, pieces[end - 1].to, unit) + " " +
            name;
    if (end - i > 1) text += fmt::format(" ({} routes)", end - i);
    i = end;
  }
  return text;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string table_of(SwitchpointsAnswer const& answer, Style const& style) {
  auto const& tradeoff = answer.tradeoff;
  auto const& first = *find_criterion(tradeoff.first->name);
  auto const& second = *find_criterion(tradeoff.second->name);
  std::vector<TextTable::Column> columns;
  if (answer.compares) columns.push_back({"scenario", Align::left, true});
  columns.push_back({"from", Align::right});
  columns.push_back({"to", Align::right});
  columns.push_back({column_title(first), Align::right});
  columns.push_back({column_title(second), Align::right});
  columns.push_back({"way", Align::left, true});
  TextTable table(std::move(columns), answer.compares ? 3 : 2);
  for (auto const& column : answer.columns) {
    std::vector<Route const*> routes;
    for (auto const& piece : column.switchpoints.pieces) routes.push_back(&piece.route);
    auto const titles = way_titles(column.network, column.graph, routes);
    for (std::size_t i = 0; i < titles.size(); ++i) {
      auto const& piece = column.switchpoints.pieces[i];
      std::vector<std::string> row;
      if (answer.compares) row.push_back(i == 0 ? column.id : "");
      row.push_back(rate_text(tradeoff, piece.from));
      row.push_back(piece.to ? rate_text(tradeoff, *piece.to) : "∞");
      row.push_back(cell_text(first, piece.first));
      row.push_back(cell_text(second, piece.second));
      row.push_back(titles[i]);
      table.add(std::move(row));
    }
  }
  return bold("Best routes; from and to in " + rate_unit(tradeoff), style) + "\n" +
         table.layout(style, 2);
}

/// first + rate x second in thousandths of the unit that the rate speaks of.
Int128 best_thousandths(Tradeoff const& tradeoff, SwitchPiece const& piece, Fraction rate) {
  auto const whole = piece.first * rate.denominator + piece.second * rate.numerator;
  return whole * 1000 / rate.denominator / rate_parts(*tradeoff.first);
}

/// The least there is against the rate, somewhat beyond the last switching point.
std::string drawing(SwitchpointsAnswer const& answer, Style const& style) {
  auto const& pieces = answer.columns.front().switchpoints.pieces;
  if (answer.compares || pieces.size() < 2) return {};
  auto const& tradeoff = answer.tradeoff;
  std::vector<ChartPoint> points;
  auto const add = [&](SwitchPiece const& piece, Fraction rate) {
    auto const y = best_thousandths(tradeoff, piece, rate);
    points.push_back({rate, y, rate_text(tradeoff, rate),
                      format_grouped(static_cast<std::int64_t>(y), 1000, 0)});
  };
  for (auto const& piece : pieces) add(piece, piece.from);
  auto const& last = pieces.back();
  constexpr std::int64_t kMost = std::int64_t{1} << 60;
  if (last.to) {
    add(last, *last.to);
  } else if (last.from.numerator < kMost && last.from.denominator < kMost) {
    add(last, {last.from.numerator * 5 / 4 + 1, last.from.denominator});
  }
  auto const chart = line_chart(points,
                                rate_unit(tradeoff) + "; least " + weighing(tradeoff) + " in " +
                                    column_title(*find_criterion(tradeoff.first->name)),
                                style);
  return chart.empty() ? ""
                       : "\n" + bold("The best there is against the rate", style) + "\n" + chart;
}

}  // namespace

std::string switchpoints_text(SwitchpointsAnswer const& answer, Network const& network,
                              Style const& style) {
  auto const ends = place_title(network, answer.from) + " → " + place_title(network, answer.to);
  auto out = bold(ends, style) + ", best by " + weighing(answer.tradeoff) + "\n";
  out += paragraph(circumstances(network, answer.question), style.width) + "\n";
  if (!reason_of(answer).empty() && !answer.compares) {
    auto const& obstacle = answer.columns.front().obstacle;
    return obstacle
               ? out + obstacles_text("route", *obstacle, nullptr, answer.tradeoff.value, style)
               : out;
  }
  for (auto const& column : answer.columns) {
    auto const words = words_of(answer, column) + ".";
    auto const lines =
        wrapped(answer.compares ? column.id + ": " + words : capitalised(words), style.width - 2);
    for (std::size_t i = 0; i < lines.size(); ++i) out += (i == 0 ? "" : "  ") + lines[i] + "\n";
  }
  out += "\n" + table_of(answer, style) + drawing(answer, style);
  out +=
      faint("\nchecked: each route, and that none is better at both ends of each stretch", style) +
      "\n";
  return out;
}

}  // namespace corridor::report
