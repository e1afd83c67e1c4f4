// `invest`, the projects: the best set by its flow and cut, the rest by its arithmetic.

#include <algorithm>
#include <utility>

#include "corridor/analysis/certificate.h"
#include "corridor/base/decimal.h"
#include "corridor/scenario/apply.h"
#include "verify/invest.h"
#include "verify/ratio.h"

namespace corridor::verify {
namespace {

constexpr ProjectSet bit(std::size_t project) { return ProjectSet{1} << project; }

class ProjectsCheck {
 public:
  ProjectsCheck(Context& context, Network const& network, InvestAnswer& answer)
      : item_(context.root.at("result").at("projects")),
        network_(network),
        answer_(answer),
        ranking_(answer.ranking),
        chains_(context.files.projects()) {}

  void read() {
    ranking_.bounded = item_.at("bounded").truth();
    ranking_.complete = item_.at("complete").truth();
    ranking_.order_exact = item_.at("order_exact").truth();
    auto const left_out = item_.at("left_out");
    for (std::size_t i = 0; i < left_out.size(); ++i) {
      answer_.left_out.push_back(left_out[i].text());
    }
    read_list();
    if (!ranking_.bounded) return;
    if (!answer_.curve.bounded) item_.at("bounded").refuse("is true, but nothing binds at all");
    ranking_.without = answer_.curve.base.throughput;
    read_best();
    read_order();
    if (!ranking_.complete) return;
    read_gains();
    check_sums();
  }

 private:
  std::size_t size() const { return answer_.projects.size(); }

  void read_list() {
    auto const list = item_.at("list");
    if (list.size() == 0 || list.size() > kMostProjects) list.refuse("is no list of projects");
    std::vector<std::vector<Scenario>> in_order;
    for (std::size_t i = 0; i < list.size(); ++i) {
      auto const id = list[i].at("id");
      auto const chain = std::find_if(chains_.begin(), chains_.end(), [&](auto const& each) {
        return each.back().id.text == id.text();
      });
      if (chain == chains_.end() || !chain->back().cost) id.refuse("names no project of inputs[]");
      if (find_project(id.text())) id.refuse("is listed a second time");
      auto const& scenario = chain->back();
      answer_.projects.push_back(
          {id.text(), scenario.title, *scenario.cost, scenario.cost_estimated, {}});
      in_order.push_back(*chain);
    }
    chains_ = std::move(in_order);
  }

  std::optional<std::size_t> find_project(std::string const& id) const {
    for (std::size_t i = 0; i < size(); ++i) {
      if (answer_.projects[i].id == id) return i;
    }
    return std::nullopt;
  }

  Int128 cost_of(ProjectSet set) const {
    Int128 cost = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      if ((set & bit(i)) != 0) cost += answer_.projects[i].cost.parts();
    }
    return cost;
  }

  bool affordable(ProjectSet set) const {
    return !answer_.budget || cost_of(set) <= answer_.budget->parts();
  }

  void read_best() {
    auto const best = item_.at("best");
    auto const ids = best.at("projects");
    std::vector<Scenario> built;
    for (std::size_t k = 0; k < ids.size(); ++k) {
      auto const project = find_project(ids[k].text());
      if (!project) ids[k].refuse("is not listed");
      ranking_.best |= bit(*project);
    }
    for (std::size_t i = 0; i < size(); ++i) {
      if ((ranking_.best & bit(i)) == 0) continue;
      built.insert(built.end(), chains_[i].begin(), chains_[i].end());
    }
    if (!affordable(ranking_.best)) ids.refuse("cost more than the budget");
    ranking_.cost = Capital::of_parts(static_cast<std::int64_t>(cost_of(ranking_.best)));
    ranking_.throughput = read_capacity(best.at("throughput_teu_per_year"));
    if (auto const bound = best.at("bound_teu_per_year"); !bound.is_null()) {
      ranking_.bound = read_capacity(bound);
      if (*ranking_.bound < ranking_.throughput) bound.refuse("is below what the best set gives");
    }
    if (ranking_.complete && ranking_.bound != ranking_.throughput) {
      best.at("bound_teu_per_year").refuse("leaves a gap, though nothing is left to search");
    }
    prove_best(best, built);
  }

  Network with(std::vector<Scenario> const& scenarios, Item const& at) const {
    if (scenarios.empty()) return network_;
    auto applied = corridor::apply(network_, scenarios);
    if (!applied) {
      at.refuse("cannot be built together: " + applied.error().front().message);
    }
    return std::move(applied).value();
  }

  void prove_best(Item const& best, std::vector<Scenario> const& scenarios) {
    auto built = with(scenarios, best.at("projects"));
    auto question = answer_.question;
    question.year = year_of(best.at("year"), built);
    auto graph = compile(built, question);
    Flow flow;
    {
      Flows const flows(built, graph);
      auto const proof = best.at("proof");
      auto const read = flows.of_proof(proof.at("flows"));
      auto const cuts = flows.cuts_of_proof(proof.at("cuts"));
      auto const& carried = read[best.at("flow").index(read.size())];
      flows.within(carried, flows.capacities(), best.at("flow"));
      flow.on = whole_flow(carried, best.at("flow"));
      flow.throughput = ranking_.throughput;
      if (carried.value != flow.throughput.parts()) {
        best.at("throughput_teu_per_year").refuse("is not what the flow carries");
      }
      flow.cut = cuts[best.at("cut").index(cuts.size())];
      flow.cut_at_destination = flows.nearest_destination(carried.on, flows.capacities());
      flow.unique_cut = flow.cut == flow.cut_at_destination;
      auto const found = violation(graph, flow);
      if (!found.empty()) best.at("cut").refuse(flows.named(found));
    }
    answer_.best = InvestAnswer::Built{std::move(built), std::move(graph), std::move(flow)};
  }

  /// The year of the question, or that of the network once the projects have moved it.
  int year_of(Item const& year, Network const& built) {
    auto const asked = answer_.question.year_of(network_);
    bool const moved = asked == network_.year && year.whole() == built.year;
    if (year.whole() != asked && !moved) year.refuse("is not the year of the question");
    // A question without a year of its own follows the projects.
    if (year.whole() != asked) answer_.question.year.reset();
    return static_cast<int>(year.whole());
  }

  void read_order() {
    auto const order = item_.at("order");
    ProjectSet built = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
      auto const id = order[k].at("project");
      auto const project = find_project(id.text());
      if (!project || (ranking_.best & bit(*project)) == 0) id.refuse("is not in the best set");
      if ((built & bit(*project)) != 0) id.refuse("is built a second time");
      built |= bit(*project);
      auto const spent = static_cast<std::int64_t>(cost_of(built));
      auto const throughput = order[k].at("throughput_teu_per_year");
      ranking_.order.push_back(
          {*project, Capital::of_parts(spent), paid_by(spent), read_capacity(throughput)});
      if (ranking_.bound && ranking_.order.back().throughput > *ranking_.bound) {
        throughput.refuse("is more than the best set gives");
      }
    }
    if (order.size() == 0 && !ranking_.complete) return;
    if (built != ranking_.best) order.refuse("does not hold all of the best set");
    if (built != 0 && ranking_.order.back().throughput != ranking_.throughput) {
      order.refuse("does not end at what the best set gives");
    }
  }

  /// The end of the year by which so much is saved.
  std::int64_t paid_by(std::int64_t spent) const {
    if (!answer_.budget_per_year) return 0;
    auto const yearly = answer_.budget_per_year->parts();
    return spent / yearly + (spent % yearly == 0 ? 0 : 1);
  }

  void read_gains() {
    ranking_.with_all = read_capacity(item_.at("with_all_teu_per_year"));
    if (ranking_.with_all < ranking_.throughput) {
      item_.at("with_all_teu_per_year").refuse("is below what the best set gives");
    }
    auto const list = item_.at("list");
    bool const shared = size() <= kMostExactProjects;
    for (std::size_t i = 0; i < size(); ++i) {
      ranking_.gains.push_back({read_gain(list[i].at("gain_alone_teu_per_year")),
                                read_gain(list[i].at("gain_last_teu_per_year"))});
      if (shared) ranking_.fair.push_back(read_share(list[i].at("fair_teu_per_year")));
    }
    auto const together = item_.at("together_teu_per_year");
    for (std::size_t i = 0; i < size(); ++i) {
      if (together[i].size() != size()) together[i].refuse("is not as long as the list");
      auto& row = ranking_.together.emplace_back();
      for (std::size_t j = 0; j < size(); ++j) row.push_back(together[i][j].whole());
    }
  }

  std::int64_t gain_of_all() const { return (ranking_.with_all - ranking_.without).parts(); }

  Capacity read_gain(Item const& gain) const {
    auto const amount = read_capacity(gain);
    if (amount.parts() > gain_of_all()) gain.refuse("is more than the gain of all projects");
    return amount;
  }

  Rational read_share(Item const& share) const {
    auto const& text = share.text();
    auto const slash = text.find('/');
    auto const numerator = parse_whole(std::string_view(text).substr(0, slash));
    auto const denominator = slash == std::string::npos
                                 ? std::optional<Int128>(1)
                                 : parse_whole(std::string_view(text).substr(slash + 1));
    bool const fits = numerator && denominator && *numerator >= 0 && *denominator > 0 &&
                      orders() % *denominator == 0 && *numerator <= *denominator * gain_of_all();
    if (!fits) share.refuse("is " + shown(share.value()) + ", no share of the gain of all");
    if (text_of(reduced(*numerator, *denominator)) != text) share.refuse("is not in lowest terms");
    return {*numerator, *denominator};
  }

  /// In which all can be built; every share is a multiple of 1 / this.
  Int128 orders() const {
    Int128 orders = 1;
    for (std::size_t i = 2; i <= size(); ++i) orders *= static_cast<Int128>(i);
    return orders;
  }

  void check_sums() const {
    Int128 shares = 0;
    for (auto const& share : ranking_.fair) {
      shares += share.numerator * (orders() / share.denominator);
    }
    if (!ranking_.fair.empty() && shares != orders() * gain_of_all()) {
      item_.at("list").refuse("has fair shares that do not add up to the gain of all");
    }
    auto const all = bit(size()) - 1;
    for (std::size_t i = 0; i < size(); ++i) {
      auto const item = item_.at("list")[i];
      expect_possible(bit(i), ranking_.gains[i].alone.parts(), item.at("gain_alone_teu_per_year"));
      expect_possible(all & ~bit(i), gain_of_all() - ranking_.gains[i].last.parts(),
                      item.at("gain_last_teu_per_year"));
      check_pairs(i);
    }
    expect_possible(all, gain_of_all(), item_.at("with_all_teu_per_year"));
    check_first();
  }

  /// No affordable set gains more than the best one; where all can be afforded, they gain as much.
  void expect_possible(ProjectSet set, std::int64_t gain, Item const& at) const {
    if (!affordable(set)) return;
    if (gain > (ranking_.throughput - ranking_.without).parts()) {
      at.refuse("would be better than the best set, within the budget");
    }
  }

  void check_pairs(std::size_t i) const {
    auto const row = item_.at("together_teu_per_year")[i];
    if (ranking_.together[i][i] != 0) row[i].refuse("is a project with itself");
    for (std::size_t j = 0; j < i; ++j) {
      auto const more = ranking_.together[i][j];
      if (more != ranking_.together[j][i]) row[j].refuse("differs from its counterpart");
      auto const alone =
          std::pair(ranking_.gains[i].alone.parts(), ranking_.gains[j].alone.parts());
      auto const both = Int128{more} + alone.first + alone.second;
      if (both < std::max(alone.first, alone.second) || both > gain_of_all()) {
        row[j].refuse("is not between one of the two and all projects");
      }
      expect_possible(bit(i) | bit(j), static_cast<std::int64_t>(both), row[j]);
    }
  }

  void check_first() const {
    if (ranking_.order.empty()) return;
    auto const& first = ranking_.order.front();
    if (first.throughput > ranking_.without + ranking_.gains[first.project].alone) {
      item_.at("order")[0].refuse("gives more than that project alone");
    }
  }

  Item item_;
  Network const& network_;
  InvestAnswer& answer_;
  ProjectAnswer& ranking_;
  std::vector<std::vector<Scenario>> chains_;  ///< by project, what it extends first
};

}  // namespace

void read_projects(Context& context, Network const& network, InvestAnswer& answer) {
  ProjectsCheck(context, network, answer).read();
}

}  // namespace corridor::verify
