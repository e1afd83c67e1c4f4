#include "corridor/base/units.h"

#include <gtest/gtest.h>

#include <set>

#include "base/exact.h"
#include "corridor/base/quantity.h"

namespace corridor {
namespace {

Assumptions const kAssumptions{.teu_per_train = Decimal{82, 0},
                               .tonnes_per_teu = Decimal{11, 0},
                               .operating_days = Decimal{347, 0}};

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

Converted convert(std::string_view amount, std::string_view unit, Fraction share = {1, 1}) {
  return to_parts(number(amount), *find_unit(unit), kAssumptions, share);
}

TEST(Units, KnowsEveryUnitOfTheContractOnce) {
  std::set<std::string_view> names;
  for (auto const& unit : units()) EXPECT_TRUE(names.insert(unit.name).second) << unit.name;
  for (auto const* name : {"km",
                           "m",
                           "nmi",
                           "min",
                           "h",
                           "day",
                           "km/h",
                           "km/day",
                           "kn",
                           "USD/TEU",
                           "USD/FEU",
                           "USD/t",
                           "USD/TEU/km",
                           "USD/FEU/km",
                           "USD/t/km",
                           "g/TEU",
                           "kg/TEU",
                           "t/TEU",
                           "g/TEU/km",
                           "kg/TEU/km",
                           "g/t/km",
                           "departures/week",
                           "departures/day",
                           "departures/year",
                           "TEU/year",
                           "TEU/day",
                           "FEU/year",
                           "trains/day",
                           "train_pairs/day",
                           "t/year",
                           "Mt/year",
                           "%",
                           "USD/TEU/day",
                           "USD",
                           "kUSD",
                           "MUSD",
                           "bnUSD",
                           "USD per TEU/year"}) {
    EXPECT_EQ(names.erase(name), 1U) << name;
  }
  EXPECT_TRUE(names.empty());
  EXPECT_EQ(find_unit("KM"), nullptr);
}

TEST(Units, ConvertsToWhatIsKept) {
  EXPECT_EQ(convert("836", "km").parts, 836'000);
  EXPECT_EQ(convert("2.5", "nmi").parts, 4630);
  EXPECT_EQ(convert("9.5", "h").parts, 9500);
  EXPECT_EQ(convert("2", "day").parts, 48'000);
  EXPECT_EQ(convert("165", "USD/TEU").parts, 165'000);
  EXPECT_EQ(convert("165", "USD/FEU").parts, 82'500);
  EXPECT_EQ(convert("2", "USD/t").parts, 22'000);
  EXPECT_EQ(convert("1.5", "kg/TEU").parts, 1500);
  EXPECT_EQ(convert("0.25", "t/TEU").parts, 250'000);
  EXPECT_EQ(convert("100", "FEU/year").parts, 200);
  EXPECT_EQ(convert("10", "TEU/day").parts, 3470);
  EXPECT_EQ(convert("30", "trains/day").parts, 30 * 82 * 347);
  EXPECT_EQ(convert("12", "train_pairs/day").parts, 12 * 82 * 347);
}

TEST(Units, RoundsConvertedValuesOnceHalfUp) {
  EXPECT_EQ(convert("20", "min").parts, 333);
  EXPECT_EQ(convert("40", "min").parts, 667);
  EXPECT_EQ(convert("0.03", "min").parts, 1) << "exactly half a thousandth of an hour";
}

TEST(Units, RoundsCapacitiesDownOnceAtTheEnd) {
  EXPECT_EQ(convert("20", "Mt/year").parts, 1'818'181);
  EXPECT_EQ(convert("20", "Mt/year", {2, 5}).parts, 727'272) << "8,000,000 / 11 = 727,272.7";
  EXPECT_EQ(convert("100", "TEU/year", {29, 100}).parts, 29);
  EXPECT_EQ(convert("12", "train_pairs/day", {27, 100}).parts, 92'190);
}

TEST(Units, RefusesMorePrecisionThanIsKept) {
  EXPECT_EQ(convert("9.5001", "h").error, ConversionError::too_precise);
  EXPECT_EQ(convert("0.5", "m").error, ConversionError::too_precise);
  EXPECT_EQ(convert("0.5", "TEU/year").error, ConversionError::too_precise);
  EXPECT_EQ(convert("0.5", "g/TEU").error, ConversionError::too_precise);
  EXPECT_EQ(convert("9.5000", "h").error, ConversionError::none) << "nothing is lost";
  EXPECT_EQ(convert("0.00001", "day").error, ConversionError::none) << "converted, so rounded";
}

TEST(Units, RefusesAmountsBeyondTheCap) {
  EXPECT_EQ(convert("1000000000", "km").parts, kMaxParts);
  EXPECT_EQ(convert("1000000000.001", "km").error, ConversionError::out_of_range);
  EXPECT_EQ(convert("999999999999999999", "Mt/year").error, ConversionError::out_of_range);
  EXPECT_EQ(convert("-1", "km").error, ConversionError::negative);
}

TEST(Units, NamesTheAssumptionThatIsMissing) {
  auto const converted = to_parts(number("1"), *find_unit("t/year"), Assumptions{});
  EXPECT_EQ(converted.error, ConversionError::missing_assumption);
  EXPECT_EQ(converted.missing, "tonnes_per_teu");
  EXPECT_EQ(to_rate(number("1"), *find_unit("USD/t/km"), {}).missing, "tonnes_per_teu");
}

TEST(Units, GivesExactRates) {
  auto const rate = [](std::string_view amount, std::string_view unit) {
    return to_rate(number(amount), *find_unit(unit), kAssumptions).per_metre;
  };
  EXPECT_EQ(rate("1000", "km/day"), (Fraction{3, 125}));
  EXPECT_EQ(rate("80", "km/h"), (Fraction{1, 80}));
  EXPECT_EQ(rate("12", "kn"), (Fraction{125, 2778}));
  EXPECT_EQ(rate("0.28", "USD/TEU/km"), (Fraction{7, 25}));
  EXPECT_EQ(rate("0.28", "USD/FEU/km"), (Fraction{7, 50}));
  EXPECT_EQ(rate("0.01", "USD/t/km"), (Fraction{11, 100}));
  EXPECT_EQ(rate("130", "g/TEU/km"), (Fraction{13, 100}));
  EXPECT_EQ(rate("10", "g/t/km"), (Fraction{11, 100}));
  EXPECT_EQ(to_rate(number("0"), *find_unit("kn"), {}).error, ConversionError::out_of_range);
  EXPECT_EQ(to_rate(number("-1"), *find_unit("kn"), {}).error, ConversionError::negative);
}

TEST(Units, MultipliesRatesByLengthsHalfUp) {
  EXPECT_EQ(multiply_rounded(836'000, {3, 125}), 20'064);
  EXPECT_EQ(multiply_rounded(1, {1, 2}), 1);
  EXPECT_EQ(multiply_rounded(1, {49, 100}), 0);
  EXPECT_EQ(multiply_rounded(kMaxParts, {1, 1}), kMaxParts);
  EXPECT_EQ(multiply_rounded(kMaxParts, {2, 1}), std::nullopt);
  EXPECT_EQ(multiply_rounded(INT64_MAX, {INT64_MAX, 1}), std::nullopt);
}

TEST(Exact, RoundsNegativeValuesTowardsTheRightSide) {
  EXPECT_EQ(floor_of({-5, 2}), -3);
  EXPECT_EQ(round_half_up({-5, 2}), -2);
  EXPECT_EQ(round_half_up({-8, 3}), -3);
  EXPECT_EQ(floor_of({7, 2}), 3);
}

TEST(Exact, ReportsOverflowInsteadOfWrapping) {
  auto const huge = std::optional<Exact>(Exact{Int128{INT64_MAX} * INT64_MAX, 1});
  EXPECT_FALSE(multiply(huge, huge));
  EXPECT_TRUE(multiply(huge, Exact{1, Int128{INT64_MAX} * INT64_MAX})) << "reduced before it grows";
  EXPECT_FALSE(narrow(huge));
  auto const zero = multiply(Exact{0, 1}, Exact{1, Int128{INT64_MAX} * INT64_MAX});
  ASSERT_TRUE(zero);
  EXPECT_EQ(narrow(zero), (Fraction{0, 1}));
}

}  // namespace
}  // namespace corridor
