#include "corridor/report/geojson.h"

#include <algorithm>

#include "corridor/base/decimal.h"
#include "report/figures.h"
#include "report/json.h"
#include "report/machine.h"

namespace corridor::report {
namespace {

constexpr std::int64_t kDegree = 10'000'000;  // points are kept in 10^-7 degrees
constexpr std::int64_t kHalfTurn = 180 * kDegree;

struct Position {
  std::int64_t longitude, latitude;
};

Position position_of(Point point) { return {point.longitude, point.latitude}; }

Json json_of(Position position) {
  return Json::list({Json::number(format_parts(position.longitude, kDegree)),
                     Json::number(format_parts(position.latitude, kDegree))});
}

Json json_of_line(Position from, Position to) { return Json::list({json_of(from), json_of(to)}); }

Json geometry(std::string_view type, Json coordinates) {
  return Json::object({{"type", Json::string(type)}, {"coordinates", std::move(coordinates)}});
}

/// The short way round: RFC 7946, section 3.1.9, cuts a line at the antimeridian.
Json line_geometry(Position from, Position to) {
  auto const distance = to.longitude - from.longitude;
  if (std::abs(distance) <= kHalfTurn) return geometry("LineString", json_of_line(from, to));
  auto const side = distance > 0 ? -kHalfTurn : kHalfTurn;  // where the first part ends
  if (from.longitude == side || to.longitude == -side) {
    // An end lies on the antimeridian itself: naming it from the other side needs no cut.
    if (from.longitude == side)
      from.longitude = -side;
    else
      to.longitude = side;
    return geometry("LineString", json_of_line(from, to));
  }
  auto const before = std::abs(side - from.longitude);
  auto const whole = before + std::abs(to.longitude + side);
  auto const rise = (to.latitude - from.latitude) * before / whole;
  auto const latitude = from.latitude + rise;
  return geometry("MultiLineString", Json::list({json_of_line(from, {side, latitude}),
                                                 json_of_line({-side, latitude}, to)}));
}

Json feature(Json shape, Json properties) {
  return Json::object({{"type", Json::string("Feature")},
                       {"geometry", std::move(shape)},
                       {"properties", std::move(properties)}});
}

Json node_feature(Network const& network, NodeId id) {
  auto const& node = network.nodes[id];
  auto properties = Json::object();
  properties.set("kind", Json::string("node"));
  properties.set("id", Json::string(node.id));
  properties.set("name", Json::string(display_name(node)));
  properties.set("country", Json::string_or_null(node.country));
  return feature(node.at ? geometry("Point", json_of(position_of(*node.at))) : Json(),
                 std::move(properties));
}

/// A link as a line, a transfer or passage as a point; without coordinates no geometry.
Json arc_geometry(Network const& network, Graph const& graph, ArcId arc) {
  auto const& columns = graph.columns();
  auto const& tail = network.nodes[columns.node[graph.tail(arc)]].at;
  auto const& head = network.nodes[columns.node[graph.head(arc)]].at;
  if (!tail || !head) return {};
  if (graph.kind(arc) != ArcKind::link) return geometry("Point", json_of(position_of(*tail)));
  return line_geometry(position_of(*tail), position_of(*head));
}

Json arc_properties(Network const& network, Graph const& graph, ArcId arc) {
  auto const name = name_arc(network, graph, arc);
  auto properties = Json::object();
  properties.set("kind", Json::string(name.kind));
  properties.set("id", Json::string(name.id));
  properties.set("from", Json::string(name.from));
  properties.set("to", Json::string(name.to));
  properties.set("mode", Json::string(network.modes[graph.columns().mode[graph.tail(arc)]].id));
  return properties;
}

std::string collection(Json features, std::string const& reason) {
  auto object = Json::object();
  object.set("type", Json::string("FeatureCollection"));
  if (!reason.empty()) object.set("reason", Json::string(reason));
  object.set("features", std::move(features));
  return object.dump() + "\n";
}

Json link_feature(Network const& network, Link const& link) {
  auto const& from = network.nodes[link.from];
  auto const& to = network.nodes[link.to];
  auto const& figures = link.element.figures;
  auto corridors = Json::list();
  for (auto const id : link.corridors) corridors.push(Json::string(network.corridors[id].id));
  auto properties = Json::object();
  properties.set("kind", Json::string("link"));
  properties.set("id", Json::string(link.id));
  properties.set("from", Json::string(from.id));
  properties.set("to", Json::string(to.id));
  properties.set("both_ways", Json::boolean(link.both_ways));
  properties.set("mode", Json::string(network.modes[link.mode].id));
  properties.set("length_km", Json::number(exact(figures.length)));
  properties.set("time_h", Json::number(exact(figures.time)));
  properties.set("cost_usd_per_teu", Json::number(exact(figures.cost)));
  properties.set("emissions_kg_per_teu", Json::number(exact(figures.emissions)));
  properties.set("capacity_teu_per_year", report::json_of(figures.capacity));
  properties.set(
      "departures_per_week",
      figures.departures == Departures()
          ? Json()
          : Json::number(format_parts(figures.departures.parts(), Departures::kPartsPerUnit)));
  properties.set("status", Json::string(from.closed || to.closed ? "closed" : state_text(link)));
  properties.set("corridors", std::move(corridors));
  auto shape =
      from.at && to.at ? line_geometry(position_of(*from.at), position_of(*to.at)) : Json();
  return feature(std::move(shape), std::move(properties));
}

struct ToGeojson {
  Network const& network;
  std::string const& reason;

  std::optional<std::string> operator()(RouteAnswer const& answer) const {
    auto features = Json::list();
    std::vector<NodeId> nodes;
    auto const add = [&](Route const& route, std::optional<std::size_t> number) {
      add_legs(features, answer.graph, route, number);
      auto const passed = nodes_of(answer.graph, route);
      nodes.insert(nodes.end(), passed.begin(), passed.end());
    };
    if (!answer.asked && answer.route) add(*answer.route, std::nullopt);
    for (std::size_t i = 0; i < answer.choice.routes.size(); ++i) {
      add(answer.choice.routes[i], i + 1);
    }
    add_nodes(features, std::move(nodes));
    return collection(std::move(features), reason);
  }

  std::optional<std::string> operator()(ParetoAnswer const& answer) const {
    auto features = Json::list();
    std::vector<NodeId> nodes;
    for (std::size_t i = 0; i < answer.merged.kept.size(); ++i) {
      auto const& route = answer.front.routes[answer.merged.kept[i]].route;
      add_legs(features, answer.graph, route, i + 1);
      auto const passed = nodes_of(answer.graph, route);
      nodes.insert(nodes.end(), passed.begin(), passed.end());
    }
    add_nodes(features, std::move(nodes));
    return collection(std::move(features), reason);
  }

  /// The way named is route 0; those that beat it bear their numbers on the front.
  std::optional<std::string> operator()(WhyNotAnswer const& answer) const {
    auto features = Json::list();
    std::vector<NodeId> nodes;
    auto const add = [&](Route const& route, std::size_t number) {
      add_legs(features, answer.graph, route, number);
      auto const passed = nodes_of(answer.graph, route);
      nodes.insert(nodes.end(), passed.begin(), passed.end());
    };
    if (answer.way.route) add(*answer.way.route, 0);
    for (auto const i : answer.why.beaten_by) add(answer.why.front.routes[i].route, i + 1);
    add_nodes(features, std::move(nodes));
    return collection(std::move(features), reason);
  }

  std::optional<std::string> operator()(ProfileAnswer const& answer) const {
    auto features = Json::list();
    std::vector<NodeId> nodes;
    if (answer.route) {
      add_legs(features, answer.graph, *answer.route, std::nullopt);
      nodes = nodes_of(answer.graph, *answer.route);
    }
    add_nodes(features, std::move(nodes));
    return collection(std::move(features), reason);
  }

  std::optional<std::string> operator()(FlowAnswer const& answer) const {
    auto features = Json::list();
    std::vector<NodeId> nodes;
    for (auto const arc : carrying(answer.graph, answer.flow)) {
      auto const capacity = answer.graph.capacity(arc);
      auto const flow = answer.flow.on[arc];
      auto const& cut = answer.flow.cut;
      auto properties = arc_properties(network, answer.graph, arc);
      properties.set("flow_teu_per_year", Json::number(flow.parts()));
      properties.set("capacity_teu_per_year", report::json_of(capacity));
      properties.set("utilisation_percent",
                     capacity.unlimited()
                         ? Json()
                         : Json::number(format_parts(utilisation(flow, capacity), 1000)));
      properties.set("bottleneck",
                     Json::boolean(std::find(cut.begin(), cut.end(), arc) != cut.end()));
      features.push(feature(arc_geometry(network, answer.graph, arc), std::move(properties)));
      nodes.push_back(answer.graph.columns().node[answer.graph.tail(arc)]);
      nodes.push_back(answer.graph.columns().node[answer.graph.head(arc)]);
    }
    add_nodes(features, std::move(nodes));
    return collection(std::move(features), reason);
  }

  template <class Other>
  std::optional<std::string> operator()(Other const&) const {
    return std::nullopt;
  }

 private:
  /// `number` tells several routes apart.
  void add_legs(Json& features, Graph const& graph, Route const& route,
                std::optional<std::size_t> number) const {
    for (auto const& leg : legs_of(graph, route)) {
      auto properties = arc_properties(network, graph, leg.arc);
      if (number) properties.set("route", Json::number(static_cast<std::int64_t>(*number)));
      properties.set("time_h", Json::number(exact(leg.totals.time)));
      properties.set("cost_usd_per_teu", Json::number(exact(leg.totals.cost)));
      properties.set("length_km", Json::number(exact(leg.totals.length)));
      properties.set("emissions_kg_per_teu", Json::number(exact(leg.totals.emissions)));
      features.push(feature(arc_geometry(network, graph, leg.arc), std::move(properties)));
    }
  }

  /// Each once, in file order.
  void add_nodes(Json& features, std::vector<NodeId> nodes) const {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    for (auto const node : nodes) features.push(node_feature(network, node));
  }
};

}  // namespace

std::optional<std::string> geojson_of(Answer const& answer, Network const& network,
                                      std::string const& reason) {
  return std::visit(ToGeojson{network, reason}, answer);
}

}  // namespace corridor::report

namespace corridor {

std::string to_geojson(Network const& network) {
  auto features = report::Json::list();
  for (auto const& link : network.links) features.push(report::link_feature(network, link));
  for (auto const node : network.nodes.ids()) features.push(report::node_feature(network, node));
  return report::collection(std::move(features), {});
}

}  // namespace corridor
