#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "corridor/base/id.h"
#include "corridor/base/quantity.h"
#include "corridor/export.h"
#include "corridor/model/network.h"

namespace corridor {

using VertexId = Id<struct VertexTag>;
using ArcId = Id<struct ArcTag>;

/// What a vertex stands for. A node has two vertices for each mode that occurs there: where
/// shipments arrive and where they depart.
enum class VertexKind : std::uint8_t { origin, destination, arrival, departure };

/// What an arc stands for.
enum class ArcKind : std::uint8_t {
  link,
  transfer,
  passage,  ///< a node's passage, or free and unlimited where it declares none
  start,    ///< origin to a departure: free, unlimited
  end,      ///< an arrival to the destination: free, unlimited
};

/// One question's graph, immutable. Arcs are sorted by tail vertex, within it in file order:
/// the arcs out of v are [first_out(v), first_out(v + 1)). One column per property.
class CORRIDOR_EXPORT Graph {
 public:
  struct Topology;  ///< a Boost compressed sparse row graph, known to engine/src only

  struct Columns {
    // by arc
    Table<ArcId, VertexId> tail, head;
    Table<ArcId, Length> length;
    Table<ArcId, Duration> time;
    Table<ArcId, Cost> cost;
    Table<ArcId, Emissions> emissions;
    Table<ArcId, Limit> capacity;
    Table<ArcId, ArcKind> kind;
    /// The link, transfer or passage in its table; kNoElement for start, end and a passage that
    /// the node does not declare.
    Table<ArcId, std::uint32_t> element;
    // by vertex
    Table<VertexId, VertexKind> vertex_kind;
    Table<VertexId, NodeId> node;  ///< unused for origin and destination
    Table<VertexId, ModeId> mode;  ///< likewise
  };
  static constexpr std::uint32_t kNoElement = UINT32_MAX;

  Graph(Columns columns, std::shared_ptr<Topology const> topology);

  std::size_t vertex_count() const { return columns_.node.size(); }
  std::size_t arc_count() const { return columns_.tail.size(); }
  VertexId origin() const { return VertexId(0); }
  VertexId destination() const { return VertexId(1); }

  Columns const& columns() const { return columns_; }
  VertexId tail(ArcId a) const { return columns_.tail[a]; }
  VertexId head(ArcId a) const { return columns_.head[a]; }
  ArcKind kind(ArcId a) const { return columns_.kind[a]; }
  Limit capacity(ArcId a) const { return columns_.capacity[a]; }
  /// The element an arc came from; empty for start, end and an undeclared passage.
  std::optional<ElementRef> element(ArcId a) const;
  /// The vertex of a node and mode, if the mode occurs there.
  std::optional<VertexId> vertex(NodeId node, ModeId mode, VertexKind kind) const;

  /// Number of the first arc out of a vertex; first_out of one past the last vertex is arc_count.
  std::span<std::uint32_t const> first_out() const;
  Topology const& topology() const { return *topology_; }

 private:
  Columns columns_;
  std::shared_ptr<Topology const> topology_;
};

}  // namespace corridor
