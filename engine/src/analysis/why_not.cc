#include "corridor/analysis/why_not.h"

#include <algorithm>
#include <memory>
#include <set>
#include <stdexcept>
#include <tuple>

#include "analysis/moves.h"
#include "analysis/pareto_search.h"
#include "analysis/route.h"

namespace corridor {
namespace {

using Amounts = std::vector<Int128>;

/// Something that a way may use: an element, or a node.
struct Thing {
  enum class Kind : std::uint8_t { link, transfer, passage, node };
  Kind kind = Kind::link;
  std::uint32_t index = 0;
  auto operator<=>(const Thing&) const = default;
};

Thing thing_of(ElementRef element) {
  return {static_cast<Thing::Kind>(static_cast<unsigned>(element.kind)), element.index};
}

bool beats(Amounts const& a, Amounts const& b) {
  for (std::size_t k = 0; k < a.size(); ++k) {
    if (a[k] > b[k]) return false;
  }
  return a != b;
}

NodeId node_inside(Graph const& graph, ArcId arc) {
  auto const v = graph.kind(arc) == ArcKind::start ? graph.head(arc) : graph.tail(arc);
  return graph.columns().node[v];
}

/// The elements and nodes of one arc. A link stands for the node it arrives at.
void add_things(Graph const& graph, ArcId arc, std::vector<Thing>& things) {
  if (auto const element = graph.element(arc)) things.push_back(thing_of(*element));
  auto const node = graph.kind(arc) == ArcKind::link ? graph.columns().node[graph.head(arc)]
                                                     : node_inside(graph, arc);
  things.push_back({Thing::Kind::node, node.index()});
}

std::vector<Thing> things_of(Graph const& graph, Route const& route) {
  std::vector<Thing> things;
  for (ArcId const arc : route.arcs) add_things(graph, arc, things);
  std::sort(things.begin(), things.end());
  things.erase(std::unique(things.begin(), things.end()), things.end());
  return things;
}

std::int64_t uses(Graph const& graph, Route const& route, ElementRef element) {
  return std::count_if(route.arcs.begin(), route.arcs.end(),
                       [&](ArcId arc) { return graph.element(arc) == element; });
}

/// Finds the ways that beat a route, whatever has changed.
class RivalSearch {
 public:
  RivalSearch(Network const& network, Graph const& graph, Question const& question,
              std::span<Criterion const* const> by, ValueOfTime value, std::size_t most_labels)
      : network_(network),
        graph_(graph),
        by_(by),
        most_labels_(most_labels),
        moves_(network, graph, question, weighs_borders(by)),
        amounts_(moves_.count(), Amounts(by.size())) {
    for (std::uint32_t move = 0; move < moves_.count(); ++move) {
      for (std::size_t k = 0; k < by.size(); ++k) {
        amounts_[move][k] = amount_of(*by[k], graph, moves_, move, value);
      }
    }
  }

  /// Of the ways that beat a route of these amounts those that no other beats, once each use of an
  /// element adds that much less.
  std::vector<Route> with(ElementRef element, Amounts const& less, Amounts const& route) const {
    return search(route, [&](std::uint32_t move, std::size_t k) {
      return amounts_[move][k] - less[k] * uses_in(move, element);
    });
  }

  /// The same once something is closed.
  std::vector<Route> without(Thing const& thing, Amounts const& route) const {
    return search(route, [&](std::uint32_t move, std::size_t k) {
      // One more than the route has in all: the search leaves such moves out.
      return touches(move, thing) ? route[k] + 1 : amounts_[move][k];
    });
  }

 private:
  static bool weighs_borders(std::span<Criterion const* const> by) {
    return std::any_of(by.begin(), by.end(), [](Criterion const* criterion) {
      return criterion->measure == Criterion::Measure::borders;
    });
  }

  int uses_in(std::uint32_t move, ElementRef element) const {
    int const inner = graph_.element(moves_.inner(move)) == element ? 1 : 0;
    return inner + (moves_.has_link(move) && graph_.element(moves_.link(move)) == element ? 1 : 0);
  }

  bool touches(std::uint32_t move, Thing const& thing) const {
    std::vector<Thing> things;
    add_things(graph_, moves_.inner(move), things);
    if (moves_.has_link(move)) add_things(graph_, moves_.link(move), things);
    return std::find(things.begin(), things.end(), thing) != things.end();
  }

  template <class AmountOf>
  std::vector<Route> search(Amounts const& route, AmountOf const& amount_of) const {
    static_assert(kLeastCriteria == 2 && kMostCriteria == 5);
    switch (by_.size()) {
      case 2:
        return search<2>(route, amount_of);
      case 3:
        return search<3>(route, amount_of);
      case 4:
        return search<4>(route, amount_of);
      case 5:
        return search<5>(route, amount_of);
      default:
        throw std::invalid_argument("a front is of two to five criteria");
    }
  }

  template <std::size_t K, class AmountOf>
  std::vector<Route> search(Amounts const& route, AmountOf const& amount_of) const {
    std::vector<Vector<Int128, K>> amounts(moves_.count());
    for (std::uint32_t move = 0; move < moves_.count(); ++move) {
      for (std::size_t k = 0; k < K; ++k) amounts[move][k] = amount_of(move, k);
    }
    Vector<Int128, K> most;
    std::copy(route.begin(), route.end(), most.begin());
    FrontSearch<Int128, K> search(moves_, std::move(amounts), most_labels_);
    search.stay_within(most);
    search.run();
    std::vector<Route> rivals;
    auto const [first, last] = search.front();
    for (auto label = first; label < last; ++label) {
      if (search.vector(label) == most) continue;
      rivals.push_back(describe(network_, graph_, arcs_of(moves_, search.way(label))));
    }
    return rivals;
  }

  Network const& network_;
  Graph const& graph_;
  std::span<Criterion const* const> by_;
  std::size_t most_labels_;
  Moves moves_;
  std::vector<Amounts> amounts_;  ///< by move, then criterion
};

class Inquiry {
 public:
  Inquiry(Network const& network, Graph const& graph, Question const& question,
          std::span<Criterion const* const> by, ValueOfTime value, std::size_t most_labels,
          WhyNot& why)
      : graph_(graph),
        by_(by),
        value_(value),
        search_(network, graph, question, by, value, most_labels),
        why_(why) {
    for (auto const i : why.beaten_by) rivals_.push_back(&why.front.routes[i].route);
  }

  void run() {
    for (auto const lever : levers_of(by_, value_)) {
      why_.shortfalls.push_back(shortfall(lever));
      ask_elements(lever);
    }
    try_closings();
  }

 private:
  Amounts amounts_of(Route const& route) const {
    Amounts amounts;
    for (auto const* criterion : by_) amounts.push_back(amount_of(*criterion, route, value_));
    return amounts;
  }

  Amounts effects_of(Lever lever) const {
    Amounts effects;
    for (auto const* criterion : by_) effects.push_back(effect_of(lever, *criterion, value_));
    return effects;
  }

  /// From which x on a way no longer beats the route, when the route is less by `gain` times x and
  /// the way as it is; it beats it at 0. At the largest x where the way is no worse in anything the
  /// two may be equal in all, and then it does not beat it there either.
  Int128 bound(Amounts const& way, Amounts const& gain) const {
    auto const& route = why_.favourite.amounts;
    std::optional<Int128> most;
    for (std::size_t k = 0; k < by_.size(); ++k) {
      if (gain[k] == 0) continue;
      auto const room = (route[k] - way[k]) / gain[k];
      if (!most || room < *most) most = room;
    }
    bool equal = true;
    for (std::size_t k = 0; k < by_.size(); ++k) {
      equal = equal && way[k] == route[k] - *most * gain[k];
    }
    return equal ? *most : *most + 1;
  }

  RouteShortfall shortfall(Lever lever) const {
    auto const gain = effects_of(lever);
    Int128 most = 0;
    for (auto const* rival : rivals_) most = std::max(most, bound(amounts_of(*rival), gain));
    auto const has = objective_of(lever).amount(why_.favourite.route.totals, value_);
    RouteShortfall shortfall{lever, std::nullopt};
    if (most <= has) shortfall.less = static_cast<std::int64_t>(most);
    return shortfall;
  }

  /// Each element of the route once, where it is first used.
  void ask_elements(Lever lever) {
    std::set<std::tuple<ElementKind, std::uint32_t>> asked;
    for (ArcId const arc : why_.favourite.route.arcs) {
      auto const element = graph_.element(arc);
      if (!element || !asked.emplace(element->kind, element->index).second) continue;
      auto const has =
          static_cast<std::int64_t>(objective_of(lever).amount(totals_of(graph_, arc), value_));
      // An element that has nothing of it has nothing to give.
      if (has == 0) continue;
      why_.changes.push_back(ask({lever, *element, arc, has, std::nullopt, {}}));
    }
  }

  ElementChange ask(ElementChange change) const {
    auto const effects = effects_of(change.lever);
    auto const own = uses(graph_, why_.favourite.route, change.element);
    Int128 less = 0;
    std::vector<Route> found;
    for (auto const* rival : rivals_) found.push_back(*rival);
    while (!found.empty()) {
      for (auto& rival : found) {
        auto const fewer = own - uses(graph_, rival, change.element);
        if (fewer <= 0) {
          // It keeps up with every larger reduction.
          change.rivals.push_back(std::move(rival));
          return change;
        }
      }
      for (auto& rival : found) {
        auto const fewer = own - uses(graph_, rival, change.element);
        auto const needed = bound(amounts_of(rival), times(effects, fewer));
        if (needed <= less) continue;
        less = needed;
        change.rivals.clear();
        change.rivals.push_back(std::move(rival));
      }
      if (less > change.has) return change;
      found = search_.with(change.element, times(effects, less),
                           minus(why_.favourite.amounts, times(effects, less * own)));
    }
    change.less = static_cast<std::int64_t>(less);
    return change;
  }

  static Amounts times(Amounts amounts, Int128 factor) {
    for (auto& amount : amounts) amount *= factor;
    return amounts;
  }
  static Amounts minus(Amounts a, Amounts const& b) {
    for (std::size_t k = 0; k < a.size(); ++k) a[k] -= b[k];
    return a;
  }

  void try_closings() {
    for (auto const& thing : shared_by_rivals()) {
      if (!search_.without(thing, why_.favourite.amounts).empty()) continue;
      if (thing.kind == Thing::Kind::node) {
        why_.closings.push_back({std::nullopt, NodeId(thing.index)});
      } else {
        auto const kind = static_cast<ElementKind>(static_cast<unsigned>(thing.kind));
        why_.closings.push_back({ElementRef{kind, thing.index}, std::nullopt});
      }
    }
  }

  /// What all routes that beat the favourite use and the favourite does not.
  std::vector<Thing> shared_by_rivals() const {
    auto shared = things_of(graph_, *rivals_.front());
    auto const keep = [&](std::vector<Thing> const& others, bool wanted) {
      std::erase_if(shared, [&](Thing const& thing) {
        return std::binary_search(others.begin(), others.end(), thing) != wanted;
      });
    };
    for (auto const* rival : rivals_) keep(things_of(graph_, *rival), true);
    keep(things_of(graph_, why_.favourite.route), false);
    return shared;
  }

  Graph const& graph_;
  std::span<Criterion const* const> by_;
  ValueOfTime value_;
  RivalSearch search_;
  WhyNot& why_;
  std::vector<Route const*> rivals_;  ///< on the front
};

}  // namespace

Objective const& objective_of(Lever lever) {
  constexpr std::string_view kNames[] = {"time", "cost", "emissions"};
  return *find_objective(kNames[static_cast<std::size_t>(lever)]);
}

Int128 effect_of(Lever lever, Criterion const& criterion, ValueOfTime value) {
  if (criterion.measure != Criterion::Measure::objective) return 0;
  Totals one;
  switch (lever) {
    case Lever::time:
      one.time = Duration::of_parts(1);
      break;
    case Lever::cost:
      one.cost = Cost::of_parts(1);
      break;
    case Lever::emissions:
      one.emissions = Emissions::of_parts(1);
      break;
  }
  return criterion.objective->amount(one, value);
}

std::vector<Lever> levers_of(std::span<Criterion const* const> by, ValueOfTime value) {
  std::vector<Lever> levers;
  for (auto const lever : {Lever::time, Lever::cost, Lever::emissions}) {
    bool const moves = std::any_of(by.begin(), by.end(), [&](Criterion const* criterion) {
      return effect_of(lever, *criterion, value) != 0;
    });
    if (moves) levers.push_back(lever);
  }
  return levers;
}

WhyNot why_not(Network const& network, Graph const& graph, Question const& question,
               Route const& favourite, std::span<Criterion const* const> by, ValueOfTime value,
               std::size_t most_labels) {
  WhyNot why;
  why.favourite.route = favourite;
  for (auto const* criterion : by) {
    why.favourite.amounts.push_back(amount_of(*criterion, favourite, value));
  }
  why.front = pareto_front(network, graph, question, by, value, most_labels);
  auto const& routes = why.front.routes;
  for (std::size_t i = 0; i < routes.size(); ++i) {
    if (routes[i].amounts == why.favourite.amounts) why.as_good_as = i;
    if (beats(routes[i].amounts, why.favourite.amounts)) why.beaten_by.push_back(i);
  }
  if (!why.beaten_by.empty()) {
    Inquiry(network, graph, question, by, value, most_labels, why).run();
  }
  return why;
}

ElementChange const* least_change(WhyNot const& why, Lever lever) {
  ElementChange const* least = nullptr;
  for (auto const& change : why.changes) {
    if (change.lever != lever || !change.less) continue;
    if (least == nullptr || *change.less < *least->less) least = &change;
  }
  return least;
}

}  // namespace corridor
