// Deliberately plain and deliberately its own: nothing here is shared with the search for routes,
// so a mistake there cannot hide here.

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "analysis/least_weight.h"
#include "corridor/analysis/certificate.h"
#include "corridor/base/int128.h"

namespace corridor {
namespace {

std::string text_of(ArcId a) { return "arc " + std::to_string(a.index()); }

class Check {
 public:
  Check(Network const& network, Graph const& graph, Question const& question,
        Objective const& objective, ValueOfTime value, Route const& route)
      : network_(network),
        graph_(graph),
        question_(question),
        objective_(objective),
        value_(value),
        route_(route) {}

  std::string violation() {
    auto found = violation_of_way();
    return found.empty() ? best() : found;
  }

  /// Everything but that it is the best.
  std::string violation_of_way() {
    for (auto const check : {&Check::joined, &Check::totals, &Check::vias, &Check::visits}) {
      if (auto found = (this->*check)(); !found.empty()) return found;
    }
    return {};
  }

 private:
  std::string joined() {
    auto at = graph_.origin();
    for (ArcId const a : route_.arcs) {
      if (a.index() >= graph_.arc_count()) return "the route has an arc that is not there";
      if (graph_.tail(a) != at) return "the route is not joined before " + text_of(a);
      at = graph_.head(a);
    }
    return at == graph_.destination() ? "" : "the route does not reach the destination";
  }

  std::string totals() {
    Int128 length = 0;
    Int128 time = 0;
    Int128 cost = 0;
    Int128 emissions = 0;
    std::size_t links = 0;
    auto const& columns = graph_.columns();
    for (ArcId const a : route_.arcs) {
      length += columns.length[a].parts();
      time += columns.time[a].parts();
      cost += columns.cost[a].parts();
      emissions += columns.emissions[a].parts();
      if (columns.kind[a] == ArcKind::link) ++links;
    }
    if (route_.totals.length.parts() != length) return "the length is not the sum of the legs";
    if (route_.totals.time.parts() != time) return "the time is not the sum of the legs";
    if (route_.totals.cost.parts() != cost) return "the cost is not the sum of the legs";
    if (route_.totals.emissions.parts() != emissions) {
      return "the emissions are not the sum of the legs";
    }
    return route_.links == links ? "" : "the number of links is not that of the legs";
  }

  std::string vias() {
    std::size_t passed = 0;
    for (ArcId const a : route_.arcs) {
      passed = passed_at(graph_, question_.via, passed, graph_.head(a));
    }
    return passed == question_.via.size() ? "" : "the route does not pass all vias in order";
  }

  /// The nodes of the route: no avoided one among them, and what is counted about them.
  std::string visits() {
    std::vector<NodeId> nodes;
    std::vector<std::string> countries;  // where the shipment stands on land
    int gauge_changes = 0;
    int transshipments = 0;
    for (ArcId const a : route_.arcs) {
      if (graph_.kind(a) == ArcKind::transfer) {
        ++(changes_gauge(a) ? gauge_changes : transshipments);
      }
      auto const inside = graph_.kind(a) == ArcKind::start ? graph_.head(a) : graph_.tail(a);
      if (graph_.kind(a) != ArcKind::link && !aboard_ship(a)) {
        auto const& country = network_.nodes[graph_.columns().node[inside]].country;
        if (!country.empty()) countries.push_back(country);
      }
      if (graph_.head(a) == graph_.destination()) continue;
      auto const node = graph_.columns().node[graph_.head(a)];
      if (nodes.empty() || nodes.back() != node) nodes.push_back(node);
    }
    auto const distinct = std::unique(countries.begin(), countries.end()) - countries.begin();
    auto const border_crossings = distinct == 0 ? 0 : static_cast<int>(distinct) - 1;
    std::sort(nodes.begin(), nodes.end());
    bool const repeats = std::adjacent_find(nodes.begin(), nodes.end()) != nodes.end();
    if (route_.border_crossings != border_crossings) return "the border crossings are miscounted";
    if (route_.gauge_changes != gauge_changes) return "the gauge changes are miscounted";
    if (route_.transshipments != transshipments) return "the transshipments are miscounted";
    if (route_.repeats_node != repeats) return "whether a node is passed twice is wrong";
    return {};
  }

  bool changes_gauge(ArcId transfer) const {
    auto const& from = network_.modes[graph_.columns().mode[graph_.tail(transfer)]];
    auto const& to = network_.modes[graph_.columns().mode[graph_.head(transfer)]];
    return from.kind == "rail" && to.kind == "rail" && from.gauge_mm && to.gauge_mm &&
           *from.gauge_mm != *to.gauge_mm;
  }

  bool aboard_ship(ArcId a) const {
    auto const& kind = network_.modes[graph_.columns().mode[graph_.tail(a)]].kind;
    return graph_.kind(a) == ArcKind::passage &&
           (kind == "sea" || kind == "lake" || kind == "ferry");
  }

  /// No way is better.
  std::string best() {
    auto const& columns = graph_.columns();
    ArcAmounts amounts(graph_.arc_count());
    for (ArcId const a : columns.tail.ids()) {
      Totals const totals{columns.length[a], columns.time[a], columns.cost[a],
                          columns.emissions[a]};
      amounts[a] = objective_.amount(totals, value_);
    }
    auto const least = least_weight(graph_, question_.via, amounts);
    LeastWeight const own{objective_.amount(route_.totals, value_),
                          static_cast<std::int64_t>(route_.links)};
    if (!least || own < *least) return "the route is better than the best one";
    if (*least < own) {
      return own.amount == least->amount ? "an equal route has fewer links"
                                         : "there is a better route";
    }
    return {};
  }

  Network const& network_;
  Graph const& graph_;
  Question const& question_;
  Objective const& objective_;
  ValueOfTime value_;
  Route const& route_;
};

}  // namespace

std::string violation(Network const& network, Graph const& graph, Question const& question,
                      Objective const& objective, ValueOfTime value, Route const& route) {
  return Check(network, graph, question, objective, value, route).violation();
}

std::string violation(Network const& network, Graph const& graph, Question const& question,
                      Route const& route) {
  auto const& any = objectives().front();
  return Check(network, graph, question, any, kDefaultValueOfTime, route).violation_of_way();
}

}  // namespace corridor
