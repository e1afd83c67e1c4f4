#include "corridor/base/decimal.h"

#include <algorithm>

#include "corridor/base/int128.h"

namespace corridor {
namespace {

constexpr int kMaxDigits = 18;  // 10^18 < 2^63

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number of digits that a text starts with.
std::size_t count_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

/// Decimals that `parts_per_unit` gives room for: 1000 has 3.
int places_of(std::int64_t parts_per_unit) {
  int places = 0;
  for (auto rest = parts_per_unit; rest > 1; rest /= 10) ++places;
  return places;
}

/// Digits with at least `width` characters, zeros in front.
std::string padded(std::uint64_t number, int width) {
  auto text = std::to_string(number);
  auto const wanted = static_cast<std::size_t>(width);
  if (text.size() < wanted) text.insert(0, wanted - text.size(), '0');
  return text;
}

std::uint64_t magnitude(std::int64_t value) {
  auto const bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool const negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  auto const whole = count_digits(text);
  if (whole == 0 || (whole > 1 && text[0] == '0')) return std::nullopt;
  std::size_t places = 0;
  if (whole < text.size()) {
    if (text[whole] != '.') return std::nullopt;
    places = count_digits(text.substr(whole + 1));
    if (places == 0 || whole + 1 + places != text.size()) return std::nullopt;
  }
  if (whole + places > kMaxDigits) return std::nullopt;
  Decimal result;
  for (char const c : text) {
    if (c != '.') result.digits = result.digits * 10 + (c - '0');
  }
  if (negative) result.digits = -result.digits;
  result.places = static_cast<int>(places);
  return result;
}

std::string format_parts(std::int64_t parts, std::int64_t parts_per_unit) {
  auto const per_unit = static_cast<std::uint64_t>(parts_per_unit);
  auto const amount = magnitude(parts);
  auto text = std::string(parts < 0 ? "-" : "") + std::to_string(amount / per_unit);
  auto fraction = padded(amount % per_unit, places_of(parts_per_unit));
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  if (parts_per_unit > 1 && !fraction.empty()) text += "." + fraction;
  return text;
}

std::string format_grouped(std::int64_t parts, std::int64_t parts_per_unit, int places) {
  auto const scale = power_of_ten(places);
  auto const scaled = Int128{magnitude(parts)} * scale;
  auto const rounded =
      static_cast<std::uint64_t>((2 * scaled + parts_per_unit) / (2 * Int128{parts_per_unit}));
  auto const unsigned_scale = static_cast<std::uint64_t>(scale);
  auto text = std::to_string(rounded / unsigned_scale);
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), ",");
  }
  if (places > 0) text += "." + padded(rounded % unsigned_scale, places);
  return parts < 0 && rounded != 0 ? "-" + text : text;
}

std::string format_whole(Int128 number) {
  std::string digits;
  bool const negative = number < 0;
  do {
    auto const digit = static_cast<int>(number % 10);
    digits += static_cast<char>('0' + (negative ? -digit : digit));
    number /= 10;
  } while (number != 0);
  if (negative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::optional<Int128> parse_whole(std::string_view text) {
  constexpr std::size_t kMostDigits = 38;
  bool const negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > kMostDigits) return std::nullopt;
  if (text.front() == '0' && (negative || text.size() > 1)) return std::nullopt;
  Int128 number = 0;
  for (char const c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return negative ? -number : number;
}

}  // namespace corridor
