#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corridor/analysis/skim.h"

namespace corridor {

/// How CSV lays matrices out.
enum class SkimLayout : std::uint8_t {
  list,  ///< a row for each pair, a column for each matrix: "long"
  wide,  ///< a row for each matrix and origin, a column for each destination
};

struct SkimAnswer {
  SkimPlan plan;
  std::string from, to;  ///< as typed; empty: all nodes
  SkimLayout layout = SkimLayout::list;
  Skim skim;
  std::vector<SkimProof> proofs;
};

/// What machines call a matrix: "time_h", "generalised_usd_per_teu", "transfers".
CORRIDOR_EXPORT std::string name_of(SkimMatrix const& matrix);
/// The unit of its cells: "h", and "" for transfers.
CORRIDOR_EXPORT std::string_view unit_of(SkimMatrix const& matrix);
/// Cells are kept in so many parts of their unit: 1000, and 1 for transfers.
CORRIDOR_EXPORT std::int64_t parts_per_unit(SkimMatrix const& matrix);

}  // namespace corridor
