#include "report/figures.h"

#include <gtest/gtest.h>

namespace corridor::report {
namespace {

Capacity teu(std::int64_t amount) { return Capacity::of_parts(amount); }

TEST(PercentUsed, SaysHundredOnlyWhereItIsFull) {
  EXPECT_EQ(percent_used(teu(1000), teu(1000)), "100 %");
  EXPECT_EQ(percent_used(teu(999), teu(1000)), "99 %");
  EXPECT_EQ(percent_used(teu(1), teu(1000)), "<1 %");
  EXPECT_EQ(percent_used(teu(0), teu(1000)), "0 %");
  EXPECT_EQ(percent_used(teu(5), Limit()), "–");
}

TEST(Utilisation, IsRoundedHalfUpToThousandthsOfAPercent) {
  EXPECT_EQ(utilisation(teu(1), teu(3)), 33'333);
  EXPECT_EQ(utilisation(teu(2), teu(3)), 66'667);
  EXPECT_EQ(utilisation(teu(kMaxParts), teu(kMaxParts)), 100'000);
  EXPECT_EQ(utilisation(teu(5), Limit()), 0);
}

TEST(ChangeText, TellsDirectionAndSize) {
  EXPECT_EQ(change_text(100, 100), "=");
  EXPECT_EQ(change_text(100, 112), "+12 %");
  EXPECT_EQ(change_text(100, 97), "−3 %");
  EXPECT_EQ(change_text(100'000, 100'001), "+<1 %");
  EXPECT_EQ(change_text(0, 5), "new");
  EXPECT_EQ(change_text(5, 0), "−100 %");
  EXPECT_EQ(change_text(100, 1'200), "x12");
}

TEST(FiguresForPeople, AreGroupedAndRounded) {
  EXPECT_EQ(text_of(teu(1'234'567)), "1,234,567");
  EXPECT_EQ(text_of(Limit()), "unlimited");
  EXPECT_EQ(days(Duration::of_parts(36'000)), "1.5");
  EXPECT_EQ(days(Duration::of_parts(1'200)), "0.1");  // half of a tenth of a day goes up
  EXPECT_EQ(kilometres(Length::of_parts(1'499'500)), "1,500");
  EXPECT_EQ(tonnes(Emissions::of_parts(1'234'567)), "1.23");
}

TEST(Counted, AddsAnSExceptForOne) {
  EXPECT_EQ(counted(0, "link"), "0 links");
  EXPECT_EQ(counted(1, "link"), "1 link");
  EXPECT_EQ(counted(2, "link"), "2 links");
}

}  // namespace
}  // namespace corridor::report
