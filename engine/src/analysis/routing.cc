#include "corridor/analysis/routing.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "analysis/routing_parts.h"

namespace corridor {
namespace {

std::shared_ptr<RoutingNetwork::Parts const> built(RoutingTopology topology,
                                                   std::vector<hierarchy::Vertex> order) {
  auto shape = hierarchy::make_shape(order, topology.arcs);
  return std::make_shared<RoutingNetwork::Parts const>(
      RoutingNetwork::Parts{std::move(topology), std::move(order), std::move(shape)});
}

std::shared_ptr<RoutingNetwork::Parts const> built(Network const& network) {
  RoutingTopology topology(network);
  auto order = hierarchy::nested_dissection(topology.vertices, topology.arcs);
  return built(std::move(topology), std::move(order));
}

std::shared_ptr<RoutingNetwork::Parts const> built(Network const& network,
                                                   std::span<std::uint32_t const> order) {
  RoutingTopology topology(network);
  if (order.size() != topology.vertices) {
    throw std::invalid_argument("the order is not one of this network's vertices");
  }
  return built(std::move(topology), {order.begin(), order.end()});
}

/// The arcs of a link, transfer or passage.
std::vector<std::uint32_t> arcs_of(RoutingTopology const& topology, Network const& network,
                                   ElementRef ref) {
  std::vector<std::uint32_t> found;
  if (ref.kind == ElementKind::link) {
    std::uint32_t const last = topology.first_of_link[ref.index + std::size_t{1}];
    for (auto arc = topology.first_of_link[ref.index]; arc < last; ++arc) found.push_back(arc);
    return found;
  }
  bool const transfer = ref.kind == ElementKind::transfer;
  NodeId const node = transfer ? network.transfers[TransferId(ref.index)].node
                               : network.passages[PassageId(ref.index)].node;
  ArcKind const kind = transfer ? ArcKind::transfer : ArcKind::passage;
  std::uint32_t const last = topology.first_of_node[node.index() + std::size_t{1}];
  for (auto arc = topology.first_of_node[node.index()]; arc < last; ++arc) {
    if (topology.kind[arc] == kind && topology.element[arc] == ref.index) found.push_back(arc);
  }
  return found;
}

std::unique_ptr<RoutingWeights::Parts> customized(RoutingNetwork const& routing,
                                                  Network const& network,
                                                  Question const& conditions,
                                                  Objective const& objective, ValueOfTime value,
                                                  unsigned threads) {
  if (!routing.fits(network)) {
    throw std::invalid_argument("the network is not the one that routing was prepared for");
  }
  auto const& topology = routing.parts().topology;
  auto const packing = packing_of(topology, objective, value);
  auto const arcs =
      packed(topology, RoutingAmounts(topology, network, conditions, objective, value), packing);
  if (!arcs.fits()) throw std::overflow_error("amounts are too large for a hierarchy");
  return std::make_unique<RoutingWeights::Parts>(RoutingWeights::Parts{
      routing, conditions, &objective, value, threads, packing, arcs.bound,
      hierarchy::Metric(routing.parts().shape, arcs.weights,
                        hierarchy::threads_for(routing.parts().shape, threads))});
}

RoutedWay described(RoutingTopology const& topology, Packing const& packing,
                    hierarchy::Way const& way) {
  RoutedWay made;
  made.amount = packing.amount(way.weight);
  made.links = static_cast<std::size_t>(packing.links(way.weight));
  for (hierarchy::ArcIndex const arc : way.arcs) {
    std::uint32_t const element = topology.element[arc];
    if (element == Graph::kNoElement) continue;
    auto const [tail, head] = topology.arcs[arc];
    ElementRef ref{ElementKind::link, element};
    if (topology.kind[arc] == ArcKind::transfer) ref.kind = ElementKind::transfer;
    if (topology.kind[arc] == ArcKind::passage) ref.kind = ElementKind::passage;
    if (ref.kind == ElementKind::transfer) ++made.transfers;
    made.legs.push_back(
        {ref, topology.node[tail], topology.node[head], topology.mode[tail], topology.mode[head]});
  }
  return made;
}

/// The vertices of nodes in a column of the topology, those without any link left out.
std::vector<hierarchy::Vertex> vertices_of(std::vector<hierarchy::Vertex> const& by_node,
                                           std::span<NodeId const> nodes) {
  std::vector<hierarchy::Vertex> found;
  for (NodeId const node : nodes) {
    if (by_node[node.index()] != hierarchy::kNone) found.push_back(by_node[node.index()]);
  }
  return found;
}

}  // namespace

RoutingNetwork::RoutingNetwork(Network const& network) : parts_(built(network)) {}
RoutingNetwork::RoutingNetwork(Network const& network, std::span<std::uint32_t const> order)
    : parts_(built(network, order)) {}
std::vector<std::uint32_t> RoutingNetwork::order() const { return parts_->order; }
std::size_t RoutingNetwork::vertex_count() const { return parts_->topology.vertices; }
std::size_t RoutingNetwork::edge_count() const { return parts_->shape.edges(); }
bool RoutingNetwork::fits(Network const& network) const { return parts_->topology.fits(network); }

RoutingWeights::RoutingWeights(RoutingNetwork const& routing, Network const& network,
                               Question const& conditions, Objective const& objective,
                               ValueOfTime value, unsigned threads)
    : parts_(customized(routing, network, conditions, objective, value, threads)) {}
RoutingWeights::~RoutingWeights() = default;
RoutingWeights::RoutingWeights(RoutingWeights&&) noexcept = default;
RoutingWeights& RoutingWeights::operator=(RoutingWeights&&) noexcept = default;

void RoutingWeights::update(Network const& network, std::span<ElementRef const> changed) {
  Parts& parts = *parts_;
  auto const& topology = parts.topology();
  RoutingAmounts const amounts(topology, network, parts.conditions, *parts.objective, parts.value);
  std::vector<hierarchy::Metric::Change> changes;
  Int128 bound = parts.bound;
  for (ElementRef const ref : changed) {
    for (std::uint32_t const arc : arcs_of(topology, network, ref)) {
      auto const now = packed_arc(topology, parts.packing, arc, amounts(arc));
      if (now.weight < hierarchy::kUnreached) bound += now.weight;
      if (bound >= hierarchy::kMostWeight) {
        // The bound only grows here; made anew it is as small as it can be.
        parts_ = customized(parts.routing, network, parts.conditions, *parts.objective, parts.value,
                            parts.threads);
        return;
      }
      changes.push_back({arc, now});
    }
  }
  parts.metric.update(changes);
  parts.bound = bound;
}

Totals totals_of(Network const& network, RoutedWay const& way) {
  Totals sum;
  for (auto const& leg : way.legs) {
    sum += totals_of(element(network, leg.element).figures);
  }
  return sum;
}

struct RouteQuery::Parts {
  RoutingWeights::Parts const& weights;
  hierarchy::Query query;
};

RouteQuery::RouteQuery(RoutingWeights const& weights)
    : parts_(std::make_unique<Parts>(
          Parts{weights.parts(), hierarchy::Query(weights.parts().shape())})) {}
RouteQuery::~RouteQuery() = default;
RouteQuery::RouteQuery(RouteQuery&&) noexcept = default;
RouteQuery& RouteQuery::operator=(RouteQuery&&) noexcept = default;

std::optional<Int128> RouteQuery::amount(NodeId from, NodeId to) {
  if (from == to) return Int128{0};
  auto const& topology = parts_->weights.topology();
  auto const source = topology.departs[from.index()];
  auto const sink = topology.arrives[to.index()];
  if (source == hierarchy::kNone || sink == hierarchy::kNone) return std::nullopt;
  auto const found = parts_->query.distance(parts_->weights.metric, source, sink);
  if (found >= hierarchy::kUnreached) return std::nullopt;
  return parts_->weights.packing.amount(found);
}

std::optional<RoutedWay> RouteQuery::way(std::span<NodeId const> from, std::span<NodeId const> to) {
  auto const& topology = parts_->weights.topology();
  auto const way = parts_->query.way(parts_->weights.metric, vertices_of(topology.departs, from),
                                     vertices_of(topology.arrives, to));
  if (!way) return std::nullopt;
  return described(topology, parts_->weights.packing, *way);
}

std::vector<std::optional<Int128>> amounts_between(RoutingWeights const& weights,
                                                   std::span<NodeId const> from,
                                                   std::span<NodeId const> to, unsigned threads) {
  auto const& parts = weights.parts();
  auto const& topology = parts.topology();
  auto const sources = vertices_of(topology.departs, from);
  auto const sinks = vertices_of(topology.arrives, to);
  auto const found = hierarchy::matrix(parts.metric, sources, sinks, std::max(threads, 1U));
  std::vector<std::optional<Int128>> made;
  made.reserve(from.size() * to.size());
  std::size_t next = 0;
  for (NodeId const a : from) {
    bool const leaves = topology.departs[a.index()] != hierarchy::kNone;
    for (NodeId const b : to) {
      bool const asked = leaves && topology.arrives[b.index()] != hierarchy::kNone;
      auto const weight = asked ? found[next++] : hierarchy::kUnreached;
      made.emplace_back();
      if (a == b) {
        made.back() = 0;
      } else if (weight < hierarchy::kUnreached) {
        made.back() = parts.packing.amount(weight);
      }
    }
  }
  return made;
}

}  // namespace corridor
