#include <bit>
#include <optional>
#include <vector>

#include "analysis/best_projects.h"

namespace corridor {
namespace {

constexpr ProjectSet bit(std::size_t project) { return ProjectSet{1} << project; }

/// Money by the year: a set is there at the end of the first year by which its cost is saved.
/// Without a yearly budget a "year" is one USD.
class Calendar {
 public:
  explicit Calendar(std::optional<Capital> budget_per_year) : budget_(budget_per_year) {}

  std::int64_t end_of(Capital cost) const {
    if (!budget_) return cost.parts();
    auto const yearly = budget_->parts();
    return cost.parts() / yearly + (cost.parts() % yearly != 0 ? 1 : 0);
  }
  bool in_years() const { return budget_.has_value(); }

 private:
  std::optional<Capital> budget_;
};

class Planner {
 public:
  Planner(ProjectPlan const& plan, ProjectValues& values, ProjectSet set, Calendar calendar)
      : plan_(plan), values_(values), set_(set), calendar_(calendar) {}

  /// Dynamic programming over sets (Held and Karp 1962): when a set is complete depends on its cost
  /// alone, so the best that can follow it does not depend on how it was reached.
  BestOrder exact() {
    ValueTable const table(values_, set_);
    auto plan = best_from(table, Prefixes::compatible);
    // Projects that need each other cannot come one after another; only all together they count.
    if (plan.rest[0] == kImpossible) plan = best_from(table, Prefixes::any);
    BestOrder order;
    order.total = plan.rest[0];
    ProjectSet built = 0;
    for (std::size_t subset = 0; built != set_;) {
      auto const position = plan.next[subset];
      subset |= std::size_t{1} << position;
      built |= bit(table.member(position));
      order.steps.push_back(step(table.member(position), built));
    }
    return order;
  }

  /// The largest gain per USD next.
  BestOrder greedy() {
    BestOrder order;
    order.exact = false;
    for (ProjectSet built = 0; built != set_;) {
      auto const project = most_per_usd(built);
      order.total += meanwhile(running(built), built, project);
      built |= bit(project);
      order.steps.push_back(step(project, built));
    }
    return order;
  }

 private:
  static constexpr Int128 kImpossible = -1;
  enum class Prefixes { compatible, any };
  struct Table {
    std::vector<Int128> rest;       // by subset: the largest sum from there on
    std::vector<std::size_t> next;  // by subset: the position of the project that starts it
  };

  Table best_from(ValueTable const& table, Prefixes prefixes) {
    auto const count = std::size_t{1} << table.size();
    Table best{std::vector<Int128>(count, kImpossible), std::vector<std::size_t>(count, 0)};
    best.rest[count - 1] = 0;
    for (std::size_t s = count - 1; s-- > 0;) {
      auto const built = table.set_of(static_cast<std::uint32_t>(s));
      if (prefixes == Prefixes::compatible && !plan_.compatible(built)) continue;
      auto const value = plan_.only_raise ? table[static_cast<std::uint32_t>(s)] : running(built);
      for (std::size_t i = 0; i < table.size(); ++i) {
        auto const with = s | (std::size_t{1} << i);
        if (with == s || best.rest[with] == kImpossible) continue;
        auto const total = meanwhile(value, built, table.member(i)) + best.rest[with];
        if (total <= best.rest[s]) continue;  // the first of equals is the first in the order given
        best.rest[s] = total;
        best.next[s] = i;
      }
    }
    return best;
  }

  /// What flows once these are built: those whose needs are not met yet do not count.
  std::int64_t running(ProjectSet built) { return values_.exactly(plan_.without_unmet(built)); }

  Int128 meanwhile(std::int64_t value, ProjectSet built, std::size_t project) const {
    auto const cost = plan_.cost_of(built);
    return Int128{value} * (calendar_.end_of(cost + plan_.cost[project]) - calendar_.end_of(cost));
  }

  ProjectAnswer::Step step(std::size_t project, ProjectSet built) {
    auto const spent = plan_.cost_of(built);
    return {project, spent, calendar_.in_years() ? calendar_.end_of(spent) : 0,
            Capacity::of_parts(running(built))};
  }

  std::size_t most_per_usd(ProjectSet built) {
    std::optional<std::size_t> best;
    std::int64_t best_gain = 0;
    auto const now = running(built);
    for (auto rest = set_ & ~built; rest != 0; rest &= rest - 1) {
      auto const project = static_cast<std::size_t>(std::countr_zero(rest));
      if (!plan_.compatible(built | bit(project))) continue;
      auto const gain = running(built | bit(project)) - now;
      bool const better = !best || Int128{gain} * plan_.cost[*best].parts() >
                                       Int128{best_gain} * plan_.cost[project].parts();
      if (!better) continue;
      best = project;
      best_gain = gain;
    }
    // Without one, some need each other: then in the order given.
    return best.value_or(static_cast<std::size_t>(std::countr_zero(set_ & ~built)));
  }

  ProjectPlan const& plan_;
  ProjectValues& values_;
  ProjectSet set_;
  Calendar calendar_;
};

}  // namespace

BestOrder find_best_order(ProjectPlan const& plan, ProjectValues& values, ProjectSet set,
                          std::optional<Capital> budget_per_year) {
  Planner planner(plan, values, set, Calendar(budget_per_year));
  bool const small = static_cast<std::size_t>(std::popcount(set)) <= kMostExactProjects;
  return small ? planner.exact() : planner.greedy();
}

}  // namespace corridor
