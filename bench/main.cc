// Runs the benchmarks and prints what bench/README.md shows: a table of ratios for each question.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "questions.h"
#include "readme_section.h"
#include "table.h"

namespace corridor::bench {
namespace {

/// Prints each result as it comes and keeps it for the tables.
class Reporter : public benchmark::ConsoleReporter {
 public:
  Reporter() : ConsoleReporter(OO_Tabular) {}

  void ReportRuns(std::vector<Run> const& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (auto const& run : runs) {
      if (run.error_occurred || run.run_type != Run::RT_Iteration) continue;
      bool const whole_process = run.run_name.time_type == "real_time";
      constexpr double kMicroseconds = 1e6;
      double const scale = kMicroseconds / benchmark::GetTimeUnitMultiplier(run.time_unit);
      table_.add(run.run_name.function_name,
                 scale * (whole_process ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime()));
    }
  }
  std::string tables() const { return table_.markdown(); }

 private:
  RatioTable table_;
};

int run(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "--load") return load_and_compile(argv[2]);
  std::string readme;  // whose tables are written anew
  if (argc >= 3 && std::string_view(argv[1]) == "--update") {
    readme = argv[2];
    argv[2] = argv[0];
    argv += 2;
    argc -= 2;
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  register_load();
  register_compile();
  register_route();
  register_k_shortest();
  register_pareto();
  register_flow();
  register_curve();
  register_compare();
  register_criticality();
  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  auto const text = std::string(CORRIDOR_BENCH_FLAGS) + ".\n\n" + reporter.tables();
  std::printf("\n%s", text.c_str());
  if (!readme.empty()) replace_section(readme, "questions", text.substr(0, text.size() - 1));
  benchmark::Shutdown();
  return 0;
}

}  // namespace
}  // namespace corridor::bench

int main(int argc, char** argv) {
  try {
    return corridor::bench::run(argc, argv);
  } catch (std::exception const& error) {
    std::fprintf(stderr, "corridor-bench: %s\n", error.what());
    return 1;
  }
}
