#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "corridor/graph/objective.h"
#include "corridor/model/question.h"

namespace corridor::test {

// Slow answers from the network itself. They share no code with compile or the analyses: the
// rules of the model are written down a second time, plainly.

/// A walk's place: a node and mode, arrived there or about to depart; or one of the two ends.
struct World {
  struct Arc {
    std::size_t from, to;
    Totals totals;
    std::optional<std::int64_t> capacity;  ///< empty: unlimited
    std::optional<LinkId> link;
    std::optional<NodeId> visits;  ///< the node that a link or a start comes to
    bool arrives = false;          ///< it comes there as a link
  };
  std::size_t places = 2;  ///< 0 is the origin, 1 the destination
  std::vector<Arc> arcs;
};
World world_of(Network const& network, Question const& question);

struct BestRoute {
  Int128 amount = 0;
  std::vector<LinkId> links;
};

/// Bellman-Ford over (place, vias passed), then every best walk enumerated and the one with the
/// smallest sequence of links kept.
std::optional<BestRoute> best_route(Network const& network, Question const& question,
                                    Objective const& objective,
                                    ValueOfTime value = kDefaultValueOfTime);

/// Largest throughput by Edmonds and Karp on a matrix of places; empty when nothing limits it.
std::optional<std::int64_t> throughput(Network const& network, Question const& question);

/// The smallest capacity of a set of places that holds the origin and not the destination, over
/// all such sets; empty when every set is left by something unlimited. At most 22 places.
std::optional<std::int64_t> smallest_cut(Network const& network, Question const& question);

/// Capacity out of a set of places (by place, origin in, destination not); empty: unlimited.
std::optional<std::int64_t> cut_capacity(World const& world, std::vector<bool> const& inside);

}  // namespace corridor::test
