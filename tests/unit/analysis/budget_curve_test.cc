#include "corridor/analysis/budget_curve.h"

#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>
#include <vector>

#include "support/arc_graph.h"
#include "support/draw.h"
#include "support/expandable.h"

namespace corridor {
namespace {

using test::draw;
using test::let_expand;
using test::link;
using test::teu;

constexpr std::int64_t kUsd = ExpansionCost::kPartsPerUnit;

struct World {
  ExpandableGraph graph;
  BudgetCurve curve;
};

/// The curve from `a` to `z`, whose certificate must hold.
World curve_of(Network const& network) {
  World world{compile_expandable(network, test::ask(network, "a", "z")), {}};
  world.curve = budget_curve(world.graph);
  EXPECT_EQ(violation(world.graph, world.curve), "");
  return world;
}

BudgetPurchase bought_for(World const& world, std::int64_t usd) {
  auto purchase = buy(world.graph, world.curve, Money{usd} * kUsd);
  EXPECT_EQ(violation(world.graph, world.curve, Money{usd} * kUsd, purchase), "");
  return purchase;
}

/// a - m - z with room for 5 and 8; the first link may get 10 at 2 USD, the second 4 at 3 USD.
Network chain() {
  auto network = draw(R"(
    a --5 TEU/year-- m --8 TEU/year-- z
  )");
  let_expand(network, network.links[link(network, "a-m")].element, 2, teu(10));
  let_expand(network, network.links[link(network, "m-z")].element, 3, teu(4));
  return network;
}

TEST(BudgetCurve, RisesAtThePriceOfWhatBinds) {
  auto const world = curve_of(chain());
  ASSERT_EQ(world.curve.pieces.size(), 2U);
  auto const& first = world.curve.pieces[0];
  auto const& second = world.curve.pieces[1];
  EXPECT_EQ(world.curve.base.throughput, Capacity::of_parts(5));
  EXPECT_EQ(first.price, ExpansionCost::of_parts(2 * kUsd));
  EXPECT_EQ(first.throughput_to, Capacity::of_parts(8));
  EXPECT_TRUE(first.to == 6 * kUsd);
  EXPECT_EQ(second.price, ExpansionCost::of_parts(5 * kUsd)) << "both links are needed";
  EXPECT_EQ(second.throughput_to, Capacity::of_parts(12)) << "as far as the second link goes";
  EXPECT_TRUE(second.to == 26 * kUsd);
  EXPECT_EQ(second.bought.size(), 2U);
  EXPECT_TRUE(world.curve.exact);
}

TEST(BudgetCurve, BuysNoPartOfATeu) {
  auto const world = curve_of(chain());
  EXPECT_EQ(bought_for(world, 0).throughput, Capacity::of_parts(5));
  EXPECT_EQ(bought_for(world, 5).throughput, Capacity::of_parts(7));
  EXPECT_TRUE(bought_for(world, 5).spent == 4 * kUsd);
  EXPECT_EQ(bought_for(world, 6).throughput, Capacity::of_parts(8));
  EXPECT_EQ(bought_for(world, 20).throughput, Capacity::of_parts(10));
  EXPECT_EQ(bought_for(world, 1000).throughput, Capacity::of_parts(12));
  EXPECT_TRUE(bought_for(world, 1000).spent == 26 * kUsd);
}

TEST(BudgetCurve, EndsAtOnceWhereNothingThatBindsIsForSale) {
  auto network = draw("a --5 TEU/year-- m --8 TEU/year-- z");
  let_expand(network, network.links[link(network, "m-z")].element, 3, teu(4));
  EXPECT_TRUE(curve_of(network).curve.pieces.empty());
}

TEST(BudgetCurve, HasNoEndWhereEverythingCanBeBoughtWithoutLimit) {
  auto network = draw("a --5 TEU/year-- m --8 TEU/year-- z");
  let_expand(network, network.links[link(network, "a-m")].element, 2, Limit());
  let_expand(network, network.links[link(network, "m-z")].element, 3, Limit());
  auto const world = curve_of(network);
  ASSERT_EQ(world.curve.pieces.size(), 2U);
  EXPECT_TRUE(world.curve.pieces[1].endless);
  EXPECT_EQ(bought_for(world, 6 + 5 * 1'000'000).throughput, Capacity::of_parts(1'000'008));
}

TEST(BudgetCurve, BuildsWhatHasNoCapacityYet) {
  auto network = draw("a --0 TEU/year-- m --8 TEU/year-- z");
  let_expand(network, network.links[link(network, "a-m")].element, 2, teu(3));
  auto const world = curve_of(network);
  EXPECT_EQ(world.curve.base.throughput, Capacity());
  EXPECT_TRUE(world.curve.base.cut.empty());
  ASSERT_EQ(world.curve.pieces.size(), 1U);
  EXPECT_EQ(world.curve.pieces[0].throughput_to, Capacity::of_parts(3));
}

TEST(BudgetCurve, IsMeaninglessWhereNothingBinds) {
  auto const network = draw("a --unlimited-- z");
  EXPECT_FALSE(curve_of(network).curve.bounded);
}

TEST(BudgetCurve, SaysWhenBothDirectionsOfALinkWouldBePaidTwice) {
  // Mode 1 leads from a to u and v, mode 3 on to z, mode 2 joins u and v: both directions of the
  // link between are of use, each for a part of what flows.
  auto network = draw(R"(
    a --2 TEU/year--> u ==0 TEU/year== v ..2 TEU/year..> z
    a --2 TEU/year--> v
    u ..2 TEU/year..> z
    u: rail_1435>rail_1520 unlimited; rail_1520>road unlimited
    v: rail_1435>rail_1520 unlimited; rail_1520>road unlimited
  )");
  let_expand(network, network.links[link(network, "u-v")].element, 10, teu(5));
  auto const world = curve_of(network);
  ASSERT_EQ(world.curve.pieces.size(), 1U);
  EXPECT_EQ(world.curve.pieces[0].bought.size(), 2U);
  EXPECT_EQ(world.curve.pieces[0].throughput_to, Capacity::of_parts(4));
  EXPECT_FALSE(world.curve.exact);
}

TEST(BudgetCurve, RefusesCapacitiesThatCannotBeAddedUp) {
  ExpandableGraph graph{test::graph_of(2, {{0, 1, teu(1)}}), {}, {}};
  graph.capacity = graph.graph.columns().capacity;
  graph.offers = Table<ArcId, std::optional<ExpandableGraph::Offer>>(1);
  graph.offers[ArcId(0)] = {ExpansionCost::of_parts(1), teu(std::int64_t{1} << 61)};
  EXPECT_THROW(budget_curve(graph), std::overflow_error);
}

TEST(BudgetCertificate, FindsWhatWasTamperedWith) {
  auto const world = curve_of(chain());
  std::vector<std::function<void(BudgetCurve&)>> const tamper{
      [](BudgetCurve& c) { c.base.throughput += Capacity::of_parts(1); },
      [](BudgetCurve& c) { c.pieces[0].to += 1; },
      [](BudgetCurve& c) { c.pieces[1].from += 1; },
      [](BudgetCurve& c) { c.pieces[0].price = ExpansionCost::of_parts(1999); },
      [](BudgetCurve& c) { c.pieces[0].throughput_to += Capacity::of_parts(1); },
      [](BudgetCurve& c) { c.pieces[0].bought[0].extra += Capacity::of_parts(1); },
      [](BudgetCurve& c) { c.pieces[1].bought.pop_back(); },
      [](BudgetCurve& c) { c.pieces[0].on = c.pieces[1].on; },
      [](BudgetCurve& c) { c.pieces[1].potentials[1] += 1; },
      [](BudgetCurve& c) { c.pieces[1].potentials.pop_back(); },
      [](BudgetCurve& c) { std::swap(c.pieces[0].potentials, c.pieces[1].potentials); },
      [](BudgetCurve& c) { c.pieces.pop_back(); },
      [](BudgetCurve& c) { c.pieces.erase(c.pieces.begin()); },
  };
  for (std::size_t i = 0; i < tamper.size(); ++i) {
    auto curve = world.curve;
    tamper[i](curve);
    EXPECT_NE(violation(world.graph, curve), "") << "mutation " << i;
  }
  auto purchase = bought_for(world, 5);
  purchase.throughput -= Capacity::of_parts(1);
  EXPECT_NE(violation(world.graph, world.curve, Money{5 * kUsd}, purchase), "");
  purchase = bought_for(world, 5);
  EXPECT_NE(violation(world.graph, world.curve, Money{3 * kUsd}, purchase), "");
  EXPECT_NE(violation(world.graph, world.curve, Money{6 * kUsd}, purchase), "") << "buys more";
}

}  // namespace
}  // namespace corridor
