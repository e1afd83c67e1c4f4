#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "flow/network.h"

namespace corridor::flow {

/// A scenario's edit: the edge's capacities become these. An edge at most once per scenario.
struct Change {
  EdgeIndex edge = 0;
  Amount capacity = 0;
  Amount reverse_capacity = 0;
};

/// Up to 64 cuts between the same terminals, by rising base capacity. Every cut bounds every
/// scenario from above. Kept as vertex sets, one bit per cut and vertex, so that the cuts an edge
/// crosses are two instructions away.
class CutPool {
 public:
  static constexpr std::uint32_t kMost = 64;

  CutPool() = default;
  /// `edges` by the vertex numbers that the added sets use; they are copied.
  CutPool(Vertex vertices, std::span<Edge const> edges);

  /// Adds the set of vertices for which `inside` is not 0; when full, the cut of the largest base
  /// capacity goes. O(n + m).
  void add(std::span<char const> inside);

  /// The least capacity of a pooled cut after the changes. O(1) for one change, else
  /// O(changes x cuts).
  Amount bound(std::span<Change const> changes) const;

  std::uint32_t size() const { return size_; }

 private:
  Amount bound_one(Change const& change) const;

  std::vector<Edge> edges_;
  std::vector<std::uint64_t> inside_;  ///< per vertex, bit c: cut c holds it
  std::array<Amount, kMost> capacity_{};
  std::uint32_t size_ = 0;
};

}  // namespace corridor::flow
