#pragma once

#include <compare>
#include <cstdint>

#include "corridor/base/decimal.h"
#include "corridor/base/int128.h"

namespace corridor {

/// By value, exactly.
constexpr std::strong_ordering operator<=>(Fraction a, Fraction b) {
  auto const left = Int128{a.numerator} * b.denominator;
  auto const right = Int128{b.numerator} * a.denominator;
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

}  // namespace corridor
