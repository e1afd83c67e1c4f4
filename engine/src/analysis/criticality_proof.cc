#include <algorithm>
#include <map>
#include <utility>

#include "analysis/criticality_flow.h"
#include "corridor/analysis/criticality.h"

namespace corridor {
namespace {

/// Proofs from the remainders that the repair leaves; equal flows and cuts are kept once.
class Prover {
 public:
  Prover(Graph const& graph, Flow const& flow)
      : graph_(graph), flow_(flow), failures_(failures_of(graph, flow)) {
    flow_place({});
    cut_place(flow.cut);
  }

  FailureProof prove(std::vector<Failure const*> const& failed) {
    std::vector<ArcId> arcs;
    for (Failure const* failure : failed) {
      arcs.insert(arcs.end(), failure->arcs.begin(), failure->arcs.end());
    }
    std::sort(arcs.begin(), arcs.end());
    arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
    // What carries nothing is avoided by the flow as it is, and full cuts do not hold it.
    if (idle(arcs)) return {0, 0};
    auto rest = failures_.remainder(edges_of(arcs));
    std::vector<CriticalityProof::Difference> differences;
    for (auto const& [edge, amount] : rest.changed) {
      differences.push_back({ArcId(edge), Capacity::of_parts(amount)});
    }
    auto const flow = flow_place(std::move(differences));
    if (rest.value == flow_.throughput.parts()) return {flow, 0};
    for (Failure const* failure : failed) keep_nodes_whole(*failure, rest.source_side);
    return {flow, cut_place(crossing(rest.source_side))};
  }

  bool idle(std::vector<ArcId> const& arcs) const {
    return std::all_of(arcs.begin(), arcs.end(),
                       [&](ArcId a) { return flow_.on[a] == Capacity(); });
  }

  std::vector<std::vector<CriticalityProof::Difference>> const& flows() const { return flows_; }
  std::vector<std::vector<ArcId>> const& cuts() const { return cuts_; }

 private:
  /// Moves the cut to the links around a failed node: its own arcs are nothing that a report could
  /// name where it declares no passage. Departures where something starts stay with the origin,
  /// everything else at such a node goes to the destination.
  void keep_nodes_whole(Failure const& failure, std::vector<char>& side) const {
    if (failure.kind != FailureKind::node && failure.kind != FailureKind::country) return;
    for (ArcId const a : failure.arcs) {
      for (VertexId const v : {graph_.tail(a), graph_.head(a)}) {
        if (v.index() >= 2) side[v.index()] = 0;
      }
    }
    for (ArcId const a : failure.arcs) {
      if (graph_.kind(a) == ArcKind::start) side[graph_.head(a).index()] = 1;
    }
  }

  std::vector<ArcId> crossing(std::vector<char> const& side) const {
    std::vector<ArcId> arcs;
    for (ArcId const a : graph_.columns().tail.ids()) {
      if (side[graph_.tail(a).index()] != 0 && side[graph_.head(a).index()] == 0) {
        arcs.push_back(a);
      }
    }
    return arcs;
  }

  std::size_t flow_place(std::vector<CriticalityProof::Difference> differences) {
    std::vector<std::pair<ArcId, Capacity>> key;
    key.reserve(differences.size());
    for (auto const& [arc, amount] : differences) key.emplace_back(arc, amount);
    auto const [found, added] = flow_places_.try_emplace(std::move(key), flows_.size());
    if (added) flows_.push_back(std::move(differences));
    return found->second;
  }
  std::size_t cut_place(std::vector<ArcId> arcs) {
    auto const [found, added] = cut_places_.try_emplace(arcs, cuts_.size());
    if (added) cuts_.push_back(std::move(arcs));
    return found->second;
  }

  Graph const& graph_;
  Flow const& flow_;
  flow::Failures failures_;
  std::vector<std::vector<CriticalityProof::Difference>> flows_;
  std::vector<std::vector<ArcId>> cuts_;
  std::map<std::vector<std::pair<ArcId, Capacity>>, std::size_t> flow_places_;
  std::map<std::vector<ArcId>, std::size_t> cut_places_;
};

}  // namespace

CriticalityProof proof_of(Graph const& graph, Flow const& flow, Criticality const& criticality,
                          std::vector<PairLoss> const& pairs, std::size_t most) {
  CriticalityProof proof;
  if (!flow.bounded) return proof;
  Prover prover(graph, flow);
  for (auto const& element : criticality.elements) {
    bool const searched = !prover.idle(element.failure.arcs);
    if (searched && most == 0) {
      proof.elements.emplace_back();
      continue;
    }
    if (searched) --most;
    proof.elements.emplace_back(prover.prove({&element.failure}));
  }
  for (auto const& country : criticality.countries) {
    proof.countries.push_back(prover.prove({&country.failure}));
  }
  for (auto const& pair : pairs) {
    proof.pairs.push_back(prover.prove(
        {&criticality.elements[pair.first].failure, &criticality.elements[pair.second].failure}));
  }
  proof.flows = prover.flows();
  proof.cuts = prover.cuts();
  return proof;
}

}  // namespace corridor
