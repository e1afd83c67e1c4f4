// `invest`, the expansion in any amount: each piece of the budget curve by its flow and potentials.

#include <algorithm>
#include <map>
#include <utility>

#include "corridor/analysis/certificate.h"
#include "corridor/base/decimal.h"
#include "report/json.h"
#include "verify/invest.h"

namespace corridor::verify {
namespace {

// Beyond what capacities and budgets may add up to; sums and prices times this fit 128 bits.
constexpr std::int64_t kMostAmount = std::int64_t{1} << 61;

/// Whole USD or null.
std::optional<Capital> read_capital(Item const& amount) {
  if (amount.is_null()) return std::nullopt;
  if (amount.whole() < 0 || amount.whole() > kMostAmount) amount.refuse("is no amount of money");
  return Capital::of_parts(amount.whole());
}

/// USD of at most three decimals, in thousandths.
Money read_money(Item const& amount) {
  constexpr std::size_t kPlaces = 3;
  auto digits = amount.number();
  auto const point = digits.find('.');
  auto const places = point == std::string::npos ? 0 : digits.size() - point - 1;
  if (point != std::string::npos) digits.erase(point, 1);
  auto const number = parse_whole(digits);
  bool const fits = number && *number >= 0 && places <= kPlaces && digits.size() <= 34;
  if (!fits) amount.refuse("is " + shown(amount.value()) + ", no amount of money");
  auto parts = *number;
  for (auto i = places; i < kPlaces; ++i) parts *= 10;
  return parts;
}

ExpansionCost read_price(Item const& price) {
  auto const parts = read_money(price);
  if (parts > kMostAmount) price.refuse("is no price");
  return ExpansionCost::of_parts(static_cast<std::int64_t>(parts));
}

class InvestCheck {
 public:
  InvestCheck(Context& context, Network const& network)
      : context_(context),
        result_(context.root.at("result")),
        network_(network),
        answer_(asked(network, result_)),
        flows_(network, answer_.graph.graph, &answer_.graph.capacity) {}

  void verify() {
    auto const proof = result_.at("proof");
    proof.only({"flows", "cuts", "potentials"});
    proven_ = flows_.of_proof(proof.at("flows"));
    cuts_ = flows_.cuts_of_proof(proof.at("cuts"));
    answer_.curve.bounded = result_.at("bounded").truth();
    if (answer_.curve.bounded) {
      read_base();
      read_pieces();
      check_pieces();
      read_purchase();
    } else if (!flows_.connected(answer_.graph.capacity, true)) {
      result_.at("bounded").refuse("is false, but every way has a limit");
    }
    bool const has_projects = !result_.at("projects").is_null();
    if (has_projects) read_projects(context_, network_, answer_);
    if (!has_projects && !context_.files.projects().empty()) {
      result_.at("projects").refuse("is null, but inputs[] names projects");
    }
    result_.expect_json(report::result_of(answer_, network_).dump());
    say();
  }

 private:
  static InvestAnswer asked(Network const& network, Item const& result) {
    InvestAnswer answer;
    answer.question = read_question(network, result);
    answer.from = result.at("from").text();
    answer.to = result.at("to").text();
    answer.budget = read_capital(result.at("budget_usd"));
    answer.budget_per_year = read_capital(result.at("budget_per_year_usd"));
    if (answer.budget_per_year && answer.budget_per_year->parts() == 0) {
      result.at("budget_per_year_usd").refuse("is 0");
    }
    answer.graph = compile_expandable(network, answer.question);
    return answer;
  }

  Graph const& arcs() const { return answer_.graph.graph; }

  Table<ArcId, Capacity> flow_of(Item const& number) const {
    return whole_flow(proven_[number.index(proven_.size())], number);
  }

  void read_base() {
    auto const base = result_.at("expansion").at("base");
    auto const& capacity = answer_.graph.capacity;
    auto const& read = proven_[base.at("flow").index(proven_.size())];
    flows_.within(read, capacity, base.at("flow"));
    auto& flow = answer_.curve.base;
    flow.on = flow_of(base.at("flow"));
    flow.throughput = Capacity::of_parts(static_cast<std::int64_t>(read.value));
    flow.cut = cuts_[base.at("cut").index(cuts_.size())];
    if (flows_.sum(flow.cut, capacity, base.at("cut")) != read.value) {
      base.at("cut").refuse("is not as large as the flow");
    }
    flow.cut_at_destination = flows_.nearest_destination(read.on, capacity);
    flow.unique_cut = flow.cut == flow.cut_at_destination;
    auto const found = violation(arcs(), capacity, flow);
    if (!found.empty()) base.refuse(flows_.named(found));
  }

  void read_pieces() {
    auto const pieces = result_.at("expansion").at("pieces");
    auto& curve = answer_.curve;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      curve.pieces.push_back(read_piece(pieces[i]));
      curve.exact = curve.exact && curve.pieces.back().exact;
    }
  }

  BudgetCurve::Piece read_piece(Item const& item) const {
    BudgetCurve::Piece piece;
    piece.from = read_money(item.at("from_usd"));
    piece.endless = item.at("to_usd").is_null();
    piece.to = piece.endless ? piece.from : read_money(item.at("to_usd"));
    piece.price = read_price(item.at("price_usd_per_teu_per_year"));
    piece.throughput_from = read_capacity(item.at("throughput_from_teu_per_year"));
    piece.throughput_to = piece.endless ? piece.throughput_from
                                        : read_capacity(item.at("throughput_to_teu_per_year"));
    piece.on = flow_of(item.at("flow"));
    piece.bought = bought_for(piece.on);
    auto const lists = result_.at("proof").at("potentials");
    piece.potentials = flows_.vertex_potentials(lists[item.at("potentials").index(lists.size())],
                                                piece.price.parts());
    piece.exact = pays_once(piece.potentials);
    if (piece.endless) check_endless(piece, item);
    return piece;
  }

  /// What a flow carries above the capacities; where nothing is for sale the certificate objects.
  std::vector<Purchase> bought_for(Table<ArcId, Capacity> const& on) const {
    std::vector<Purchase> bought;
    for (ArcId const arc : on.ids()) {
      auto const& limit = answer_.graph.capacity[arc];
      bool const over = !limit.unlimited() && on[arc] > limit.capacity();
      if (over && answer_.graph.offers[arc]) bought.push_back({arc, on[arc] - limit.capacity()});
    }
    return bought;
  }

  /// Some way of which there is more without end costs the piece's price.
  void check_endless(BudgetCurve::Piece const& piece, Item const& item) const {
    Capacities open(arcs().arc_count());
    for (ArcId const arc : open.ids()) {
      auto const fall = Int128{piece.potentials[arcs().tail(arc).index()]} -
                        piece.potentials[arcs().head(arc).index()];
      auto const& offer = answer_.graph.offers[arc];
      bool const free = answer_.graph.capacity[arc].unlimited() && fall == 0;
      bool const sold = offer && offer->up_to.unlimited() && offer->price.parts() + fall == 0;
      open[arc] = free || sold ? Limit() : Limit(Capacity());
    }
    if (!flows_.connected(open, true)) {
      item.at("to_usd").refuse("is null, but no way can be bought without end at this price");
    }
  }

  /// Of every element, the prices that the potentials put on its arcs add up to no more than its
  /// own, or only one is above 0.
  bool pays_once(std::vector<std::int64_t> const& potentials) const {
    std::map<std::pair<ElementKind, std::uint32_t>, std::vector<Int128>> prices;
    for (ArcId const arc : arcs().columns().tail.ids()) {
      auto const price =
          Int128{potentials[arcs().head(arc).index()]} - potentials[arcs().tail(arc).index()];
      auto const element = arcs().element(arc);
      auto const& offer = answer_.graph.offers[arc];
      if (!element || !offer || price <= 0) continue;
      auto& of_element = prices[{element->kind, element->index}];
      of_element.push_back(price);
      Int128 sum = 0;
      for (auto const each : of_element) sum += each;
      if (of_element.size() > 1 && sum > offer->price.parts()) return false;
    }
    return true;
  }

  void check_pieces() const {
    auto const found = violation(answer_.graph, answer_.curve);
    if (!found.empty()) result_.at("expansion").at("pieces").refuse(flows_.named(found));
  }

  void read_purchase() {
    auto const item = result_.at("expansion").at("purchase");
    if (!answer_.budget) return;  // compared with what it should be, null
    BudgetPurchase purchase;
    purchase.on = flow_of(item.at("flow"));
    purchase.bought = bought_for(purchase.on);
    auto const& pieces = answer_.curve.pieces;
    purchase.bounded =
        pieces.empty() || !pieces.front().endless || pieces.front().price.parts() > 0;
    purchase.throughput = answer_.curve.base.throughput;
    auto const budget = Money{answer_.budget->parts()} * ExpansionCost::kPartsPerUnit;
    if (purchase.bounded) afford(purchase, budget);
    auto const found = violation(answer_.graph, answer_.curve, budget, purchase);
    if (!found.empty()) item.refuse(flows_.named(found));
    answer_.purchase = std::move(purchase);
  }

  /// The most that the proven curve gives for a budget, and what that costs.
  void afford(BudgetPurchase& purchase, Money budget) const {
    for (auto const& piece : answer_.curve.pieces) {
      if (piece.from > budget) return;
      purchase.spent = piece.to;
      purchase.throughput = piece.throughput_to;
      if (!piece.endless && piece.to <= budget) continue;
      auto const more = (budget - piece.from) / piece.price.parts();
      purchase.spent = piece.from + more * piece.price.parts();
      purchase.throughput =
          piece.throughput_from + Capacity::of_parts(static_cast<std::int64_t>(more));
      return;
    }
  }

  void say() {
    if (!answer_.curve.bounded) {
      context_.checked("some way has no limit");
    } else {
      context_.checked("before anything is spent: conservation, capacities, cut = flow");
      context_.checked("each piece by its flow and potentials: no cheaper expansion gives as much");
      context_.checked("budgets, prices, what is bought and what it costs");
    }
    if (answer_.projects.empty()) return;
    if (answer_.ranking.bounded) {
      context_.checked("the best projects fit together and the budget; what flows then by its cut");
      context_.checked(
          "costs, years, fair shares that add up, and that no gain contradicts another");
      context_.unchecked("that no other set of projects gives more, no other order more meanwhile");
      context_.unchecked("gains, and what flows between the first project and the last");
    } else {
      context_.unchecked("that some way has no limit with all projects");
    }
  }

  Context& context_;
  Item result_;
  Network const& network_;
  InvestAnswer answer_;
  Flows flows_;
  std::vector<ReadFlow> proven_;
  std::vector<std::vector<ArcId>> cuts_;
};

}  // namespace

Table<ArcId, Capacity> whole_flow(ReadFlow const& flow, Item const& at) {
  if (flow.scale != 1) at.refuse("is a flow of another scale");
  bool const fits = std::all_of(flow.on.begin(), flow.on.end(),
                                [](Int128 amount) { return amount <= kMostAmount; });
  if (!fits) at.refuse("is a flow beyond all capacities");
  return as_capacities(flow.on);
}

Capacity read_capacity(Item const& amount) {
  if (amount.whole() < 0 || amount.whole() > kMostAmount) amount.refuse("is no amount");
  return Capacity::of_parts(amount.whole());
}

void verify_invest(Context& context, Network const& network) {
  InvestCheck(context, network).verify();
}

}  // namespace corridor::verify
