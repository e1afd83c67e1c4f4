#include "corridor/analysis/sweep.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "corridor/analysis/sweep_summary.h"
#include "support/draw.h"

namespace corridor {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Two ways from a to c; the line over b is slower and wider.
Network two_ways() {
  return test::draw(R"(
    a --direct: 100 TEU/year, 5 h, #short-- c
    a --first: 300 TEU/year, 10 h-- b
    b --last.leg: 200 TEU/year, 10 h-- c
    b: passage 2 h, 250 TEU/year
  )");
}

Variation varied(Network const& network, std::string const& path, std::string const& values) {
  auto read = read_variation(network, Text(path), Text(values));
  if (!read) throw std::invalid_argument(read.error().front().message);
  return std::move(read).value();
}

/// What is wrong with a variation, with its hint.
std::string problem(std::string const& path, std::string const& values) {
  auto const read = read_variation(two_ways(), Text(path), Text(values));
  if (read) return "";
  auto const& error = read.error().front();
  return error.message + (error.hint.empty() ? "" : " | " + error.hint);
}

std::vector<std::string> texts(std::string const& path, std::string const& values) {
  auto const network = two_ways();
  auto const plan = plan_grid(network, {varied(network, path, values)}).value();
  std::vector<std::string> result;
  for (std::uint64_t i = 0; i < plan.count; ++i) {
    result.push_back(text_of(plan.variations[0], values_of(plan, i)[0]));
  }
  return result;
}

Sweep sweep_of(Network const& network, SweepPlan plan) {
  return {network, test::ask(network, "a", "c"), std::move(plan), *find_objective("time")};
}

std::vector<std::int64_t> throughputs(Sweep const& sweep) {
  std::vector<std::int64_t> result;
  for (auto const& row : sweep.answer({0, sweep.plan().count})) {
    result.push_back(row.throughput.parts());
  }
  return result;
}

// ---- values -------------------------------------------------------------------------------------

TEST(SweepValues, OfARangeAreEvenlySpacedAndExact) {
  EXPECT_THAT(texts("links.direct.capacity", "1..5/9"),
              ElementsAre("1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"));
  EXPECT_THAT(texts("links.direct.capacity", "1..2/4"), ElementsAre("1", "4/3", "5/3", "2"));
  EXPECT_THAT(texts("links.direct.capacity", "2..1/3"), ElementsAre("2", "1.5", "1"));
  EXPECT_THAT(texts("links.direct.capacity", "80..120 %/3"), ElementsAre("0.8", "1", "1.2"));
}

TEST(SweepValues, WithAUnitAreQuantities) {
  EXPECT_THAT(texts("links.direct.capacity", "100000..200000 TEU/year/3"),
              ElementsAre("100000", "150000", "200000"));
  EXPECT_THAT(texts("links.direct.capacity", "100..200 TEU/year /3"),
              ElementsAre("100", "150", "200"));
  EXPECT_THAT(texts("links.direct.time", "1,2.5 h"), ElementsAre("1", "2.5"));
  EXPECT_THAT(texts("links.direct.time", "1 day,30 h"), ElementsAre("24", "30"));
  EXPECT_THAT(texts("links.direct.capacity", "7 TEU/year,unlimited"),
              ElementsAre("7", "unlimited"));
}

TEST(SweepValues, OfAStatusAreOpenAndClosed) {
  EXPECT_THAT(texts("links.direct.status", "open,closed"), ElementsAre("open", "closed"));
  EXPECT_EQ(problem("links.direct.status", "shut"),
            "'shut' is not a status to sweep over | open or closed");
  EXPECT_EQ(problem("passages.b.status", "open"), "only links have a status");
}

TEST(SweepValues, ThatMakeNoSenseAreRefusedWithTheReason) {
  EXPECT_THAT(problem("links.direct.capacity", "1..5"), HasSubstr("does not say how many"));
  EXPECT_THAT(problem("links.direct.capacity", "1..5/1"), HasSubstr("is not 2 to 1,000,000"));
  EXPECT_THAT(problem("links.direct.capacity", "1..5/9999999"), HasSubstr("is not 2 to"));
  EXPECT_THAT(problem("links.direct.capacity", "1..1/3"), HasSubstr("starts where it ends"));
  EXPECT_THAT(problem("links.direct.capacity", "-1,1"), HasSubstr("'-1' is not a value"));
  EXPECT_THAT(problem("links.direct.capacity", "1,,2"), HasSubstr("'' is not a value"));
  EXPECT_THAT(problem("links.direct.capacity", "1,2,1"), HasSubstr("names '1' more than once"));
  EXPECT_THAT(problem("links.direct.capacity", "2,3 %,unlimited"), HasSubstr("mixes factors"));
  EXPECT_THAT(problem("links.direct.capacity", "5 h"), HasSubstr("'h' is a unit of time"));
  EXPECT_THAT(problem("links.direct.capacity", "uniform(1)"), HasSubstr("number of parameters"));
  EXPECT_THAT(problem("links.direct.capacity", "uniform(2,1)"), HasSubstr("out of order"));
  EXPECT_THAT(problem("links.direct.capacity", "unifrom(1,2)"),
              HasSubstr("did you mean 'uniform'"));
  EXPECT_THAT(problem("links.direct.capacity", "uniform(1,1.2345)"), HasSubstr("three decimals"));
  EXPECT_THAT(problem("links.direct.capacity", "uniform(1,2"), HasSubstr("closing parenthesis"));
}

TEST(SweepPaths, NameKindIdAndField) {
  EXPECT_EQ(problem("links.last.leg.capacity", "1,2"), "");  // an id with a dot
  EXPECT_EQ(problem("links.direct,first.capacity", "1,2"), "");
  EXPECT_EQ(problem("corridors.short.time", "1,2"), "");
  EXPECT_THAT(problem("link.direct.capacity", "1"), HasSubstr("did you mean 'links'"));
  EXPECT_THAT(problem("links.drect.capacity", "1"), HasSubstr("did you mean 'direct'"));
  EXPECT_THAT(problem("links.direct.capacty", "1"), HasSubstr("did you mean 'capacity'"));
  EXPECT_THAT(problem("links.direct", "1"), HasSubstr("is no KIND.ID.FIELD"));
  EXPECT_THAT(problem("passages.a.capacity", "1"), HasSubstr("node 'a' has no passage"));
  EXPECT_THAT(problem("passages.b.length", "1"), HasSubstr("only links have a length"));
  EXPECT_THAT(problem("transfers.b:x>y.time", "1"), HasSubstr("no transfer 'b:x>y'"));
  EXPECT_THAT(problem("modes.rail_1436.time", "1"), HasSubstr("did you mean 'rail_1435'"));
}

// ---- plans --------------------------------------------------------------------------------------

TEST(SweepPlans, CountTheGridWithTheFirstVariationSlowest) {
  auto const network = two_ways();
  auto const plan = plan_grid(network, {varied(network, "links.direct.capacity", "1,2"),
                                        varied(network, "links.first.capacity", "3,4,5")})
                        .value();
  ASSERT_EQ(plan.count, 6U);
  std::string seen;
  for (std::uint64_t i = 0; i < plan.count; ++i) {
    auto const values = values_of(plan, i);
    seen += text_of(plan.variations[0], values[0]) + text_of(plan.variations[1], values[1]) + " ";
  }
  EXPECT_EQ(seen, "13 14 15 23 24 25 ");
}

TEST(SweepPlans, RefuseWhatIsTooLargeDrawnOrVariedTwice) {
  auto const network = two_ways();
  auto const huge = varied(network, "links.direct.capacity", "1..2/100000");
  auto const also = varied(network, "links.first.capacity", "1..2/100000");
  EXPECT_THAT(plan_grid(network, {huge, also}).error().front().message,
              HasSubstr("more than 1,000,000,000"));
  EXPECT_THAT(plan_grid(network, {huge, huge}).error().front().message, HasSubstr("more than"));
  auto const one = varied(network, "links.direct.capacity", "1,2");
  EXPECT_THAT(plan_grid(network, {one, one}).error().front().message, HasSubstr("varied twice"));
  auto const drawn = varied(network, "links.direct.capacity", "uniform(0.5,1)");
  EXPECT_THAT(plan_grid(network, {drawn}).error().front().hint, HasSubstr("--sample"));
  EXPECT_THAT(plan_sample(network, {drawn}, kMaxScenarios + 1, 1).error().front().message,
              HasSubstr("more than 1,000,000,000"));
  auto const far = varied(network, "links.direct.capacity", "1,100000000000");
  EXPECT_THAT(plan_grid(network, {far}).error().front().message,
              HasSubstr("beyond the amounts that are kept"));
}

TEST(SweepPlans, DrawTheSameOnEveryMachine) {
  auto const network = two_ways();
  auto const plan = plan_sample(network,
                                {varied(network, "links.direct.capacity", "uniform(0.8,1.2)"),
                                 varied(network, "links.first.capacity", "triangular(0.7,1,1.3)"),
                                 varied(network, "links.last.leg.capacity", "normal(1,0.1)"),
                                 varied(network, "links.direct.time", "uniform(10,20) h")},
                                1000, 7)
                        .value();
  std::string seen;
  for (std::uint64_t i = 0; i < 3; ++i) {
    auto const values = values_of(plan, i);
    for (std::size_t v = 0; v < values.size(); ++v) {
      seen += text_of(plan.variations[v], values[v]) + " ";
    }
  }
  EXPECT_EQ(seen, "0.868 0.992 1.189 15.311 0.988 1.005 1.041 17.183 0.913 1.019 1.014 17.238 ");
}

TEST(SweepPlans, DrawWithinTheirBoundsAndAroundTheirMeans) {
  auto const network = two_ways();
  auto const mean_of = [&](std::string const& values, std::int64_t least, std::int64_t most) {
    constexpr std::uint64_t kCount = 20'000;
    auto const plan =
        plan_sample(network, {varied(network, "links.direct.capacity", values)}, kCount, 1).value();
    std::int64_t sum = 0;
    for (std::uint64_t i = 0; i < kCount; ++i) {
      auto const number = values_of(plan, i)[0].number;
      auto const thousandths = number.numerator * 1000 / number.denominator;
      EXPECT_GE(thousandths, least);
      EXPECT_LE(thousandths, most);
      sum += thousandths;
    }
    return sum / static_cast<std::int64_t>(kCount);
  };
  EXPECT_NEAR(static_cast<double>(mean_of("uniform(0.5,1.5)", 500, 1500)), 1000, 10);
  EXPECT_NEAR(static_cast<double>(mean_of("triangular(0.1,0.2,3)", 100, 3000)), 1100, 15);
  EXPECT_NEAR(static_cast<double>(mean_of("normal(1,0.1)", 0, 2200)), 1000, 5);
}

TEST(SweepPlans, OfATableTakeEveryRowAndReportEveryWrongCell) {
  auto const network = two_ways();
  std::vector<std::vector<Text>> const rows{
      {"links.direct.capacity", "links.first.status"}, {"1.5", "closed"}, {"", "open"}};
  auto const plan = plan_table(network, rows).value();
  ASSERT_EQ(plan.count, 2U);
  EXPECT_EQ(text_of(plan.variations[0], values_of(plan, 0)[0]), "1.5");
  EXPECT_EQ(values_of(plan, 1)[0].kind, SweepValue::Kind::keep);
  EXPECT_THAT(throughputs(sweep_of(network, plan)), ElementsAre(150, 300));

  auto const wrong = plan_table(network, {{"links.direct.capacity", "links.first.status"},
                                          {"x", "shut"},
                                          {"2", "open"},
                                          {"3 TEU/year", "open"}});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().size(), 3U);
}

// ---- answers ------------------------------------------------------------------------------------

TEST(Sweeps, AnswerThroughputBottleneckAndRouteOfEachScenario) {
  auto const network = two_ways();
  auto const sweep = sweep_of(
      network, plan_grid(network, {varied(network, "links.direct.capacity", "0,1,5")}).value());
  auto const rows = sweep.answer({0, 3});
  EXPECT_EQ(rows[0].throughput.parts(), 200);
  EXPECT_EQ(rows[0].totals.time.parts(), 22'000);  // the direct line is gone
  EXPECT_EQ(rows[1].throughput.parts(), 300);
  EXPECT_EQ(rows[1].totals.time.parts(), 5'000);
  EXPECT_EQ(rows[2].throughput.parts(), 700);
  EXPECT_EQ(rows[1].bottleneck->size(), 2U);
  for (auto const& row : rows) EXPECT_TRUE(same_answer(row, sweep.solve(row.scenario)));
}

TEST(Sweeps, OpenWhatIsClosedAndTellWhyNothingFlows) {
  auto const network = test::draw("a --only: 100 TEU/year, closed-- c");
  auto const sweep = sweep_of(
      network, plan_grid(network, {varied(network, "links.only.status", "open,closed")}).value());
  auto const rows = sweep.answer({0, 2});
  EXPECT_EQ(rows[0].throughput.parts(), 100);
  EXPECT_EQ(rows[1].throughput.parts(), 0);
  EXPECT_THAT(rows[1].route->reason, HasSubstr("only"));
  EXPECT_TRUE(rows[1].bottleneck->empty());
}

TEST(Sweeps, FollowALengthWithWhatComesFromRates) {
  auto spec = test::spec_of("a --only: 100 TEU/year-- c");
  spec.modes.front().speed = Text("100 km/h");
  spec.links.front().element.time.reset();
  spec.links.front().element.length = Text("200 km");
  auto const network = test::build(spec);
  auto const sweep =
      sweep_of(network, plan_grid(network, {varied(network, "links.only.length", "1,2")}).value());
  auto const rows = sweep.answer({0, 2});
  EXPECT_EQ(rows[0].totals.time.parts(), 2'000);
  EXPECT_EQ(rows[1].totals.time.parts(), 4'000);
}

TEST(Sweeps, PassOnWhatStopsAThread) {
  auto const network = two_ways();
  auto const plan = plan_grid(network, {varied(network, "links.direct.capacity", "1..2/5000")});
  auto const sweep = sweep_of(network, plan.value());
  auto const write = [](std::span<SweepRow const> rows) -> std::string {
    if (rows.front().scenario >= 1024) throw std::runtime_error("no more");
    return "";
  };
  auto const take = [](std::span<SweepRow const>, std::string const&) { return true; };
  for (unsigned const threads : {1U, 3U}) {
    EXPECT_THROW(sweep.answer({0, 5000}, threads, write, take), std::runtime_error);
  }
}

TEST(Sweeps, EndEarlyWhenNobodyTakesTheRows) {
  auto const network = two_ways();
  auto const plan = plan_grid(network, {varied(network, "links.direct.capacity", "1..2/5000")});
  auto const sweep = sweep_of(network, plan.value());
  for (unsigned const threads : {1U, 3U}) {
    int batches = 0;
    sweep.answer(
        {0, 5000}, threads, [](auto) { return std::string(); },
        [&](std::span<SweepRow const>, std::string const&) { return ++batches < 2; });
    EXPECT_EQ(batches, 2);
  }
}

TEST(Sweeps, HaveAFingerprintOfEverythingThatRowsDependOn) {
  auto const network = two_ways();
  auto const print = [&](std::string const& values, std::uint64_t seed) {
    auto plan =
        plan_sample(network, {varied(network, "links.direct.capacity", values)}, 10, seed).value();
    return sweep_of(network, std::move(plan)).fingerprint();
  };
  EXPECT_EQ(print("1,2", 1), print("1,2", 1));
  EXPECT_NE(print("1,2", 1), print("1,3", 1));
  EXPECT_NE(print("1,2", 1), print("1,2", 2));
}

TEST(SweepShards, AreThePlanInOrder) {
  SweepPlan plan;
  plan.count = 10;
  std::uint64_t next = 0;
  for (std::uint64_t i = 1; i <= 3; ++i) {
    auto const part = shard_of(plan, i, 3);
    EXPECT_EQ(part.first, next);
    next = part.last;
  }
  EXPECT_EQ(next, 10U);
}

// ---- summaries ----------------------------------------------------------------------------------

TEST(SweepSummaries, HaveOrderStatisticsSharesAndSwings) {
  auto const network = two_ways();
  auto const plan = plan_grid(network, {varied(network, "links.first.capacity", "1,2"),
                                        varied(network, "links.direct.capacity", "1,2,3,4")})
                        .value();
  auto const sweep = sweep_of(network, plan);
  SweepTally tally(plan);
  for (auto const& row : sweep.answer({0, plan.count})) {
    tally.add(row.values, row.throughput, row.bottleneck->size() == 2 ? "both" : "other");
  }
  auto const summary = tally.summary();
  EXPECT_EQ(summary.scenarios, 8U);
  EXPECT_EQ(summary.quantiles[0].throughput->parts(), 300);
  EXPECT_EQ(summary.quantiles[3].throughput->parts(), 400);  // the fourth of eight
  EXPECT_EQ(summary.quantiles[6].throughput->parts(), 600);
  ASSERT_EQ(summary.bottlenecks.size(), 1U);
  EXPECT_EQ(summary.bottlenecks[0].scenarios, 8U);
  ASSERT_EQ(summary.swings.size(), 2U);
  EXPECT_EQ(summary.swings[0].variation, 1U);  // the direct line moves it, the first leg does not
  EXPECT_EQ(summary.swings[0].width(), 300);
  EXPECT_EQ(summary.swings[1].width(), 0);
}

TEST(SweepSummaries, CountScenariosWithoutLimitAsTheLargest) {
  SweepTally tally{SweepPlan{}};
  tally.add({}, Capacity::of_parts(5), "x");
  tally.add({}, std::nullopt, "");
  auto const summary = tally.summary();
  EXPECT_EQ(summary.unbounded, 1U);
  EXPECT_EQ(summary.quantiles[3].throughput->parts(), 5);
  EXPECT_FALSE(summary.quantiles[6].throughput.has_value());
}

}  // namespace
}  // namespace corridor
