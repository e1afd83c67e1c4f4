#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corridor/base/int128.h"

namespace corridor::test {

/// An exact fraction with a positive denominator: the tests' own arithmetic, so that a mistake in
/// the library's conversions cannot agree with itself.
struct Ratio {
  Int128 numerator = 0;
  Int128 denominator = 1;

  friend Ratio operator*(Ratio a, Ratio b) {
    return {a.numerator * b.numerator, a.denominator * b.denominator};
  }
  /// `b` > 0.
  friend Ratio operator/(Ratio a, Ratio b) {
    return {a.numerator * b.denominator, a.denominator * b.numerator};
  }
  friend Ratio operator-(Ratio a, Ratio b) {
    return {a.numerator * b.denominator - b.numerator * a.denominator,
            a.denominator * b.denominator};
  }
  friend bool operator<=(Ratio a, Ratio b) {
    return a.numerator * b.denominator <= b.numerator * a.denominator;
  }
  friend bool operator==(Ratio a, Ratio b) { return a <= b && b <= a; }
};

/// "312.8" as 3128/10; throws std::runtime_error for anything that is not a plain decimal.
Ratio decimal(std::string_view text);
std::int64_t rounded_down(Ratio ratio);
std::int64_t rounded_half_up(Ratio ratio);
/// Decimal text with the thousands grouped: "1,234.5".
std::string text_of(Ratio ratio, int places);

}  // namespace corridor::test
