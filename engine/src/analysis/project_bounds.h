#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "corridor/analysis/projects.h"

namespace corridor {

/// Bounds on the throughput of sets of projects under a budget, by pooled cuts.
class ProjectBounds {
 public:
  /// `plan` must outlive this.
  ProjectBounds(ProjectPlan const& plan, std::optional<Capital> budget)
      : plan_(plan), budget_(budget) {}

  /// O(projects log projects).
  void add(ProjectCut const& cut);
  std::size_t size() const { return cuts_.size(); }

  /// At most this much flows with `chosen` and any of `open` that the rest of the budget pays for;
  /// empty: no cut says so. Of each cut what the chosen ones add, and the rest of the budget spent
  /// on the open ones that add most per USD, the last of them in part: the relaxation of a knapsack
  /// (Dantzig 1957), rounded down since throughputs are whole. O(cuts x projects).
  std::optional<std::int64_t> at_most(ProjectSet chosen, ProjectSet open) const;

 private:
  struct Cut {
    ProjectCut cut;
    ProjectSet unlimited = 0;
    std::vector<std::size_t> by_gain_per_cost;  ///< those that add something
  };
  std::int64_t at_most(Cut const& cut, ProjectSet chosen, ProjectSet open, Capital spent) const;

  ProjectPlan const& plan_;
  std::optional<Capital> budget_;
  std::vector<Cut> cuts_;
};

}  // namespace corridor
