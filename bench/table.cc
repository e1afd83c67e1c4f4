#include "table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <sstream>

namespace corridor::bench {
namespace {

constexpr char const* kOurs = "corridor";

std::string time_text(double microseconds) {
  struct Unit {
    double size;
    char const* name;
  };
  constexpr std::array<Unit, 3> kUnits{{{1e6, "s"}, {1e3, "ms"}, {1, "µs"}}};
  for (auto const& unit : kUnits) {
    if (microseconds >= unit.size)
      return fmt::format("{:.3g} {}", microseconds / unit.size, unit.name);
  }
  return fmt::format("{:.2f} µs", microseconds);
}

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

/// Least squares of log time over log links.
double slope(std::vector<std::pair<double, double>> const& points) {
  double x_mean = 0;
  double y_mean = 0;
  auto const count = static_cast<double>(points.size());
  for (auto const& [x, y] : points) {
    x_mean += std::log(x) / count;
    y_mean += std::log(y) / count;
  }
  double above = 0;
  double below = 0;
  for (auto const& [x, y] : points) {
    above += (std::log(x) - x_mean) * (std::log(y) - y_mean);
    below += (std::log(x) - x_mean) * (std::log(x) - x_mean);
  }
  return above / below;
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
  std::string text = fmt::format("### {}\n\n| instance | links |", question.name);
  std::string rule = "|---|---:|";
  for (auto const& contender : question.contenders) {
    text += ' ' + words(contender) + " |";
    rule += "---:|";
  }
  text += '\n' + rule + '\n';
  for (auto const& row : question.rows) {
    text +=
        fmt::format("| {} | {} |", row.instance, row.links == 0 ? "" : std::to_string(row.links));
    auto const ours = row.microseconds.find(kOurs);
    for (auto const& contender : question.contenders) {
      auto const found = row.microseconds.find(contender);
      if (found == row.microseconds.end()) {
        text += " – |";
      } else if (contender == kOurs || ours == row.microseconds.end()) {
        text += ' ' + time_text(found->second) + " |";
      } else {
        text += fmt::format(" {:.2f} x |", found->second / ours->second);
      }
    }
    text += '\n';
  }
  return text;
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
    text += fmt::format("\nGrowth on {}: time ~ links^{:.2f}.\n", instance, slope(measured));
  }
  return text;
}

}  // namespace corridor::bench
