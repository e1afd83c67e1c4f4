#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "study.h"

namespace corridor::bench {

/// How fast scenarios that change one arc are answered from a solved base.
struct WarmRow {
  std::string instance;
  std::string scenarios;  ///< in words
  double seconds = 0;     ///< per scenario on one thread
  double cold_ratio = 0;  ///< the fastest peer's cold solve over that; 0 when no peer was measured
  double unsearched = 0;  ///< the share that a pooled cut certifies without a search
  double per_second = 0;  ///< on one thread
  double per_second_on_two = 0;  ///< on two threads, by the wall clock
};

struct WarmPlan {
  int repetitions = 7;
  std::size_t scenarios = 100'000;  ///< about so many in one repetition
};

/// Closing, halving and doubling of each arc in turn, when they are met for the first time and when
/// the pool has seen them, and random capacities of random arcs. Each answer of the first kind is
/// held against a cold solve of the changed network; std::logic_error when one differs. `cold` is
/// the instance's row.
std::vector<WarmRow> measure_warm(families::Instance const& instance, Row const& cold,
                                  WarmPlan const& plan);

std::string warm_table(std::vector<WarmRow> const& rows);

}  // namespace corridor::bench
