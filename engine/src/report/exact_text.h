#pragma once

#include <cstdint>
#include <string>

#include "corridor/analysis/curve.h"
#include "corridor/base/decimal.h"

namespace corridor::report {

// Exact numbers that need not be whole, as texts.

/// "1", "428/237".
std::string exact(Fraction number);
std::string exact(ExactThroughput amount);
/// Rounded half up to thousandths: "1.806".
std::string thousandths(Fraction number);
std::string thousandths(ExactThroughput amount);
/// For people: "x1.806".
std::string times(Fraction multiplier);
/// Whole TEU/year for people, rounded down, thousands grouped: no more than can flow.
std::string text_of(ExactThroughput amount);

}  // namespace corridor::report
