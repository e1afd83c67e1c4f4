#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/sweep.h"
#include "corridor/base/int128.h"
#include "corridor/export.h"

namespace corridor {

/// What all scenarios together say.
struct SweepSummary {
  struct Quantile {
    int percent = 0;
    std::optional<Capacity> throughput;  ///< empty: without limit
  };
  struct Bottleneck {
    std::string ids;  ///< parted by spaces; empty: nothing flows, or nothing limits it
    std::uint64_t scenarios = 0;
  };
  /// One bar of the tornado: the mean throughput where one input is at its low and at its high end,
  /// whatever the others are.
  struct Swing {
    std::size_t variation = 0;
    SweepValue low, high;                     ///< the ends: up to `low`, from `high` on
    std::optional<Capacity> at_low, at_high;  ///< rounded half up; empty: no bounded scenario there

    std::int64_t width() const;  ///< at_high - at_low; 0 where one is empty
  };

  std::uint64_t scenarios = 0;
  std::uint64_t unbounded = 0;
  std::uint64_t without_flow = 0;
  std::vector<Quantile> quantiles;      ///< 0, 5, 25, 50, 75, 95 and 100 %; empty: no scenario
  std::vector<Bottleneck> bottlenecks;  ///< the most frequent first, then by ids
  std::vector<Swing> swings;            ///< the widest first, then in the plan's order
};

/// Counts scenarios one by one, in any order; keeps the distinct throughputs with their counts.
class CORRIDOR_EXPORT SweepTally {
 public:
  /// The ends of a variation with levels are its least and its largest; those of a draw are its
  /// tenth and ninetieth percentile among the first 100,000 scenarios of the plan.
  explicit SweepTally(SweepPlan const& plan);

  /// Empty throughput: without limit. O(log of the distinct ones + variations).
  void add(std::vector<SweepValue> const& values, std::optional<Capacity> throughput,
           std::string const& bottleneck_ids);

  /// Quantiles are order statistics: the smallest throughput that at least this share of the
  /// scenarios does not exceed (nearest rank).
  SweepSummary summary() const;

 private:
  struct Mean {
    Int128 sum = 0;
    std::uint64_t count = 0;
    std::optional<Capacity> value() const;
  };
  struct Input {
    SweepValue low, high;
    Mean at_low, at_high;
  };
  std::optional<Capacity> order_statistic(std::uint64_t rank) const;

  std::vector<Input> inputs_;
  std::map<std::int64_t, std::uint64_t> throughputs_;
  std::map<std::string, std::uint64_t> bottlenecks_;
  std::uint64_t unbounded_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace corridor
