#pragma once

#include <vector>

#include "corridor/analysis/sweep_plan.h"

namespace corridor {

/// The most that the scenarios of a plan make of an element's figures. A capacity that is both a
/// number and unlimited somewhere gives the number.
struct SweepBound {
  ElementRef element;
  Figures most;
  bool may_be_unlimited = false;
};

/// One for each element that is varied, in order of first use; or what takes an amount beyond what
/// is kept. O(variations x elements of them).
Result<std::vector<SweepBound>> bounds_of(Network const& network, SweepPlan const& plan);

}  // namespace corridor
