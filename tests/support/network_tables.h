#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corridor/model/network.h"
#include "support/csv.h"
#include "support/estimate_lists.h"

namespace corridor::test {

/// The tables that network/middle-corridor.yaml must equal (network/tables/README.md).
struct DataTables {
  CsvTable nodes, rail, sea, operations, sources;
};
DataTables read_tables();

/// What a table's value and unit come to in kept parts, by the test's own arithmetic. `share` in
/// percent. Throws std::runtime_error for a unit that the tables do not use.
Limit kept_capacity(std::string const& value, std::string const& unit, std::string const& share,
                    Assumptions const& assumptions);
std::int64_t kept_thousandths(std::string const& value);

/// What the network and the tables say differently, one line each with id, field, both values and
/// both places; empty when they agree.
std::vector<std::string> disagreements(Network const& network, EstimateLists const& estimates,
                                       DataTables const& tables);

/// Figures of the network with neither a source nor the mark `estimate`, one line each.
std::vector<std::string> unfounded(Network const& network, EstimateLists const& estimates);

}  // namespace corridor::test
