#pragma once

#include <cstdint>

#include "flow/network.h"

namespace corridor::test {

/// The value of a maximum flow by Boost's push-relabel. An edge with a reverse capacity becomes two
/// arcs.
std::int64_t value_by_boost(flow::Problem const& problem);

}  // namespace corridor::test
