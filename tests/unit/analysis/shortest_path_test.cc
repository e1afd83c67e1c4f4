#include "corridor/analysis/shortest_path.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/draw.h"

namespace corridor {
namespace {

using test::ask;
using test::draw;
using testing::ElementsAre;

std::optional<Route> route(Network const& network, Question const& question,
                           std::string_view by = "time", ValueOfTime value = kDefaultValueOfTime) {
  return shortest_path(network, compile(network, question), question, *find_objective(by), value);
}

std::vector<std::string> links_of(Network const& network, Question const& question,
                                  std::string_view by = "time") {
  Graph const graph = compile(network, question);
  auto const best = shortest_path(network, graph, question, *find_objective(by));
  std::vector<std::string> links;
  if (!best) return links;
  for (ArcId const arc : best->arcs) {
    if (graph.kind(arc) == ArcKind::link) links.push_back(id_of(network, *graph.element(arc)));
  }
  return links;
}

TEST(ShortestPath, FindsADifferentBestByEachObjective) {
  Network const network = draw(R"(
    a --fast: 1 h, 9 USD/TEU, 9 km, 9 kg/TEU-- b
    a --cheap: 90 h, 1 USD/TEU, 9 km, 9 kg/TEU-- b
    a --short: 90 h, 9 USD/TEU, 1 km, 9 kg/TEU-- b
    a --clean: 90 h, 9 USD/TEU, 9 km, 1 kg/TEU-- b
    a --middling: 3 h, 2 USD/TEU, 9 km, 9 kg/TEU-- b
  )");
  Question const question = ask(network, "a", "b");
  EXPECT_THAT(links_of(network, question, "time"), ElementsAre("fast"));
  EXPECT_THAT(links_of(network, question, "cost"), ElementsAre("cheap"));
  EXPECT_THAT(links_of(network, question, "length"), ElementsAre("short"));
  EXPECT_THAT(links_of(network, question, "emissions"), ElementsAre("clean"));
  EXPECT_THAT(links_of(network, question, "generalised"), ElementsAre("middling"));
}

TEST(ShortestPath, CarriesAllTotalsWhateverIsMinimised) {
  Network const network = draw(R"(
    a --10 h, 20 USD/TEU, 30 km, 40 kg/TEU-- b* ==1 h, 2 USD/TEU, 3 km, 4 kg/TEU== c
  )");
  auto const best = route(network, ask(network, "a", "c"));
  ASSERT_TRUE(best);
  EXPECT_EQ(best->totals, (Totals{Length::of_parts(33'000), Duration::of_parts(11'000),
                                  Cost::of_parts(22'000), Emissions::of_parts(44'000)}));
  EXPECT_EQ(best->links, 2u);
}

TEST(ShortestPath, PaysTheTransferThatJoinsTwoModes) {
  Network const network = draw(R"(
    a --1 h-- b ~~1 h~~ c
    b: rail_1435<>sea 72 h
  )");
  auto const best = route(network, ask(network, "a", "c"));
  ASSERT_TRUE(best);
  EXPECT_EQ(best->totals.time, Duration::of_parts(74'000));
  EXPECT_EQ(best->transshipments, 1);
}

TEST(ShortestPath, PaysThePassageOnWhatPassesButNotAtItsEnds) {
  Network const network = draw(R"(
    a --1 h-- b --1 h-- c
    a: passage 100 h
    b: passage 10 h
    c: passage 1000 h
  )");
  EXPECT_EQ(route(network, ask(network, "a", "c"))->totals.time, Duration::of_parts(12'000));
  EXPECT_EQ(route(network, ask(network, "a", "b"))->totals.time, Duration::of_parts(1'000));
}

TEST(ShortestPath, MakesAtMostOneTransferAtANode) {
  Network const network = draw(R"(
    a --1 h-- b ~~1 h~~ c
    b ==1 h== d
    b: rail_1435>rail_1520 1 h; rail_1520>sea 1 h
  )");
  // Only by way of d and back, changing once on each visit to b.
  Question const question = ask(network, "a", "c");
  auto const best = route(network, question);
  ASSERT_TRUE(best);
  EXPECT_THAT(links_of(network, question), ElementsAre("a-b", "b-d", "b-d", "b-c"));
  EXPECT_TRUE(best->repeats_node);
}

TEST(ShortestPath, PrefersFewerLinksOnATie) {
  Network const network = draw(R"(
    a --first: 1 h-- b --second: 1 h-- c
    a --direct: 2 h-- c
  )");
  EXPECT_THAT(links_of(network, ask(network, "a", "c")), ElementsAre("direct"));
}

TEST(ShortestPath, PrefersTheEarlierLinkInTheFileOnATie) {
  Network const network = draw(R"(
    x --late: 1 h-- y
    a --p: 1 h-- b
    b --q: 1 h-- d
    a --r: 1 h-- c
    c --s: 1 h-- d
    c --t: 1 h-- d
  )");
  EXPECT_THAT(links_of(network, ask(network, "a", "d")), ElementsAre("p", "q"));
}

TEST(ShortestPath, ComparesTheSequenceOfLinksFromTheFirst) {
  // The second way holds the earliest link of all, but only at its end.
  Network const network = draw(R"(
    c --earliest: 1 h-- d
    a --p: 1 h-- b
    a --r: 1 h-- c
    b --q: 1 h-- d
  )");
  EXPECT_THAT(links_of(network, ask(network, "a", "d")), ElementsAre("p", "q"));
}

TEST(ShortestPath, LooksThroughTransfersForTheNextLink) {
  // The passage leads to the later link, the transfer to the earlier one; both are free.
  Network const network = draw(R"(
    b ==early: 1 h== c
    a --first: 1 h-- b*
    b --later: 1 h-- c
  )");
  EXPECT_THAT(links_of(network, ask(network, "a", "c")), ElementsAre("first", "early"));
}

TEST(ShortestPath, ChoosesAmongOriginsByTheFirstLink) {
  Network const network = draw(R"(
    b --one: 1 h-- c
    a --two: 1 h-- c
  )");
  EXPECT_THAT(links_of(network, ask(network, "a,b", "c")), ElementsAre("one"));
}

TEST(ShortestPath, EndsWhenEverythingIsFree) {
  Network const network = draw(R"(
    a --0 h, 0 USD/TEU, 0 km, 0 kg/TEU-- b --0 h, 0 USD/TEU, 0 km, 0 kg/TEU-- c
    c --0 h, 0 USD/TEU, 0 km, 0 kg/TEU-- a
  )");
  for (Objective const& objective : objectives()) {
    EXPECT_THAT(links_of(network, ask(network, "a", "b"), objective.name), ElementsAre("a-b"));
  }
}

TEST(ShortestPath, IsExactBeyondSixtyFourBits) {
  // Generalised amounts of about 10^24 that differ by one part of time.
  Network const network = draw(R"(
    a --slow: 1000000000 h, 1000000000 USD/TEU-- b
    a --fast: 999999999.999 h, 1000000000 USD/TEU-- b
  )");
  Question const question = ask(network, "a", "b");
  auto const best = route(network, question, "generalised", ValueOfTime::of_parts(kMaxParts));
  ASSERT_TRUE(best);
  EXPECT_EQ(best->totals.time, Duration::of_parts(999'999'999'999));
}

TEST(ShortestPath, CountsBordersGaugeChangesAndTransshipments) {
  Network const network = draw(R"(
    xian ---- dostyk* ==== aktau* ~~~~ strait ~~~~ alat* ==== baku
    xian: country CN
    dostyk: country KZ
    aktau: country KZ
    strait: country YE
    alat: country AZ
    baku: country AZ
  )");
  auto const best = route(network, ask(network, "xian", "baku"));
  ASSERT_TRUE(best);
  EXPECT_EQ(best->gauge_changes, 1);
  EXPECT_EQ(best->transshipments, 2);
  // China-Kazakhstan and Kazakhstan-Azerbaijan; the ship only sails by the strait.
  EXPECT_EQ(best->border_crossings, 2);
}

TEST(ShortestPath, TellsNodesAndLegsInOrder) {
  Network const network = draw(R"(
    a --1 h-- b ~~2 h~~ c ~~4 h~~ d
    b: rail_1435<>sea 8 h
    c: passage 16 h
  )");
  Question const question = ask(network, "a", "d");
  Graph const graph = compile(network, question);
  auto const best = shortest_path(network, graph, question, *find_objective("time"));
  ASSERT_TRUE(best);
  std::vector<std::string> nodes;
  for (NodeId const node : nodes_of(graph, *best)) nodes.push_back(network.nodes[node].id);
  EXPECT_THAT(nodes, ElementsAre("a", "b", "c", "d"));
  std::vector<std::int64_t> hours;
  for (Leg const& leg : legs_of(graph, *best)) hours.push_back(leg.totals.time.parts() / 1000);
  EXPECT_THAT(hours, ElementsAre(1, 8, 2, 16, 4));
}

TEST(ShortestPath, IsEmptyWhereNothingLeads) {
  Network const network = draw(R"(
    a --1 h--> b
    c ---- d
  )");
  EXPECT_FALSE(route(network, ask(network, "b", "a")));
  EXPECT_FALSE(route(network, ask(network, "a", "d")));
}

TEST(ShortestPath, PassesViasInTheirOrder) {
  Network const network = draw(R"(
    a --1 h-- b --1 h-- c --1 h-- d
    a --1 h-- c
    b --1 h-- d
  )");
  Question question = ask(network, "a", "d");
  question.via = {test::node(network, "c"), test::node(network, "b")};
  EXPECT_THAT(links_of(network, question), ElementsAre("a-c", "b-c", "b-d"));
  question.via = {test::node(network, "b"), test::node(network, "c")};
  EXPECT_THAT(links_of(network, question), ElementsAre("a-b", "b-c", "c-d"));
}

TEST(ShortestPath, PaysThePassageAtAVia) {
  Network const network = draw(R"(
    a --1 h-- b --1 h-- c
    b: passage 5 h
  )");
  Question question = ask(network, "a", "c");
  question.via = {test::node(network, "b")};
  EXPECT_EQ(route(network, question)->totals.time, Duration::of_parts(7'000));
}

TEST(ShortestPath, GoesToAViaAndBackOnTheSameLink) {
  Network const network = draw(R"(
    a --1 h-- b --1 h-- c
    b --1 h-- siding
  )");
  Question question = ask(network, "a", "c");
  question.via = {test::node(network, "siding")};
  auto const best = route(network, question);
  ASSERT_TRUE(best);
  EXPECT_THAT(links_of(network, question), ElementsAre("a-b", "b-siding", "b-siding", "b-c"));
  EXPECT_TRUE(best->repeats_node);
}

TEST(ShortestPath, AViaAtAnEndIsPassedThere) {
  Network const network = draw(R"(
    a --5 h-- c
    b --1 h-- c
    b --1 h-- d
  )");
  Question question = ask(network, "a,b", "c,d");
  question.via = {test::node(network, "a")};
  EXPECT_THAT(links_of(network, question), ElementsAre("a-c"));
  question.via = {test::node(network, "d")};
  EXPECT_THAT(links_of(network, question), ElementsAre("b-d"));
}

TEST(ShortestPath, IsEmptyWhenAViaCannotBePassed) {
  Network const network = draw(R"(
    a ---- c
    a ----> b
  )");
  Question question = ask(network, "a", "c");
  question.via = {test::node(network, "b")};
  EXPECT_FALSE(route(network, question));
}

}  // namespace
}  // namespace corridor
