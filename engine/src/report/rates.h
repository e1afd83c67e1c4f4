#pragma once

#include <optional>
#include <string>

#include "corridor/analysis/switchpoints.h"
#include "corridor/base/decimal.h"

namespace corridor::report {

// Rates are kept in parts of one objective for one part of the other, and told in units of theirs.

/// "37", "4225/113": exactly, in the unit of the trade-off.
std::string exact_rate(Tradeoff const& tradeoff, Fraction rate);
/// For people: "37.4", "1,180".
std::string rate_text(Tradeoff const& tradeoff, Fraction rate);
/// Rounded half up to thousandths: "37.389"; the exact text where that does not fit.
std::string thousandths_of_rate(Tradeoff const& tradeoff, Fraction rate);
/// An amount of the first or second objective in the unit that rates speak of, exactly: "637/24".
std::string exact_first(Tradeoff const& tradeoff, Int128 amount);
std::string exact_second(Tradeoff const& tradeoff, Int128 amount);

}  // namespace corridor::report
