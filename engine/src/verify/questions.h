#pragma once

#include "corridor/analysis/max_flow.h"
#include "corridor/analysis/shortest_path.h"
#include "verify/flows.h"
#include "verify/routes.h"

namespace corridor::verify {

// What `flow`, `route` and the cells of `compare` have in common. Each returns the value that the
// report would print, once it is proven.

/// `throughput_teu_per_year`, `bounded`, `bottleneck` and `bottleneck_at_destination`, proven by a
/// flow; an unbounded one without its way.
Flow read_flow(Flows const& flows, Item const& result, ReadFlow const& read);

/// `headroom_teu_per_year` and `next_bottleneck`, proven by the flow with the bottleneck unlimited.
Headroom read_headroom_of(Flows const& flows, Flow const& flow, Item const& result,
                          ReadFlow const* then);

/// An entry of `routes[]` or `best`, proven by its potentials.
Route read_best(Flows const& flows, Question const& question, Objective const& objective,
                ValueOfTime value, Item const& route, Item const& proof);

Objective const& read_objective(Item const& name);
/// `value_of_time_usd_per_teu_day` of a result.
ValueOfTime read_value(Item const& result);

}  // namespace corridor::verify
