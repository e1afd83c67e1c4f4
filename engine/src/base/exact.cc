#include "base/exact.h"

#include <limits>
#include <numeric>

namespace corridor {
namespace {

// Not std::numeric_limits<Int128>: it is zero where the compiler's extensions are off.
constexpr Int128 kLargest = ~(Int128{1} << 127);

Int128 absolute(Int128 value) { return value < 0 ? -value : value; }

bool is_narrow(Int128 value) { return absolute(value) <= std::numeric_limits<std::int64_t>::max(); }

// Nearly all figures are narrow, and dividing 128 bits takes ten times as long as 64.
Int128 greatest_common_divisor(Int128 a, Int128 b) {
  if (a == 1 || b == 1) return 1;
  a = absolute(a);
  b = absolute(b);
  while (b != 0) {
    if (is_narrow(a) && is_narrow(b)) {
      return std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
    }
    auto const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Int128 quotient(Int128 value, Int128 divisor) {
  if (divisor == 1) return value;
  if (!is_narrow(value) || !is_narrow(divisor)) return value / divisor;
  return static_cast<std::int64_t>(value) / static_cast<std::int64_t>(divisor);
}

// Not __builtin_mul_overflow: clang's needs a runtime routine that libgcc does not have.
std::optional<Int128> product(Int128 a, Int128 b) {
  bool const fits = is_narrow(a) && is_narrow(b);
  if (!fits && a != 0 && absolute(b) > kLargest / absolute(a)) return std::nullopt;
  return a * b;
}

}  // namespace

std::optional<Exact> multiply(std::optional<Exact> const& a, std::optional<Exact> const& b) {
  if (!a || !b) return std::nullopt;
  // Reduced crosswise first, so that an overflow means that the result itself does not fit.
  auto const left = greatest_common_divisor(a->numerator, b->denominator);
  auto const right = greatest_common_divisor(b->numerator, a->denominator);
  auto const numerator = product(quotient(a->numerator, left), quotient(b->numerator, right));
  auto const denominator = product(quotient(a->denominator, right), quotient(b->denominator, left));
  if (!numerator || !denominator) return std::nullopt;
  return Exact{*numerator, *denominator};
}

std::optional<Exact> divide(std::optional<Exact> const& a, std::optional<Exact> const& b) {
  if (!b) return std::nullopt;
  return multiply(a, Exact{b->denominator, b->numerator});
}

std::optional<Exact> exact(Decimal number) {
  Int128 denominator = 1;
  for (int i = 0; i < number.places; ++i) denominator *= 10;
  auto const common = greatest_common_divisor(number.digits, denominator);
  return Exact{quotient(number.digits, common), quotient(denominator, common)};
}

Int128 floor_of(Exact value) {
  auto const whole = quotient(value.numerator, value.denominator);
  return whole * value.denominator > value.numerator ? whole - 1 : whole;
}

Int128 round_half_up(Exact value) {
  auto const whole = floor_of(value);
  auto const rest = value.numerator - whole * value.denominator;
  return rest >= value.denominator - rest ? whole + 1 : whole;
}

std::optional<Fraction> narrow(std::optional<Exact> const& value) {
  constexpr Int128 kMost = std::numeric_limits<std::int64_t>::max();
  if (!value || absolute(value->numerator) > kMost || value->denominator > kMost) {
    return std::nullopt;
  }
  return Fraction{static_cast<std::int64_t>(value->numerator),
                  static_cast<std::int64_t>(value->denominator)};
}

}  // namespace corridor
