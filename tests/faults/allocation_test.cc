// Every allocation is made to fail once: the first, the second, ... until a whole run passes. Each
// run must either answer or throw std::bad_alloc; under AddressSanitizer it must also not leak.

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>

#include "corridor/analysis/max_flow.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/io/read.h"
#include "corridor/scenario/apply.h"

namespace {

/// Allocations still to succeed; negative: no limit.
thread_local long allocations_left = -1;

bool allocation_fails() {
  if (allocations_left < 0) return false;
  if (allocations_left == 0) return true;
  --allocations_left;
  return false;
}

}  // namespace

// Not inlined, or g++ takes malloc and free for a mismatched pair.
[[gnu::noinline]] void* operator new(std::size_t size) {
  if (allocation_fails()) throw std::bad_alloc();
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace corridor {
namespace {

constexpr char const* kNetwork = R"(format: 1
network: Two ways
year: 2025
assumptions: {teu_per_train: 80, operating_days: 350}
modes:
  rail: {kind: rail, gauge: 1520 mm, speed: 40 km/h, cost: 0.3 USD/TEU/km, emissions: 200 g/TEU/km}
  ship: {kind: sea, speed: 20 km/h, cost: 1 USD/TEU/km, emissions: 400 g/TEU/km}
nodes:
  a: {country: KZ}
  b: {transfers: [{between: [rail, ship], time: 10 h, capacity: 500 TEU/year}], passage: {time: 2 h, capacity: unlimited}}
  c: {}
links:
  a-b: {between: [a, b], mode: rail, length: 100 km, capacity: 2 train_pairs/day}
  b-c: {between: [b, c], mode: ship, length: 50 km, capacity: 900 TEU/year}
regions: {east: [a]}
)";
constexpr char const* kScenario = R"(format: 1
scenario: wider
changes:
  - multiply: {links: [a-b, b-c], capacity: 2}
  - set: {node: b, transfer: [rail, ship], capacity: 1200 TEU/year}
)";

/// From text to an answer, everything in between.
std::int64_t whole_run(std::string const& network_text, std::string const& scenario_text) {
  auto const sources = std::make_shared<Sources>();
  auto const document = parse_text(sources, "network.yaml", network_text);
  auto const scenario = parse_text(sources, "wider.yaml", scenario_text);
  Network const base = read_network(document.value()).value();
  auto const changes = std::array<Scenario, 1>{read_scenario(scenario.value()).value()};
  Network const network = corridor::apply(base, changes).value();
  Question question;
  question.from = find_place(network, "east").nodes;
  question.to = find_place(network, "c").nodes;
  Graph const graph = compile(network, question);
  auto const route = shortest_path(network, graph, question, *find_objective("generalised"));
  return max_flow(graph).throughput.parts() + route->totals.time.parts();
}

TEST(FailingAllocations, EndInBadAllocOrTheRightAnswer) {
  std::string const network_text = kNetwork;
  std::string const scenario_text = kScenario;
  std::int64_t const expected = whole_run(network_text, scenario_text);
  EXPECT_EQ(expected, 1200 + 2'500 + 10'000 + 2'500);
  long failures = 0;
  for (long n = 0;; ++n) {
    ASSERT_LT(n, 100'000) << "the run never passes";
    allocations_left = n;
    std::int64_t answer = 0;
    bool failed = false;
    try {
      answer = whole_run(network_text, scenario_text);
    } catch (std::bad_alloc const&) {
      failed = true;
    }
    allocations_left = -1;
    if (!failed) {
      EXPECT_EQ(answer, expected);
      break;
    }
    ++failures;
  }
  EXPECT_GT(failures, 100) << "the failing allocator was not used";
}

}  // namespace
}  // namespace corridor
