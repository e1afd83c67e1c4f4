#include "corridor/base/decimal.h"

#include <gtest/gtest.h>

namespace corridor {
namespace {

TEST(Decimal, ReadsPlainNumbers) {
  EXPECT_EQ(Decimal::parse("312.8"), (Decimal{3128, 1}));
  EXPECT_EQ(Decimal::parse("0"), (Decimal{0, 0}));
  EXPECT_EQ(Decimal::parse("0.05"), (Decimal{5, 2}));
  EXPECT_EQ(Decimal::parse("-20"), (Decimal{-20, 0}));
  EXPECT_EQ(Decimal::parse("999999999999999999"), (Decimal{999999999999999999, 0}));
}

TEST(Decimal, RefusesEveryOtherSpelling) {
  for (auto const* text : {"",
                           "-",
                           "+5",
                           "5.",
                           ".5",
                           "010",
                           "00",
                           "0x10",
                           "1,5",
                           "1_000",
                           "1e3",
                           "inf",
                           "nan",
                           " 5",
                           "5 ",
                           "1.2.3",
                           "--5",
                           "10t",
                           "1000000000000000000",
                           "\xD9\xA3"}) {
    EXPECT_EQ(Decimal::parse(text), std::nullopt) << text;
  }
}

TEST(Decimal, FormatsPartsWithoutTrailingZeros) {
  EXPECT_EQ(format_parts(312800, 1000), "312.8");
  EXPECT_EQ(format_parts(7, 1000), "0.007");
  EXPECT_EQ(format_parts(-1500, 1000), "-1.5");
  EXPECT_EQ(format_parts(42, 1), "42");
  EXPECT_EQ(format_parts(0, 1000), "0");
  EXPECT_EQ(format_parts(INT64_MIN, 1), "-9223372036854775808");
}

TEST(Decimal, ReadsBackWhatItFormats) {
  for (std::int64_t const parts : {0, 1, 10, 999, 1000, 1001, 123456789}) {
    auto const number = Decimal::parse(format_parts(parts, 1000));
    ASSERT_TRUE(number);
    auto scaled = number->digits;
    for (int i = number->places; i < 3; ++i) scaled *= 10;
    EXPECT_EQ(scaled, parts);
  }
}

TEST(Decimal, GroupsThousandsAndRoundsHalfUp) {
  EXPECT_EQ(format_grouped(1234567, 1, 0), "1,234,567");
  EXPECT_EQ(format_grouped(999, 1, 0), "999");
  EXPECT_EQ(format_grouped(1000, 1, 0), "1,000");
  EXPECT_EQ(format_grouped(1449, 1000, 1), "1.4");
  EXPECT_EQ(format_grouped(1450, 1000, 1), "1.5");
  EXPECT_EQ(format_grouped(999500, 1000, 0), "1,000");
  EXPECT_EQ(format_grouped(-1234500, 1000, 1), "-1,234.5");
  EXPECT_EQ(format_grouped(-4, 1000, 0), "0");
}

}  // namespace
}  // namespace corridor
