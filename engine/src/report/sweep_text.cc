#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "corridor/base/decimal.h"
#include "report/figures.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {
namespace {

constexpr std::size_t kMostRows = 12;

std::string count_text(std::uint64_t count) {
  return format_grouped(static_cast<std::int64_t>(count), 1, 0);
}

std::string amount(std::optional<Capacity> throughput) {
  return throughput ? text_of(*throughput) : "unlimited";
}

std::optional<Capacity> at(SweepSummary const& summary, int percent) {
  auto const found = std::find_if(summary.quantiles.begin(), summary.quantiles.end(),
                                  [&](auto const& each) { return each.percent == percent; });
  return found->throughput;
}

/// "37.5 %", rounded half up.
std::string share_text(std::uint64_t part, std::uint64_t whole) {
  constexpr std::int64_t kPermille = 1000;
  auto const n = static_cast<Int128>(whole);
  auto const permille = (static_cast<Int128>(part) * 2 * kPermille + n) / (2 * n);
  return format_grouped(static_cast<std::int64_t>(permille), 10, 1) + " %";
}

std::string spread(SweepAnswer const& answer, Style const& style) {
  auto const& summary = answer.summary;
  auto text = fmt::format(
      "Half of the scenarios carry {} TEU/year or more, nine in ten of them between {} and {}.",
      amount(at(summary, 50)), amount(at(summary, 5)), amount(at(summary, 95)));
  if (at(summary, 0) == at(summary, 100)) {
    text = fmt::format("Every scenario carries {}{}.", amount(at(summary, 0)),
                       at(summary, 0) ? " TEU/year" : "");
  }
  if (summary.without_flow > 0) {
    text += fmt::format(" In {} of them nothing flows.", count_text(summary.without_flow));
  }
  if (summary.unbounded > 0) {
    text += fmt::format(" In {} of them nothing limits it.", count_text(summary.unbounded));
  }
  return paragraph(text, style.width) + "\n";
}

std::string quantile_table(SweepAnswer const& answer, Style const& style) {
  std::vector<TextTable::Column> columns{{"TEU/year", Align::left}};
  std::vector<std::string> cells{"throughput"};
  for (auto const& quantile : answer.summary.quantiles) {
    auto title = std::to_string(quantile.percent) + " %";
    if (quantile.percent == 0) title = "least";
    if (quantile.percent == 100) title = "most";
    columns.push_back({std::move(title), Align::right});
    cells.push_back(amount(quantile.throughput));
  }
  TextTable table(std::move(columns));
  table.add(std::move(cells));
  return bold("Throughput that this share of the scenarios does not exceed", style) + "\n" +
         table.layout(style, 2);
}

std::string bottleneck_table(SweepAnswer const& answer, Style const& style) {
  auto const& summary = answer.summary;
  TextTable table(
      {{"bottleneck", Align::left, true}, {"scenarios", Align::right}, {"share", Align::right}});
  for (std::size_t i = 0; i < std::min(kMostRows, summary.bottlenecks.size()); ++i) {
    auto const& each = summary.bottlenecks[i];
    table.add({each.ids.empty() ? "(none)" : each.ids, count_text(each.scenarios),
               share_text(each.scenarios, summary.scenarios)});
  }
  auto out = "\n" + bold("What binds", style) + "\n" + table.layout(style, 2);
  if (summary.bottlenecks.size() > kMostRows) {
    out += fmt::format("  and {} rarer\n", summary.bottlenecks.size() - kMostRows);
  }
  return out;
}

std::string end_text(Variation const& variation, SweepValue const& value) {
  auto const text = text_of(variation, value);
  if (text.empty()) return "–";
  if (value.kind == SweepValue::Kind::multiply) return "×" + text;
  if (value.kind != SweepValue::Kind::set) return text;
  return text + " " + std::string(unit_of(variation));
}

/// A bar as long as its share of the longest.
std::string bar(std::int64_t width, std::int64_t longest) {
  constexpr std::int64_t kLongest = 16;
  std::string text;
  if (longest == 0) return text;
  auto const cells = static_cast<std::int64_t>((Int128{std::abs(width)} * kLongest * 2 + longest) /
                                               (2 * Int128{longest}));
  for (std::int64_t i = 0; i < cells; ++i) text += "█";
  return text;
}

std::string tornado(SweepAnswer const& answer, Style const& style) {
  auto const& swings = answer.summary.swings;
  TextTable table({{"input", Align::left, true},
                   {"low", Align::right},
                   {"high", Align::right},
                   {"mean at low", Align::right},
                   {"mean at high", Align::right},
                   {"swing", Align::right},
                   {"", Align::left}});
  auto const mean = [](std::optional<Capacity> at) { return at ? text_of(*at) : "–"; };
  for (auto const& swing : swings) {
    auto const& variation = answer.plan.variations[swing.variation];
    table.add({variation.path, end_text(variation, swing.low), end_text(variation, swing.high),
               mean(swing.at_low), mean(swing.at_high),
               swing.at_low && swing.at_high ? format_grouped(swing.width(), 1, 0) : "–",
               bar(swing.width(), std::abs(swings.front().width()))});
  }
  return "\n" + bold("Which input moves the throughput most", style) + "\n" +
         table.layout(style, 2);
}

}  // namespace

std::string sweep_text(SweepAnswer const& answer, Network const& network, Style const& style) {
  auto const& summary = answer.summary;
  auto const ends = place_title(network, answer.from) + " → " + place_title(network, answer.to);
  auto out =
      bold(ends, style) + ", " +
      accent(count_text(summary.scenarios) + (summary.scenarios == 1 ? " scenario" : " scenarios"),
             style);
  if (answer.range.size() != answer.plan.count) {
    out += fmt::format(" of {}, from number {} on", count_text(answer.plan.count),
                       count_text(answer.range.first));
  }
  out += "\n" + paragraph(circumstances(network, answer.question), style.width) + "\n";
  if (summary.scenarios == 0) return out + "No scenario, no answer.\n";
  if (!answer.reason.empty()) {
    return out + paragraph("Nothing flows in any of them: " + answer.reason, style.width);
  }
  out += spread(answer, style) + quantile_table(answer, style) + bottleneck_table(answer, style);
  if (!summary.swings.empty()) out += tornado(answer, style);
  return out;
}

}  // namespace corridor::report
