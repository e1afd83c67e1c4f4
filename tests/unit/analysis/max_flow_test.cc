#include "corridor/analysis/max_flow.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "analysis/circulation.h"
#include "corridor/analysis/certificate.h"
#include "support/arc_graph.h"

namespace corridor {
namespace {

using test::graph_of;
using test::kUnlimited;
using test::teu;

constexpr std::uint32_t kFrom = 0;
constexpr std::uint32_t kTo = 1;

/// The flow, whose certificate must hold.
Flow certified(Graph const& graph) {
  auto flow = max_flow(graph);
  EXPECT_EQ(violation(graph, flow), "");
  return flow;
}

Headroom certified_headroom(Graph const& graph, Flow const& flow) {
  auto room = headroom(graph, flow);
  EXPECT_EQ(violation(graph, flow, room), "");
  return room;
}

std::vector<ArcId> arcs(std::initializer_list<std::size_t> numbers) {
  std::vector<ArcId> result;
  for (auto const number : numbers) result.emplace_back(number);
  return result;
}

TEST(MaxFlow, IsTheTightestStageOfAChain) {
  // from -7-> 2 -3-> 3 -9-> to
  auto const graph = graph_of(4, {{kFrom, 2, teu(7)}, {2, 3, teu(3)}, {3, kTo, teu(9)}});
  auto const flow = certified(graph);
  EXPECT_TRUE(flow.bounded);
  EXPECT_EQ(flow.throughput, Capacity::of_parts(3));
  EXPECT_EQ(flow.cut, arcs({1}));
  EXPECT_TRUE(flow.unique_cut);
}

TEST(MaxFlow, AddsUpParallelArcs) {
  auto const graph = graph_of(2, {{kFrom, kTo, teu(4)}, {kFrom, kTo, teu(5)}});
  auto const flow = certified(graph);
  EXPECT_EQ(flow.throughput, Capacity::of_parts(9));
  EXPECT_EQ(flow.cut, arcs({0, 1}));
}

TEST(MaxFlow, TakesBackWhatAFirstWayTookTooMuchOf) {
  //        2 ---5--> 4        The way 2 > 3 must give way to 2 > 4 for all ten to pass.
  //  from <    5     > to
  //        3 ---5--> 5
  auto const graph = graph_of(6, {{kFrom, 2, teu(5)},
                                  {kFrom, 3, teu(5)},
                                  {2, 3, teu(5)},
                                  {2, 4, teu(5)},
                                  {3, 5, teu(5)},
                                  {4, kTo, teu(5)},
                                  {5, kTo, teu(5)}});
  EXPECT_EQ(certified(graph).throughput, Capacity::of_parts(10));
}

TEST(MaxFlow, UsesBothDirectionsOfAPairOfArcsAtOnce) {
  // Both directions between 2 and 3 fill, because no arc lets the flows be swapped at an end:
  // 2 is entered by one vertex and left by another.
  //   from -1-> 4 -> 2out -5-> 3in -> 5 -1-> to
  //   from -1-> 6 -> 3out -5-> 2in -> 7 -1-> to
  std::uint32_t const out2 = 2, in2 = 3, out3 = 4, in3 = 5;
  auto const graph = graph_of(6, {{kFrom, out2, teu(1)},
                                  {kFrom, out3, teu(1)},
                                  {out2, in3, teu(5)},
                                  {out3, in2, teu(5)},
                                  {in3, kTo, teu(1)},
                                  {in2, kTo, teu(1)}});
  EXPECT_EQ(certified(graph).throughput, Capacity::of_parts(2));
}

TEST(MaxFlow, LeavesNoCirculationOnAntiparallelArcs) {
  auto const graph = graph_of(
      4, {{kFrom, 2, teu(5)}, {2, 3, teu(5)}, {3, 2, teu(5)}, {2, kTo, teu(5)}, {3, kTo, teu(5)}});
  auto const flow = certified(graph);
  EXPECT_EQ(flow.throughput, Capacity::of_parts(5));
  EXPECT_EQ(flow.on[ArcId(2)].parts() * flow.on[ArcId(3)].parts(), 0);
}

TEST(MaxFlow, NamesTheTwoEndsOfAChainOfEqualBottlenecks) {
  auto const graph =
      graph_of(5, {{kFrom, 2, teu(3)}, {2, 3, teu(8)}, {3, 4, teu(3)}, {4, kTo, teu(3)}});
  auto const flow = certified(graph);
  EXPECT_EQ(flow.cut, arcs({0}));
  EXPECT_EQ(flow.cut_at_destination, arcs({3}));
  EXPECT_FALSE(flow.unique_cut);
}

TEST(MaxFlow, HasCutsInArcOrder) {
  auto const graph = graph_of(4, {{3, kTo, teu(2)},
                                  {2, kTo, teu(1)},
                                  {kFrom, 3, kUnlimited},
                                  {kFrom, 2, kUnlimited},
                                  {2, kTo, teu(1)}});
  EXPECT_EQ(certified(graph).cut, arcs({2, 3, 4}));
}

TEST(MaxFlow, IsUnboundedOnAnUnlimitedWay) {
  auto const graph = graph_of(
      4, {{kFrom, 2, kUnlimited}, {2, 3, kUnlimited}, {2, kTo, teu(4)}, {3, kTo, kUnlimited}});
  auto const flow = certified(graph);
  EXPECT_FALSE(flow.bounded);
  EXPECT_EQ(flow.unlimited_way, arcs({0, 1, 3}));
  EXPECT_TRUE(flow.cut.empty());
}

TEST(MaxFlow, IsBoundedWhenEveryUnlimitedWayIsInterrupted) {
  auto const graph = graph_of(
      4, {{kFrom, 2, kUnlimited}, {2, 3, teu(6)}, {3, kTo, kUnlimited}, {3, 2, kUnlimited}});
  auto const flow = certified(graph);
  EXPECT_TRUE(flow.bounded);
  EXPECT_EQ(flow.throughput, Capacity::of_parts(6));
}

TEST(MaxFlow, IsNothingBetweenEndsThatAreNotJoined) {
  auto const graph = graph_of(4, {{kFrom, 2, teu(4)}, {3, kTo, teu(4)}});
  auto const flow = certified(graph);
  EXPECT_TRUE(flow.bounded);
  EXPECT_EQ(flow.throughput, Capacity());
  EXPECT_TRUE(flow.cut.empty());
  EXPECT_TRUE(flow.unique_cut);
}

TEST(MaxFlow, IsNothingInAGraphWithoutArcs) {
  auto const flow = certified(graph_of(2, {}));
  EXPECT_TRUE(flow.bounded);
  EXPECT_EQ(flow.throughput, Capacity());
}

TEST(MaxFlow, IgnoresDeadEndsAndArcsIntoTheOrigin) {
  auto const graph = graph_of(5, {{kFrom, 2, teu(4)},
                                  {2, kFrom, kUnlimited},
                                  {2, 3, kUnlimited},
                                  {4, 2, kUnlimited},
                                  {2, kTo, teu(9)},
                                  {kTo, 2, kUnlimited}});
  EXPECT_EQ(certified(graph).throughput, Capacity::of_parts(4));
}

TEST(MaxFlow, StaysExactAtTheLargestCapacities) {
  std::vector<test::DrawnArc> drawn;
  for (std::uint32_t v = 2; v < 1002; ++v) {
    drawn.push_back({kFrom, v, kUnlimited});
    drawn.push_back({v, kTo, teu(kMaxParts)});
  }
  EXPECT_EQ(certified(graph_of(1002, drawn)).throughput, Capacity::of_parts(1000 * kMaxParts));
}

TEST(MaxFlow, RefusesCapacitiesThatAddUpBeyondItsNumbers) {
  auto const huge = teu(std::int64_t{1} << 61);
  auto const graph =
      graph_of(3, {{kFrom, 2, huge}, {kFrom, 2, huge}, {2, kTo, huge}, {2, kTo, teu(1)}});
  EXPECT_THROW(max_flow(graph), std::overflow_error);
}

TEST(MaxFlow, GoesThroughALongChainWithoutRecursion) {
  constexpr std::uint32_t kLength = 300'000;
  std::vector<test::DrawnArc> chain{{kFrom, 2, teu(10)}};
  for (std::uint32_t v = 2; v < kLength; ++v) chain.push_back({v, v + 1, teu(v == 777 ? 6 : 7)});
  chain.push_back({kLength, kTo, teu(10)});
  EXPECT_EQ(certified(graph_of(kLength + 1, chain)).throughput, Capacity::of_parts(6));
}

TEST(MaxFlow, IsTheSameEachTime) {
  std::vector<test::DrawnArc> ladder{{kFrom, 2, kUnlimited}, {kFrom, 3, kUnlimited}};
  for (std::uint32_t v = 2; v < 40; v += 2) {
    ladder.insert(ladder.end(), {{v, v + 2, teu(5)}, {v + 1, v + 3, teu(5)}, {v, v + 1, teu(2)}});
  }
  ladder.insert(ladder.end(), {{40, kTo, kUnlimited}, {41, kTo, kUnlimited}});
  auto const graph = graph_of(42, ladder);
  auto const first = certified(graph);
  auto const second = certified(graph);
  EXPECT_TRUE(std::equal(first.on.begin(), first.on.end(), second.on.begin()));
  EXPECT_EQ(first.cut, second.cut);
}

TEST(Circulation, IsTakenOutOfAFlowAndTheRestKept) {
  // A way from 0 over 2 to 1 carries 3, and 2 > 3 > 4 > 2 turns 5 in a circle, 3 > 4 another 1.
  auto const graph = graph_of(5, {{0, 2, teu(9)},
                                  {2, 3, teu(9)},
                                  {2, 1, teu(9)},
                                  {3, 4, teu(9)},
                                  {4, 2, teu(9)},
                                  {4, 3, teu(9)}});
  Table<ArcId, Capacity> turning(graph.arc_count());
  auto const amounts = {3, 5, 3, 6, 5, 1};
  std::size_t next = 0;
  for (auto const amount : amounts) turning[ArcId(next++)] = Capacity::of_parts(amount);
  auto const left = without_circulations(graph, turning);
  std::vector<std::int64_t> parts;
  for (auto const amount : left) parts.push_back(amount.parts());
  EXPECT_EQ(parts, (std::vector<std::int64_t>{3, 0, 3, 0, 0, 0}));
}

TEST(Circulation, IsFoundAwayFromEveryWay) {
  auto const graph = graph_of(4, {{0, 1, teu(9)}, {2, 3, teu(9)}, {3, 2, teu(9)}});
  Table<ArcId, Capacity> flow(3, Capacity::of_parts(4));
  auto const left = without_circulations(graph, flow);
  EXPECT_EQ(left[ArcId(0)], Capacity::of_parts(4));
  EXPECT_EQ(left[ArcId(1)], Capacity());
  EXPECT_EQ(left[ArcId(2)], Capacity());
}

TEST(Headroom, IsTheDistanceToTheNextCut) {
  auto const graph = graph_of(4, {{kFrom, 2, teu(7)}, {2, 3, teu(3)}, {3, kTo, teu(9)}});
  auto const flow = certified(graph);
  auto const room = certified_headroom(graph, flow);
  EXPECT_TRUE(room.bounded);
  EXPECT_EQ(room.amount, Capacity::of_parts(4));
  EXPECT_EQ(room.next_cut, arcs({0}));
}

TEST(Headroom, IsNothingWhereAnEqualCutFollows) {
  auto const graph = graph_of(3, {{kFrom, 2, teu(3)}, {2, kTo, teu(3)}});
  auto const room = certified_headroom(graph, certified(graph));
  EXPECT_TRUE(room.bounded);
  EXPECT_EQ(room.amount, Capacity());
  EXPECT_EQ(room.next_cut, arcs({1}));
}

TEST(Headroom, IsUnboundedWhenNothingElseBinds) {
  auto const graph = graph_of(3, {{kFrom, 2, kUnlimited}, {2, kTo, teu(3)}});
  EXPECT_FALSE(certified_headroom(graph, certified(graph)).bounded);
}

TEST(Headroom, IsUnboundedWhereTheFlowIs) {
  auto const graph = graph_of(2, {{kFrom, kTo, kUnlimited}});
  EXPECT_FALSE(certified_headroom(graph, certified(graph)).bounded);
}

TEST(Headroom, IsNothingWhereNothingCanFlow) {
  auto const graph = graph_of(3, {{kFrom, 2, teu(3)}});
  auto const room = certified_headroom(graph, certified(graph));
  EXPECT_TRUE(room.bounded);
  EXPECT_EQ(room.amount, Capacity());
  EXPECT_TRUE(room.next_cut.empty());
}

}  // namespace
}  // namespace corridor
