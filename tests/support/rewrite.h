#pragma once

#include <cstdint>
#include <string>

#include "support/generate.h"

namespace corridor::test {

// Rewritings of a network that ought to change its answers in a known way, or not at all. Ends of
// the sample follow.

Sample renamed(Sample sample);  ///< other ids, in the same order
Sample shuffled(Sample sample, Random& random);
Sample reversed(Sample sample);  ///< links, transfers and ends turned round
Sample with_capacities_times(Sample sample, std::int64_t factor);
Sample with_costs_times(Sample sample, std::int64_t factor);
/// Link `index` becomes two in a row; length, time, cost and emissions are divided between them.
Sample with_middle_node(Sample sample, std::size_t index, Random& random);
/// Link `index` of capacity c becomes two parallel ones of c1 + c2.
Sample with_parallel_split(Sample sample, std::size_t index, Random& random);
/// A copy of link `index` at the end of the file, no better in anything.
Sample with_dominated_copy(Sample sample, std::size_t index, Random& random);
/// A second network beside it, joined by nothing.
Sample with_unconnected_copy(Sample sample);
/// A node `super` with a link of every mode to each origin: no time, unlimited, at `cost`. The
/// origins' passages go, so that starting there stays free.
Sample with_super_origin(Sample sample, std::string const& cost);
Sample without_passages(Sample sample);

/// The number before the unit; -1 for `unlimited`.
std::int64_t number_of(Text const& quantity);

}  // namespace corridor::test
