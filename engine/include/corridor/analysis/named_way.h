#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/analysis/pareto.h"
#include "corridor/export.h"

namespace corridor {

/// A node or a link that a way is named by: one of the two.
struct WayPoint {
  std::optional<NodeId> node;
  std::optional<LinkId> link;
};

/// A way as people name it, "xian,dostyk,aktau": nodes and links in order, with commas between.
struct WayName {
  std::vector<WayPoint> points;  ///< at least two nodes, or a link
  NodeId from, to;               ///< its ends
  std::string problem;           ///< why it names no way; empty when it does
};

/// Reads such a name; a word that is a node and a link names the node. `problem` tells of an
/// unknown name (with the nearest one), of too few names, and of ends that are links which run both
/// ways and do not show in which direction. O(text x log network).
CORRIDOR_EXPORT WayName read_way(Network const& network, std::string_view text);

/// What is found under a name.
struct NamedWay {
  std::optional<Route> route;       ///< in the question's graph
  std::optional<NoRoute> obstacle;  ///< what stands in its way where it cannot be used
  std::optional<Totals> otherwise;  ///< its totals if that were not so; missing transfers cost 0
  /// Numbers of the points that no single link leads to from the point before: the way between is
  /// filled in. Whether one does is asked of all links, also those that are closed.
  std::vector<std::size_t> filled;
};

/// The best way that passes these points in order: from a node to the next by one link where some
/// link of the network joins them, else by any way between. Best is what has the least length where
/// a way is filled in, of these what is least in the first criterion, then in the second, and so
/// on, then in links, then comes first in file order; border crossings are not weighed here. So
/// parallel links and changes of mode are settled by the criteria, and gaps are closed as on a map.
/// Neither a route nor an obstacle: no chain of links passes the points, not even with all of them
/// open.
///
/// Dijkstra (1959) on lexicographic sums over (points passed, vertex), backwards, then read off
/// from the origin. O(points x arcs log(points x vertices)) where something is filled in.
CORRIDOR_EXPORT NamedWay find_way(Network const& network, Graph const& graph,
                                  Question const& question, WayName const& name,
                                  std::span<Criterion const* const> by,
                                  ValueOfTime value = kDefaultValueOfTime);

}  // namespace corridor
