#include "corridor/base/decimal.h"
#include "report/figures.h"
#include "report/json.h"

namespace corridor::report {
namespace {

void set_totals(Json& object, Totals const& totals, ValueOfTime value) {
  object.set("time_h", Json::number(exact(totals.time)));
  object.set("cost_usd_per_teu", Json::number(exact(totals.cost)));
  object.set("length_km", Json::number(exact(totals.length)));
  object.set("emissions_kg_per_teu", Json::number(exact(totals.emissions)));
  object.set("generalised_usd_per_teu", Json::number(exact(generalised_rounded(totals, value))));
}

/// The mode a leg uses; of a transfer the one it arrives by.
std::string mode_of(Network const& network, Graph const& graph, ArcId arc) {
  return network.modes[graph.columns().mode[graph.tail(arc)]].id;
}

Json json_of_leg(Network const& network, Graph const& graph, Leg const& leg, ValueOfTime value) {
  auto const name = name_arc(network, graph, leg.arc);
  auto object = Json::object();
  object.set("kind", Json::string(name.kind));
  object.set("id", Json::string(name.id));
  object.set("mode", Json::string(mode_of(network, graph, leg.arc)));
  object.set("from", Json::string(name.from));
  object.set("to", Json::string(name.to));
  set_totals(object, leg.totals, value);
  if (auto const wait = wait_at(network, graph, leg.arc); wait != Duration()) {
    object.set("wait_h", Json::number(exact(wait)));
  }
  return object;
}

}  // namespace

Json value_of_time_json(ValueOfTime value) {
  return Json::number(format_parts(value.parts(), ValueOfTime::kPartsPerUnit));
}

Json nodes_json(Network const& network, std::vector<NodeId> const& nodes) {
  auto list = Json::list();
  for (auto const node : nodes) list.push(Json::string(network.nodes[node].id));
  return list;
}

Json question_json(Network const& network, Question const& question, std::string const& from,
                   std::string const& to) {
  auto object = Json::object();
  object.set("from", Json::string(from));
  object.set("to", Json::string(to));
  object.set("origins", nodes_json(network, question.from));
  object.set("destinations", nodes_json(network, question.to));
  object.set("year", Json::number(question.year_of(network)));
  object.set("corridor",
             question.corridor ? Json::string(network.corridors[*question.corridor].id) : Json());
  object.set("via", nodes_json(network, question.via));
  object.set("avoid_nodes", nodes_json(network, question.avoid_nodes));
  auto avoided = Json::list();
  for (auto const link : question.avoid_links) avoided.push(Json::string(network.links[link].id));
  object.set("avoid_links", std::move(avoided));
  return object;
}

Json flows_json(Network const& network, Graph const& graph, Flow const& flow) {
  auto list = Json::list();
  for (auto const arc : carrying(graph, flow)) {
    auto const name = name_arc(network, graph, arc);
    auto const capacity = graph.capacity(arc);
    auto object = Json::object();
    object.set("kind", Json::string(name.kind));
    object.set("id", Json::string(name.id));
    object.set("from", Json::string(name.from));
    object.set("to", Json::string(name.to));
    object.set("flow_teu_per_year", Json::number(flow.on[arc].parts()));
    object.set("capacity_teu_per_year", json_of(capacity));
    object.set("utilisation_percent",
               capacity.unlimited()
                   ? Json()
                   : Json::number(format_parts(utilisation(flow.on[arc], capacity), 1000)));
    list.push(std::move(object));
  }
  return list;
}

Json json_of(Limit capacity) {
  return capacity.unlimited() ? Json() : Json::number(capacity.capacity().parts());
}

Json json_of(Headroom const& headroom) {
  return headroom.bounded ? Json::number(headroom.amount.parts()) : Json();
}

Json json_of_route(Network const& network, Graph const& graph, Route const& route,
                   ValueOfTime value, bool with_legs) {
  auto links = Json::list();
  auto nodes = Json::list();
  auto legs = Json::list();
  for (auto const arc : route.arcs) {
    if (graph.kind(arc) == ArcKind::link)
      links.push(Json::string(name_arc(network, graph, arc).id));
  }
  for (auto const node : nodes_of(graph, route)) nodes.push(Json::string(network.nodes[node].id));
  for (auto const& leg : legs_of(graph, route)) {
    legs.push(json_of_leg(network, graph, leg, value));
  }

  auto object = Json::object();
  object.set("links", std::move(links));
  object.set("nodes", std::move(nodes));
  set_totals(object, route.totals, value);
  object.set("border_crossings", Json::number(route.border_crossings));
  object.set("gauge_changes", Json::number(route.gauge_changes));
  object.set("transshipments", Json::number(route.transshipments));
  object.set("repeats_node", Json::boolean(route.repeats_node));
  if (with_legs) object.set("legs", std::move(legs));
  return object;
}

Json json_of_cut(Network const& network, Graph const& graph, std::vector<ArcId> const& cut) {
  auto list = Json::list();
  for (auto const arc : cut) {
    auto const name = name_arc(network, graph, arc);
    auto object = Json::object();
    object.set("kind", Json::string(name.kind));
    object.set("id", Json::string(name.id));
    object.set("from", Json::string(name.from));
    object.set("to", Json::string(name.to));
    object.set("capacity_teu_per_year", json_of(graph.capacity(arc)));
    list.push(std::move(object));
  }
  return list;
}

}  // namespace corridor::report
