#pragma once

#include <array>
#include <string_view>

#include "measurement.h"
#include "support/flow_families.h"

namespace corridor::bench {

// Each builds its own form of the network once, outside the clock, and solves it from nothing in
// every repetition.

/// The solver of engine/src/flow. Throws std::logic_error when the certificate does not hold.
Measurement measure_ours(families::Instance const& instance, Answer answer,
                         Repetitions const& repetitions);
/// LEMON's Preflow on its StaticDigraph; its first phase only where the cut is asked.
Measurement measure_lemon(families::Instance const& instance, Answer answer,
                          Repetitions const& repetitions);
/// Boost's algorithms on its compressed sparse row graph. Both always find the arc flows.
Measurement measure_boost_push_relabel(families::Instance const& instance, Answer answer,
                                       Repetitions const& repetitions);
Measurement measure_boost_boykov_kolmogorov(families::Instance const& instance, Answer answer,
                                            Repetitions const& repetitions);

/// A solver of this process.
struct Contender {
  std::string_view name;
  bool cut_alone;  ///< may stop when value and cut are known
  Measurement (*measure)(families::Instance const&, Answer, Repetitions const&);
};

inline constexpr std::string_view kOurs = "corridor";

inline constexpr std::array<Contender, 4> kContenders{{
    {kOurs, true, measure_ours},
    {"LEMON Preflow", true, measure_lemon},
    {"Boost push-relabel", false, measure_boost_push_relabel},
    {"Boost Boykov-Kolmogorov", false, measure_boost_boykov_kolmogorov},
}};

/// A solver of the program corridor-bench-gpl.
struct ForeignContender {
  std::string_view name;
  bool cut_alone;
};

inline constexpr std::array<ForeignContender, 2> kForeignContenders{{
    {"igraph", true},
    {"libmaxflow", false},
}};

}  // namespace corridor::bench
