#pragma once

#include <string>

#include "corridor/export.h"
#include "corridor/graph/graph.h"
#include "corridor/model/question.h"

namespace corridor {

/// A question's graph as a DIMACS maximum-flow problem, with comments that tell what each vertex
/// and arc is. A vertex's number there is one more than here. An unlimited capacity becomes one
/// more than all finite ones together, so that no minimum cut holds it unless every cut does; the
/// comments tell the number. Linear.
CORRIDOR_EXPORT std::string to_dimacs(Network const& network, Question const& question,
                                      Graph const& graph);

}  // namespace corridor
