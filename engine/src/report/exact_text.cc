#include "report/exact_text.h"

#include <limits>

namespace corridor::report {
namespace {

constexpr std::int64_t kThousand = 1000;

/// Decimal text without trailing zeros; of amounts beyond 64 bits the whole part.
std::string rounded(Int128 numerator, std::int64_t denominator) {
  auto const whole = numerator / denominator;
  if (whole > std::numeric_limits<std::int64_t>::max() / (2 * kThousand)) {
    return format_whole(whole);
  }
  auto const rest = numerator - whole * denominator;
  auto const parts = (Int128{2} * kThousand * rest + denominator) / (Int128{2} * denominator);
  return format_parts(static_cast<std::int64_t>(whole * kThousand + parts), kThousand);
}

}  // namespace

std::string exact(Fraction number) {
  return exact(ExactThroughput{number.numerator, number.denominator});
}

std::string exact(ExactThroughput amount) {
  auto const numerator = format_whole(amount.numerator);
  return amount.denominator == 1 ? numerator : numerator + "/" + std::to_string(amount.denominator);
}

std::string thousandths(Fraction number) { return rounded(number.numerator, number.denominator); }
std::string thousandths(ExactThroughput amount) {
  return rounded(amount.numerator, amount.denominator);
}

std::string times(Fraction multiplier) { return "x" + thousandths(multiplier); }

std::string text_of(ExactThroughput amount) {
  auto const whole = amount.numerator / amount.denominator;
  if (whole > std::numeric_limits<std::int64_t>::max()) return format_whole(whole);
  return format_grouped(static_cast<std::int64_t>(whole), 1, 0);
}

}  // namespace corridor::report
