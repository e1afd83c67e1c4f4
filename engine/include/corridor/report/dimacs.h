#pragma once

#include <string>

#include "corridor/export.h"
#include "corridor/graph/graph.h"
#include "corridor/graph/objective.h"
#include "corridor/model/question.h"

namespace corridor {

/// A question's graph as a DIMACS maximum-flow problem, with comments that tell what each vertex
/// and arc is. A vertex's number there is one more than here. An unlimited capacity becomes one
/// more than all finite ones together, so that no minimum cut holds it unless every cut does; the
/// comments tell the number. Linear.
CORRIDOR_EXPORT std::string to_dimacs(Network const& network, Question const& question,
                                      Graph const& graph);

/// The same graph for shortest paths, in the format of the ninth DIMACS challenge (Demetrescu,
/// Goldberg and Johnson 2006): the weight of an arc is what it adds to an objective, in the parts
/// that are kept (thousandths of an hour or of USD per TEU, metres, grams). Vertex 1 is the origin,
/// vertex 2 the destination. Not for `generalised`, whose parts are none of these. Linear.
CORRIDOR_EXPORT std::string to_dimacs_paths(Network const& network, Question const& question,
                                            Graph const& graph, Objective const& objective);

/// Where the vertices of that graph are, in millionths of a degree, rounded half up: the .co file
/// beside it. Vertices without a place are left out. Linear.
CORRIDOR_EXPORT std::string to_dimacs_places(Network const& network, Question const& question,
                                             Graph const& graph);

}  // namespace corridor
