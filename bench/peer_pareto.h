#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "corridor/graph/graph.h"

namespace corridor::bench {

inline constexpr std::size_t kPeerCriteria = 3;
using PeerAmounts = std::array<std::int64_t, kPeerCriteria>;

/// Boost's r_c_shortest_paths with three resources and no windows: all non-dominated ways from the
/// origin to the destination.
class BoostFront {
 public:
  /// `amounts` by arc.
  BoostFront(Graph const& graph, std::vector<PeerAmounts> amounts);
  ~BoostFront();
  BoostFront(BoostFront const&) = delete;
  BoostFront& operator=(BoostFront const&) = delete;

  /// The combinations of amounts, in order, each once.
  std::vector<PeerAmounts> solve() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace corridor::bench
