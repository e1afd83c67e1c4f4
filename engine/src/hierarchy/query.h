#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "hierarchy/metric.h"

namespace corridor::hierarchy {

struct Way {
  Weight weight = 0;
  std::vector<ArcIndex> arcs;  ///< the caller's, from the first to the last
};

enum class Towards : bool { upwards, downwards };

/// What a search found at each depth, for the vertices above its start and itself.
struct Above {
  std::vector<Vertex> vertex;
  std::vector<Weight> weight;
  std::vector<std::uint32_t> edge;  ///< the last of a lightest way, kNone at the start
  std::vector<char> tied;           ///< whether another edge would do as well
};

/// Lightest ways under the metrics of one shape: two searches up the elimination tree (Dibbelt,
/// Strasser & Wagner 2016), each of which meets only the vertices above its start. One per thread.
class Query {
 public:
  explicit Query(Shape const& shape) : shape_(&shape) {}

  /// The weight of the lightest way, kUnreached without one. O(edges of the vertices above).
  Weight distance(Metric const& metric, Vertex from, Vertex to);

  /// The lightest way from one of some vertices to one of others; of ways of equal weight the first
  /// by the positions of their links, compared from the first. Empty without one. As many searches
  /// as there are ends, and time linear in the way's arcs.
  std::optional<Way> way(Metric const& metric, std::span<Vertex const> from,
                         std::span<Vertex const> to);

 private:
  std::vector<ArcIndex> first_way(Metric const& metric, Above const& above, std::size_t depth,
                                  Towards towards) const;
  std::vector<ArcIndex> through(Metric const& metric, Above const& above, Above const& below,
                                std::size_t depth) const;

  Shape const* shape_;
  std::vector<Above> forward_, backward_;
};

/// Weights of the lightest ways from each of `from` to each of `to`, by rows; kUnreached without
/// one. O(searches + pairs x vertices above both), side by side on `threads`.
std::vector<Weight> matrix(Metric const& metric, std::span<Vertex const> from,
                           std::span<Vertex const> to, unsigned threads = 1);

}  // namespace corridor::hierarchy
