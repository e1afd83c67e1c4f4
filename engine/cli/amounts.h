#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corridor/analysis/pareto.h"
#include "corridor/analysis/switchpoints.h"
#include "corridor/base/decimal.h"
#include "corridor/base/quantity.h"
#include "corridor/base/units.h"

namespace corridor::cli {

/// A whole number as typed after an option; wrong usage for anything else, and outside of least to
/// most: "--shard: '0' is not ..." what the example says.
std::uint64_t whole_number(std::string const& typed, std::string_view option, std::uint64_t least,
                           std::uint64_t most, std::string const& example);

/// A multiplier as typed after an option: `1`, `2.5` or `5/2`, not negative. Wrong usage for
/// anything else.
Fraction multiplier(std::string_view option, std::string const& typed);

/// A capacity as typed after an option: a number of TEU/year, or a number and any unit of
/// capacities, rounded down. Wrong usage for anything else.
Capacity capacity(std::string_view option, std::string const& typed,
                  Assumptions const& assumptions);

/// A rate as typed: a number, a ratio, with or without the unit of the trade-off; in parts of its
/// objectives. Wrong usage for anything else.
Fraction rate(std::string_view option, std::string const& typed, Tradeoff const& tradeoff);

/// A tolerance as typed: an amount of what a criterion weighs, `6 h`, `6h`, `50 USD`, `2`. Without
/// a unit it is the one of files (h, USD/TEU, km, kg/TEU); `USD`, `kg`, `g` and `t` are per TEU. In
/// the parts of the criterion. Wrong usage for anything else.
Int128 tolerance(Criterion const& criterion, std::string const& typed,
                 Assumptions const& assumptions);

}  // namespace corridor::cli
