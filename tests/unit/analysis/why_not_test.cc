#include "corridor/analysis/why_not.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corridor/analysis/named_way.h"
#include "corridor/graph/compile.h"
#include "support/draw.h"

namespace corridor {
namespace {

using test::ask;
using test::draw;

using Texts = std::vector<std::string>;

std::vector<Criterion const*> by(std::initializer_list<char const*> names) {
  std::vector<Criterion const*> found;
  for (auto const* const name : names) found.push_back(find_criterion(name));
  return found;
}

struct World {
  Network network;
  Question question;
  Graph graph;
  std::vector<Criterion const*> criteria;
  WhyNot why;

  World(std::string_view drawing, std::string_view way,
        std::initializer_list<char const*> names = {"time", "cost"})
      : network(draw(drawing)), graph(compile(network, {})), criteria(by(names)) {
    auto const name = read_way(network, way);
    EXPECT_EQ(name.problem, "");
    question.from = {name.from};
    question.to = {name.to};
    graph = compile(network, question);
    auto const found = find_way(network, graph, question, name, criteria);
    why = why_not(network, graph, question, *found.route, criteria);
    EXPECT_EQ(problem(), "");
  }

  std::string problem() const {
    return violation(network, graph, question, criteria, kDefaultValueOfTime, why);
  }

  /// "time s-b 2001 of 6000", "cost s-b never".
  Texts changes() const {
    Texts texts;
    for (auto const& change : why.changes) {
      texts.push_back(std::string(objective_of(change.lever).name) + " " +
                      id_of(network, change.element) + " " +
                      (change.less
                           ? std::to_string(*change.less) + " of " + std::to_string(change.has)
                           : "never"));
    }
    return texts;
  }
  Texts closings() const {
    Texts texts;
    for (auto const& closing : why.closings) {
      texts.push_back(closing.node ? network.nodes[*closing.node].id
                                   : id_of(network, *closing.element));
    }
    return texts;
  }
};

/// By b it is slower and as dear as by a; they share the last link.
constexpr char const* kShared = R"(
  s --3 h, 5 USD/TEU-- a
  a --0 h, 0 USD/TEU-- m
  s --6 h, 5 USD/TEU-- b
  b --0 h, 0 USD/TEU-- m
  m --4 h, 1 USD/TEU-- t
)";

TEST(WhyNot, TellsWhichRoutesBeatItAndByHowMuchItIsWorse) {
  World const world(kShared, "s,b,m,t");
  EXPECT_EQ(world.why.beaten_by, (std::vector<std::size_t>{0}));
  EXPECT_FALSE(world.why.as_good_as);
  EXPECT_EQ(world.why.favourite.amounts[0] - world.why.front.routes[0].amounts[0], 3'000);
}

TEST(WhyNot, TheLeastReductionMakesItEqualWhereEverythingElseIs) {
  // 3 h less on s-b make it as good as the other; the shared link helps both alike.
  World const world(kShared, "s,b,m,t");
  EXPECT_EQ(world.changes(), (Texts{"time s-b 3000 of 6000", "time m-t never", "cost s-b 1 of 5000",
                                    "cost m-t never"}));
}

TEST(WhyNot, OnePartMoreIsNeededWhereEqualityIsNotEnough) {
  World const world(R"(
    s --fast: 3 h, 5 USD/TEU-- t
    s --slow: 6 h, 7 USD/TEU-- t
  )",
                    "s,slow,t");
  EXPECT_EQ(world.changes(), (Texts{"time slow 3001 of 6000", "cost slow 2001 of 7000"}));
  EXPECT_EQ(world.why.shortfalls[0].less, 3'001);
}

TEST(WhyNot, NamesWhatAllTheRoutesThatBeatItShare) {
  World const world(kShared, "s,b,m,t");
  EXPECT_EQ(world.closings(), (Texts{"s-a", "a-m", "a"}));
}

TEST(WhyNot, ALegWithoutEnoughOfItCannotDoItAlone) {
  World const world(R"(
    s --fast: 3 h, 5 USD/TEU-- t
    s --1 h, 3 USD/TEU-- b
    b --9 h, 3 USD/TEU-- t
  )",
                    "s,b,t");
  EXPECT_EQ(world.changes(), (Texts{"time s-b never", "time b-t 7001 of 9000",
                                    "cost s-b 1001 of 3000", "cost b-t 1001 of 3000"}));
}

TEST(WhyNot, ACheaperRivalBehindTheFirstHoldsTheChangeBack) {
  // The front's only route avoids the leg s-b; once that is 2 h faster, the other way by s-b,
  // which was beaten, beats it still.
  World const world(R"(
    s --best: 4 h, 4 USD/TEU-- t
    s --4 h, 4 USD/TEU-- b
    b --early: 1 h, 1 USD/TEU-- t
    b --late: 2 h, 1 USD/TEU-- t
  )",
                    "s,b,late,t");
  EXPECT_EQ(world.changes(),
            (Texts{"time s-b never", "time late never", "cost s-b never", "cost late never"}));
  EXPECT_TRUE(world.closings().empty());
}

TEST(WhyNot, AskedOfARouteOnTheFrontChangesNothing) {
  World const world(kShared, "s,a,m,t");
  EXPECT_TRUE(world.why.beaten_by.empty());
  EXPECT_EQ(world.why.as_good_as, 0U);
  EXPECT_TRUE(world.changes().empty());
  EXPECT_TRUE(world.closings().empty());
}

TEST(WhyNot, ARouteAsGoodAsAnotherIsOnTheFrontAsThatOne) {
  World const world(R"(
    s --first-- t
    s --second-- t
  )",
                    "s,second,t");
  EXPECT_EQ(world.why.as_good_as, 0U);
  EXPECT_NE(world.why.favourite.route.arcs, world.why.front.routes[0].route.arcs);
}

TEST(WhyNot, CostCountsMoreThanOnceInGeneralisedCost) {
  World const world(R"(
    s --good: 1 h, 10 USD/TEU-- t
    s --bad: 1 h, 12 USD/TEU-- t
  )",
                    "s,bad,t", {"generalised", "borders"});
  EXPECT_EQ(world.changes(), (Texts{"time bad 640 of 1000", "cost bad 2000 of 12000"}));
}

TEST(WhyNot, TheCertificateRefusesWhatIsNotSo) {
  World world(R"(
    s --fast: 3 h, 5 USD/TEU-- t
    s --slow: 6 h, 7 USD/TEU-- t
  )",
              "s,slow,t");
  auto const honest = world.why;
  auto const refused = [&](auto const& tamper) {
    world.why = honest;
    tamper(world.why);
    return !world.problem().empty();
  };
  EXPECT_TRUE(refused([](WhyNot& why) { why.beaten_by.clear(); }));
  EXPECT_TRUE(refused([](WhyNot& why) { why.as_good_as = 0; }));
  EXPECT_TRUE(refused([](WhyNot& why) { why.favourite.amounts[0] -= 1; }));
  EXPECT_TRUE(refused([](WhyNot& why) { *why.shortfalls[0].less -= 1; }));
  EXPECT_TRUE(refused([](WhyNot& why) { *why.shortfalls[0].less += 1; }));
  EXPECT_TRUE(refused([](WhyNot& why) { why.shortfalls[0].less.reset(); }));
  EXPECT_TRUE(refused([](WhyNot& why) { *why.changes[0].less -= 1; }));
  EXPECT_TRUE(refused([](WhyNot& why) { *why.changes[0].less += 1; }));
  EXPECT_TRUE(refused([](WhyNot& why) { why.changes[0].less.reset(); }));
  EXPECT_TRUE(refused([](WhyNot& why) { why.changes[0].has += 1; }));
  EXPECT_TRUE(refused([](WhyNot& why) { why.changes[0].rivals.clear(); }));
  EXPECT_TRUE(refused([](WhyNot& why) { why.closings[0].node = NodeId(0); }));
  EXPECT_TRUE(refused([](WhyNot& why) {
    why.closings[0].element = ElementRef{ElementKind::link, 1};
  }));
  world.why = honest;
  EXPECT_EQ(world.problem(), "");
}

}  // namespace
}  // namespace corridor
