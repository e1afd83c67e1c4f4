#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "corridor/analysis/shortest_path.h"
#include "corridor/base/int128.h"
#include "corridor/export.h"
#include "corridor/graph/objective.h"
#include "corridor/model/question.h"

namespace corridor {

/// A network made ready for very many questions about routes: built once, customized for an
/// objective or a scenario, then asked from any number of threads. A customizable contraction
/// hierarchy (Dibbelt, Strasser and Wagner 2016) on an order by nested dissection (George 1973; by
/// METIS, Karypis and Kumar 1998). The answers are those of shortest_path, ties included.
/// Immutable; copies share one.
class CORRIDOR_EXPORT RoutingNetwork {
 public:
  /// Whatever the state of its links: closed and planned ones are part of it, so that a scenario
  /// can open them. Finding the order takes about 20 us for each link (measured on road networks),
  /// all else O(shortcuts). Throws std::overflow_error when more than 65,535 vertices lie above
  /// each other, which no network with small separators has.
  explicit RoutingNetwork(Network const& network);
  /// With an order that `order()` of an equal network gave. Throws std::invalid_argument when it
  /// does not hold each vertex once.
  RoutingNetwork(Network const& network, std::span<std::uint32_t const> order);

  /// The vertices from the first taken out to the last; what a file has to keep.
  std::vector<std::uint32_t> order() const;
  std::size_t vertex_count() const;
  /// Edges of the hierarchy, shortcuts included: its memory is 60 bytes for each, and 28 for each
  /// customization.
  std::size_t edge_count() const;
  /// Whether a network has the same links, transfers and passages between the same ends, whatever
  /// their figures and states. Scenarios that insert something make another network of it.
  bool fits(Network const& network) const;

  struct Parts;  ///< known to engine/src only
  Parts const& parts() const { return *parts_; }

 private:
  std::shared_ptr<Parts const> parts_;
};

/// A routing network with the weights of one objective, for the year, corridor and avoided elements
/// of a question (its ends and `via` do not count). Constant objects may be used from many threads.
class CORRIDOR_EXPORT RoutingWeights {
 public:
  /// O(triangles of the hierarchy / threads). Throws std::invalid_argument when the network does
  /// not fit, std::overflow_error when amounts are so large that sums along a way may exceed 2^60
  /// (then shortest_path answers).
  RoutingWeights(RoutingNetwork const& routing, Network const& network, Question const& conditions,
                 Objective const& objective, ValueOfTime value = kDefaultValueOfTime,
                 unsigned threads = 1);
  ~RoutingWeights();
  RoutingWeights(RoutingWeights&&) noexcept;
  RoutingWeights& operator=(RoutingWeights&&) noexcept;

  /// As if made anew from a network in which these links, transfers and passages have other
  /// figures or states: nodes, the conditions and everything else stay. Works on what the changes
  /// touch alone. Not while queries run. Throws like the constructor; is unchanged then.
  void update(Network const& network, std::span<ElementRef const> changed);

  struct Parts;  ///< known to engine/src only
  Parts const& parts() const { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

/// A best way without a compiled graph: the links, and the transfers and declared passages.
struct RoutedWay {
  struct Leg {
    ElementRef element;
    NodeId from, to;            ///< the same at a transfer or passage
    ModeId from_mode, to_mode;  ///< the same at a link or passage
  };
  std::vector<Leg> legs;
  Int128 amount = 0;  ///< of the objective, exactly
  std::size_t links = 0;
  std::size_t transfers = 0;
};
/// All that a way costs under a network's figures. Linear in its legs.
CORRIDOR_EXPORT Totals totals_of(Network const& network, RoutedWay const& way);

/// Asks for routes; holds the space a search works in. One for each thread; the weights must
/// outlive it.
class CORRIDOR_EXPORT RouteQuery {
 public:
  explicit RouteQuery(RoutingWeights const& weights);
  ~RouteQuery();
  RouteQuery(RouteQuery&&) noexcept;
  RouteQuery& operator=(RouteQuery&&) noexcept;

  /// The least amount from a node to another one; from a node to itself 0. Empty without a way.
  /// O(edges of the vertices above either) (about 0.25 ms for 10^6 nodes of a road-like network).
  std::optional<Int128> amount(NodeId from, NodeId to);
  /// The best way from one of some nodes to one of others, the same as shortest_path finds.
  std::optional<RoutedWay> way(std::span<NodeId const> from, std::span<NodeId const> to);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Least amounts from each of `from` to each of `to`, by rows; empty without a way, 0 from a node
/// to itself. One search for each node named, then the vertices above both ends of each pair.
CORRIDOR_EXPORT std::vector<std::optional<Int128>> amounts_between(RoutingWeights const& weights,
                                                                   std::span<NodeId const> from,
                                                                   std::span<NodeId const> to,
                                                                   unsigned threads = 1);

}  // namespace corridor
