#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "measurement.h"

namespace corridor::bench {

// Plain C++17: LEMON 1.3 does not compile as C++20.

/// A network as LEMON's StaticDigraph takes it: arcs sorted by tail.
struct PlainNetwork {
  int vertices = 0;
  int source = 0;
  int sink = 0;
  std::vector<std::pair<int, int>> ends;
  std::vector<std::int64_t> capacity;
};

Measurement measure_lemon(PlainNetwork const& network, Answer answer,
                          Repetitions const& repetitions);

}  // namespace corridor::bench
