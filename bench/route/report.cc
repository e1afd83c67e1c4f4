#include <fmt/format.h>

#include <algorithm>

#include "../figures.h"
#include "study.h"

namespace corridor::bench {
namespace {

constexpr double kMicro = 1e6;

std::string time_of(double seconds) { return time_text(kMicro * seconds); }

std::string ratio(double of, double to) { return fmt::format("{:.2f} x", of / to); }

std::string size_of(std::size_t count) { return std::to_string(count); }

std::string searches_table(std::vector<Row> const& rows) {
  MarkdownTable table(
      {"network", "vertices", "arcs", "corridor", "LEMON", "Boost", "fastest peer", "layout"});
  for (Row const& row : rows) {
    table.add({row.name, size_of(row.vertices), size_of(row.arcs), time_of(row.search),
               ratio(row.search_lemon, row.search), ratio(row.search_boost, row.search),
               ratio(std::min(row.search_lemon, row.search_boost), row.search), time_of(row.star)});
  }
  return table.text();
}

std::string queries_table(std::vector<Row> const& rows) {
  MarkdownTable table({"network", "vertices", "query", "LEMON", "Boost", "fastest peer",
                       "query with way", "matrix 1000 x 1000"});
  for (Row const& row : rows) {
    table.add({row.name, size_of(row.vertices), time_of(row.query),
               fmt::format("{:.0f} x", row.query_lemon / row.query),
               fmt::format("{:.0f} x", row.query_boost / row.query),
               fmt::format("{:.0f} x", std::min(row.query_lemon, row.query_boost) / row.query),
               time_of(row.way), time_of(row.matrix)});
  }
  return table.text();
}

std::string preparation_table(std::vector<Row> const& rows) {
  MarkdownTable table({"network", "vertices", "order", "in searches", "shape", "customize",
                       "by 2 threads", "10 links changed", "edges per arc", "bytes per arc",
                       "per metric"});
  for (Row const& row : rows) {
    auto const arcs = static_cast<double>(row.arcs);
    table.add({row.name, size_of(row.vertices), time_of(row.order),
               fmt::format("{:.0f}", row.order / row.search), time_of(row.shape),
               time_of(row.customize_one), time_of(row.customize), time_of(row.update),
               fmt::format("{:.2f}", static_cast<double>(row.edges) / arcs),
               fmt::format("{:.0f}", row.shape_bytes / arcs),
               fmt::format("{:.0f}", row.metric_bytes / arcs)});
  }
  return table.text();
}

std::string growth(std::vector<Row> const& rows, bool rail, double Row::*figure) {
  std::vector<std::pair<double, double>> points;
  for (Row const& row : rows) {
    if (row.name.starts_with("rail") == rail) {
      points.emplace_back(static_cast<double>(row.arcs), row.*figure);
    }
  }
  constexpr std::size_t kLeastSizes = 3;
  return points.size() < kLeastSizes ? kNotMeasured
                                     : fmt::format("{:.2f}", growth_exponent(points));
}

std::string growth_table(std::vector<Row> const& rows) {
  MarkdownTable table({"what", "road", "rail"});
  struct Figure {
    char const* name;
    double Row::*value;
  };
  for (Figure const& each :
       {Figure{"one to all", &Row::search}, Figure{"LEMON, one to all", &Row::search_lemon},
        Figure{"Boost, one to all", &Row::search_boost}, Figure{"order", &Row::order},
        Figure{"customize", &Row::customize}, Figure{"10 links changed", &Row::update},
        Figure{"query", &Row::query}, Figure{"query with way", &Row::way},
        Figure{"matrix 1000 x 1000", &Row::matrix}}) {
    table.add({each.name, growth(rows, false, each.value), growth(rows, true, each.value)});
  }
  return table.text();
}

}  // namespace

std::string report(std::vector<Row> const& rows) {
  auto const section = [](std::string const& title, std::string const& table) {
    return "#### " + title + "\n\n" + table + '\n';
  };
  return section("From one vertex to all", searches_table(rows)) +
         section("From one vertex to another", queries_table(rows)) +
         section("Preparing and customizing", preparation_table(rows)) +
         section("Growth", growth_table(rows));
}

}  // namespace corridor::bench
