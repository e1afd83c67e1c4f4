// How long does the exact curve of throughput over a multiplier take?

#include "corridor/analysis/curve.h"

#include <benchmark/benchmark.h>

#include <optional>
#include <string>
#include <vector>

#include "corridor/graph/compile.h"
#include "instances.h"
#include "questions.h"
#include "support/generate.h"

namespace corridor::bench {
namespace {

/// A question and the arcs that are multiplied: those of every `every`-th link of the file.
struct Asked {
  Instance instance;
  std::vector<ArcId> multiplied;
};

Asked asked(Instance instance, std::uint32_t every) {
  Asked made{std::move(instance), {}};
  for (ArcId const a : made.instance.graph.columns().tail.ids()) {
    auto const element = made.instance.graph.columns().element[a];
    if (made.instance.graph.kind(a) == ArcKind::link && element % every == 0)
      made.multiplied.push_back(a);
  }
  return made;
}

/// Eight chains of 62 nodes and 400 links across: about 500 nodes and 2,300 arcs.
Asked chains() {
  constexpr std::uint64_t kSeed = 2025;
  constexpr std::uint32_t kEvery = 5;
  auto drawn = test::corridor_instance(8, 62, 400, kSeed);
  auto graph = compile(drawn.network, drawn.question);
  return asked({std::move(drawn.network), std::move(drawn.question), std::move(graph)}, kEvery);
}

Asked shipped() { return asked(built_in(), 2); }

void our_curve(benchmark::State& state, Asked (*make)(), std::size_t least_pieces) {
  auto const made = make();
  MultiplierRange const range{{0, 1}, {5, 1}};
  Curve curve;
  for (auto _ : state) curve = capacity_curve(made.instance.graph, made.multiplied, range);
  require(violation(made.instance.graph, made.multiplied, range, curve).empty(),
          "the curve does not hold");
  require(curve.pieces.size() >= least_pieces, "too few pieces");
  state.counters["arcs"] = static_cast<double>(made.instance.graph.arc_count());
  state.counters["pieces"] = static_cast<double>(curve.pieces.size());
  state.counters["solves"] = static_cast<double>(curve.solves);
}

}  // namespace

void register_curve() {
  constexpr std::size_t kFivePieces = 5;
  benchmark::RegisterBenchmark("curve/built-in/corridor", [](benchmark::State& state) {
    our_curve(state, shipped, 1);
  })->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark("curve/chains/corridor/500", [](benchmark::State& state) {
    our_curve(state, chains, kFivePieces);
  })->Unit(benchmark::kMicrosecond);
}

}  // namespace corridor::bench
