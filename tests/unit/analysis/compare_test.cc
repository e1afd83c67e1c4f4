#include "corridor/analysis/compare.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corridor/graph/compile.h"
#include "support/draw.h"
#include "support/network_spec.h"

namespace corridor {
namespace {

using test::draw;

/// Two ways from a to d. The untagged link `cd` is shared; `ab` is the tight one in the north.
std::string two_ways(std::string const& ab) {
  return "a ==ab: 4 h, #north, " + ab +
         "== b ==bc: 4 h, #north, 90 TEU/year== c ==cd: 1 h, 100 TEU/year== d\n"
         "a ==ac: 9 h, 2 USD/TEU, #south, 40 TEU/year== c\n";
}

std::vector<Variant> before_and_after() {
  std::vector<Variant> variants;
  variants.push_back({"base", "as it is", draw(two_ways("30 TEU/year"))});
  variants.push_back({"wider", "a wider first link", draw(two_ways("150 TEU/year"))});
  return variants;
}

ComparisonPlan plan_of(Network const& network) {
  auto const question = test::ask(network, "a", "d");
  ComparisonPlan plan;
  plan.from = question.from;
  plan.to = question.to;
  plan.corridors = {test::tag(network, "north"), test::tag(network, "south")};
  plan.objectives = {find_objective("time"), find_objective("cost")};
  return plan;
}

Comparison compared() {
  auto const variants = before_and_after();
  return compare(variants, plan_of(variants.front().network));
}

/// Ids of the elements of arcs.
std::vector<std::string> names(Network const& network, Graph const& graph,
                               std::vector<ArcId> const& arcs) {
  std::vector<std::string> result;
  for (ArcId const a : arcs) {
    if (auto const element = graph.element(a)) result.push_back(id_of(network, *element));
  }
  return result;
}

using Names = std::vector<std::string>;

TEST(Compare, HasACellForEveryVariantAndCorridorWithAllTogetherFirst) {
  auto const comparison = compared();
  ASSERT_EQ(comparison.variants.size(), 2U);
  for (auto const& row : comparison.variants) {
    ASSERT_EQ(row.cells.size(), 3U);
    EXPECT_FALSE(row.cells[0].corridor.has_value());
    EXPECT_TRUE(row.cells[1].corridor.has_value());
    for (auto const& cell : row.cells) EXPECT_EQ(cell.best.size(), 2U);
  }
}

TEST(Compare, FindsTheThroughputOfEachCorridorAndOfAllTogether) {
  auto const comparison = compared();
  std::vector<std::vector<std::int64_t>> throughput;
  for (auto const& row : comparison.variants) {
    throughput.emplace_back();
    for (auto const& cell : row.cells) throughput.back().push_back(cell.flow.throughput.parts());
  }
  EXPECT_EQ(throughput, (std::vector<std::vector<std::int64_t>>{{70, 30, 40}, {100, 90, 40}}));
}

TEST(Compare, NamesTheBottleneckAndWhatBindsNext) {
  auto const variants = before_and_after();
  auto const comparison = compare(variants, plan_of(variants.front().network));
  auto const& network = variants.front().network;
  auto const& all = comparison.variants[0].cells[0];
  EXPECT_EQ(names(network, all.graph, all.flow.cut), (Names{"ab", "ac"}));
  EXPECT_EQ(all.headroom.amount, Capacity::of_parts(30));
  EXPECT_EQ(names(network, all.graph, all.headroom.next_cut), (Names{"cd"}));
  auto const& north = comparison.variants[0].cells[1];
  EXPECT_EQ(names(network, north.graph, north.flow.cut), (Names{"ab"}));
  EXPECT_EQ(names(network, north.graph, north.headroom.next_cut), (Names{"bc"}));
  EXPECT_EQ(north.headroom.amount, Capacity::of_parts(60));
}

TEST(Compare, FindsTheBestRouteByEachObjective) {
  auto const variants = before_and_after();
  auto const comparison = compare(variants, plan_of(variants.front().network));
  auto const& network = variants.front().network;
  auto const& all = comparison.variants[0].cells[0];
  ASSERT_TRUE(all.best[0] && all.best[1]);
  EXPECT_EQ(names(network, all.graph, all.best[0]->arcs), (Names{"ab", "bc", "cd"}));
  // By cost both ways are 3 USD/TEU, and the southern one has fewer links.
  EXPECT_EQ(names(network, all.graph, all.best[1]->arcs), (Names{"ac", "cd"}));
}

TEST(Compare, SaysThatACorridorCarriesNothing) {
  std::vector<Variant> variants;
  variants.push_back({"base", "", draw("a ==#north, 5 TEU/year== b\na ==ac: #south== c")});
  auto const& network = variants.front().network;
  auto const question = test::ask(network, "a", "b");
  ComparisonPlan plan;
  plan.from = question.from;
  plan.to = question.to;
  plan.corridors = {test::tag(network, "south")};
  plan.objectives = {find_objective("time")};
  auto const comparison = compare(variants, plan);
  auto const& south = comparison.variants[0].cells[1];
  EXPECT_TRUE(south.flow.bounded);
  EXPECT_EQ(south.flow.throughput, Capacity());
  EXPECT_FALSE(south.best[0].has_value());
}

TEST(Compare, TakesTheYearOfEachVariantUnlessThePlanNamesOne) {
  std::vector<Variant> variants;
  auto const drawing = "a ==ab: 5 TEU/year== b\na ==later: 7 TEU/year, opens 2030== b";
  variants.push_back({"base", "", draw(drawing)});
  variants.push_back({"later", "", draw(drawing)});
  variants.back().network.year = 2031;
  auto const question = test::ask(variants.front().network, "a", "b");
  ComparisonPlan plan;
  plan.from = question.from;
  plan.to = question.to;
  auto const throughput = [&](std::size_t variant) {
    return compare(variants, plan).variants[variant].cells[0].flow.throughput.parts();
  };
  EXPECT_EQ(throughput(0), 5);
  EXPECT_EQ(throughput(1), 12);
  plan.year = 2035;
  EXPECT_EQ(throughput(0), 12);
}

TEST(Compare, StatesAnUnboundedThroughput) {
  std::vector<Variant> variants;
  variants.push_back({"base", "", draw("a ==1 h== b")});
  auto const question = test::ask(variants.front().network, "a", "b");
  ComparisonPlan plan;
  plan.from = question.from;
  plan.to = question.to;
  plan.objectives = {find_objective("time")};
  auto const comparison = compare(variants, plan);
  EXPECT_FALSE(comparison.variants[0].cells[0].flow.bounded);
  EXPECT_TRUE(comparison.variants[0].cells[0].best[0].has_value());
}

}  // namespace
}  // namespace corridor
