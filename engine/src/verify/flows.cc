#include "verify/flows.h"

#include <algorithm>
#include <cstdint>

#include "corridor/base/decimal.h"
#include "report/figures.h"

namespace corridor::verify {
namespace {

// Sums over all arcs of a graph stay far below 2^127.
constexpr Int128 kMostAmount = Int128{1} << 90U;

}  // namespace

Table<ArcId, Capacity> as_capacities(Amounts const& on) {
  Table<ArcId, Capacity> capacities(on.size());
  for (ArcId const arc : on.ids()) {
    capacities[arc] = Capacity::of_parts(static_cast<std::int64_t>(on[arc]));
  }
  return capacities;
}

Flows::Flows(Network const& network, Graph const& graph, Capacities const* capacities)
    : network_(network),
      graph_(graph),
      capacities_(capacities == nullptr ? graph.columns().capacity : *capacities),
      arcs_in_(graph.vertex_count()) {
  for (ArcId const arc : graph.columns().tail.ids()) {
    arcs_in_[graph.head(arc).index()].push_back(arc);
    if (!graph.element(arc)) {
      hidden_.emplace(std::pair(graph.tail(arc), graph.head(arc)), arc);
      continue;
    }
    auto const name = report::name_arc(network, graph, arc);
    arcs_.emplace(std::vector{name.kind, name.id, name.from, name.to}, arc);
  }
}

std::string Flows::name_of(ArcId arc) const {
  if (!graph_.element(arc)) {
    return "the way from " + place_of(graph_.tail(arc)) + " to " + place_of(graph_.head(arc));
  }
  auto const name = report::name_arc(network_, graph_, arc);
  return name.kind + " " + name.id + (name.kind == "link" ? " from " + name.from : "");
}

std::string Flows::place_of(VertexId v) const {
  if (v == graph_.origin()) return "the origin";
  if (v == graph_.destination()) return "the destination";
  return network_.nodes[graph_.columns().node[v]].id + " (" +
         network_.modes[graph_.columns().mode[v]].id + ")";
}

std::string Flows::named(std::string text) const {
  for (std::string const word : {"arc ", "vertex "}) {
    auto const at = text.find(word);
    if (at == std::string::npos) continue;
    auto end = at + word.size();
    std::size_t number = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
      number = number * 10 + static_cast<std::size_t>(text[end++] - '0');
    }
    auto const name = word == "arc " ? name_of(ArcId(number)) : place_of(VertexId(number));
    text.replace(at, end - at, name);
  }
  return text;
}

// ---- names --------------------------------------------------------------------------------------

ArcId Flows::find(Item const& at, std::vector<std::string> const& name) const {
  auto const found = arcs_.find(name);
  if (found != arcs_.end()) return found->second;
  at.refuse("the question's network has no " + name[0] + " '" + name[1] + "' from '" + name[2] +
            "' to '" + name[3] + "' that carries anything");
}

ArcId Flows::arc_of_object(Item const& object) const {
  return find(object, {object.at("kind").text(), object.at("id").text(), object.at("from").text(),
                       object.at("to").text()});
}

ArcId Flows::arc_of_row(Item const& row) const {
  return find(row, {row[0].text(), row[1].text(), row[2].text(), row[3].text()});
}

// ---- flows --------------------------------------------------------------------------------------

ReadFlow Flows::of_objects(Item const& list, Capacities const& capacities) const {
  ReadFlow flow;
  flow.on = Amounts(graph_.arc_count());
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto const arc = arc_of_object(list[i]);
    auto const amount = list[i].at("flow_teu_per_year");
    if (flow.on[arc] != 0) list[i].refuse("names " + name_of(arc) + " a second time");
    if (amount.whole() <= 0) amount.refuse("is not more than nothing");
    flow.on[arc] = amount.whole();
    auto const& limit = capacities[arc];
    if (!limit.unlimited() && flow.on[arc] > limit.capacity().parts()) {
      amount.refuse("is more than the capacity of " + name_of(arc) + ", " +
                    std::to_string(limit.capacity().parts()));
    }
  }
  complete(flow, list);
  return flow;
}

std::vector<ReadFlow> Flows::of_proof(Item const& list) const {
  std::vector<ReadFlow> flows;
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto const item = list[i];
    item.only({"base", "scale", "on"});
    ReadFlow flow;
    flow.scale = item.at("scale").whole();
    if (flow.scale < 1) item.at("scale").refuse("is not at least 1");
    auto const base = item.at("base");
    flow.on = base.is_null() ? Amounts(graph_.arc_count()) : flows[base.index(i)].on;
    auto const rows = item.at("on");
    std::vector<char> named(graph_.arc_count(), 0);
    for (std::size_t k = 0; k < rows.size(); ++k) {
      auto const row = rows[k];
      auto const arc = arc_of_row(row);
      if (row.size() != 5) row.refuse("is not kind, id, from, to and an amount");
      if (named[arc.index()] != 0) row.refuse("names " + name_of(arc) + " a second time");
      named[arc.index()] = 1;
      if (row[4].wide() < 0 || row[4].wide() > kMostAmount) row[4].refuse("is no amount");
      flow.on[arc] = row[4].wide();
    }
    complete(flow, item);
    flows.push_back(std::move(flow));
  }
  return flows;
}

std::vector<std::int64_t> Flows::vertex_potentials(Item const& rows,
                                                   std::int64_t destination) const {
  std::vector<std::int64_t> potentials(graph_.vertex_count(), 0);
  std::map<std::vector<std::string>, std::size_t> vertices;
  auto const& columns = graph_.columns();
  for (VertexId const v : columns.node.ids()) {
    if (v == graph_.origin() || v == graph_.destination()) continue;
    bool const arrival = columns.vertex_kind[v] == VertexKind::arrival;
    vertices.emplace(
        std::vector{network_.nodes[columns.node[v]].id, network_.modes[columns.mode[v]].id,
                    std::string(arrival ? "arrival" : "departure")},
        v.index());
  }
  for (std::size_t k = 0; k < rows.size(); ++k) {
    auto const row = rows[k];
    if (row.size() != 4) row.refuse("is not node, mode, arrival or departure, and an amount");
    auto const found = vertices.find({row[0].text(), row[1].text(), row[2].text()});
    if (found == vertices.end()) row.refuse("names no place of the question");
    auto& potential = potentials[found->second];
    if (potential != 0) row.refuse("names a place a second time");
    potential = row[3].whole();
    if (potential == 0) row[3].refuse("is 0, which is not listed");
  }
  potentials[graph_.destination().index()] = destination;
  return potentials;
}

void Flows::within(ReadFlow const& flow, Capacities const& capacities, Item const& at) const {
  for (ArcId const arc : flow.on.ids()) {
    auto const& limit = capacities[arc];
    if (limit.unlimited()) continue;
    if (flow.on[arc] <= Int128{limit.capacity().parts()} * flow.scale) continue;
    at.refuse(name_of(arc) + " carries " + format_whole(flow.on[arc]) + " of a capacity of " +
              std::to_string(limit.capacity().parts()) +
              (flow.scale == 1 ? "" : " x " + std::to_string(flow.scale)));
  }
}

/// Fills in what the file leaves out, which conservation determines: at a node that is no end, what
/// arrives by a mode and does not change it goes on by it; at an origin the rest starts, at a
/// destination the rest ends.
void Flows::complete(ReadFlow& flow, Item const& at) const {
  std::vector<Int128> net_in(graph_.vertex_count(), 0);
  for (ArcId const arc : flow.on.ids()) {
    if (!graph_.element(arc)) flow.on[arc] = 0;
    net_in[graph_.head(arc).index()] += flow.on[arc];
    net_in[graph_.tail(arc).index()] -= flow.on[arc];
  }
  for (VertexId const v : graph_.columns().node.ids()) {
    if (graph_.columns().vertex_kind[v] != VertexKind::arrival) continue;
    // Departures follow their arrivals.
    complete_node(flow.on, v, net_in[v.index()], -net_in[v.index() + std::size_t{1}], at);
  }
  for (std::size_t i = graph_.first_out()[0]; i < graph_.first_out()[1]; ++i) {
    flow.value += flow.on[ArcId(i)];
  }
}

/// `arrives` is left over at the arrival, `leaves` is missing at the departure behind it.
void Flows::complete_node(Amounts& on, VertexId arrival, Int128 arrives, Int128 leaves,
                          Item const& at) const {
  VertexId const departure(arrival.index() + std::size_t{1});
  if (arrives < 0 || leaves < 0) {
    at.refuse("at " + place_of(arrival) + " more goes on than arrives");
  }
  bool const starts = hidden(graph_.origin(), departure).has_value();
  bool const ends = hidden(arrival, graph_.destination()).has_value();
  bool const passes = hidden(arrival, departure).has_value();
  auto const through = !passes ? Int128{0} : starts ? arrives : ends ? leaves : arrives;
  carry(on, arrival, departure, through, at);
  carry(on, graph_.origin(), departure, leaves - through, at);
  carry(on, arrival, graph_.destination(), arrives - through, at);
}

void Flows::carry(Amounts& on, VertexId from, VertexId to, Int128 amount, Item const& at) const {
  if (amount == 0) return;
  auto const arc = hidden(from, to);
  if (amount < 0 || !arc) {
    auto const& where = from == graph_.origin() ? to : from;
    at.refuse("what arrives at " + place_of(where) + " is not what goes on from there");
  }
  on[*arc] = amount;
}

std::optional<ArcId> Flows::hidden(VertexId from, VertexId to) const {
  auto const found = hidden_.find({from, to});
  if (found == hidden_.end()) return std::nullopt;
  return found->second;
}

// ---- cuts ---------------------------------------------------------------------------------------

std::vector<std::vector<ArcId>> Flows::cuts_of_proof(Item const& list) const {
  std::vector<std::vector<ArcId>> cuts;
  for (std::size_t i = 0; i < list.size(); ++i) {
    std::vector<ArcId> cut;
    for (std::size_t k = 0; k < list[i].size(); ++k) {
      if (list[i][k].size() != 4) list[i][k].refuse("is not kind, id, from and to");
      cut.push_back(arc_of_row(list[i][k]));
      if (cut.size() > 1 && !(cut[k - 1] < cut[k])) list[i][k].refuse("is out of order");
    }
    separates(cut, list[i]);
    cuts.push_back(std::move(cut));
  }
  return cuts;
}

std::vector<ArcId> Flows::cut_of_objects(Item const& list) const {
  std::vector<ArcId> cut;
  for (std::size_t i = 0; i < list.size(); ++i) {
    cut.push_back(arc_of_object(list[i]));
    if (i > 0 && !(cut[i - 1] < cut[i])) list[i].refuse("is out of order");
  }
  return cut;
}

Int128 Flows::sum(std::vector<ArcId> const& cut, Capacities const& capacities,
                  Item const& at) const {
  Int128 sum = 0;
  for (ArcId const arc : cut) {
    if (capacities[arc].unlimited()) at.refuse(name_of(arc) + " has no limit and cannot bind");
    sum += capacities[arc].capacity().parts();
  }
  return sum;
}

void Flows::separates(std::vector<ArcId> const& cut, Item const& at) const {
  std::vector<char> closed(graph_.arc_count(), 0);
  for (ArcId const arc : capacities_.ids()) closed[arc.index()] = capacities_[arc].zero() ? 1 : 0;
  for (ArcId const arc : cut) closed[arc.index()] = 1;
  if (reached(closed)[graph_.destination().index()] != 0) {
    at.refuse("these elements do not separate the ends");
  }
}

std::vector<char> Flows::reached(std::vector<char> const& closed) const {
  std::vector<char> reached(graph_.vertex_count(), 0);
  std::vector<VertexId> queue{graph_.origin()};
  reached[graph_.origin().index()] = 1;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    auto const v = queue[next].index();
    for (auto i = graph_.first_out()[v]; i < graph_.first_out()[v + std::size_t{1}]; ++i) {
      auto const head = graph_.head(ArcId(i));
      if (closed[i] != 0 || reached[head.index()] != 0) continue;
      reached[head.index()] = 1;
      queue.push_back(head);
    }
  }
  return reached;
}

bool Flows::connected(Capacities const& capacities, bool unlimited_only) const {
  std::vector<char> closed(graph_.arc_count(), 0);
  for (ArcId const arc : capacities.ids()) {
    bool const open = unlimited_only ? capacities[arc].unlimited() : !capacities[arc].zero();
    closed[arc.index()] = open ? 0 : 1;
  }
  return reached(closed)[graph_.destination().index()] != 0;
}

std::vector<ArcId> Flows::nearest_destination(Amounts const& on,
                                              Capacities const& capacities) const {
  std::vector<char> reaches(graph_.vertex_count(), 0);
  std::vector<VertexId> queue{graph_.destination()};
  reaches[graph_.destination().index()] = 1;
  auto const visit = [&](VertexId v, bool more) {
    if (!more || reaches[v.index()] != 0) return;
    reaches[v.index()] = 1;
    queue.push_back(v);
  };
  for (std::size_t next = 0; next < queue.size(); ++next) {
    auto const v = queue[next];
    for (ArcId const arc : arcs_in_[v.index()]) {
      visit(graph_.tail(arc),
            capacities[arc].unlimited() || on[arc] < capacities[arc].capacity().parts());
    }
    for (auto i = graph_.first_out()[v.index()]; i < graph_.first_out()[v.index() + std::size_t{1}];
         ++i) {
      visit(graph_.head(ArcId(i)), on[ArcId(i)] > 0);
    }
  }
  std::vector<ArcId> cut;
  for (ArcId const arc : graph_.columns().tail.ids()) {
    bool const crosses =
        reaches[graph_.tail(arc).index()] == 0 && reaches[graph_.head(arc).index()] != 0;
    if (crosses && !capacities[arc].zero()) cut.push_back(arc);
  }
  return cut;
}

}  // namespace corridor::verify
