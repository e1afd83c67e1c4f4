#pragma once

#include <optional>
#include <string>

#include "corridor/report/skim_answer.h"

namespace corridor::cli {

/// Whether this program was built with HDF5.
bool writes_omx();

/// The matrices as an Open Matrix file (OMX 0.2: HDF5 with the groups `data` and `lookup`): one
/// matrix of doubles each, NaN where nothing leads, and the ids of origins and destinations. The
/// same bytes for the same skim. Empty when HDF5 fails or is missing.
std::optional<std::string> omx_of(SkimAnswer const& answer, Network const& network);

}  // namespace corridor::cli
