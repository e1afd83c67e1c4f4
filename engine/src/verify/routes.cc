#include "verify/routes.h"

#include <algorithm>

#include "report/json.h"

namespace corridor::verify {
namespace {

/// What is minimised: the amount, then the number of links.
struct Weight {
  Int128 amount = 0;
  std::int64_t links = 0;

  bool operator==(const Weight&) const = default;
  friend Weight operator+(Weight a, Weight b) { return {a.amount + b.amount, a.links + b.links}; }
  friend bool operator<(Weight a, Weight b) {
    return a.amount != b.amount ? a.amount < b.amount : a.links < b.links;
  }
};

class Bellman {
 public:
  Bellman(Flows const& flows, Question const& question, ArcAmounts const& amounts,
          Route const& route)
      : flows_(flows), graph_(flows.graph()), via_(question.via), amounts_(amounts), route_(route) {
    for (ArcId const arc : route.arcs) whole_ = whole_ + weight_of(arc);
  }

  void read(Item const& proof) {
    if (proof.size() != via_.size() + 1) {
      proof.refuse("has " + std::to_string(proof.size()) + " stages, should have " +
                   std::to_string(via_.size() + 1));
    }
    arrivals_.assign(via_.size() + 1, std::vector<Weight>(graph_.vertex_count(), whole_));
    for (std::size_t stage = 0; stage < proof.size(); ++stage) read_stage(proof[stage], stage);
    departures_ = arrivals_;
    for (std::size_t stage = 0; stage < proof.size(); ++stage) {
      for (VertexId const v : graph_.columns().node.ids()) {
        if (graph_.columns().vertex_kind[v] == VertexKind::departure) {
          departures_[stage][v.index()] = least(stage, v);
        }
      }
    }
  }

  /// Every arrival's potential is the least over what may follow.
  void hold(Item const& proof) const {
    for (std::size_t stage = 0; stage <= via_.size(); ++stage) {
      for (VertexId const v : graph_.columns().node.ids()) {
        if (graph_.columns().vertex_kind[v] != VertexKind::arrival) continue;
        if (stage_at(stage, graph_.columns().node[v]) != stage) continue;
        auto const wanted = std::min(whole_, least(stage, v));
        if (arrivals_[stage][v.index()] == wanted) continue;
        proof[stage].refuse("the potential of " +
                            flows_.network().nodes[graph_.columns().node[v]].id + " by " +
                            flows_.network().modes[graph_.columns().mode[v]].id +
                            " does not follow from those after it");
      }
    }
  }

  /// The vias, the least weight of all ways, and the tie rule.
  void follow(Item const& at) const {
    std::size_t stage = 0;
    auto remaining = whole_;
    if (least_start() != whole_) at.refuse("there is a better route");
    for (std::size_t i = 0; i < route_.arcs.size(); i += 2) {
      auto const inner = route_.arcs[i];
      stage = stage_at_head(stage, inner);
      if (graph_.kind(inner) == ArcKind::end) break;
      auto const link = route_.arcs[i + 1];
      auto const earliest =
          earliest_link(i == 0 ? graph_.origin() : graph_.tail(inner), stage, remaining);
      if (graph_.columns().element[link] != earliest) {
        at.refuse("an equally good route takes an earlier link than " + flows_.name_of(link));
      }
      stage = stage_at_head(stage, link);
      remaining = arrivals_[stage][graph_.head(link).index()];
    }
    if (stage != via_.size()) at.refuse("the route does not pass all vias in order");
  }

  /// That no way has a smaller amount, however many links it has.
  void compare(Item const& at) const {
    if (least_start().amount != whole_.amount) at.refuse("there is a better route");
  }

 private:
  void read_stage(Item const& rows, std::size_t stage) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto const row = rows[i];
      if (row.size() != 4) row.refuse("is not node, mode, amount and links");
      auto const v = arrival(row);
      if (stage_at(stage, graph_.columns().node[v]) != stage) {
        row.refuse("belongs to the stage after its via");
      }
      Weight const left{row[2].wide(), row[3].whole()};
      if (left.amount < 0 || left.links < 0) row.refuse("is less than nothing");
      if (!(left < whole_)) row.refuse("is no nearer than the whole route");
      auto& place = arrivals_[stage][v.index()];
      if (!(place == whole_)) row.refuse("names this arrival a second time");
      place = left;
    }
  }

  VertexId arrival(Item const& row) const {
    auto const node = find_node(flows_.network(), row[0].text());
    auto const mode = find_mode(flows_.network(), row[1].text());
    auto const v = node && mode ? graph_.vertex(*node, *mode, VertexKind::arrival) : std::nullopt;
    if (!v) row.refuse("the question's graph has no such arrival");
    return *v;
  }

  std::size_t stage_at(std::size_t stage, NodeId node) const {
    while (stage < via_.size() && via_[stage] == node) ++stage;
    return stage;
  }

  /// A start and a link bring the shipment to a node; inside one nothing is passed.
  std::size_t stage_at_head(std::size_t stage, ArcId arc) const {
    bool const comes = graph_.kind(arc) == ArcKind::start || graph_.kind(arc) == ArcKind::link;
    return comes ? stage_at(stage, graph_.columns().node[graph_.head(arc)]) : stage;
  }

  Weight weight_of(ArcId arc) const {
    return {amounts_[arc], graph_.kind(arc) == ArcKind::link ? 1 : 0};
  }

  /// What is left when an arc is taken; empty when it leads to the destination too early.
  std::optional<Weight> by(std::size_t stage, ArcId arc) const {
    auto const head = graph_.head(arc);
    if (graph_.kind(arc) == ArcKind::end) {
      return stage == via_.size() ? std::optional(weight_of(arc)) : std::nullopt;
    }
    auto const after = stage_at_head(stage, arc);
    auto const& left = graph_.kind(arc) == ArcKind::link ? arrivals_ : departures_;
    return weight_of(arc) + left[after][head.index()];
  }

  /// The least over the arcs out of a vertex; where there is none, as far as the whole route.
  Weight least(std::size_t stage, VertexId v) const {
    std::optional<Weight> least;
    for (auto const arc : out_of(v)) {
      auto const weight = by(stage, arc);
      if (weight && (!least || *weight < *least)) least = weight;
    }
    return least.value_or(whole_);
  }

  Weight least_start() const { return least(0, graph_.origin()); }

  /// The earliest link in the file that some best way takes next. `stage` is the one at the
  /// departures behind `v`, which only a start changes.
  std::uint32_t earliest_link(VertexId v, std::size_t stage, Weight remaining) const {
    auto earliest = Graph::kNoElement;
    for (auto const inner : out_of(v)) {
      if (graph_.kind(inner) == ArcKind::end) continue;
      auto const at = v == graph_.origin() ? stage_at_head(0, inner) : stage;
      for (auto const link : out_of(graph_.head(inner))) {
        auto const weight = by(at, link);
        if (!weight || !(weight_of(inner) + *weight == remaining)) continue;
        earliest = std::min(earliest, graph_.columns().element[link]);
      }
    }
    return earliest;
  }

  std::vector<ArcId> out_of(VertexId v) const {
    std::vector<ArcId> arcs;
    auto const first = graph_.first_out()[v.index()];
    auto const last = graph_.first_out()[v.index() + std::size_t{1}];
    for (auto i = first; i < last; ++i) arcs.emplace_back(i);
    return arcs;
  }

  Flows const& flows_;
  Graph const& graph_;
  std::vector<NodeId> const& via_;
  ArcAmounts const& amounts_;
  Route const& route_;
  Weight whole_;
  std::vector<std::vector<Weight>> arrivals_, departures_;  ///< by stage and vertex
};

}  // namespace

std::vector<ArcId> joined(Flows const& flows, Item const& legs) {
  auto const& graph = flows.graph();
  std::vector<ArcId> arcs;
  auto at = graph.origin();
  auto const go = [&](VertexId next, Item const& item) {
    if (at == next) return;
    auto const between = flows.hidden(at, next);
    if (!between) item.refuse("does not join what comes before it");
    arcs.push_back(*between);
  };
  for (std::size_t i = 0; i < legs.size(); ++i) {
    auto const arc = flows.arc_of_object(legs[i]);
    go(graph.tail(arc), legs[i]);
    arcs.push_back(arc);
    at = graph.head(arc);
  }
  auto const end = flows.hidden(at, graph.destination());
  if (!end) legs.refuse("do not lead to the destination");
  arcs.push_back(*end);
  return arcs;
}

void expect_figures(Flows const& flows, Item const& elements) {
  std::vector<ArcId> arcs;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    arcs.push_back(flows.arc_of_object(elements[i]));
  }
  elements.expect_json(report::json_of_cut(flows.network(), flows.graph(), arcs).dump());
}

void best(Flows const& flows, Question const& question, Objective const& objective,
          ValueOfTime value, Route const& route, Item const& proof, Item const& at) {
  best(flows, question, amounts_of(flows.graph(), objective, value), route, proof, at);
}

void best(Flows const& flows, Question const& question, ArcAmounts const& amounts,
          Route const& route, Item const& proof, Item const& at) {
  Bellman bellman(flows, question, amounts, route);
  bellman.read(proof);
  bellman.hold(proof);
  bellman.follow(at);
}

void unbeaten(Flows const& flows, Question const& question, ArcAmounts const& amounts,
              Route const& route, Item const& proof, Item const& at) {
  Bellman bellman(flows, question, amounts, route);
  bellman.read(proof);
  bellman.hold(proof);
  bellman.compare(at);
}

bool reaches_through(Flows const& flows, Question const& question) {
  auto const& graph = flows.graph();
  auto const& via = question.via;
  struct Place {
    VertexId vertex;
    std::size_t stage;
  };
  std::vector<std::vector<char>> reached(via.size() + 1,
                                         std::vector<char>(graph.vertex_count(), 0));
  std::vector<Place> queue{{graph.origin(), 0}};
  for (std::size_t next = 0; next < queue.size(); ++next) {
    auto const [v, stage] = queue[next];
    for (auto i = graph.first_out()[v.index()]; i < graph.first_out()[v.index() + std::size_t{1}];
         ++i) {
      ArcId const arc(i);
      auto const head = graph.head(arc);
      auto after = stage;
      bool const comes = graph.kind(arc) == ArcKind::start || graph.kind(arc) == ArcKind::link;
      while (comes && after < via.size() && via[after] == graph.columns().node[head]) ++after;
      if (head == graph.destination() && after == via.size()) return true;
      if (head == graph.destination() || reached[after][head.index()] != 0) continue;
      reached[after][head.index()] = 1;
      queue.push_back({head, after});
    }
  }
  return false;
}

}  // namespace corridor::verify
