#pragma once

#include <map>
#include <string>
#include <vector>

#include "corridor/analysis/max_flow.h"
#include "corridor/model/network.h"
#include "verify/item.h"

namespace corridor::verify {

using Capacities = Table<ArcId, Limit>;
using Amounts = Table<ArcId, Int128>;  ///< TEU/year x the scale of the flow

/// A flow of the result, complete with what starts, ends and passes undeclared.
struct ReadFlow {
  Amounts on;
  Int128 value = 0;  ///< from origin to destination
  std::int64_t scale = 1;
};

/// For certificates; refuses nothing, so the amounts must lie within capacities.
Table<ArcId, Capacity> as_capacities(Amounts const& on);

/// What a question's graph says about the flows and cuts of a result.
class Flows {
 public:
  /// All must outlive this. `capacities` are others than the graph's.
  Flows(Network const& network, Graph const& graph, Capacities const* capacities = nullptr);

  Network const& network() const { return network_; }
  Graph const& graph() const { return graph_; }
  Capacities const& capacities() const { return capacities_; }

  /// The arc that kind, id, from and to name: of an object, or of a row that begins with them.
  ArcId arc_of_object(Item const& object) const;
  ArcId arc_of_row(Item const& row) const;
  std::string name_of(ArcId arc) const;
  /// A text of a certificate with names instead of the numbers of arcs and vertices.
  std::string named(std::string text) const;

  /// `flows[]` of a result: objects with `flow_teu_per_year`, checked against the capacities.
  ReadFlow of_objects(Item const& list, Capacities const& capacities) const;
  /// `proof.flows[]`, conserved and not negative; capacities are for the user to check, who knows
  /// them.
  std::vector<ReadFlow> of_proof(Item const& list) const;
  /// One of `proof.potentials[]` of a minimum-cost flow, by vertex; the origin has 0.
  std::vector<std::int64_t> vertex_potentials(Item const& rows, std::int64_t destination) const;
  /// Refuses a flow above these capacities.
  void within(ReadFlow const& flow, Capacities const& capacities, Item const& at) const;

  /// `proof.cuts[]`: each separates the ends.
  std::vector<std::vector<ArcId>> cuts_of_proof(Item const& list) const;
  std::vector<ArcId> cut_of_objects(Item const& list) const;
  /// The capacities of a cut together; refuses an unlimited element.
  Int128 sum(std::vector<ArcId> const& cut, Capacities const& capacities, Item const& at) const;
  void separates(std::vector<ArcId> const& cut, Item const& at) const;

  /// Whether a way of arcs with a capacity (of unlimited arcs only) leads from end to end.
  bool connected(Capacities const& capacities, bool unlimited_only) const;
  /// The full arcs nearest the destination over which no more can be brought there.
  std::vector<ArcId> nearest_destination(Amounts const& on, Capacities const& capacities) const;

  /// The arc from one vertex to another that stands for nothing in the file: a start, an end or an
  /// undeclared passage.
  std::optional<ArcId> hidden(VertexId from, VertexId to) const;

 private:
  ArcId find(Item const& at, std::vector<std::string> const& name) const;
  void complete(ReadFlow& flow, Item const& at) const;
  void complete_node(Amounts& on, VertexId arrival, Int128 arrives, Int128 leaves,
                     Item const& at) const;
  void carry(Amounts& on, VertexId from, VertexId to, Int128 amount, Item const& at) const;
  std::string place_of(VertexId v) const;
  std::vector<char> reached(std::vector<char> const& closed) const;

  Network const& network_;
  Graph const& graph_;
  Capacities const& capacities_;
  std::map<std::vector<std::string>, ArcId> arcs_;  ///< by kind, id, from, to
  std::map<std::pair<VertexId, VertexId>, ArcId> hidden_;
  std::vector<std::vector<ArcId>> arcs_in_;
};

}  // namespace corridor::verify
