#pragma once

#include <vector>

#include "analysis/routing_topology.h"
#include "corridor/analysis/skim.h"

namespace corridor {

/// The vertices of a plan's rows and columns; kNone for nodes without links.
struct Ends {
  std::vector<hierarchy::Vertex> from, to;
};

/// The matrix of one objective and, where `transfers` asks, that of its transfers, by one search
/// for each row or column. The diagonal is not closed.
std::vector<SkimMatrix> skim_by_searches(RoutingTopology const& topology, Network const& network,
                                         SkimPlan const& plan, Objective const& objective,
                                         bool transfers, unsigned threads);

}  // namespace corridor
