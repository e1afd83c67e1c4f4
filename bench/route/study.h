#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace corridor::bench {

inline constexpr unsigned kThreads = 2;

/// A seeded network: road-like or rail-like (tests/support/flow_families.h) with weights of
/// U[1, 5000].
struct NetworkSize {
  bool rail = false;
  std::uint32_t junctions = 0;
  std::size_t vertices = 0;  ///< about
};
/// Of 10^4 to 10^6 vertices, those that are not larger; below 10^4 two small ones.
std::vector<NetworkSize> sizes(std::size_t most_vertices);

/// How often things are asked.
struct Effort {
  int searches = 7;  ///< from one vertex to all
  int queries = 2'000;
  int ways = 200;
  int peer_queries = 15;  ///< of the same pairs
  int customizations = 5;
  int updates = 21;
  std::size_t matrix = 1'000;  ///< rows and columns
};
inline constexpr Effort kFull{};
inline constexpr Effort kSmoke{2, 50, 20, 10, 1, 3, 20};

/// Medians. Seconds of searches and queries are processor time of the thread; what has threads is
/// wall time.
struct Row {
  std::string name;
  std::size_t vertices = 0;
  std::size_t arcs = 0;
  std::size_t edges = 0;  ///< of the hierarchy
  double star = 0;        ///< laying a network out for searches
  double search = 0, search_lemon = 0, search_boost = 0;
  double order = 0, shape = 0;
  double customize_one = 0, customize = 0;  ///< by one thread, by kThreads
  double update = 0;
  double query = 0, way = 0;
  double query_lemon = 0, query_boost = 0;
  double matrix = 0;
  double shape_bytes = 0, metric_bytes = 0;
};

/// Every answer is held against the peers'; std::logic_error when one differs.
Row measure(NetworkSize const& size, Effort const& effort);

/// The rows as Markdown.
std::string report(std::vector<Row> const& rows);

/// The median of some runs.
template <class Work>
double median_wall_seconds(int runs, Work&& work) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> seconds;
  for (int i = 0; i < runs; ++i) {
    auto const start = Clock::now();
    work();
    seconds.push_back(std::chrono::duration<double>(Clock::now() - start).count());
  }
  std::sort(seconds.begin(), seconds.end());
  return seconds[seconds.size() / 2];
}

}  // namespace corridor::bench
