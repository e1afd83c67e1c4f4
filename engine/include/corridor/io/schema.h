#pragma once

#include <string>

#include "corridor/export.h"
#include "corridor/io/read.h"

namespace corridor {

/// The JSON Schema (draft-07) of a kind of file, from the same field tables as the reader.
CORRIDOR_EXPORT std::string json_schema(FileKind kind);

}  // namespace corridor
