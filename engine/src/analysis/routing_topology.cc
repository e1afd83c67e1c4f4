#include "analysis/routing_topology.h"

#include "graph/mode_pairs.h"

namespace corridor {
namespace {

std::vector<LinkId> all_links(Network const& network) {
  std::vector<LinkId> links;
  links.reserve(network.links.size());
  for (LinkId const link : network.links.ids()) links.push_back(link);
  return links;
}

/// The vertices of each (node, mode) pair.
struct PairVertices {
  std::vector<hierarchy::Vertex> arrival, departure;
};

}  // namespace

RoutingTopology::RoutingTopology(Network const& network) : ends_(ends_of(network)) {
  auto const links = all_links(network);
  ModePairs const pairs(network, links);
  PairVertices at;
  at.arrival.resize(pairs.size());
  at.departure.resize(pairs.size());
  departs.assign(network.nodes.size(), hierarchy::kNone);
  arrives.assign(network.nodes.size(), hierarchy::kNone);
  auto const vertex = [&](NodeId of, ModeId by) {
    node.push_back(of);
    mode.push_back(by);
    return vertices++;
  };
  for (NodeId const id : network.nodes.ids()) {
    std::uint32_t const first = pairs.first(id);
    std::uint32_t const last = pairs.last(id);
    if (first == last) continue;
    bool const plain = last - first == 1 && !network.nodes[id].passage;
    for (std::uint32_t pair = first; pair < last; ++pair) {
      at.arrival[pair] = vertex(id, pairs[pair].mode);
      at.departure[pair] = plain ? at.arrival[pair] : vertex(id, pairs[pair].mode);
    }
    bool const several = last - first > 1;
    departs[id.index()] = several ? vertex(id, ModeId()) : at.departure[first];
    arrives[id.index()] = several ? vertex(id, ModeId()) : at.arrival[first];
  }

  for (std::size_t k = 0; k < links.size(); ++k) {
    first_of_link.push_back(static_cast<std::uint32_t>(arcs.size()));
    std::uint32_t const from = pairs.from_of(k);
    std::uint32_t const to = pairs.to_of(k);
    auto const index = static_cast<std::uint32_t>(k);
    add(at.departure[from], at.arrival[to], ArcKind::link, index);
    if (!network.links[links[k]].both_ways) continue;
    add(at.departure[to], at.arrival[from], ArcKind::link, index);
  }
  first_of_link.push_back(static_cast<std::uint32_t>(arcs.size()));

  for (NodeId const id : network.nodes.ids()) {
    first_of_node.push_back(static_cast<std::uint32_t>(arcs.size()));
    std::uint32_t const first = pairs.first(id);
    std::uint32_t const last = pairs.last(id);
    auto const& passage = network.nodes[id].passage;
    bool const several = last - first > 1;
    if (first == last || (!several && !passage)) continue;
    for (std::uint32_t pair = first; pair < last; ++pair) {
      add(at.arrival[pair], at.departure[pair], ArcKind::passage,
          passage ? passage->index() : Graph::kNoElement);
    }
    if (!several) continue;
    for (TransferId const transfer_id : network.nodes[id].transfers) {
      Transfer const& transfer = network.transfers[transfer_id];
      auto const from = pairs.find(id, transfer.from);
      auto const to = pairs.find(id, transfer.to);
      if (!from || !to) continue;
      add(at.arrival[*from], at.departure[*to], ArcKind::transfer, transfer_id.index());
      if (!transfer.both_ways) continue;
      add(at.arrival[*to], at.departure[*from], ArcKind::transfer, transfer_id.index());
    }
    for (std::uint32_t pair = first; pair < last; ++pair) {
      add(departs[id.index()], at.departure[pair], ArcKind::start, Graph::kNoElement);
      add(at.arrival[pair], arrives[id.index()], ArcKind::end, Graph::kNoElement);
    }
  }
  first_of_node.push_back(static_cast<std::uint32_t>(arcs.size()));
}

void RoutingTopology::add(hierarchy::Vertex tail, hierarchy::Vertex head, ArcKind arc_kind,
                          std::uint32_t of) {
  arcs.push_back({tail, head});
  kind.push_back(arc_kind);
  element.push_back(of);
}

std::vector<RoutingTopology::Ends> RoutingTopology::ends_of(Network const& network) {
  std::vector<Ends> ends;
  ends.reserve(network.links.size() + network.transfers.size() + network.nodes.size());
  for (Link const& link : network.links) {
    ends.push_back({link.from.index(), link.to.index(), link.mode.index(), link.both_ways});
  }
  for (Transfer const& transfer : network.transfers) {
    ends.push_back(
        {transfer.from.index(), transfer.to.index(), transfer.node.index(), transfer.both_ways});
  }
  for (Node const& each : network.nodes) {
    ends.push_back({each.passage ? each.passage->index() : Graph::kNoElement, 0, 0, false});
  }
  return ends;
}

bool RoutingTopology::fits(Network const& network) const { return ends_ == ends_of(network); }

}  // namespace corridor
