#include <algorithm>
#include <cstdint>
#include <utility>

#include "analysis/criticality_flow.h"
#include "corridor/analysis/criticality.h"

namespace corridor {
namespace {

using flow::Amount;

/// One element for each group in series, none that isolates.
class Pairs {
 public:
  Pairs(Graph const& graph, Flow const& flow, Criticality const& criticality)
      : graph_(graph), criticality_(criticality), failures_(failures_of(graph, flow)) {
    choose();
    members_.resize(graph.arc_count());
    carried_.resize(chosen_.size(), 0);
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      for (auto const edge : edges_[i]) {
        members_[edge].push_back(i);
        carried_[i] += failures_.flow(edge);
      }
    }
  }

  PairCriticality worst(std::size_t most) {
    PairCriticality answer;
    auto const count = std::uint64_t{chosen_.size()};
    answer.pairs = count < 2 ? 0 : count * (count - 1) / 2;
    auto candidates = find_candidates();
    std::sort(candidates.begin(), candidates.end(), [](Candidate const& a, Candidate const& b) {
      if (a.most != b.most) return a.most > b.most;
      return std::make_pair(a.first, a.second) < std::make_pair(b.first, b.second);
    });
    for (auto const& candidate : candidates) {
      // The next can lose no more than the last of a full list, nor win its tie.
      if (answer.worst.size() == most && (most == 0 || candidate.most < last_loss(answer))) {
        answer.dependent_known = false;
        break;
      }
      consider(candidate, most, answer);
    }
    return answer;
  }

 private:
  /// Places in `chosen_`, with bounds on the loss of both together.
  struct Candidate {
    std::size_t first, second;
    Amount least, most;
  };

  void choose() {
    std::vector<bool> represented(criticality_.groups.size(), false);
    for (std::size_t i = 0; i < criticality_.elements.size(); ++i) {
      auto const& element = criticality_.elements[i];
      if (element.isolating) continue;
      if (element.group && criticality_.groups[*element.group].kind == GroupKind::series) {
        if (represented[*element.group]) continue;
        represented[*element.group] = true;
      }
      chosen_.push_back(i);
      edges_.push_back(edges_of(element.failure.arcs));
    }
  }

  Amount single(std::size_t i) const { return criticality_.elements[chosen_[i]].loss.parts(); }

  /// Pairs that may lose more than the worse of the two. A pair of which nothing flows through
  /// either loses nothing; one whose second carries nothing in the flow that avoids the first
  /// loses what the first does.
  std::vector<Candidate> find_candidates() {
    std::vector<Candidate> candidates;
    cuts_.resize(chosen_.size());
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      if (carried_[i] == 0) continue;
      auto const rest = failures_.remainder(edges_[i]);
      if (single(i) > 0) cuts_[i] = cut_of(rest.source_side);
      auto const carried = carried_without(i, rest.changed);
      for (std::size_t j = 0; j < carried.size(); ++j) {
        if (j == i || carried[j] == 0 || (j < i && carried_[j] > 0)) continue;
        Amount const most = std::min(single(i) + carried[j], failures_.value());
        if (most <= std::max(single(i), single(j))) continue;
        candidates.push_back({std::min(i, j), std::max(i, j), 0, most});
      }
    }
    for (auto& candidate : candidates) candidate.least = least_loss(candidate);
    return candidates;
  }

  /// What each element carries in the flow that avoids element i.
  std::vector<Amount> carried_without(std::size_t i,
                                      std::vector<flow::Failures::EdgeFlow> const& changed) const {
    auto carried = carried_;
    for (auto const& [edge, amount] : changed) {
      for (std::size_t const j : members_[edge]) carried[j] += amount - failures_.flow(edge);
    }
    carried[i] = 0;
    return carried;
  }

  /// The edges out of the source's side, in order; none is needed by more than the flow's value.
  std::vector<flow::EdgeIndex> cut_of(std::vector<char> const& side) const {
    std::vector<flow::EdgeIndex> cut;
    for (ArcId const a : graph_.columns().tail.ids()) {
      if (side[graph_.tail(a).index()] != 0 && side[graph_.head(a).index()] == 0) {
        cut.push_back(a.index());
      }
    }
    return cut;
  }

  Amount capacity(flow::EdgeIndex edge) const {
    auto const limit = graph_.capacity(ArcId(edge));
    auto const value = failures_.value();
    return limit.unlimited() ? value : std::min(value, limit.capacity().parts());
  }

  /// What the minimum cuts without the one and without the other say of both: the cut of i shows
  /// that i loses so much, and the capacity of j in it is lost as well.
  Amount least_loss(Candidate const& candidate) const {
    Amount least = 0;
    for (auto const& [i, j] : {std::pair(candidate.first, candidate.second),
                               std::pair(candidate.second, candidate.first)}) {
      Amount lost = single(i);
      for (auto const edge : edges_[j]) {
        bool const in_cut = std::binary_search(cuts_[i].begin(), cuts_[i].end(), edge);
        bool const both = std::find(edges_[i].begin(), edges_[i].end(), edge) != edges_[i].end();
        if (in_cut && !both) lost += capacity(edge);
      }
      least = std::max(least, lost);
    }
    return least;
  }

  static Amount last_loss(PairCriticality const& answer) {
    return answer.worst.back().loss.parts();
  }

  void consider(Candidate const& candidate, std::size_t most, PairCriticality& answer) {
    Amount loss = candidate.most;
    if (candidate.least != candidate.most) {
      auto both = edges_[candidate.first];
      both.insert(both.end(), edges_[candidate.second].begin(), edges_[candidate.second].end());
      std::sort(both.begin(), both.end());
      both.erase(std::unique(both.begin(), both.end()), both.end());
      loss = failures_.loss(both);
      ++answer.searched;
    }
    if (loss <= std::max(single(candidate.first), single(candidate.second))) return;
    ++answer.dependent;
    Amount const sum = single(candidate.first) + single(candidate.second);
    PairLoss const pair{chosen_[candidate.first], chosen_[candidate.second],
                        Capacity::of_parts(failures_.value() - loss), Capacity::of_parts(loss),
                        Capacity::of_parts(std::max<Amount>(0, loss - sum))};
    auto const worse = [](PairLoss const& a, PairLoss const& b) {
      if (a.loss != b.loss) return a.loss > b.loss;
      return std::make_pair(a.first, a.second) < std::make_pair(b.first, b.second);
    };
    answer.worst.insert(std::upper_bound(answer.worst.begin(), answer.worst.end(), pair, worse),
                        pair);
    if (answer.worst.size() > most) answer.worst.pop_back();
  }

  Graph const& graph_;
  Criticality const& criticality_;
  flow::Failures failures_;
  std::vector<std::size_t> chosen_;  // places among the elements
  std::vector<std::vector<flow::EdgeIndex>> edges_;
  std::vector<Amount> carried_;                     // by place: by the flow with everything
  std::vector<std::vector<std::size_t>> members_;   // by edge: places of what it belongs to
  std::vector<std::vector<flow::EdgeIndex>> cuts_;  // by place, in order; empty: not needed
};

}  // namespace

PairCriticality pair_criticality(Graph const& graph, Flow const& flow,
                                 Criticality const& criticality, std::size_t most) {
  if (!flow.bounded) return {};
  return Pairs(graph, flow, criticality).worst(most);
}

}  // namespace corridor
