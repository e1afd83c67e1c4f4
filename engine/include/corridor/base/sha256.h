#pragma once

#include <string>
#include <string_view>

#include "corridor/export.h"

namespace corridor {

/// SHA-256 (FIPS 180-4) of some bytes as 64 lower-case hexadecimal digits, as `sha256sum` prints
/// it. `before` comes before `bytes`. Linear.
CORRIDOR_EXPORT std::string sha256_of(std::string_view bytes, std::string_view before = {});

}  // namespace corridor
