#pragma once

#include <span>
#include <string>
#include <vector>

#include "corridor/graph/graph.h"
#include "session.h"

namespace corridor::cli {

/// The options that select links, transfers and passages.
std::span<std::string_view const> selecting_options();

/// Whether the request has one of them.
bool selects(Request const& request);

/// What --links, --transfers, --passages and --links-of name, each element once, in that order.
/// Wrong usage for a name that stands for nothing.
std::vector<ElementRef> selected_elements(Session const& session, Network const& network);

/// Arcs of a graph that came from these elements (both directions of `between`, every mode of a
/// passage), in arc order. O(arcs).
std::vector<ArcId> arcs_of(Graph const& graph, std::vector<ElementRef> const& elements);

}  // namespace corridor::cli
