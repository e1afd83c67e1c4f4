#include <algorithm>
#include <bit>
#include <numeric>

#include "analysis/best_projects.h"

namespace corridor {
namespace {

constexpr ProjectSet bit(std::size_t project) { return ProjectSet{1} << project; }

/// Branch and bound: each project is first taken, then left out. A branch is left when even with
/// every undecided project that still fits it cannot beat the best set so far.
class Search {
 public:
  Search(ProjectPlan const& plan, ProjectValues& values, std::optional<Capital> budget)
      : plan_(plan), values_(values), budget_(budget), order_(by_gain_per_cost()) {}

  BestSet run() {
    best_.value = values_.exactly(0);
    std::int64_t root = 0;
    try {
      root = bound_of(0, 0);
    } catch (Stopped const&) {
      best_.complete = false;
      return best_;
    }
    explore(0, 0, root);
    best_.bound = std::max(best_.value, open_bound_);
    return best_;
  }

 private:
  bool affords(Capital cost) const { return !budget_ || cost <= *budget_; }

  /// The most promising first, so that good sets are found early; ties in the order given.
  std::vector<std::size_t> by_gain_per_cost() {
    std::vector<std::size_t> order(plan_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
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

  std::int64_t bound_of(ProjectSet chosen, std::size_t next) {
    return values_.best_of(still_possible(chosen, next));
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
  std::vector<std::size_t> order_;
  BestSet best_;
  std::int64_t open_bound_ = 0;
  bool stopped_ = false;
};

}  // namespace

BestSet find_best_set(ProjectPlan const& plan, ProjectValues& values,
                      std::optional<Capital> budget) {
  return Search(plan, values, budget).run();
}

}  // namespace corridor
