#pragma once

#include <algorithm>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

#include "corridor/analysis/shortest_path.h"
#include "corridor/base/int128.h"
#include "graph/topology.h"

namespace corridor {

/// What a route minimises: the objective, then the number of links. A link counts 1 and everything
/// else 0; each cycle holds a link, so each cycle is positive even where the objective is 0.
template <class Amount>
struct RouteWeight {
  Amount amount{};
  std::uint32_t links = 0;

  static RouteWeight unreached() {
    // Not numeric_limits<Amount>, which strict ISO mode does not offer for 128 bits.
    constexpr Amount kMost = ~(Amount{1} << (8 * sizeof(Amount) - 1));
    return {kMost, std::numeric_limits<std::uint32_t>::max()};
  }
  friend RouteWeight operator+(RouteWeight const& a, RouteWeight const& b) {
    return {a.amount + b.amount, a.links + b.links};
  }
  bool operator==(const RouteWeight&) const = default;
  friend bool operator<(RouteWeight const& a, RouteWeight const& b) {
    return a.amount != b.amount ? a.amount < b.amount : a.links < b.links;
  }
};

/// In a relaxed graph the number of changes comes before everything else.
struct RelaxedWeight {
  std::uint32_t changes = 0;
  RouteWeight<Int128> route;

  static RelaxedWeight unreached() {
    return {std::numeric_limits<std::uint32_t>::max(), RouteWeight<Int128>::unreached()};
  }
  friend RelaxedWeight operator+(RelaxedWeight const& a, RelaxedWeight const& b) {
    return {a.changes + b.changes, a.route + b.route};
  }
  bool operator==(const RelaxedWeight&) const = default;
  friend bool operator<(RelaxedWeight const& a, RelaxedWeight const& b) {
    return a.changes != b.changes ? a.changes < b.changes : a.route < b.route;
  }
};

/// The vertices of a node are [first, last).
inline std::pair<std::size_t, std::size_t> vertices_of(Graph const& graph, NodeId node) {
  auto const& nodes = graph.columns().node;
  auto const range = std::equal_range(nodes.begin() + 2, nodes.end(), node);
  return {static_cast<std::size_t>(range.first - nodes.begin()),
          static_cast<std::size_t>(range.second - nodes.begin())};
}

/// Least weights from every vertex to the destination, one column for each stage: in stage i the
/// vias from number i on are still to be passed. A via is passed by arriving at it, or by starting
/// there (stage_at, which the caller asks for every node on its way).
///
/// The last stage is a search from the destination; each earlier one starts at the arrivals of its
/// via, with the distances of the stage after it. Dijkstra (1959), run to its end: arcs may weigh
/// nothing, and the read-off asks for every vertex on an equally good way.
template <class W>
class StagedDistances {
 public:
  /// `weight` by arc.
  StagedDistances(Graph const& graph, std::vector<NodeId> const& via, std::vector<W> const& weight)
      : graph_(graph), via_(via), to_end_(via.size() + 1) {
    for (std::size_t stage = via.size() + 1; stage-- > 0;) {
      to_end_[stage].assign(graph.vertex_count(), W::unreached());
      search(stage == via.size() ? from_destination() : from_via(stage), weight, to_end_[stage]);
    }
  }

  std::size_t stages() const { return to_end_.size(); }
  W const& at(std::size_t stage, VertexId v) const { return to_end_[stage][v.index()]; }
  bool reaches(std::size_t stage, VertexId v) const { return at(stage, v) != W::unreached(); }
  /// The stage after a visit to a node in `stage`.
  std::size_t stage_at(std::size_t stage, NodeId node) const {
    while (stage < via_.size() && via_[stage] == node) ++stage;
    return stage;
  }

 private:
  using Reversed = boost::reverse_graph<BoostTopology>;
  using Edge = typename boost::graph_traits<Reversed>::edge_descriptor;

  std::vector<std::uint32_t> from_destination() {
    to_end_.back()[graph_.destination().index()] = W{};
    return {graph_.destination().index()};
  }

  std::vector<std::uint32_t> from_via(std::size_t stage) {
    std::vector<std::uint32_t> sources;
    auto const [first, last] = vertices_of(graph_, via_[stage]);
    for (VertexId v{first}; v.index() < last; v = VertexId(v.index() + std::size_t{1})) {
      if (graph_.columns().vertex_kind[v] != VertexKind::arrival) continue;
      if (!reaches(stage + 1, v)) continue;
      to_end_[stage][v.index()] = at(stage + 1, v);
      sources.push_back(v.index());
    }
    return sources;
  }

  void search(std::vector<std::uint32_t> const& sources, std::vector<W> const& weight,
              std::vector<W>& distance) const {
    Reversed const graph(graph_.topology().boost);
    auto const index = get(boost::vertex_index, graph_.topology().boost);
    auto const weight_of = [&](Edge const& edge) { return weight[edge.underlying_descx.idx]; };
    boost::dijkstra_shortest_paths_no_init(
        graph, sources.begin(), sources.end(), boost::dummy_property_map(),
        boost::make_iterator_property_map(distance.begin(), index),
        boost::make_function_property_map<Edge, W>(weight_of), index, std::less<W>(),
        std::plus<W>(), W{}, boost::dijkstra_visitor<>());
  }

  Graph const& graph_;
  std::vector<NodeId> const& via_;
  std::vector<std::vector<W>> to_end_;
};

/// Reads the best way off distances: from the origin along tight arcs (those that lose nothing
/// against the distances), each time towards the earliest next link in the file.
///
/// Why this is the contract's order. All best ways have the same number of links, and every tight
/// arc lies on one, so taking the smallest possible link at each step gives the smallest sequence,
/// provided the links so far determine the place reached. They do: from an arrival the next link
/// determines the departure, hence the one passage or transfer to it. From the origin a link could
/// begin at either end when both are ends of the question; then the way that comes to the other
/// end could have started there with a link less, unless its first node was the first via; the two
/// first nodes differ, so at most one of them is. Switching to the next stage as soon as a via is
/// reached keeps all best ways, because a way onward that passes the via again is no shorter than
/// one that need not.
template <class W>
class ReadOff {
 public:
  ReadOff(Graph const& graph, std::vector<W> const& weight, StagedDistances<W> const& distances)
      : graph_(graph), weight_(weight), distances_(distances) {}

  /// Start arc to end arc, or empty when nothing leads to the destination.
  std::vector<ArcId> arcs() const {
    Place place{graph_.origin(), 0};
    std::vector<ArcId> arcs;
    for (W remaining = least_of_origin(); remaining != W::unreached();) {
      Step const step = best_step(place, remaining);
      arcs.push_back(step.inner);
      if (graph_.kind(step.inner) == ArcKind::end) return arcs;
      arcs.push_back(step.link);
      VertexId const next = graph_.head(step.link);
      place = {next, distances_.stage_at(step.stage, graph_.columns().node[next])};
      remaining = distances_.at(place.stage, place.vertex);
    }
    return arcs;
  }

  /// The least weight of all ways.
  W least_of_origin() const {
    W least = W::unreached();
    for (ArcId const start : out_of(graph_.origin())) {
      std::size_t const stage = stage_after(start, 0);
      if (!distances_.reaches(stage, graph_.head(start))) continue;
      least = std::min(least, weight_of(start) + distances_.at(stage, graph_.head(start)));
    }
    return least;
  }

 private:
  struct Place {
    VertexId vertex;
    std::size_t stage;
  };
  /// A start, passage or transfer with the link after it; or an end alone.
  struct Step {
    ArcId inner, link;
    std::size_t stage;
  };

  W const& weight_of(ArcId a) const { return weight_[a.index()]; }

  class Arcs {
   public:
    using Iterator = Table<ArcId, VertexId>::Ids::Iterator;
    Arcs(std::size_t first, std::size_t last) : first_(first), last_(last) {}
    Iterator begin() const { return Iterator(first_); }
    Iterator end() const { return Iterator(last_); }

   private:
    std::size_t first_, last_;
  };
  Arcs out_of(VertexId v) const {
    auto const first = graph_.first_out();
    return {first[v.index()], first[v.index() + std::size_t{1}]};
  }

  /// A start passes the vias that its node is; inside a node nothing is passed.
  std::size_t stage_after(ArcId inner, std::size_t stage) const {
    if (graph_.kind(inner) != ArcKind::start) return stage;
    return distances_.stage_at(stage, graph_.columns().node[graph_.head(inner)]);
  }

  bool tight(ArcId a, W const& remaining, std::size_t stage, VertexId head) const {
    return distances_.reaches(stage, head) &&
           weight_of(a) + distances_.at(stage, head) == remaining;
  }

  Step best_step(Place const& place, W const& remaining) const {
    Step best{};
    std::uint32_t best_link = Graph::kNoElement;
    for (ArcId const inner : out_of(place.vertex)) {
      std::size_t const stage = stage_after(inner, place.stage);
      VertexId const head = graph_.head(inner);
      if (!tight(inner, remaining, stage, head)) continue;
      // An end is tight only where no link is left, so nothing competes with it.
      if (graph_.kind(inner) == ArcKind::end) return {inner, inner, stage};
      ArcId const link = first_tight_link(head, stage);
      if (graph_.columns().element[link] >= best_link) continue;
      best_link = graph_.columns().element[link];
      best = {inner, link, stage};
    }
    return best;
  }

  /// Arcs out of a departure are links in file order, so the first tight one is the earliest; and
  /// one is tight, for the departure's distance came along it.
  ArcId first_tight_link(VertexId departure, std::size_t stage) const {
    Arcs const links = out_of(departure);
    W const& remaining = distances_.at(stage, departure);
    auto link = links.begin();
    while (!tight(*link, remaining, link_stage(*link, stage), graph_.head(*link))) ++link;
    return *link;
  }

  /// The stage at a link's head.
  std::size_t link_stage(ArcId link, std::size_t stage) const {
    return distances_.stage_at(stage, graph_.columns().node[graph_.head(link)]);
  }

  Graph const& graph_;
  std::vector<W> const& weight_;
  StagedDistances<W> const& distances_;
};

}  // namespace corridor
