// Reads the definitions a second time, step by step, from the route's legs and nodes.

#include <algorithm>
#include <string>

#include "corridor/analysis/profile.h"

namespace corridor {
namespace {

bool is_ship(Network const& network, Graph const& graph, VertexId vertex) {
  auto const& kind = network.modes[graph.columns().mode[vertex]].kind;
  return kind == "sea" || kind == "ferry" || kind == "lake";
}

StepKind kind_of(Network const& network, Graph const& graph, ArcId arc) {
  if (graph.kind(arc) == ArcKind::link) return StepKind::link;
  if (graph.kind(arc) == ArcKind::passage) return StepKind::passage;
  auto const& from = network.modes[graph.columns().mode[graph.tail(arc)]];
  auto const& to = network.modes[graph.columns().mode[graph.head(arc)]];
  bool const rail = from.kind == "rail" && to.kind == "rail" && from.gauge_mm && to.gauge_mm;
  return rail && *from.gauge_mm != *to.gauge_mm ? StepKind::gauge_change : StepKind::transshipment;
}

/// The country last stood in on land before the arc of this number; empty when there is none.
std::string country_before(Network const& network, Graph const& graph, Route const& route,
                           std::size_t number) {
  for (std::size_t i = number; i-- > 0;) {
    auto const arc = route.arcs[i];
    auto const kind = graph.kind(arc);
    if (kind == ArcKind::link) continue;
    auto const at = kind == ArcKind::start ? graph.head(arc) : graph.tail(arc);
    if (kind == ArcKind::passage && is_ship(network, graph, at)) continue;
    auto const& country = network.nodes[graph.columns().node[at]].country;
    if (!country.empty()) return country;
  }
  return {};
}

bool at_border(Network const& network, Graph const& graph, Route const& route, std::size_t number) {
  auto const arc = route.arcs[number];
  auto const at = graph.tail(arc);
  auto const& node = network.nodes[graph.columns().node[at]];
  if (node.kind == "border") return true;
  if (node.country.empty()) return false;
  if (graph.kind(arc) == ArcKind::passage && is_ship(network, graph, at)) return false;
  auto const before = country_before(network, graph, route, number);
  return !before.empty() && before != node.country;
}

}  // namespace

std::string violation(Network const& network, Graph const& graph, Route const& route,
                      RouteProfile const& profile) {
  Totals sum;
  CrossingSums sums;
  std::size_t next = 0;
  for (std::size_t i = 0; i < route.arcs.size(); ++i) {
    auto const arc = route.arcs[i];
    if (!graph.element(arc)) continue;
    auto const number = "step " + std::to_string(next + 1);
    if (next == profile.steps.size()) return number + " is missing";
    auto const& step = profile.steps[next++];
    auto const own = totals_of(graph, arc);
    sum += own;
    if (step.arc != arc) return number + " is another one";
    if (step.own != own || step.after != sum) return number + " has other amounts";
    bool const link = graph.kind(arc) == ArcKind::link;
    auto const at = link ? graph.head(arc) : graph.tail(arc);
    if (step.kind != kind_of(network, graph, arc)) return number + " is of another kind";
    if (step.node != graph.columns().node[at]) return number + " is elsewhere";
    bool const ship = graph.kind(arc) == ArcKind::transfer &&
                      (is_ship(network, graph, at) || is_ship(network, graph, graph.head(arc)));
    if (step.port != ship) return number + (ship ? " is at a port" : " is at no port");
    bool const border = !link && at_border(network, graph, route, i);
    if (step.border != border) return number + (border ? " is at a border" : " is at no border");
    if (!link) sums.standing += own.time;
    if (!border) continue;
    ++sums.points;
    sums.time += own.time;
    sums.cost += own.cost;
  }
  if (next != profile.steps.size()) return "there are more steps than the route has";
  if (profile.totals != sum || sum != route.totals) return "the totals are no sums of the steps";
  auto const& found = profile.crossings;
  if (found.points != sums.points || found.time != sums.time || found.cost != sums.cost ||
      found.standing != sums.standing) {
    return "the sums at borders are others";
  }
  return {};
}

}  // namespace corridor
