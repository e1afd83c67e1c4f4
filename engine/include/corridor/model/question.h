#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/export.h"
#include "corridor/model/network.h"

namespace corridor {

/// What every analysis is asked about a network. `from` and `to` share no node.
struct Question {
  std::vector<NodeId> from;
  std::vector<NodeId> to;
  std::optional<int> year;             ///< empty: the network's
  std::optional<CorridorId> corridor;  ///< keeps its links and those without any tag
  std::vector<NodeId> via;             ///< to be passed in this order (routes only)
  std::vector<NodeId> avoid_nodes;
  std::vector<LinkId> avoid_links;

  int year_of(Network const& network) const { return year.value_or(network.year); }
};

/// Nodes of a place as typed: a node, a region, or a comma-separated list of them, in the order
/// named, each node once. Or what is wrong, with the nearest name.
struct Place {
  std::vector<NodeId> nodes;
  std::string problem;
};
CORRIDOR_EXPORT Place find_place(Network const& network, std::string_view text);

/// Why a question cannot be asked (no origin, ends that share a node, a `via` that is the only
/// end), or empty.
CORRIDOR_EXPORT std::string problem_of(Network const& network, Question const& question);

}  // namespace corridor
