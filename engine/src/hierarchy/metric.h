#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "hierarchy/shape.h"

namespace corridor::hierarchy {

/// What a way costs, as one whole number: an objective with the number of links below it. Sums of
/// two stay within 64 bits.
using Weight = std::int64_t;
inline constexpr Weight kUnreached = Weight{1} << 61;
/// Weights and the sums along ways must stay below this.
inline constexpr Weight kMostWeight = Weight{1} << 60;

/// An arc's weight and, when it is a link, its position in the file; two ways of equal weight are
/// told apart by the positions of their links, compared from the first.
struct ArcWeight {
  Weight weight = kUnreached;
  std::uint32_t position = kNone;  ///< kNone: not a link, passed over in comparisons
};

/// A hierarchy's edges under one set of arc weights: the lightest ways between the ends of each
/// edge through lower vertices only, in both directions, and among equal ways the first one.
///
/// Each edge is the lightest of its own arcs and of its lower triangles; the vertices are taken
/// from the lowest up. Basic customization of Dibbelt, Strasser & Wagner (2016). Why the first of
/// equal ways comes out: a way splits at its highest inner vertex into two ways that are lightest
/// themselves, and of ways of equal weight all have the same number of links, so the first halves
/// make the first whole.
class Metric {
 public:
  /// O(triangles / threads). The shape must outlive it. Throws std::invalid_argument when a weight
  /// is negative or neither below kMostWeight nor kUnreached.
  Metric(Shape const& shape, std::span<ArcWeight const> arcs, unsigned threads = 1);

  struct Change {
    ArcIndex arc = 0;
    ArcWeight now;
  };
  /// As if made anew with these arcs changed; looks only at what they touch. Not while queries run.
  void update(std::span<Change const> changes);

  Shape const& shape() const { return *shape_; }
  Weight const* up() const { return up_.data(); }  ///< by edge
  Weight const* down() const { return down_.data(); }

  Vertex lower(std::uint32_t edge) const { return lower_[edge]; }

  /// The arcs of an edge's way upwards or downwards, appended to `arcs`. Linear in their number.
  void unpack(std::uint32_t edge, bool upwards, std::vector<ArcIndex>& arcs) const;

  /// Whether the first list of arcs comes before the second in the file's order.
  bool comes_before(std::span<ArcIndex const> a, std::span<ArcIndex const> b) const;

  bool operator==(Metric const& other) const {
    return up_ == other.up_ && down_ == other.down_ && via_ == other.via_;
  }

 private:
  /// Where the ways of an edge lead through: a lower vertex or, with kOwnArc set, one of the
  /// caller's arcs.
  struct Via {
    std::uint32_t up = kNone, down = kNone;
    bool operator==(Via const&) const = default;
  };
  static constexpr std::uint32_t kOwnArc = 0x80000000U;

  struct Both {
    Weight up, down;
    bool operator==(Both const&) const = default;
  };
  /// One of the two directions between two vertices.
  struct Direction {
    Vertex low, high;
    bool upwards;
  };
  struct Offer {
    Weight weight;
    std::uint32_t via;
  };
  struct Row;
  struct Repair;

  void customize(unsigned threads);
  void start(Vertex low, std::uint32_t edge);
  template <class Wanted>
  void add_triangles(Vertex v, Row& row, Wanted const& wanted);
  void add_triangles_over(Vertex x, Vertex v, std::uint32_t to_here, Row& row) const;
  void offer(Direction const& direction, Offer const& offer, Weight& known,
             std::uint32_t& via) const;
  template <class Visit>
  void over_lower_triangles(std::uint32_t edge, Visit const& visit) const;
  bool remake(std::uint32_t edge, std::vector<bool>& moved);
  void hand_on(std::uint32_t edge, Both const& before, Repair& repair) const;
  void unpack_via(Direction const& direction, std::uint32_t via, std::vector<ArcIndex>& arcs) const;

  Shape const* shape_;
  std::vector<ArcWeight> arcs_;
  std::vector<Weight> up_, down_;
  std::vector<Via> via_;
  std::vector<Vertex> lower_;  ///< by edge
};

/// How many of `threads` to customize a shape with: below 100,000 edges waiting for each other
/// takes longer than the work.
inline unsigned threads_for(Shape const& shape, unsigned threads) {
  constexpr std::uint32_t kWorthThreads = 100'000;
  return shape.edges() < kWorthThreads ? 1U : threads;
}

}  // namespace corridor::hierarchy
