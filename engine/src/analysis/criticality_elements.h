#pragma once

#include <cstddef>
#include <vector>

#include "corridor/analysis/criticality.h"

namespace corridor {

/// Every usable link, transfer, declared passage and inner node of a graph, by kind and then in
/// file order. O(vertices + arcs).
std::vector<Failure> elements_of(Network const& network, Graph const& graph);

/// The countries of the graph's nodes, in the order of their first nodes.
std::vector<Failure> countries_of(Network const& network, Graph const& graph);

/// By place among `elements`: the first element in series with it, itself where there is none.
///
/// At a node between exactly two links, neither of them an end of the question, whatever passes
/// passes both links and, where only one transfer or passage joins them, that. What turns back
/// there could only gain a second change of mode at the neighbour it came from; so a neighbour
/// with a transfer into the link's mode and one out of it excludes the two links, unless these can
/// only lead back into the one mode that it came by, in which passing is free and unlimited.
/// O(vertices + arcs).
std::vector<std::size_t> series_of(Network const& network, Graph const& graph,
                                   std::vector<Failure> const& elements);

}  // namespace corridor
