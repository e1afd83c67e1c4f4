#include "flow/warm_flow.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "support/flow_certificate.h"
#include "support/flow_families.h"

namespace {
std::atomic<std::uint64_t> allocations{0};
}

// Not inlined: g++ would take free() for the partner of another operator new.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
// The sanitizers bring their own of this one, which operator delete below could not free.
[[gnu::noinline]] void* operator new(std::size_t size, std::nothrow_t const&) noexcept {
  ++allocations;
  return std::malloc(size);
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace corridor::flow {
namespace {

std::vector<Change> random_changes(families::Random& random, std::vector<Edge> const& edges) {
  std::vector<Change> changes;
  if (edges.empty()) return changes;
  auto const last = static_cast<std::int64_t>(edges.size()) - 1;
  for (auto left = random.between(1, 4); left > 0; --left) {
    auto const e = static_cast<EdgeIndex>(random.between(0, last));
    if (std::any_of(changes.begin(), changes.end(), [&](Change const& c) { return c.edge == e; }))
      continue;
    changes.push_back({e, random.between(0, 7), random.between(0, 3)});
  }
  return changes;
}

std::vector<Edge> changed(std::vector<Edge> edges, std::vector<Change> const& changes) {
  for (Change const& change : changes) {
    edges[change.edge].capacity = change.capacity;
    edges[change.edge].reverse_capacity = change.reverse_capacity;
  }
  return edges;
}

TEST(WarmFlow, EqualsAColdSolveInRandomScenarioSequences) {
  families::Random random(7);
  Workspace work;
  std::uint64_t searches = 0;
  for (int round = 0; round < 1'500; ++round) {
    auto const n = static_cast<Vertex>(random.between(2, 12));
    std::vector<Edge> edges;
    for (auto left = random.between(0, 3 * std::int64_t{n}); left > 0; --left)
      edges.push_back({static_cast<Vertex>(random.between(0, n - 1)),
                       static_cast<Vertex>(random.between(0, n - 1)), random.between(0, 5),
                       random.between(0, 1) * random.between(0, 5)});
    WarmFlow warm({n, 0, n - 1, edges});
    Amount const base = Solver({n, 0, n - 1, edges}).value(work);
    ASSERT_EQ(warm.base_value(), base);
    for (int scenario = 0; scenario < 20; ++scenario) {
      std::vector<Change> const changes = random_changes(random, edges);
      std::vector<Edge> const edited = changed(edges, changes);
      Cut const cold = Solver({n, 0, n - 1, edited}).cut(work);
      ASSERT_EQ(warm.value(changes), cold.value) << "round " << round << " scenario " << scenario;
      Cut const cut = warm.cut(changes);
      ASSERT_EQ(cut.value, cold.value);
      ASSERT_EQ(cut.source_side, cold.source_side) << "round " << round;
      Problem const problem{n, 0, n - 1, edited};
      Solution const solution = warm.solution(changes);
      ASSERT_EQ(solution.cut.value, cold.value);
      ASSERT_EQ(solution.cut.source_side, cold.source_side);
      ASSERT_EQ(solution.before_sink, Solver(problem).solve(work, Cuts::both).before_sink);
      ASSERT_EQ(families::violation(problem, solution), "");
      WarmFlow::Proven const proven = warm.proven(changes);
      ASSERT_EQ(proven.flows, solution.flows);
      ASSERT_EQ(proven.cut.value, cold.value);
      ASSERT_EQ(proven.cut.source_side, cold.source_side);
      if (scenario % 7 == 0) warm.add_cut(cut.source_side);
      ASSERT_EQ(warm.value({}), base) << "the base did not come back";
    }
    searches += warm.searches();
  }
  EXPECT_GT(searches, 1'000U);
}

TEST(WarmFlow, TakesALargeNumberForNoLimit) {
  constexpr Amount kNoLimit = 1'000;
  std::vector<Edge> const edges{{0, 1, 5, 0}, {1, 2, kNoLimit, 0}, {0, 2, 3, 0}};
  WarmFlow warm({3, 0, 2, edges, kNoLimit});
  EXPECT_EQ(warm.base_value(), 8);
  std::vector<Change> const changes{{1, 2, 0}, {2, kNoLimit, 0}};
  EXPECT_EQ(warm.value(changes), kNoLimit + 2);
  EXPECT_EQ(warm.solution(changes).flows, (std::vector<Amount>{2, 2, kNoLimit}));
  EXPECT_EQ(warm.solution({}).flows, (std::vector<Amount>{5, 5, 3}));
}

TEST(WarmFlow, CopiesAnswerOnTheirOwn) {
  std::vector<Edge> const edges{{0, 1, 5, 0}, {1, 2, 4, 0}};
  WarmFlow first({3, 0, 2, edges});
  WarmFlow second = first;
  std::vector<Change> const closed{{0, 0, 0}};
  std::vector<Change> const wider{{1, 9, 0}};
  EXPECT_EQ(first.value(closed), 0);
  EXPECT_EQ(second.value(wider), 5);
  EXPECT_EQ(first.value(wider), 5);
  EXPECT_EQ(second.searches(), 1U);
}

TEST(WarmFlow, RefusesRaisesBeyondTwoToThe62) {
  std::vector<Edge> const edges{{0, 1, 5, 0}, {1, 2, 5, 0}};
  WarmFlow warm({3, 0, 2, edges});
  std::vector<Change> changes{{0, kMaxTotal - 5, 0}};
  EXPECT_EQ(warm.value(changes), 5);
  ++changes[0].capacity;
  EXPECT_THROW(warm.value(changes), std::overflow_error);
}

TEST(WarmFlow, AllocatesNothingOnceWarm) {
  families::Instance const instance = families::corridor_chains(8, 50, 220, 1);
  WarmFlow warm(instance.problem());
  auto const close_all = [&] {
    Amount sum = 0;
    for (EdgeIndex e = 0; e < instance.edges.size(); ++e) {
      Change const change{e, 0, 0};
      sum += warm.value({&change, 1});
    }
    return sum;
  };
  Amount const first = close_all();
  std::uint64_t const before = allocations;
  EXPECT_EQ(close_all(), first);
  EXPECT_EQ(allocations, before);
  EXPECT_GT(before, 0U);
}

TEST(Solver, AllocatesNothingOnceItsWorkspaceIsWarm) {
  families::Instance const instance = families::genrmf(5, 6, 1);
  Solver const solver(instance.problem());
  Workspace work;
  Amount const first = solver.value(work);
  std::uint64_t const before = allocations;
  EXPECT_EQ(solver.value(work), first);
  EXPECT_EQ(allocations, before);
}

}  // namespace
}  // namespace corridor::flow
