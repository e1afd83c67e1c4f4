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

/// So that weights by such a rate fit 128 bits on any network.
constexpr Int128 kMaxRatePart = 1'000'000'000'000'000;

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

/// The unit of an amount that a route adds up; `USD` and the like are per TEU.
Unit const* find_amount_unit(std::string const& name, Dimension dimension) {
  for (auto const& each : {name, name + "/TEU"}) {
    auto const* const unit = find_unit(each);
    if (unit != nullptr && unit->dimension == dimension) return unit;
  }
  return nullptr;
}

/// The amount of an objective when one figure has these parts and all others have none.
Int128 amount_of_one(Objective const& objective, Dimension dimension, std::int64_t parts) {
  Totals totals;
  if (dimension == Dimension::length) totals.length = Length::of_parts(parts);
  if (dimension == Dimension::time) totals.time = Duration::of_parts(parts);
  if (dimension == Dimension::cost) totals.cost = Cost::of_parts(parts);
  if (dimension == Dimension::emissions) totals.emissions = Emissions::of_parts(parts);
  return objective.amount(totals, ValueOfTime());
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

Fraction rate(std::string_view option, std::string const& typed, Tradeoff const& tradeoff) {
  auto const prefix = "--" + std::string(option) + ": '" + typed + "' ";
  auto const unit = " " + rate_unit(tradeoff);
  auto const number = typed.ends_with(unit) ? typed.substr(0, typed.size() - unit.size()) : typed;
  auto const told = fraction(number);
  if (!told) throw UsageError(prefix + "is not a number of" + unit + " such as 75, 37.5 or 75/2");
  // Told in units, kept in parts: divided by the scale, crosswise so that the parts stay small.
  auto const scale = rate_scale(tradeoff);
  auto const over = std::gcd(told->numerator, scale.numerator);
  auto const under = std::gcd(told->denominator, scale.denominator);
  auto const numerator = Int128{told->numerator / over} * (scale.denominator / under);
  auto const denominator = Int128{told->denominator / under} * (scale.numerator / over);
  if (numerator > kMaxRatePart || denominator > kMaxRatePart) {
    throw UsageError(prefix + "has too many digits");
  }
  return {static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

Int128 tolerance(Criterion const& criterion, std::string const& typed,
                 Assumptions const& assumptions) {
  auto const prefix = "--tolerance: " + std::string(criterion.name) + ": ";
  auto const end = std::min(typed.find_first_not_of("0123456789."), typed.size());
  auto const number = Decimal::parse(std::string_view(typed).substr(0, end));
  auto const start = typed.find_first_not_of(' ', end);
  auto const name = start == std::string::npos ? std::string() : typed.substr(start);
  if (!number) throw UsageError(prefix + "'" + typed + "' is not an amount such as 6h or 50USD");
  if (criterion.objective == nullptr) {
    if (number->places != 0 || !name.empty()) {
      throw UsageError(prefix + "'" + typed + "' is not a whole number");
    }
    return number->digits;
  }
  auto const& own = *find_unit(criterion.objective->unit);
  auto const* const unit = name.empty() ? &own : find_amount_unit(name, own.dimension);
  if (unit == nullptr) {
    throw UsageError(prefix + "'" + name + "' is not a unit of " +
                     std::string(name_of(own.dimension)) + " such as " + std::string(own.name));
  }
  auto const converted = to_parts(*number, *unit, assumptions);
  if (converted.error == ConversionError::missing_assumption) {
    throw UsageError(prefix + "the network's assumptions do not state " +
                     std::string(converted.missing) + ", which '" + typed + "' needs");
  }
  if (converted.error != ConversionError::none) {
    throw UsageError(prefix + "'" + typed + "' is too large or too precise");
  }
  return amount_of_one(*criterion.objective, own.dimension, converted.parts);
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
