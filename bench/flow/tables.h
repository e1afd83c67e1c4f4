#pragma once

#include <string>
#include <vector>

#include "study.h"

namespace corridor::bench {

// The rows as Markdown. Ours is a time, every peer a multiple of it.

/// The largest size of each family against its fastest peer, and how our time grows.
std::string summary_table(std::vector<Row> const& rows);
std::string times_table(std::vector<Row> const& rows, Answer answer);
/// Exponents of the power law that fits time over arcs, for all contenders with three sizes.
std::string growth_table(std::vector<Row> const& rows, Answer answer);
/// What each contender needs to make its own form of the network, which is in no other table; with
/// the optimum of each instance.
std::string build_table(std::vector<Row> const& rows);

}  // namespace corridor::bench
