#pragma once

#include <string>
#include <string_view>

#include "corridor/base/decimal.h"
#include "corridor/base/quantity.h"
#include "corridor/base/units.h"

namespace corridor::cli {

/// A multiplier as typed after an option: `1`, `2.5` or `5/2`, not negative. Wrong usage for
/// anything else.
Fraction multiplier(std::string_view option, std::string const& typed);

/// A capacity as typed after an option: a number of TEU/year, or a number and any unit of
/// capacities, rounded down. Wrong usage for anything else.
Capacity capacity(std::string_view option, std::string const& typed,
                  Assumptions const& assumptions);

}  // namespace corridor::cli
