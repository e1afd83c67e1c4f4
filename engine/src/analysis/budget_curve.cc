#include "corridor/analysis/budget_curve.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "analysis/circulation.h"
#include "flow/min_cost.h"

namespace corridor {
namespace {

constexpr std::int64_t kMostCapacity = std::int64_t{1} << 60;
/// More than any budget that may be stated buys at the lowest price above 0.
constexpr std::int64_t kBeyondBudgets = std::int64_t{1} << 50;

/// The network with capacity 1 where an expansion starts from nothing: compile would leave it out.
Network with_room(Network network) {
  auto const open = [](Element& element) {
    if (element.expansion && element.figures.capacity.zero()) {
      element.figures.capacity = Capacity::of_parts(1);
    }
  };
  for (auto& link : network.links) open(link.element);
  for (auto& transfer : network.transfers) open(transfer.element);
  for (auto& passage : network.passages) open(passage.element);
  return network;
}

bool starts_from_nothing(Network const& network) {
  auto const nothing = [](auto const& row) {
    return row.element.expansion && row.element.figures.capacity.zero();
  };
  return std::any_of(network.links.begin(), network.links.end(), nothing) ||
         std::any_of(network.transfers.begin(), network.transfers.end(), nothing) ||
         std::any_of(network.passages.begin(), network.passages.end(), nothing);
}

/// The minimum-cost flow problem of an expandable graph: edge i is arc i as it is, and each offer
/// has an edge after them.
class Expander {
 public:
  Expander(ExpandableGraph const& graph, Flow const& base) : graph_(graph) {
    finite_ = sum_of_finite();
    auto const size = graph.graph.arc_count();
    edges_.reserve(2 * size);
    for (ArcId const a : arcs()) edges_.push_back(edge(a, graph.capacity[a], 0));
    for (ArcId const a : arcs()) {
      auto const& offer = graph.offers[a];
      if (!offer) continue;
      edges_.push_back(edge(a, offer->up_to, offer->price.parts()));
      offered_.push_back(a);
    }
    start_.assign(edges_.size(), 0);
    for (ArcId const a : arcs()) start_[a.index()] = base.on[a].parts();
  }

  flow::SuccessiveShortestPaths paths() const {
    return flow::SuccessiveShortestPaths(
        {static_cast<flow::Vertex>(graph_.graph.vertex_count()), graph_.graph.origin().index(),
         graph_.graph.destination().index(), edges_},
        start_);
  }

  /// A flow above this uses something unlimited from end to end.
  std::int64_t finite() const { return finite_; }

  Table<ArcId, Capacity> on(flow::SuccessiveShortestPaths const& paths) const {
    Table<ArcId, Capacity> flow(graph_.graph.arc_count());
    auto const size = static_cast<flow::EdgeIndex>(flow.size());
    for (ArcId const a : arcs()) {
      flow[a] = Capacity::of_parts(paths.flow(a.index()));
    }
    for (std::size_t i = 0; i < offered_.size(); ++i) {
      flow[offered_[i]] += Capacity::of_parts(paths.flow(size + static_cast<flow::EdgeIndex>(i)));
    }
    return without_circulations(graph_.graph, std::move(flow));
  }

  std::vector<Purchase> bought(Table<ArcId, Capacity> const& on) const {
    std::vector<Purchase> purchases;
    for (auto const a : offered_) {
      auto const capacity = graph_.capacity[a];
      if (capacity.unlimited() || on[a] <= capacity.capacity()) continue;
      purchases.push_back({a, on[a] - capacity.capacity()});
    }
    return purchases;
  }

  Money cost_of(std::vector<Purchase> const& purchases) const {
    Money cost = 0;
    for (auto const& [arc, extra] : purchases) {
      cost += Money{extra.parts()} * graph_.offers[arc]->price.parts();
    }
    return cost;
  }

  /// Whether paying for each arc by itself makes no difference under these potentials: of every
  /// element the prices on its arcs add up to no more than its own, or only one is above 0.
  bool pays_once(std::vector<std::int64_t> const& potentials) const {
    struct Prices {
      Money sum = 0;
      int above_zero = 0;
    };
    std::map<std::pair<ElementKind, std::uint32_t>, Prices> by_element;
    for (auto const a : offered_) {
      auto const price =
          potentials[graph_.graph.head(a).index()] - potentials[graph_.graph.tail(a).index()];
      auto const ref = graph_.graph.element(a);
      if (price <= 0 || !ref) continue;
      auto& prices = by_element[{ref->kind, ref->index}];
      prices.sum += price;
      ++prices.above_zero;
      if (prices.above_zero > 1 && prices.sum > graph_.offers[a]->price.parts()) return false;
    }
    return true;
  }

 private:
  Table<ArcId, VertexId>::Ids arcs() const { return graph_.graph.columns().tail.ids(); }

  std::int64_t sum_of_finite() const {
    Int128 sum = 0;
    for (ArcId const a : arcs()) {
      if (!graph_.capacity[a].unlimited()) sum += graph_.capacity[a].capacity().parts();
      auto const& offer = graph_.offers[a];
      if (offer && !offer->up_to.unlimited()) sum += offer->up_to.capacity().parts();
    }
    if (sum > kMostCapacity) {
      throw std::overflow_error("the capacities and expansions add up to more than 2^60");
    }
    return static_cast<std::int64_t>(sum);
  }

  flow::CostEdge edge(ArcId a, Limit capacity, std::int64_t cost) const {
    return {graph_.graph.tail(a).index(), graph_.graph.head(a).index(),
            capacity.unlimited() ? finite_ + 1 + kBeyondBudgets : capacity.capacity().parts(),
            cost};
  }

  ExpandableGraph const& graph_;
  std::int64_t finite_ = 0;
  std::vector<flow::CostEdge> edges_;
  std::vector<ArcId> offered_;
  std::vector<flow::Amount> start_;
};

}  // namespace

ExpandableGraph compile_expandable(Network const& network, Question const& question) {
  bool const from_nothing = starts_from_nothing(network);
  ExpandableGraph result{
      from_nothing ? compile(with_room(network), question) : compile(network, question), {}, {}};
  result.capacity = result.graph.columns().capacity;
  result.offers = Table<ArcId, std::optional<ExpandableGraph::Offer>>(result.graph.arc_count());
  for (ArcId const a : result.graph.columns().tail.ids()) {
    auto const ref = result.graph.element(a);
    if (!ref) continue;
    result.capacity[a] = element(network, *ref).figures.capacity;
    auto const* const expansion = expansion_of(network, *ref);
    if (expansion == nullptr || result.capacity[a].unlimited()) continue;
    result.offers[a] = ExpandableGraph::Offer{expansion->cost, expansion->up_to};
  }
  return result;
}

BudgetCurve budget_curve(ExpandableGraph const& graph) {
  BudgetCurve curve;
  curve.base = max_flow(graph.graph, graph.capacity);
  curve.bounded = curve.base.bounded;
  if (!curve.bounded) return curve;
  Expander const expander(graph, curve.base);
  auto paths = expander.paths();
  Money spent = 0;
  auto throughput = curve.base.throughput;
  auto const* on = &curve.base.on;
  while (auto const next = paths.advance(expander.finite() + 1 - paths.value())) {
    BudgetCurve::Piece piece;
    piece.from = spent;
    piece.price = ExpansionCost::of_parts(next->unit_cost);
    piece.throughput_from = throughput;
    piece.endless = paths.value() > expander.finite();
    piece.on = piece.endless ? *on : expander.on(paths);
    piece.throughput_to =
        piece.endless ? throughput : throughput + Capacity::of_parts(next->amount);
    piece.to = piece.endless ? spent : spent + Money{next->amount} * next->unit_cost;
    piece.bought = expander.bought(piece.on);
    piece.potentials = paths.potentials();
    piece.exact = expander.pays_once(piece.potentials);
    curve.exact = curve.exact && piece.exact;
    spent = piece.to;
    throughput = piece.throughput_to;
    curve.pieces.push_back(std::move(piece));
    on = &curve.pieces.back().on;
    if (curve.pieces.back().endless) break;
  }
  return curve;
}

BudgetPurchase buy(ExpandableGraph const& graph, BudgetCurve const& curve, Money budget) {
  BudgetPurchase purchase;
  purchase.throughput = curve.base.throughput;
  for (auto const& piece : curve.pieces) {
    if (!piece.endless && piece.to <= budget) {
      purchase.throughput = piece.throughput_to;
      continue;
    }
    if (piece.price.parts() == 0) {
      purchase.bounded = false;
      break;
    }
    auto const more = (budget - piece.from) / piece.price.parts();
    purchase.throughput += Capacity::of_parts(static_cast<std::int64_t>(more));
    break;
  }
  Expander const expander(graph, curve.base);
  auto paths = expander.paths();
  while (paths.advance(purchase.throughput.parts() - paths.value())) {
  }
  purchase.on = expander.on(paths);
  purchase.bought = expander.bought(purchase.on);
  purchase.spent = expander.cost_of(purchase.bought);
  return purchase;
}

}  // namespace corridor
