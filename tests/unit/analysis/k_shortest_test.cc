#include "corridor/analysis/k_shortest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/draw.h"

namespace corridor {
namespace {

using test::ask;
using test::draw;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Asked {
  Network network;
  Question question;
  Graph graph;
  Objective const& objective;

  RouteChoice choose(std::size_t count, int distinct = 0) const {
    return k_shortest_routes(network, graph, question, objective, {count, distinct});
  }
  /// The links of each route, parted by spaces.
  std::vector<std::string> links(RouteChoice const& choice) const {
    std::vector<std::string> all;
    for (auto const& route : choice.routes) {
      std::string text;
      for (ArcId const arc : route.arcs) {
        if (graph.kind(arc) != ArcKind::link) continue;
        text += (text.empty() ? "" : " ") + id_of(network, *graph.element(arc));
      }
      all.push_back(text);
    }
    return all;
  }
  std::string violation_of(RouteChoiceRequest const& request, RouteChoice const& choice) const {
    auto const best = shortest_path(network, graph, question, objective);
    return violation(network, graph, question, objective, kDefaultValueOfTime, request, *best,
                     choice);
  }
};

Asked asked(std::string_view drawing, std::string_view from = "a", std::string_view to = "z",
            std::vector<std::string> const& via = {}) {
  auto network = draw(drawing);
  auto question = ask(network, from, to);
  for (auto const& each : via) question.via.push_back(test::node(network, each));
  auto graph = compile(network, question);
  return {std::move(network), std::move(question), std::move(graph), *find_objective("time")};
}

constexpr std::string_view kDiamond = R"(
  a --ab: 1 h-- b --bz: 1 h-- z
  a --ac: 2 h-- c --cz: 2 h-- z
  b --bc: 1 h-- c
)";

TEST(KShortest, ListsRoutesInOrder) {
  auto const world = asked(kDiamond);
  auto const choice = world.choose(3);
  EXPECT_THAT(world.links(choice), ElementsAre("ab bz", "ac cz", "ab bc cz"));
  EXPECT_EQ(choice.end, ChoiceEnd::count);
}

TEST(KShortest, SaysThatThereAreNoMore) {
  auto const world = asked(kDiamond);
  auto const choice = world.choose(9);
  EXPECT_THAT(world.links(choice), ElementsAre("ab bz", "ac cz", "ab bc cz", "ac bc bz"));
  EXPECT_EQ(choice.end, ChoiceEnd::exhausted);
}

TEST(KShortest, ParallelLinksAreDifferentRoutes) {
  auto const world = asked(R"(
    a --one: 1 h-- b --two: 1 h-- z
    a --other: 1 h-- b --slow: 2 h-- z
  )");
  EXPECT_THAT(world.links(world.choose(9)),
              ElementsAre("one two", "other two", "one slow", "other slow"));
}

TEST(KShortest, EqualRoutesComeByFewerLinksThenByTheFile) {
  auto const world = asked(R"(
    a --a1: 1 h-- p --p1: 1 h-- z
    a --a2: 1 h-- q --q1: 1 h-- z
    a --direct: 2 h-- z
    q --free: 0 h-- p
  )");
  EXPECT_THAT(world.links(world.choose(9)),
              ElementsAre("direct", "a1 p1", "a2 q1", "a1 free q1", "a2 free p1"));
}

TEST(KShortest, PassesNoNodeTwiceEvenByAnotherMode) {
  // By ship from b only after a call at c, where alone rail meets the sea.
  auto const world = asked(R"(
    a --1 h-- b --1 h-- c* ~~back: 1 h~~ b ~~1 h~~ z
    a --slow: 90 h-- z
  )");
  auto const best = shortest_path(world.network, world.graph, world.question, world.objective);
  EXPECT_TRUE(best->repeats_node);
  auto const choice = world.choose(5);
  EXPECT_THAT(world.links(choice), ElementsAre("slow"));
  EXPECT_EQ(choice.end, ChoiceEnd::exhausted);
  EXPECT_GT(choice.examined, choice.routes.size());
}

TEST(KShortest, FindsNoneWhereEveryWayPassesANodeTwice) {
  auto const world = asked("a --1 h-- b --1 h-- c* ~~back: 1 h~~ b ~~1 h~~ z");
  auto const choice = world.choose(5);
  EXPECT_THAT(choice.routes, IsEmpty());
  EXPECT_EQ(choice.end, ChoiceEnd::exhausted);
  EXPECT_EQ(world.violation_of({5, 0}, choice), "");
}

TEST(KShortest, PassesViasInOrder) {
  auto const world = asked(kDiamond, "a", "z", {"c", "b"});
  EXPECT_THAT(world.links(world.choose(9)), ElementsAre("ac bc bz"));
}

TEST(KShortest, FindsNoneThroughADeadEnd) {
  auto const world = asked("a --1 h-- b --1 h-- z\n b --1 h-- yard", "a", "z", {"yard"});
  EXPECT_THAT(world.choose(3).routes, IsEmpty());
}

TEST(KShortest, StopsAtItsLimitAndSaysSo) {
  auto const world = asked(kDiamond);
  RouteChoiceRequest const request{9, 0, 2};
  auto const choice =
      k_shortest_routes(world.network, world.graph, world.question, world.objective, request);
  EXPECT_THAT(world.links(choice), ElementsAre("ab bz", "ac cz"));
  EXPECT_EQ(choice.end, ChoiceEnd::limit);
  EXPECT_EQ(world.violation_of(request, choice), "");
}

TEST(KShortest, DistinctLeavesOutWhatIsTooSimilar) {
  // The second route shares 60 of its 100 km with the first, the third nothing.
  auto const world = asked(R"(
    a --trunk: 1 h, 60 km-- b --one: 1 h, 40 km-- z
    b --two: 2 h, 40 km-- z
    a --far: 9 h, 500 km-- z
  )");
  EXPECT_THAT(world.links(world.choose(9, 40)), ElementsAre("trunk one", "trunk two", "far"));
  auto const apart = world.choose(9, 41);
  EXPECT_THAT(world.links(apart), ElementsAre("trunk one", "far"));
  EXPECT_EQ(apart.similar, 1U);
}

TEST(KShortest, MeasuresDifferenceByTheRoutesOwnLength) {
  auto const world = asked(R"(
    a --trunk: 1 h, 10 km-- b --one: 1 h, 10 km-- z
    b --two: 2 h, 30 km-- z
  )");
  auto const choice = world.choose(2);
  auto const second = difference_from(world.graph, choice.routes[1], choice.routes[0]);
  EXPECT_EQ(second.apart, Length::of_parts(30'000));
  EXPECT_EQ(second.whole, Length::of_parts(40'000));
  EXPECT_TRUE(second.reaches(75));
  EXPECT_FALSE(second.reaches(76));
  auto const first = difference_from(world.graph, choice.routes[0], choice.routes[1]);
  EXPECT_EQ(first.whole, Length::of_parts(20'000));
}

TEST(KShortest, CountsLinksWhereARouteHasNoLength) {
  auto const world = asked(R"(
    a --trunk: 1 h, 0 km-- b --one: 1 h, 0 km-- z
    b --two: 2 h, 0 km-- z
  )");
  EXPECT_EQ(world.choose(2, 50).routes.size(), 2U);
  EXPECT_EQ(world.choose(2, 51).routes.size(), 1U);
}

TEST(KShortestCertificate, RefusesWhatIsWrong) {
  auto const world = asked(kDiamond);
  RouteChoiceRequest const request{3, 0};
  auto const right = world.choose(3);
  ASSERT_EQ(world.violation_of(request, right), "");

  auto swapped = right;
  std::swap(swapped.routes[1], swapped.routes[2]);
  EXPECT_THAT(world.violation_of(request, swapped), HasSubstr("does not come after"));

  auto twice = right;
  twice.routes[2] = twice.routes[1];
  EXPECT_THAT(world.violation_of(request, twice), HasSubstr("does not come after"));

  auto late = right;
  late.routes.erase(late.routes.begin());
  late.end = ChoiceEnd::exhausted;
  EXPECT_THAT(world.violation_of(request, late), HasSubstr("not the best of all ways"));

  auto fewer = right;
  fewer.routes.pop_back();
  EXPECT_THAT(world.violation_of(request, fewer), HasSubstr("number of routes"));

  auto cheaper = right;
  cheaper.routes[1].totals.time = Duration::of_parts(1);
  EXPECT_THAT(world.violation_of(request, cheaper), HasSubstr("sum of the legs"));

  EXPECT_THAT(world.violation_of({3, 90}, right), HasSubstr("too similar"));

  auto none = right;
  none.routes.clear();
  none.end = ChoiceEnd::exhausted;
  EXPECT_THAT(world.violation_of(request, none), HasSubstr("is not listed"));
}

}  // namespace
}  // namespace corridor
