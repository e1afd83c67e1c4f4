// Budget curves and projects on small random worlds against counting through everything.

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <optional>
#include <vector>

#include "corridor/analysis/budget_curve.h"
#include "corridor/analysis/projects.h"
#include "support/arc_graph.h"
#include "support/expandable.h"
#include "support/generate.h"
#include "support/network_spec.h"
#include "support/random.h"

namespace corridor {
namespace {

using test::cost_by;
using test::let_expand;
using test::Random;
using test::sample;
using test::teu;

constexpr std::int64_t kUsd = ExpansionCost::kPartsPerUnit;

/// Elements that the test lets expand, with what it decided.
struct Offer {
  ElementRef element;
  std::int64_t price, up_to;
};

Element& element_at(Network& network, ElementRef ref) {
  switch (ref.kind) {
    case ElementKind::link:
      break;
    case ElementKind::transfer:
      return network.transfers[TransferId(ref.index)].element;
    case ElementKind::passage:
      return network.passages[PassageId(ref.index)].element;
  }
  return network.links[LinkId(ref.index)].element;
}

std::vector<Offer> random_offers(Network& network, Random& random) {
  std::vector<ElementRef> finite;
  auto const add = [&](ElementKind kind, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      ElementRef const ref{kind, static_cast<std::uint32_t>(i)};
      if (!element(network, ref).figures.capacity.unlimited()) finite.push_back(ref);
    }
  };
  add(ElementKind::link, network.links.size());
  add(ElementKind::transfer, network.transfers.size());
  add(ElementKind::passage, network.passages.size());
  random.shuffle(finite);
  std::vector<Offer> offers;
  for (std::size_t i = 0; i < std::min<std::size_t>(4, finite.size()); ++i) {
    offers.push_back({finite[i], random.between(1, 4), random.between(0, 2)});
    let_expand(network, element_at(network, finite[i]), offers.back().price,
               teu(offers.back().up_to));
  }
  return offers;
}

/// The least cost in USD of at least every throughput, by buying whole elements in every way.
std::map<std::int64_t, std::int64_t> brute_force(Network const& network, Question const& question,
                                                 std::vector<Offer> const& offers) {
  std::map<std::int64_t, std::int64_t> least;
  std::vector<std::int64_t> extra(offers.size(), 0);
  while (true) {
    auto bought = network;
    std::int64_t cost = 0;
    for (std::size_t i = 0; i < offers.size(); ++i) {
      auto& capacity = element_at(bought, offers[i].element).figures.capacity;
      capacity = teu(capacity.capacity().parts() + extra[i]);
      cost += extra[i] * offers[i].price;
    }
    auto const flow = max_flow(compile(bought, question));
    auto const [at, added] = least.try_emplace(flow.throughput.parts(), cost);
    if (!added) at->second = std::min(at->second, cost);
    std::size_t i = 0;
    while (i < extra.size() && extra[i] == offers[i].up_to) extra[i++] = 0;
    if (i == extra.size()) return least;
    ++extra[i];
  }
}

TEST(BudgetCurveProperty, IsTheLeastCostOfEveryThroughputOrSaysThatItMayNotBe) {
  int exact = 0;
  int rising = 0;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    auto const world = sample(seed, {4, 2});
    auto network = test::build(world.spec);
    auto const offers = random_offers(network, random);
    auto const question = test::ask(network, world.from, world.to);
    auto const graph = compile_expandable(network, question);
    auto const curve = budget_curve(graph);
    ASSERT_EQ(violation(graph, curve), "");
    if (!curve.bounded) continue;
    exact += curve.exact ? 1 : 0;
    rising += curve.pieces.empty() ? 0 : 1;
    std::optional<std::int64_t> cheapest;
    auto const least = brute_force(network, question, offers);
    auto const end =
        curve.pieces.empty() ? curve.base.throughput : curve.pieces.back().throughput_to;
    EXPECT_EQ(end.parts(), least.rbegin()->first);
    for (auto at = least.rbegin(); at != least.rend(); ++at) {
      cheapest = std::min(cheapest.value_or(at->second), at->second);
      auto const cost = cost_by(curve, Capacity::of_parts(at->first));
      ASSERT_TRUE(cost.has_value());
      EXPECT_TRUE(*cost >= *cheapest * kUsd) << at->first;
      EXPECT_TRUE(!curve.exact || *cost == *cheapest * kUsd) << at->first;
    }
    auto const budget = Money{random.between(0, 12)} * kUsd;
    EXPECT_EQ(violation(graph, curve, budget, buy(graph, curve, budget)), "");
  }
  EXPECT_GT(exact, 800);
  EXPECT_GT(rising, 200);
}

/// Throughput as the least of some sums, as cuts make it: each project adds to some of them.
ProjectPlan random_plan(Random& random, std::size_t n, bool only_raise) {
  auto const cuts = static_cast<std::size_t>(random.between(1, 4));
  std::vector<std::vector<std::int64_t>> adds(cuts);
  std::vector<std::int64_t> base(cuts);
  for (std::size_t c = 0; c < cuts; ++c) {
    base[c] = random.between(5, 12);
    for (std::size_t i = 0; i < n; ++i) {
      adds[c].push_back(random.percent(50) ? random.between(only_raise ? 0 : -2, 6) : 0);
    }
  }
  ProjectPlan plan;
  plan.excludes.assign(n, 0);
  plan.needs.resize(n);
  plan.only_raise = only_raise;
  for (std::size_t i = 0; i < n; ++i) {
    plan.cost.push_back(Capital::of_parts(random.between(0, 6)));
    auto const other = random.below(n);
    if (other != i && random.percent(25)) {
      plan.excludes[i] |= ProjectSet{1} << other;
      plan.excludes[other] |= ProjectSet{1} << i;
    } else if (other != i && random.percent(20)) {
      plan.needs[i].push_back(ProjectSet{1} << other);
    }
  }
  plan.throughput = [=](ProjectSet set) {
    std::int64_t least = INT64_MAX;
    for (std::size_t c = 0; c < cuts; ++c) {
      auto sum = base[c];
      for (std::size_t i = 0; i < n; ++i) sum += (set >> i & 1U) != 0 ? adds[c][i] : 0;
      least = std::min(least, std::max<std::int64_t>(sum, 0));
    }
    return Limit(Capacity::of_parts(least));
  };
  return plan;
}

/// Everything by counting through all sets and orders.
class Counted {
 public:
  explicit Counted(ProjectPlan const& plan) : plan_(plan), n_(plan.size()) {
    for (ProjectSet set = 0; set >> n_ == 0; ++set) {
      std::int64_t best = 0;
      for (auto part = set;; part = (part - 1) & set) {
        if (plan.compatible(part)) best = std::max(best, exactly(part));
        if (part == 0) break;
      }
      value_.push_back(best);
    }
  }

  std::int64_t exactly(ProjectSet set) const { return plan_.throughput(set).capacity().parts(); }
  std::int64_t value(ProjectSet set) const { return value_[set]; }

  ProjectSet best(std::optional<Capital> budget) const {
    ProjectSet best = 0;
    for (ProjectSet set = 1; set >> n_ == 0; ++set) {
      if (!plan_.compatible(set) || (budget && plan_.cost_of(set) > *budget)) continue;
      if (better(set, best)) best = set;
    }
    return best;
  }

  /// Mean gain over all orders, times the number of orders.
  std::vector<std::int64_t> shares() const {
    std::vector<std::int64_t> sums(n_, 0);
    for_each_order([&](std::vector<std::size_t> const& order) {
      ProjectSet built = 0;
      for (auto const project : order) {
        auto const with = built | (ProjectSet{1} << project);
        sums[project] += value(with) - value(built);
        built = with;
      }
    });
    return sums;
  }

  std::optional<Int128> best_order_total(ProjectSet set, std::optional<Capital> yearly) const {
    std::optional<Int128> best;
    for_each_order([&](std::vector<std::size_t> const& order) {
      ProjectSet built = 0;
      Int128 total = 0;
      for (auto const project : order) {
        if ((set >> project & 1U) == 0) continue;
        auto const with = built | (ProjectSet{1} << project);
        if (!plan_.compatible(with)) return;
        total += Int128{exactly(built)} * (end_of(with, yearly) - end_of(built, yearly));
        built = with;
      }
      best = std::max(best.value_or(total), total);
    });
    return best;
  }

 private:
  bool better(ProjectSet a, ProjectSet b) const {
    if (exactly(a) != exactly(b)) return exactly(a) > exactly(b);
    if (plan_.cost_of(a) != plan_.cost_of(b)) return plan_.cost_of(a) < plan_.cost_of(b);
    if (std::popcount(a) != std::popcount(b)) return std::popcount(a) < std::popcount(b);
    for (std::size_t i = 0; i < n_; ++i) {
      auto const in_a = a >> i & 1U;
      if (in_a != (b >> i & 1U)) return in_a == 1;
    }
    return false;
  }

  std::int64_t end_of(ProjectSet set, std::optional<Capital> yearly) const {
    auto const cost = plan_.cost_of(set).parts();
    return yearly ? (cost + yearly->parts() - 1) / yearly->parts() : cost;
  }

  template <class Use>
  void for_each_order(Use const& use) const {
    std::vector<std::size_t> order(n_);
    std::iota(order.begin(), order.end(), std::size_t{0});
    do use(order);
    while (std::next_permutation(order.begin(), order.end()));
  }

  ProjectPlan const& plan_;
  std::size_t n_;
  std::vector<std::int64_t> value_;
};

void expect_as_counted(ProjectPlan const& plan, ProjectQuestion const& question) {
  Counted const counted(plan);
  auto const answer = rank_projects(plan, question);
  auto const n = plan.size();
  auto const all = (ProjectSet{1} << n) - 1;
  EXPECT_EQ(violation(plan, question, answer), "");
  EXPECT_EQ(answer.best, counted.best(question.budget));
  EXPECT_EQ(answer.with_all.parts(), counted.value(all));
  auto const shares = counted.shares();
  std::int64_t orders = 1;
  for (std::size_t i = 0; i < n; ++i) orders *= static_cast<std::int64_t>(i + 1);
  for (std::size_t i = 0; i < n; ++i) {
    auto const one = ProjectSet{1} << i;
    EXPECT_EQ(answer.gains[i].alone.parts(), counted.value(one) - counted.value(0));
    EXPECT_EQ(answer.gains[i].last.parts(), counted.value(all) - counted.value(all & ~one));
    EXPECT_TRUE(answer.fair[i].numerator * orders == answer.fair[i].denominator * shares[i]);
    for (std::size_t j = 0; j < i; ++j) {
      auto const two = ProjectSet{1} << j;
      EXPECT_EQ(answer.together[i][j], counted.value(one | two) - counted.value(one) -
                                           counted.value(two) + counted.value(0));
    }
  }
  // Projects that need each other have no order in which each comes after what it needs.
  auto const total = counted.best_order_total(answer.best, question.budget_per_year);
  EXPECT_TRUE(!total || *total == answer.order_total);
}

TEST(ProjectsProperty, AreRankedAsByCountingThroughAllSetsAndOrders) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    auto const n = static_cast<std::size_t>(random.between(1, 5));
    auto const plan = random_plan(random, n, random.percent(70));
    ProjectQuestion question;
    if (random.percent(70)) question.budget = Capital::of_parts(random.between(0, 15));
    if (random.percent(50)) question.budget_per_year = Capital::of_parts(random.between(1, 5));
    expect_as_counted(plan, question);
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace corridor
