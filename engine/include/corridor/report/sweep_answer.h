#pragma once

#include <string>

#include "corridor/analysis/sweep_summary.h"
#include "corridor/model/question.h"

namespace corridor {

/// The summary of a sweep; its rows are written by SweepLines.
struct SweepAnswer {
  Question question;
  std::string from, to;  ///< as typed
  Objective const* by = nullptr;
  ValueOfTime value = kDefaultValueOfTime;
  SweepPlan plan;
  SweepRange range;  ///< the scenarios that the summary covers
  SweepSummary summary;
  std::string reason;  ///< when nothing flows in any scenario: why not in the first
};

}  // namespace corridor
