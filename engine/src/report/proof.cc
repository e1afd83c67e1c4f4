#include "report/proof.h"

#include <algorithm>

#include "corridor/base/decimal.h"
#include "report/figures.h"

namespace corridor::report {
namespace {

/// Kind, id, from and to, as everywhere in machine output.
Json element_row(Network const& network, Graph const& graph, ArcId arc) {
  auto const name = name_arc(network, graph, arc);
  return Json::list({Json::string(name.kind), Json::string(name.id), Json::string(name.from),
                     Json::string(name.to)});
}

bool same_flow(Table<ArcId, Int128> const& a, Table<ArcId, Int128> const& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

}  // namespace

std::size_t ProofBook::flow(Table<ArcId, Capacity> const& on, std::optional<std::size_t> base,
                            std::int64_t scale) {
  Table<ArcId, Int128> wide(on.size());
  for (ArcId const arc : on.ids()) wide[arc] = on[arc].parts();
  return flow(wide, base, scale);
}

std::size_t ProofBook::flow(Table<ArcId, Int128> const& on, std::optional<std::size_t> base,
                            std::int64_t scale) {
  for (std::size_t i = 0; i < flows_.size(); ++i) {
    if (flows_[i].scale == scale && same_flow(flows_[i].on, on)) return i;
  }
  flows_.push_back({base, scale, on});
  return flows_.size() - 1;
}

std::size_t ProofBook::cut(std::vector<ArcId> const& arcs) {
  auto const known = std::find(cuts_.begin(), cuts_.end(), arcs);
  if (known != cuts_.end()) return static_cast<std::size_t>(known - cuts_.begin());
  cuts_.push_back(arcs);
  return cuts_.size() - 1;
}

Json ProofBook::rows_of(Entry const& entry) const {
  auto rows = Json::list();
  for (ArcId const arc : entry.on.ids()) {
    auto const before = entry.base ? flows_[*entry.base].on[arc] : Int128{0};
    // What starts, ends or passes a node that declares no passage follows from the rest.
    if (entry.on[arc] == before || !graph_.element(arc)) continue;
    auto row = element_row(network_, graph_, arc);
    row.push(Json::number(format_whole(entry.on[arc])));
    rows.push(std::move(row));
  }
  return rows;
}

Json ProofBook::json() const {
  auto flows = Json::list();
  for (auto const& entry : flows_) {
    auto object = Json::object();
    object.set("base", entry.base ? Json::number(static_cast<std::int64_t>(*entry.base)) : Json());
    object.set("scale", Json::number(entry.scale));
    object.set("on", rows_of(entry));
    flows.push(std::move(object));
  }
  auto cuts = Json::list();
  for (auto const& cut : cuts_) {
    auto rows = Json::list();
    for (ArcId const arc : cut) rows.push(element_row(network_, graph_, arc));
    cuts.push(std::move(rows));
  }
  return Json::object({{"flows", std::move(flows)}, {"cuts", std::move(cuts)}});
}

Json vertex_potentials_json(Network const& network, Graph const& graph,
                            std::vector<std::int64_t> const& potentials) {
  auto rows = Json::list();
  auto const& columns = graph.columns();
  for (VertexId const v : columns.node.ids()) {
    if (v == graph.origin() || v == graph.destination() || potentials[v.index()] == 0) continue;
    bool const arrival = columns.vertex_kind[v] == VertexKind::arrival;
    rows.push(Json::list({Json::string(network.nodes[columns.node[v]].id),
                          Json::string(network.modes[columns.mode[v]].id),
                          Json::string(arrival ? "arrival" : "departure"),
                          Json::number(potentials[v.index()])}));
  }
  return rows;
}

Json potentials_json(Network const& network, Graph const& graph,
                     std::vector<std::vector<Potential>> const& stages) {
  constexpr std::int64_t kExactInDoubles = std::int64_t{1} << 53;
  auto lists = Json::list();
  for (auto const& stage : stages) {
    auto rows = Json::list();
    for (auto const& potential : stage) {
      auto const& columns = graph.columns();
      // Readers that take numbers for doubles would round larger ones.
      auto const text = format_whole(potential.amount);
      auto const amount =
          potential.amount > kExactInDoubles ? Json::string(text) : Json::number(text);
      rows.push(Json::list({Json::string(network.nodes[columns.node[potential.arrival]].id),
                            Json::string(network.modes[columns.mode[potential.arrival]].id), amount,
                            Json::number(std::int64_t{potential.links})}));
    }
    lists.push(std::move(rows));
  }
  return lists;
}

}  // namespace corridor::report
