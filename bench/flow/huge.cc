#include "huge.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "../child.h"
#include "../figures.h"
#include "exchange.h"
#include "flow/solver.h"
#include "support/flow_certificate.h"

namespace corridor::bench {
namespace {

/// What this process holds now. Large arrays go back to the system when they are released, so
/// differences are what a structure takes.
double resident_bytes() {
  std::ifstream in("/proc/self/statm");
  double all = 0;
  double resident = 0;
  in >> all >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

}  // namespace

int solve_huge(HugeSize const& size) {
  auto const instance = families::time_expanded(size.nodes, size.slots, kSeed);
  double const before = resident_bytes();
  double start = thread_seconds();
  flow::Solver const solver(instance.problem());
  double const build = thread_seconds() - start;
  double const built = resident_bytes();

  flow::Workspace work;
  start = thread_seconds();
  auto const cut = solver.cut(work);
  double const cut_seconds = thread_seconds() - start;
  start = thread_seconds();
  auto const solution = solver.solve(work);
  double const flow_seconds = thread_seconds() - start;
  double const solved = resident_bytes();

  auto const wrong = families::violation(instance.problem(), solution);
  if (!wrong.empty() || cut.value != solution.cut.value)
    throw std::logic_error(instance.name + ": " + (wrong.empty() ? "two values" : wrong));
  std::printf("%u %zu %lld %.6f %.6f %.6f %.0f %.0f\n", instance.vertices, instance.edges.size(),
              static_cast<long long>(cut.value), build, cut_seconds, flow_seconds, built - before,
              solved - built);
  return 0;
}

std::string huge_table(HugeSize const& size) {
  auto const ended =
      run_child("/proc/self/exe",
                {"--huge", std::to_string(size.nodes), std::to_string(size.slots)}, Output::kept);
  if (ended.exit_code != 0) throw std::runtime_error("the child cannot solve it");
  std::istringstream fields(ended.output);
  double vertices = 0;
  double arcs = 0;
  std::int64_t value = 0;
  double build = 0;
  double cut = 0;
  double flow = 0;
  double network_bytes = 0;
  double work_bytes = 0;
  fields >> vertices >> arcs >> value >> build >> cut >> flow >> network_bytes >> work_bytes;
  if (!fields) throw std::runtime_error("the child said: " + ended.output);

  constexpr double kMicro = 1e6;
  constexpr double kGibibyte = 1024.0 * 1024.0 * 1024.0;
  MarkdownTable table({"instance", "vertices", "arcs", "optimum", "building", "value and cut",
                       "with arc flows", "network, bytes per arc", "solve, bytes per arc",
                       "peak of the process"});
  table.add({fmt::format("time-{}x{}", size.nodes, size.slots), fmt::format("{:.0f}", vertices),
             fmt::format("{:.0f}", arcs), std::to_string(value), time_text(kMicro * build),
             time_text(kMicro * cut), time_text(kMicro * flow),
             fmt::format("{:.0f}", network_bytes / arcs), fmt::format("{:.0f}", work_bytes / arcs),
             fmt::format("{:.2f} GiB", static_cast<double>(ended.peak_bytes) / kGibibyte)});
  return table.text();
}

}  // namespace corridor::bench
