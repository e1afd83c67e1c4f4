// As plain as the other certificates, and sharing nothing with the solver.

#include <string>
#include <vector>

#include "corridor/analysis/budget_curve.h"
#include "corridor/analysis/certificate.h"

namespace corridor {
namespace {

using Flows = Table<ArcId, Capacity>;

std::string text_of(ArcId a) { return "arc " + std::to_string(a.index()); }

class Check {
 public:
  explicit Check(ExpandableGraph const& graph) : graph_(graph), arcs_(graph.graph) {}

  std::string feasible(Flows const& on, Capacity throughput) const {
    if (on.size() != arcs_.arc_count()) return "a flow is missing for some arc";
    std::vector<Int128> leaves(arcs_.vertex_count(), 0);
    for (ArcId const a : arcs_.columns().tail.ids()) {
      leaves[arcs_.tail(a).index()] += on[a].parts();
      leaves[arcs_.head(a).index()] -= on[a].parts();
      if (on[a] < Capacity()) return text_of(a) + " carries less than nothing";
      if (extra(on, a) == 0) continue;
      auto const& offer = graph_.offers[a];
      if (!offer) return text_of(a) + " carries more than its capacity and cannot be expanded";
      if (!offer->up_to.unlimited() && extra(on, a) > offer->up_to.capacity().parts()) {
        return text_of(a) + " is expanded by more than is possible";
      }
    }
    leaves[arcs_.origin().index()] -= throughput.parts();
    leaves[arcs_.destination().index()] += throughput.parts();
    for (std::size_t v = 0; v < leaves.size(); ++v) {
      if (leaves[v] != 0) return "vertex " + std::to_string(v) + " loses or makes something";
    }
    return {};
  }

  std::string purchases(Flows const& on, std::vector<Purchase> const& bought, Money spent) const {
    std::vector<Purchase> expected;
    Money cost = 0;
    for (ArcId const a : arcs_.columns().tail.ids()) {
      if (extra(on, a) == 0) continue;
      expected.push_back({a, Capacity::of_parts(extra(on, a))});
      cost += Money{extra(on, a)} * graph_.offers[a]->price.parts();
    }
    if (bought != expected) return "what is bought is not what the flow needs";
    if (cost != spent) return "what is bought costs something else";
    return {};
  }

  /// Complementary slackness: no cheaper flow has the same throughput.
  std::string cheapest(Flows const& on, std::vector<std::int64_t> const& potentials) const {
    if (potentials.size() != arcs_.vertex_count()) return "a potential is missing";
    for (ArcId const a : arcs_.columns().tail.ids()) {
      auto const fall =
          Int128{potentials[arcs_.tail(a).index()]} - potentials[arcs_.head(a).index()];
      bool const full = !graph_.capacity[a].unlimited() && on[a] >= graph_.capacity[a].capacity();
      if (!full && fall < 0) return text_of(a) + " has room on a way that is cheaper";
      bool const base_used = on[a].parts() - extra(on, a) > 0;
      if (base_used && fall > 0) return text_of(a) + " is used on a way that is dearer";
      auto const& offer = graph_.offers[a];
      if (!offer) continue;
      auto const reduced = offer->price.parts() + fall;
      bool const sold_out =
          !offer->up_to.unlimited() && extra(on, a) >= offer->up_to.capacity().parts();
      if (!sold_out && reduced < 0) return text_of(a) + " could be expanded for less";
      if (extra(on, a) > 0 && reduced > 0) return text_of(a) + " is expanded for more";
    }
    return {};
  }

  /// No purchase at all makes more than the flow.
  bool can_grow(Flows const& on) const {
    std::vector<char> reached(arcs_.vertex_count(), 0);
    reached[arcs_.origin().index()] = 1;
    for (bool grew = true; grew;) {
      grew = false;
      for (ArcId const a : arcs_.columns().tail.ids()) {
        auto& tail = reached[arcs_.tail(a).index()];
        auto& head = reached[arcs_.head(a).index()];
        bool const forward = tail != 0 && head == 0 && has_room(on, a);
        bool const backward = head != 0 && tail == 0 && on[a] > Capacity();
        if (forward) head = 1;
        if (backward) tail = 1;
        grew = grew || forward || backward;
      }
    }
    return reached[arcs_.destination().index()] != 0;
  }

 private:
  std::int64_t extra(Flows const& on, ArcId a) const {
    auto const capacity = graph_.capacity[a];
    if (capacity.unlimited() || on[a] <= capacity.capacity()) return 0;
    return (on[a] - capacity.capacity()).parts();
  }

  bool has_room(Flows const& on, ArcId a) const {
    auto const capacity = graph_.capacity[a];
    if (capacity.unlimited() || on[a] < capacity.capacity()) return true;
    auto const& offer = graph_.offers[a];
    return offer && (offer->up_to.unlimited() || extra(on, a) < offer->up_to.capacity().parts());
  }

  ExpandableGraph const& graph_;
  Graph const& arcs_;
};

std::string piece_violation(Check const& check, ExpandableGraph const& graph,
                            BudgetCurve::Piece const& piece, Flows const& before) {
  auto const& end = piece.throughput_to;
  if (auto found = check.feasible(piece.on, end); !found.empty()) return found;
  if (auto found = check.purchases(piece.on, piece.bought, piece.to); !found.empty()) return found;
  // The same potentials prove both ends, hence every flow between them.
  for (auto const* on : {&before, &piece.on}) {
    if (auto found = check.cheapest(*on, piece.potentials); !found.empty()) return found;
  }
  auto const rise = Int128{piece.potentials[graph.graph.destination().index()]} -
                    piece.potentials[graph.graph.origin().index()];
  if (rise != piece.price.parts()) return "the price is not what the potentials say";
  auto const gain = Money{(end - piece.throughput_from).parts()};
  if (piece.to - piece.from != gain * piece.price.parts())
    return "the budgets do not fit the price";
  if (!piece.endless && gain <= 0) return "it buys nothing";
  return {};
}

}  // namespace

std::string violation(ExpandableGraph const& graph, BudgetCurve const& curve) {
  auto found = violation(graph.graph, graph.capacity, curve.base);
  if (!found.empty() || !curve.bounded) return found;
  Check const check(graph);
  auto const* before = &curve.base.on;
  Money spent = 0;
  auto throughput = curve.base.throughput;
  auto price = ExpansionCost::of_parts(-1);
  for (std::size_t i = 0; i < curve.pieces.size(); ++i) {
    auto const& piece = curve.pieces[i];
    auto const where = "piece " + std::to_string(i + 1) + ": ";
    if (piece.from != spent || piece.throughput_from != throughput || piece.price <= price) {
      return where + "it does not go on from the one before";
    }
    found = piece_violation(check, graph, piece, *before);
    if (!found.empty()) return where + found;
    before = &piece.on;
    spent = piece.to;
    throughput = piece.throughput_to;
    price = piece.price;
  }
  bool const endless = !curve.pieces.empty() && curve.pieces.back().endless;
  return endless || !check.can_grow(*before) ? "" : "the curve ends too early";
}

std::string violation(ExpandableGraph const& graph, BudgetCurve const& curve, Money budget,
                      BudgetPurchase const& purchase) {
  Check const check(graph);
  if (purchase.spent > budget) return "more is spent than there is";
  auto found = check.feasible(purchase.on, purchase.throughput);
  if (found.empty()) found = check.purchases(purchase.on, purchase.bought, purchase.spent);
  for (auto const& piece : curve.pieces) {
    if (!found.empty()) return found;
    bool const last = purchase.throughput >= piece.throughput_from &&
                      (piece.endless || purchase.throughput < piece.throughput_to);
    if (!last || !purchase.bounded) continue;
    found = check.cheapest(purchase.on, piece.potentials);
    if (found.empty() && purchase.spent + piece.price.parts() <= budget) {
      found = "the budget buys more";
    }
  }
  return found;
}

}  // namespace corridor
