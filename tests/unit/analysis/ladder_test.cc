#include "corridor/analysis/ladder.h"

#include <gtest/gtest.h>

#include <functional>
#include <vector>

#include "support/arc_graph.h"

namespace corridor {
namespace {

using test::graph_of;
using test::kUnlimited;
using test::teu;

constexpr std::uint32_t kFrom = 0;
constexpr std::uint32_t kTo = 1;

Capacity amount(std::int64_t parts) { return Capacity::of_parts(parts); }

std::vector<ArcId> arcs(std::initializer_list<std::size_t> numbers) {
  std::vector<ArcId> result;
  for (auto const number : numbers) result.emplace_back(number);
  return result;
}

LadderNeed need(std::size_t arc, std::int64_t extra) { return {ArcId(arc), amount(extra)}; }

/// The ladder, whose certificate must hold.
Ladder certified(Graph const& graph, std::optional<Capacity> target = std::nullopt) {
  auto ladder = bottleneck_ladder(graph, target);
  EXPECT_EQ(violation(graph, ladder), "");
  return ladder;
}

/// from -3-> 2 -5-> 3 -9-> to
Graph chain() { return graph_of(4, {{kFrom, 2, teu(3)}, {2, 3, teu(5)}, {3, kTo, teu(9)}}); }

TEST(Ladder, ClimbsFromTheTightestStageOfAChainToTheWidest) {
  auto const ladder = certified(chain());
  ASSERT_EQ(ladder.steps.size(), 3U);
  EXPECT_EQ(ladder.steps[0].flow.throughput, amount(3));
  EXPECT_EQ(ladder.steps[0].flow.cut, arcs({0}));
  EXPECT_EQ(ladder.steps[0].then, amount(5));
  EXPECT_EQ(ladder.steps[0].needs, std::vector{need(0, 2)});
  EXPECT_EQ(ladder.steps[1].flow.cut, arcs({1}));
  EXPECT_EQ(ladder.steps[1].then, amount(9));
  EXPECT_EQ(ladder.steps[1].needs, (std::vector{need(0, 6), need(1, 4)}));
  EXPECT_EQ(ladder.steps[2].flow.cut, arcs({2}));
  EXPECT_EQ(ladder.steps[2].then, std::nullopt);
  ASSERT_TRUE(ladder.beyond);
  EXPECT_FALSE(ladder.beyond->bounded);
}

TEST(Ladder, EndsInTheMiddleOfAStepAtTheTarget) {
  auto const ladder = certified(chain(), amount(6));
  ASSERT_EQ(ladder.steps.size(), 2U);
  EXPECT_EQ(ladder.steps[1].then, amount(6));
  EXPECT_EQ(ladder.steps[1].needs, (std::vector{need(0, 3), need(1, 1)}));
  EXPECT_FALSE(ladder.beyond);
}

TEST(Ladder, ReachesATargetBeyondTheLastLimit) {
  auto const ladder = certified(chain(), amount(20));
  ASSERT_EQ(ladder.steps.size(), 3U);
  EXPECT_EQ(ladder.steps[2].then, amount(20));
  EXPECT_EQ(ladder.steps[2].needs, (std::vector{need(0, 17), need(1, 15), need(2, 11)}));
}

TEST(Ladder, NeedsNothingForATargetThatIsReachedToday) {
  auto const ladder = certified(chain(), amount(3));
  ASSERT_EQ(ladder.steps.size(), 1U);
  EXPECT_EQ(ladder.steps[0].then, std::nullopt);
  EXPECT_TRUE(ladder.steps[0].needs.empty());
}

TEST(Ladder, StopsAtATargetThatIsAStep) {
  auto const ladder = certified(chain(), amount(5));
  ASSERT_EQ(ladder.steps.size(), 1U);
  EXPECT_EQ(ladder.steps[0].then, amount(5));
}

TEST(Ladder, GainsNothingFromOneOfTwoEqualBottlenecks) {
  auto const ladder =
      certified(graph_of(4, {{kFrom, 2, teu(3)}, {2, 3, teu(3)}, {3, kTo, kUnlimited}}));
  ASSERT_EQ(ladder.steps.size(), 2U);
  EXPECT_EQ(ladder.steps[0].then, amount(3));
  EXPECT_TRUE(ladder.steps[0].needs.empty());
}

TEST(Ladder, WidensTheWayThatNeedsLeast) {
  // Two ways leave 2: one narrow arc, or two in a row.
  auto const graph =
      graph_of(4, {{kFrom, 2, teu(10)}, {2, kTo, teu(2)}, {2, 3, teu(2)}, {3, kTo, teu(2)}});
  auto const ladder = certified(graph);
  ASSERT_GE(ladder.steps.size(), 1U);
  EXPECT_EQ(ladder.steps[0].flow.cut, arcs({1, 2}));
  EXPECT_EQ(ladder.steps[0].then, amount(10));
  EXPECT_EQ(ladder.steps[0].needs, std::vector{need(1, 6)});
}

TEST(Ladder, HasNoStepsWhereAWayIsUnlimited) {
  auto const ladder = certified(graph_of(2, {{kFrom, kTo, kUnlimited}}));
  EXPECT_TRUE(ladder.steps.empty());
  EXPECT_TRUE(ladder.beyond);
}

TEST(Ladder, IsOneStepOfNothingWhereNothingCanFlow) {
  auto const ladder = certified(graph_of(3, {{kFrom, 2, teu(4)}}), amount(7));
  ASSERT_EQ(ladder.steps.size(), 1U);
  EXPECT_EQ(ladder.steps[0].flow.throughput, Capacity());
  EXPECT_EQ(ladder.steps[0].then, std::nullopt);
}

struct Tampering {
  char const* what;
  std::function<void(Ladder&)> change;
};

TEST(LadderCertificate, RefusesALadderThatWasChangedAnywhere) {
  auto const graph = chain();
  auto const one = amount(1);
  std::vector<Tampering> const tamperings = {
      {"a throughput", [&](Ladder& l) { l.steps[0].flow.throughput += one; }},
      {"a cut", [](Ladder& l) { l.steps[0].flow.cut = {ArcId(1)}; }},
      {"a flow", [&](Ladder& l) { l.steps[1].flow.on[ArcId(0)] += one; }},
      {"what a step leads to", [&](Ladder& l) { *l.steps[0].then += one; }},
      {"a need that is too small", [&](Ladder& l) { l.steps[0].needs[0].extra -= one; }},
      {"a need of another arc", [](Ladder& l) { l.steps[0].needs[0].arc = ArcId(1); }},
      {"a need less", [](Ladder& l) { l.steps[1].needs.pop_back(); }},
      {"a need more",
       [&](Ladder& l) {
         l.steps[0].needs.push_back({ArcId(2), one});
       }},
      {"a flow with the needs", [&](Ladder& l) { l.steps[0].on_then[ArcId(1)] -= one; }},
      {"a potential", [](Ladder& l) { l.steps[0].potentials[2] += 5; }},
      {"no potentials", [](Ladder& l) { l.steps[0].potentials.clear(); }},
      {"a step less", [](Ladder& l) { l.steps.pop_back(); }},
      {"a step twice", [](Ladder& l) { l.steps.push_back(l.steps.back()); }},
      {"no steps", [](Ladder& l) { l.steps.clear(); }},
      {"no end", [](Ladder& l) { l.beyond.reset(); }},
      {"a bounded end", [](Ladder& l) { l.beyond->bounded = true; }},
      {"a way that is none", [](Ladder& l) { l.beyond->unlimited_way.pop_back(); }},
      {"a target", [&](Ladder& l) { l.target = amount(6); }},
  };
  auto const true_ladder = certified(graph);
  for (auto const& [what, change] : tamperings) {
    auto tampered = true_ladder;
    change(tampered);
    EXPECT_NE(violation(graph, tampered), "") << what;
  }
}

TEST(LadderCertificate, RefusesNeedsThatSufficeButAreNotTheLeast) {
  auto const graph = graph_of(4, {{kFrom, 2, teu(10)},
                                  {2, kTo, teu(2)},
                                  {2, 3, teu(2)},
                                  {3, kTo, kUnlimited},
                                  {3, 2, teu(1)}});
  auto ladder = certified(graph);
  // The same amount over the other arc is as good; half a circle more is not.
  auto& step = ladder.steps[0];
  ASSERT_EQ(step.needs, std::vector{need(1, 6)});
  step.needs = {need(1, 6), need(2, 1)};
  step.on_then[ArcId(2)] += amount(1);
  step.on_then[ArcId(4)] += amount(1);
  EXPECT_NE(violation(graph, ladder), "");
}

TEST(LadderCertificate, RefusesAnotherTarget) {
  auto const graph = chain();
  auto ladder = certified(graph, amount(6));
  ladder.target = amount(7);
  EXPECT_NE(violation(graph, ladder), "");
  ladder.target = amount(5);
  EXPECT_NE(violation(graph, ladder), "");
  ladder.target.reset();
  EXPECT_NE(violation(graph, ladder), "");
}

}  // namespace
}  // namespace corridor
