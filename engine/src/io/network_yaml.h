#pragma once

#include <string>
#include <string_view>

#include "corridor/model/network.h"

namespace corridor {

/// All of a network but its nodes and links, as YAML. `tables` is the line that says where these
/// stand: "tables: {nodes: nodes.csv, links: links.csv}".
std::string yaml_beside_tables(Network const& network, std::string_view tables);

}  // namespace corridor
