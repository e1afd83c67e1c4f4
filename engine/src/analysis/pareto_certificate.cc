// Deliberately plain and deliberately its own: nothing here is shared with the search for fronts,
// so a mistake there cannot hide here.

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "analysis/least_weight.h"
#include "corridor/analysis/certificate.h"
#include "corridor/analysis/pareto.h"

namespace corridor {
namespace {

std::string text_of(std::size_t route) { return "route " + std::to_string(route + 1); }

/// The fewest transfers or border crossings of all ways, by walking with a shipment from state to
/// state: where it is, what it has passed, and which country it last stood in.
class FewestOf {
 public:
  FewestOf(Network const& network, Graph const& graph, Question const& question,
           Criterion::Measure measure)
      : network_(network), graph_(graph), via_(question.via), measure_(measure) {}

  std::optional<int> count() {
    visit({graph_.origin(), 0, ""}, 0);
    while (!queue_.empty()) {
      auto const [state, count] = queue_.front();
      queue_.pop_front();
      if (count > best_.at(state)) continue;
      now_ = count;
      // An end before the last via is not visited.
      if (std::get<VertexId>(state) == graph_.destination()) return count;
      go_on(state, count);
    }
    return std::nullopt;
  }

 private:
  using State = std::tuple<VertexId, std::size_t, std::string>;

  void go_on(State const& state, int count) {
    auto const& [v, passed, country] = state;
    auto const first_out = graph_.first_out();
    for (auto i = first_out[v.index()]; i < first_out[v.index() + std::size_t{1}]; ++i) {
      ArcId const arc(i);
      auto const head = graph_.head(arc);
      if (head == graph_.destination() && passed != via_.size()) continue;
      auto const here = stands_in(arc);
      bool const crosses = !here.empty() && !country.empty() && here != country;
      bool const counts = measure_ == Criterion::Measure::transfers
                              ? graph_.kind(arc) == ArcKind::transfer
                              : crosses;
      auto const& next = here.empty() ? country : here;
      visit({head, passed_at(graph_, via_, passed, head),
             measure_ == Criterion::Measure::borders ? next : ""},
            count + (counts ? 1 : 0));
    }
  }

  /// The country in which the shipment stands on land when it takes an arc, if it does.
  std::string stands_in(ArcId arc) const {
    if (graph_.kind(arc) == ArcKind::link) return {};
    auto const inside = graph_.kind(arc) == ArcKind::start ? graph_.head(arc) : graph_.tail(arc);
    auto const& mode = network_.modes[graph_.columns().mode[inside]].kind;
    bool const ship = mode == "sea" || mode == "lake" || mode == "ferry";
    if (graph_.kind(arc) == ArcKind::passage && ship) return {};
    return network_.nodes[graph_.columns().node[inside]].country;
  }

  /// Steps cost nothing or one: a queue with two ends keeps them in order. `now_` is the count of
  /// the state that is being left.
  void visit(State state, int count) {
    auto const [known, fresh] = best_.try_emplace(state, count);
    if (!fresh && known->second <= count) return;
    known->second = count;
    count == now_ ? queue_.emplace_front(std::move(state), count)
                  : queue_.emplace_back(std::move(state), count);
  }

  Network const& network_;
  Graph const& graph_;
  std::vector<NodeId> const& via_;
  Criterion::Measure measure_;
  int now_ = 0;
  std::map<State, int> best_;
  std::deque<std::pair<State, int>> queue_;
};

class FrontCheck {
 public:
  FrontCheck(Network const& network, Graph const& graph, Question const& question,
             std::span<Criterion const* const> by, ValueOfTime value, ParetoFront const& front)
      : network_(network),
        graph_(graph),
        question_(question),
        by_(by),
        value_(value),
        routes_(front.routes) {}

  std::string violation() const {
    for (auto const check : {&FrontCheck::ways, &FrontCheck::order, &FrontCheck::ends}) {
      if (auto found = (this->*check)(); !found.empty()) return found;
    }
    return {};
  }

 private:
  std::string ways() const {
    for (std::size_t i = 0; i < routes_.size(); ++i) {
      auto const& [route, amounts] = routes_[i];
      auto found = violation_of_way(network_, graph_, question_, route);
      if (!found.empty()) return text_of(i) + ": " + found;
      if (amounts.size() != by_.size()) return text_of(i) + " lacks an amount";
      for (std::size_t k = 0; k < by_.size(); ++k) {
        if (amounts[k] == amount_of(*by_[k], route, value_)) continue;
        return text_of(i) + " has another " + std::string(by_[k]->name);
      }
    }
    return {};
  }

  std::string order() const {
    for (std::size_t i = 0; i < routes_.size(); ++i) {
      if (i > 0 && !(routes_[i - 1].amounts < routes_[i].amounts)) {
        return text_of(i) + " stands in the wrong place";
      }
      for (std::size_t j = 0; j < routes_.size(); ++j) {
        if (i != j && no_worse(j, i)) return text_of(j) + " beats " + text_of(i);
      }
    }
    return {};
  }

  bool no_worse(std::size_t one, std::size_t other) const {
    for (std::size_t k = 0; k < by_.size(); ++k) {
      if (routes_[one].amounts[k] > routes_[other].amounts[k]) return false;
    }
    return true;
  }

  /// The best by each criterion alone.
  std::string ends() const {
    for (std::size_t k = 0; k < by_.size(); ++k) {
      auto const wanted = least(*by_[k]);
      if (wanted.has_value() == routes_.empty()) {
        return routes_.empty() ? "there is a route, but none on the front" : "there is no route";
      }
      if (routes_.empty()) return {};
      auto found = routes_.front().amounts[k];
      for (auto const& route : routes_) found = std::min(found, route.amounts[k]);
      if (found == *wanted) continue;
      return "the best route by " + std::string(by_[k]->name) + " is not on the front";
    }
    return {};
  }

  std::optional<Int128> least(Criterion const& criterion) const {
    if (criterion.measure != Criterion::Measure::objective) {
      auto const count = FewestOf(network_, graph_, question_, criterion.measure).count();
      return count ? std::optional<Int128>(*count) : std::nullopt;
    }
    auto const least =
        least_weight(graph_, question_.via, amounts_of(graph_, *criterion.objective, value_));
    return least ? std::optional(least->amount) : std::nullopt;
  }

  Network const& network_;
  Graph const& graph_;
  Question const& question_;
  std::span<Criterion const* const> by_;
  ValueOfTime value_;
  std::vector<ParetoRoute> const& routes_;
};

/// Reads the rule of merge_near_equals a second time.
class MergeCheck {
 public:
  MergeCheck(ParetoFront const& front, std::span<Int128 const> tolerance, MergedFront const& merged)
      : routes_(front.routes), tolerance_(tolerance), merged_(merged) {}

  std::string violation() const {
    if (merged_.into.size() != routes_.size()) return "some route is neither kept nor merged";
    std::vector<char> kept(routes_.size(), 0);
    for (auto const i : merged_.kept) {
      if (i >= routes_.size() || kept[i] != 0) return "a kept route is not on the front";
      kept[i] = 1;
    }
    std::vector<char> so_far(routes_.size(), 0);
    for (std::size_t k = 0; k < tolerance_.size() && !routes_.empty(); ++k)
      so_far[first_best(k)] = 1;
    for (std::size_t i = 0; i < routes_.size(); ++i) {
      bool const wanted = so_far[i] != 0 || !first_for(i, so_far);
      if (wanted != (kept[i] != 0)) return text_of(i) + (wanted ? " is missing" : " is kept");
      if (wanted) so_far[i] = 1;
    }
    for (std::size_t i = 0; i < routes_.size(); ++i) {
      auto const wanted = kept[i] != 0 ? i : *first_for(i, kept);
      if (merged_.into[i] != wanted) return text_of(i) + " is merged into another";
    }
    return {};
  }

 private:
  std::size_t first_best(std::size_t k) const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < routes_.size(); ++i) {
      if (routes_[i].amounts[k] < routes_[best].amounts[k]) best = i;
    }
    return best;
  }

  /// The first of these routes that is close enough.
  std::optional<std::size_t> first_for(std::size_t i, std::vector<char> const& among) const {
    for (std::size_t j = 0; j < routes_.size(); ++j) {
      bool close = among[j] != 0;
      for (std::size_t k = 0; close && k < tolerance_.size(); ++k) {
        close = routes_[j].amounts[k] - routes_[i].amounts[k] <= tolerance_[k];
      }
      if (close) return j;
    }
    return std::nullopt;
  }

  std::vector<ParetoRoute> const& routes_;
  std::span<Int128 const> tolerance_;
  MergedFront const& merged_;
};

}  // namespace

std::string violation(Network const& network, Graph const& graph, Question const& question,
                      std::span<Criterion const* const> by, ValueOfTime value,
                      ParetoFront const& front) {
  return FrontCheck(network, graph, question, by, value, front).violation();
}

std::string violation(ParetoFront const& front, std::span<Int128 const> tolerance,
                      MergedFront const& merged) {
  return MergeCheck(front, tolerance, merged).violation();
}

}  // namespace corridor
