// Deliberately plain and deliberately its own: nothing here is shared with the search for routes,
// so a mistake there cannot hide here.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "corridor/analysis/certificate.h"
#include "corridor/base/int128.h"

namespace corridor {
namespace {

std::string text_of(ArcId a) { return "arc " + std::to_string(a.index()); }

/// What is minimised: the amount, then the number of links.
struct Weight {
  Int128 amount = 0;
  std::int64_t links = 0;

  friend Weight operator+(Weight a, Weight b) { return {a.amount + b.amount, a.links + b.links}; }
  friend bool operator<(Weight a, Weight b) {
    return a.amount != b.amount ? a.amount < b.amount : a.links < b.links;
  }
};

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
    if (v == graph_.origin() || v == graph_.destination()) return passed;
    auto const& via = question_.via;
    auto const node = graph_.columns().node[v];
    while (passed < via.size() && via[passed] == node) ++passed;
    return passed;
  }

  /// No way is better: every vertex, with every number of vias passed, has a distance from the
  /// origin that no arc undercuts, and that of the destination is the route's own.
  std::string best() {
    weigh_arcs();
    find_distances();
    for (std::size_t stage = 0; stage <= question_.via.size(); ++stage) {
      for (ArcId const a : graph_.columns().tail.ids()) {
        auto const& from = distance_[state(graph_.tail(a), stage)];
        if (!from.reached) continue;
        auto const& to = distance_[state(graph_.head(a), stage_after(stage, graph_.head(a)))];
        if (!to.reached || from.weight + weight_[a] < to.weight) {
          return "the distances that prove the route do not hold at " + text_of(a);
        }
      }
    }
    auto const& least = distance_[state(graph_.destination(), question_.via.size())];
    Weight const own{objective_.amount(route_.totals, value_),
                     static_cast<std::int64_t>(route_.links)};
    if (!least.reached || own < least.weight) return "the route is better than the best one";
    if (least.weight < own) {
      return own.amount == least.weight.amount ? "an equal route has fewer links"
                                               : "there is a better route";
    }
    return {};
  }

  void weigh_arcs() {
    auto const& columns = graph_.columns();
    weight_ = Table<ArcId, Weight>(graph_.arc_count());
    for (ArcId const a : columns.tail.ids()) {
      Totals const totals{columns.length[a], columns.time[a], columns.cost[a],
                          columns.emissions[a]};
      weight_[a] = {objective_.amount(totals, value_), columns.kind[a] == ArcKind::link ? 1 : 0};
    }
  }

  /// Relaxes arcs, first come first served, until nothing changes (Bellman 1958, Moore 1959).
  /// Ends because no cycle is negative.
  void find_distances() {
    distance_.assign(graph_.vertex_count() * (question_.via.size() + 1), {});
    std::vector<std::uint32_t> queue(distance_.size() + 1);
    std::size_t first = 0;
    std::size_t last = 0;
    auto const push = [&](std::size_t at) {
      distance_[at].queued = true;
      queue[last] = static_cast<std::uint32_t>(at);
      last = last + 1 == queue.size() ? 0 : last + 1;
    };
    auto const start = state(graph_.origin(), 0);
    distance_[start].reached = true;
    push(start);
    while (first != last) {
      auto const at = queue[first];
      first = first + 1 == queue.size() ? 0 : first + 1;
      distance_[at].queued = false;
      relax_from(at, push);
    }
  }

  template <class Push>
  void relax_from(std::size_t at, Push const& push) {
    auto const stage = at / graph_.vertex_count();
    auto const v = at % graph_.vertex_count();
    auto const first_out = graph_.first_out();
    for (auto i = first_out[v]; i < first_out[v + 1]; ++i) {
      auto const head = graph_.head(ArcId(i));
      auto const next = state(head, stage_after(stage, head));
      auto const weight = distance_[at].weight + weight_[ArcId(i)];
      auto& there = distance_[next];
      if (there.reached && !(weight < there.weight)) continue;
      there.weight = weight;
      there.reached = true;
      if (!there.queued) push(next);
    }
  }

  std::size_t state(VertexId v, std::size_t stage) const {
    return stage * graph_.vertex_count() + v.index();
  }

  struct Distance {
    Weight weight;
    bool reached = false;
    bool queued = false;
  };

  Network const& network_;
  Graph const& graph_;
  Question const& question_;
  Objective const& objective_;
  ValueOfTime value_;
  Route const& route_;
  Table<ArcId, Weight> weight_;
  std::vector<Distance> distance_;  // by state
};

}  // namespace

std::string violation(Network const& network, Graph const& graph, Question const& question,
                      Objective const& objective, ValueOfTime value, Route const& route) {
  return Check(network, graph, question, objective, value, route).violation();
}

std::string violation_of_way(Network const& network, Graph const& graph, Question const& question,
                             Route const& route) {
  return Check(network, graph, question, objectives().front(), kDefaultValueOfTime, route)
      .violation_of_way();
}

}  // namespace corridor
