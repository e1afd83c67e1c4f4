#pragma once

#include <optional>
#include <string_view>

#include "corridor/base/result.h"
#include "corridor/base/units.h"
#include "corridor/model/network.h"
#include "corridor/model/spec.h"

namespace corridor {

// The grammars of single values: each function reads a whole text or says what is wrong with it.

inline constexpr std::string_view kUnlimited = "unlimited";

bool is_id(std::string_view text);          ///< `[a-z0-9][a-z0-9_.-]*`
bool is_source_key(std::string_view text);  ///< the same, also with capitals

/// A number and a unit of the wanted quantity, not yet converted.
struct WrittenQuantity {
  Decimal number;
  Unit const* unit = nullptr;
};
Result<WrittenQuantity> read_quantity(Text const& text, Dimension dimension);

/// A quantity in kept parts. The dimension is not one that is kept per metre.
Result<std::int64_t> read_amount(Text const& text, Dimension dimension,
                                 Assumptions const& assumptions);

/// A mode's speed, cost rate or emission rate, in kept parts per metre.
Result<Fraction> read_rate(Text const& text, Dimension dimension, Assumptions const& assumptions);

/// What a conversion error says about a text that was read well.
Diagnostic conversion_diagnostic(ConversionError error, Text const& text, Dimension dimension,
                                 std::string_view missing);

Result<Decimal> read_positive(Text const& text);      ///< an assumption: above 0
Result<Date> read_date(Text const& text);             ///< `2027`, `2027-06`, `2027-06-30`
Result<Status> read_status(Text const& text);         ///< `open`, `planned`, `closed`
Result<int> read_gauge(Text const& text);             ///< `1435 mm`
Result<std::int32_t> read_degrees(Text const& text);  ///< times 10^7, rounded half up

/// Whether `later` is certainly before `earlier`; years alone decide where that is all there is.
bool is_before(Date later, Date earlier);

}  // namespace corridor
