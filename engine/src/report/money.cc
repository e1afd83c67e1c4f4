#include "report/money.h"

#include "corridor/base/decimal.h"

namespace corridor::report {
namespace {

constexpr std::int64_t kParts = ExpansionCost::kPartsPerUnit;

/// Above this a USD more or less is noise.
constexpr Money kInMillions = Money{1'000'000} * kParts;

Int128 rounded(Int128 numerator, Int128 denominator) {
  auto const twice = 2 * numerator + denominator;
  auto const quotient = twice / (2 * denominator);
  return twice < 0 && twice % (2 * denominator) != 0 ? quotient - 1 : quotient;
}

/// Thousands grouped; what does not fit 64 bits stays ungrouped.
std::string grouped(Int128 whole, std::int64_t parts, int places) {
  if (whole > INT64_MAX || whole < -Int128{INT64_MAX}) return format_whole(whole / parts);
  return format_grouped(static_cast<std::int64_t>(whole), parts, places);
}

}  // namespace

std::string exact(Money money) {
  auto text = format_whole(money / kParts);
  auto fraction = static_cast<std::int64_t>(money % kParts);
  if (fraction == 0) return text;
  auto const decimals = format_parts(fraction, kParts);  // "0.5"
  return text + decimals.substr(1);
}

std::string money_text(Money money) {
  if (money < kInMillions) return grouped(rounded(money, kParts), 1, 0) + " USD";
  auto const tenths = rounded(money, kInMillions / 10);
  bool const whole = tenths % 10 == 0;
  return grouped(tenths, 10, whole ? 0 : 1) + " MUSD";
}

std::string money_text(Capital capital) { return money_text(Money{capital.parts()} * kParts); }

std::string exact(ExpansionCost price) { return format_parts(price.parts(), kParts); }

std::string price_text(ExpansionCost price) {
  return format_grouped(price.parts(), kParts, price.parts() % kParts == 0 ? 0 : 1);
}

std::string exact(Rational const& number) {
  auto text = format_whole(number.numerator);
  if (number.denominator != 1) text += "/" + format_whole(number.denominator);
  return text;
}

std::string rounded_text(Rational const& number) {
  return grouped(rounded(number.numerator, number.denominator), 1, 0);
}

}  // namespace corridor::report
