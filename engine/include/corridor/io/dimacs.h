#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corridor/base/result.h"
#include "corridor/export.h"
#include "corridor/model/network.h"

namespace corridor {

/// A maximum-flow problem in the format of the First DIMACS Implementation Challenge (1991).
struct DimacsProblem {
  Network network;
  std::string source, sink;  ///< ids of nodes
};

/// Whether a file is one: its name ends in `.max`, or its first line that is no comment starts
/// with `p max`.
CORRIDOR_EXPORT bool is_dimacs(std::string_view name, std::string_view text);

/// Node `7` gets the id `7`, arc number 3 of the file is the one-way link `a3`; a capacity is
/// TEU/year; length, time, cost and emissions are 0; there is one mode, `arc`. Nodes that no arc
/// touches are left out, source and sink excepted. All errors are reported, each with its place.
/// Linear.
CORRIDOR_EXPORT Result<DimacsProblem> read_dimacs(std::shared_ptr<Sources> const& sources,
                                                  std::string name, std::string text);

}  // namespace corridor
