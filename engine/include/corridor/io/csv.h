#pragma once

#include <memory>
#include <string>
#include <vector>

#include "corridor/base/result.h"
#include "corridor/export.h"
#include "corridor/model/spec.h"

namespace corridor {

/// Cells of a CSV file with their places.
using CsvRows = std::vector<std::vector<Text>>;

/// Reads RFC 4180 with LF or CRLF line ends: cells in quotes may hold commas, quotes written twice
/// and line ends. A byte order mark and empty lines are skipped, spaces around a cell are cut off
/// unless it is quoted. The first row is the header; every other one must have as many cells.
/// Errors: the file itself, not UTF-8, an open quote, text after a closing one, a row of another
/// length. Linear in the size of the file.
CORRIDOR_EXPORT Result<CsvRows> read_csv(std::shared_ptr<Sources> const& sources,
                                         std::string const& path);

/// The same for a text that is already in memory.
CORRIDOR_EXPORT Result<CsvRows> parse_csv(std::shared_ptr<Sources> const& sources, std::string name,
                                          std::string text);

}  // namespace corridor
