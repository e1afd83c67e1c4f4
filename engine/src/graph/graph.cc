#include "corridor/graph/graph.h"

#include <tuple>
#include <utility>

#include "graph/topology.h"

namespace corridor {
namespace {

std::vector<std::pair<std::uint32_t, std::uint32_t>> ends_of(Table<ArcId, VertexId> const& tail,
                                                             Table<ArcId, VertexId> const& head) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(tail.size());
  for (ArcId const a : tail.ids()) ends.emplace_back(tail[a].index(), head[a].index());
  return ends;
}

BoostTopology boost_topology(Table<ArcId, VertexId> const& tail, Table<ArcId, VertexId> const& head,
                             std::size_t vertex_count) {
  auto const ends = ends_of(tail, head);
  // A bidirectional graph has no constructor for sorted edges. This one sorts by counting, which
  // is stable, so that edges keep the numbers of their arcs.
  return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(),
          static_cast<std::uint32_t>(vertex_count)};
}

std::vector<std::uint32_t> row_starts(Table<ArcId, VertexId> const& tail,
                                      std::size_t vertex_count) {
  std::vector<std::uint32_t> first(vertex_count + 1, 0);
  for (VertexId const v : tail) ++first[v.index() + 1];
  for (std::size_t v = 0; v < vertex_count; ++v) first[v + 1] += first[v];
  return first;
}

ElementKind element_kind(ArcKind kind) {
  switch (kind) {
    case ArcKind::transfer:
      return ElementKind::transfer;
    case ArcKind::passage:
      return ElementKind::passage;
    case ArcKind::link:
    case ArcKind::start:
    case ArcKind::end:
      break;
  }
  return ElementKind::link;
}

}  // namespace

Graph::Topology::Topology(Table<ArcId, VertexId> const& tail, Table<ArcId, VertexId> const& head,
                          std::size_t vertex_count)
    : boost(boost_topology(tail, head, vertex_count)), first_out(row_starts(tail, vertex_count)) {}

Graph::Graph(Columns columns, std::shared_ptr<Topology const> topology)
    : columns_(std::move(columns)), topology_(std::move(topology)) {}

std::optional<ElementRef> Graph::element(ArcId a) const {
  std::uint32_t const index = columns_.element[a];
  if (index == kNoElement) return std::nullopt;
  return ElementRef{element_kind(columns_.kind[a]), index};
}

std::optional<VertexId> Graph::vertex(NodeId node, ModeId mode, VertexKind kind) const {
  // From vertex 2 on, vertices are sorted by node, then mode, then kind.
  auto const key = [this](std::size_t index) {
    VertexId const v(index);
    return std::tuple(columns_.node[v], columns_.mode[v], columns_.vertex_kind[v]);
  };
  auto const wanted = std::tuple(node, mode, kind);
  std::size_t low = 2;
  std::size_t high = vertex_count();
  while (low < high) {
    std::size_t const middle = low + (high - low) / 2;
    if (key(middle) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low >= vertex_count() || key(low) != wanted) return std::nullopt;
  return VertexId(low);
}

std::span<std::uint32_t const> Graph::first_out() const { return topology_->first_out; }

}  // namespace corridor
