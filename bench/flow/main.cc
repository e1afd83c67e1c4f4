// Times the flow kernel beside other libraries on the families of tests/support/flow_families.h and
// prints the tables of bench/README.md; see there for the rules.

#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "../instances.h"
#include "../readme_section.h"
#include "huge.h"
#include "program.h"
#include "study.h"
#include "support/max_flow_oracle.h"
#include "tables.h"
#include "warm.h"

namespace corridor::bench {
namespace {

constexpr char const* kUsage =
    "usage: corridor-flow-bench [--smoke] [--family NAME] [--limit SECONDS] [--update README]\n"
    "\n"
    "  --smoke           small instances once: whether all answers agree\n"
    "  --family NAME     this family only\n"
    "  --limit SECONDS   leave out peers that are expected to take longer for one solve (2)\n"
    "  --update README   also write the tables into the section `flow` of this file\n";

constexpr char const* kBuiltIn = "built-in";

struct Options {
  bool smoke = false;
  std::string family;
  double limit = 2;
  std::string update;
  std::optional<HugeSize> huge;  ///< this is the child that solves it
};

bool is_family(std::string const& name) {
  auto const& all = families::families();
  return name == kBuiltIn ||
         std::any_of(all.begin(), all.end(), [&](auto const& known) { return known.name == name; });
}

/// Throws std::invalid_argument or std::out_of_range where a number is expected.
std::optional<Options> parse(std::vector<std::string> const& words) {
  Options options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t const left = words.size() - i - 1;
    if (words[i] == "--smoke") {
      options.smoke = true;
    } else if (words[i] == "--family" && left > 0 && is_family(words[i + 1])) {
      options.family = words[++i];
    } else if (words[i] == "--limit" && left > 0) {
      options.limit = std::stod(words[++i]);
    } else if (words[i] == "--update" && left > 0) {
      options.update = words[++i];
    } else if (words[i] == "--huge" && left > 1) {
      options.huge = HugeSize{static_cast<std::uint32_t>(std::stoul(words[i + 1])),
                              static_cast<std::uint32_t>(std::stoul(words[i + 2]))};
      i += 2;
    } else {
      return std::nullopt;
    }
  }
  return options;
}

/// Keeps this thread on the processor it is on, as long as it lives: caches stay warm.
class Pinned {
 public:
  Pinned() {
    sched_getaffinity(0, sizeof before_, &before_);
    cpu_set_t here;
    CPU_ZERO(&here);
    CPU_SET(static_cast<std::size_t>(sched_getcpu()), &here);
    sched_setaffinity(0, sizeof here, &here);
  }
  ~Pinned() { sched_setaffinity(0, sizeof before_, &before_); }
  Pinned(Pinned const&) = delete;
  Pinned& operator=(Pinned const&) = delete;

 private:
  cpu_set_t before_{};
};

/// The shipped network, from xian to europe, as an instance.
families::Instance built_in_instance() {
  auto const& graph = built_in().graph;
  auto const arcs = test::plain_arcs(graph);
  families::Instance made;
  made.name = kBuiltIn;
  made.vertices = static_cast<flow::Vertex>(graph.vertex_count());
  made.source = graph.origin().index();
  made.sink = graph.destination().index();
  for (std::size_t a = 0; a < arcs.tail.size(); ++a) {
    made.edges.push_back({arcs.tail[a], arcs.head[a], arcs.capacity[a], 0});
  }
  return made;
}

/// What ran where, with how much company.
std::string circumstances() {
  std::string model = "unknown processor";
  std::ifstream cpus("/proc/cpuinfo");
  for (std::string line; std::getline(cpus, line);) {
    if (line.rfind("model name", 0) == 0) {
      model = line.substr(line.find(':') + 2);
      break;
    }
  }
  double load = 0;
  if (getloadavg(&load, 1) != 1) load = 0;
  return fmt::format("{}; {}; load average at the start {:.1f}.", CORRIDOR_BENCH_FLAGS, model,
                     load);
}

struct Results {
  std::vector<Row> large;  ///< of families with several sizes
  std::vector<Row> small;
  std::vector<WarmRow> warm;
};

void tell(std::vector<Row> const& rows) {
  std::fprintf(stderr, "%s\n", times_table(rows, Answer::cut).c_str());
}

/// An instance that is in no family, or of a family of one size: also its warm scenarios.
void measure_small(Study& study, families::Instance const& instance, WarmPlan const& plan,
                   Results& results) {
  {
    Pinned const pinned;
    results.small.push_back(study.single(instance));
  }
  auto const rows = measure_warm(instance, results.small.back(), plan);
  results.warm.insert(results.warm.end(), rows.begin(), rows.end());
}

Results measure(Options const& options) {
  Limits limits;
  limits.seconds = options.limit;
  Study study(limits);
  Results results;
  if (options.family.empty() || options.family == kBuiltIn)
    measure_small(study, built_in_instance(), {}, results);
  for (auto const& family : families::families()) {
    if (!options.family.empty() && family.name != options.family) continue;
    if (family.sizes == 1) {
      measure_small(study, family.make(0, kSeed), {}, results);
      continue;
    }
    Pinned const pinned;
    auto const rows = study.family(family, family.sizes);
    tell(rows);
    results.large.insert(results.large.end(), rows.begin(), rows.end());
  }
  return results;
}

/// Every path through this program on instances of a few hundred arcs, once: for the answers.
Results smoke() {
  Limits limits;
  limits.repetitions = {1, 1};
  Study study(limits);
  Results results;
  for (auto const& instance :
       {built_in_instance(), families::genrmf(4, 8, kSeed), families::rlg(8, 16, kSeed),
        families::grid(10, kSeed), families::acyclic_dense(24, kSeed), families::dinic_bad(200),
        families::road(49, kSeed), families::rail(36, kSeed),
        families::corridor_chains(4, 20, 30, kSeed), families::time_expanded(16, 8, kSeed)}) {
    measure_small(study, instance, {1, 1}, results);
  }
  for (auto const& family : families::families()) {
    // The one whose first size is small.
    if (family.name == "acyclic-dense") results.large = study.family(family, 2);
  }
  return results;
}

std::string section(std::string const& title, std::string const& table) {
  return "#### " + title + "\n\n" + table + '\n';
}

std::string report(Results const& results) {
  std::string text;
  if (!results.large.empty()) {
    text += section("Largest size of each family", summary_table(results.large));
    text += section("Value and cut", times_table(results.large, Answer::cut));
    text += section("With arc flows", times_table(results.large, Answer::flow));
    text += section("Growth of value and cut", growth_table(results.large, Answer::cut));
    text += section("Building, outside the clock", build_table(results.large));
  }
  if (!results.small.empty()) {
    text += section("Small networks, cold: value and cut", times_table(results.small, Answer::cut));
    text +=
        section("Small networks, cold: with arc flows", times_table(results.small, Answer::flow));
    text += section("Small networks, warm", warm_table(results.warm));
  }
  return text;
}

std::string usage() {
  std::string text = kUsage;
  text += "\nfamilies: built-in";
  for (auto const& family : families::families()) text += ' ' + std::string(family.name);
  return text + '\n';
}

int run(std::vector<std::string> const& words) {
  std::optional<Options> options;
  try {
    options = parse(words);
  } catch (std::logic_error const&) {
    options.reset();
  }
  if (!options) {
    std::fputs(usage().c_str(), stderr);
    return 2;
  }
  if (options->huge) return solve_huge(*options->huge);
  auto text = circumstances() + "\n\n";
  text += report(options->smoke ? smoke() : measure(*options));
  if (options->family.empty()) {
    HugeSize size;
    if (options->smoke) size = {40, 20};
    text += section("Ten million arcs", huge_table(size));
  }
  text.pop_back();
  std::fputs(text.c_str(), stdout);
  if (!options->update.empty()) replace_section(options->update, "flow", text);
  return 0;
}

}  // namespace
}  // namespace corridor::bench

int main(int argc, char** argv) {
  return corridor::bench::run_program("corridor-flow-bench", argc, argv, corridor::bench::run);
}
