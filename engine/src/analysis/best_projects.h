#pragma once

#include "analysis/project_values.h"

namespace corridor {

/// The best set under a budget, as ProjectAnswer::best says.
struct BestSet {
  ProjectSet set = 0;
  Capital cost;
  std::int64_t value = 0;
  std::optional<std::int64_t> bound;  ///< empty: stopped before anything was known
  bool complete = true;
};
BestSet find_best_set(ProjectPlan const& plan, ProjectValues& values,
                      std::optional<Capital> budget);

/// The largest throughput of a part of `set`, whatever it costs. Throws Stopped.
std::int64_t best_value_within(ProjectPlan const& plan, ProjectValues& values, ProjectSet set);

/// The order in which a set is best built, as ProjectAnswer::order says. Throws Stopped.
struct BestOrder {
  std::vector<ProjectAnswer::Step> steps;
  Int128 total = 0;
  bool exact = true;
};
BestOrder find_best_order(ProjectPlan const& plan, ProjectValues& values, ProjectSet set,
                          std::optional<Capital> budget_per_year);

/// Shapley values from the values of all sets.
std::vector<Rational> fair_shares(ValueTable const& table);

}  // namespace corridor
