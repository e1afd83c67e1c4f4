// Projects with cuts against every set there is: the throughput of a set is the least of a few
// cuts, each of which the set's projects raise or lower.

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "analysis/best_projects.h"
#include "corridor/analysis/projects.h"
#include "support/random.h"

namespace corridor {
namespace {

struct World {
  std::vector<ProjectCut> cuts;
  ProjectPlan plan;

  std::size_t least(ProjectSet set) const {
    std::size_t best = 0;
    for (std::size_t c = 1; c < cuts.size(); ++c) {
      if (crossing(cuts[c], set) < crossing(cuts[best], set)) best = c;
    }
    return best;
  }
  static std::int64_t crossing(ProjectCut const& cut, ProjectSet set) {
    auto sum = cut.base;
    for (std::size_t i = 0; i < cut.gain.size(); ++i)
      sum += (set >> i & 1U) != 0 ? *cut.gain[i] : 0;
    return sum;
  }
  std::int64_t value(ProjectSet set) const { return crossing(cuts[least(set)], set); }
};

/// `lowers`: projects may take something away as well. The world must stay where it is.
void fill(World& world, test::Random& random, std::size_t projects, bool lowers) {
  constexpr std::int64_t kBase = 100;
  auto const cuts = random.below(5) + 1;
  for (std::uint64_t c = 0; c < cuts; ++c) {
    ProjectCut cut{kBase + static_cast<std::int64_t>(random.below(30)), {}};
    for (std::size_t i = 0; i < projects; ++i) {
      auto const gain = static_cast<std::int64_t>(random.below(20));
      cut.gain.emplace_back(random.below(2) == 0             ? 0
                            : lowers && random.below(4) == 0 ? -gain / 4
                                                             : gain);
    }
    world.cuts.push_back(std::move(cut));
  }
  auto& plan = world.plan;
  plan.excludes.assign(projects, 0);
  plan.needs.resize(projects);
  for (std::size_t i = 0; i < projects; ++i) {
    plan.cost.push_back(Capital::of_parts(static_cast<std::int64_t>(random.below(12))));
    auto const other = random.below(projects);
    if (other == i) continue;
    if (random.below(5) == 0) {
      plan.excludes[i] |= ProjectSet{1} << other;
      plan.excludes[other] |= ProjectSet{1} << i;
    } else if (random.below(5) == 0) {
      plan.needs[i].push_back(ProjectSet{1} << other);
    }
  }
  plan.only_raise = !lowers;
  plan.throughput = [&world](ProjectSet set) {
    return Limit(Capacity::of_parts(world.value(set)));
  };
  plan.cut = [&world](ProjectSet set) { return world.cuts[world.least(set)]; };
}

/// The best set by looking at all, with the ties of ProjectAnswer::best.
ProjectSet best_of_all(World const& world, std::optional<Capital> budget) {
  auto const& plan = world.plan;
  ProjectSet best = 0;
  for (ProjectSet set = 1; set < ProjectSet{1} << plan.size(); ++set) {
    if (!plan.compatible(set) || (budget && plan.cost_of(set) > *budget)) continue;
    if (world.value(set) != world.value(best)) {
      if (world.value(set) > world.value(best)) best = set;
    } else if (plan.cost_of(set) != plan.cost_of(best)) {
      if (plan.cost_of(set) < plan.cost_of(best)) best = set;
    } else if (std::popcount(set) != std::popcount(best)) {
      if (std::popcount(set) < std::popcount(best)) best = set;
    } else if (auto const differ = set ^ best; (set & (differ & (~differ + 1))) != 0) {
      best = set;
    }
  }
  return best;
}

TEST(ProjectBoundsProperty, TheBestSetIsTheBestOfAll) {
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    test::Random random(seed);
    World world;
    fill(world, random, random.below(9) + 1, seed % 2 == 1);
    ProjectQuestion question;
    if (random.below(4) != 0) {
      question.budget = Capital::of_parts(static_cast<std::int64_t>(random.below(40)));
    }
    auto const answer = rank_projects(world.plan, question);
    auto const best = best_of_all(world, question.budget);
    ASSERT_EQ(answer.best, best) << "seed " << seed;
    ASSERT_EQ(answer.throughput.parts(), world.value(best)) << "seed " << seed;
    ASSERT_EQ(answer.bound, answer.throughput) << "seed " << seed;
    ASSERT_EQ(violation(world.plan, question, answer), "") << "seed " << seed;
  }
}

std::uint64_t evaluations_for_best_set(ProjectPlan const& plan, std::optional<Capital> budget,
                                       ProjectSet expected) {
  ProjectValues values(plan, Stop());
  auto const best = find_best_set(plan, values, budget);
  EXPECT_EQ(best.set, expected);
  EXPECT_EQ(best.bound, best.value);
  return values.evaluations();
}

TEST(ProjectBoundsProperty, CutsDoNotChangeTheAnswerAndSpareThroughputs) {
  for (std::size_t const projects : {std::size_t{12}, std::size_t{16}}) {
    std::uint64_t with_cuts = 0;
    std::uint64_t without = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      test::Random random(seed);
      World world;
      fill(world, random, projects, false);
      auto const budget = Capital::of_parts(static_cast<std::int64_t>(2 * projects));
      auto const best = best_of_all(world, budget);
      with_cuts += evaluations_for_best_set(world.plan, budget, best);
      auto plan = world.plan;
      plan.cut = {};
      without += evaluations_for_best_set(plan, budget, best);
    }
    EXPECT_LT(4 * with_cuts, 3 * without) << projects << " projects: " << with_cuts;
  }
}

TEST(ProjectBoundsProperty, ManyProjectsMayLowerSomethingWhereCutsAreKnown) {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    test::Random random(seed);
    World world;
    fill(world, random, 17, true);
    ProjectQuestion const question{.budget = Capital::of_parts(30)};
    auto const answer = rank_projects(world.plan, question);
    ASSERT_TRUE(answer.complete);
    ASSERT_EQ(answer.best, best_of_all(world, question.budget)) << "seed " << seed;
    auto const all = best_of_all(world, std::nullopt);
    ASSERT_EQ(answer.with_all.parts(), world.value(all)) << "seed " << seed;
    auto plan = world.plan;
    plan.cut = {};
    EXPECT_THROW(rank_projects(plan, question), std::invalid_argument);
  }
}

}  // namespace
}  // namespace corridor
