#pragma once

#include <string>
#include <vector>

#include "corridor/analysis/shortest_path.h"

namespace corridor {

/// One relaxation for each obstacle of some arcs of a relaxed graph, each once, in file order:
/// links, transfers, passages, nodes, then missing transfers. With their texts.
std::vector<Relaxation> relaxations_of(Network const& network, Question const& question,
                                       RelaxedGraph const& relaxed, std::vector<ArcId> const& arcs);

/// The sentence of NoRoute::reason.
std::string reason_of(Network const& network, Question const& question, NoRoute const& answer);
/// The same of one way, whose barriers must all go.
std::string reason_of_named_way(Network const& network, Question const& question,
                                NoRoute const& answer);

}  // namespace corridor
