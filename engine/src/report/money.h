#pragma once

#include <string>

#include "corridor/analysis/budget_curve.h"
#include "corridor/analysis/projects.h"

namespace corridor::report {

/// Thousandths of USD exactly, in USD: "1250000.5".
std::string exact(Money money);
/// For people: "950,000 USD", "38.5 MUSD", "1,254 MUSD".
std::string money_text(Money money);
std::string money_text(Capital capital);
std::string exact(ExpansionCost price);       ///< USD per TEU/year
std::string price_text(ExpansionCost price);  ///< "810", "2,330.5"
/// "7/2", or "3" where it is whole.
std::string exact(Rational const& number);
/// For people: rounded half up, thousands grouped.
std::string rounded_text(Rational const& number);

}  // namespace corridor::report
