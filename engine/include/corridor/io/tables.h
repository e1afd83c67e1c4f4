#pragma once

#include <string>
#include <vector>

#include "corridor/export.h"
#include "corridor/model/network.h"

namespace corridor {

/// One of the files that a network is written as.
struct NetworkFileText {
  std::string name;  ///< without a folder
  std::string text;
};

// A network to which no scenario was applied, as files that read back as an equal network: ids,
// order, figures, rates, marks and notes. Its comments and the places in its old files are lost.
// Its year must be above 0, and its texts must be such as files can hold. Linear.

/// network.yaml with nodes.csv and links.csv; figures as they were written, where that is known.
CORRIDOR_EXPORT std::vector<NetworkFileText> to_csv_tables(Network const& network);

/// A GMNS folder: config.csv, node.csv and link.csv with lengths in km and capacities in TEU/year,
/// and corridor.yaml for what GMNS cannot say.
CORRIDOR_EXPORT std::vector<NetworkFileText> to_gmns(Network const& network);

}  // namespace corridor
