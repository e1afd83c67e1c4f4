#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "flow/network.h"

namespace corridor::flow {

/// The strong components of what is left of a network, by vertex. Numbered so that every arc with
/// something left leads to its tail's component or to a smaller one. Tarjan (1972) without
/// recursion, O(n + m). `residuals` has the layout of network.arcs.
std::vector<std::uint32_t> strong_components(Network const& network,
                                             std::span<Arc const> residuals);

}  // namespace corridor::flow
