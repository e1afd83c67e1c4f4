#include "amounts.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>
#include <vector>

#include "corridor/base/nearest.h"
#include "outcome.h"

namespace corridor::cli {
namespace {

Fraction reduced(std::int64_t numerator, std::int64_t denominator) {
  auto const common = std::gcd(numerator, denominator);
  return {numerator / common, denominator / common};
}

std::optional<std::int64_t> whole(std::string_view text) {
  auto const number = Decimal::parse(text);
  if (!number || number->places != 0 || number->digits < 0) return std::nullopt;
  return number->digits;
}

std::optional<Fraction> fraction(std::string_view text) {
  auto const slash = text.find('/');
  if (slash != std::string_view::npos) {
    auto const numerator = whole(text.substr(0, slash));
    auto const denominator = whole(text.substr(slash + 1));
    if (!numerator || !denominator || *denominator == 0) return std::nullopt;
    return reduced(*numerator, *denominator);
  }
  auto const decimal = Decimal::parse(text);
  if (!decimal || decimal->digits < 0) return std::nullopt;
  std::int64_t denominator = 1;
  for (int i = 0; i < decimal->places; ++i) denominator *= 10;
  return reduced(decimal->digits, denominator);
}

/// Digits that stand for a number beyond all amounts.
bool too_long(std::string_view number) {
  constexpr std::size_t kMostDigits = 18;
  auto const digits = number.substr(0, number.find('.'));
  return digits.size() > kMostDigits &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Unit const& capacity_unit(std::string const& option, std::string const& name) {
  auto const* const unit = find_unit(name);
  if (unit != nullptr && unit->dimension == Dimension::capacity) return *unit;
  std::vector<std::string_view> names;
  for (auto const& each : units()) {
    if (each.dimension == Dimension::capacity) names.push_back(each.name);
  }
  auto const hint = did_you_mean(name, names);
  throw UsageError(option + "'" + name + "' is not a unit of capacities" +
                   (hint.empty() ? " such as TEU/year" : ", " + hint));
}

}  // namespace

std::uint64_t whole_number(std::string const& typed, std::string_view option, std::uint64_t least,
                           std::uint64_t most, std::string const& example) {
  std::uint64_t number = 0;
  auto const* const end = typed.data() + typed.size();
  auto const read = std::from_chars(typed.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end || number < least || number > most) {
    throw UsageError("--" + std::string(option) + ": '" + typed + "' is not " + example);
  }
  return number;
}

Fraction multiplier(std::string_view option, std::string const& typed) {
  if (auto const found = fraction(typed)) return *found;
  if (too_long(typed)) {
    throw UsageError("--" + std::string(option) + ": '" + typed + "' is too large");
  }
  throw UsageError("--" + std::string(option) + ": '" + typed +
                   "' is not a multiplier such as 2, 2.5 or 5/2");
}

Capacity capacity(std::string_view option, std::string const& typed,
                  Assumptions const& assumptions) {
  auto const prefix = "--" + std::string(option) + ": ";
  auto const space = typed.find(' ');
  auto const number = Decimal::parse(std::string_view(typed).substr(0, space));
  if (!number && too_long(std::string_view(typed).substr(0, space))) {
    throw UsageError(prefix + "'" + typed + "' is too large");
  }
  if (!number) {
    throw UsageError(prefix + "'" + typed +
                     "' is not a capacity such as 200000 or '200000 TEU/year'");
  }
  auto const& unit =
      capacity_unit(prefix, space == std::string::npos ? "TEU/year" : typed.substr(space + 1));
  auto const converted = to_parts(*number, unit, assumptions);
  switch (converted.error) {
    case ConversionError::none:
      return Capacity::of_parts(converted.parts);
    case ConversionError::negative:
      throw UsageError(prefix + "'" + typed + "' is negative");
    case ConversionError::too_precise:
      throw UsageError(prefix + "'" + typed + "' is more precise than whole TEU/year");
    case ConversionError::missing_assumption:
      throw UsageError(prefix + "the network's assumptions do not state " +
                       std::string(converted.missing) + ", which '" + typed + "' needs");
    case ConversionError::out_of_range:
      break;
  }
  throw UsageError(prefix + "'" + typed + "' is too large");
}

}  // namespace corridor::cli
