#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corridor/base/int128.h"
#include "corridor/export.h"

namespace corridor {

/// numerator / denominator, reduced, denominator > 0.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  bool operator==(const Fraction&) const = default;
};

/// A number as people write it: `312.8` is digits 3128 with 1 place. Never a binary fraction.
struct Decimal {
  std::int64_t digits = 0;
  int places = 0;

  /// Reads the contract's grammar: `-?(0|[1-9][0-9]*)(\.[0-9]+)?`, the whole text, no exponent, no
  /// leading zero, no sign '+', independent of the locale. Empty when the text is something else or
  /// has more than 18 digits.
  CORRIDOR_EXPORT static std::optional<Decimal> parse(std::string_view text);
  bool operator==(const Decimal&) const = default;
};

/// `parts` thousandths and the like as decimal text without trailing zeros: format_parts(312800,
/// 1000) is "312.8". Locale-free. `parts_per_unit` is a power of ten.
CORRIDOR_EXPORT std::string format_parts(std::int64_t parts, std::int64_t parts_per_unit);

/// The same with the thousands grouped by commas, rounded half up to `places` decimals, for
/// people: format_grouped(1234567, 1, 0) is "1,234,567".
CORRIDOR_EXPORT std::string format_grouped(std::int64_t parts, std::int64_t parts_per_unit,
                                           int places);

/// A whole number as decimal digits, and back: an optional '-', no leading zero, nothing else.
/// Empty beyond 38 digits, which all fit.
CORRIDOR_EXPORT std::string format_whole(Int128 number);
CORRIDOR_EXPORT std::optional<Int128> parse_whole(std::string_view text);

}  // namespace corridor
