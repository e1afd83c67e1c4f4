#include "analysis/route.h"

#include <algorithm>
#include <utility>

namespace corridor {
namespace {

/// Changes of country between the nodes where the shipment is on land. Nodes without a country and
/// nodes that a ship sails by are looked through.
int border_crossings(Network const& network, Graph const& graph, std::vector<ArcId> const& arcs) {
  int crossings = 0;
  std::string country;
  auto const stand = [&](VertexId vertex) {
    std::string const& here = network.nodes[graph.columns().node[vertex]].country;
    if (here.empty()) return;
    if (!country.empty() && country != here) ++crossings;
    country = here;
  };
  for (ArcId const arc : arcs) {
    if (graph.kind(arc) == ArcKind::start) stand(graph.head(arc));
    if (graph.kind(arc) == ArcKind::link || graph.kind(arc) == ArcKind::start) continue;
    if (!sails_by(network, graph, arc)) stand(graph.tail(arc));
  }
  return crossings;
}

bool repeats(std::vector<NodeId> nodes) {
  std::sort(nodes.begin(), nodes.end());
  return std::adjacent_find(nodes.begin(), nodes.end()) != nodes.end();
}

}  // namespace

bool is_gauge_change(Network const& network, Graph const& graph, ArcId transfer) {
  auto const& mode_of = graph.columns().mode;
  Mode const& from = network.modes[mode_of[graph.tail(transfer)]];
  Mode const& to = network.modes[mode_of[graph.head(transfer)]];
  return from.kind == "rail" && to.kind == "rail" && from.gauge_mm && to.gauge_mm &&
         *from.gauge_mm != *to.gauge_mm;
}

bool is_aboard_ship(Network const& network, Graph const& graph, VertexId vertex) {
  std::string const& kind = network.modes[graph.columns().mode[vertex]].kind;
  return kind == "sea" || kind == "ferry" || kind == "lake";
}

bool sails_by(Network const& network, Graph const& graph, ArcId arc) {
  return graph.kind(arc) == ArcKind::passage && is_aboard_ship(network, graph, graph.tail(arc));
}

Route describe(Network const& network, Graph const& graph, std::vector<ArcId> arcs) {
  Route route;
  route.arcs = std::move(arcs);
  for (ArcId const arc : route.arcs) {
    route.totals += totals_of(graph, arc);
    if (graph.kind(arc) == ArcKind::link) ++route.links;
    if (graph.kind(arc) != ArcKind::transfer) continue;
    ++(is_gauge_change(network, graph, arc) ? route.gauge_changes : route.transshipments);
  }
  route.border_crossings = border_crossings(network, graph, route.arcs);
  route.repeats_node = repeats(nodes_of(graph, route));
  return route;
}

std::vector<NodeId> nodes_of(Graph const& graph, Route const& route) {
  std::vector<NodeId> nodes;
  for (ArcId const arc : route.arcs) {
    ArcKind const kind = graph.kind(arc);
    if (kind != ArcKind::start && kind != ArcKind::link) continue;
    nodes.push_back(graph.columns().node[graph.head(arc)]);
  }
  return nodes;
}

std::vector<Leg> legs_of(Graph const& graph, Route const& route) {
  std::vector<Leg> legs;
  for (ArcId const arc : route.arcs) {
    // Starts, ends and undeclared passages are nothing a planner would see.
    if (!graph.element(arc)) continue;
    legs.push_back({graph.kind(arc), arc, totals_of(graph, arc)});
  }
  return legs;
}

}  // namespace corridor
