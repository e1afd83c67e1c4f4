#pragma once

#include <cstdint>
#include <optional>

#include "support/oracle.h"

namespace corridor::test {

/// The largest flow from origin to destination of a world by shortest augmenting paths on lists of
/// arcs (Edmonds and Karp 1972): `throughput` of the oracle for networks of hundreds of links.
/// Empty when nothing limits it.
std::optional<std::int64_t> sparse_throughput(World const& world);

}  // namespace corridor::test
