#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/report/answer.h"

namespace corridor::report {

/// RFC 4180 with LF line ends, a header line first; empty for verbs without rows. Text that a
/// spreadsheet would run as a formula gets a quote in front.
std::optional<std::string> csv_of(Answer const& answer, Network const& network);
std::optional<std::string> csv_of(CurveAnswer const& answer, Network const& network);
std::optional<std::string> csv_of(LadderAnswer const& answer, Network const& network);
/// All extra capacity of a step.
Capacity total_of(std::vector<LadderNeed> const& needs);
std::optional<std::string> csv_of(CriticalityAnswer const& answer, Network const& network);
std::optional<std::string> csv_of(InvestAnswer const& answer, Network const& network);
std::optional<std::string> csv_of(SweepAnswer const& answer, Network const& network);
std::optional<std::string> csv_of(SkimAnswer const& answer, Network const& network);
std::optional<std::string> csv_of(VerifyAnswer const& answer, Network const& network);
std::optional<std::string> csv_of(ParetoAnswer const& answer, Network const& network);
std::optional<std::string> csv_of(SwitchpointsAnswer const& answer, Network const& network);
std::optional<std::string> csv_of(WhyNotAnswer const& answer, Network const& network);
std::optional<std::string> csv_of(ProfileAnswer const& answer, Network const& network);

/// RFC 7946: a FeatureCollection, longitude before latitude; a line across the antimeridian is
/// split there. Empty for verbs without a map.
std::optional<std::string> geojson_of(Answer const& answer, Network const& network,
                                      std::string const& reason);

}  // namespace corridor::report
