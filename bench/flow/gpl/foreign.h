#pragma once

#include "../measurement.h"
#include "support/flow_families.h"

namespace corridor::bench {

/// igraph's push-relabel (amounts are doubles). It makes its residual network in every solve; only
/// its graph is built outside the clock.
Measurement measure_igraph(families::Instance const& instance, Answer answer,
                           Repetitions const& repetitions);

/// Boykov and Kolmogorov's own program, with whole amounts. It cannot solve twice, so every
/// repetition gets a graph of its own, built outside the clock.
Measurement measure_libmaxflow(families::Instance const& instance, Repetitions const& repetitions);

}  // namespace corridor::bench
