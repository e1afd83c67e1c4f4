#include "flow/solver.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "flow/push_relabel.h"
#include "flow/reduction.h"
#include "flow/search_trees.h"
#include "flow/series_parallel.h"
#include "support/boost_flow_value.h"
#include "support/flow_certificate.h"
#include "support/flow_families.h"
#include "support/lemon_oracle.h"

namespace corridor::flow {
namespace {

/// n <= 12, capacities 0..5, parallels, self loops, loose parts; long chains now and then.
std::vector<Edge> random_edges(families::Random& random, Vertex n) {
  std::vector<Edge> edges;
  auto const count = random.between(0, 3 * std::int64_t{n});
  for (std::int64_t i = 0; i < count; ++i)
    edges.push_back({static_cast<Vertex>(random.between(0, n - 1)),
                     static_cast<Vertex>(random.between(0, n - 1)), random.between(0, 5),
                     random.between(0, 2) == 0 ? random.between(0, 5) : 0});
  return edges;
}

/// Every set of vertices with the source and without the sink: the least capacity and, of the sets
/// that have it, the intersection, which is itself one of them.
Cut brute_force(Problem const& problem) {
  Cut best{std::numeric_limits<Amount>::max(), {}};
  std::uint32_t nearest = 0;
  for (std::uint32_t set = 0; set < (1U << problem.vertices); ++set) {
    if (!(set >> problem.source & 1U) || (set >> problem.sink & 1U)) continue;
    Amount capacity = 0;
    for (Edge const& edge : problem.edges) {
      bool const tail = set >> edge.tail & 1U;
      bool const head = set >> edge.head & 1U;
      if (tail && !head) capacity += edge.capacity;
      if (!tail && head) capacity += edge.reverse_capacity;
    }
    if (capacity < best.value) nearest = set;
    if (capacity == best.value) nearest &= set;
    best.value = std::min(best.value, capacity);
  }
  for (Vertex v = 0; v < problem.vertices; ++v)
    best.source_side.push_back(static_cast<char>(nearest >> v & 1U));
  return best;
}

void expect_conserved(Problem const& problem, Solution const& solution) {
  std::vector<Amount> net(problem.vertices, 0);
  for (std::size_t e = 0; e < problem.edges.size(); ++e) {
    EXPECT_LE(solution.flows[e], problem.edges[e].capacity);
    EXPECT_LE(-solution.flows[e], problem.edges[e].reverse_capacity);
    net[problem.edges[e].tail] -= solution.flows[e];
    net[problem.edges[e].head] += solution.flows[e];
  }
  for (Vertex v = 0; v < problem.vertices; ++v) {
    Amount const expected = v == problem.sink     ? solution.cut.value
                            : v == problem.source ? -solution.cut.value
                                                  : 0;
    EXPECT_EQ(net[v], expected) << "vertex " << v;
  }
}

TEST(Solver, AgreesWithEveryCutOnSmallRandomNetworks) {
  families::Random random(20260101);
  Workspace work;
  for (int round = 0; round < 12'000; ++round) {
    auto const n = static_cast<Vertex>(random.between(2, round % 10 == 0 ? 12 : 8));
    std::vector<Edge> const edges = random_edges(random, n);
    Problem const problem{n, 0, n - 1, edges};
    Cut const expected = brute_force(problem);
    Solver const solver(problem);
    ASSERT_EQ(solver.value(work), expected.value) << "round " << round;
    ASSERT_EQ(solver.cut(work).source_side, expected.source_side) << "round " << round;
    Solution const solution = solver.solve(work);
    ASSERT_EQ(solution.cut.value, expected.value);
    ASSERT_EQ(solution.cut.source_side, expected.source_side);
    expect_conserved(problem, solution);
    if (HasFailure()) FAIL() << "round " << round;
  }
}

/// The value, the cut and the flow by a reduction, the reduced network solved as it is.
template <class Made>
Solution solved_by(Problem const& problem, Network const& network, Made const& reduction) {
  Workspace work;
  Solution solution;
  solution.cut.value = find_value_and_cut(reduction.network, work);
  std::vector<char> reaches(reduction.network.vertices());
  for (Vertex v = 0; v < reaches.size(); ++v) reaches[v] = work.labels[v] < reaches.size() ? 1 : 0;
  reaches = lift_reach(network, reduction, reaches);
  for (Vertex v = 0; v < network.vertices(); ++v)
    solution.cut.source_side.push_back(reaches[network.number_of[v]]);
  return_excess(reduction.network, work);
  Workspace larger;
  larger.load(network);
  lift_flow(reduction, work.arcs, larger);
  solution.flows = edge_flows(network, problem.edges, larger.arcs);
  return solution;
}

/// Whether `reduce` keeps value, cut and flow on 12,000 small networks.
template <class Reduce>
void expect_exact_on_small_random_networks(Bundles bundles, Reduce const& reduce_by) {
  families::Random random(5);
  for (int round = 0; round < 12'000; ++round) {
    auto const n = static_cast<Vertex>(random.between(2, 10));
    std::vector<Edge> const edges = random_edges(random, n);
    Problem const problem{n, 0, n - 1, edges};
    Network const network = build_network(problem, Direction::backward, bundles);
    Solution const solution = solved_by(problem, network, reduce_by(network));
    Cut const expected = brute_force(problem);
    ASSERT_EQ(solution.cut.value, expected.value) << "round " << round;
    ASSERT_EQ(solution.cut.source_side, expected.source_side) << "round " << round;
    expect_conserved(problem, solution);
    if (testing::Test::HasFailure()) FAIL() << "round " << round;
  }
}

TEST(Reduction, KeepsValueCutAndFlowOnSmallRandomNetworks) {
  expect_exact_on_small_random_networks(Bundles::merged, reduce);
}

TEST(SeriesParallel, KeepsValueCutAndFlowOnSmallRandomNetworks) {
  expect_exact_on_small_random_networks(Bundles::merged, reduce_series_parallel);
}

/// Many parallel pairs, which the steps have to find in rows of any length.
TEST(SeriesParallel, KeepsValueCutAndFlowWhereParallelArcsAreSeparate) {
  expect_exact_on_small_random_networks(Bundles::separate, reduce_series_parallel);
}

/// A series-parallel network is nothing but its terminals in the end.
TEST(SeriesParallel, LeavesOneArcOfALineWhoseVerticesAllLeadToTheSink) {
  families::Instance const instance = families::dinic_bad(1'000);
  Network const network = build_network(instance.problem(), Direction::backward, Bundles::merged);
  ASSERT_TRUE(is_series_parallel_in_part(network));
  SeriesParallel const reduction = reduce_series_parallel(network);
  EXPECT_EQ(reduction.network.vertices(), 2U);
  EXPECT_EQ(reduction.edges.size(), 1U);
  Solution const solution = solved_by(instance.problem(), network, reduction);
  EXPECT_EQ(families::violation(instance.problem(), solution), "");
}

TEST(SeriesParallel, IsNotTriedWhereNoStepLeadsToAnother) {
  families::Instance const instance = families::grid(20, 1);
  EXPECT_FALSE(is_series_parallel_in_part(
      build_network(instance.problem(), Direction::backward, Bundles::merged)));
}

std::vector<families::Instance> medium_instances() {
  return {families::genrmf(4, 12, 1),
          families::genrmf(9, 3, 2),
          families::rlg(4, 60, 3),
          families::rlg(40, 6, 4),
          families::grid(25, 5),
          families::acyclic_dense(70, 6),
          families::dinic_bad(700),
          families::gold_bad(300),
          families::road(500, 7),
          families::rail(400, 8),
          families::time_expanded(24, 30, 9),
          families::corridor_chains(8, 50, 220, 10)};
}

/// A network whose optimum is known because it was planted: ways with amounts from the source's
/// half to the sink's, each through one arc from half to half, which they fill. All other arcs of
/// the ways have room to spare, and there are more within the halves and back.
struct Planted {
  std::vector<Edge> edges;
  Amount optimum = 0;
};

Planted plant(Vertex half, std::uint32_t ways, std::uint64_t seed) {
  families::Random random(seed);
  auto const in_half = [&](Vertex begin) {
    return begin + static_cast<Vertex>(random.between(1, std::int64_t{half} - 2));
  };
  Planted made;
  for (std::uint32_t way = 0; way < ways; ++way) {
    Amount const amount = random.between(1, 1'000'000);
    made.optimum += amount;
    Vertex at = 0;
    auto const go = [&](Vertex to, Amount spare) {
      made.edges.push_back({at, to, amount + spare, 0});
      at = to;
    };
    for (auto steps = random.between(1, 12); steps > 0; --steps)
      go(in_half(0), random.between(0, 1'000));
    go(in_half(half), 0);
    for (auto steps = random.between(1, 12); steps > 0; --steps)
      go(in_half(half), random.between(0, 1'000));
    go(2 * half - 1, random.between(0, 1'000));
    made.edges.push_back({in_half(0), in_half(0), random.between(0, 1'000'000), 0});
    made.edges.push_back({in_half(half), in_half(half), random.between(0, 1'000'000), 0});
    made.edges.push_back({in_half(half), in_half(0), random.between(0, 1'000'000), 0});
  }
  return made;
}

TEST(Solver, FindsThePlantedOptimum) {
  Workspace work;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    constexpr Vertex kHalf = 1'500;
    Planted const planted = plant(kHalf, seed < 11 ? 60 : 1'000, seed);
    Problem const problem{2 * kHalf, 0, 2 * kHalf - 1, planted.edges};
    Solution const solution = Solver(problem).solve(work);
    EXPECT_EQ(solution.cut.value, planted.optimum) << "seed " << seed;
    EXPECT_EQ(families::violation(problem, solution), "") << "seed " << seed;
    Network const network = build_network(problem, Direction::backward, Bundles::merged);
    EXPECT_EQ(push_relabel(network, work), planted.optimum) << "seed " << seed;
  }
}

std::int64_t value_by_lemon(families::Instance const& instance) {
  // LEMON's wrapper flows from vertex 0 to vertex 1 and wants arcs sorted by tail.
  auto const number = [&](Vertex v) -> std::uint32_t {
    if (v == instance.source) return 0;
    return v == instance.sink ? 1 : v + 2;
  };
  std::vector<Edge> edges = instance.edges;
  std::stable_sort(edges.begin(), edges.end(),
                   [&](Edge const& a, Edge const& b) { return number(a.tail) < number(b.tail); });
  std::vector<std::uint32_t> tail, head;
  std::vector<std::int64_t> capacity;
  for (Edge const& edge : edges) {
    tail.push_back(number(edge.tail));
    head.push_back(number(edge.head));
    capacity.push_back(edge.capacity);
  }
  return test::LemonFlow(instance.vertices + std::size_t{2}, tail, head, capacity).solve();
}

TEST(Solver, AgreesWithForeignSolversOnMediumNetworks) {
  Workspace work;
  for (families::Instance const& instance : medium_instances()) {
    Solver const solver(instance.problem());
    Solution const solution = solver.solve(work);
    EXPECT_EQ(families::violation(instance.problem(), solution), "") << instance.name;
    EXPECT_EQ(solution.cut.value, value_by_lemon(instance)) << instance.name;
    EXPECT_EQ(solution.cut.value, test::value_by_boost(instance.problem())) << instance.name;
  }
}

/// A workspace keeps what it can from one solve to the next: none of that may be seen.
TEST(Solver, AnswersTheSameAgainAndAfterOtherNetworksInTheWorkspace) {
  Workspace work;
  std::vector<families::Instance> const instances = medium_instances();
  families::Instance const* before = &instances.back();
  for (families::Instance const& instance : instances) {
    Workspace fresh;
    Solver const solver(instance.problem());
    std::vector<Amount> const flows = solver.solve(fresh).flows;
    EXPECT_EQ(solver.solve(fresh).flows, flows) << instance.name;
    EXPECT_EQ(solver.solve(work).flows, flows) << instance.name;
    Solver(before->problem()).solve(work);
    EXPECT_EQ(solver.solve(work).flows, flows) << instance.name << " after " << before->name;
    solver.cut(work);
    EXPECT_EQ(solver.solve(work).flows, flows) << instance.name << " after its cut";
    before = &instance;
  }
}

/// What find_value_and_cut leaves in the workspace: who reaches the stored sink.
std::vector<bool> reach(Workspace const& work, Network const& network) {
  std::vector<bool> reaches;
  for (Vertex v = 0; v < network.vertices(); ++v)
    reaches.push_back(work.labels[v] < network.vertices());
  return reaches;
}

/// Whether both kernels find one value and the same vertices that reach the stored sink.
void expect_kernels_agree(families::Instance const& instance) {
  Workspace work;
  Network const network = build_network(instance.problem(), Direction::backward, Bundles::merged);
  Amount const pushed = push_relabel(network, work);
  std::vector<bool> const reached = reach(work, network);
  work.load(network);
  SearchTrees trees(network, work);
  ASSERT_TRUE(trees.run(SearchTrees::kNoLimit)) << instance.name;
  trees.label_reach();
  EXPECT_EQ(trees.value(), pushed) << instance.name;
  EXPECT_EQ(reach(work, network), reached) << instance.name;
}

TEST(Kernels, AgreeOnMediumNetworks) {
  for (families::Instance const& instance : medium_instances()) expect_kernels_agree(instance);
}

TEST(Kernels, AgreeWhereTheCutIsNextToATerminal) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    expect_kernels_agree(families::acyclic_dense(30 + 4 * static_cast<Vertex>(seed), seed));
    if (HasFailure()) FAIL() << "seed " << seed;
  }
}

/// Reductions of reductions, taken back one after the other, change nothing.
TEST(Solver, FindsTheSameCutWithAndWithoutReductions) {
  Workspace work;
  for (std::uint64_t seed = 1; seed <= 6; ++seed)
    for (families::Instance const& instance :
         {families::rail(600, seed), families::road(1'500, seed)}) {
      Network const network =
          build_network(instance.problem(), Direction::backward, Bundles::merged);
      ASSERT_TRUE(worth_reducing(network)) << instance.name;
      Amount const value = find_value_and_cut(network, work);
      std::vector<bool> const reached = reach(work, network);
      Solution const solution = Solver(instance.problem()).solve(work);
      EXPECT_EQ(solution.cut.value, value) << instance.name;
      EXPECT_EQ(families::violation(instance.problem(), solution), "") << instance.name;
      for (Vertex v = 0; v < network.vertices(); ++v)
        ASSERT_EQ(solution.cut.source_side[v] != 0, reached[network.number_of[v]])
            << instance.name << " vertex " << v;
    }
}

TEST(Kernels, AgreeOnSmallRandomNetworks) {
  families::Random random(20260102);
  Workspace work;
  for (int round = 0; round < 12'000; ++round) {
    auto const n = static_cast<Vertex>(random.between(2, 12));
    std::vector<Edge> const edges = random_edges(random, n);
    Network const network =
        build_network({n, 0, n - 1, edges}, Direction::backward, Bundles::merged);
    Amount const augmented = find_value_and_cut(network, work);
    std::vector<bool> const reached = reach(work, network);
    ASSERT_EQ(push_relabel(network, work), augmented) << "round " << round;
    ASSERT_EQ(reach(work, network), reached) << "round " << round;
    return_excess(network, work);
    for (Vertex v = 0; v < n; ++v) {
      Amount net = 0;
      for (ArcIndex a = network.first[v]; a < network.first[v + std::size_t{1}]; ++a) {
        ASSERT_GE(work.arcs[a].residual, 0);
        net += network.arcs[a].residual - work.arcs[a].residual;
      }
      Amount const leaves_source = v == network.source ? augmented : 0;
      ASSERT_EQ(net, v == network.sink ? -augmented : leaves_source) << "round " << round;
    }
  }
}

/// Unit capacities on a path whose every vertex also leads to the sink: as many augmentations as
/// vertices, each longer than the one before.
TEST(Solver, EndsQuicklyWhereAugmentingIsHopeless) {
  constexpr Vertex kVertices = 50'000;
  Workspace work;
  families::Instance const instance = families::dinic_bad(kVertices);
  EXPECT_EQ(Solver(instance.problem()).value(work), kVertices + Amount{1});
}

/// dinic_bad with 10^12 for its unit, entered from the source by as many ways without limit as the
/// line has vertices: too long for the augmenting kernel's budget, and more than 64 bits hold when
/// every arc of the source is filled.
struct UnlimitedStarts {
  static constexpr Vertex kLine = 800;
  static constexpr Amount kUnit = 1'000'000'000'000;
  static constexpr Amount kUnlimited = kMaxTotal / 2 + 1;
  static constexpr Amount kOptimum = kLine * kUnit;

  /// 0 the source, 1 the sink, then the line, then the starts.
  std::vector<Edge> edges;

  UnlimitedStarts() {
    for (Vertex v = 0; v < kLine; ++v) {
      edges.push_back({2 + v, 1, kUnit, 0});
      if (v + 1 < kLine) edges.push_back({2 + v, 3 + v, kLine * kUnit, 0});
      edges.push_back({0, 2 + kLine + v, kUnlimited, 0});
      edges.push_back({2 + kLine + v, 2, kUnlimited, 0});
      edges.push_back({2 + kLine + v, 3, 1, 0});  // so that no reduction merges the starts
    }
  }
  Problem problem() const { return {2 + 2 * kLine, 0, 1, edges, kUnlimited}; }
  Problem turned() {
    for (Edge& edge : edges) std::swap(edge.tail, edge.head);
    return {2 + 2 * kLine, 1, 0, edges, kUnlimited};
  }
};

TEST(Solver, TakesWhatFlowsFromASourceWithManyArcsWithoutLimit) {
  Workspace work;
  UnlimitedStarts starts;
  Network const network = build_network(starts.problem(), Direction::forward, Bundles::merged);
  EXPECT_FALSE(excess_fits(network, network.source));
  EXPECT_TRUE(excess_fits(network, network.sink));
  Solution const solution = Solver(starts.problem()).solve(work);
  EXPECT_EQ(solution.cut.value, UnlimitedStarts::kOptimum);
  EXPECT_EQ(families::violation(starts.problem(), solution), "");
}

TEST(Solver, TakesWhatFlowsToASinkWithManyArcsWithoutLimit) {
  Workspace work;
  UnlimitedStarts starts;
  Problem const problem = starts.turned();
  Solution const solution = Solver(problem).solve(work);
  EXPECT_EQ(solution.cut.value, UnlimitedStarts::kOptimum);
  EXPECT_EQ(families::violation(problem, solution), "");
}

TEST(Solver, RefusesTotalsBeyondTwoToThe62) {
  Workspace work;
  std::vector<Edge> edges{{0, 1, kMaxTotal, 0}};
  EXPECT_EQ(Solver({2, 0, 1, edges}).value(work), kMaxTotal);
  edges.push_back({0, 1, 1, 0});
  EXPECT_THROW(Solver({2, 0, 1, edges}), std::overflow_error);
}

TEST(Solver, RefusesWhatIsNoNetwork) {
  std::vector<Edge> const negative{{0, 1, -1, 0}};
  std::vector<Edge> const outside{{0, 2, 1, 0}};
  EXPECT_THROW(Solver({2, 0, 1, negative}), std::invalid_argument);
  EXPECT_THROW(Solver({2, 0, 1, outside}), std::invalid_argument);
  EXPECT_THROW(Solver({2, 1, 1, {}}), std::invalid_argument);
}

}  // namespace
}  // namespace corridor::flow
