#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corridor/model/network.h"
#include "io/pack_columns.h"

namespace corridor::pack {

/// The network of checked columns. Every number is held against its range once more; a network
/// that a builder would refuse is a damaged pack.
Result<Network> read_network(std::string const& name, std::string_view bytes,
                             Columns const& columns, std::shared_ptr<Sources> const& sources);

}  // namespace corridor::pack
