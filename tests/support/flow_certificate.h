#pragma once

#include <string>

#include "flow/solver.h"

namespace corridor::families {

/// Why the solution is not a maximum flow of the problem with a minimum cut that proves it; empty
/// when it is. Looks at the edges only: amounts within capacities, conserved everywhere but at the
/// terminals, the source on its side of the cut and the sink on the other, the cut's capacity equal
/// to the value and to what leaves the source. O(n + m).
std::string violation(flow::Problem const& problem, flow::Solution const& solution);

/// The same for a cut alone: that it separates and has the capacity it says.
std::string violation(flow::Problem const& problem, flow::Cut const& cut);

}  // namespace corridor::families
