#pragma once

#include <string>

#include "corridor/report/profile_answer.h"

namespace corridor::report {

/// What is done at a step that is no link: "gauge change, border", "Railway > Ship, port, border".
std::string step_words(Network const& network, Graph const& graph, ProfileStep const& step);

/// The profile as a Scalable Vector Graphics document (W3C SVG 1.1): time, cost and emissions
/// against distance, one below the other, with the stops numbered and listed. It has a title and a
/// description for screen readers, follows the reader's light or dark scheme, and loads nothing.
/// Without a route, only the reason.
std::string profile_svg(ProfileAnswer const& answer, Network const& network,
                        std::string const& reason);

}  // namespace corridor::report
