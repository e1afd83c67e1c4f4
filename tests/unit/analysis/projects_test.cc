#include "corridor/analysis/projects.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <stdexcept>
#include <vector>

namespace corridor {
namespace {

Capacity teu(std::int64_t amount) { return Capacity::of_parts(amount); }
Capital usd(std::int64_t amount) { return Capital::of_parts(amount); }

/// Projects that cost and add this much; where `most` says so, no set gives more.
struct Case {
  std::int64_t cost, gain;
};
ProjectPlan plan_of(std::vector<Case> const& cases, std::int64_t base,
                    std::int64_t most = 1 << 30) {
  ProjectPlan plan;
  for (auto const& each : cases) plan.cost.push_back(usd(each.cost));
  plan.excludes.assign(cases.size(), 0);
  plan.needs.resize(cases.size());
  plan.only_raise = true;
  plan.throughput = [=](ProjectSet set) {
    auto sum = base;
    for (std::size_t i = 0; i < cases.size(); ++i) sum += (set >> i & 1U) != 0 ? cases[i].gain : 0;
    return Limit(teu(std::min(sum, most)));
  };
  return plan;
}

ProjectAnswer ranked(ProjectPlan const& plan, ProjectQuestion const& question = {}) {
  auto answer = rank_projects(plan, question);
  EXPECT_EQ(violation(plan, question, answer), "");
  return answer;
}

TEST(Projects, TheBestSetIsNotTheBestProjectsOneByOne) {
  // By gain per USD the first comes first, but then the two that fit together do not fit.
  auto const answer = ranked(plan_of({{4, 9}, {5, 10}, {5, 10}}, 100), {.budget = usd(10)});
  EXPECT_EQ(answer.best, 0b110U);
  EXPECT_EQ(answer.throughput, teu(120));
  EXPECT_EQ(answer.cost, usd(10));
  EXPECT_EQ(answer.bound, answer.throughput);
  EXPECT_TRUE(answer.complete);
}

TEST(Projects, TiesGoToTheCheapestThenTheFewestThenTheFirst) {
  EXPECT_EQ(ranked(plan_of({{5, 10}, {4, 10}}, 0, 10)).best, 0b10U);
  EXPECT_EQ(ranked(plan_of({{2, 5}, {2, 5}, {4, 10}}, 0, 10)).best, 0b100U);
  EXPECT_EQ(ranked(plan_of({{4, 10}, {4, 10}, {4, 10}}, 0, 10)).best, 0b001U);
  EXPECT_EQ(ranked(plan_of({{4, 0}, {4, 0}}, 7)).best, 0U) << "nothing that gains nothing";
}

TEST(Projects, ThatExcludeEachOtherAreNeverBuiltTogether) {
  auto plan = plan_of({{1, 10}, {1, 20}, {1, 5}}, 0);
  plan.excludes = {0b010, 0b001, 0};
  auto const answer = ranked(plan);
  EXPECT_EQ(answer.best, 0b110U);
  EXPECT_EQ(answer.with_all, teu(25));
  EXPECT_EQ(answer.gains[0].last, teu(0)) << "the better one is there";
  EXPECT_EQ(answer.together[0][1], -10);
}

TEST(Projects, ThatNeedAnotherComeAfterIt) {
  auto plan = plan_of({{1, 100}, {50, 1}}, 0);
  plan.needs[0] = {0b10};
  auto const answer = ranked(plan);
  EXPECT_EQ(answer.gains[0].alone, teu(0));
  ASSERT_EQ(answer.order.size(), 2U);
  EXPECT_EQ(answer.order[0].project, 1U);
  EXPECT_EQ(ranked(plan, {.budget = usd(40)}).best, 0U);
}

TEST(Projects, ShareTheirJointGainFairly) {
  // The first two are worth something only together; the third always adds 6.
  auto plan = plan_of({{1, 0}, {1, 0}, {1, 6}}, 10);
  auto const base = plan.throughput;
  plan.throughput = [base](ProjectSet set) {
    auto const both = (set & 0b11U) == 0b11U ? 5 : 0;
    return Limit(base(set).capacity() + teu(both));
  };
  auto const answer = ranked(plan);
  EXPECT_EQ(answer.fair, (std::vector<Rational>{{5, 2}, {5, 2}, {6, 1}}));
  EXPECT_EQ(answer.together[0][1], 5);
  EXPECT_EQ(answer.together[0][2], 0);
}

TEST(Projects, AreBuiltInTheOrderThatLetsMostFlowMeanwhile) {
  auto const plan = plan_of({{100, 50}, {10, 20}, {30, 30}}, 0);
  auto const answer = ranked(plan, {.budget_per_year = usd(20)});
  ASSERT_EQ(answer.order.size(), 3U);
  EXPECT_EQ(answer.order[0].project, 1U);
  EXPECT_EQ(answer.order[0].year, 1);
  EXPECT_EQ(answer.order[1].project, 2U);
  EXPECT_EQ(answer.order[1].year, 2);
  EXPECT_EQ(answer.order[2].project, 0U);
  EXPECT_EQ(answer.order[2].year, 7);
  EXPECT_EQ(answer.order[2].spent, usd(140));
  EXPECT_TRUE(answer.order_total == 20 + 5 * 50);
  EXPECT_TRUE(answer.order_exact);
}

TEST(Projects, ThatTakeAwayTheLimitLeaveNothingToRank) {
  auto plan = plan_of({{1, 1}, {1, 1}}, 0);
  plan.throughput = [](ProjectSet set) { return set == 3 ? Limit() : Limit(teu(1)); };
  EXPECT_FALSE(rank_projects(plan, {}).bounded);
}

TEST(Projects, AskForFewSetsWhereMostProjectsGainNothing) {
  std::vector<Case> cases(16, {1, 0});
  cases[3] = {1, 10};
  cases[8] = {1, 20};
  auto const answer = ranked(plan_of(cases, 5));
  EXPECT_EQ(answer.best, (1U << 3) | (1U << 8));
  EXPECT_LT(answer.evaluations, 300U) << "of 65,536";
  EXPECT_EQ(answer.fair[8], (Rational{20, 1}));
}

TEST(Projects, BeyondSixteenHaveAnExactBestSetButNoFairShares) {
  std::vector<Case> cases;
  for (std::int64_t i = 0; i < 24; ++i) cases.push_back({3 + i % 5, 2 + (i * 7) % 11});
  auto const answer = ranked(plan_of(cases, 0, 120), {.budget = usd(40)});
  EXPECT_TRUE(answer.complete);
  EXPECT_TRUE(answer.fair.empty());
  EXPECT_EQ(answer.gains.size(), 24U);
}

TEST(Projects, AreRefusedWhenTooMany) {
  auto plan = plan_of(std::vector<Case>(17, {1, 1}), 0);
  plan.only_raise = false;
  EXPECT_THROW(rank_projects(plan, {}), std::invalid_argument);
  EXPECT_THROW(rank_projects(plan_of(std::vector<Case>(61, {1, 1}), 0), {}), std::invalid_argument);
}

TEST(Projects, AStoppedSearchGivesItsBestAndABoundThatHolds) {
  std::vector<Case> cases;
  for (std::int64_t i = 0; i < 12; ++i) cases.push_back({5 + (i * 3) % 7, 4 + (i * 5) % 9});
  auto plan = plan_of(cases, 0);
  ProjectQuestion question{.budget = usd(30)};
  auto const whole = ranked(plan, question);
  for (int after = 0; after < 60; ++after) {
    std::atomic<bool> flag{false};
    int asked = 0;
    auto stopping = plan;
    stopping.throughput = [&](ProjectSet set) {
      flag = ++asked > after;
      return plan.throughput(set);
    };
    question.stop = Stop(flag);
    auto const answer = rank_projects(stopping, question);
    EXPECT_EQ(violation(plan, question, answer), "");
    ASSERT_TRUE(answer.bound.has_value());
    EXPECT_GE(*answer.bound, whole.throughput);
    EXPECT_LE(answer.throughput, whole.throughput);
    EXPECT_FALSE(answer.complete);
  }
}

TEST(ProjectCertificate, FindsWhatWasTamperedWith) {
  auto plan = plan_of({{4, 9}, {5, 10}, {5, 10}}, 100);
  plan.excludes = {0b010, 0b001, 0};
  ProjectQuestion const question{.budget = usd(10), .budget_per_year = usd(3)};
  auto const answer = ranked(plan, question);
  std::vector<std::function<void(ProjectAnswer&)>> const tamper{
      [](ProjectAnswer& a) { a.best = 0b011; },
      [](ProjectAnswer& a) { a.best = 0b001; },
      [](ProjectAnswer& a) { a.cost += usd(1); },
      [](ProjectAnswer& a) { a.throughput += teu(1); },
      [](ProjectAnswer& a) { a.without += teu(1); },
      [](ProjectAnswer& a) { a.bound = a.throughput - teu(1); },
      [](ProjectAnswer& a) { a.bound = a.throughput + teu(1); },
      [](ProjectAnswer& a) { a.gains[1].alone += teu(1); },
      [](ProjectAnswer& a) { a.gains[0].last += teu(1); },
      [](ProjectAnswer& a) { a.together[0][2] += 1; },
      [](ProjectAnswer& a) { a.fair[0].numerator += 1; },
      [](ProjectAnswer& a) { a.order[0].throughput += teu(1); },
      [](ProjectAnswer& a) { a.order[0].spent += usd(1); },
      [](ProjectAnswer& a) { a.order[0].year += 1; },
      [](ProjectAnswer& a) { a.order.pop_back(); },
      [](ProjectAnswer& a) { a.order.clear(); },
      [](ProjectAnswer& a) { a.order_total += 1; },
  };
  for (std::size_t i = 0; i < tamper.size(); ++i) {
    auto changed = answer;
    tamper[i](changed);
    EXPECT_NE(violation(plan, question, changed), "") << "mutation " << i;
  }
}

}  // namespace
}  // namespace corridor
