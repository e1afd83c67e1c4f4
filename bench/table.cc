#include "table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "figures.h"

namespace corridor::bench {
namespace {

constexpr char const* kOurs = "corridor";

std::vector<std::string> split(std::string const& name) {
  std::vector<std::string> parts;
  std::istringstream stream(name);
  for (std::string part; std::getline(stream, part, '/');) parts.push_back(part);
  return parts;
}

std::string words(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

}  // namespace

void RatioTable::add(std::string const& name, double microseconds) {
  auto const parts = split(name);
  if (parts.size() < 3) return;
  auto& asked = question(parts[0]);
  long const links = parts.size() > 3 ? std::strtol(parts[3].c_str(), nullptr, 10) : 0;
  row(asked, parts[1], links).microseconds[parts[2]] = microseconds;
  auto& contenders = asked.contenders;
  if (std::find(contenders.begin(), contenders.end(), parts[2]) == contenders.end()) {
    contenders.push_back(parts[2]);
  }
}

RatioTable::Question& RatioTable::question(std::string const& name) {
  for (auto& known : questions_) {
    if (known.name == name) return known;
  }
  return questions_.emplace_back(Question{name, {}, {}});
}

RatioTable::Row& RatioTable::row(Question& question, std::string const& instance, long links) {
  for (auto& known : question.rows) {
    if (known.instance == instance && known.links == links) return known;
  }
  return question.rows.emplace_back(Row{instance, links, {}});
}

std::string RatioTable::markdown() const {
  std::string text;
  for (auto const& asked : questions_) text += table(asked) + growth(asked) + '\n';
  return text;
}

std::string RatioTable::table(Question const& question) {
  std::vector<std::string> head{"instance", "links"};
  for (auto const& contender : question.contenders) head.push_back(words(contender));
  MarkdownTable table(std::move(head));
  for (auto const& row : question.rows) {
    std::vector<std::string> cells{row.instance, row.links == 0 ? "" : std::to_string(row.links)};
    auto const ours = row.microseconds.find(kOurs);
    for (auto const& contender : question.contenders) {
      auto const found = row.microseconds.find(contender);
      if (found == row.microseconds.end()) {
        cells.emplace_back(kNotMeasured);
      } else if (contender == kOurs || ours == row.microseconds.end()) {
        cells.push_back(time_text(found->second));
      } else {
        cells.push_back(fmt::format("{:.2f} x", found->second / ours->second));
      }
    }
    table.add(std::move(cells));
  }
  return fmt::format("#### {}\n\n{}", question.name, table.text());
}

std::string RatioTable::growth(Question const& question) {
  std::map<std::string, std::vector<std::pair<double, double>>> points;  // by instance
  for (auto const& row : question.rows) {
    auto const ours = row.microseconds.find(kOurs);
    if (row.links == 0 || ours == row.microseconds.end()) continue;
    points[row.instance].emplace_back(static_cast<double>(row.links), ours->second);
  }
  std::string text;
  for (auto const& [instance, measured] : points) {
    if (measured.size() < 3) continue;
    text +=
        fmt::format("\nGrowth on {}: time ~ links^{:.2f}.\n", instance, growth_exponent(measured));
  }
  return text;
}

}  // namespace corridor::bench
