#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corridor/base/code.h"
#include "corridor/base/sources.h"
#include "corridor/export.h"

namespace corridor {

enum class Severity { error, warning };

/// One finding about an input: what is wrong, where, and what would be right.
struct Diagnostic {
  Code code{};
  Span span;
  std::string message;  ///< what is wrong, with the offending text in quotes
  std::string hint;     ///< "did you mean 'aktau'?", may be empty
  Severity severity = Severity::error;
  std::string file;  ///< names the file where no text was read (missing, a directory)
};

using Diagnostics = std::vector<Diagnostic>;

/// A reading stops collecting at this many errors and says so.
inline constexpr std::size_t kMaxDiagnostics = 100;

/// gcc's form: `file:line:column: error: message [code]`, the source line and a caret with the
/// hint. Ends with a newline. Control characters of the quoted line are escaped.
CORRIDOR_EXPORT std::string render(Diagnostic const& diagnostic, Sources const& sources);

/// All of them, in file order as given, at most kMaxDiagnostics, then how many were left out.
CORRIDOR_EXPORT std::string render(Diagnostics const& diagnostics, Sources const& sources);

}  // namespace corridor
