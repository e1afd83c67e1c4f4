#pragma once

#include <span>
#include <string_view>

#include "corridor/export.h"

namespace corridor {

/// A network, scenario or study that the library carries.
struct BuiltinFile {
  std::string_view path;  ///< "network/middle-corridor.yaml"
  std::string_view text;
};

/// All of them, sorted by path.
CORRIDOR_EXPORT std::span<BuiltinFile const> builtin_files();

}  // namespace corridor
