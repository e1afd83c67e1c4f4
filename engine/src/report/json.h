#pragma once

#include <string>

#include "corridor/report/answer.h"
#include "report/json_value.h"

namespace corridor::report {

/// The whole object of the contract's section 6. `reason` is empty when the question was answered.
std::string json_of(Answer const& answer, Network const& network, Sources const& sources,
                    std::string const& reason);

// The parts that several verbs share.
Json json_of_route(Network const& network, Graph const& graph, Route const& route,
                   ValueOfTime value, bool with_legs);
/// The `bottleneck[]` of the contract.
Json json_of_cut(Network const& network, Graph const& graph, std::vector<ArcId> const& cut);
Json json_of(Limit capacity);  ///< null when unlimited
Json json_of(Headroom const& headroom);

}  // namespace corridor::report
