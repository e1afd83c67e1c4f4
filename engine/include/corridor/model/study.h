#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/model/spec.h"

namespace corridor {

/// The scenario name that stands for the network as it is.
inline constexpr std::string_view kBaseScenario = "base";

/// `curve:` of a study.
struct CurveSpec {
  std::vector<Text> links;
  Text min, max;
};

/// A question with everything it names, as read; names are resolved when it is asked.
struct Study {
  Text id;
  std::string title;
  std::string note;
  OptionalText network;  ///< default: the built-in middle-corridor
  std::vector<Text> from, to;
  std::vector<Text> scenarios;   ///< columns; `base` is the network as it is
  std::vector<Text> corridors;   ///< rows; empty: every corridor of the network
  std::vector<Text> objectives;  ///< empty: time, cost, emissions
  std::optional<int> year;
  std::optional<CurveSpec> curve;
};

}  // namespace corridor
