#pragma once

#include <memory>
#include <unordered_map>

#include "corridor/base/result.h"
#include "corridor/base/sources.h"
#include "corridor/model/spec.h"

namespace corridor {

/// A place as degrees, written the way a network file writes them.
struct DimacsPlace {
  Text latitude, longitude;
};

/// The lines `v ID X Y` of a .co file: longitude and latitude in millionths of a degree, by the
/// number of the node. All errors are reported, each with its place. Linear.
Result<std::unordered_map<std::uint32_t, DimacsPlace>> read_dimacs_coordinates(
    Sources const& sources, std::uint32_t file);

}  // namespace corridor
