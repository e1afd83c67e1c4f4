#pragma once

#include <optional>
#include <string>

#include "corridor/report/answer.h"

namespace corridor::report {

/// RFC 4180 with LF line ends, a header line first; empty for verbs without rows. Text that a
/// spreadsheet would run as a formula gets a quote in front.
std::optional<std::string> csv_of(Answer const& answer, Network const& network);

/// RFC 7946: a FeatureCollection, longitude before latitude; a line across the antimeridian is
/// split there. Empty for verbs without a map.
std::optional<std::string> geojson_of(Answer const& answer, Network const& network,
                                      std::string const& reason);

}  // namespace corridor::report
