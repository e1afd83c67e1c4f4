#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corridor/base/result.h"
#include "corridor/export.h"
#include "corridor/model/network.h"

namespace corridor {

/// A maximum-flow problem in the format of the First DIMACS Implementation Challenge (1991), or a
/// graph in the shortest-path format of the ninth (2006).
struct DimacsProblem {
  Network network;
  std::string source, sink;  ///< ids of nodes; empty for a graph
};

/// Whether a file is one: its name ends in `.max` or `.gr`, or its first line that is no comment
/// starts with `p max` or `p sp`.
CORRIDOR_EXPORT bool is_dimacs(std::string_view name, std::string_view text);

/// Node `7` gets the id `7`, arc number 3 of the file is the one-way link `a3`; a capacity is
/// TEU/year; length, time, cost and emissions are 0; there is one mode, `arc`. Nodes that no arc
/// touches are left out, source and sink excepted. In a graph the weight is the time in thousandths
/// of an hour, and nothing limits the arcs; `coordinates` is the number of its .co file among the
/// sources. All errors are reported, each with its place. Linear.
CORRIDOR_EXPORT Result<DimacsProblem> read_dimacs(std::shared_ptr<Sources> const& sources,
                                                  std::string name, std::string text,
                                                  std::optional<std::uint32_t> coordinates = {});

}  // namespace corridor
