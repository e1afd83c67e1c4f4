#pragma once

#include "../measurement.h"
#include "support/flow_families.h"

namespace corridor::bench {

/// igraph's push-relabel (amounts are doubles). It makes its residual network in every solve; only
/// its graph is built outside the clock.
Measurement measure_igraph(families::Instance const& instance, Answer answer,
                           Repetitions const& repetitions);

/// The `count` shortest ways from source to sink, the edges' capacities read as lengths.
struct PathsMeasurement {
  double seconds = 0;
  std::int64_t sum = 0;  ///< of all their lengths
};
PathsMeasurement measure_igraph_routes(families::Instance const& instance, std::size_t count);

/// Boykov and Kolmogorov's own program, with whole amounts. It cannot solve twice, so every
/// repetition gets a graph of its own, built outside the clock.
Measurement measure_libmaxflow(families::Instance const& instance, Repetitions const& repetitions);

}  // namespace corridor::bench
