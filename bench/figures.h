#pragma once

#include <string>
#include <utility>
#include <vector>

namespace corridor::bench {

/// Three digits and a unit from microseconds to seconds.
std::string time_text(double microseconds);

/// How a time grows with a size: the exponent of the power law through the points (size, time), by
/// least squares on their logarithms. At least two points of different sizes.
double growth_exponent(std::vector<std::pair<double, double>> const& points);

/// A table in Markdown: the first column to the left, the others to the right.
class MarkdownTable {
 public:
  explicit MarkdownTable(std::vector<std::string> head) : rows_{std::move(head)} {}
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  std::string text() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

/// What stands for a cell that was not measured.
inline constexpr char const* kNotMeasured = "–";

}  // namespace corridor::bench
