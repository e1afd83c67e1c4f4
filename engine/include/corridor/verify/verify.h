#pragma once

#include <optional>
#include <string>

#include "corridor/base/result.h"
#include "corridor/export.h"
#include "corridor/io/load.h"
#include "corridor/report/verify_answer.h"

namespace corridor {

/// Checks a result (JSON that one of the verbs wrote) without solving again: loads the files it
/// names, compiles the question's graph, and holds every figure against the flows, cuts and
/// potentials that the result embeds. `network` replaces the network's file, whose hash must still
/// be the one in the result. Linear in the sizes of the result, its files and the graphs, times the
/// number of proofs.
///
/// Errors: the text is no result of ours (not JSON, another format), or a file it names cannot be
/// read. A result that does not hold is an answer.
CORRIDOR_EXPORT Result<VerifyAnswer> verify_file(Loader& loader, std::string const& path,
                                                 std::optional<std::string> const& network);

/// The same for a text that is already in memory.
CORRIDOR_EXPORT Result<VerifyAnswer> verify_text(Loader& loader, std::string const& name,
                                                 std::string text,
                                                 std::optional<std::string> const& network);

/// Deepest nesting of a result that is read.
inline constexpr int kMaxResultNesting = 64;

}  // namespace corridor
