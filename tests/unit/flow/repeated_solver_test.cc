#include "flow/repeated_solver.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <stdexcept>
#include <vector>

#include "flow/reduction.h"
#include "support/flow_certificate.h"
#include "support/flow_families.h"

namespace corridor::flow {
namespace {

constexpr Amount kUnlimited = 1'000'000;

/// Now and then without a limit, but not out of the source: no way has none throughout.
std::vector<Amount> random_capacities(families::Random& random, std::vector<Edge> const& edges) {
  std::vector<Amount> capacity;
  for (Edge const& edge : edges) {
    bool const unlimited = edge.tail != 0 && random.between(0, 9) == 0;
    capacity.push_back(unlimited ? kUnlimited : random.between(0, 3) * random.between(0, 9));
  }
  return capacity;
}

void expect_cold_answer(Vertex n, std::vector<Edge> edges, std::vector<Amount> const& capacity,
                        RepeatedSolver::Solved const& solved) {
  for (std::size_t e = 0; e < edges.size(); ++e) edges[e].capacity = capacity[e];
  Problem const problem{n, 0, n - 1, edges, kUnlimited};
  Workspace work;
  Solution cold = Solver(problem).solve(work);
  ASSERT_EQ(solved.cut.value, cold.cut.value);
  ASSERT_EQ(solved.cut.source_side, cold.cut.source_side);
  cold.flows = solved.flows;
  ASSERT_EQ(families::violation(problem, cold), "");
}

TEST(RepeatedSolver, AnswersAsASolveFromNothing) {
  families::Random random(2025);
  for (int round = 0; round < 200; ++round) {
    auto const n = static_cast<Vertex>(random.between(2, 12));
    std::vector<Edge> edges;
    for (auto left = random.between(0, 3 * std::int64_t{n}); left > 0; --left)
      edges.push_back({static_cast<Vertex>(random.between(0, n - 1)),
                       static_cast<Vertex>(random.between(0, n - 1)), 1, 0});
    RepeatedSolver solver({n, 0, n - 1, edges});
    for (int solve = 0; solve < 10; ++solve) {
      auto const capacity = random_capacities(random, edges);
      expect_cold_answer(n, edges, capacity, solver.solve(capacity, kUnlimited));
    }
  }
}

TEST(RepeatedSolver, AnswersAsWellWhereAReductionPays) {
  // Chains of many vertices side by side.
  constexpr Vertex kChains = 4;
  constexpr Vertex kLength = 600;
  constexpr Vertex kVertices = kChains * kLength + 2;
  std::vector<Edge> edges;
  for (Vertex chain = 0; chain < kChains; ++chain) {
    Vertex before = 0;
    for (Vertex k = 0; k < kLength; ++k) {
      Vertex const v = 1 + chain * kLength + k;
      edges.push_back({before, v, 1, 0});
      before = v;
    }
    edges.push_back({before, kVertices - 1, 1, 0});
  }
  Problem const problem{kVertices, 0, kVertices - 1, edges};
  ASSERT_TRUE(worth_reducing(build_network(problem, Direction::backward, Bundles::separate)));
  RepeatedSolver solver(problem);
  families::Random random(7);
  for (int solve = 0; solve < 5; ++solve) {
    std::vector<Amount> capacity(edges.size());
    for (Amount& each : capacity) each = random.between(1, 1'000);
    expect_cold_answer(kVertices, edges, capacity, solver.solve(capacity, kUnlimited));
  }
}

TEST(RepeatedSolver, RefusesCapacitiesThatDoNotAddUp) {
  std::vector<Edge> const edges{{0, 1, 1, 0}, {0, 1, 1, 0}};
  RepeatedSolver solver({2, 0, 1, edges});
  std::vector<Amount> const much{kMaxTotal, 1};
  EXPECT_THROW(solver.solve(much, kMaxTotal + 1), std::overflow_error);
  EXPECT_EQ(solver.solve(much, kMaxTotal).cut.value, kMaxTotal + 1) << "the first has no limit";
  std::vector<Amount> const negative{-1, 1};
  EXPECT_THROW(solver.solve(negative, kMaxTotal), std::invalid_argument);
}

}  // namespace
}  // namespace corridor::flow
