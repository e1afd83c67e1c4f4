#pragma once

#include <cstdint>
#include <optional>

#include "corridor/base/decimal.h"
#include "corridor/base/int128.h"
#include "corridor/base/units.h"

namespace corridor {

/// A fraction while it is being computed, before its one rounding. Reduced, denominator > 0.
struct Exact {
  Int128 numerator = 0;
  Int128 denominator = 1;

  static Exact of(Fraction fraction) { return {fraction.numerator, fraction.denominator}; }
};

/// Products and quotients; empty when a part leaves 127 bits. A divisor must be positive.
std::optional<Exact> multiply(std::optional<Exact> const& a, std::optional<Exact> const& b);
std::optional<Exact> divide(std::optional<Exact> const& a, std::optional<Exact> const& b);
std::optional<Exact> exact(Decimal number);

Int128 floor_of(Exact value);
Int128 round_half_up(Exact value);  ///< halves towards plus infinity

/// The fraction in 64 bits, or empty.
std::optional<Fraction> narrow(std::optional<Exact> const& value);

/// What `number unit` is in kept parts before rounding; any sign. Empty on overflow. The
/// assumptions that the unit needs must be there.
std::optional<Exact> exact_parts(Decimal number, Unit const& unit, Assumptions const& assumptions);

/// The key of the first assumption that a unit needs and the network does not state, or empty.
std::string_view missing_assumption(Unit const& unit, Assumptions const& assumptions);

}  // namespace corridor
