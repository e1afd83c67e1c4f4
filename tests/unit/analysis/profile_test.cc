#include "corridor/analysis/profile.h"

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

struct World {
  Network network;
  Question question;
  Graph graph;
  Route route;
  RouteProfile found;

  World(std::string_view drawing, std::string_view from, std::string_view to)
      : network(draw(drawing)),
        question(ask(network, from, to)),
        graph(compile(network, question)),
        route(*shortest_path(network, graph, question, *find_objective("time"))),
        found(profile(network, graph, route)) {
    EXPECT_EQ(problem(), "");
  }

  std::string problem() const { return violation(network, graph, route, found); }

  /// "gauge-change b border".
  Texts steps() const {
    Texts texts;
    for (auto const& step : found.steps) {
      texts.push_back(std::string(name_of(step.kind)) + " " + network.nodes[step.node].id +
                      (step.border ? " border" : "") + (step.port ? " port" : ""));
    }
    return texts;
  }
};

/// By rail over a border with a change of gauge, then by ship to another country.
constexpr char const* kJourney = R"(
  a --first: 10 h, 500 km, 100 USD/TEU-- b
  b ==second: 20 h, 500 km, 200 USD/TEU== c
  c ~~third: 30 h, 1000 km, 300 USD/TEU~~ d
  d ==fourth: 10 h, 500 km, 100 USD/TEU== e
  a: country AA
  b: rail_1435<>rail_1520 24 h, 150 USD/TEU; country BB
  c: rail_1520<>sea 12 h, 50 USD/TEU; country BB
  d: rail_1520<>sea 6 h, 50 USD/TEU; country DD
  e: country DD
)";

TEST(Profile, NamesWhatIsDoneWhere) {
  World const world(kJourney, "a", "e");
  EXPECT_EQ(world.steps(),
            (Texts{"link b", "gauge-change b border", "link c", "transshipment c port", "link d",
                   "transshipment d border port", "link e"}));
}

TEST(Profile, AddsUpStepByStep) {
  World const world(kJourney, "a", "e");
  auto const& step = world.found.steps[2];
  EXPECT_EQ(step.own.time, Duration::of_parts(20'000));
  EXPECT_EQ(step.after.time, Duration::of_parts(54'000));
  EXPECT_EQ(step.after.length, Length::of_parts(1'000'000));
  EXPECT_EQ(world.found.totals, world.route.totals);
}

TEST(Profile, GivesTheIndicators) {
  World const world(kJourney, "a", "e");
  EXPECT_EQ(world.found.crossings.points, 2U);
  EXPECT_EQ(time_at_border(world.found), Duration::of_parts(15'000));
  EXPECT_EQ(cost_at_border(world.found), Cost::of_parts(100'000));
  // 950 USD on 2,500 km.
  EXPECT_EQ(cost_of_section(world.found), Cost::of_parts(190'000));
  // 2,500 km in 70 h, and in 112 h.
  EXPECT_EQ(speed_without_delay(world.found), Speed::of_parts(35'714));
  EXPECT_EQ(speed_with_delay(world.found), Speed::of_parts(22'321));
}

TEST(Profile, HasNoIndicatorsWhereThereIsNothingToDivideBy) {
  World const world("a --first: 0 h, 0 km-- b", "a", "b");
  EXPECT_FALSE(time_at_border(world.found));
  EXPECT_FALSE(cost_at_border(world.found));
  EXPECT_FALSE(cost_of_section(world.found));
  EXPECT_FALSE(speed_without_delay(world.found));
  EXPECT_FALSE(speed_with_delay(world.found));
}

TEST(Profile, AShipThatSailsByCrossesNoBorder) {
  World const world(R"(
    a ~~first~~ b
    b ~~second~~ c
    a: country AA
    b: passage 5 h; country BB
    c: country CC
  )",
                    "a", "c");
  EXPECT_EQ(world.steps(), (Texts{"link b", "passage b", "link c"}));
}

TEST(Profile, TheCertificateRefusesWhatIsNotSo) {
  World world(kJourney, "a", "e");
  auto const honest = world.found;
  auto const refused = [&](auto const& tamper) {
    world.found = honest;
    tamper(world.found);
    return !world.problem().empty();
  };
  EXPECT_TRUE(refused([](RouteProfile& it) { it.steps.pop_back(); }));
  EXPECT_TRUE(refused([](RouteProfile& it) { it.steps.push_back(it.steps.back()); }));
  EXPECT_TRUE(refused([](RouteProfile& it) { it.steps[1].kind = StepKind::transshipment; }));
  EXPECT_TRUE(refused([](RouteProfile& it) { it.steps[1].border = false; }));
  EXPECT_TRUE(refused([](RouteProfile& it) { it.steps[3].border = true; }));
  EXPECT_TRUE(refused([](RouteProfile& it) { it.steps[3].port = false; }));
  EXPECT_TRUE(refused([](RouteProfile& it) { it.steps[0].node = NodeId(0); }));
  EXPECT_TRUE(refused([](RouteProfile& it) { it.steps[0].after.time += Duration::of_parts(1); }));
  EXPECT_TRUE(refused([](RouteProfile& it) { it.totals.cost += Cost::of_parts(1); }));
  EXPECT_TRUE(refused([](RouteProfile& it) { ++it.crossings.points; }));
  EXPECT_TRUE(refused([](RouteProfile& it) { it.crossings.standing = Duration(); }));
}

}  // namespace
}  // namespace corridor
