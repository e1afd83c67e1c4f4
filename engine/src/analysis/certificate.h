#pragma once

#include <string>

#include "corridor/analysis/certificate.h"

namespace corridor {

/// What is violated when the arcs had these capacities instead of the graph's, or an empty text.
std::string flow_violation(Graph const& graph, Table<ArcId, Limit> const& capacity,
                           Flow const& flow);

}  // namespace corridor
