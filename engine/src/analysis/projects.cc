#include "corridor/analysis/projects.h"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <string>
#include <utility>

#include "analysis/best_projects.h"

namespace corridor {
namespace {

constexpr ProjectSet bit(std::size_t project) { return ProjectSet{1} << project; }

ProjectSet all_of(ProjectPlan const& plan) { return bit(plan.size()) - 1; }

Int128 common_divisor(Int128 a, Int128 b) {
  while (b != 0) a = std::exchange(b, a % b);
  return a < 0 ? -a : a;
}

Rational reduced(Int128 numerator, Int128 denominator) {
  auto const divisor = common_divisor(numerator, denominator);
  return {numerator / divisor, denominator / divisor};
}

Int128 factorial(std::size_t n) {
  Int128 product = 1;
  for (std::size_t i = 2; i <= n; ++i) product *= static_cast<Int128>(i);
  return product;
}

std::vector<ProjectAnswer::Gain> gains_of(ProjectPlan const& plan, ProjectValues& values) {
  std::vector<ProjectAnswer::Gain> gains;
  auto const all = all_of(plan);
  for (std::size_t i = 0; i < plan.size(); ++i) {
    gains.push_back({Capacity::of_parts(values.best_of(bit(i)) - values.best_of(0)),
                     Capacity::of_parts(values.best_of(all) - values.best_of(all & ~bit(i)))});
  }
  return gains;
}

std::vector<std::vector<std::int64_t>> interactions(ProjectPlan const& plan,
                                                    ProjectValues& values) {
  auto const none = values.best_of(0);
  std::vector<std::vector<std::int64_t>> together(plan.size(),
                                                  std::vector<std::int64_t>(plan.size(), 0));
  for (std::size_t i = 0; i < plan.size(); ++i) {
    for (std::size_t j = i + 1; j < plan.size(); ++j) {
      auto const both = values.best_of(bit(i) | bit(j));
      together[i][j] = together[j][i] =
          both - values.best_of(bit(i)) - values.best_of(bit(j)) + none;
    }
  }
  return together;
}

void check_size(ProjectPlan const& plan) {
  if (plan.size() > plan.most()) {
    throw std::invalid_argument("too many projects: " + std::to_string(plan.size()));
  }
}

/// What says more about projects than the best set. Throws Stopped.
void add_details(ProjectAnswer& answer, ProjectPlan const& plan, ProjectQuestion const& question,
                 ProjectValues& values) {
  auto order = find_best_order(plan, values, answer.best, question.budget_per_year);
  answer.order = std::move(order.steps);
  answer.order_exact = order.exact;
  answer.order_total = order.total;
  answer.gains = gains_of(plan, values);
  answer.together = interactions(plan, values);
  if (plan.size() <= kMostExactProjects) {
    answer.fair = fair_shares(ValueTable(values, all_of(plan)));
  }
}

void fill(ProjectAnswer& answer, ProjectPlan const& plan, ProjectQuestion const& question,
          ProjectValues& values) {
  // What bounds everything is known before anyone may stop.
  answer.without = Capacity::of_parts(values.exactly(0));
  if (plan.only_raise) values.best_of(all_of(plan));
  values.listen_to(question.stop);
  auto const best = find_best_set(plan, values, question.budget);
  answer.best = best.set;
  answer.cost = best.cost;
  answer.throughput = Capacity::of_parts(best.value);
  if (best.bound) answer.bound = Capacity::of_parts(*best.bound);
  answer.complete = best.complete;
  try {
    answer.with_all = Capacity::of_parts(values.best_of(all_of(plan)));
    if (answer.complete) add_details(answer, plan, question, values);
  } catch (Stopped const&) {
    answer.complete = false;
    answer.gains.clear();
    answer.together.clear();
  }
}

}  // namespace

std::vector<Rational> fair_shares(ValueTable const& table) {
  auto const n = table.size();
  std::vector<Int128> weight(n);  // orders in which a set of this size comes before the project
  for (std::size_t size = 0; size < n; ++size) {
    weight[size] = factorial(size) * factorial(n - size - 1);
  }
  std::vector<Int128> sum(n, 0);
  for (std::uint32_t set = 0; set < (std::uint32_t{1} << n); ++set) {
    auto const size = static_cast<std::size_t>(std::popcount(set));
    for (std::size_t i = 0; i < n; ++i) {
      auto const with = set | (std::uint32_t{1} << i);
      if (with != set) sum[i] += weight[size] * (table[with] - table[set]);
    }
  }
  std::vector<Rational> shares;
  shares.reserve(n);
  for (auto const& each : sum) shares.push_back(reduced(each, factorial(n)));
  return shares;
}

ProjectAnswer rank_projects(ProjectPlan const& plan, ProjectQuestion const& question) {
  check_size(plan);
  ProjectValues values(plan, Stop());
  ProjectAnswer answer;
  try {
    fill(answer, plan, question, values);
  } catch (Unbounded const&) {
    answer = {};
    answer.bounded = false;
  }
  answer.evaluations = values.evaluations();
  return answer;
}

}  // namespace corridor
