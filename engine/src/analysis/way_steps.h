#pragma once

#include <optional>
#include <vector>

#include "corridor/analysis/named_way.h"

namespace corridor {

/// What a way must do next: take a link that fits, at once or after any others.
struct WayStep {
  std::optional<LinkId> link;  ///< that takes this one
  std::optional<NodeId> head;  ///< that arrives here
  bool at_once = true;
  std::size_t point = 0;  ///< the point that is passed with it

  bool fits(Graph const& graph, ArcId arc) const {
    if (graph.kind(arc) != ArcKind::link) return false;
    if (link && graph.columns().element[arc] != link->index()) return false;
    return !head || graph.columns().node[graph.head(arc)] == *head;
  }
};

/// The steps of a name, whether a link joins two points asked of all links of the network.
std::vector<WayStep> steps_of(Network const& network, WayName const& name);

}  // namespace corridor
