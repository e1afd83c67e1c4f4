// Deliberately plain and deliberately its own: nothing here is shared with the search for routes,
// so a mistake there cannot hide here. Potentials are taken from there, but need no trust: wrong
// ones prove nothing.

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
        Objective const& objective, ValueOfTime value, Route const& route,
        RoutePotentials const& potentials)
      : network_(network),
        graph_(graph),
        question_(question),
        objective_(objective),
        value_(value),
        route_(route),
        potentials_(potentials) {}

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
    for (ArcId const a : route_.arcs) passed = stage_after(passed, graph_.head(a));
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

  /// How many vias are behind a shipment that comes to `v` with `passed` behind it.
  std::size_t stage_after(std::size_t passed, VertexId v) const {
    return passed_at(graph_, question_.via, passed, v);
  }

  /// No way is better. What is left to the destination from each vertex, with each number of vias
  /// passed, is bounded from below: from arrivals by the potentials, or the whole route where they
  /// name none; from departures by the arcs out of them. When no arc out of an arrival undercuts
  /// its bound, every way weighs at least as much as the least start and what is left behind it.
  std::string best() {
    whole_ = {objective_.amount(route_.totals, value_), static_cast<std::int64_t>(route_.links)};
    if (auto found = read_potentials(); !found.empty()) return found;
    bound_departures();
    if (auto found = undercut(); !found.empty()) return found;
    auto const least = least_out_of(graph_.origin(), 0);
    if (!(least < whole_)) return {};
    return least.amount == whole_.amount ? "an equal route has fewer links"
                                         : "there is a better route";
  }

  std::string read_potentials() {
    auto const stages = question_.via.size() + 1;
    if (potentials_.size() != stages) return "the potentials are not those of its vias";
    left_.assign(graph_.vertex_count() * stages, whole_);
    left_[state(graph_.destination(), stages - 1)] = {};
    for (std::size_t stage = 0; stage < stages; ++stage) {
      for (Potential const& each : potentials_[stage]) {
        if (each.arrival.index() >= graph_.vertex_count() ||
            !is(each.arrival, VertexKind::arrival)) {
          return "a potential is of no arrival";
        }
        left_[state(each.arrival, stage)] = {each.amount, each.links};
      }
    }
    return {};
  }

  void bound_departures() {
    for (std::size_t stage = 0; stage < potentials_.size(); ++stage) {
      for (VertexId const v : graph_.columns().node.ids()) {
        if (is(v, VertexKind::departure)) left_[state(v, stage)] = least_out_of(v, stage);
      }
    }
  }

  std::string undercut() const {
    for (std::size_t stage = 0; stage < potentials_.size(); ++stage) {
      for (ArcId const a : graph_.columns().tail.ids()) {
        auto const tail = graph_.tail(a);
        // An arrival where a via waits is never left in this stage.
        if (!is(tail, VertexKind::arrival) || stage_after(stage, tail) != stage) continue;
        if (behind(a, stage) < left_[state(tail, stage)]) {
          return "the potentials that prove the route do not hold at " + text_of(a);
        }
      }
    }
    return {};
  }

  /// The least over the arcs out of a vertex, at most the whole route.
  LeastWeight least_out_of(VertexId v, std::size_t stage) const {
    auto least = whole_;
    auto const first_out = graph_.first_out();
    for (auto i = first_out[v.index()]; i < first_out[v.index() + std::size_t{1}]; ++i) {
      least = std::min(least, behind(ArcId(i), stage));
    }
    return least;
  }

  /// The weight of an arc with what is left behind it.
  LeastWeight behind(ArcId a, std::size_t stage) const {
    auto const& columns = graph_.columns();
    Totals const totals{columns.length[a], columns.time[a], columns.cost[a], columns.emissions[a]};
    LeastWeight const own{objective_.amount(totals, value_),
                          columns.kind[a] == ArcKind::link ? 1 : 0};
    auto const head = graph_.head(a);
    return own + left_[state(head, stage_after(stage, head))];
  }

  bool is(VertexId v, VertexKind kind) const { return graph_.columns().vertex_kind[v] == kind; }

  std::size_t state(VertexId v, std::size_t stage) const {
    return stage * graph_.vertex_count() + v.index();
  }

  Network const& network_;
  Graph const& graph_;
  Question const& question_;
  Objective const& objective_;
  ValueOfTime value_;
  Route const& route_;
  RoutePotentials const& potentials_;
  LeastWeight whole_;
  std::vector<LeastWeight> left_;  // by state
};

}  // namespace

std::string violation(Network const& network, Graph const& graph, Question const& question,
                      Objective const& objective, ValueOfTime value, Route const& route,
                      RoutePotentials const& potentials) {
  return Check(network, graph, question, objective, value, route, potentials).violation();
}

std::string violation(Network const& network, Graph const& graph, Question const& question,
                      Objective const& objective, ValueOfTime value, Route const& route) {
  // Potentials are found along the route: it has to be a way first.
  auto const found = violation_of_way(network, graph, question, route);
  if (!found.empty()) return found;
  return violation(network, graph, question, objective, value, route,
                   potentials(graph, question, objective, value, route));
}

std::string violation_of_way(Network const& network, Graph const& graph, Question const& question,
                             Route const& route) {
  RoutePotentials const none;
  return Check(network, graph, question, objectives().front(), kDefaultValueOfTime, route, none)
      .violation_of_way();
}

}  // namespace corridor
