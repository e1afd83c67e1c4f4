#include "tables.h"

#include <fmt/format.h>

#include "../figures.h"

namespace corridor::bench {
namespace {

constexpr double kMicro = 1e6;

std::string time_of(double seconds) { return time_text(kMicro * seconds); }

std::string ratio(double of, double to) { return fmt::format("{:.2f} x", of / to); }

std::string against_fastest(Row const& row, Answer answer) {
  auto const peer = row.fastest_peer(answer);
  return peer ? ratio(*peer, row.ours(answer).seconds) : kNotMeasured;
}

std::vector<std::string> peers() {
  std::vector<std::string> names;
  for (auto const& contender : kContenders) {
    if (contender.name != kOurs) names.emplace_back(contender.name);
  }
  for (auto const& contender : kForeignContenders) names.emplace_back(contender.name);
  return names;
}

std::vector<std::string> with_peers(std::vector<std::string> head) {
  for (auto& name : peers()) head.push_back(std::move(name));
  return head;
}

/// The families in their order, each with its rows.
std::vector<std::vector<Row const*>> by_family(std::vector<Row> const& rows) {
  std::vector<std::vector<Row const*>> groups;
  for (Row const& row : rows) {
    if (groups.empty() || groups.back().front()->family != row.family) groups.emplace_back();
    groups.back().push_back(&row);
  }
  return groups;
}

std::string growth(std::vector<Row const*> const& rows, std::string_view contender, Answer answer) {
  constexpr std::size_t kLeastSizes = 3;
  std::vector<std::pair<double, double>> points;
  for (Row const* const row : rows) {
    if (auto const* const measured = row->find(contender, answer))
      points.emplace_back(static_cast<double>(row->arcs), measured->seconds);
  }
  if (points.size() < kLeastSizes) return kNotMeasured;
  auto const exponent = fmt::format("{:.2f}", growth_exponent(points));
  return points.size() == rows.size() ? exponent : fmt::format("{} ({})", exponent, points.size());
}

}  // namespace

std::string summary_table(std::vector<Row> const& rows) {
  MarkdownTable table({"family", "arcs", "value and cut", "fastest peer", "with arc flows",
                       "fastest peer", "growth of value and cut"});
  for (auto const& family : by_family(rows)) {
    Row const& largest = *family.back();
    table.add({largest.family, std::to_string(largest.arcs),
               time_of(largest.ours(Answer::cut).seconds), against_fastest(largest, Answer::cut),
               time_of(largest.ours(Answer::flow).seconds), against_fastest(largest, Answer::flow),
               growth(family, kOurs, Answer::cut)});
  }
  return table.text();
}

std::string times_table(std::vector<Row> const& rows, Answer answer) {
  auto head = with_peers({"instance", "vertices", "arcs", "corridor", "spread"});
  head.emplace_back("fastest peer");
  MarkdownTable table(std::move(head));
  for (Row const& row : rows) {
    auto const& ours = row.ours(answer);
    std::vector<std::string> cells{row.instance, std::to_string(row.vertices),
                                   std::to_string(row.arcs), time_of(ours.seconds),
                                   fmt::format("{:.2f}", ours.spread)};
    for (auto const& peer : peers()) {
      auto const* const measured = row.find(peer, answer);
      cells.push_back(measured == nullptr ? kNotMeasured : ratio(measured->seconds, ours.seconds));
    }
    cells.push_back(against_fastest(row, answer));
    table.add(std::move(cells));
  }
  return table.text();
}

std::string growth_table(std::vector<Row> const& rows, Answer answer) {
  MarkdownTable table(with_peers({"family", "corridor"}));
  for (auto const& family : by_family(rows)) {
    std::vector<std::string> cells{family.front()->family, growth(family, kOurs, answer)};
    for (auto const& peer : peers()) cells.push_back(growth(family, peer, answer));
    table.add(std::move(cells));
  }
  return table.text();
}

std::string build_table(std::vector<Row> const& rows) {
  MarkdownTable table(with_peers({"instance", "optimum", "corridor"}));
  for (Row const& row : rows) {
    double const ours = row.ours(Answer::flow).build_seconds;
    std::vector<std::string> cells{row.instance, std::to_string(row.optimum), time_of(ours)};
    for (auto const& peer : peers()) {
      auto const* const measured = row.find(peer, Answer::flow);
      cells.push_back(measured == nullptr ? kNotMeasured : ratio(measured->build_seconds, ours));
    }
    table.add(std::move(cells));
  }
  return table.text();
}

}  // namespace corridor::bench
