// How long does it take to compile a question into a graph?

#include "corridor/graph/compile.h"

#include <benchmark/benchmark.h>

#include <string>

#include "instances.h"
#include "questions.h"

namespace corridor::bench {
namespace {

void compile_question(benchmark::State& state, Instance const& instance) {
  std::size_t arcs = 0;
  for (auto _ : state) arcs = compile(instance.network, instance.question).arc_count();
  require(arcs == instance.graph.arc_count(), "another graph");
  state.counters["arcs"] = static_cast<double>(arcs);
}

}  // namespace

void register_compile() {
  benchmark::RegisterBenchmark("compile/built-in/corridor", [](benchmark::State& state) {
    compile_question(state, built_in());
  })->Unit(benchmark::kMicrosecond);
  for (std::size_t const links : kLinks) {
    auto const name = "compile/rail/corridor/" + std::to_string(links);
    benchmark::RegisterBenchmark(name.c_str(), [links](benchmark::State& state) {
      compile_question(state, generated("rail", links));
    })->Unit(benchmark::kMicrosecond);
  }
}

}  // namespace corridor::bench
