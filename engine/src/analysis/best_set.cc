#include <algorithm>
#include <bit>

#include "analysis/best_projects.h"
#include "analysis/project_bounds.h"

namespace corridor {
namespace {

constexpr ProjectSet bit(std::size_t project) { return ProjectSet{1} << project; }

std::vector<std::size_t> members_of(ProjectSet set) {
  std::vector<std::size_t> members;
  for (; set != 0; set &= set - 1) {
    members.push_back(static_cast<std::size_t>(std::countr_zero(set)));
  }
  return members;
}

/// Branch and bound: each project is first taken, then left out. A branch is left when it cannot
/// beat the best set so far: by the cuts found so far with what the budget buys across them, and by
/// the value of every undecided project that still fits together.
class Search {
 public:
  /// Among the projects of `universe`.
  Search(ProjectPlan const& plan, ProjectValues& values, std::optional<Capital> budget,
         ProjectSet universe)
      : plan_(plan),
        values_(values),
        budget_(budget),
        bounds_(plan, budget),
        universe_(universe),
        order_(by_gain_per_cost()) {}

  BestSet run() {
    best_.value = values_.exactly(0);
    std::optional<std::int64_t> root;
    try {
      root = bound_of(0, 0);
      start_greedily();
      root = bound_of(0, 0);
    } catch (Stopped const&) {
      best_.complete = false;
      if (root && *root != kNoBound) best_.bound = std::max(best_.value, *root);
      return best_;
    }
    explore(0, 0, *root);
    if (open_bound_ != kNoBound) best_.bound = std::max(best_.value, open_bound_);
    return best_;
  }

 private:
  /// Above what any network may state.
  static constexpr std::int64_t kNoBound = std::int64_t{1} << 62;

  bool affords(Capital cost) const { return !budget_ || cost <= *budget_; }

  /// The most promising first, so that good sets are found early; ties in the order given.
  std::vector<std::size_t> by_gain_per_cost() {
    auto order = members_of(universe_);
    std::vector<std::int64_t> gain(plan_.size(), 0);
    try {
      for (auto const i : order) gain[i] = values_.best_of(bit(i)) - values_.exactly(0);
    } catch (Stopped const&) {  // then in the order given
      return order;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return Int128{gain[a]} * plan_.cost[b].parts() > Int128{gain[b]} * plan_.cost[a].parts();
    });
    return order;
  }

  ProjectSet still_possible(ProjectSet chosen, std::size_t next) const {
    auto possible = chosen;
    for (std::size_t i = next; i < order_.size(); ++i) {
      auto const project = order_[i];
      bool const excluded = (plan_.excludes[project] & chosen) != 0;
      if (excluded || !affords(plan_.cost_of(chosen) + plan_.cost[project])) continue;
      possible |= bit(project);
    }
    return possible;
  }

  /// Where projects may lower something, the value of a set of many would be a search of its own.
  bool bounds_by_sets() const { return plan_.only_raise || !plan_.cut; }

  std::int64_t bound_of(ProjectSet chosen, std::size_t next) {
    while (bounds_.size() < values_.cuts().size()) bounds_.add(values_.cuts()[bounds_.size()]);
    auto const possible = still_possible(chosen, next);
    auto const by_cuts = bounds_.at_most(chosen, possible & ~chosen);
    bool const settled = by_cuts && !may_win(*by_cuts, chosen);
    if (settled || !bounds_by_sets()) return by_cuts.value_or(kNoBound);
    auto const by_set = values_.best_of(possible);
    return std::min(by_set, by_cuts.value_or(by_set));
  }

  /// Adds, from no project on, what raises the cut at hand most per USD, with what it needs.
  void start_greedily() {
    if (!plan_.cut) return;
    for (ProjectSet built = 0;;) {
      values_.exactly(built);
      auto const more = most_per_usd(built, plan_.cut(built));
      if (more == 0) return;
      built |= more;
      offer(built);
    }
  }

  /// 0 where nothing raises the cut, fits the budget and may be built.
  ProjectSet most_per_usd(ProjectSet built, ProjectCut const& cut) const {
    ProjectSet best = 0;
    Int128 best_gain = 0;
    for (auto const project : members_of(universe_ & ~built)) {
      auto const more = with_needs(built | bit(project)) & ~built;
      bool const allowed = (more & ~universe_) == 0 && plan_.compatible(built | more) &&
                           affords(plan_.cost_of(built | more));
      if (!allowed || !cut.gain[project]) continue;
      Int128 gain = 0;
      for (auto const each : members_of(more)) gain += cut.gain[each].value_or(0);
      if (gain <= 0) continue;
      bool const better =
          best == 0 || gain * plan_.cost_of(best).parts() > best_gain * plan_.cost_of(more).parts();
      if (!better) continue;
      best = more;
      best_gain = gain;
    }
    return best;
  }

  /// The set with what it needs, of alternatives the first.
  ProjectSet with_needs(ProjectSet set) const {
    for (auto before = ~set; before != set;) {
      before = set;
      for (auto const project : members_of(set)) {
        for (auto const one_of : plan_.needs[project]) {
          if ((one_of & set) == 0) set |= one_of & (~one_of + 1);
        }
      }
    }
    return set;
  }

  /// Whether a set of this value and at least this cost and size may still be the best.
  bool may_win(std::int64_t value, ProjectSet chosen) const {
    if (value != best_.value) return value > best_.value;
    auto const cost = plan_.cost_of(chosen);
    if (cost != best_.cost) return cost < best_.cost;
    return std::popcount(chosen) <= std::popcount(best_.set);
  }

  void offer(ProjectSet set) {
    if (!plan_.compatible(set)) return;
    auto const value = values_.exactly(set);
    if (!may_win(value, set)) return;
    bool const tie = value == best_.value && plan_.cost_of(set) == best_.cost &&
                     std::popcount(set) == std::popcount(best_.set);
    auto const differ = set ^ best_.set;
    if (tie && (set & (differ & (~differ + 1))) == 0) return;  // the other has the earlier project
    best_.set = set;
    best_.cost = plan_.cost_of(set);
    best_.value = value;
  }

  void explore(ProjectSet chosen, std::size_t next, std::int64_t bound) {
    if (stopped_ || !may_win(bound, chosen)) {
      if (stopped_) open_bound_ = std::max(open_bound_, bound);
      return;
    }
    try {
      if (next == order_.size()) return offer(chosen);
      auto const project = order_[next];
      bool const fits = (plan_.excludes[project] & chosen) == 0 &&
                        affords(plan_.cost_of(chosen) + plan_.cost[project]);
      if (fits) {
        auto const taken = chosen | bit(project);
        offer(taken);
        explore(taken, next + 1, bound_of(taken, next + 1));
      }
      explore(chosen, next + 1, fits ? bound_of(chosen, next + 1) : bound);
    } catch (Stopped const&) {
      stopped_ = true;
      best_.complete = false;
      open_bound_ = std::max(open_bound_, bound);
    }
  }

  ProjectPlan const& plan_;
  ProjectValues& values_;
  std::optional<Capital> budget_;
  ProjectBounds bounds_;
  ProjectSet universe_;
  std::vector<std::size_t> order_;
  BestSet best_;
  std::int64_t open_bound_ = 0;
  bool stopped_ = false;
};

}  // namespace

BestSet find_best_set(ProjectPlan const& plan, ProjectValues& values,
                      std::optional<Capital> budget) {
  auto const all = bit(plan.size()) - 1;
  return Search(plan, values, budget, all).run();
}

std::int64_t best_value_within(ProjectPlan const& plan, ProjectValues& values, ProjectSet set) {
  auto const best = Search(plan, values, std::nullopt, set).run();
  if (!best.complete) throw Stopped();
  return best.value;
}

}  // namespace corridor
