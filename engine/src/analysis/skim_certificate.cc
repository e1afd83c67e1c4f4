// Shares no code with skim(): each column of the sample has its own compiled graph, on which
// Boost's Dijkstra runs, and transfers are counted on routes of shortest_path.

#include <algorithm>
#include <map>
#include <string>

#include "analysis/staged_distances.h"
#include "corridor/analysis/skim.h"

namespace corridor {
namespace {

using Weight = RouteWeight<Int128>;

/// So many of `count`, evenly spread.
std::vector<std::size_t> spread(std::size_t count, std::size_t most) {
  std::size_t const wanted = std::min(count, most);
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < wanted; ++i) chosen.push_back((2 * i + 1) * count / (2 * wanted));
  return chosen;
}

/// Large networks have few: each costs a graph and a search of its own.
std::size_t sample_size(Network const& network) {
  constexpr std::size_t kMost = 8;
  constexpr std::size_t kNodes = 20'000;
  return std::clamp(kNodes / std::max<std::size_t>(network.nodes.size(), 1), std::size_t{1}, kMost);
}

Question towards(SkimPlan const& plan, NodeId to) {
  Question question = plan.conditions;
  question.from.clear();
  question.via.clear();
  question.to = {to};
  return question;
}

std::vector<Potential> potentials_to(Graph const& graph, Objective const& objective,
                                     ValueOfTime value) {
  std::vector<Weight> weight;
  weight.reserve(graph.arc_count());
  for (ArcId const arc : graph.columns().tail.ids()) {
    weight.push_back({objective.amount(totals_of(graph, arc), value),
                      graph.kind(arc) == ArcKind::link ? 1U : 0U});
  }
  StagedDistances<Weight> const distances(graph, {}, weight);
  std::vector<Potential> left;
  for (VertexId const v : graph.columns().node.ids()) {
    if (graph.columns().vertex_kind[v] != VertexKind::arrival || !distances.reaches(0, v)) continue;
    left.push_back({v, distances.at(0, v).amount, distances.at(0, v).links});
  }
  return left;
}

class Check {
 public:
  Check(Network const& network, SkimPlan const& plan, Skim const& skim)
      : network_(network), plan_(plan), skim_(skim) {}

  std::string shape() const {
    if (skim_.rows != plan_.from.size() || skim_.columns != plan_.to.size()) {
      return "the skim has other rows or columns than asked";
    }
    if (skim_.matrices.size() != plan_.by.size() + (plan_.transfers ? 1 : 0)) {
      return "the skim has other matrices than asked";
    }
    for (std::size_t i = 0; i < skim_.matrices.size(); ++i) {
      auto const* const wanted = i < plan_.by.size() ? plan_.by[i] : nullptr;
      if (skim_.matrices[i].objective != wanted) return "a matrix is of another objective";
      if (skim_.matrices[i].cells.size() != skim_.rows * skim_.columns) {
        return "a matrix has another number of cells";
      }
    }
    return {};
  }

  std::string column(SkimProof const& proof) const {
    auto const best = least_of_nodes(proof);
    auto const& objective = *plan_.by[proof.matrix];
    for (std::size_t row = 0; row < skim_.rows; ++row) {
      auto expected = kNoWay;
      auto const found = best.find(plan_.from[row]);
      if (found != best.end()) expected = thousandths(objective, found->second);
      if (plan_.from[row] == plan_.to[proof.column]) expected = 0;
      if (skim_.at(proof.matrix, row, proof.column) != expected) {
        return wrong(objective.name, row, proof.column);
      }
    }
    return {};
  }

  std::string transfers(std::size_t column) const {
    for (std::size_t const row : spread(skim_.rows, sample_size(network_))) {
      std::int64_t expected = 0;
      if (plan_.from[row] != plan_.to[column]) {
        Question question = towards(plan_, plan_.to[column]);
        question.from = {plan_.from[row]};
        auto const route = shortest_path(network_, compile(network_, question), question,
                                         *plan_.by.front(), plan_.value);
        expected = route ? route->gauge_changes + route->transshipments : kNoWay;
      }
      if (skim_.at(plan_.by.size(), row, column) != expected) {
        return wrong("transfers", row, column);
      }
    }
    return {};
  }

 private:
  /// The least amount over what leaves each node, by the potentials of arrivals.
  std::map<NodeId, Int128> least_of_nodes(SkimProof const& proof) const {
    auto const& graph = proof.graph;
    auto const& objective = *plan_.by[proof.matrix];
    std::map<VertexId, Int128> left;
    for (Potential const& each : proof.left) left[each.arrival] = each.amount;
    std::map<NodeId, Int128> least;
    for (ArcId const arc : graph.columns().tail.ids()) {
      if (graph.kind(arc) != ArcKind::link) continue;
      auto const found = left.find(graph.head(arc));
      if (found == left.end()) continue;
      Int128 const whole = objective.amount(totals_of(graph, arc), plan_.value) + found->second;
      auto const [place, fresh] = least.emplace(graph.columns().node[graph.tail(arc)], whole);
      if (!fresh) place->second = std::min(place->second, whole);
    }
    return least;
  }

  std::string wrong(std::string_view what, std::size_t row, std::size_t column) const {
    return std::string(what) + " from " + network_.nodes[plan_.from[row]].id + " to " +
           network_.nodes[plan_.to[column]].id + " is not that of the best route";
  }

  Network const& network_;
  SkimPlan const& plan_;
  Skim const& skim_;
};

}  // namespace

std::vector<SkimProof> skim_proofs(Network const& network, SkimPlan const& plan) {
  std::vector<SkimProof> proofs;
  for (std::size_t const column : spread(plan.to.size(), sample_size(network))) {
    Graph const graph = compile(network, towards(plan, plan.to[column]));
    for (std::size_t i = 0; i < plan.by.size(); ++i) {
      proofs.push_back({i, column, graph, potentials_to(graph, *plan.by[i], plan.value)});
    }
  }
  return proofs;
}

std::string violation(Network const& network, SkimPlan const& plan, Skim const& skim,
                      std::vector<SkimProof> const& proofs) {
  Check const check(network, plan, skim);
  if (auto found = check.shape(); !found.empty()) return found;
  for (SkimProof const& proof : proofs) {
    if (auto found = check.column(proof); !found.empty()) return found;
    if (!plan.transfers || proof.matrix != 0) continue;
    if (auto found = check.transfers(proof.column); !found.empty()) return found;
  }
  return {};
}

}  // namespace corridor
