#include "corridor/analysis/named_way.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corridor/graph/compile.h"
#include "support/draw.h"

namespace corridor {
namespace {

using test::ask;
using test::draw;

std::vector<Criterion const*> by(std::initializer_list<char const*> names) {
  std::vector<Criterion const*> found;
  for (auto const* const name : names) found.push_back(find_criterion(name));
  return found;
}

/// Two tracks and a road from a to b; only by way of c from b to d.
constexpr char const* kWorld = R"(
  a --slow: 5 h, 1 USD/TEU-- b
  a --fast: 2 h, 9 USD/TEU-- b
  b --b-c: 3 h-- c
  c --c-d: 3 h-- d
  b* ..road: 1 h..> c
  c ..road-2: 1 h..> d
  d --shut: 1 h, closed-- e
)";

struct World {
  Network network;
  explicit World(std::string_view drawing = kWorld) : network(draw(drawing)) {}

  std::string problem(std::string_view text) const { return read_way(network, text).problem; }

  /// "fast b-c c-d", or what stands in the way, or "none".
  std::string way(std::string_view text, std::vector<Criterion const*> const& criteria,
                  std::vector<std::size_t>* filled = nullptr) const {
    auto const name = read_way(network, text);
    EXPECT_EQ(name.problem, "");
    Question question;
    question.from = {name.from};
    question.to = {name.to};
    Graph const graph = compile(network, question);
    auto const found = find_way(network, graph, question, name, criteria);
    if (filled != nullptr) *filled = found.filled;
    if (!found.route) return found.obstacle ? found.obstacle->reason : "none";
    std::string links;
    for (ArcId const arc : found.route->arcs) {
      if (graph.kind(arc) != ArcKind::link) continue;
      auto const& link = network.links[LinkId(graph.columns().element[arc])];
      links += (links.empty() ? "" : " ") + link.id;
    }
    return links;
  }
};

TEST(NamedWay, TakesOfParallelLinksTheOneThatIsLeastInTheFirstCriterion) {
  World const world;
  EXPECT_EQ(world.way("a,b", by({"time", "cost"})), "fast");
  EXPECT_EQ(world.way("a,b", by({"cost", "time"})), "slow");
  EXPECT_EQ(world.way("a,slow,b", by({"time", "cost"})), "slow");
}

TEST(NamedWay, OfEqualOnesTakesTheFirstInTheFile) {
  World const world(R"(
    a --first-- b
    a --second-- b
  )");
  EXPECT_EQ(world.way("a,b", by({"time", "cost"})), "first");
}

TEST(NamedWay, FillsInWhereNoLinkJoinsTwoNames) {
  World const world;
  std::vector<std::size_t> filled;
  EXPECT_EQ(world.way("a,d", by({"time", "cost"}), &filled), "fast road road-2")
      << "all ways are equally long, and the road is the fastest of them";
  EXPECT_EQ(filled, (std::vector<std::size_t>{1}));
  EXPECT_EQ(world.way("a,b,c,d", by({"time", "cost"}), &filled), "fast road road-2");
  EXPECT_TRUE(filled.empty());
  EXPECT_EQ(world.way("a,c-d,d", by({"time", "cost"}), &filled), "fast b-c c-d");
  EXPECT_EQ(filled, (std::vector<std::size_t>{1}));
}

TEST(NamedWay, FillsInTheShortestWayNotTheFastest) {
  World const world(R"(
    a --9 h, 10 km-- b
    b --9 h, 10 km-- c
    a --1 h, 20 km-- d
    d --1 h, 20 km-- c
  )");
  EXPECT_EQ(world.way("a,c", by({"time", "cost"})), "a-b b-c");
}

TEST(NamedWay, DoesNotLeaveALinkThatJoinsTwoNamesForAFasterWay) {
  World const world(R"(
    a --long: 9 h-- c
    a --1 h-- b
    b --1 h-- c
  )");
  EXPECT_EQ(world.way("a,c", by({"time", "cost"})), "long");
}

TEST(NamedWay, TakesLinksAndReadsTheirDirection) {
  World const world;
  EXPECT_EQ(world.way("fast,b-c,c-d", by({"time", "cost"})), "fast b-c c-d");
  EXPECT_EQ(world.way("c-d,b-c,fast", by({"time", "cost"})), "c-d b-c fast");
  EXPECT_EQ(world.way("road,road-2", by({"time", "cost"})), "road road-2");
}

TEST(NamedWay, SaysWhatStandsInItsWay) {
  World const world;
  EXPECT_NE(world.way("c,d,e", by({"time", "cost"})).find("link shut (d-e) is closed"),
            std::string::npos);
  World const two_modes(R"(
    a --x-- b
    b ==y== c
  )");
  EXPECT_NE(two_modes.way("a,b,c", by({"time", "cost"})).find("has no transfer"),
            std::string::npos);
}

TEST(NamedWay, FindsNothingWhereNoChainOfLinksPassesTheNames) {
  World const world(R"(
    a --first: 1 h-- b
    b* ..out: 1 h..> c
  )");
  EXPECT_EQ(world.way("a,out,b", by({"time", "cost"})), "none") << "nothing leads back from c";
}

TEST(NamedWay, RefusesNamesThatMakeNoWay) {
  World const world;
  EXPECT_EQ(world.problem("a,bb,c"), "no node or link 'bb', did you mean 'b'?");
  EXPECT_EQ(world.problem("a,,b"), "a name is missing between two commas");
  EXPECT_EQ(world.problem("a"), "a way has at least two nodes, or a link; 'a' is one node");
  EXPECT_EQ(world.problem("a,b,b"), "node 'b' is named twice in a row");
  EXPECT_EQ(world.problem("a,b,a"), "the way ends where it starts, at 'a'");
  EXPECT_EQ(world.problem("fast"), "link 'fast' runs both ways: name the node before it");
  EXPECT_EQ(world.problem("road"), "");
}

}  // namespace
}  // namespace corridor
