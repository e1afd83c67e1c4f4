#include "corridor/analysis/criticality.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "corridor/analysis/certificate.h"
#include "support/draw.h"

namespace corridor {
namespace {

using test::ask;
using test::draw;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A question answered, with its proof.
struct Asked {
  Network network;
  Question question;
  Graph graph;
  Flow flow;
  Criticality found;

  Asked(std::string_view drawing, std::string_view from, std::string_view to)
      : network(draw(drawing)),
        question(ask(network, from, to)),
        graph(compile(network, question)),
        flow(max_flow(graph)),
        found(criticality(network, graph, flow)) {
    EXPECT_EQ(certificate(), "");
  }

  std::string certificate(std::vector<PairLoss> const& pairs = {}) const {
    return violation(network, graph, flow, found, pairs, proof_of(graph, flow, found, pairs));
  }
  std::string id(std::size_t element) const {
    return id_of(network, graph, found.elements[element].failure);
  }
  FailureLoss const& element(std::string_view id) const {
    for (auto const& each : found.elements) {
      if (id_of(network, graph, each.failure) == id) return each;
    }
    throw std::invalid_argument("no element " + std::string(id));
  }
  std::int64_t loss(std::string_view id) const { return element(id).loss.parts(); }
  std::int64_t country_loss(std::string_view id) const {
    for (auto const& each : found.countries) {
      if (id_of(network, graph, each.failure) == id) return each.loss.parts();
    }
    throw std::invalid_argument("no country " + std::string(id));
  }
  std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < found.elements.size(); ++i) ids.push_back(id(i));
    return ids;
  }
};

// Two ways of 5 and 3, joined by a link that lets 2 change over.
constexpr std::string_view kTwoWays = R"(
  a --5 TEU/year-- u
  u --5 TEU/year-- b
  a --3 TEU/year-- v
  v --4 TEU/year-- b
  u --2 TEU/year-- v
)";

TEST(Criticality, IsWhatCannotTakeAnotherWay) {
  Asked const asked(kTwoWays, "a", "b");
  EXPECT_EQ(asked.flow.throughput.parts(), 8);
  // Without u-b one more gets through over v.
  EXPECT_EQ(asked.loss("u-b"), 4);
  EXPECT_EQ(asked.loss("a-u"), 5);
  EXPECT_EQ(asked.loss("v-b"), 3);
  EXPECT_EQ(asked.loss("u-v"), 0);
  EXPECT_EQ(asked.loss("u"), 5);
}

TEST(Criticality, ListsTheWorstFirstAndTiesByKindThenFileOrder) {
  Asked const asked(kTwoWays, "a", "b");
  EXPECT_THAT(asked.ids(), ElementsAre("a-u", "u", "u-b", "a-v", "v-b", "v", "u-v"));
}

TEST(Criticality, NamesWhatIsolates) {
  Asked const asked(R"(
    a --9 TEU/year-- u
    u --north: 2 TEU/year-- b
    u --south: 3 TEU/year-- b
  )",
                    "a", "b");
  EXPECT_TRUE(asked.element("a-u").isolating);
  EXPECT_TRUE(asked.element("u").isolating);
  EXPECT_FALSE(asked.element("south").isolating);
}

TEST(Criticality, FailsBothDirectionsOfALinkTogether) {
  // What comes by sea to u and by road to v can only change over between u and v, each the other
  // way, so both directions fill.
  Asked const asked(R"(
    a ~~1 TEU/year~~> u
    a ~~1 TEU/year~~> v
    u --joint: 5 TEU/year-- v
    u ..1 TEU/year..> b
    v ..1 TEU/year..> b
    u: sea>rail_1435; rail_1435>road
    v: sea>rail_1435; rail_1435>road
  )",
                    "a", "b");
  EXPECT_EQ(asked.flow.throughput.parts(), 2);
  EXPECT_EQ(asked.loss("joint"), 2);
}

TEST(Criticality, FailsBothDirectionsOfATransferTogether) {
  Asked const asked(R"(
    a --1 TEU/year-- p
    a ==1 TEU/year== p
    p --1 TEU/year-- b
    p ==1 TEU/year== b
    p: rail_1435<>rail_1520 2 TEU/year; passage 0 TEU/year
  )",
                    "a", "b");
  EXPECT_EQ(asked.flow.throughput.parts(), 2);
  EXPECT_EQ(asked.loss("p:rail_1435>rail_1520"), 2);
}

TEST(Criticality, FailsThePassageOfEachModeByItself) {
  Asked const asked(R"(
    a --3 TEU/year-- p
    p --3 TEU/year-- b
    a ==4 TEU/year== p
    p ==4 TEU/year== b
    p: passage 9 TEU/year
  )",
                    "a", "b");
  EXPECT_EQ(asked.loss("p:rail_1435>rail_1435"), 3);
  EXPECT_EQ(asked.loss("p:rail_1520>rail_1520"), 4);
  EXPECT_EQ(asked.loss("p"), 7);
}

TEST(Criticality, ListsInnerNodesOnly) {
  Asked const asked("a --2 TEU/year-- u\n u --2 TEU/year-- b", "a", "b");
  EXPECT_THAT(asked.ids(), ElementsAre("a-u", "u-b", "u"));
}

TEST(Criticality, OfACountryCountsItsEndsToo) {
  Asked const asked(R"(
    a --2 TEU/year-- u
    u --2 TEU/year-- b
    c --3 TEU/year-- b
    a: country CN
    u: country KZ
    c: country KZ
    b: country DE
  )",
                    "a,c", "b");
  EXPECT_EQ(asked.flow.throughput.parts(), 5);
  EXPECT_EQ(asked.country_loss("CN"), 2);
  EXPECT_EQ(asked.country_loss("KZ"), 5);
  EXPECT_EQ(asked.country_loss("DE"), 5);
  EXPECT_THAT(id_of(asked.network, asked.graph, asked.found.countries.front().failure), "KZ");
}

TEST(Criticality, IsEmptyWhereNothingLimitsTheFlow) {
  Asked const asked("a --unlimited-- b", "a", "b");
  EXPECT_FALSE(asked.flow.bounded);
  EXPECT_THAT(asked.found.elements, IsEmpty());
}

TEST(Criticality, IsNothingWhereNothingFlows) {
  Asked const asked("a --2 TEU/year-- u\n v --2 TEU/year-- b", "a", "b");
  EXPECT_EQ(asked.loss("a-u"), 0);
  EXPECT_EQ(asked.loss("v-b"), 0);
}

TEST(Criticality, LosesNothingWhereAnUnlimitedElementHasAnUnlimitedNeighbour) {
  Asked const asked(R"(
    a --7 TEU/year-- u
    u --one: unlimited-- b
    u --two: unlimited-- b
  )",
                    "a", "b");
  EXPECT_EQ(asked.loss("one"), 0);
  EXPECT_EQ(asked.loss("two"), 0);
  EXPECT_EQ(asked.loss("u"), 7);
}

TEST(Criticality, GroupsWhatLiesInSeries) {
  Asked const asked(R"(
    a --9 TEU/year-- u
    u --4 TEU/year-- v
    v --8 TEU/year-- b
    a --5 TEU/year-- b
  )",
                    "a", "b");
  ASSERT_EQ(asked.found.groups.size(), 1U);
  auto const& group = asked.found.groups.front();
  EXPECT_EQ(group.kind, GroupKind::series);
  EXPECT_EQ(group.loss.parts(), 4);
  std::vector<std::string> ids;
  for (auto const i : group.elements) ids.push_back(asked.id(i));
  EXPECT_THAT(ids, ElementsAre("a-u", "u-v", "v-b", "u", "v"));
}

TEST(Criticality, GroupsTransfersInSeriesWithTheirLinks) {
  Asked const asked(R"(
    a --9 TEU/year-- port
    port ~~4 TEU/year~~ b
    port: rail_1435<>sea 6 TEU/year
  )",
                    "a", "b");
  ASSERT_EQ(asked.found.groups.size(), 1U);
  EXPECT_EQ(asked.found.groups.front().elements.size(), 4U);
}

TEST(Criticality, DoesNotPutInSeriesWhatAShipmentTurnsBackOn) {
  // Sea to rail and rail to road are possible at u, sea to road is not: shipments go out to v and
  // come back. Beyond v nothing is needed.
  Asked const asked(R"(
    a ~~3 TEU/year~~> u
    u --turn: 5 TEU/year-- v
    v --beyond: 5 TEU/year-- w
    u ..3 TEU/year..> b
    u: sea>rail_1435; rail_1435>road
  )",
                    "a", "b");
  EXPECT_EQ(asked.flow.throughput.parts(), 3);
  EXPECT_EQ(asked.loss("turn"), 3);
  EXPECT_EQ(asked.loss("beyond"), 0);
}

TEST(Criticality, GroupsTwins) {
  Asked const asked(R"(
    a --9 TEU/year-- u
    u --first: 3 TEU/year-- b
    u --second: 3 TEU/year-- b
    u --third: 2 TEU/year-- b
  )",
                    "a", "b");
  auto const group = asked.element("first").group;
  ASSERT_TRUE(group);
  EXPECT_EQ(asked.found.groups[*group].kind, GroupKind::twins);
  EXPECT_EQ(asked.element("second").group, group);
  EXPECT_FALSE(asked.element("third").group);
}

TEST(Criticality, SearchesOnlyWhereFlowCouldTakeAnotherWay) {
  // Every link is full, so all ends lie in different components.
  Asked const asked(R"(
    a --north: 2 TEU/year-- b
    a --south: 3 TEU/year-- b
  )",
                    "a", "b");
  EXPECT_EQ(asked.found.searches, 0U);
}

// ---- pairs --------------------------------------------------------------------------------------

TEST(PairCriticality, FindsElementsThatBackEachOtherUp) {
  Asked const asked(R"(
    a --3 TEU/year-- u
    u --one: 3 TEU/year-- b
    u --two: 3 TEU/year-- b
    a --other: 1 TEU/year-- b
  )",
                    "a", "b");
  EXPECT_EQ(asked.loss("one"), 0);
  EXPECT_EQ(asked.loss("two"), 0);
  auto const pairs = pair_criticality(asked.graph, asked.flow, asked.found, 20);
  EXPECT_EQ(asked.certificate(pairs.worst), "");
  auto const both = std::find_if(pairs.worst.begin(), pairs.worst.end(), [&](auto const& pair) {
    return asked.id(pair.first) == "one" && asked.id(pair.second) == "two";
  });
  ASSERT_NE(both, pairs.worst.end());
  EXPECT_EQ(both->loss.parts(), 3);
  EXPECT_EQ(both->beyond_sum.parts(), 3);
}

TEST(PairCriticality, LeavesOutWhatIsolatesAndWhatTheWorseAloneCosts) {
  Asked const asked(R"(
    a --9 TEU/year-- u
    u --north: 2 TEU/year-- b
    u --south: 3 TEU/year-- b
  )",
                    "a", "b");
  auto const pairs = pair_criticality(asked.graph, asked.flow, asked.found, 20);
  ASSERT_EQ(pairs.worst.size(), 1U);
  EXPECT_EQ(asked.id(pairs.worst.front().first), "south");
  EXPECT_EQ(asked.id(pairs.worst.front().second), "north");
  EXPECT_EQ(pairs.worst.front().loss.parts(), 5);
  EXPECT_EQ(pairs.worst.front().beyond_sum.parts(), 0);
  EXPECT_EQ(pairs.pairs, 1U);
  EXPECT_EQ(pairs.searched, 0U);
}

TEST(PairCriticality, IsEmptyWhenNoneIsAskedFor) {
  Asked const asked(kTwoWays, "a", "b");
  EXPECT_THAT(pair_criticality(asked.graph, asked.flow, asked.found, 0).worst, IsEmpty());
}

// ---- routes -------------------------------------------------------------------------------------

TEST(RouteCriticality, IsTheNextBestRouteWithoutAnElementOfTheBest) {
  Asked const asked(R"(
    a --fast: 1 h, 2 TEU/year-- u
    u --slow: 4 h, 2 TEU/year-- b
    a --detour: 9 h, 2 TEU/year-- b
    u --spare: 5 h, 2 TEU/year-- b
  )",
                    "a", "b");
  auto const& time = *find_objective("time");
  auto const routes = route_criticality(asked.graph, time, asked.found);
  EXPECT_EQ(violation(asked.graph, time, asked.found, routes), "");
  EXPECT_EQ(routes.best == 5'000, true);
  auto const without = [&](std::string_view id) {
    for (std::size_t i = 0; i < routes.without.size(); ++i) {
      if (asked.id(i) == id) return static_cast<std::int64_t>(*routes.without[i]);
    }
    return std::int64_t{-1};
  };
  EXPECT_EQ(without("fast"), 9'000);
  EXPECT_EQ(without("u"), 9'000);
  EXPECT_EQ(without("slow"), 6'000);
  EXPECT_EQ(without("detour"), 5'000);
}

TEST(RouteCriticality, FindsItsWayWhereArcsWeighNothing) {
  Asked const asked(R"(
    a --one: 0 USD/TEU, 2 TEU/year-- u
    u --two: 0 USD/TEU, 2 TEU/year-- b
    u --back: 0 USD/TEU, 2 TEU/year-- a
  )",
                    "a", "b");
  auto const& cost = *find_objective("cost");
  auto const routes = route_criticality(asked.graph, cost, asked.found);
  EXPECT_EQ(violation(asked.graph, cost, asked.found, routes), "");
  EXPECT_EQ(routes.best == 0, true);
}

// ---- certificates -------------------------------------------------------------------------------

class CriticalityCertificate : public ::testing::Test {
 protected:
  CriticalityCertificate()
      : asked_(kTwoWays, "a", "b"),
        pairs_(pair_criticality(asked_.graph, asked_.flow, asked_.found, 5).worst),
        proof_(proof_of(asked_.graph, asked_.flow, asked_.found, pairs_)) {}

  std::string check() const {
    return violation(asked_.network, asked_.graph, asked_.flow, asked_.found, pairs_, proof_);
  }

  Asked asked_;
  std::vector<PairLoss> pairs_;
  CriticalityProof proof_;
};

TEST_F(CriticalityCertificate, AcceptsTheAnswer) { EXPECT_EQ(check(), ""); }

TEST_F(CriticalityCertificate, RefusesAnotherLoss) {
  asked_.found.elements[0].loss += Capacity::of_parts(1);
  EXPECT_THAT(check(), HasSubstr("loses something else"));
  asked_.found.elements[0].throughput -= Capacity::of_parts(1);
  EXPECT_THAT(check(), HasSubstr("flow of another throughput"));
}

TEST_F(CriticalityCertificate, RefusesAMissingElement) {
  asked_.found.elements.pop_back();
  proof_.elements.pop_back();
  EXPECT_EQ(check(), "an element is missing");
}

TEST_F(CriticalityCertificate, RefusesAnElementTwice) {
  asked_.found.elements.back() = asked_.found.elements[5];
  EXPECT_EQ(check(), "an element is not there or listed twice");
}

TEST_F(CriticalityCertificate, RefusesOtherArcs) {
  asked_.found.elements[0].failure.arcs.pop_back();
  EXPECT_THAT(check(), HasSubstr("has other arcs"));
}

TEST_F(CriticalityCertificate, RefusesAnotherOrder) {
  std::swap(asked_.found.elements[0], asked_.found.elements[1]);
  EXPECT_EQ(check(), "losses are not in their order");
}

TEST_F(CriticalityCertificate, RefusesAnIsolatingElementThatIsNone) {
  asked_.found.elements[0].isolating = true;
  EXPECT_THAT(check(), HasSubstr("isolate"));
}

TEST_F(CriticalityCertificate, RefusesAMissingProof) {
  proof_.elements.pop_back();
  EXPECT_EQ(check(), "a loss has no proof");
}

TEST_F(CriticalityCertificate, RefusesAProofThatIsNotThere) {
  proof_.elements[0]->flow = proof_.flows.size();
  EXPECT_THAT(check(), HasSubstr("a proof that is not there"));
}

TEST_F(CriticalityCertificate, RefusesAFlowBeyondACapacity) {
  proof_.flows.push_back({{ArcId(0), Capacity::of_parts(-1)}});
  EXPECT_THAT(check(), HasSubstr("exceeds the capacity"));
}

TEST_F(CriticalityCertificate, RefusesAFlowThatIsNotConserved) {
  for (ArcId const a : asked_.graph.columns().tail.ids()) {
    if (asked_.graph.kind(a) != ArcKind::link || asked_.flow.on[a] == Capacity()) continue;
    proof_.flows.push_back({{a, Capacity()}});
    break;
  }
  EXPECT_EQ(check(), "a flow is not conserved");
}

TEST_F(CriticalityCertificate, RefusesAFlowOverWhatFails) {
  // The flow with everything, claimed for an element that carries something but loses nothing.
  Asked other(R"(
    a --3 TEU/year-- u
    u --one: 3 TEU/year-- b
    u --two: 3 TEU/year-- b
  )",
              "a", "b");
  auto proof = proof_of(other.graph, other.flow, other.found);
  for (std::size_t i = 0; i < proof.elements.size(); ++i) {
    if (other.found.elements[i].loss == Capacity()) proof.elements[i]->flow = 0;
  }
  EXPECT_THAT(violation(other.network, other.graph, other.flow, other.found, {}, proof),
              HasSubstr("a flow that uses it"));
}

TEST_F(CriticalityCertificate, RefusesACutThatDoesNotSeparate) {
  proof_.cuts.back().pop_back();
  EXPECT_EQ(check(), "a cut does not separate the ends");
}

TEST_F(CriticalityCertificate, RefusesACutThatLetsMoreThrough) {
  for (auto const& each : proof_.elements) {
    if (each->cut == 0) continue;
    auto& cut = proof_.cuts[each->cut];
    for (ArcId const a : asked_.graph.columns().tail.ids()) {
      bool const there = std::find(cut.begin(), cut.end(), a) != cut.end();
      if (there || asked_.graph.kind(a) != ArcKind::link) continue;
      cut.push_back(a);
    }
    break;
  }
  EXPECT_THAT(check(), HasSubstr("a cut of another capacity"));
}

TEST_F(CriticalityCertificate, RefusesAGroupThatLosesSomethingElse) {
  Asked other("a --2 TEU/year-- u\n u --2 TEU/year-- b", "a", "b");
  ASSERT_EQ(other.found.groups.size(), 1U);
  other.found.groups[0].loss += Capacity::of_parts(1);
  EXPECT_THAT(other.certificate(), HasSubstr("loses not as its group"));
  other.found.groups.clear();
  EXPECT_EQ(other.certificate(), "an element is in a group that does not list it");
}

TEST_F(CriticalityCertificate, RefusesAPairThatLosesSomethingElse) {
  ASSERT_FALSE(pairs_.empty());
  pairs_[0].loss -= Capacity::of_parts(1);
  EXPECT_EQ(check(), "a pair loses something else");
}

TEST_F(CriticalityCertificate, RefusesAPairWronglySaidToDepend) {
  ASSERT_FALSE(pairs_.empty());
  pairs_[0].beyond_sum += Capacity::of_parts(1);
  EXPECT_EQ(check(), "a pair is wrongly told to depend or not");
}

TEST_F(CriticalityCertificate, RefusesAnotherBestRoute) {
  auto const& time = *find_objective("time");
  auto routes = route_criticality(asked_.graph, time, asked_.found);
  EXPECT_EQ(violation(asked_.graph, time, asked_.found, routes), "");
  routes.without[0] = *routes.without[0] + 1;
  EXPECT_THAT(violation(asked_.graph, time, asked_.found, routes),
              HasSubstr("another best route without it"));
  routes.best += 1;
  EXPECT_EQ(violation(asked_.graph, time, asked_.found, routes), "the best route is another one");
}

}  // namespace
}  // namespace corridor
