#include "corridor/graph/compile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "graph/topology.h"
#include "support/draw.h"
#include "support/generate.h"

namespace corridor {
namespace {

using test::ask;
using test::draw;
using testing::ElementsAre;
using testing::IsEmpty;

std::string name_of_vertex(Network const& network, Graph const& graph, VertexId v) {
  if (v == graph.origin()) return "origin";
  if (v == graph.destination()) return "destination";
  auto const& columns = graph.columns();
  bool const arrival = columns.vertex_kind[v] == VertexKind::arrival;
  return network.nodes[columns.node[v]].id + "/" + network.modes[columns.mode[v]].id +
         (arrival ? " in" : " out");
}

/// Every arc as "tail -> head element", in order.
std::vector<std::string> arcs_of(Network const& network, Graph const& graph) {
  std::vector<std::string> arcs;
  for (ArcId const a : graph.columns().tail.ids()) {
    std::string text = name_of_vertex(network, graph, graph.tail(a)) + " -> " +
                       name_of_vertex(network, graph, graph.head(a));
    if (auto const element = graph.element(a)) text += " by " + id_of(network, *element);
    arcs.push_back(text);
  }
  return arcs;
}

/// Ids of the links that have an arc.
std::set<std::string> links_of(Network const& network, Graph const& graph) {
  std::set<std::string> links;
  for (ArcId const a : graph.columns().tail.ids()) {
    if (graph.kind(a) == ArcKind::link) links.insert(id_of(network, *graph.element(a)));
  }
  return links;
}

TEST(Compile, GivesEachNodeAndModeAnArrivalAndADeparture) {
  Network const network = draw(R"(
    a --ab-- b ~~bc~~> c
    b: rail_1435>sea 2 h, 7 TEU/year
  )");
  Graph const graph = compile(network, ask(network, "a", "c"));
  EXPECT_EQ(graph.vertex_count(), 2u + 2u * 4u);
  EXPECT_THAT(arcs_of(network, graph),
              ElementsAre("origin -> a/rail_1435 out",                       //
                          "a/rail_1435 in -> a/rail_1435 out",               //
                          "a/rail_1435 out -> b/rail_1435 in by ab",         //
                          "b/rail_1435 in -> b/rail_1435 out",               //
                          "b/rail_1435 in -> b/sea out by b:rail_1435>sea",  //
                          "b/rail_1435 out -> a/rail_1435 in by ab",         //
                          "b/sea in -> b/sea out",                           //
                          "b/sea out -> c/sea in by bc",                     //
                          "c/sea in -> c/sea out", "c/sea in -> destination"));
}

TEST(Compile, CarriesTheFiguresOfWhatAnArcCameFrom) {
  Network const network = draw(R"(
    a --3 km, 5 h, 7 USD/TEU, 11 kg/TEU, 13 TEU/year-- b
    b: passage 17 h, 19 TEU/year
  )");
  Graph const graph = compile(network, ask(network, "a", "b"));
  auto const& columns = graph.columns();
  for (ArcId const a : columns.tail.ids()) {
    if (graph.kind(a) == ArcKind::link) {
      EXPECT_EQ(columns.length[a], Length::of_parts(3'000));
      EXPECT_EQ(columns.time[a], Duration::of_parts(5'000));
      EXPECT_EQ(columns.cost[a], Cost::of_parts(7'000));
      EXPECT_EQ(columns.emissions[a], Emissions::of_parts(11'000));
      EXPECT_EQ(columns.capacity[a], Limit(Capacity::of_parts(13)));
    } else if (graph.element(a)) {
      EXPECT_EQ(columns.time[a], Duration::of_parts(17'000));
      EXPECT_EQ(columns.capacity[a], Limit(Capacity::of_parts(19)));
    } else {
      EXPECT_EQ(columns.time[a], Duration());
      EXPECT_TRUE(columns.capacity[a].unlimited());
    }
  }
}

TEST(Compile, KeepsParallelLinksApart) {
  Network const network = draw(R"(
    a --first: 1 h-- b
    a --second: 2 h-- b
  )");
  Graph const graph = compile(network, ask(network, "a", "b"));
  EXPECT_THAT(links_of(network, graph), ElementsAre("first", "second"));
}

TEST(Compile, OrdersArcsOfAVertexByTheFile) {
  Network const network = draw(R"(
    a --z-- b
    a --m-- c
    a --k-- b
  )");
  Graph const graph = compile(network, ask(network, "a", "b"));
  VertexId const departure = *graph.vertex(test::node(network, "a"),
                                           test::mode(network, "rail_1435"), VertexKind::departure);
  std::vector<std::uint32_t> links;
  for (std::size_t a = graph.first_out()[departure.index()];
       a < graph.first_out()[departure.index() + std::size_t{1}]; ++a) {
    links.push_back(graph.columns().element[ArcId(a)]);
  }
  EXPECT_THAT(links, ElementsAre(0u, 1u, 2u));
}

TEST(Compile, JoinsAllNodesOfARegionToTheOrigin) {
  Network const network = draw(R"(
    a ---- c ---- b
    region both: b a
  )");
  Graph const graph = compile(network, ask(network, "both", "c"));
  auto const arcs = arcs_of(network, graph);
  EXPECT_EQ(arcs[0], "origin -> a/rail_1435 out");
  EXPECT_EQ(arcs[1], "origin -> b/rail_1435 out");
  EXPECT_EQ(graph.first_out()[1], 2u);
}

TEST(Compile, LeavesOutWhatTheYearDoesNotHave) {
  Network const network = draw(R"(
    a --early: opens 2024-- b
    a --late: opens 2027-- b
    a --ended: closes 2025-- b
    a --ending: closes 2026-- b
    a --undated: planned-- b
    a --shut: closed-- b
  )");
  Question question = ask(network, "a", "b");
  EXPECT_THAT(links_of(network, compile(network, question)), ElementsAre("early", "ending"));
  question.year = 2027;
  EXPECT_THAT(links_of(network, compile(network, question)), ElementsAre("early", "late"));
}

TEST(Compile, KeepsTaggedAndUntaggedLinksOfACorridor) {
  Network const network = draw(R"(
    a --inside: #middle-- b
    a --both: #middle, #northern-- b
    a --outside: #northern-- b
    a --untagged: 1 h-- b
  )");
  Question question = ask(network, "a", "b");
  question.corridor = test::tag(network, "middle");
  EXPECT_THAT(links_of(network, compile(network, question)),
              ElementsAre("both", "inside", "untagged"));
}

TEST(Compile, LeavesOutWhatIsAvoidedOrHasNoCapacity) {
  Network const network = draw(R"(
    a --ab-- b --bc-- c
    a --direct: 1 h-- c
    a --nothing: 0 TEU/year-- c
    a --avoided: 1 h-- c
  )");
  Question question = ask(network, "a", "c");
  question.avoid_nodes = {test::node(network, "b")};
  question.avoid_links = {test::link(network, "avoided")};
  Graph const graph = compile(network, question);
  EXPECT_THAT(links_of(network, graph), ElementsAre("direct"));
  EXPECT_FALSE(graph.vertex(test::node(network, "b"), ModeId(0), VertexKind::arrival));
}

TEST(Compile, BlocksThroughShipmentsWhereThePassageHasNoCapacity) {
  Network const network = draw(R"(
    a ---- b ---- c
    b: passage 1 h, 0 TEU/year
  )");
  Graph const graph = compile(network, ask(network, "a", "c"));
  for (ArcId const a : graph.columns().tail.ids()) {
    if (graph.kind(a) != ArcKind::passage) continue;
    EXPECT_NE(graph.columns().node[graph.tail(a)], test::node(network, "b"));
  }
}

TEST(Compile, NothingTouchesAClosedNode) {
  Network network = draw("a ---- b ---- c");
  network.nodes[test::node(network, "b")].closed = true;
  Graph const graph = compile(network, ask(network, "a", "b"));
  EXPECT_THAT(arcs_of(network, graph), IsEmpty());
  EXPECT_EQ(graph.vertex_count(), 2u);
}

TEST(Compile, IgnoresTransfersToModesThatNoUsableLinkHas) {
  Network const network = draw(R"(
    a ---- b ~~closed~~ c
    b: rail_1435<>sea 1 h
  )");
  Network shut = network;
  shut.links[test::link(shut, "b-c")].status = Status::closed;
  for (ArcId const a : compile(shut, ask(shut, "a", "b")).columns().tail.ids()) {
    EXPECT_NE(compile(shut, ask(shut, "a", "b")).kind(a), ArcKind::transfer);
  }
}

TEST(Compile, FindsVerticesByNodeModeAndKind) {
  test::Instance const rail = test::rail_instance(200, 4);
  Graph const graph = compile(rail.network, rail.question);
  auto const& columns = graph.columns();
  for (std::size_t i = 2; i < graph.vertex_count(); ++i) {
    VertexId const v(i);
    EXPECT_EQ(graph.vertex(columns.node[v], columns.mode[v], columns.vertex_kind[v]), v);
  }
  EXPECT_FALSE(graph.vertex(NodeId(0), ModeId(7), VertexKind::arrival));
  EXPECT_FALSE(graph.vertex(NodeId(1'000'000), ModeId(0), VertexKind::arrival));
}

TEST(Compile, BoostTopologyHasTheArcsUnderTheirOwnNumbers) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    test::Sample const sample = test::sample(seed);
    Network const network = test::build(sample.spec);
    Graph const graph = compile(network, ask(network, sample.from, sample.to));
    auto const& boost_graph = graph.topology().boost;
    ASSERT_EQ(num_vertices(boost_graph), graph.vertex_count());
    ASSERT_EQ(num_edges(boost_graph), graph.arc_count());
    for (std::size_t v = 0; v < graph.vertex_count(); ++v) {
      auto const descriptor = static_cast<std::uint32_t>(v);
      for (auto [edge, last] = out_edges(descriptor, boost_graph); edge != last; ++edge) {
        ArcId const arc(get(boost::edge_index, boost_graph, *edge));
        EXPECT_EQ(graph.tail(arc).index(), v);
        EXPECT_EQ(graph.head(arc).index(), target(*edge, boost_graph));
        EXPECT_GE(arc.index(), graph.first_out()[v]);
        EXPECT_LT(arc.index(), graph.first_out()[v + 1]);
      }
      for (auto [edge, last] = in_edges(descriptor, boost_graph); edge != last; ++edge) {
        EXPECT_EQ(graph.head(ArcId(edge->idx)).index(), v);
      }
    }
  }
}

TEST(CompileRelaxed, KeepsEverythingAndSaysWhatStandsInTheWay) {
  Network const network = draw(R"(
    a --open: #middle-- b
    a --shut: closed-- b
    a --later: opens 2030-- b
    a --over: closes 2020-- b
    a --other: #northern-- b
    a --empty: 0 TEU/year-- b
    a --avoid: 1 h-- b
  )");
  Question question = ask(network, "a", "b");
  question.corridor = test::tag(network, "middle");
  question.avoid_links = {test::link(network, "avoid")};
  RelaxedGraph const relaxed = compile_relaxed(network, question);
  std::map<std::string, Obstacle> obstacles;
  for (ArcId const a : relaxed.graph.columns().tail.ids()) {
    if (relaxed.graph.kind(a) != ArcKind::link) continue;
    obstacles[id_of(network, *relaxed.graph.element(a))] = relaxed.obstacle[a];
  }
  EXPECT_EQ(obstacles, (std::map<std::string, Obstacle>{{"open", Obstacle::none},
                                                        {"shut", Obstacle::closed},
                                                        {"later", Obstacle::planned},
                                                        {"over", Obstacle::ended},
                                                        {"other", Obstacle::outside_corridor},
                                                        {"empty", Obstacle::no_capacity},
                                                        {"avoid", Obstacle::avoided}}));
}

TEST(CompileRelaxed, AddsTheTransfersThatANodeLacks) {
  Network const network = draw(R"(
    a ---- b ~~~~ c
    b: rail_1435>sea 1 h
  )");
  RelaxedGraph const relaxed = compile_relaxed(network, ask(network, "a", "c"));
  int missing = 0;
  for (ArcId const a : relaxed.graph.columns().tail.ids()) {
    if (relaxed.obstacle[a] != Obstacle::no_transfer) continue;
    ++missing;
    EXPECT_EQ(name_of_vertex(network, relaxed.graph, relaxed.graph.tail(a)), "b/sea in");
    EXPECT_EQ(name_of_vertex(network, relaxed.graph, relaxed.graph.head(a)), "b/rail_1435 out");
  }
  EXPECT_EQ(missing, 1);
}

TEST(CompileRelaxed, WithoutItsObstaclesIsTheQuestionsOwnGraph) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    test::Sample const sample = test::sample(seed);
    Network const network = test::build(sample.spec);
    Question question = ask(network, sample.from, sample.to);
    if (seed % 3 == 0 && !network.corridors.empty()) question.corridor = CorridorId(0);
    if (seed % 4 == 0) question.avoid_nodes = {NodeId(seed % network.nodes.size())};
    RelaxedGraph const relaxed = compile_relaxed(network, question);
    std::set<std::string> barred;
    std::vector<std::string> kept;
    auto const arcs = arcs_of(network, relaxed.graph);
    for (ArcId const a : relaxed.graph.columns().tail.ids()) {
      if (relaxed.obstacle[a] == Obstacle::none) kept.push_back(arcs[a.index()]);
    }
    // A relaxed graph also has vertices that no usable link touches; what is left over among
    // them joins nothing, so only the question's own arcs must all be there.
    std::multiset<std::string> const all(kept.begin(), kept.end());
    for (std::string const& arc : arcs_of(network, compile(network, question))) {
      EXPECT_TRUE(all.count(arc) > 0) << "seed " << seed << ": " << arc;
    }
    for (ArcId const a : relaxed.graph.columns().tail.ids()) {
      EXPECT_EQ(relaxed.obstacle[a] == Obstacle::none, relaxed.obstacles[a] == 0);
    }
  }
}

}  // namespace
}  // namespace corridor
