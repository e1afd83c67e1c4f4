#include "corridor/analysis/switchpoints.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corridor/graph/compile.h"
#include "support/draw.h"

namespace corridor {
namespace {

using test::ask;
using test::draw;

using Texts = std::vector<std::string>;

Tradeoff tradeoff(char const* first, char const* second) {
  return {find_objective(first), find_objective(second), kDefaultValueOfTime};
}

std::string text_of(Fraction rate) {
  auto const numerator = std::to_string(rate.numerator);
  return rate.denominator == 1 ? numerator : numerator + "/" + std::to_string(rate.denominator);
}

struct World {
  Network network;
  Question question;
  Graph graph;

  explicit World(std::string_view drawing)
      : network(draw(drawing)),
        question(ask(network, "s", "t")),
        graph(compile(network, question)) {}

  Switchpoints at(Tradeoff const& weighed, RateRange const& range = {}) const {
    auto found = switchpoints(network, graph, question, weighed, range);
    EXPECT_EQ(problem(weighed, range, found), "");
    return found;
  }
  std::string problem(Tradeoff const& weighed, RateRange const& range,
                      Switchpoints const& found) const {
    return violation(network, graph, question, weighed, range, found);
  }
  /// "0..4: slow" for each piece.
  Texts pieces(Switchpoints const& found) const {
    Texts texts;
    for (auto const& piece : found.pieces) {
      auto text = text_of(piece.from) + ".." + (piece.to ? text_of(*piece.to) : "") + ":";
      for (ArcId const arc : piece.route.arcs) {
        if (graph.kind(arc) != ArcKind::link) continue;
        text += " " + network.links[LinkId(graph.columns().element[arc])].id;
      }
      texts.push_back(text);
    }
    return texts;
  }
};

/// cost + rate x time: slow 2 + 10 x, middle 10 + 6 x, fast 30 + x; dear is beaten by a mixture.
constexpr char const* kLines = R"(
  s --slow: 10 h, 2 USD/TEU, 1 kg/TEU-- t
  s --middle: 6 h, 10 USD/TEU, 2 kg/TEU-- t
  s --dear: 5 h, 20 USD/TEU, 2 kg/TEU-- t
  s --fast: 1 h, 30 USD/TEU, 3 kg/TEU-- t
)";

TEST(Switchpoints, AreWhereTheLinesOfTheBestRoutesCross) {
  World const world(kLines);
  EXPECT_EQ(world.pieces(world.at(tradeoff("cost", "time"))),
            (Texts{"0..2: slow", "2..4: middle", "4..: fast"}));
}

TEST(Switchpoints, TurnRoundWithTheObjectives) {
  World const world(kLines);
  EXPECT_EQ(world.pieces(world.at(tradeoff("time", "cost"))),
            (Texts{"0..1/4: fast", "1/4..1/2: middle", "1/2..: slow"}));
}

TEST(Switchpoints, StayWithinTheRange) {
  World const world(kLines);
  auto const by = tradeoff("cost", "time");
  EXPECT_EQ(world.pieces(world.at(by, {{1, 1}, Fraction{3, 1}})),
            (Texts{"1..2: slow", "2..3: middle"}));
  EXPECT_EQ(world.pieces(world.at(by, {{2, 1}, Fraction{4, 1}})), (Texts{"2..4: middle"}));
  EXPECT_EQ(world.pieces(world.at(by, {{4, 1}, {}})), (Texts{"4..: fast"}));
  EXPECT_EQ(world.pieces(world.at(by, {{0, 1}, Fraction{2, 1}})), (Texts{"0..2: slow"}));
}

TEST(Switchpoints, AreNoneWhereOneRouteIsBestInBoth) {
  World const world(kLines);
  EXPECT_EQ(world.pieces(world.at(tradeoff("cost", "emissions"))), (Texts{"0..: slow"}));
}

TEST(Switchpoints, AreNoneWithoutARoute) {
  World const world("s --> a\n t --> a");
  EXPECT_TRUE(world.at(tradeoff("cost", "time")).pieces.empty());
}

TEST(Switchpoints, OfEqualRoutesNameTheOneWithTheFewestLinks) {
  World const world(R"(
    s --1 h, 1 USD/TEU-- a
    a --1 h, 1 USD/TEU-- t
    s --direct: 2 h, 2 USD/TEU-- t
  )");
  EXPECT_EQ(world.pieces(world.at(tradeoff("cost", "time"))), (Texts{"0..: direct"}));
}

TEST(Switchpoints, AtTheEndsTakeTheRouteThatIsBestInside) {
  // At rate 0 both cheap routes are as good; beyond it only the faster one is.
  World const world(R"(
    s --cheap: 9 h, 2 USD/TEU-- t
    s --cheap-too: 5 h, 2 USD/TEU-- t
    s --fast: 1 h, 9 USD/TEU-- t
    s --fast-too: 1 h, 8 USD/TEU-- t
  )");
  EXPECT_EQ(world.pieces(world.at(tradeoff("cost", "time"))),
            (Texts{"0..3/2: cheap-too", "3/2..: fast-too"}));
}

TEST(Switchpoints, TellRatesInTheUnitsOfPlanners) {
  EXPECT_EQ(rate_unit(tradeoff("cost", "time")), "USD/TEU/day");
  EXPECT_EQ(rate_scale(tradeoff("cost", "time")), (Fraction{24, 1}));
  EXPECT_EQ(rate_unit(tradeoff("cost", "emissions")), "USD/t");
  EXPECT_EQ(rate_scale(tradeoff("cost", "emissions")), (Fraction{1000, 1}));
  EXPECT_EQ(rate_unit(tradeoff("time", "cost")), "day per USD/TEU");
  EXPECT_EQ(rate_scale(tradeoff("time", "cost")), (Fraction{1, 24}));
  EXPECT_EQ(rate_unit(tradeoff("generalised", "emissions")), "USD/t");
  EXPECT_EQ(rate_scale(tradeoff("generalised", "emissions")), (Fraction{1, 24}));
  EXPECT_EQ(rate_unit(tradeoff("length", "cost")), "km per USD/TEU");
}

TEST(SwitchpointsCertificate, NoticesEveryKindOfMistake) {
  World const world(kLines);
  auto const by = tradeoff("cost", "time");
  auto const right = world.at(by);
  auto const problem = [&](Switchpoints const& found) { return world.problem(by, {}, found); };

  auto wrong = right;
  wrong.pieces.clear();
  EXPECT_EQ(problem(wrong), "there is a route, but no piece");
  wrong = right;
  wrong.pieces.erase(wrong.pieces.begin());
  EXPECT_EQ(problem(wrong), "the pieces do not start at the least rate");
  wrong = right;
  wrong.pieces.pop_back();
  EXPECT_EQ(problem(wrong), "the pieces do not end at the largest rate");
  wrong = right;
  wrong.pieces.pop_back();
  wrong.pieces.back().to.reset();
  EXPECT_EQ(problem(wrong), "some way has less of the second objective");
  wrong = right;
  wrong.pieces[0].to = wrong.pieces[1].from = Fraction{5, 2};
  EXPECT_EQ(problem(wrong), "two routes are not as good as each other at 5/2");
  wrong = right;
  wrong.pieces[1].first += 1;
  EXPECT_EQ(problem(wrong), "the amounts of a piece are not those of its route");
  wrong = right;
  wrong.pieces.erase(wrong.pieces.begin() + 1);
  wrong.pieces[0].to = wrong.pieces[1].from = Fraction{28, 9};
  EXPECT_EQ(problem(wrong), "there is a better route at 28/9");
}

}  // namespace
}  // namespace corridor
