#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace corridor::bench {

/// How a process ended and the most memory it held.
struct Ended {
  int exit_code = -1;
  std::int64_t peak_bytes = 0;
  std::string output;  ///< empty when it was thrown away
};

/// What becomes of a child's output.
enum class Output : std::uint8_t { discarded, kept };

/// Runs a program to its end.
Ended run_child(std::string const& program, std::vector<std::string> const& arguments,
                Output output = Output::discarded);

/// A program beside this one.
std::string sibling(std::string const& name);

}  // namespace corridor::bench
