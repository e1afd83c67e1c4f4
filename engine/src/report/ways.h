#pragma once

#include <string>
#include <vector>

#include "corridor/analysis/shortest_path.h"

namespace corridor::report {

// Routes in words.

/// The corridor that most of a route's length bears the tag of, else how most of it travels:
/// "Middle", "Deep sea", "by rail".
std::string way_name(Network const& network, Graph const& graph, Route const& route);

/// One title for each route: its name and the places where it changes mode or pays a passage,
/// "Northern: Dostyk, Brest". Where that does not tell two of them apart all their places, and at
/// last their links, are named.
std::vector<std::string> way_titles(Network const& network, Graph const& graph,
                                    std::vector<Route const*> const& routes);

}  // namespace corridor::report
