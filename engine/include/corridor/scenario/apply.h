#pragma once

#include <span>

#include "corridor/base/result.h"
#include "corridor/export.h"
#include "corridor/model/network.h"
#include "corridor/model/scenario.h"

namespace corridor {

/// The network with the scenarios applied in order. Nothing is erased: ids of the base survive,
/// inserted things come last, every change is recorded in Network::edits. Checks `requires` and
/// `excludes` over all of them. All errors are reported, at the changes that cause them; what looks
/// wrong in what they insert is appended to `warnings`, at its place in the scenario's file.
/// O(changes x selected elements + size of the network).
CORRIDOR_EXPORT Result<Network> apply(Network const& base, std::span<Scenario const> in_order,
                                      Diagnostics* warnings = nullptr);

/// What distinguishes two networks that grew from the same base.
struct Difference {
  ElementRef element;          ///< in `after`; in `before` where only that has it
  std::optional<NodeId> node;  ///< of a node that only one has open; likewise
  std::string id, title;       ///< of the element or node, as id_of and title_of give them
  std::optional<Field> field;  ///< empty: existence or state (open, planned 2027, closed)
  std::string before, after;   ///< as kept; "absent" where one has it not
};

/// Differences in order of links, transfers, passages, nodes, each by id. A walk over columns.
CORRIDOR_EXPORT std::vector<Difference> difference(Network const& before, Network const& after);

}  // namespace corridor
