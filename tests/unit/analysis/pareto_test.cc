#include "corridor/analysis/pareto.h"

#include <gtest/gtest.h>

#include <string>
#include <system_error>
#include <vector>

#include "corridor/graph/compile.h"
#include "support/draw.h"

namespace corridor {
namespace {

using test::ask;
using test::draw;

using Texts = std::vector<std::string>;
using Amounts = std::vector<Int128>;

std::vector<Criterion const*> by(std::initializer_list<char const*> names) {
  std::vector<Criterion const*> found;
  for (auto const* const name : names) found.push_back(find_criterion(name));
  return found;
}

struct World {
  Network network;
  Question question;
  Graph graph;

  World(std::string_view drawing, std::string_view from, std::string_view to)
      : network(draw(drawing)),
        question(ask(network, from, to)),
        graph(compile(network, question)) {}

  ParetoFront front(std::vector<Criterion const*> const& criteria) const {
    auto found = pareto_front(network, graph, question, criteria);
    EXPECT_EQ(problem(criteria, found), "");
    return found;
  }
  std::string problem(std::vector<Criterion const*> const& criteria,
                      ParetoFront const& found) const {
    return violation(network, graph, question, criteria, kDefaultValueOfTime, found);
  }
  /// "a-b b-c" for each route.
  Texts links(ParetoFront const& found) const {
    Texts texts;
    for (auto const& each : found.routes) {
      std::string text;
      for (ArcId const arc : each.route.arcs) {
        if (graph.kind(arc) != ArcKind::link) continue;
        auto const& link = network.links[LinkId(graph.columns().element[arc])];
        text += (text.empty() ? "" : " ") + link.id;
      }
      texts.push_back(text);
    }
    return texts;
  }
};

/// Fast and dear by a, slow and cheap by c, in between by b, and d beaten by b.
constexpr char const* kFourWays = R"(
  s --1 h, 9 USD/TEU, 1 kg/TEU-- a
  a --1 h, 9 USD/TEU, 1 kg/TEU-- t
  s --2 h, 5 USD/TEU, 4 kg/TEU-- b
  b --2 h, 5 USD/TEU, 4 kg/TEU-- t
  s --9 h, 1 USD/TEU, 9 kg/TEU-- c
  c --9 h, 1 USD/TEU, 9 kg/TEU-- t
  s --2 h, 6 USD/TEU, 4 kg/TEU-- d
  d --2 h, 5 USD/TEU, 4 kg/TEU-- t
)";

TEST(Pareto, HoldsEveryRouteThatNothingBeatsInOrderOfTheFirstCriterion) {
  World const world(kFourWays, "s", "t");
  auto const front = world.front(by({"time", "cost"}));
  EXPECT_EQ(world.links(front), (Texts{"s-a a-t", "s-b b-t", "s-c c-t"}));
  EXPECT_EQ(front.routes[1].amounts, (Amounts{4'000, 10'000}));
  EXPECT_EQ(world.links(world.front(by({"cost", "time"}))),
            (Texts{"s-c c-t", "s-b b-t", "s-a a-t"}));
}

TEST(Pareto, LeavesOnlyTheBestWhereTheCriteriaAgree) {
  World const world(kFourWays, "s", "t");
  EXPECT_EQ(world.links(world.front(by({"time", "emissions"}))), (Texts{"s-a a-t"}));
}

TEST(Pareto, OfEqualRoutesTakesTheOneWithTheFewestLinksThenTheFirstInTheFile) {
  World const world(R"(
    s --1 h, 1 USD/TEU-- a
    a --1 h, 1 USD/TEU-- t
    s --first: 2 h, 2 USD/TEU-- t
    s --second: 2 h, 2 USD/TEU-- t
  )",
                    "s", "t");
  EXPECT_EQ(world.links(world.front(by({"time", "cost"}))), (Texts{"first"}));
}

TEST(Pareto, CountsTransfersAndBorders) {
  // By land through B, or by ship past C, where no border is crossed but that of the last port.
  World const world(R"(
    s --rail-1-- b
    b --rail-2-- t
    s ~~ship-1: 5 h~~ c
    c ~~ship-2: 5 h~~ t
    s: country AA
    b: country BB
    c: country CC
    t: country DD
  )",
                    "s", "t");
  auto const front = world.front(by({"time", "borders"}));
  EXPECT_EQ(world.links(front), (Texts{"rail-1 rail-2", "ship-1 ship-2"}));
  EXPECT_EQ(front.routes[0].amounts, (Amounts{2'000, 2}));
  EXPECT_EQ(front.routes[1].amounts, (Amounts{10'000, 1}));
}

TEST(Pareto, PassesANodeTwiceToReachATransfer) {
  // At b there is no transfer; at c there is one, a dead end by rail away.
  World const world(R"(
    s --1 h, 1 USD/TEU-- b
    b --1 h, 1 USD/TEU-- c
    c ==1 h, 1 USD/TEU== b
    b ==1 h, 1 USD/TEU== t
    c: rail_1435>rail_1520 2 h, 0 USD/TEU
    s --20 h, 1 USD/TEU-- t
  )",
                    "s", "t");
  auto const front = world.front(by({"time", "cost", "transfers"}));
  ASSERT_EQ(front.routes.size(), 2U);
  EXPECT_TRUE(front.routes[0].route.repeats_node);
  EXPECT_EQ(front.routes[0].amounts, (Amounts{6'000, 4'000, 1}));
}

TEST(Pareto, IsEmptyWithoutARoute) {
  World const world("s --> a\n t --> a", "s", "t");
  EXPECT_TRUE(world.front(by({"time", "cost"})).routes.empty());
}

TEST(Pareto, SaysSoRatherThanGiveHalfAFront) {
  World const world(kFourWays, "s", "t");
  EXPECT_THROW(pareto_front(world.network, world.graph, world.question, by({"time", "cost"}),
                            kDefaultValueOfTime, 3),
               std::system_error);
}

TEST(Pareto, MergesWhatIsNoBetterByMoreThanTheToleranceAndKeepsTheBestOfEach) {
  World const world(kFourWays, "s", "t");
  auto const front = world.front(by({"time", "cost"}));
  // b is slower than a by 2 h and cheaper by 8: within 2 h and 8 USD a stands for it.
  Amounts const close{2'000, 8'000};
  auto const merged = merge_near_equals(front, close);
  EXPECT_EQ(merged.kept, (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(merged.into, (std::vector<std::size_t>{0, 0, 2}));
  EXPECT_EQ(violation(front, close, merged), "");
  Amounts const closer{2'000, 7'999};
  EXPECT_EQ(merge_near_equals(front, closer).kept.size(), 3U);
  // However much is tolerated, the fastest and the cheapest stay.
  Amounts const all{900'000, 900'000};
  EXPECT_EQ(merge_near_equals(front, all).kept, (std::vector<std::size_t>{0, 2}));
}

TEST(ParetoCertificate, NoticesEveryKindOfMistake) {
  World const world(kFourWays, "s", "t");
  auto const criteria = by({"time", "cost"});
  auto const right = world.front(criteria);

  auto wrong = right;
  wrong.routes.erase(wrong.routes.begin());
  EXPECT_EQ(world.problem(criteria, wrong), "the best route by time is not on the front");
  wrong = right;
  wrong.routes.clear();
  EXPECT_EQ(world.problem(criteria, wrong), "there is a route, but none on the front");
  wrong = right;
  wrong.routes[0].amounts[1] += 1;
  EXPECT_EQ(world.problem(criteria, wrong), "route 1 has another cost");
  wrong = right;
  std::swap(wrong.routes[0], wrong.routes[1]);
  EXPECT_EQ(world.problem(criteria, wrong), "route 2 stands in the wrong place");
  wrong = right;
  wrong.routes[1].route.arcs.pop_back();
  EXPECT_EQ(world.problem(criteria, wrong), "route 2: the route does not reach the destination");
  wrong = right;
  wrong.routes[2].route.totals.time += Duration::of_parts(1);
  EXPECT_EQ(world.problem(criteria, wrong), "route 3: the time is not the sum of the legs");
}

TEST(MergeCertificate, NoticesEveryKindOfMistake) {
  World const world(kFourWays, "s", "t");
  auto const front = world.front(by({"time", "cost"}));
  Amounts const close{2'000, 8'000};
  auto const right = merge_near_equals(front, close);
  auto wrong = right;
  wrong.kept = {0, 1, 2};
  wrong.into[1] = 1;
  EXPECT_EQ(violation(front, close, wrong), "route 2 is kept");
  wrong = right;
  wrong.kept = {0};
  EXPECT_EQ(violation(front, close, wrong), "route 3 is missing");
  wrong = right;
  wrong.into[1] = 2;
  EXPECT_EQ(violation(front, close, wrong), "route 2 is merged into another");
}

}  // namespace
}  // namespace corridor
