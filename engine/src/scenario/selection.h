#pragma once

#include <vector>

#include "corridor/model/network.h"
#include "corridor/model/scenario.h"
#include "model/findings.h"

namespace corridor {

/// What a change acts on: elements, or the nodes themselves.
struct Selected {
  std::vector<ElementRef> elements;  ///< in order of ids, each once
  std::vector<NodeId> nodes;         ///< of `close` and `open` by nodes
};

/// Resolves the names of a change. Every name that selects nothing is reported. O(links) for modes,
/// corridors and regions, O(names log n) otherwise.
Selected select(Network const& network, Change const& change, Findings& findings);

}  // namespace corridor
