#pragma once

#include <string>

#include "corridor/base/result.h"

namespace corridor {

/// The bytes of a regular file of at most kMaxFileBytes. Everything else (missing, a folder, a
/// pipe, a device, unreadable, empty, too large, changed while being read) is a diagnostic that
/// names the path. Never blocks.
Result<std::string> read_bytes(std::string const& path);

/// A finding about a file of which no text was read.
Diagnostic file_finding(Code code, std::string const& path, std::string message);

}  // namespace corridor
