#include "figures.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace corridor::bench {

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

double growth_exponent(std::vector<std::pair<double, double>> const& points) {
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

std::string MarkdownTable::text() const {
  std::string text;
  for (auto const& row : rows_) {
    text += '|';
    for (auto const& cell : row) text += ' ' + cell + " |";
    text += '\n';
    if (&row != &rows_.front()) continue;
    text += "|---|";
    for (std::size_t i = 1; i < row.size(); ++i) text += "---:|";
    text += '\n';
  }
  return text;
}

}  // namespace corridor::bench
