// Shares nothing with the search for the routes.

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/k_shortest.h"

namespace corridor {
namespace {

std::string number(std::size_t place) { return "route " + std::to_string(place + 1); }

/// What routes are ordered by.
struct Rank {
  Int128 amount = 0;
  std::vector<std::uint32_t> links;

  /// Whether the other comes after it.
  bool before(Rank const& other) const {
    if (amount != other.amount) return amount < other.amount;
    if (links.size() != other.links.size()) return links.size() < other.links.size();
    return links < other.links;
  }
};

class Check {
 public:
  Check(Graph const& graph, Objective const& objective, ValueOfTime value, int distinct)
      : graph_(graph), objective_(objective), value_(value), distinct_(distinct) {}

  Rank rank(Route const& route) const {
    Rank rank{objective_.amount(route.totals, value_), {}};
    for (ArcId const arc : route.arcs) {
      if (graph_.kind(arc) == ArcKind::link) rank.links.push_back(graph_.columns().element[arc]);
    }
    return rank;
  }

  bool too_similar(Route const& route, Route const& better) const {
    std::set<std::uint32_t> theirs;
    for (auto const link : rank(better).links) theirs.insert(link);
    Int128 apart = 0;
    Int128 whole = 0;
    for (ArcId const arc : route.arcs) {
      if (graph_.kind(arc) != ArcKind::link) continue;
      auto const metres = graph_.columns().length[arc].parts();
      auto const length = route.totals.length.parts() == 0 ? 1 : metres;
      whole += length;
      if (theirs.count(graph_.columns().element[arc]) == 0) apart += length;
    }
    return apart * 100 < whole * distinct_;
  }

 private:
  Graph const& graph_;
  Objective const& objective_;
  ValueOfTime value_;
  int distinct_;
};

std::string wrong_count(RouteChoiceRequest const& request, RouteChoice const& choice) {
  auto const found = choice.routes.size();
  if (found > request.count) return "more routes than asked for";
  if ((found == request.count) != (choice.end == ChoiceEnd::count)) {
    return "the number of routes does not fit the reason why there are no more";
  }
  if (choice.examined < found + choice.similar) return "too few ways were examined";
  if (choice.similar > 0 && request.distinct == 0) return "similar routes were left out unasked";
  return {};
}

}  // namespace

std::string violation(Network const& network, Graph const& graph, Question const& question,
                      Objective const& objective, ValueOfTime value,
                      RouteChoiceRequest const& request, Route const& best,
                      RouteChoice const& choice) {
  if (auto found = wrong_count(request, choice); !found.empty()) return found;
  Check const check(graph, objective, value, request.distinct);
  Rank before;
  for (std::size_t i = 0; i < choice.routes.size(); ++i) {
    auto const& route = choice.routes[i];
    auto const found = violation_of_way(network, graph, question, route);
    if (!found.empty()) return number(i) + ": " + found;
    if (route.repeats_node) return number(i) + " passes a node twice";
    auto rank = check.rank(route);
    if (i > 0 && !before.before(rank)) return number(i) + " does not come after the one before it";
    before = std::move(rank);
    for (std::size_t k = 0; k < i; ++k) {
      if (check.too_similar(route, choice.routes[k])) {
        return number(i) + " is too similar to " + number(k);
      }
    }
  }
  auto const least = check.rank(best);
  if (choice.routes.empty()) {
    return best.repeats_node ? "" : "the best of all ways passes no node twice, but is not listed";
  }
  auto const first = check.rank(choice.routes.front());
  if (first.before(least)) return "route 1 is better than the best of all ways";
  if (!best.repeats_node && least.before(first)) return "route 1 is not the best of all ways";
  return {};
}

}  // namespace corridor
