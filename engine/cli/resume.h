#pragma once

#include <cstdint>
#include <string>

#include "corridor/analysis/sweep_summary.h"
#include "corridor/report/sweep_rows.h"

namespace corridor::cli {

/// What an output of an earlier run holds.
struct Held {
  std::uint64_t bytes = 0;  ///< of whole lines
  std::uint64_t rows = 0;
};

/// What a line of rows is about: which scenarios, in which form, with a header or not.
struct RowPlan {
  Sweep const& sweep;
  SweepLines const& lines;
  SweepRange range;
  bool header = true;
};

/// Reads an output that may be unfinished: every line is held against what it should be (its number
/// always; the first, the last, the half-written and some between are answered again), and counted.
/// A file of another question is wrong usage, so that nothing of it gets lost. Nothing is held by a
/// file that does not exist.
Held read_held(std::string const& path, RowPlan const& plan, SweepTally& tally);

}  // namespace corridor::cli
