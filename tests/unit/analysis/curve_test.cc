#include "corridor/analysis/curve.h"

#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "corridor/analysis/max_flow.h"
#include "corridor/graph/compile.h"
#include "corridor/scenario/apply.h"
#include "support/arc_graph.h"
#include "support/draw.h"

namespace corridor {
namespace {

using test::ask;
using test::draw;
using test::graph_of;
using test::kUnlimited;
using test::teu;

constexpr std::uint32_t kFrom = 0;
constexpr std::uint32_t kTo = 1;

std::vector<ArcId> arcs(std::initializer_list<std::size_t> numbers) {
  std::vector<ArcId> result;
  for (auto const number : numbers) result.emplace_back(number);
  return result;
}

/// The curve, whose certificate must hold.
Curve certified(Graph const& graph, std::vector<ArcId> const& multiplied,
                MultiplierRange const& range = {}) {
  auto curve = capacity_curve(graph, multiplied, range);
  EXPECT_EQ(violation(graph, multiplied, range, curve), "");
  return curve;
}

/// "1..5: 0 + 3x" for each piece.
std::string text_of(Fraction x) {
  auto const numerator = std::to_string(x.numerator);
  return x.denominator == 1 ? numerator : numerator + "/" + std::to_string(x.denominator);
}
std::vector<std::string> pieces_of(Curve const& curve) {
  std::vector<std::string> texts;
  for (auto const& piece : curve.pieces) {
    texts.push_back(text_of(piece.from) + ".." + text_of(piece.to) + ": " +
                    std::to_string(piece.intercept.parts()) + " + " +
                    std::to_string(piece.slope.parts()) + "x");
  }
  return texts;
}
using Texts = std::vector<std::string>;

TEST(Curve, RisesUntilSomethingElseBinds) {
  // from -3x-> 2 -7-> to
  auto const graph = graph_of(3, {{kFrom, 2, teu(3)}, {2, kTo, teu(7)}});
  auto const curve = certified(graph, arcs({0}));
  EXPECT_EQ(pieces_of(curve), (Texts{"1..7/3: 0 + 3x", "7/3..5: 7 + 0x"}));
  EXPECT_EQ(curve.pieces[0].binding, arcs({0}));
  EXPECT_EQ(curve.pieces[1].binding, arcs({1}));
  EXPECT_EQ(curve.solves, 3U);
}

TEST(Curve, IsOnePieceAndTwoSolvesWhereNothingChanges) {
  auto const graph = graph_of(3, {{kFrom, 2, teu(9)}, {2, kTo, teu(7)}});
  auto const curve = certified(graph, arcs({0}));
  EXPECT_EQ(pieces_of(curve), Texts{"1..5: 7 + 0x"});
  EXPECT_EQ(curve.solves, 2U);
}

TEST(Curve, AddsWhatIsNotMultipliedToTheIntercept) {
  auto const graph = graph_of(3, {{kFrom, 2, teu(3)}, {kFrom, 2, teu(4)}, {2, kTo, teu(12)}});
  EXPECT_EQ(pieces_of(certified(graph, arcs({0}))), (Texts{"1..8/3: 4 + 3x", "8/3..5: 12 + 0x"}));
}

TEST(Curve, HasABreakpointForEachCutOfTheLowerEnvelope) {
  // Two ways side by side, each with its own limit behind the multiplied arc.
  auto const graph =
      graph_of(4, {{kFrom, 2, teu(2)}, {kFrom, 3, teu(3)}, {2, kTo, teu(4)}, {3, kTo, teu(12)}});
  auto const curve = certified(graph, arcs({0, 1}));
  EXPECT_EQ(pieces_of(curve), (Texts{"1..2: 0 + 5x", "2..4: 4 + 3x", "4..5: 16 + 0x"}));
  EXPECT_EQ(curve.points.size(), 4U);
}

TEST(Curve, CountsBothDirectionsOfALinkWhereACutHoldsBoth) {
  // Mode 1 reaches u and v from the origin, mode 3 leaves them for the destination, and between
  // them runs mode 2: one unit each way needs no transfer that is missing.
  //   from -> 2 = (1>2 at u) -> 4 -c-> 7 = v arrival by 2 -> to
  //   from -> 3 = (1>2 at v) -> 5 -c-> 6 = u arrival by 2 -> to
  auto const graph = graph_of(8, {{kFrom, 2, teu(50)},
                                  {kFrom, 3, teu(50)},
                                  {2, 4, teu(40)},
                                  {3, 5, teu(30)},
                                  {4, 7, teu(10)},
                                  {5, 6, teu(10)},
                                  {6, kTo, teu(100)},
                                  {7, kTo, teu(100)}});
  auto const curve = certified(graph, arcs({4, 5}));
  EXPECT_EQ(pieces_of(curve), (Texts{"1..3: 0 + 20x", "3..4: 30 + 10x", "4..5: 70 + 0x"}));
}

TEST(Curve, CountsBothDirectionsOfADrawnLink) {
  auto const network = draw(R"(
    a --up: 50 TEU/year-- u
    a --vp: 50 TEU/year-- v
    u ==uv: 10 TEU/year== v
    u ~~um: 80 TEU/year~~ m
    v ~~vm: 80 TEU/year~~ m
    u: rail_1435>rail_1520 40 TEU/year; rail_1520>sea
    v: rail_1435>rail_1520 30 TEU/year; rail_1520>sea
  )");
  auto const graph = compile(network, ask(network, "a", "m"));
  std::vector<ArcId> both;
  for (ArcId const a : graph.columns().kind.ids()) {
    auto const element = graph.element(a);
    if (element == ElementRef{ElementKind::link, test::link(network, "uv").index()}) {
      both.push_back(a);
    }
  }
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(pieces_of(certified(graph, both)),
            (Texts{"1..3: 0 + 20x", "3..4: 30 + 10x", "4..5: 70 + 0x"}));
}

TEST(Curve, StartsAtNothingWithAMultiplierOfNothing) {
  auto const graph = graph_of(3, {{kFrom, 2, teu(3)}, {2, kTo, teu(7)}});
  auto const curve = certified(graph, arcs({0}), {{0, 1}, {1, 1}});
  EXPECT_EQ(pieces_of(curve), Texts{"0..1: 0 + 3x"});
  EXPECT_EQ(value_at(curve, {0, 1}), (ExactThroughput{0, 1}));
}

TEST(Curve, TakesFractionsAsLimits) {
  auto const graph = graph_of(3, {{kFrom, 2, teu(3)}, {2, kTo, teu(7)}});
  auto const curve = certified(graph, arcs({0}), {{1, 2}, {5, 2}});
  EXPECT_EQ(pieces_of(curve), (Texts{"1/2..7/3: 0 + 3x", "7/3..5/2: 7 + 0x"}));
}

TEST(Curve, MayBeASinglePoint) {
  auto const graph = graph_of(3, {{kFrom, 2, teu(3)}, {2, kTo, teu(7)}});
  auto const curve = certified(graph, arcs({0}), {{2, 1}, {2, 1}});
  EXPECT_EQ(pieces_of(curve), Texts{"2..2: 0 + 3x"});
  EXPECT_EQ(curve.points.size(), 1U);
}

TEST(Curve, HasNoPiecesWhereAWayIsUnlimited) {
  auto const graph = graph_of(3, {{kFrom, 2, kUnlimited}, {2, kTo, kUnlimited}, {2, kTo, teu(1)}});
  auto const curve = certified(graph, arcs({2}));
  EXPECT_FALSE(curve.bounded);
  EXPECT_TRUE(curve.pieces.empty());
  EXPECT_EQ(curve.unlimited_way, arcs({0, 1}));
  EXPECT_EQ(value_at(curve, {1, 1}), std::nullopt);
}

TEST(Curve, LeavesUnlimitedWhatIsUnlimited) {
  auto const graph = graph_of(3, {{kFrom, 2, kUnlimited}, {2, kTo, teu(7)}});
  EXPECT_EQ(pieces_of(certified(graph, arcs({0}), {{0, 1}, {5, 1}})), Texts{"0..5: 7 + 0x"});
}

TEST(Curve, NamesTheCutNearestTheOriginOfSeveralEqualOnes) {
  auto const graph = graph_of(4, {{kFrom, 2, teu(3)}, {2, 3, teu(3)}, {3, kTo, teu(9)}});
  auto const curve = certified(graph, arcs({0, 1}));
  EXPECT_EQ(curve.pieces[0].binding, arcs({0}));
}

TEST(Curve, StaysExactWhereProductsNeedMoreThan64Bits) {
  // The breakpoint has a denominator near 10^12, and capacities near 10^12 are taken times it.
  constexpr std::int64_t kMost = kMaxParts;
  auto const graph = graph_of(3, {{kFrom, 2, teu(kMost - 11)},
                                  {kFrom, 2, teu(kMost - 3)},
                                  {2, kTo, teu(kMost)},
                                  {2, kTo, teu(kMost - 7)},
                                  {2, kTo, teu(kMost - 1)}});
  auto const curve = certified(graph, arcs({0}));
  ASSERT_EQ(curve.pieces.size(), 2U);
  EXPECT_EQ(curve.pieces[0].to, (Fraction{2 * kMost - 5, kMost - 11}));
  EXPECT_EQ(curve.pieces[1].intercept.parts(), 3 * kMost - 8);
  EXPECT_EQ(smallest_multiplier(curve, Capacity::of_parts(3 * kMost - 8)), curve.pieces[0].to);
}

TEST(Curve, RefusesCapacitiesThatAddUpBeyondItsNumbers) {
  auto const huge = teu(std::int64_t{1} << 61);
  auto const graph =
      graph_of(3, {{kFrom, 2, huge}, {kFrom, 2, huge}, {2, kTo, huge}, {2, kTo, teu(1)}});
  EXPECT_THROW(capacity_curve(graph, arcs({0}), {}), std::overflow_error);
}

TEST(Curve, AgreesWithTheScenarioThatMultipliesByAWholeNumber) {
  auto const network = draw(R"(
    a --ab: 7 TEU/year-- b --bc: 25 TEU/year-- c
    a --ac: 4 TEU/year-- c
  )");
  auto const question = ask(network, "a", "c");
  auto const graph = compile(network, question);
  std::vector<ArcId> multiplied;
  for (ArcId const a : graph.columns().kind.ids()) {
    auto const element = graph.element(a);
    if (element && element->kind == ElementKind::link &&
        LinkId(element->index) == test::link(network, "ab")) {
      multiplied.push_back(a);
    }
  }
  auto const curve = certified(graph, multiplied, {{0, 1}, {6, 1}});
  for (int factor = 0; factor <= 6; ++factor) {
    Scenario scenario;
    scenario.id = "times";
    Change change;
    change.kind = ChangeKind::multiply;
    change.selector.by = Selector::By::links;
    change.selector.names = {"ab"};
    change.values[static_cast<std::size_t>(Field::capacity)] = std::to_string(factor);
    scenario.changes = {change};
    auto const scaled = corridor::apply(network, std::vector{scenario});
    ASSERT_TRUE(scaled.has_value());
    auto const flow = max_flow(compile(*scaled, question));
    EXPECT_EQ(value_at(curve, {factor, 1}), (ExactThroughput{flow.throughput.parts(), 1}));
  }
}

TEST(SmallestMultiplier, IsExactWithinTheRange) {
  auto const graph = graph_of(3, {{kFrom, 2, teu(3)}, {2, kTo, teu(7)}});
  auto const curve = certified(graph, arcs({0}));
  EXPECT_EQ(smallest_multiplier(curve, Capacity::of_parts(5)), (Fraction{5, 3}));
  EXPECT_EQ(smallest_multiplier(curve, Capacity::of_parts(7)), (Fraction{7, 3}));
  EXPECT_EQ(smallest_multiplier(curve, Capacity::of_parts(1)), (Fraction{1, 1}));
  EXPECT_EQ(smallest_multiplier(curve, Capacity::of_parts(8)), std::nullopt);
}

TEST(ValueAt, IsAFractionWhereTheMultiplierIs) {
  auto const graph = graph_of(3, {{kFrom, 2, teu(3)}, {2, kTo, teu(7)}});
  auto const curve = certified(graph, arcs({0}));
  EXPECT_EQ(value_at(curve, {7, 4}), (ExactThroughput{21, 4}));
  EXPECT_EQ(value_at(curve, {6, 1}), std::nullopt);
  EXPECT_EQ(value_at(curve, {1, 2}), std::nullopt);
}

// ---- the certificate refuses every change --------------------------------------------------

struct Tampering {
  char const* what;
  std::function<void(Curve&)> change;
};

TEST(CurveCertificate, RefusesACurveThatWasChangedAnywhere) {
  auto const graph = graph_of(4, {{kFrom, 2, teu(2)},
                                  {kFrom, 3, teu(3)},
                                  {2, kTo, teu(4)},
                                  {3, kTo, teu(12)},
                                  {2, 3, kUnlimited}});
  auto const multiplied = arcs({0, 1});
  MultiplierRange const range;
  auto const true_curve = certified(graph, multiplied, range);
  auto const one = Capacity::of_parts(1);
  std::vector<Tampering> const tamperings = {
      {"a piece's end",
       [](Curve& c) {
         c.pieces[0].to = {3, 1};
       }},
      {"a piece's start",
       [](Curve& c) {
         c.pieces[1].from = {2, 1};
       }},
      {"the first multiplier",
       [](Curve& c) {
         c.pieces[0].from = {0, 1};
       }},
      {"the last multiplier",
       [](Curve& c) {
         c.pieces.back().to = {6, 1};
       }},
      {"a slope", [&](Curve& c) { c.pieces[0].slope += one; }},
      {"an intercept", [&](Curve& c) { c.pieces[1].intercept += one; }},
      {"a cut with an arc less", [](Curve& c) { c.pieces[0].binding.pop_back(); }},
      {"a cut out of order",
       [](Curve& c) { std::swap(c.pieces[0].binding[0], c.pieces[0].binding[1]); }},
      {"a cut with an unlimited arc", [](Curve& c) { c.pieces[1].binding.emplace_back(4); }},
      {"a cut with an arc that is not there",
       [](Curve& c) { c.pieces[1].binding.emplace_back(99); }},
      {"a piece less", [](Curve& c) { c.pieces.pop_back(); }},
      {"a piece twice", [](Curve& c) { c.pieces.push_back(c.pieces.back()); }},
      {"no pieces", [](Curve& c) { c.pieces.clear(); }},
      {"a point less", [](Curve& c) { c.points.pop_back(); }},
      {"a point's multiplier",
       [](Curve& c) {
         c.points[1].multiplier = {1, 1};
       }},
      {"a point's throughput", [](Curve& c) { c.points[0].throughput -= 1; }},
      {"a flow on one arc", [](Curve& c) { c.points[0].on[ArcId(0)] += 1; }},
      {"a negative flow", [](Curve& c) { c.points[0].on[ArcId(4)] = -1; }},
      {"a flow that is too short", [](Curve& c) { c.points[0].on = Table<ArcId, Int128>(2); }},
      {"unbounded", [](Curve& c) { c.bounded = false; }},
      {"an unlimited way", [](Curve& c) { c.unlimited_way = {ArcId(4)}; }},
  };
  ASSERT_EQ(pieces_of(true_curve).size(), 2U);
  for (auto const& [what, change] : tamperings) {
    auto tampered = true_curve;
    change(tampered);
    EXPECT_NE(violation(graph, multiplied, range, tampered), "") << what;
  }
  EXPECT_NE(violation(graph, arcs({0}), range, true_curve), "") << "another arc multiplied";
}

TEST(CurveCertificate, RefusesACutThatIsNotTheNearest) {
  auto const graph = graph_of(4, {{kFrom, 2, teu(3)}, {2, 3, teu(3)}, {3, kTo, teu(90)}});
  auto const multiplied = arcs({0, 1});
  auto curve = certified(graph, multiplied);
  curve.pieces[0].binding = arcs({1});
  EXPECT_NE(violation(graph, multiplied, {}, curve), "");
}

TEST(CurveCertificate, RefusesAnUnlimitedWayThatIsNone) {
  auto const graph = graph_of(
      4, {{kFrom, 2, kUnlimited}, {2, 3, kUnlimited}, {3, kTo, kUnlimited}, {2, kTo, teu(4)}});
  auto const curve = certified(graph, arcs({3}));
  for (auto const& way : {arcs({0, 1}), arcs({0, 3}), arcs({1, 2}), arcs({0, 1, 2, 9}), arcs({})}) {
    auto tampered = curve;
    tampered.unlimited_way = way;
    EXPECT_NE(violation(graph, arcs({3}), {}, tampered), "");
  }
}

}  // namespace
}  // namespace corridor
