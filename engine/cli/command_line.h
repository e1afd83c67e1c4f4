#pragma once

#include <string>
#include <vector>

#include "request.h"

namespace corridor::cli {

/// Reads the arguments after the program's name. Throws UsageError with the nearest name for an
/// unknown verb or option, a missing or repeated value, an empty or non-UTF-8 argument. Touches no
/// file.
Request parse_command_line(std::vector<std::string> const& arguments);

}  // namespace corridor::cli
