#include <algorithm>
#include <utility>

#include "analysis/staged_distances.h"
#include "analysis/sweep_model.h"
#include "corridor/analysis/certificate.h"

namespace corridor {
namespace {

constexpr std::size_t kMostKnown = 4096;

/// A route's weight where an arc may be missing: it weighs `unreached`, and so does every way
/// along it.
struct GatedWeight {
  RouteWeight<Int128> route;

  static GatedWeight unreached() { return {RouteWeight<Int128>::unreached()}; }
  friend GatedWeight operator+(GatedWeight const& a, GatedWeight const& b) {
    if (a == unreached() || b == unreached()) return unreached();
    return {a.route + b.route};
  }
  bool operator==(const GatedWeight&) const = default;
  friend bool operator<(GatedWeight const& a, GatedWeight const& b) { return a.route < b.route; }
};

}  // namespace

std::size_t SweepWorker::Hash::operator()(std::vector<std::int64_t> const& key) const {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (auto const part : key) {
    hash = (hash ^ static_cast<std::uint64_t>(part)) * 0x100000001b3U;
    hash ^= hash >> 32;  // whole numbers at a time leave the high bits to themselves
  }
  return hash;
}

SweepWorker::SweepWorker(Sweep::Model const& model)
    : model_(model), warm_(model.warm), check_(model.graph) {
  capacity_.reserve(model.graph.arc_count());
  for (ArcId const arc : model.graph.columns().tail.ids()) {
    capacity_.push_back(model.in_flow(model.graph.capacity(arc)));
  }
}

SweepRow SweepWorker::answer(std::uint64_t scenario) {
  SweepRow row;
  row.scenario = scenario;
  row.values = values_of(model_.plan, scenario);
  elements_ = model_.elements_of(row.values);
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    auto const capacity = model_.capacity_of(model_.slots[i], elements_[i]);
    for (ArcId const arc : model_.slots[i].arcs) capacity_[arc.index()] = capacity;
  }
  auto const& flow = throughput();
  row.bounded = flow.bounded;
  row.throughput = flow.amount;
  row.bottleneck = flow.bottleneck;
  row.route = route(scenario);
  row.totals = totals_of_route(*row.route);
  return row;
}

// ---- throughput ---------------------------------------------------------------------------------

SweepWorker::Throughput const& SweepWorker::throughput() {
  key_.clear();
  for (auto const& slot : model_.slots) {
    if (!slot.arcs.empty()) key_.push_back(capacity_[slot.arcs.front().index()]);
  }
  auto const known = flows_.find(key_);
  if (known != flows_.end()) return known->second;
  if (flows_.size() >= kMostKnown) flows_.clear();
  return flows_.emplace(key_, solve_flow()).first->second;
}

SweepWorker::Throughput SweepWorker::solve_flow() {
  changes_.clear();
  for (auto const& slot : model_.slots) {
    auto const base = model_.capacity_of(slot, slot.base);
    for (ArcId const arc : slot.arcs) {
      auto const capacity = capacity_[arc.index()];
      if (capacity != base) changes_.push_back({arc.index(), capacity, 0});
    }
  }
  auto const proven = warm_->proven(changes_);
  auto const found = check_.violation(
      {capacity_, proven.flows, proven.cut.source_side, proven.cut.value, model_.unlimited});
  if (!found.empty()) throw Defect("a scenario's answer fails its check: " + found);
  return described(proven.cut);
}

SweepWorker::Throughput SweepWorker::described(flow::Cut const& cut) const {
  Throughput answer;
  std::vector<ArcId> bottleneck;
  answer.bounded = cut.value < model_.unlimited;
  if (answer.bounded) {
    answer.amount = Capacity::of_parts(cut.value);
    for (ArcId const arc : model_.graph.columns().tail.ids()) {
      bool const crosses = cut.source_side[model_.graph.tail(arc).index()] != 0 &&
                           cut.source_side[model_.graph.head(arc).index()] == 0;
      if (crosses && capacity_[arc.index()] > 0) bottleneck.push_back(arc);
    }
  }
  answer.bottleneck = std::make_shared<std::vector<ArcId> const>(std::move(bottleneck));
  return answer;
}

// ---- routes -------------------------------------------------------------------------------------

std::shared_ptr<SweepRoute const> const& SweepWorker::route(std::uint64_t scenario) {
  key_.clear();
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    auto const& element = elements_[i];
    auto const amount = model_.by->amount(totals_of(element.figures), model_.value);
    key_.push_back(static_cast<std::int64_t>(element.state) * 2 +
                   (element.figures.capacity.zero() ? 1 : 0));
    key_.push_back(static_cast<std::int64_t>(amount));
    key_.push_back(static_cast<std::int64_t>(amount >> 64));
  }
  auto const known = routes_.find(key_);
  if (known != routes_.end()) return known->second;
  if (routes_.size() >= kMostKnown) routes_.clear();
  auto found = std::make_shared<SweepRoute const>(solve_route(scenario));
  return routes_.emplace(key_, std::move(found)).first->second;
}

SweepRoute SweepWorker::solve_route(std::uint64_t scenario) {
  auto const& graph = model_.graph;
  std::vector<GatedWeight> weight;
  weight.reserve(graph.arc_count());
  for (ArcId const arc : graph.columns().tail.ids()) {
    if (capacity_[arc.index()] == 0) {
      weight.push_back(GatedWeight::unreached());
      continue;
    }
    weight.push_back({{model_.by->amount(totals_at(arc), model_.value),
                       graph.kind(arc) == ArcKind::link ? 1U : 0U}});
  }
  StagedDistances<GatedWeight> const distances(graph, model_.question.via, weight);
  SweepRoute route{ReadOff<GatedWeight>(graph, weight, distances).arcs(), {}};
  if (route.arcs.empty()) {
    route.reason =
        why_no_route(model_.network_of(scenario), model_.question, *model_.by, model_.value).reason;
  }
  return route;
}

Totals SweepWorker::totals_at(ArcId arc) const {
  auto const slot = model_.slot_of_arc[arc.index()];
  if (slot == Sweep::Model::kNoSlot) return totals_of(model_.graph, arc);
  return totals_of(elements_[slot].figures);
}

Totals SweepWorker::totals_of_route(SweepRoute const& route) const {
  Totals totals;
  for (ArcId const arc : route.arcs) totals += totals_at(arc);
  return totals;
}

}  // namespace corridor
