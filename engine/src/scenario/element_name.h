#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/model/network.h"

namespace corridor {

/// The elements that a name means: a link's id, `node:mode>mode`, `node:passage`, or a node's id
/// for all transfers and the passage there. Empty when it means none.
std::vector<ElementRef> elements_named(Network const& network, std::string_view name);

/// Why a name means no element, with the nearest name.
std::string problem_of_name(Network const& network, std::string_view name);

}  // namespace corridor
