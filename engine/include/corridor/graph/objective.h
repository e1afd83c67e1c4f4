#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corridor/base/int128.h"
#include "corridor/base/quantity.h"
#include "corridor/export.h"
#include "corridor/graph/graph.h"

namespace corridor {

/// Thousandths of USD per TEU and day.
using ValueOfTime = Quantity<struct UsdPerTeuDayTag, 1000>;
/// parameters.csv: general cargo.
inline constexpr ValueOfTime kDefaultValueOfTime = ValueOfTime::of_parts(75'000);

/// All that a route or leg costs, whatever was minimised.
struct Totals {
  Length length;
  Duration time;
  Cost cost;
  Emissions emissions;

  CORRIDOR_EXPORT Totals& operator+=(Totals const& other);
  bool operator==(const Totals&) const = default;
};
CORRIDOR_EXPORT Totals totals_of(Graph const& graph, ArcId arc);
/// What a shipment spends on an element, the wait for a departure included.
CORRIDOR_EXPORT Totals totals_of(Figures const& figures);

/// cost + time x value of time, exactly, as a whole number of 1/24,000,000 USD per TEU:
/// 24,000 x cost parts + value parts x time parts.
CORRIDOR_EXPORT Int128 generalised(Totals const& totals, ValueOfTime value);
/// The same rounded half up to thousandths of USD per TEU.
CORRIDOR_EXPORT Cost generalised_rounded(Totals const& totals, ValueOfTime value);

/// What is minimised; one row of the table of objectives. Amounts are exact whole numbers.
struct Objective {
  std::string_view name;   ///< "time"
  std::string_view unit;   ///< "h", for people
  std::string_view title;  ///< "fastest"
  Int128 (*amount)(Totals const& totals, ValueOfTime value);
};
CORRIDOR_EXPORT std::span<Objective const> objectives();
CORRIDOR_EXPORT Objective const* find_objective(std::string_view name);

}  // namespace corridor
