// A certificate is worth what it can refuse: right answers are spoilt in one place each, and the
// certificate must say what is wrong.

#include "corridor/analysis/certificate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "analysis/route.h"
#include "corridor/graph/compile.h"
#include "corridor/graph/objective.h"
#include "support/arc_graph.h"
#include "support/draw.h"
#include "support/network_spec.h"

namespace corridor {
namespace {

using test::graph_of;
using test::kUnlimited;
using test::teu;
using ::testing::HasSubstr;

template <class Answer>
struct Spoilt {
  std::string name;
  std::function<void(Answer&)> spoil;
  std::string complaint;
};

// For gtest's listing of parameters.
template <class Answer>
void PrintTo(Spoilt<Answer> const& spoilt, std::ostream* out) {
  *out << spoilt.name;
}

struct NameOf {
  template <class Info>
  std::string operator()(Info const& info) const {
    return info.param.name;
  }
};

Capacity parts(std::int64_t amount) { return Capacity::of_parts(amount); }

// --- bounded flow ------------------------------------------------------------------------------

/// Both directions between 2 and 3, an unlimited arc back from 4; the ways to 4 take 3 + 4 = 7, and
/// so does the last arc: two minimum cuts.
Graph two_cuts() {
  return graph_of(6, {{0, 2, teu(9)},
                      {0, 3, teu(9)},
                      {2, 4, teu(3)},
                      {2, 3, teu(9)},
                      {3, 2, teu(9)},
                      {3, 4, teu(4)},
                      {4, 5, teu(20)},
                      {4, 2, kUnlimited},
                      {5, 1, teu(7)}});
}
constexpr std::size_t kFrom2 = 0, kFrom3 = 1, k2To4 = 2, k2To3 = 3, k3To2 = 4, k3To4 = 5, k4To5 = 6,
                      k4To2 = 7, k5ToTo = 8;

class SpoiltFlow : public ::testing::TestWithParam<Spoilt<Flow>> {};

TEST_P(SpoiltFlow, IsRefused) {
  auto const graph = two_cuts();
  auto flow = max_flow(graph);
  ASSERT_EQ(violation(graph, flow), "");
  ASSERT_FALSE(flow.unique_cut);
  GetParam().spoil(flow);
  EXPECT_THAT(violation(graph, flow), HasSubstr(GetParam().complaint));
}

void add(Flow& flow, std::initializer_list<std::size_t> arcs, std::int64_t amount) {
  for (auto const a : arcs) flow.on[ArcId(a)] += parts(amount);
}

INSTANTIATE_TEST_SUITE_P(
    Certificate, SpoiltFlow,
    ::
        testing::
            Values(
                Spoilt<Flow>{"OneMoreOnAnArc", [](Flow& f) { add(f, {k4To5}, 1); },
                             "does not pass on"},
                Spoilt<Flow>{"OneLessOnAnArc", [](Flow& f) { add(f, {k4To5}, -1); },
                             "does not pass on"},
                Spoilt<Flow>{"NegativeFlow", [](Flow& f) { f.on[ArcId(k3To2)] = parts(-1); },
                             "less than nothing"},
                Spoilt<Flow>{"OverCapacity", [](Flow& f) { f.on[ArcId(k5ToTo)] = parts(8); },
                             "more than its capacity"},
                Spoilt<Flow>{"Circulation",
                             [](Flow& f) {
                               add(f, {k2To3, k3To2}, 1);
                             },
                             "in a circle"},
                Spoilt<Flow>{"CirculationOverAnUnlimitedArc",
                             [](Flow& f) {
                               // Still conserved: from>2 gives one less, 4>2 sends it back around.
                               f.on[ArcId(k2To4)] = parts(3);
                               f.on[ArcId(k3To4)] = parts(4);
                               f.on[ArcId(k2To3)] = parts(0);
                               f.on[ArcId(k3To2)] = parts(0);
                               f.on[ArcId(kFrom2)] = parts(2);
                               f.on[ArcId(k4To2)] = parts(1);
                               f.on[ArcId(kFrom3)] = parts(4);
                               f.on[ArcId(k4To5)] = parts(6);
                               f.on[ArcId(k5ToTo)] = parts(6);
                               f.throughput = parts(6);
                             },
                             "in a circle"},
                Spoilt<Flow>{"ThroughputOneTooHigh", [](Flow& f) { f.throughput += parts(1); },
                             "not the throughput"},
                Spoilt<Flow>{"ThroughputOneTooLow", [](Flow& f) { f.throughput -= parts(1); },
                             "not the throughput"},
                Spoilt<Flow>{"NothingFlows",
                             [](Flow& f) {
                               f.on = Table<ArcId, Capacity>(f.on.size());
                               f.throughput = parts(0);
                             },
                             "unfilled"},
                Spoilt<Flow>{"LessThanTheMaximum",
                             [](Flow& f) {
                               f.on = Table<ArcId, Capacity>(f.on.size());
                               add(f, {kFrom2, k2To4, k4To5, k5ToTo}, 3);
                               f.throughput = parts(3);
                             },
                             "unfilled"},
                Spoilt<Flow>{"FlowsShort",
                             [](Flow& f) { f.on = Table<ArcId, Capacity>(f.on.size() - 1); },
                             "missing for some arc"},
                Spoilt<Flow>{"CutArcDropped", [](Flow& f) { f.cut.pop_back(); }, "does not add up"},
                Spoilt<Flow>{"CutEmpty", [](Flow& f) { f.cut.clear(); }, "does not add up"},
                Spoilt<Flow>{"CutArcReplaced", [](Flow& f) { f.cut.back() = ArcId(k4To5); },
                             "unfilled"},
                Spoilt<Flow>{"CutArcUnlimited", [](Flow& f) { f.cut.back() = ArcId(k4To2); },
                             "unlimited"},
                Spoilt<Flow>{"CutArcTwice", [](Flow& f) { f.cut.front() = f.cut.back(); },
                             "arc order"},
                Spoilt<Flow>{"CutOutOfOrder",
                             [](Flow& f) { std::swap(f.cut.front(), f.cut.back()); }, "arc order"},
                Spoilt<Flow>{"CutArcFromNowhere", [](Flow& f) { f.cut.back() = ArcId(99); },
                             "not there"},
                Spoilt<Flow>{"CutArcAdded", [](Flow& f) { f.cut.push_back(ArcId(k5ToTo)); },
                             "does not add up"},
                Spoilt<Flow>{"CutsSwapped", [](Flow& f) { std::swap(f.cut, f.cut_at_destination); },
                             "nearer the origin"},
                Spoilt<Flow>{"CutAtOriginTwice",
                             [](Flow& f) {
                               f.cut_at_destination = f.cut;
                               f.unique_cut = true;
                             },
                             "nearer the destination"},
                Spoilt<Flow>{"CutAtDestinationTwice",
                             [](Flow& f) {
                               f.cut = f.cut_at_destination;
                               f.unique_cut = true;
                             },
                             "nearer the origin"},
                Spoilt<Flow>{"CutAtDestinationEmpty", [](Flow& f) { f.cut_at_destination.clear(); },
                             "does not add up"},
                Spoilt<Flow>{"UniqueThoughNot", [](Flow& f) { f.unique_cut = true; },
                             "do not agree"},
                Spoilt<Flow>{"CalledUnbounded", [](Flow& f) { f.bounded = false; }, "has a cut"},
                Spoilt<Flow>{
                    "WithAnUnlimitedWay",
                    [](Flow& f) {
                      f.unlimited_way = {ArcId(kFrom2), ArcId(k2To4)};
                    },
                    "has an unlimited way"}),
    NameOf());

TEST(FlowCertificate, SeesThatAFilledCutOfTheRightSumSeparatesNothing) {
  // Two ways of 5; one arc of each in a cut of 10, but both on the same way and one bypassed.
  auto const graph = graph_of(4, {{0, 2, teu(5)}, {0, 3, teu(5)}, {2, 1, teu(5)}, {3, 1, teu(5)}});
  auto flow = max_flow(graph);
  ASSERT_EQ(violation(graph, flow), "");
  flow.cut = {ArcId(0), ArcId(2)};
  EXPECT_THAT(violation(graph, flow), HasSubstr("does not separate"));
}

// --- unbounded flow ----------------------------------------------------------------------------

Graph unlimited() {
  return graph_of(4, {{0, 2, kUnlimited}, {2, 3, kUnlimited}, {2, 1, teu(4)}, {3, 1, kUnlimited}});
}

class SpoiltUnboundedFlow : public ::testing::TestWithParam<Spoilt<Flow>> {};

TEST_P(SpoiltUnboundedFlow, IsRefused) {
  auto const graph = unlimited();
  auto flow = max_flow(graph);
  ASSERT_EQ(violation(graph, flow), "");
  ASSERT_FALSE(flow.bounded);
  GetParam().spoil(flow);
  EXPECT_THAT(violation(graph, flow), HasSubstr(GetParam().complaint));
}

INSTANTIATE_TEST_SUITE_P(
    Certificate, SpoiltUnboundedFlow,
    ::testing::Values(
        Spoilt<Flow>{"NoWay", [](Flow& f) { f.unlimited_way.clear(); }, "does not reach"},
        Spoilt<Flow>{"WayCutShort", [](Flow& f) { f.unlimited_way.pop_back(); }, "does not reach"},
        Spoilt<Flow>{"WayWithAGap",
                     [](Flow& f) { f.unlimited_way.erase(f.unlimited_way.begin() + 1); },
                     "not joined"},
        Spoilt<Flow>{"WayOverALimitedArc",
                     [](Flow& f) {
                       f.unlimited_way = {ArcId(0), ArcId(2)};
                     },
                     "is limited"},
        Spoilt<Flow>{"WayFromNowhere", [](Flow& f) { f.unlimited_way[1] = ArcId(99); },
                     "not there"},
        Spoilt<Flow>{"WithACut", [](Flow& f) { f.cut = {ArcId(2)}; }, "has a cut"},
        Spoilt<Flow>{"CalledBounded",
                     [](Flow& f) {
                       f.bounded = true;
                       f.unlimited_way.clear();
                     },
                     "does not separate"}),
    NameOf());

// --- headroom ----------------------------------------------------------------------------------

class SpoiltHeadroom : public ::testing::TestWithParam<Spoilt<Headroom>> {};

TEST_P(SpoiltHeadroom, IsRefused) {
  auto const graph = graph_of(4, {{0, 2, teu(7)}, {2, 3, teu(3)}, {3, 1, teu(9)}});
  auto const flow = max_flow(graph);
  auto room = headroom(graph, flow);
  ASSERT_EQ(violation(graph, flow, room), "");
  GetParam().spoil(room);
  EXPECT_THAT(violation(graph, flow, room), HasSubstr(GetParam().complaint));
}

INSTANTIATE_TEST_SUITE_P(
    Certificate, SpoiltHeadroom,
    ::testing::Values(
        Spoilt<Headroom>{"OneMore", [](Headroom& h) { h.amount += parts(1); }, "gains"},
        Spoilt<Headroom>{"OneLess", [](Headroom& h) { h.amount -= parts(1); }, "gains"},
        Spoilt<Headroom>{"OtherCut", [](Headroom& h) { h.next_cut = {ArcId(2)}; }, "next cut"},
        Spoilt<Headroom>{"CalledUnbounded", [](Headroom& h) { h.bounded = false; }, "bounded"},
        Spoilt<Headroom>{"FlowBehindItSpoilt", [](Headroom& h) { h.then.on[ArcId(0)] += parts(1); },
                         "with the bottleneck unlimited"}),
    NameOf());

// --- routes ------------------------------------------------------------------------------------

/// Over ab (or its twin ab2), bc, cd, df in 16 h; over be and ec in the same time with a link more;
/// over ad in 28 h.
Network rail() {
  return test::draw(R"(
    a ==ab: 2 h== b ==bc: 3 h== c ==cd: 1 h== d --df: 4 h-- f
    a ==ab2: 2 h== b ==be: 1 h== e ==ec: 2 h== c
    a ==ad: 19 h== d
    a: country KZ
    b: country KZ
    c: passage 1 h; country AZ
    d: rail_1520<>rail_1435 5 h; country GE
    e: country AZ
    f: country TR
  )");
}

struct Asked {
  Network network = rail();
  Question question;
  Graph graph;
  Objective const& objective = *find_objective("time");

  explicit Asked(Question asked) : question(std::move(asked)), graph(compile(network, question)) {}
  std::string violation_of(Route const& route) const {
    return violation(network, graph, question, objective, kDefaultValueOfTime, route);
  }
  Route best() const { return *shortest_path(network, graph, question, objective); }
};

Asked from_a_to_f(std::vector<std::string> const& via = {}) {
  auto const network = rail();
  auto question = test::ask(network, "a", "f");
  for (auto const& id : via) question.via.push_back(test::node(network, id));
  return Asked(question);
}

ArcId arc_between(Graph const& graph, VertexId tail, VertexId head) {
  for (ArcId const a : graph.columns().tail.ids()) {
    if (graph.tail(a) == tail && graph.head(a) == head) return a;
  }
  throw std::invalid_argument("no such arc");
}

/// The route over these links from their `from` to their `to`, with true totals and counts.
Route route_over(Asked const& asked, std::vector<std::string> const& links) {
  auto const& graph = asked.graph;
  std::vector<ArcId> arcs;
  auto at = graph.origin();
  for (auto const& id : links) {
    auto const link = test::link(asked.network, id);
    auto const from = graph.vertex(asked.network.links[link].from, asked.network.links[link].mode,
                                   VertexKind::departure);
    arcs.push_back(arc_between(graph, at, *from));
    for (ArcId const a : graph.columns().tail.ids()) {
      if (graph.tail(a) == *from && graph.kind(a) == ArcKind::link &&
          graph.element(a)->index == link.index()) {
        arcs.push_back(a);
      }
    }
    at = graph.head(arcs.back());
  }
  arcs.push_back(arc_between(graph, at, graph.destination()));
  return describe(asked.network, graph, arcs);
}

TEST(RouteCertificate, HoldsForTheBestRoute) {
  auto const asked = from_a_to_f();
  auto const route = asked.best();
  EXPECT_EQ(asked.violation_of(route), "");
  EXPECT_EQ(route.totals.time, Duration::of_parts(16'000));
  EXPECT_EQ(route.links, 4U);
}

TEST(RouteCertificate, RefusesASlowerRoute) {
  auto const asked = from_a_to_f();
  EXPECT_THAT(asked.violation_of(route_over(asked, {"ad", "df"})), HasSubstr("a better route"));
}

TEST(RouteCertificate, RefusesAnEqualRouteOfMoreLinks) {
  auto const asked = from_a_to_f();
  EXPECT_THAT(asked.violation_of(route_over(asked, {"ab", "be", "ec", "cd", "df"})),
              HasSubstr("fewer links"));
}

TEST(RouteCertificate, HoldsForTheBestRouteOverAVia) {
  auto const asked = from_a_to_f({"e"});
  EXPECT_EQ(asked.violation_of(asked.best()), "");
  EXPECT_EQ(asked.best().links, 5U);
}

TEST(RouteCertificate, RefusesTheBestRouteThatMissesAVia) {
  auto const direct = from_a_to_f();
  auto const asked = from_a_to_f({"e"});
  EXPECT_THAT(asked.violation_of(direct.best()), HasSubstr("vias in order"));
}

TEST(RouteCertificate, RefusesViasInTheWrongOrder) {
  auto const forth = from_a_to_f({"b", "e"});
  auto const back = from_a_to_f({"e", "b"});
  EXPECT_EQ(forth.violation_of(forth.best()), "");
  EXPECT_EQ(back.violation_of(back.best()), "");
  EXPECT_THAT(back.violation_of(forth.best()), HasSubstr("vias in order"));
  EXPECT_THAT(forth.violation_of(back.best()), HasSubstr("a better route"));
}

TEST(RouteCertificate, RefusesPotentialsThatProveNothing) {
  auto const asked = from_a_to_f();
  auto const proven =
      *proven_shortest_path(asked.network, asked.graph, asked.question, asked.objective);
  auto const violation_by = [&](RoutePotentials const& potentials) {
    return violation(asked.network, asked.graph, asked.question, asked.objective,
                     kDefaultValueOfTime, proven.route, potentials);
  };
  EXPECT_EQ(violation_by(proven.potentials), "");
  EXPECT_EQ(violation_by({}), "the potentials are not those of its vias");
  auto changed = proven.potentials;
  ++changed[0][0].amount;
  EXPECT_THAT(violation_by(changed), HasSubstr("do not hold at arc"));
  changed = proven.potentials;
  ++changed[0][0].links;
  EXPECT_THAT(violation_by(changed), HasSubstr("do not hold at arc"));
  changed = proven.potentials;
  changed[0][0].arrival = asked.graph.destination();
  EXPECT_EQ(violation_by(changed), "a potential is of no arrival");
  changed[0][0].arrival = VertexId(999);
  EXPECT_EQ(violation_by(changed), "a potential is of no arrival");
}

class SpoiltRoute : public ::testing::TestWithParam<Spoilt<Route>> {};

TEST_P(SpoiltRoute, IsRefused) {
  auto const asked = from_a_to_f();
  auto route = asked.best();
  ASSERT_EQ(asked.violation_of(route), "");
  GetParam().spoil(route);
  EXPECT_THAT(asked.violation_of(route), HasSubstr(GetParam().complaint));
}

INSTANTIATE_TEST_SUITE_P(
    Certificate, SpoiltRoute,
    ::testing::Values(
        Spoilt<Route>{"NoArcs", [](Route& r) { r.arcs.clear(); }, "does not reach"},
        Spoilt<Route>{"EndMissing", [](Route& r) { r.arcs.pop_back(); }, "does not reach"},
        Spoilt<Route>{"StartMissing", [](Route& r) { r.arcs.erase(r.arcs.begin()); }, "not joined"},
        Spoilt<Route>{"ArcMissing", [](Route& r) { r.arcs.erase(r.arcs.begin() + 2); },
                      "not joined"},
        Spoilt<Route>{"ArcsSwapped", [](Route& r) { std::swap(r.arcs[1], r.arcs[2]); },
                      "not joined"},
        Spoilt<Route>{"ArcFromNowhere", [](Route& r) { r.arcs[1] = ArcId(999); }, "not there"},
        Spoilt<Route>{"LengthWrong", [](Route& r) { r.totals.length += Length::of_parts(1); },
                      "length"},
        Spoilt<Route>{"TimeWrong", [](Route& r) { r.totals.time -= Duration::of_parts(1); },
                      "time"},
        Spoilt<Route>{"CostWrong", [](Route& r) { r.totals.cost += Cost::of_parts(1); }, "cost"},
        Spoilt<Route>{"EmissionsWrong",
                      [](Route& r) { r.totals.emissions += Emissions::of_parts(1); }, "emissions"},
        Spoilt<Route>{"LinksWrong", [](Route& r) { ++r.links; }, "number of links"},
        Spoilt<Route>{"BordersWrong", [](Route& r) { --r.border_crossings; }, "border"},
        Spoilt<Route>{"GaugeChangesWrong", [](Route& r) { ++r.gauge_changes; }, "gauge"},
        Spoilt<Route>{"TransshipmentsWrong", [](Route& r) { ++r.transshipments; },
                      "transshipments"},
        Spoilt<Route>{"RepeatsWrong", [](Route& r) { r.repeats_node = true; }, "passed twice"}),
    NameOf());

}  // namespace
}  // namespace corridor
