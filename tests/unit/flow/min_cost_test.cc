#include "flow/min_cost.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "flow/solver.h"
#include "support/random.h"

namespace corridor::flow {
namespace {

using test::Random;

std::vector<CostEdge> random_edges(Random& random, Vertex n, std::int64_t count,
                                   Amount most_capacity, Amount most_cost) {
  std::vector<CostEdge> edges;
  for (std::int64_t i = 0; i < count; ++i) {
    edges.push_back({static_cast<Vertex>(random.between(0, n - 1)),
                     static_cast<Vertex>(random.between(0, n - 1)),
                     random.between(0, most_capacity),
                     random.percent(30) ? 0 : random.between(0, most_cost)});
  }
  return edges;
}

/// Net outflow by vertex.
std::vector<Amount> balance(CostProblem const& problem, std::vector<Amount> const& flows) {
  std::vector<Amount> leaves(problem.vertices, 0);
  for (std::size_t e = 0; e < flows.size(); ++e) {
    leaves[problem.edges[e].tail] += flows[e];
    leaves[problem.edges[e].head] -= flows[e];
  }
  return leaves;
}

bool conserved(CostProblem const& problem, std::vector<Amount> const& leaves) {
  for (Vertex v = 0; v < problem.vertices; ++v) {
    if (v != problem.source && v != problem.sink && leaves[v] != 0) return false;
  }
  return true;
}

/// The least cost of every value, by counting through all flows.
std::map<Amount, Amount> brute_force(CostProblem const& problem) {
  std::map<Amount, Amount> least;
  std::vector<Amount> flows(problem.edges.size(), 0);
  while (true) {
    auto const leaves = balance(problem, flows);
    if (conserved(problem, leaves) && leaves[problem.source] >= 0) {
      Amount cost = 0;
      for (std::size_t e = 0; e < flows.size(); ++e) cost += flows[e] * problem.edges[e].cost;
      auto const [found, added] = least.try_emplace(leaves[problem.source], cost);
      if (!added) found->second = std::min(found->second, cost);
    }
    std::size_t e = 0;
    while (e < flows.size() && flows[e] == problem.edges[e].capacity) flows[e++] = 0;
    if (e == flows.size()) return least;
    ++flows[e];
  }
}

/// Linear programming duality: no negative cycle is left in the residual network.
void expect_cheapest(CostProblem const& problem, MinCostFlow const& answer) {
  auto const leaves = balance(problem, answer.flows);
  EXPECT_TRUE(conserved(problem, leaves));
  EXPECT_EQ(leaves[problem.source], answer.value);
  Int128 cost = 0;
  for (std::size_t e = 0; e < answer.flows.size(); ++e) {
    auto const& edge = problem.edges[e];
    cost += Int128{edge.cost} * answer.flows[e];
    EXPECT_GE(answer.flows[e], 0);
    EXPECT_LE(answer.flows[e], edge.capacity);
    if (edge.tail == edge.head) continue;
    auto const reduced = edge.cost + answer.potentials[edge.tail] - answer.potentials[edge.head];
    EXPECT_TRUE(answer.flows[e] == edge.capacity || reduced >= 0) << "edge " << e;
    EXPECT_TRUE(answer.flows[e] == 0 || reduced <= 0) << "edge " << e;
  }
  EXPECT_TRUE(cost == answer.cost);
}

TEST(MinCostFlow, FillsTheCheapWayBeforeTheDearOne) {
  std::vector<CostEdge> const edges{{0, 2, 5, 1}, {2, 1, 3, 1}, {2, 1, 9, 4}, {0, 1, 2, 7}};
  auto const answer = min_cost_flow({3, 0, 1, edges});
  EXPECT_EQ(answer.augmentations, (std::vector<Augmentation>{{3, 2}, {2, 5}, {2, 7}}));
  EXPECT_EQ(answer.value, 7);
  EXPECT_TRUE(answer.cost == 30);
  EXPECT_EQ(answer.flows, (std::vector<Amount>{5, 3, 2, 2}));
}

TEST(MinCostFlow, TakesBackWhatACheaperWayHadUsed) {
  // The first way 0-2-3-1 costs 2; more needs 0-3 and 2-1 with the middle edge given back.
  std::vector<CostEdge> const edges{
      {0, 2, 1, 1}, {2, 3, 1, 0}, {3, 1, 1, 1}, {0, 3, 1, 4}, {2, 1, 1, 5}};
  auto const answer = min_cost_flow({4, 0, 1, edges});
  EXPECT_EQ(answer.augmentations, (std::vector<Augmentation>{{1, 2}, {1, 9}}));
  EXPECT_EQ(answer.flows, (std::vector<Amount>{1, 0, 1, 1, 1}));
}

TEST(MinCostFlow, StopsAtTheAmountAsked) {
  std::vector<CostEdge> const edges{{0, 1, 5, 1}, {0, 1, 5, 2}};
  EXPECT_EQ(min_cost_flow({2, 0, 1, edges}, 7).augmentations,
            (std::vector<Augmentation>{{5, 1}, {2, 2}}));
  EXPECT_EQ(min_cost_flow({2, 0, 1, edges}, 5).value, 5);
  EXPECT_TRUE(min_cost_flow({2, 0, 1, edges}, 0).augmentations.empty());
}

TEST(MinCostFlow, GoesOnFromAFlowThatCostsNothing) {
  std::vector<CostEdge> const edges{{0, 2, 4, 0}, {2, 1, 4, 0}, {0, 2, 9, 3}, {2, 1, 2, 5}};
  std::vector<Amount> const start{4, 4, 0, 0};
  auto const answer = min_cost_flow({3, 0, 1, edges}, kMaxTotal, start);
  EXPECT_EQ(answer.value, 6);
  EXPECT_EQ(answer.augmentations, (std::vector<Augmentation>{{2, 8}}));
}

TEST(MinCostFlow, APartOfAPriceCanBeFollowedByTheRest) {
  std::vector<CostEdge> const edges{{0, 1, 5, 1}};
  SuccessiveShortestPaths paths({2, 0, 1, edges});
  EXPECT_EQ(paths.advance(2), (Augmentation{2, 1}));
  EXPECT_EQ(paths.flow(0), 2);
  EXPECT_EQ(paths.advance(), (Augmentation{3, 1}));
  EXPECT_EQ(paths.advance(), std::nullopt);
}

TEST(MinCostFlow, RefusesWhatItCannotAnswer) {
  std::vector<CostEdge> edges{{0, 1, 5, 1}};
  EXPECT_THROW(min_cost_flow({2, 0, 0, edges}), std::invalid_argument);
  EXPECT_THROW(min_cost_flow({2, 0, 2, edges}), std::invalid_argument);
  std::vector<Amount> start{1};
  EXPECT_THROW(min_cost_flow({2, 0, 1, edges}, 5, start), std::invalid_argument);
  edges[0].cost = 0;
  start[0] = 6;
  EXPECT_THROW(min_cost_flow({2, 0, 1, edges}, 5, start), std::invalid_argument);
  edges.push_back({1, 2, 5, 0});
  start = {1, 0};
  EXPECT_NO_THROW(min_cost_flow({3, 0, 1, edges}, 5, start));
  EXPECT_THROW(min_cost_flow({3, 0, 2, edges}, 5, start), std::invalid_argument);
  edges = {{0, 1, 5, -1}};
  EXPECT_THROW(min_cost_flow({2, 0, 1, edges}), std::invalid_argument);
  edges = {{0, 1, -5, 1}};
  EXPECT_THROW(min_cost_flow({2, 0, 1, edges}), std::invalid_argument);
  edges = {{0, 1, 5, kMaxTotal}};
  EXPECT_THROW(min_cost_flow({2, 0, 1, edges}), std::overflow_error);
  edges = {{0, 1, kMaxTotal, 0}, {0, 1, kMaxTotal, 0}};
  EXPECT_EQ(min_cost_flow({2, 0, 1, edges}).value, kMaxTotal);  // as much as was asked for
  SuccessiveShortestPaths paths({2, 0, 1, edges});
  EXPECT_TRUE(paths.advance());
  EXPECT_THROW(paths.advance(), std::overflow_error);
}

TEST(MinCostFlow, CostsTheLeastForEveryValueOnTinyNetworks) {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    auto const n = static_cast<Vertex>(random.between(2, 5));
    auto const edges = random_edges(random, n, random.between(0, 6), 2, 4);
    CostProblem const problem{n, 0, 1, edges};
    auto const least = brute_force(problem);
    auto const answer = min_cost_flow(problem);
    expect_cheapest(problem, answer);
    EXPECT_EQ(answer.value, least.rbegin()->first);
    Amount value = 0;
    Amount cost = 0;
    Amount price = -1;
    for (auto const& [amount, unit_cost] : answer.augmentations) {
      EXPECT_GT(unit_cost, price);
      price = unit_cost;
      for (Amount unit = 0; unit < amount; ++unit) {
        cost += unit_cost;
        EXPECT_EQ(least.at(++value), cost);
      }
    }
    EXPECT_EQ(value, answer.value);
  }
}

TEST(MinCostFlow, AStartFromAMaximumFlowAtCostZeroGivesTheSamePrices) {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    auto const n = static_cast<Vertex>(random.between(2, 40));
    auto const edges = random_edges(random, n, 4 * std::int64_t{n}, 50, 30);
    CostProblem const problem{n, 0, 1, edges};
    std::vector<Edge> free;
    for (auto const& edge : edges) {
      free.push_back({edge.tail, edge.head, edge.cost == 0 ? edge.capacity : 0, 0});
    }
    Workspace work;
    auto const solution = Solver({n, 0, 1, free}).solve(work);
    auto const cold = min_cost_flow(problem);
    auto const warm = min_cost_flow(problem, kMaxTotal, solution.flows);
    expect_cheapest(problem, cold);
    expect_cheapest(problem, warm);
    EXPECT_EQ(cold.value, warm.value);
    EXPECT_TRUE(cold.cost == warm.cost);
    auto paid = cold.augmentations;
    if (!paid.empty() && paid.front().unit_cost == 0) {
      EXPECT_EQ(paid.front().amount, solution.cut.value);
      paid.erase(paid.begin());
    }
    EXPECT_EQ(paid, warm.augmentations);
  }
}

}  // namespace
}  // namespace corridor::flow
