#pragma once

#include <string>

#include "corridor/export.h"
#include "corridor/model/network.h"

namespace corridor {

/// A whole network as a GeoJSON FeatureCollection (RFC 7946): nodes as points and links as straight
/// lines, cut at the antimeridian (section 3.1.9), in file order. Where a place is not known the
/// geometry is null. Figures are exact, in kept units; an unlimited capacity is null. Linear.
CORRIDOR_EXPORT std::string to_geojson(Network const& network);

}  // namespace corridor
