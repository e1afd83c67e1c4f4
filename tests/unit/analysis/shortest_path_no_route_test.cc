#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "corridor/analysis/shortest_path.h"
#include "support/draw.h"
#include "support/generate.h"

namespace corridor {
namespace {

using test::ask;
using test::draw;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

NoRoute why(Network const& network, Question const& question) {
  return why_no_route(network, question, *find_objective("time"));
}

std::vector<std::string> texts(std::vector<Relaxation> const& relaxations) {
  std::vector<std::string> texts;
  for (Relaxation const& relaxation : relaxations) texts.push_back(relaxation.text);
  return texts;
}

TEST(WhyNoRoute, NamesThePlannedLinkAndItsYear) {
  Network const network = draw("a ---- b --bc: opens 2028-- c");
  NoRoute const answer = why(network, ask(network, "a", "c"));
  EXPECT_THAT(texts(answer.barriers),
              ElementsAre("link bc (b-c) is planned and opens in 2028 (the question is about "
                          "2025)"));
  ASSERT_TRUE(answer.cheapest);
  EXPECT_EQ(answer.cheapest->obstacle, Obstacle::planned);
  EXPECT_EQ(answer.then->time, Duration::of_parts(2'000));
  EXPECT_EQ(answer.reason,
            "no way leads from a to c in 2025: link bc (b-c) is planned and opens in 2028 (the "
            "question is about 2025); opening link bc (b-c) alone would connect them");
}

TEST(WhyNoRoute, NamesTheMissingTransfer) {
  Network const network = draw("xian ---- aktau ~~~~ alat");
  NoRoute const answer = why(network, ask(network, "xian", "alat"));
  EXPECT_THAT(texts(answer.barriers), ElementsAre("aktau has no transfer from rail_1435 to sea"));
  EXPECT_THAT(answer.reason, HasSubstr("a transfer from rail_1435 to sea at aktau alone would"));
}

TEST(WhyNoRoute, NamesTheCorridorAndTheTagsThatALinkBears) {
  Network const network = draw(R"(
    a --ab: #middle-- b
    b --bc: #northern, #deep_sea-- c
  )");
  Question question = ask(network, "a", "c");
  question.corridor = test::tag(network, "middle");
  EXPECT_THAT(texts(why(network, question).barriers),
              ElementsAre("link bc (b-c) is not in corridor middle (it bears northern, deep_sea)"));
}

TEST(WhyNoRoute, NamesAClosedNodeOnceThoughManyLinksMeetThere) {
  Network network = draw(R"(
    a --one: 1 h-- b --two: 1 h-- c
    a --three: 1 h-- b --four: 1 h-- c
  )");
  network.nodes[test::node(network, "b")].closed = true;
  NoRoute const answer = why(network, ask(network, "a", "c"));
  EXPECT_THAT(texts(answer.barriers), ElementsAre("b is closed"));
  EXPECT_THAT(answer.reason, HasSubstr("opening b alone would connect them"));
}

TEST(WhyNoRoute, NamesTheScenarioThatClosedALink) {
  auto texts_read = std::make_shared<Sources>();
  std::uint32_t const file = texts_read->add("scenarios/shut.yaml", "scenario: shut\n");
  Network network = draw("a --ab-- b");
  network.texts = texts_read;
  network.links[LinkId(0)].status = Status::closed;
  network.scenarios.push_back({"shut", "", {}});
  Edit edit;
  edit.element = {ElementKind::link, 0};
  edit.operation = "close";
  edit.span = Span{file, 7, 3, 0, 5};
  network.edits.push_back(edit);
  EXPECT_THAT(texts(why(network, ask(network, "a", "b")).barriers),
              ElementsAre("link ab (a-b) is closed by scenario shut (scenarios/shut.yaml:7)"));
}

TEST(WhyNoRoute, NamesWhatIsAvoidedOverAndWithoutCapacity) {
  Network const network = draw(R"(
    a --avoided: 1 h-- d
    a --over: closes 2020-- d
    a --empty: 0 TEU/year-- d
    a --undated: planned-- d
    a ---- b ---- d
    b: passage 1 h, 0 TEU/year
  )");
  Question question = ask(network, "a", "d");
  question.avoid_links = {test::link(network, "avoided")};
  NoRoute const answer = why(network, question);
  EXPECT_THAT(texts(answer.barriers),
              ElementsAre("link avoided (a-d) is to be avoided",
                          "link over (a-d) runs until 2020 (the question is about 2025)",
                          "link empty (a-d) has capacity 0",
                          "link undated (a-d) is planned without an opening date",
                          "the passage at b has capacity 0"));
  EXPECT_THAT(answer.reason, HasSubstr("; and 2 more; "));
}

TEST(WhyNoRoute, ChoosesTheCheapestOfSeveralSingleChanges) {
  Network const network = draw(R"(
    a --slow: 9 h, closed-- b
    a --fast: 2 h, closed-- b
  )");
  NoRoute const answer = why(network, ask(network, "a", "b"));
  EXPECT_EQ(answer.barriers.size(), 2u);
  EXPECT_EQ(answer.cheapest->element, (ElementRef{ElementKind::link, 1}));
  EXPECT_EQ(answer.then->time, Duration::of_parts(2'000));
}

TEST(WhyNoRoute, PrefersOneSlowChangeToTwoFastOnes) {
  Network const network = draw(R"(
    a --1 h, closed-- b --1 h, closed-- c
    a --slow: 100 h, closed-- c
  )");
  EXPECT_THAT(texts({*why(network, ask(network, "a", "c")).cheapest}),
              ElementsAre("link slow (a-c) is closed"));
}

TEST(WhyNoRoute, ListsTheChangesThatAreNeededTogether) {
  Network const network = draw("a --one: closed-- b --two: opens 2030-- c");
  NoRoute const answer = why(network, ask(network, "a", "c"));
  EXPECT_FALSE(answer.cheapest);
  EXPECT_EQ(answer.together.size(), 2u);
  EXPECT_THAT(answer.reason,
              HasSubstr("it takes all of: opening link one (a-b), opening link two (b-c)"));
}

TEST(WhyNoRoute, TwoObstaclesOfOneLinkAreTwoChanges) {
  Network const network = draw(R"(
    a --ab: #northern, opens 2030-- b
    a --ac: #middle-- c
  )");
  Question question = ask(network, "a", "b");
  question.corridor = test::tag(network, "middle");
  NoRoute const answer = why(network, question);
  EXPECT_FALSE(answer.cheapest);
  EXPECT_EQ(answer.together.size(), 2u);
}

TEST(WhyNoRoute, SaysWhenNotEvenEverythingOpenWouldDo) {
  Network const network = draw(R"(
    a ---- b
    c ---- d
  )");
  NoRoute const answer = why(network, ask(network, "a", "d"));
  EXPECT_THAT(answer.barriers, IsEmpty());
  EXPECT_FALSE(answer.then);
  EXPECT_EQ(answer.reason, "no chain of links leads from a to d, not even with all of them open");
}

TEST(WhyNoRoute, LeavesOutWhatLeadsNowhere) {
  Network const network = draw(R"(
    a --useful: closed-- b
    a --useless: closed-- c
  )");
  EXPECT_THAT(texts(why(network, ask(network, "a", "b")).barriers),
              ElementsAre("link useful (a-b) is closed"));
}

TEST(WhyNoRoute, LooksForAWayThroughTheVias) {
  Network const network = draw(R"(
    a ---- c
    a --ab: closed-- b
    b --> c
  )");
  Question question = ask(network, "a", "c");
  question.via = {test::node(network, "b")};
  NoRoute const answer = why(network, question);
  EXPECT_THAT(texts(answer.barriers), ElementsAre("link ab (a-b) is closed"));
  EXPECT_THAT(answer.reason, HasSubstr("from a to c by way of b in 2025"));
}

TEST(WhyNoRoute, MakingTheCheapestChangeGivesTheRouteItPromises) {
  int single = 0;
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    test::Sample const sample = test::sample(seed);
    Network network = test::build(sample.spec);
    Question question = ask(network, sample.from, sample.to);
    Objective const& by = *find_objective("time");
    if (shortest_path(network, compile(network, question), question, by)) continue;
    NoRoute const answer = why_no_route(network, question, by);
    EXPECT_EQ(answer.then.has_value(), !answer.barriers.empty()) << "seed " << seed;
    if (!answer.cheapest || !answer.cheapest->element) continue;
    if (answer.cheapest->element->kind != ElementKind::link) continue;
    ++single;
    Link& link = network.links[LinkId(answer.cheapest->element->index)];
    link.status = Status::open;
    link.opens.reset();
    link.closes.reset();
    if (link.element.figures.capacity.zero()) link.element.figures.capacity = Limit();
    auto const route = shortest_path(network, compile(network, question), question, by);
    ASSERT_TRUE(route) << "seed " << seed;
    EXPECT_EQ(route->totals.time, answer.then->time) << "seed " << seed;
  }
  EXPECT_GT(single, 50);
}

}  // namespace
}  // namespace corridor
