// Shares no code with the search: a rival is compared by its own figures, and a change is made in
// the network itself.

#include <algorithm>
#include <string>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/why_not.h"

namespace corridor {
namespace {

Element& element_of(Network& network, ElementRef ref) {
  switch (ref.kind) {
    case ElementKind::link:
      return network.links[LinkId(ref.index)].element;
    case ElementKind::transfer:
      return network.transfers[TransferId(ref.index)].element;
    case ElementKind::passage:
      break;
  }
  return network.passages[PassageId(ref.index)].element;
}

class WhyNotCheck {
 public:
  WhyNotCheck(Network const& network, Graph const& graph, Question const& question,
              std::span<Criterion const* const> by, ValueOfTime value, WhyNot const& why)
      : network_(network), graph_(graph), question_(question), by_(by), value_(value), why_(why) {}

  std::string violation() const {
    for (auto const check :
         {&WhyNotCheck::favourite, &WhyNotCheck::front, &WhyNotCheck::rivals,
          &WhyNotCheck::shortfalls, &WhyNotCheck::changes, &WhyNotCheck::closings}) {
      if (auto found = (this->*check)(); !found.empty()) return found;
    }
    return {};
  }

 private:
  using Amounts = std::vector<Int128>;

  Amounts amounts_of(Route const& route) const {
    Amounts amounts;
    for (auto const* criterion : by_) amounts.push_back(amount_of(*criterion, route, value_));
    return amounts;
  }

  std::string favourite() const {
    auto found = violation_of_way(network_, graph_, question_, why_.favourite.route);
    if (!found.empty()) return "the favourite: " + found;
    if (why_.favourite.amounts == amounts_of(why_.favourite.route)) return {};
    return "the favourite has other amounts";
  }

  std::string front() const {
    return corridor::violation(network_, graph_, question_, by_, value_, why_.front);
  }

  /// Whether one is no worse in anything and better in something.
  static bool better(Amounts const& one, Amounts const& other) {
    bool somewhere = false;
    for (std::size_t k = 0; k < one.size(); ++k) {
      if (one[k] > other[k]) return false;
      somewhere |= one[k] < other[k];
    }
    return somewhere;
  }

  std::string rivals() const {
    std::vector<std::size_t> wanted;
    std::optional<std::size_t> same;
    for (std::size_t i = 0; i < why_.front.routes.size(); ++i) {
      auto const& amounts = why_.front.routes[i].amounts;
      if (better(amounts, why_.favourite.amounts)) wanted.push_back(i);
      if (amounts == why_.favourite.amounts) same = i;
    }
    if (why_.beaten_by != wanted) return "the favourite is beaten by other routes";
    if (why_.as_good_as != same) return "the favourite is as good as another route";
    if (wanted.empty() && !same) return "nothing beats the favourite, but it is not on the front";
    bool const asked = !why_.shortfalls.empty() || !why_.changes.empty() || !why_.closings.empty();
    if (wanted.empty() && asked) return "something is to be changed that nothing beats";
    return {};
  }

  /// What the favourite amounts to once one use of something is less by that much.
  Amounts less_by(Amounts amounts, Lever lever, Int128 less) const {
    for (std::size_t k = 0; k < by_.size(); ++k) {
      amounts[k] -= less * effect_of(lever, *by_[k], value_);
    }
    return amounts;
  }

  std::string shortfalls() const {
    for (auto const& each : why_.shortfalls) {
      auto const has = objective_of(each.lever).amount(why_.favourite.route.totals, value_);
      auto const name = std::string(objective_of(each.lever).name);
      if (each.less && (*each.less < 1 || *each.less > has)) return "no less " + name + " at all";
      if (each.less && beaten_less(each.lever, *each.less)) return "too little less " + name;
      // Whatever beats it with less of something beats it with more, so one step back is enough.
      if (!beaten_less(each.lever, each.less ? *each.less - 1 : has)) {
        return "more " + name + " less than it needs";
      }
    }
    return {};
  }

  bool beaten_less(Lever lever, Int128 less) const {
    auto const amounts = less_by(why_.favourite.amounts, lever, less);
    return std::any_of(why_.front.routes.begin(), why_.front.routes.end(),
                       [&](ParetoRoute const& route) { return better(route.amounts, amounts); });
  }

  std::string changes() const {
    for (auto const& change : why_.changes) {
      auto const at = " on " + id_of(network_, change.element);
      auto const own =
          std::count_if(why_.favourite.route.arcs.begin(), why_.favourite.route.arcs.end(),
                        [&](ArcId arc) { return graph_.element(arc) == change.element; });
      auto const has = objective_of(change.lever).amount(totals_of(graph_, change.arc), value_);
      if (own == 0 || graph_.element(change.arc) != change.element || has != change.has) {
        return "the favourite does not use what is to change" + at;
      }
      if (change.less && (*change.less < 1 || *change.less > change.has)) {
        return "a change without sense" + at;
      }
      if (auto found = beaten_before(change); !found.empty()) return found + at;
    }
    for (auto const lever : levers_of(by_, value_)) {
      auto const* const least = least_change(why_, lever);
      if (least == nullptr || on_front_after(*least)) continue;
      return "a change is not enough on " + id_of(network_, least->element);
    }
    return {};
  }

  /// By how much less a way and the favourite are told apart.
  bool rival_beats(ElementChange const& change, Route const& rival, Int128 less) const {
    auto const uses = [&](Route const& route) {
      return std::count_if(route.arcs.begin(), route.arcs.end(),
                           [&](ArcId arc) { return graph_.element(arc) == change.element; });
    };
    return better(less_by(amounts_of(rival), change.lever, less * uses(rival)),
                  less_by(why_.favourite.amounts, change.lever, less * uses(why_.favourite.route)));
  }

  /// The rivals beat the favourite under every smaller reduction. Each does so on one stretch of
  /// reductions, because the amounts are straight lines in it, so its ends are enough.
  std::string beaten_before(ElementChange const& change) const {
    Int128 const last = change.less ? *change.less - 1 : change.has;
    if (change.rivals.empty()) return "a change that nothing holds back";
    for (auto const& rival : change.rivals) {
      auto found = violation_of_way(network_, graph_, question_, rival);
      if (!found.empty()) return "a rival: " + found;
    }
    auto const& first = change.rivals.front();
    if (!rival_beats(change, first, 0)) return "a rival does not beat the favourite";
    if (rival_beats(change, first, last)) return {};
    if (change.rivals.size() != 2 || !rival_beats(change, change.rivals[1], last)) {
      return "a smaller change is enough";
    }
    // The first one's last reduction, found by halving.
    Int128 low = 0;
    for (Int128 high = last; high - low > 1;) {
      auto const middle = low + (high - low) / 2;
      (rival_beats(change, first, middle) ? low : high) = middle;
    }
    return rival_beats(change, change.rivals[1], low + 1) ? "" : "a smaller change is enough";
  }

  bool on_front(Network const& network, Amounts const& amounts) const {
    auto const front = pareto_front(network, compile(network, question_), question_, by_, value_);
    return std::any_of(front.routes.begin(), front.routes.end(),
                       [&](ParetoRoute const& route) { return route.amounts == amounts; });
  }

  bool on_front_after(ElementChange const& change) const {
    auto const uses =
        std::count_if(why_.favourite.route.arcs.begin(), why_.favourite.route.arcs.end(),
                      [&](ArcId arc) { return graph_.element(arc) == change.element; });
    return on_front(with_change(network_, change, *change.less),
                    less_by(why_.favourite.amounts, change.lever, Int128{*change.less} * uses));
  }

  std::string closings() const {
    for (auto const& closing : why_.closings) {
      if (closing.element.has_value() == closing.node.has_value()) return "a closing of nothing";
      if (on_front(with_closing(network_, closing), why_.favourite.amounts)) continue;
      return "it is not enough to close " +
             (closing.node ? network_.nodes[*closing.node].id : id_of(network_, *closing.element));
    }
    return {};
  }

  Network const& network_;
  Graph const& graph_;
  Question const& question_;
  std::span<Criterion const* const> by_;
  ValueOfTime value_;
  WhyNot const& why_;
};

}  // namespace

Network with_change(Network network, ElementChange const& change, std::int64_t less) {
  auto& figures = element_of(network, change.element).figures;
  switch (change.lever) {
    case Lever::time:
      figures.time -= Duration::of_parts(less);
      break;
    case Lever::cost:
      figures.cost -= Cost::of_parts(less);
      break;
    case Lever::emissions:
      figures.emissions -= Emissions::of_parts(less);
      break;
  }
  return network;
}

Network with_closing(Network network, Closing const& closing) {
  if (closing.node) {
    network.nodes[*closing.node].closed = true;
  } else if (closing.element->kind == ElementKind::link) {
    network.links[LinkId(closing.element->index)].status = Status::closed;
  } else {
    // Nothing else closes a transfer or a passage: what has no capacity carries nothing.
    element_of(network, *closing.element).figures.capacity = Limit(Capacity::of_parts(0));
  }
  return network;
}

std::string violation(Network const& network, Graph const& graph, Question const& question,
                      std::span<Criterion const* const> by, ValueOfTime value, WhyNot const& why) {
  return WhyNotCheck(network, graph, question, by, value, why).violation();
}

}  // namespace corridor
