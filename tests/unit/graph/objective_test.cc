#include "corridor/graph/objective.h"

#include <gtest/gtest.h>

#include <string>

namespace corridor {
namespace {

Totals totals(std::int64_t metres, std::int64_t time, std::int64_t cost, std::int64_t grams) {
  return {Length::of_parts(metres), Duration::of_parts(time), Cost::of_parts(cost),
          Emissions::of_parts(grams)};
}

TEST(Objective, TableHasTheContractsFiveInOrder) {
  std::string names;
  for (Objective const& objective : objectives()) names += std::string(objective.name) + " ";
  EXPECT_EQ(names, "time cost length emissions generalised ");
}

TEST(Objective, IsFoundByItsName) {
  for (Objective const& objective : objectives()) {
    EXPECT_EQ(find_objective(objective.name), &objective);
  }
  EXPECT_EQ(find_objective("speed"), nullptr);
}

TEST(Objective, ReadsItsOwnFigure) {
  Totals const all = totals(1, 20, 300, 4000);
  ValueOfTime const none;
  EXPECT_TRUE(find_objective("length")->amount(all, none) == 1);
  EXPECT_TRUE(find_objective("time")->amount(all, none) == 20);
  EXPECT_TRUE(find_objective("cost")->amount(all, none) == 300);
  EXPECT_TRUE(find_objective("emissions")->amount(all, none) == 4000);
}

TEST(Generalised, AddsADayAtTheValueOfADay) {
  // 100 USD and 48 h at 75 USD a day are 250 USD.
  Totals const trip = totals(0, 48'000, 100'000, 0);
  EXPECT_EQ(generalised_rounded(trip, ValueOfTime::of_parts(75'000)), Cost::of_parts(250'000));
  EXPECT_TRUE(generalised(trip, ValueOfTime::of_parts(75'000)) == Int128{250'000} * 24'000);
}

TEST(Generalised, RoundsHalfUp) {
  ValueOfTime const value = ValueOfTime::of_parts(1);
  EXPECT_EQ(generalised_rounded(totals(0, 11'999, 0, 0), value), Cost::of_parts(0));
  EXPECT_EQ(generalised_rounded(totals(0, 12'000, 0, 0), value), Cost::of_parts(1));
}

TEST(Generalised, DoesNotOverflowAtTheLargestAmounts) {
  Totals const largest = totals(0, kMaxParts, kMaxParts, 0);
  Int128 const expected = Int128{24'000} * kMaxParts + Int128{kMaxParts} * kMaxParts;
  EXPECT_TRUE(generalised(largest, ValueOfTime::of_parts(kMaxParts)) == expected);
}

TEST(Totals, AddByFigure) {
  Totals sum = totals(1, 2, 3, 4);
  sum += totals(10, 20, 30, 40);
  EXPECT_EQ(sum, totals(11, 22, 33, 44));
}

}  // namespace
}  // namespace corridor
