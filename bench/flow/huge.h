#pragma once

#include <cstdint>
#include <string>

namespace corridor::bench {

/// Parameters of a time-expanded corridor.
struct HugeSize {
  std::uint32_t nodes = 1'000;
  std::uint32_t slots = 2'520;  ///< just above ten million arcs
};

/// The child's part: makes and solves the instance, checks the certificate and prints a line of
/// figures. Returns an exit code.
int solve_huge(HugeSize const& size);

/// Starts this program again to solve the instance, so that the process's peak is the solve's.
/// One row as Markdown with times, bytes for each arc and the peak.
std::string huge_table(HugeSize const& size);

}  // namespace corridor::bench
