// `pareto`: each route, that none beats another, and the best by each criterion alone.

#include <algorithm>

#include "analysis/route.h"
#include "corridor/analysis/certificate.h"
#include "report/json.h"
#include "verify/context.h"
#include "verify/questions.h"

namespace corridor::verify {
namespace {

class ParetoCheck {
 public:
  ParetoCheck(Context& context, Network const& network)
      : context_(context),
        result_(context.root.at("result")),
        network_(network),
        question_(read_question(network, result_)),
        graph_(compile(network, question_)),
        flows_(network, graph_),
        value_(read_value(result_)) {}

  void verify() {
    read_criteria();
    read_routes();
    compare_routes();
    check_ends();
    check_figures();
    context_.checked("each route joins origin to destination and passes the vias; its figures");
    context_.checked("none of the routes beats another, and they come in order");
    context_.checked("no better route by one criterion alone, by the potentials");
    context_.unchecked("that no route is missing between the best by each criterion");
    if (weighs_borders_) context_.unchecked("that no route crosses fewer borders");
    if (merged_) context_.unchecked("which routes near equals of these were merged");
  }

 private:
  void read_criteria() {
    auto const names = result_.at("by");
    for (std::size_t k = 0; k < names.size(); ++k) {
      auto const* const criterion = find_criterion(names[k].text());
      if (criterion == nullptr) names[k].refuse("is nothing that a front weighs");
      if (std::find(by_.begin(), by_.end(), criterion) != by_.end()) {
        names[k].refuse("is named twice");
      }
      by_.push_back(criterion);
      weighs_borders_ |= criterion->measure == Criterion::Measure::borders;
    }
    if (by_.size() < kLeastCriteria || by_.size() > kMostCriteria) {
      names.refuse("should have two to five entries");
    }
  }

  void read_routes() {
    auto const routes = result_.at("routes");
    if (routes.size() == 0) routes.refuse("are missing");
    for (std::size_t i = 0; i < routes.size(); ++i) {
      auto route = describe(network_, graph_, joined(flows_, routes[i].at("legs")));
      auto const found = violation_of_way(network_, graph_, question_, route);
      if (!found.empty()) routes[i].refuse(flows_.named(found));
      std::vector<Int128> amounts;
      for (auto const* criterion : by_) amounts.push_back(amount_of(*criterion, route, value_));
      front_.routes.push_back({std::move(route), std::move(amounts)});
    }
  }

  bool beats(std::size_t one, std::size_t other) const {
    auto const& a = front_.routes[one].amounts;
    auto const& b = front_.routes[other].amounts;
    for (std::size_t k = 0; k < by_.size(); ++k) {
      if (a[k] > b[k]) return false;
    }
    return true;
  }

  void compare_routes() const {
    auto const routes = result_.at("routes");
    for (std::size_t i = 0; i < routes.size(); ++i) {
      if (i > 0 && !(front_.routes[i - 1].amounts < front_.routes[i].amounts)) {
        routes[i].refuse("stands in the wrong place");
      }
      for (std::size_t j = 0; j < routes.size(); ++j) {
        if (i == j || !beats(j, i)) continue;
        routes[i].refuse("is beaten by route " + std::to_string(j + 1));
      }
    }
  }

  void check_ends() const {
    auto const proof = result_.at("proof");
    proof.only({"potentials"});
    auto const potentials = proof.at("potentials");
    std::size_t proven = 0;
    for (std::size_t k = 0; k < by_.size(); ++k) {
      if (by_[k]->measure == Criterion::Measure::borders) continue;
      ++proven;
      auto const end = std::min_element(
          front_.routes.begin(), front_.routes.end(),
          [k](auto const& a, auto const& b) { return a.amounts[k] < b.amounts[k]; });
      auto const number = static_cast<std::size_t>(end - front_.routes.begin());
      unbeaten(flows_, question_, amounts_of(graph_, *by_[k], value_), end->route,
               potentials.at(by_[k]->name), result_.at("routes")[number]);
    }
    if (potentials.value().members.size() != proven) {
      potentials.refuse("holds potentials of nothing that was asked");
    }
  }

  /// What was merged away is not in the result: how many each route stands for is only added up.
  void check_figures() {
    auto const routes = result_.at("routes");
    ParetoAnswer answer{.question = question_,
                        .from = result_.at("from").text(),
                        .to = result_.at("to").text(),
                        .by = by_,
                        .value = value_,
                        .tolerance = {},
                        .graph = graph_,
                        .front = front_,
                        .merged = merge_near_equals(front_, std::vector<Int128>(by_.size(), 0)),
                        .obstacle = {}};
    answer.merged.into = standing(routes);
    auto const sum = static_cast<std::int64_t>(routes.size()) + result_.at("merged").whole();
    result_.at("front").expect_whole(sum);
    merged_ = result_.at("merged").whole() > 0;
    result_.expect_json(report::without_proof(answer, network_).dump(),
                        {"proof", "tolerance", "front", "merged", "routes"});
    auto wanted = report::routes_json(answer, network_);
    for (std::size_t i = 0; i < routes.size(); ++i) {
      routes[i].expect_json(wanted[i].dump());
    }
    check_merged(sum);
  }

  /// As many entries for each route as it stands for, and its own.
  static std::vector<std::size_t> standing(Item const& routes) {
    std::vector<std::size_t> into;
    constexpr std::int64_t kMost = 1'000'000;
    for (std::size_t i = 0; i < routes.size(); ++i) {
      auto const count = routes[i].at("stands_for").whole();
      if (count < 0 || count > kMost) routes[i].at("stands_for").refuse("is no number of routes");
      into.insert(into.end(), static_cast<std::size_t>(count) + 1, i);
    }
    return into;
  }

  void check_merged(std::int64_t front) const {
    auto const routes = result_.at("routes");
    auto const tolerance = result_.at("tolerance");
    if (!tolerance.is_null()) {
      for (auto const* criterion : by_) tolerance.at(criterion->name).number();
      if (tolerance.value().members.size() != by_.size()) {
        tolerance.refuse("tells something that was not asked");
      }
    } else if (merged_) {
      result_.at("merged").refuse("is not 0, though there is no tolerance");
    }
    auto sum = static_cast<std::int64_t>(routes.size());
    for (std::size_t i = 0; i < routes.size(); ++i) {
      auto const stands_for = routes[i].at("stands_for").whole();
      sum += stands_for;
    }
    if (sum != front) routes.refuse("do not stand for all of the front");
  }

  Context& context_;
  Item result_;
  Network const& network_;
  Question question_;
  Graph graph_;
  Flows flows_;
  ValueOfTime value_;
  std::vector<Criterion const*> by_;
  ParetoFront front_;
  bool weighs_borders_ = false;
  bool merged_ = false;
};

}  // namespace

void verify_pareto(Context& context, Network const& network) {
  ParetoCheck(context, network).verify();
}

}  // namespace corridor::verify
