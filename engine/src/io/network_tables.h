#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "corridor/io/read.h"
#include "corridor/model/builder.h"
#include "io/fields.h"

namespace corridor {

/// What the YAML says of a node that stands in a table.
using CompleteNode = std::function<void(NodeSpec& node)>;

/// Reads a table of nodes into the builder, `complete` called for each; its findings go to the
/// builder as well. Returns how many rows there were. Linear.
std::size_t read_node_table(Sources const& sources, std::uint32_t file, NetworkBuilder& builder,
                            CompleteNode const& complete);
/// The same for links.
std::size_t read_link_table(Sources const& sources, std::uint32_t file, NetworkBuilder& builder);

/// Units of a GMNS folder's columns: those of config.csv, and of the YAML beside it.
struct GmnsUnits {
  std::string length, speed, capacity;  ///< empty: the header or the cells name them
  OptionalText mode;                    ///< of links that name none
};

/// The units that config.csv states; what they cannot mean here is reported.
GmnsUnits read_gmns_config(Sources const& sources, std::uint32_t file, NetworkBuilder& builder);
std::size_t read_gmns_nodes(Sources const& sources, std::uint32_t file, NetworkBuilder& builder,
                            CompleteNode const& complete);
std::size_t read_gmns_links(Sources const& sources, std::uint32_t file, NetworkBuilder& builder,
                            GmnsUnits const& units);

}  // namespace corridor
