#include "corridor/base/units.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/exact.h"
#include "corridor/base/quantity.h"

namespace corridor {
namespace {

// One FEU is two TEU, so what an FEU costs is half per TEU, and a capacity in FEU is double in TEU.
// A speed's factor is kept parts of time per metre at speed 1.
constexpr auto kUnits = std::to_array<Unit>({
    {.name = "km", .dimension = Dimension::length, .factor = {1000, 1}, .kept = true},
    {.name = "m", .dimension = Dimension::length, .factor = {1, 1}, .kept = true},
    {.name = "nmi", .dimension = Dimension::length, .factor = {1852, 1}},

    {.name = "h", .dimension = Dimension::time, .factor = {1000, 1}, .kept = true},
    {.name = "min", .dimension = Dimension::time, .factor = {50, 3}},
    {.name = "day", .dimension = Dimension::time, .factor = {24'000, 1}},

    {.name = "km/h", .dimension = Dimension::speed, .factor = {1, 1}},
    {.name = "km/day", .dimension = Dimension::speed, .factor = {24, 1}},
    {.name = "kn", .dimension = Dimension::speed, .factor = {250, 463}},

    {.name = "USD/TEU", .dimension = Dimension::cost, .factor = {1000, 1}, .kept = true},
    {.name = "USD/FEU", .dimension = Dimension::cost, .factor = {500, 1}},
    {.name = "USD/t", .dimension = Dimension::cost, .factor = {1000, 1}, .tonnes_per_teu = 1},

    {.name = "USD/TEU/km", .dimension = Dimension::cost_rate, .factor = {1, 1}},
    {.name = "USD/FEU/km", .dimension = Dimension::cost_rate, .factor = {1, 2}},
    {.name = "USD/t/km", .dimension = Dimension::cost_rate, .factor = {1, 1}, .tonnes_per_teu = 1},

    {.name = "kg/TEU", .dimension = Dimension::emissions, .factor = {1000, 1}, .kept = true},
    {.name = "g/TEU", .dimension = Dimension::emissions, .factor = {1, 1}, .kept = true},
    {.name = "t/TEU", .dimension = Dimension::emissions, .factor = {1'000'000, 1}},

    {.name = "g/TEU/km", .dimension = Dimension::emission_rate, .factor = {1, 1000}},
    {.name = "kg/TEU/km", .dimension = Dimension::emission_rate, .factor = {1, 1}},
    {.name = "g/t/km",
     .dimension = Dimension::emission_rate,
     .factor = {1, 1000},
     .tonnes_per_teu = 1},

    {.name = "TEU/year", .dimension = Dimension::capacity, .factor = {1, 1}, .kept = true},
    {.name = "TEU/day", .dimension = Dimension::capacity, .factor = {1, 1}, .operating_days = 1},
    {.name = "FEU/year", .dimension = Dimension::capacity, .factor = {2, 1}},
    {.name = "trains/day",
     .dimension = Dimension::capacity,
     .factor = {1, 1},
     .teu_per_train = 1,
     .operating_days = 1},
    {.name = "train_pairs/day",
     .dimension = Dimension::capacity,
     .factor = {1, 1},
     .teu_per_train = 1,
     .operating_days = 1},
    {.name = "t/year", .dimension = Dimension::capacity, .factor = {1, 1}, .tonnes_per_teu = -1},
    {.name = "Mt/year",
     .dimension = Dimension::capacity,
     .factor = {1'000'000, 1},
     .tonnes_per_teu = -1},

    {.name = "%", .dimension = Dimension::share, .factor = {1, 100}},

    {.name = "USD/TEU/day",
     .dimension = Dimension::value_of_time,
     .factor = {1000, 1},
     .kept = true},

    {.name = "USD", .dimension = Dimension::capital, .factor = {1, 1}, .kept = true},
    {.name = "kUSD", .dimension = Dimension::capital, .factor = {1000, 1}},
    {.name = "MUSD", .dimension = Dimension::capital, .factor = {1'000'000, 1}},
    {.name = "bnUSD", .dimension = Dimension::capital, .factor = {1'000'000'000, 1}},

    {.name = "USD per TEU/year",
     .dimension = Dimension::expansion_cost,
     .factor = {1000, 1},
     .kept = true},

    {.name = "departures/week",
     .dimension = Dimension::frequency,
     .factor = {1000, 1},
     .kept = true},
    {.name = "departures/day", .dimension = Dimension::frequency, .factor = {7000, 1}},
    {.name = "departures/year", .dimension = Dimension::frequency, .factor = {1400, 73}},
});

struct DimensionNames {
  std::string_view name;
  std::string_view kept_unit;
};

/// In the order of the enumeration.
constexpr auto kDimensions = std::to_array<DimensionNames>({
    {"length", "km"},
    {"time", "h"},
    {"speed", "km/h"},
    {"cost", "USD/TEU"},
    {"cost rate", "USD/TEU/km"},
    {"emissions", "kg/TEU"},
    {"emission rate", "g/TEU/km"},
    {"capacity", "TEU/year"},
    {"share", "%"},
    {"value of time", "USD/TEU/day"},
    {"capital", "USD"},
    {"expansion cost", "USD per TEU/year"},
    {"frequency", "departures/week"},
});
static_assert(kDimensions.size() == static_cast<std::size_t>(Dimension::frequency) + 1);

/// One assumption as units use it.
struct Use {
  std::string_view key;
  std::optional<Decimal> value;
  int exponent;
};

std::array<Use, 3> uses_of(Unit const& unit, Assumptions const& assumptions) {
  return {{{"teu_per_train", assumptions.teu_per_train, unit.teu_per_train},
           {"tonnes_per_teu", assumptions.tonnes_per_teu, unit.tonnes_per_teu},
           {"operating_days", assumptions.operating_days, unit.operating_days}}};
}

/// The unit's factor times the assumptions it needs.
std::optional<Exact> exact_factor(Unit const& unit, Assumptions const& assumptions) {
  auto factor = std::optional<Exact>(Exact::of(unit.factor));
  for (auto const& use : uses_of(unit, assumptions)) {
    if (use.exponent == 0) continue;
    auto const value = exact(*use.value);
    factor = use.exponent > 0 ? multiply(factor, value) : divide(factor, value);
  }
  return factor;
}

Converted failed(ConversionError error, std::string_view missing = {}) {
  return {.parts = 0, .error = error, .missing = missing};
}

}  // namespace

std::span<Unit const> units() { return kUnits; }

Unit const* find_unit(std::string_view name) {
  auto const* const found = std::find_if(kUnits.begin(), kUnits.end(),
                                         [&](Unit const& unit) { return unit.name == name; });
  return found == kUnits.end() ? nullptr : found;
}

std::string_view name_of(Dimension dimension) {
  return kDimensions[static_cast<std::size_t>(dimension)].name;
}

std::string_view kept_unit(Dimension dimension) {
  return kDimensions[static_cast<std::size_t>(dimension)].kept_unit;
}

std::string_view missing_assumption(Unit const& unit, Assumptions const& assumptions) {
  for (auto const& use : uses_of(unit, assumptions)) {
    if (use.exponent != 0 && !use.value) return use.key;
  }
  return {};
}

std::optional<Exact> exact_parts(Decimal number, Unit const& unit, Assumptions const& assumptions) {
  return multiply(exact(number), exact_factor(unit, assumptions));
}

Converted to_parts(Decimal number, Unit const& unit, Assumptions const& assumptions,
                   Fraction share) {
  if (number.digits < 0) return failed(ConversionError::negative);
  auto const missing = missing_assumption(unit, assumptions);
  if (!missing.empty()) return failed(ConversionError::missing_assumption, missing);
  auto const whole = exact_parts(number, unit, assumptions);
  if (whole && unit.kept && whole->denominator != 1) return failed(ConversionError::too_precise);
  auto const shared = multiply(whole, Exact::of(share));
  if (!shared) return failed(ConversionError::out_of_range);
  auto const parts =
      unit.dimension == Dimension::capacity ? floor_of(*shared) : round_half_up(*shared);
  if (parts > kMaxParts) return failed(ConversionError::out_of_range);
  return {.parts = static_cast<std::int64_t>(parts)};
}

Rate to_rate(Decimal number, Unit const& unit, Assumptions const& assumptions) {
  if (number.digits < 0) return {.error = ConversionError::negative};
  auto const missing = missing_assumption(unit, assumptions);
  if (!missing.empty()) {
    return {.error = ConversionError::missing_assumption, .missing = missing};
  }
  bool const is_speed = unit.dimension == Dimension::speed;
  if (is_speed && number.digits == 0) return {.error = ConversionError::out_of_range};
  auto const factor = exact_factor(unit, assumptions);
  auto const per_metre =
      narrow(is_speed ? divide(factor, exact(number)) : multiply(exact(number), factor));
  if (!per_metre) return {.error = ConversionError::out_of_range};
  return {.per_metre = *per_metre};
}

std::optional<std::int64_t> multiply_rounded(std::int64_t metres, Fraction per_metre) {
  // Both factors are 64 bits wide, so the product cannot overflow.
  auto const product = Exact{Int128{metres} * per_metre.numerator, per_metre.denominator};
  auto const parts = round_half_up(product);
  if (parts > kMaxParts) return std::nullopt;
  return static_cast<std::int64_t>(parts);
}

}  // namespace corridor
