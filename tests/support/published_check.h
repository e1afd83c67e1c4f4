#pragma once

#include <string>
#include <vector>

#include "support/csv.h"
#include "support/ratio.h"
#include "support/shipped.h"

namespace corridor::test {

/// One row of network/tables/checks.csv (vocabulary: network/tables/README.md).
struct PublishedCheck {
  std::string id, question, by, from, to, measure, unit, how;
  std::vector<std::string> via, avoid, corridors, scenarios;
  Ratio low, high;     ///< the published range in `unit`
  bool holds = false;  ///< what the table says
};

std::vector<PublishedCheck> read_checks(CsvTable const& table);

/// What the model says to a check, in the check's unit. Throws std::runtime_error when the check
/// names something the network does not have, or has no answer.
Ratio model_value(ShippedNetwork& shipped, PublishedCheck const& check);

/// Whether a published figure is a floor: the model must reach it.
bool is_floor(PublishedCheck const& check);

/// The rule of the check's measure: within 10 % of the range (lengths 5 %), or no less.
bool holds(PublishedCheck const& check, Ratio model);

}  // namespace corridor::test
