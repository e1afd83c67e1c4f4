#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "corridor/analysis/shortest_path.h"

namespace corridor {

/// What is left from an arrival to the destination on a best way: the objective's exact amount,
/// then the number of links.
struct Potential {
  VertexId arrival;
  Int128 amount = 0;
  std::uint32_t links = 0;
};

/// What proves that a route is a best one, a list for each stage between vias.
using RoutePotentials = std::vector<std::vector<Potential>>;

/// The potentials of a best route: for each stage between vias the arrivals that are nearer
/// to the destination than the whole route, in order of their vertices. All others may count as far
/// as the whole route is long, for min(d, D) satisfies Bellman's equations where d does (duality of
/// shortest paths, Ford and Fulkerson 1962). An arrival at a via belongs to the stage after it.
/// One search for each stage, as for the route itself.
CORRIDOR_EXPORT RoutePotentials potentials(Graph const& graph, Question const& question,
                                           Objective const& objective, ValueOfTime value,
                                           Route const& route);

/// The same by any amounts.
CORRIDOR_EXPORT RoutePotentials potentials(Graph const& graph, Question const& question,
                                           ArcAmounts const& amounts, Route const& route);

/// A best route with its potentials, from one search.
struct ProvenRoute {
  Route route;
  RoutePotentials potentials;
};
/// What shortest_path finds, with what proves it. Costs and ties as there.
CORRIDOR_EXPORT std::optional<ProvenRoute> proven_shortest_path(
    Network const& network, Graph const& graph, Question const& question,
    Objective const& objective, ValueOfTime value = kDefaultValueOfTime);

}  // namespace corridor
