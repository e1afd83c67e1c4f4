#include "support/flow_families.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "flow/solver.h"

namespace corridor::families {
namespace {

flow::Amount optimum(Instance const& instance) {
  flow::Workspace work;
  return flow::Solver(instance.problem()).value(work);
}

// Figures in bench/README.md are about these instances and no others.
TEST(FlowFamilies, AreTheSameOnEveryMachine) {
  std::map<std::string_view, std::uint64_t> const expected{
      {"genrmf-long", 0x2cd83d450718e0d4U},    {"genrmf-wide", 0x296ff9ce59afffe2U},
      {"rlg-long", 0xcb3509b76184d833U},       {"rlg-wide", 0x74c4d1a2e1e57784U},
      {"grid", 0x182b8c0fce900f9aU},           {"acyclic-dense", 0x93c31295d6664903U},
      {"dinic-bad", 0x4ab20d4648d10278U},      {"road", 0x2dbc27cbb35e7e8bU},
      {"rail", 0x3b0a6982af5b52a6U},           {"time-expanded", 0x1f00eee737b15befU},
      {"corridor-small", 0x1113d72783cd402aU}, {"network-400", 0xfc03c6f4da8e00dfU},
  };
  for (Family const& family : families()) {
    auto const known = expected.find(family.name);
    ASSERT_NE(known, expected.end()) << family.name << ' ' << checksum(family.make(0, 1));
    EXPECT_EQ(checksum(family.make(0, 1)), known->second) << family.name;
  }
}

TEST(FlowFamilies, DependOnTheSeedWhereTheyAreRandom) {
  for (Family const& family : families()) {
    bool const random = family.name != "dinic-bad";
    EXPECT_EQ(checksum(family.make(0, 1)) != checksum(family.make(0, 2)), random) << family.name;
  }
}

TEST(FlowFamilies, HaveNoSelfLoopAndNoVertexOutOfRange) {
  for (Family const& family : families()) {
    Instance const instance = family.make(0, 3);
    EXPECT_NE(instance.source, instance.sink);
    EXPECT_TRUE(std::all_of(instance.edges.begin(), instance.edges.end(), [&](auto const& edge) {
      return edge.tail != edge.head && edge.tail < instance.vertices &&
             edge.head < instance.vertices && edge.capacity > 0;
    })) << family.name;
  }
}

TEST(FlowFamilies, AboutDoubleTheirArcsFromSizeToSize) {
  for (Family const& family : families()) {
    for (std::size_t size = 1; size < std::min<std::size_t>(3, family.sizes); ++size) {
      auto const before = static_cast<double>(family.make(size - 1, 1).edges.size());
      auto const ratio = static_cast<double>(family.make(size, 1).edges.size()) / before;
      // A dense network doubles its vertices.
      bool const dense = family.name == "acyclic-dense";
      EXPECT_GT(ratio, dense ? 3.9 : 1.6) << family.name << ' ' << size;
      EXPECT_LT(ratio, dense ? 4.1 : 2.4) << family.name << ' ' << size;
    }
  }
}

TEST(FlowFamilies, HaveTheSizesThatTheirFormulasSay) {
  EXPECT_EQ(genrmf(4, 3, 1).edges.size(), 4U * 4 * 3 * 3 + 16U * 2);
  EXPECT_EQ(genrmf(4, 3, 1).vertices, 48U);
  EXPECT_EQ(rlg(5, 7, 1).edges.size(), 3U * 5 * 6 + 2U * 5);
  EXPECT_EQ(rlg(5, 7, 1).vertices, 37U);
  EXPECT_EQ(grid(6, 1).edges.size(), 4U * 6 * 5 + 2U * 6);
  EXPECT_EQ(acyclic_dense(10, 1).edges.size(), 45U);
  EXPECT_EQ(dinic_bad(10).edges.size(), 17U);
  EXPECT_EQ(gold_bad(10).edges.size(), 41U);
  EXPECT_EQ(gold_bad(10).vertices, 33U);
}

TEST(FlowFamilies, CarryWhatIsKnownBeforehand) {
  EXPECT_EQ(optimum(dinic_bad(1'000)), 1'001);
  EXPECT_EQ(optimum(gold_bad(1'000)), 1'000);
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    // Without cross arcs each chain carries its least capacity.
    constexpr std::uint32_t kLength = 12;
    Instance const chains = corridor_chains(4, kLength, 0, seed);
    std::map<flow::Vertex, flow::Amount> least;
    for (auto const& edge : chains.edges) {
      if (edge.tail == chains.source || edge.head == chains.sink) continue;
      auto const [at, added] = least.try_emplace(edge.tail / kLength, edge.capacity);
      if (!added) at->second = std::min(at->second, edge.capacity);
    }
    flow::Amount sum = 0;
    for (auto const& [chain, amount] : least) sum += amount;
    EXPECT_EQ(optimum(chains), sum) << "seed " << seed;
  }
}

TEST(FlowFamilies, ATimeExpandedCorridorDeliversNothingBeforeTheFirstArrival) {
  // 13 links of at least one slot each lie between the ends of a chain of 14.
  Instance const early = time_expanded(56, 4, 1);
  EXPECT_EQ(early.vertices, 56U * 4 + 2);
  EXPECT_LE(optimum(early), optimum(time_expanded(56, 40, 1)));
}

}  // namespace
}  // namespace corridor::families
