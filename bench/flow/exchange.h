#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "measurement.h"
#include "support/flow_families.h"

namespace corridor::bench {

// What the two programs tell each other: corridor-bench-gpl is a process of its own, because the
// licence of the libraries in it does not go with ours.

/// The seed of every generated instance.
inline constexpr std::uint64_t kSeed = 1;

/// One measured cell.
struct Cell {
  std::string contender;  ///< its name may hold spaces
  Answer answer = Answer::flow;
  Measurement measured;
};

/// The name of an answer in arguments and lines.
std::string name_of(Answer answer);

/// A line each, numbers first, the contender last.
void write_cell(std::ostream& out, Cell const& cell);
std::vector<Cell> read_cells(std::istream& in);

/// An instance that is in no family, as numbers.
void write_instance(std::ostream& out, families::Instance const& instance);
/// Throws std::runtime_error when it is not what write_instance wrote.
families::Instance read_instance(std::istream& in);

}  // namespace corridor::bench
