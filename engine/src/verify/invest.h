#pragma once

#include "corridor/report/answer.h"
#include "verify/context.h"
#include "verify/flows.h"

namespace corridor::verify {

// What the two halves of `invest` have in common: expansion in any amount, and projects.

/// A flow of the proof for an answer; refuses another scale and amounts beyond what one may state.
Table<ArcId, Capacity> whole_flow(ReadFlow const& flow, Item const& at);

/// Throughput and the like: a whole number that is not negative.
Capacity read_capacity(Item const& amount);

/// `result.projects` into the answer, whose expansion is proven already. Checks the best set by its
/// own flow and cut, and that the figures without a proof do not contradict each other.
void read_projects(Context& context, Network const& network, InvestAnswer& answer);

}  // namespace corridor::verify
