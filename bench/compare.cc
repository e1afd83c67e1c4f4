// How long does the main job take, inside the library and as a whole process?

#include "corridor/analysis/compare.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

#include "child.h"
#include "corridor/io/load.h"
#include "corridor/scenario/apply.h"
#include "instances.h"
#include "questions.h"
#include "support/network_spec.h"

namespace corridor::bench {
namespace {

/// The built-in study as the command line would prepare it.
struct Prepared {
  std::vector<Variant> variants;
  ComparisonPlan plan;
};

Prepared prepare() {
  Loader loader;
  auto const study = must(loader.study(kDefaultStudy));
  auto const base = must(loader.network_of(study));
  Prepared prepared;
  for (auto const& column : study.scenarios) {
    auto const scenarios = must(loader.scenarios_of(study, column));
    prepared.variants.push_back({column.text, column.text, must(corridor::apply(base, scenarios))});
  }
  auto const question = test::ask(base, study.from.front().text, study.to.front().text);
  prepared.plan.from = question.from;
  prepared.plan.to = question.to;
  for (auto const& row : study.corridors) {
    prepared.plan.corridors.push_back(test::tag(base, row.text));
  }
  for (auto const& by : study.objectives) {
    prepared.plan.objectives.push_back(find_objective(by.text));
  }
  return prepared;
}

void analyses(benchmark::State& state) {
  auto const prepared = prepare();
  std::size_t rows = 0;
  for (auto _ : state) rows = compare(prepared.variants, prepared.plan).variants.size();
  require(rows == prepared.variants.size(), "a scenario is missing");
}

void preparation(benchmark::State& state) {
  std::size_t variants = 0;
  for (auto _ : state) variants = prepare().variants.size();
  require(variants > 1, "a scenario is missing");
}

void whole_process(benchmark::State& state) {
  auto const program = sibling("corridor");
  Ended ended;
  for (auto _ : state) ended = run_child(program, {"compare"});
  require(ended.exit_code == 0, "corridor compare fails");
}

}  // namespace

void register_compare() {
  benchmark::RegisterBenchmark("compare/built-in/corridor", analyses)
      ->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark("compare/built-in/load_and_apply", preparation)
      ->Unit(benchmark::kMicrosecond);
  if (!std::filesystem::exists(sibling("corridor"))) return;
  benchmark::RegisterBenchmark("compare/built-in/whole_process", whole_process)
      ->Unit(benchmark::kMicrosecond)
      ->UseRealTime();
}

}  // namespace corridor::bench
