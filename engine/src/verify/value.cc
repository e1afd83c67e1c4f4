#include "verify/value.h"

#include <algorithm>
#include <charconv>

namespace corridor::verify {
namespace {

/// digits x 10^exponent without zeros at either end, so that equal numbers look equal.
struct Normal {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;
  bool operator==(const Normal&) const = default;
};

/// `text` is a number by JSON's grammar, as the parser has seen to.
Normal normal(std::string_view text) {
  constexpr std::int64_t kHuge = 1'000'000'000;
  Normal number;
  number.negative = text.starts_with('-');
  if (number.negative) text.remove_prefix(1);
  auto const mark = std::min(text.find_first_of("eE"), text.size());
  if (mark < text.size()) {
    auto power = text.substr(mark + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    auto const read = std::from_chars(power.data(), power.data() + power.size(), number.exponent);
    // Far outside anything we print; equal only to itself is close enough.
    if (read.ec != std::errc()) number.exponent = kHuge;
    number.exponent = std::clamp(number.exponent, -kHuge, kHuge);
  }
  auto const mantissa = text.substr(0, mark);
  auto const point = mantissa.find('.');
  number.digits = mantissa.substr(0, point);
  if (point != std::string_view::npos) {
    auto const decimals = mantissa.substr(point + 1);
    number.digits += decimals;
    number.exponent -= static_cast<std::int64_t>(decimals.size());
  }
  auto const first = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, first);
  while (number.digits.ends_with('0')) {
    number.digits.pop_back();
    ++number.exponent;
  }
  return number.digits.empty() ? Normal{} : number;
}

}  // namespace

Value const* find(Value const& object, std::string_view key) {
  for (auto const& member : object.members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

Span span_at(Sources const& sources, std::uint32_t file, std::uint32_t offset,
             std::uint32_t length) {
  auto const before = sources.text(file).substr(0, offset);
  auto const lines = std::count(before.begin(), before.end(), '\n');
  auto const start = before.rfind('\n') + 1;  // npos + 1 is 0
  Span span;
  span.file = file;
  span.line = static_cast<std::uint32_t>(lines) + 1;
  span.column = offset - static_cast<std::uint32_t>(start) + 1;
  span.offset = offset;
  span.length = length;
  return span;
}

bool same_number(std::string_view a, std::string_view b) {
  return a == b || normal(a) == normal(b);
}

}  // namespace corridor::verify
