#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "corridor/base/decimal.h"
#include "corridor/export.h"

namespace corridor {

enum class Dimension : std::uint8_t {
  length,
  time,
  speed,
  cost,
  cost_rate,
  emissions,
  emission_rate,
  capacity,
  share,
  value_of_time,
  capital,
  expansion_cost,
  frequency,  ///< of departures
};

/// What one network says about its trains and days; conversions need it.
struct Assumptions {
  std::optional<Decimal> teu_per_train;
  std::optional<Decimal> tonnes_per_teu;
  std::optional<Decimal> operating_days;  ///< days a year
};

/// One row of the units table: the parser, the checks, "did you mean", `explain`, the schema and
/// the documentation read it.
struct Unit {
  std::string_view name;  ///< as written, "train_pairs/day"
  Dimension dimension;
  Fraction factor;        ///< kept parts = number x factor x assumptions
  int teu_per_train = 0;  ///< exponent of the assumption in the conversion: 1, 0 or -1
  int tonnes_per_teu = 0;
  int operating_days = 0;
  bool kept = false;  ///< a unit that is kept exactly: too many decimals are an error
};

CORRIDOR_EXPORT std::span<Unit const> units();
CORRIDOR_EXPORT Unit const* find_unit(std::string_view name);
CORRIDOR_EXPORT std::string_view name_of(Dimension dimension);    ///< "length", "cost rate"
CORRIDOR_EXPORT std::string_view kept_unit(Dimension dimension);  ///< "km", "h", "TEU/year"

enum class ConversionError { none, too_precise, out_of_range, negative, missing_assumption };

struct Converted {
  std::int64_t parts = 0;
  ConversionError error = ConversionError::none;
  std::string_view missing;  ///< the assumption's key, for missing_assumption
};

/// `number unit x share` in kept parts, computed as one exact fraction and rounded once: half up,
/// capacities down. Refuses amounts above kMaxParts. For length, time, cost, emissions,
/// capacity, capital and expansion cost.
CORRIDOR_EXPORT Converted to_parts(Decimal number, Unit const& unit, Assumptions const& assumptions,
                                   Fraction share = {1, 1});

/// What one metre costs in kept parts, exactly (a speed gives time per metre). For speed, cost
/// rate and emission rate.
struct Rate {
  Fraction per_metre;
  ConversionError error = ConversionError::none;
  std::string_view missing;
};
CORRIDOR_EXPORT Rate to_rate(Decimal number, Unit const& unit, Assumptions const& assumptions);

/// length x rate, rounded half up; empty when the result exceeds kMaxParts.
CORRIDOR_EXPORT std::optional<std::int64_t> multiply_rounded(std::int64_t metres,
                                                             Fraction per_metre);

}  // namespace corridor
