// `why-not`: the way that was named, the routes that beat it, and the amounts of every change.

#include <algorithm>

#include "analysis/route.h"
#include "corridor/analysis/certificate.h"
#include "corridor/analysis/named_way.h"
#include "report/json.h"
#include "verify/context.h"
#include "verify/questions.h"

namespace corridor::verify {
namespace {

std::vector<Criterion const*> read_criteria(Item const& names) {
  std::vector<Criterion const*> by;
  for (std::size_t k = 0; k < names.size(); ++k) {
    auto const* const criterion = find_criterion(names[k].text());
    if (criterion == nullptr) names[k].refuse("is nothing that a front weighs");
    if (std::find(by.begin(), by.end(), criterion) != by.end()) names[k].refuse("is named twice");
    by.push_back(criterion);
  }
  if (by.size() < kLeastCriteria || by.size() > kMostCriteria) {
    names.refuse("should have two to five entries");
  }
  return by;
}

WayName read_name(Network const& network, Item const& named) {
  auto name = read_way(network, named.text());
  if (!name.problem.empty()) named.refuse("names no way: " + name.problem);
  return name;
}

class WhyNotVerification {
 public:
  WhyNotVerification(Context& context, Network const& network)
      : context_(context),
        result_(context.root.at("result")),
        network_(network),
        question_(read_question(network, result_)),
        answer_{.question = question_,
                .from = result_.at("from").text(),
                .to = result_.at("to").text(),
                .named = result_.at("named").text(),
                .name = read_name(network, result_.at("named")),
                .by = read_criteria(result_.at("by")),
                .value = read_value(result_),
                .graph = compile(network, question_),
                .way = {},
                .why = {}},
        flows_(network, answer_.graph) {}

  void verify() {
    read_favourite();
    read_rivals();
    read_changes();
    check_figures();
    context_.checked("the route is the way that is named; its figures");
    context_.checked("each route that beats it, and by how much");
    context_.checked("the shortfalls against these routes; the amounts of every change");
    context_.unchecked("that no other route beats it");
    context_.unchecked("that each change and each closing is enough, and that no smaller one is");
  }

 private:
  ParetoRoute read_route(Item const& item) const {
    auto route = describe(network_, answer_.graph, joined(flows_, item.at("legs")));
    auto const found = violation_of_way(network_, answer_.graph, question_, route);
    if (!found.empty()) item.refuse(flows_.named(found));
    std::vector<Int128> amounts;
    for (auto const* criterion : answer_.by) {
      amounts.push_back(amount_of(*criterion, route, answer_.value));
    }
    return {std::move(route), std::move(amounts)};
  }

  /// The way by the names is found anew, which is cheap and settles how they were read.
  void read_favourite() {
    auto& why = answer_.why;
    why.favourite = read_route(result_.at("route"));
    answer_.way =
        find_way(network_, answer_.graph, question_, answer_.name, answer_.by, answer_.value);
    if (!answer_.way.route || answer_.way.route->arcs != why.favourite.route.arcs) {
      result_.at("route").refuse("is not the way that is named");
    }
  }

  static bool beats(ParetoRoute const& one, std::vector<Int128> const& amounts) {
    for (std::size_t k = 0; k < amounts.size(); ++k) {
      if (one.amounts[k] > amounts[k]) return false;
    }
    return one.amounts != amounts;
  }

  /// Of the front only the routes that beat the favourite are told, with their numbers.
  void read_rivals() {
    auto& why = answer_.why;
    auto const rivals = result_.at("beaten_by");
    constexpr std::int64_t kMost = 100'000'000;
    auto const front = result_.at("front").whole();
    if (front < 1 || front > kMost) result_.at("front").refuse("is no number of routes");
    std::int64_t before = 0;
    for (std::size_t i = 0; i < rivals.size(); ++i) {
      auto const number = rivals[i].at("front_route").whole();
      if (number <= before || number > front) {
        rivals[i].at("front_route").refuse("is no number of the front, or out of order");
      }
      before = number;
      why.front.routes.push_back(read_route(rivals[i].at("route")));
      if (!beats(why.front.routes.back(), why.favourite.amounts)) {
        rivals[i].refuse("does not beat the route that is named");
      }
      why.beaten_by.push_back(i);
    }
    result_.at("on_front").truth();
    if (result_.at("on_front").truth() != (rivals.size() == 0)) {
      result_.at("on_front").refuse("does not fit the routes that beat it");
    }
    auto const same = result_.at("as_good_as");
    if (same.is_null() == (rivals.size() == 0)) {
      same.refuse("should be a route of the front, just when none beats it");
    }
    if (!same.is_null() && (same.whole() < 1 || same.whole() > front)) {
      same.refuse("is no number of the front");
    }
  }

  /// What the favourite would amount to with that much less of something.
  bool beaten_with(Lever lever, Int128 less) const {
    auto amounts = answer_.why.favourite.amounts;
    for (std::size_t k = 0; k < amounts.size(); ++k) {
      amounts[k] -= less * effect_of(lever, *answer_.by[k], answer_.value);
    }
    auto const& routes = answer_.why.front.routes;
    return std::any_of(routes.begin(), routes.end(),
                       [&](ParetoRoute const& route) { return beats(route, amounts); });
  }

  /// The least reduction of the whole route, by halving: with more of it less beats the route.
  std::optional<std::int64_t> shortfall(Lever lever) const {
    auto const has = static_cast<std::int64_t>(
        objective_of(lever).amount(answer_.why.favourite.route.totals, answer_.value));
    if (beaten_with(lever, has)) return std::nullopt;
    std::int64_t low = 0;
    for (std::int64_t high = has;;) {
      if (high - low <= 1) return high;
      auto const middle = low + (high - low) / 2;
      (beaten_with(lever, middle) ? low : high) = middle;
    }
  }

  static Int128 parts_of(Item const& number) {
    auto const decimal = Decimal::parse(number.number());
    constexpr int kPlaces = 3;
    if (!decimal || decimal->digits < 0 || decimal->places > kPlaces) {
      number.refuse("is no amount");
    }
    Int128 parts = decimal->digits;
    for (int i = decimal->places; i < kPlaces; ++i) parts *= 10;
    if (parts > Int128{kMaxParts} * 1'000'000) number.refuse("is too large");
    return parts;
  }

  void read_changes() {
    auto& why = answer_.why;
    if (!why.beaten_by.empty()) {
      for (auto const lever : levers_of(answer_.by, answer_.value)) {
        why.shortfalls.push_back({lever, shortfall(lever)});
      }
    }
    auto const changes = result_.at("changes");
    for (std::size_t i = 0; i < changes.size(); ++i) read_change(changes[i]);
    expect_all_changes(changes);
    auto const closings = result_.at("closings");
    for (std::size_t i = 0; i < closings.size(); ++i) {
      why.closings.push_back(read_closing(closings[i]));
    }
  }

  void read_change(Item const& item) {
    auto& why = answer_.why;
    auto const shortfall =
        std::find_if(why.shortfalls.begin(), why.shortfalls.end(), [&](RouteShortfall const& each) {
          return objective_of(each.lever).name == item.at("of").text();
        });
    if (shortfall == why.shortfalls.end()) item.at("of").refuse("is nothing that could change");
    auto const arc = flows_.arc_of_object(item);
    auto const& arcs = why.favourite.route.arcs;
    if (std::find(arcs.begin(), arcs.end(), arc) == arcs.end()) {
      item.refuse("is not on the route that is named");
    }
    ElementChange change;
    change.lever = shortfall->lever;
    change.element = *answer_.graph.element(arc);
    change.arc = arc;
    change.has = static_cast<std::int64_t>(
        objective_of(change.lever).amount(totals_of(answer_.graph, arc), answer_.value));
    auto const less = item.at("less");
    if (!less.is_null()) {
      auto const parts = parts_of(less);
      if (parts < 1 || parts > change.has) less.refuse("is more than there is, or nothing");
      expect_enough(change, parts, less);
      change.less = static_cast<std::int64_t>(parts);
    }
    why.changes.push_back(std::move(change));
  }

  /// The route gains at most the reduction times its uses, as if no other route used the leg.
  void expect_enough(ElementChange const& change, Int128 less, Item const& at) const {
    auto const& arcs = answer_.why.favourite.route.arcs;
    auto const uses = std::count_if(arcs.begin(), arcs.end(), [&](ArcId arc) {
      return answer_.graph.element(arc) == change.element;
    });
    if (beaten_with(change.lever, less * uses)) at.refuse("is not enough for the routes told");
  }

  /// One for each lever and element of the route that has something of it.
  void expect_all_changes(Item const& changes) const {
    auto const& why = answer_.why;
    std::size_t wanted = 0;
    for (auto const& shortfall : why.shortfalls) {
      std::vector<ElementRef> seen;
      for (auto const arc : why.favourite.route.arcs) {
        auto const element = answer_.graph.element(arc);
        if (!element || std::find(seen.begin(), seen.end(), *element) != seen.end()) continue;
        seen.push_back(*element);
        auto const has =
            objective_of(shortfall.lever).amount(totals_of(answer_.graph, arc), answer_.value);
        if (has == 0) continue;
        ++wanted;
        bool const told =
            std::any_of(why.changes.begin(), why.changes.end(), [&](ElementChange const& change) {
              return change.lever == shortfall.lever && change.element == *element;
            });
        if (!told) changes.refuse("leave out a leg of the route");
      }
    }
    if (changes.size() != wanted) changes.refuse("tell a leg twice");
  }

  Closing read_closing(Item const& item) const {
    auto const& kind = item.at("kind").text();
    auto const& id = item.at("id").text();
    Closing closing;
    if (kind == "node") {
      closing.node = find_node(network_, id);
    } else if (kind == "link") {
      if (auto const link = find_link(network_, id)) {
        closing.element = ElementRef{ElementKind::link, link->index()};
      }
    } else {
      closing.element = element_named(kind, id);
    }
    if (!closing.element && !closing.node) item.refuse("is nothing of the network");
    if (uses(answer_.why.favourite.route, closing)) {
      item.refuse("is on the route that is named");
    }
    for (auto const& rival : answer_.why.front.routes) {
      if (!uses(rival.route, closing)) item.refuse("leaves a route that beats it untouched");
    }
    if (answer_.why.front.routes.empty()) item.refuse("stands where nothing beats the route");
    return closing;
  }

  std::optional<ElementRef> element_named(std::string const& kind, std::string const& id) const {
    for (auto const each : {ElementKind::transfer, ElementKind::passage}) {
      if (name_of(each) != kind) continue;
      auto const count =
          each == ElementKind::transfer ? network_.transfers.size() : network_.passages.size();
      for (std::uint32_t i = 0; i < count; ++i) {
        if (id_of(network_, {each, i}) == id) return ElementRef{each, i};
      }
    }
    return std::nullopt;
  }

  bool uses(Route const& route, Closing const& closing) const {
    if (closing.node) {
      auto const nodes = nodes_of(answer_.graph, route);
      return std::find(nodes.begin(), nodes.end(), *closing.node) != nodes.end();
    }
    return std::any_of(route.arcs.begin(), route.arcs.end(),
                       [&](ArcId arc) { return answer_.graph.element(arc) == closing.element; });
  }

  void check_figures() const {
    result_.expect_json(report::without_front(answer_, network_).dump(),
                        {"beaten_by", "front", "as_good_as"});
    auto const rivals = result_.at("beaten_by");
    for (std::size_t i = 0; i < rivals.size(); ++i) {
      rivals[i].expect_json(report::rival_json(answer_, network_, i).dump(), {"front_route"});
    }
  }

  Context& context_;
  Item result_;
  Network const& network_;
  Question question_;
  WhyNotAnswer answer_;
  Flows flows_;
};

}  // namespace

void verify_why_not(Context& context, Network const& network) {
  WhyNotVerification(context, network).verify();
}

void verify_blocked_way(Context& context, Network const& network) {
  auto const asked = context.root.at("question");
  auto const question = read_question(network, asked);
  auto const name = read_name(network, asked.at("named"));
  std::vector<Criterion const*> by;
  if (context.answer.command == "why-not") {
    by = read_criteria(asked.at("by"));
  } else {
    by.push_back(find_criterion(read_objective(asked.at("by")).name));
  }
  auto const value = read_value(asked);
  auto const way = find_way(network, compile(network, question), question, name, by, value);
  if (way.route) context.root.at("status").refuse("is no-answer, but the way can be used");
  expect_question(asked, network, question, {"named", "by", "value_of_time_usd_per_teu_day"});
  expect_reason(context);
  context.checked("the way that is named cannot be used");
  context.unchecked("the reason in words, the obstacles and the relaxations");
}

}  // namespace corridor::verify
