#include "analysis/project_values.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "analysis/best_projects.h"

namespace corridor {
namespace {

constexpr std::int64_t kUnknown = -1;
/// Every bound looks at every cut; more than a few dozen different ones are rare.
constexpr std::size_t kMostCuts = 64;

constexpr ProjectSet bit(std::size_t project) { return ProjectSet{1} << project; }

std::size_t first_of(ProjectSet set) { return static_cast<std::size_t>(std::countr_zero(set)); }

}  // namespace

Capital ProjectPlan::cost_of(ProjectSet set) const {
  Capital sum;
  for (; set != 0; set &= set - 1) sum += cost[first_of(set)];
  return sum;
}

bool ProjectPlan::compatible(ProjectSet set) const {
  for (auto rest = set; rest != 0; rest &= rest - 1) {
    auto const project = first_of(rest);
    if ((excludes[project] & set) != 0) return false;
    for (auto const one_of : needs[project]) {
      if ((one_of & set) == 0) return false;
    }
  }
  return true;
}

ProjectSet ProjectPlan::without_unmet(ProjectSet set) const {
  for (bool dropped = true; dropped;) {
    dropped = false;
    for (auto rest = set; rest != 0; rest &= rest - 1) {
      auto const& own = needs[first_of(rest)];
      bool const unmet = std::any_of(own.begin(), own.end(),
                                     [&](ProjectSet one_of) { return (one_of & set) == 0; });
      if (!unmet) continue;
      set &= ~bit(first_of(rest));
      dropped = true;
    }
  }
  return set;
}

std::int64_t ProjectValues::exactly(ProjectSet set) {
  auto const known = exact_.find(set);
  if (known != exact_.end()) return known->second;
  if (stop_.requested()) throw Stopped();
  ++evaluations_;
  auto const limit = plan_.throughput(set);
  if (limit.unlimited()) throw Unbounded();
  auto const value = limit.capacity().parts();
  exact_.emplace(set, value);
  keep_cut(set);
  return value;
}

void ProjectValues::keep_cut(ProjectSet set) {
  if (!plan_.cut || cuts_.size() == kMostCuts) return;
  auto cut = plan_.cut(set);
  if (std::find(cuts_.begin(), cuts_.end(), cut) == cuts_.end()) cuts_.push_back(std::move(cut));
}

/// Where projects only raise, the largest compatible parts are enough: all ways to give up one of
/// each excluding pair. Every compatible part lies in one of them.
std::int64_t ProjectValues::best_maximal(ProjectSet set, ProjectSet undecided) {
  for (auto rest = undecided; rest != 0; rest &= rest - 1) {
    auto const project = first_of(rest);
    auto const rivals = plan_.excludes[project] & set;
    if (rivals == 0) continue;
    auto const others = undecided & ~bit(project);
    return std::max(best_maximal(set & ~bit(project), others & set),
                    best_maximal(set & ~rivals, others & ~rivals));
  }
  return exactly(plan_.without_unmet(set));
}

std::int64_t ProjectValues::best_of_all_parts(ProjectSet set) {
  auto best = plan_.compatible(set) ? exactly(set) : 0;
  for (auto rest = set; rest != 0; rest &= rest - 1) {
    best = std::max(best, best_of(set & ~bit(first_of(rest))));
  }
  return best;
}

std::int64_t ProjectValues::best_of(ProjectSet set) {
  auto const known = best_.find(set);
  if (known != best_.end()) return known->second;
  bool const small = static_cast<std::size_t>(std::popcount(set)) <= kMostExactProjects;
  auto const value = plan_.only_raise ? best_maximal(set, set)
                     : small          ? best_of_all_parts(set)
                                      : best_value_within(plan_, *this, set);
  best_.emplace(set, value);
  return value;
}

ValueTable::ValueTable(ProjectValues& values, ProjectSet universe) : values_(values) {
  for (; universe != 0; universe &= universe - 1) members_.push_back(first_of(universe));
  value_.assign(std::size_t{1} << members_.size(), kUnknown);
  fill(0, static_cast<std::uint32_t>(value_.size() - 1));
}

ProjectSet ValueTable::set_of(std::uint32_t subset) const {
  ProjectSet set = 0;
  for (; subset != 0; subset &= subset - 1) {
    set |= bit(members_[static_cast<std::size_t>(std::countr_zero(subset))]);
  }
  return set;
}

std::int64_t ValueTable::at(std::uint32_t subset) {
  auto& value = value_[subset];
  if (value == kUnknown) value = values_.best_of(set_of(subset));
  return value;
}

/// Values only rise from a set to a larger one: where the ends agree, all between them do. Else the
/// project that matters most at both ends parts the sets in two; depth is at most the number
/// of projects.
void ValueTable::fill(std::uint32_t low, std::uint32_t high) {
  auto const least = at(low);
  auto const most = at(high);
  auto const between = high & ~low;
  if (between == 0) return;
  if (least == most) {
    for (auto part = between;; part = (part - 1) & between) {
      value_[low | part] = least;
      if (part == 0) return;
    }
  }
  std::uint32_t pivot = 0;
  std::int64_t largest = -1;
  for (auto rest = between; rest != 0; rest &= rest - 1) {
    auto const project = rest & (~rest + 1);
    auto const matters = (most - at(high & ~project)) + (at(low | project) - least);
    if (matters <= largest) continue;
    largest = matters;
    pivot = project;
  }
  fill(low, high & ~pivot);
  fill(low | pivot, high);
}

}  // namespace corridor
