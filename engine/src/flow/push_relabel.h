#pragma once

#include "flow/network.h"
#include "flow/workspace.h"

namespace corridor::flow {

/// The value and the cut nearest the stored sink, by whichever kernel suits. The augmenting one
/// (search_trees.h) gets a bounded amount of work; push-relabel starts anew where that is not
/// enough, unless its excess would not fit (excess_fits).
///
/// Afterwards work.labels holds a distance to the sink below n for vertices that reach it in the
/// residual network and n for the rest, and work.arcs a preflow whose excess may still be stranded.
/// No allocation once `work` is warm.
Amount find_value_and_cut(Network const& network, Workspace& work);

/// Whether all that the arcs between a terminal and its neighbours can carry adds up to less than
/// 2^62. Push-relabel takes that much out of its source before it knows where to: where many arcs
/// stand for no limit, the amounts would not fit. Then no excess nor residual exceeds 2^63 - 1.
/// O(arcs of the terminal).
bool excess_fits(Network const& network, Vertex terminal);

/// The same by highest-label push-relabel alone (Goldberg & Tarjan 1988), with exact initial
/// labels, gap and periodic global relabelling (Cherkassky & Goldberg 1997). O(n^2 sqrt m). This is
/// the first phase: when a first window of work does not finish, the turned network gets one too,
/// and the way with the clearly lower upper bound is followed to the end; the answer is the same
/// either way. The excess at the source has to fit.
Amount push_relabel(Network const& network, Workspace& work);

/// The second phase: returns what the first one left stranded to the source, so that work.arcs
/// becomes a maximum flow. Cancels the cycles it meets; O(m) where it meets none.
void return_excess(Network const& network, Workspace& work);

}  // namespace corridor::flow
