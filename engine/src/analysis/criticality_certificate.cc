// Deliberately plain: nothing here is shared with what finds the losses.

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "corridor/analysis/criticality.h"
#include "corridor/base/int128.h"

namespace corridor {
namespace {

using Marks = std::vector<char>;

/// Which element an arc belongs to, written down a second time.
using Name = std::tuple<FailureKind, std::uint32_t, std::uint32_t>;  // kind, index, mode

class Check {
 public:
  Check(Network const& network, Graph const& graph, Flow const& flow,
        Criticality const& criticality, std::vector<PairLoss> const& pairs,
        CriticalityProof const& proof)
      : network_(network),
        graph_(graph),
        flow_(flow),
        criticality_(criticality),
        pairs_(pairs),
        proof_(proof) {}

  std::string violation() {
    if (!flow_.bounded) {
      bool const empty = criticality_.elements.empty() && criticality_.countries.empty();
      return empty && pairs_.empty() ? "" : "an unbounded flow has losses";
    }
    if (proof_.elements.size() != criticality_.elements.size() ||
        proof_.countries.size() != criticality_.countries.size() ||
        proof_.pairs.size() != pairs_.size()) {
      return "a loss has no proof";
    }
    for (auto const check : {&Check::listed, &Check::order, &Check::flows, &Check::cuts,
                             &Check::losses, &Check::groups, &Check::pairs}) {
      if (auto found = (this->*check)(); !found.empty()) return found;
    }
    return {};
  }

 private:
  std::uint32_t node(VertexId v) const { return graph_.columns().node[v].index(); }
  std::string text_of(Failure const& failure) const {
    return std::string(name_of(failure.kind)) + " " + id_of(network_, graph_, failure);
  }

  // ---- what is listed ---------------------------------------------------------------------------

  std::set<std::uint32_t> end_nodes() const {
    std::set<std::uint32_t> ends;
    for (ArcId const a : graph_.columns().tail.ids()) {
      if (graph_.kind(a) == ArcKind::start) ends.insert(node(graph_.head(a)));
      if (graph_.kind(a) == ArcKind::end) ends.insert(node(graph_.tail(a)));
    }
    return ends;
  }

  std::map<Name, std::vector<ArcId>> expected() const {
    auto const ends = end_nodes();
    std::map<Name, std::vector<ArcId>> arcs;
    for (ArcId const a : graph_.columns().tail.ids()) {
      auto const kind = graph_.kind(a);
      auto const element = graph_.columns().element[a];
      auto const mode = graph_.columns().mode[graph_.tail(a)].index();
      if (kind == ArcKind::link) arcs[{FailureKind::link, element, 0}].push_back(a);
      if (kind == ArcKind::transfer) arcs[{FailureKind::transfer, element, 0}].push_back(a);
      if (kind == ArcKind::passage && element != Graph::kNoElement) {
        arcs[{FailureKind::passage, element, mode}].push_back(a);
      }
      if (kind != ArcKind::transfer && kind != ArcKind::passage) continue;
      if (ends.contains(node(graph_.tail(a)))) continue;
      arcs[{FailureKind::node, node(graph_.tail(a)), 0}].push_back(a);
    }
    return arcs;
  }

  std::string listed() {
    auto wanted = expected();
    for (auto const& [failure, throughput, loss, isolating, group] : criticality_.elements) {
      auto const mode = failure.kind == FailureKind::passage ? failure.mode.index() : 0;
      auto const found = wanted.find({failure.kind, failure.index, mode});
      if (found == wanted.end()) return "an element is not there or listed twice";
      if (found->second != failure.arcs) return text_of(failure) + " has other arcs";
      wanted.erase(found);
    }
    if (!wanted.empty()) return "an element is missing";
    return countries_listed();
  }

  std::string countries_listed() const {
    std::map<std::string, std::vector<ArcId>> wanted;
    for (VertexId const v : graph_.columns().node.ids()) {
      if (v.index() >= 2) wanted[network_.nodes[NodeId(node(v))].country];
    }
    for (ArcId const a : graph_.columns().tail.ids()) {
      if (graph_.kind(a) == ArcKind::link) continue;
      auto const at = graph_.kind(a) == ArcKind::start ? graph_.head(a) : graph_.tail(a);
      wanted[network_.nodes[NodeId(node(at))].country].push_back(a);
    }
    wanted.erase("");
    for (auto const& country : criticality_.countries) {
      auto const found = wanted.find(network_.nodes[NodeId(country.failure.index)].country);
      if (found == wanted.end()) return "a country is not there or listed twice";
      if (found->second != country.failure.arcs)
        return text_of(country.failure) + " has other arcs";
      wanted.erase(found);
    }
    return wanted.empty() ? "" : "a country is missing";
  }

  // ---- order and sums ---------------------------------------------------------------------------

  std::string order() {
    for (auto const* list : {&criticality_.elements, &criticality_.countries}) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        auto const& now = (*list)[i];
        if (now.throughput + now.loss != flow_.throughput || now.loss < Capacity()) {
          return text_of(now.failure) + " loses something else";
        }
        if (now.isolating != (now.throughput == Capacity())) {
          return text_of(now.failure) + " is wrongly told to isolate or not";
        }
        if (i > 0 && !in_order((*list)[i - 1], now)) return "losses are not in their order";
      }
    }
    return {};
  }

  static bool in_order(FailureLoss const& a, FailureLoss const& b) {
    if (a.loss != b.loss) return a.loss > b.loss;
    auto const place = [](Failure const& f) {
      return std::make_tuple(f.kind, f.index, f.kind == FailureKind::passage ? f.mode.index() : 0U);
    };
    return place(a.failure) < place(b.failure);
  }

  // ---- proofs -----------------------------------------------------------------------------------

  std::string flows() {
    for (auto const& differences : proof_.flows) {
      auto on = flow_.on;
      for (auto const& [arc, amount] : differences) {
        if (arc.index() >= graph_.arc_count()) return "a flow has an arc that is not there";
        on[arc] = amount;
      }
      std::vector<Int128> net(graph_.vertex_count(), 0);
      for (ArcId const a : on.ids()) {
        auto const limit = graph_.capacity(a);
        if (on[a] < Capacity() || (!limit.unlimited() && on[a] > limit.capacity())) {
          return "a flow exceeds the capacity of arc " + std::to_string(a.index());
        }
        net[graph_.tail(a).index()] += on[a].parts();
        net[graph_.head(a).index()] -= on[a].parts();
      }
      for (std::size_t v = 2; v < net.size(); ++v) {
        if (net[v] != 0) return "a flow is not conserved";
      }
      if (net[0] != -net[1]) return "a flow does not arrive";
      values_.push_back(net[0]);
    }
    return {};
  }

  std::string cuts() {
    for (auto const& cut : proof_.cuts) {
      Marks in_cut(graph_.arc_count(), 0);
      for (ArcId const a : cut) {
        if (a.index() >= graph_.arc_count() || in_cut[a.index()] != 0) {
          return "a cut has an arc twice or one that is not there";
        }
        in_cut[a.index()] = 1;
      }
      if (!separates(in_cut)) return "a cut does not separate the ends";
    }
    return {};
  }

  bool separates(Marks const& in_cut) const {
    Marks reached(graph_.vertex_count(), 0);
    std::vector<std::uint32_t> queue{graph_.origin().index()};
    reached[queue.front()] = 1;
    for (std::size_t next = 0; next < queue.size(); ++next) {
      auto const v = queue[next];
      for (auto i = graph_.first_out()[v]; i < graph_.first_out()[v + std::size_t{1}]; ++i) {
        auto const head = graph_.head(ArcId(i)).index();
        if (in_cut[i] != 0 || reached[head] != 0) continue;
        reached[head] = 1;
        queue.push_back(head);
      }
    }
    return reached[graph_.destination().index()] == 0;
  }

  /// Whether an arc can be used when the failure has happened.
  bool fails(Failure const& failure, ArcId a) const {
    if (failure.kind != FailureKind::node && failure.kind != FailureKind::country) {
      return std::binary_search(failure.arcs.begin(), failure.arcs.end(), a);
    }
    for (VertexId const v : {graph_.tail(a), graph_.head(a)}) {
      if (v.index() < 2) continue;
      if (failure.kind == FailureKind::node && node(v) == failure.index) return true;
      if (failure.kind == FailureKind::country &&
          network_.nodes[NodeId(node(v))].country ==
              network_.nodes[NodeId(failure.index)].country) {
        return true;
      }
    }
    return false;
  }

  std::string proved(std::vector<Failure const*> const& failures, Capacity throughput,
                     FailureProof const& proof) const {
    auto const text = text_of(*failures.front());
    if (proof.flow >= proof_.flows.size() || proof.cut >= proof_.cuts.size()) {
      return text + " has a proof that is not there";
    }
    if (values_[proof.flow] != throughput.parts()) {
      return text + " has a flow of another throughput";
    }
    auto const any_fails = [&](ArcId a) {
      return std::any_of(failures.begin(), failures.end(),
                         [&](Failure const* failure) { return fails(*failure, a); });
    };
    std::map<ArcId, Capacity> changed;
    for (auto const& [arc, amount] : proof_.flows[proof.flow]) changed[arc] = amount;
    auto const carries = [&](ArcId a) {
      auto const found = changed.find(a);
      return (found == changed.end() ? flow_.on[a] : found->second) > Capacity();
    };
    for (Failure const* failure : failures) {
      for (ArcId const a : failure->arcs) {
        if (carries(a)) return text + " has a flow that uses it";
      }
    }
    Int128 capacity = 0;
    for (ArcId const a : proof_.cuts[proof.cut]) {
      if (any_fails(a)) continue;
      if (graph_.capacity(a).unlimited()) return text + " has a cut without a limit";
      capacity += graph_.capacity(a).capacity().parts();
    }
    return capacity == throughput.parts() ? "" : text + " has a cut of another capacity";
  }

  std::string losses() {
    for (std::size_t i = 0; i < proof_.elements.size(); ++i) {
      if (!proof_.elements[i]) continue;
      auto const& element = criticality_.elements[i];
      auto found = proved({&element.failure}, element.throughput, *proof_.elements[i]);
      if (!found.empty()) return found;
    }
    for (std::size_t i = 0; i < proof_.countries.size(); ++i) {
      auto const& country = criticality_.countries[i];
      auto found = proved({&country.failure}, country.throughput, proof_.countries[i]);
      if (!found.empty()) return found;
    }
    return {};
  }

  // ---- groups and pairs -------------------------------------------------------------------------

  std::string groups() {
    std::size_t grouped = 0;
    for (std::size_t g = 0; g < criticality_.groups.size(); ++g) {
      auto const& group = criticality_.groups[g];
      if (group.elements.size() < 2) return "a group has fewer than two elements";
      for (std::size_t const i : group.elements) {
        if (i >= criticality_.elements.size()) return "a group has an element that is not there";
        auto const& element = criticality_.elements[i];
        if (element.group != g) return text_of(element.failure) + " is not in its group";
        if (element.loss != group.loss) return text_of(element.failure) + " loses not as its group";
        ++grouped;
      }
    }
    for (auto const& element : criticality_.elements) grouped -= element.group ? 1U : 0U;
    return grouped == 0 ? "" : "an element is in a group that does not list it";
  }

  std::string pairs() {
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      auto const& pair = pairs_[i];
      if (pair.first >= pair.second || pair.second >= criticality_.elements.size()) {
        return "a pair has an element that is not there";
      }
      auto const& first = criticality_.elements[pair.first];
      auto const& second = criticality_.elements[pair.second];
      if (pair.throughput + pair.loss != flow_.throughput) return "a pair loses something else";
      auto const sum = first.loss + second.loss;
      auto const beyond = pair.loss > sum ? pair.loss - sum : Capacity();
      if (pair.beyond_sum != beyond) return "a pair is wrongly told to depend or not";
      if (i > 0 && pairs_[i - 1].loss < pair.loss) return "pairs are not in their order";
      auto found = proved({&first.failure, &second.failure}, pair.throughput, proof_.pairs[i]);
      if (!found.empty()) return "with a second failure, " + found;
    }
    return {};
  }

  Network const& network_;
  Graph const& graph_;
  Flow const& flow_;
  Criticality const& criticality_;
  std::vector<PairLoss> const& pairs_;
  CriticalityProof const& proof_;
  std::vector<Int128> values_;  // of the proof's flows
};

/// Least amounts from the origin, by relaxing until nothing changes. Amounts are not negative.
std::optional<Int128> least_amount(Graph const& graph, std::vector<Int128> const& amount,
                                   Marks const& banned) {
  std::vector<std::optional<Int128>> least(graph.vertex_count());
  least[graph.origin().index()] = 0;
  std::vector<std::uint32_t> queue{graph.origin().index()};
  Marks queued(graph.vertex_count(), 0);
  for (std::size_t next = 0; next < queue.size(); ++next) {
    auto const v = queue[next];
    queued[v] = 0;
    for (auto i = graph.first_out()[v]; i < graph.first_out()[v + std::size_t{1}]; ++i) {
      auto const head = graph.head(ArcId(i)).index();
      auto const through = *least[v] + amount[i];
      if (banned[i] != 0 || (least[head] && *least[head] <= through)) continue;
      least[head] = through;
      if (queued[head] != 0) continue;
      queued[head] = 1;
      queue.push_back(head);
    }
  }
  return least[graph.destination().index()];
}

}  // namespace

std::string violation(Network const& network, Graph const& graph, Flow const& flow,
                      Criticality const& criticality, std::vector<PairLoss> const& pairs,
                      CriticalityProof const& proof) {
  return Check(network, graph, flow, criticality, pairs, proof).violation();
}

std::string violation(Graph const& graph, Objective const& objective,
                      Criticality const& criticality, RouteCriticality const& routes,
                      ValueOfTime value) {
  if (routes.without.size() != criticality.elements.size()) return "a replacement is missing";
  std::vector<Int128> amount;
  for (ArcId const a : graph.columns().tail.ids()) {
    amount.push_back(objective.amount(totals_of(graph, a), value));
  }
  Marks banned(graph.arc_count(), 0);
  if (least_amount(graph, amount, banned) != routes.best) return "the best route is another one";
  std::map<std::vector<ArcId>, std::optional<Int128>> known;  // a node may be its one passage
  for (std::size_t i = 0; i < routes.without.size(); ++i) {
    auto const& arcs = criticality.elements[i].failure.arcs;
    auto const [found, added] = known.try_emplace(arcs);
    if (added) {
      for (ArcId const a : arcs) banned[a.index()] = 1;
      found->second = least_amount(graph, amount, banned);
      for (ArcId const a : arcs) banned[a.index()] = 0;
    }
    if (found->second != routes.without[i]) {
      return "element " + std::to_string(i) + " has another best route without it";
    }
  }
  return {};
}

}  // namespace corridor
