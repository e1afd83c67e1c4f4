#pragma once

#include <string>

#include "corridor/analysis/criticality.h"

namespace corridor::report {

/// For people: "Dostyk ↔ Aktogay", "Dostyk, gauge change", "Brest, passage", "Brest", "KZ".
std::string title_of(Network const& network, Graph const& graph, Failure const& failure);

/// Thousandths of a percent of the throughput with everything.
std::int64_t share_of(Capacity loss, Flow const& flow);

}  // namespace corridor::report
