#include "report/rates.h"

#include "base/exact.h"

namespace corridor::report {
namespace {

/// A rate in the unit of the trade-off.
Exact told(Tradeoff const& tradeoff, Fraction rate) {
  auto const scale = rate_scale(tradeoff);
  // 64 bits by 64 bits: it cannot overflow.
  return *multiply(Exact::of(rate), Exact::of(scale));
}

std::string text_of(Exact const& number) {
  auto text = format_whole(number.numerator);
  if (number.denominator != 1) text += "/" + format_whole(number.denominator);
  return text;
}

std::string in_units(Objective const& objective, Int128 amount) {
  return text_of(*divide(Exact{amount, 1}, Exact{rate_parts(objective), 1}));
}

}  // namespace

std::string exact_rate(Tradeoff const& tradeoff, Fraction rate) {
  return text_of(told(tradeoff, rate));
}

std::string rate_text(Tradeoff const& tradeoff, Fraction rate) {
  auto const exact = told(tradeoff, rate);
  constexpr int kTen = 10;
  constexpr int kHundred = 100;
  auto const rounded = [&](std::int64_t parts) {
    auto const times = multiply(exact, Exact{parts, 1});
    return times ? narrow(Exact{round_half_up(*times), 1}) : std::nullopt;
  };
  auto const whole = rounded(1);
  if (!whole) return text_of(exact);
  if (whole->numerator >= kHundred) return format_grouped(whole->numerator, 1, 0);
  // Small rates with two digits that tell something, down to thousandths.
  std::int64_t const parts = whole->numerator >= kTen ? kTen : kTen * kHundred;
  return format_parts(rounded(parts)->numerator, parts);
}

std::string thousandths_of_rate(Tradeoff const& tradeoff, Fraction rate) {
  constexpr std::int64_t kThousand = 1000;
  auto const exact = told(tradeoff, rate);
  auto const times = multiply(exact, Exact{kThousand, 1});
  auto const parts = times ? narrow(Exact{round_half_up(*times), 1}) : std::nullopt;
  return parts ? format_parts(parts->numerator, kThousand) : text_of(exact);
}

std::string exact_first(Tradeoff const& tradeoff, Int128 amount) {
  return in_units(*tradeoff.first, amount);
}

std::string exact_second(Tradeoff const& tradeoff, Int128 amount) {
  return in_units(*tradeoff.second, amount);
}

}  // namespace corridor::report
