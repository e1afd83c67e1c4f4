#pragma once

#include <cstdint>
#include <string>

#include "corridor/analysis/sweep.h"
#include "session.h"

namespace corridor::cli {

/// `--shard 2/3`.
struct Shard {
  std::uint64_t number = 1;
  std::uint64_t of = 1;
};

// What the options of `sweep` say; each throws what is wrong with them.

SweepPlan sweep_plan(Session& session, Network const& network);
Shard shard(Session const& session);
unsigned thread_count(Session const& session);

}  // namespace corridor::cli
