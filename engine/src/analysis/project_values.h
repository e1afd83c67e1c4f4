#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "corridor/analysis/projects.h"

namespace corridor {

/// Thrown between evaluations when the caller wants to stop.
struct Stopped {};
/// Thrown when some set makes the throughput unlimited.
struct Unbounded {};

/// Values of sets of projects, each throughput asked at most once.
class ProjectValues {
 public:
  ProjectValues(ProjectPlan const& plan, Stop stop) : plan_(plan), stop_(stop) {}

  /// Throughput with exactly this compatible set. Throws Stopped, and Unbounded where it has no
  /// limit.
  std::int64_t exactly(ProjectSet set);
  /// The largest throughput of a compatible part of the set.
  std::int64_t best_of(ProjectSet set);
  std::uint64_t evaluations() const { return evaluations_; }
  /// Different cuts of evaluated sets, the first few dozen; none without plan.cut.
  std::vector<ProjectCut> const& cuts() const { return cuts_; }
  /// From now on.
  void listen_to(Stop stop) { stop_ = stop; }

 private:
  void keep_cut(ProjectSet set);
  std::int64_t best_maximal(ProjectSet set, ProjectSet undecided);
  std::int64_t best_of_all_parts(ProjectSet set);

  ProjectPlan const& plan_;
  Stop stop_;
  std::unordered_map<ProjectSet, std::int64_t> exact_;
  std::unordered_map<ProjectSet, std::int64_t> best_;
  std::uint64_t evaluations_ = 0;
  std::vector<ProjectCut> cuts_;
};

/// The values of all subsets of `universe`, by the position of its projects in order.
class ValueTable {
 public:
  /// Throws Stopped. At most 2^|universe| evaluations.
  ValueTable(ProjectValues& values, ProjectSet universe);

  std::size_t size() const { return members_.size(); }
  std::size_t member(std::size_t position) const { return members_[position]; }
  std::int64_t operator[](std::uint32_t subset) const { return value_[subset]; }
  /// The projects of a subset of positions.
  ProjectSet set_of(std::uint32_t subset) const;

 private:
  void fill(std::uint32_t low, std::uint32_t high);
  std::int64_t at(std::uint32_t subset);

  ProjectValues& values_;
  std::vector<std::size_t> members_;
  std::vector<std::int64_t> value_;
};

}  // namespace corridor
