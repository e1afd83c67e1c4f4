#pragma once

#include <cstdint>

#include "corridor/analysis/sweep_plan.h"

namespace corridor {

/// Numbers of one scenario and variation: they depend on nothing but the three numbers, so a
/// scenario is the same in every shard, thread and order.
class DrawSource {
 public:
  DrawSource(std::uint64_t seed, std::uint64_t scenario, std::uint64_t variation);

  std::uint64_t next();  ///< uniform over all 64 bits
  /// Uniform from 0 to count - 1, by multiply and shift (Lemire 2019, without his rejection: the
  /// error is below count / 2^64).
  std::uint64_t below(std::uint64_t count);

 private:
  std::uint64_t state_;
};

/// Thousandths of a factor, or whole kept parts; never below 0.
std::int64_t draw(Draw const& draw, DrawSource& source);
/// What so many steps mean for a variation.
SweepValue value_of_draw(Variation const& variation, std::int64_t steps);
/// No draw is larger.
std::int64_t most_of(Draw const& draw);

}  // namespace corridor
