#pragma once

#include <optional>
#include <vector>

#include "corridor/base/result.h"
#include "corridor/model/network.h"
#include "corridor/model/spec.h"

namespace corridor {

/// What a path of a variation means.
struct SweepTarget {
  std::vector<ElementRef> elements;  ///< in order of ids, each once; never empty
  std::optional<Field> field;        ///< empty: the status
};

/// Reads `KIND.ID,...,ID.FIELD`. O(links) for modes and corridors.
Result<SweepTarget> read_target(Network const& network, Text const& path);

}  // namespace corridor
