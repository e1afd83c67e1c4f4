// How long does it take to read, check and compile a network, against yaml-cpp's bare events, and
// how much memory does that hold?

#include "corridor/io/load.h"

#include <benchmark/benchmark.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "child.h"
#include "corridor/graph/compile.h"
#include "instances.h"
#include "questions.h"
#include "support/random.h"
#include "temporary_file.h"

namespace corridor::bench {
namespace {

/// A chain of nodes with links across it, about a hundred bytes a link, as people write them.
std::string yaml_of(std::size_t links) {
  test::Random random(links);
  auto const nodes = std::max<std::size_t>(2, links / 2);
  std::ostringstream out;
  out << "format: 1\nnetwork: generated\nyear: 2025\n"
         "assumptions: {teu_per_train: 82, tonnes_per_teu: 11, operating_days: 347}\n"
         "modes:\n"
         "  rail: {kind: rail, gauge: 1520 mm, speed: 1000 km/day, cost: 0.30 USD/TEU/km,"
         " emissions: 200 g/TEU/km}\nnodes:\n";
  for (std::size_t i = 0; i < nodes; ++i) out << "  n" << i << ": {name: Node " << i << "}\n";
  out << "links:\n";
  for (std::size_t i = 0; i < links; ++i) {
    auto const from = i % (nodes - 1);
    auto const to = i < nodes - 1 ? from + 1 : (from + 1 + random.below(nodes - 1)) % nodes;
    out << "  l" << i << ": {between: [n" << from << ", n" << to
        << "], mode: rail, length: " << random.between(1, 900)
        << " km, capacity: " << random.between(1, 60) << " trains/day}\n";
  }
  return out.str();
}

/// A file of the benchmark's own, gone with the object.
class NetworkFile {
 public:
  explicit NetworkFile(std::size_t links) : file_(".yaml") {
    std::ofstream(file_.path()) << yaml_of(links);
  }

  std::string path() const { return file_.path(); }
  std::string text() const {
    std::ostringstream text;
    text << std::ifstream(file_.path()).rdbuf();
    return text.str();
  }

 private:
  TemporaryFile file_;
};

struct CountEvents : YAML::EventHandler {
  std::size_t count = 0;
  void OnDocumentStart(YAML::Mark const&) override { ++count; }
  void OnDocumentEnd() override { ++count; }
  void OnNull(YAML::Mark const&, YAML::anchor_t) override { ++count; }
  void OnAlias(YAML::Mark const&, YAML::anchor_t) override { ++count; }
  void OnScalar(YAML::Mark const&, std::string const&, YAML::anchor_t,
                std::string const&) override {
    ++count;
  }
  void OnSequenceStart(YAML::Mark const&, std::string const&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    ++count;
  }
  void OnSequenceEnd() override { ++count; }
  void OnMapStart(YAML::Mark const&, std::string const&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    ++count;
  }
  void OnMapEnd() override { ++count; }
};

std::size_t arcs_of(std::string const& path) {
  auto const network = must(Loader().network(path));
  Question question;
  question.from = {NodeId(0)};
  question.to = {NodeId(network.nodes.size() - 1)};
  return compile(network, question).arc_count();
}

void load_built_in(benchmark::State& state) {
  std::size_t links = 0;
  for (auto _ : state) links = must(Loader().network(kDefaultNetwork)).links.size();
  require(links == built_in().network.links.size(), "another network");
}

void load_file(benchmark::State& state, std::size_t links) {
  NetworkFile const file(links);
  std::size_t arcs = 0;
  for (auto _ : state) arcs = arcs_of(file.path());
  require(arcs >= 2 * links, "a link is missing");
  auto const ended = run_child("/proc/self/exe", {"--load", file.path()});
  require(ended.exit_code == 0, "the child cannot load it");
  constexpr double kMebibyte = 1024.0 * 1024.0;
  state.counters["MiB"] = static_cast<double>(ended.peak_bytes) / kMebibyte;
  state.counters["file_MiB"] =
      static_cast<double>(std::filesystem::file_size(file.path())) / kMebibyte;
}

void bare_events(benchmark::State& state, std::size_t links) {
  NetworkFile const file(links);
  CountEvents events;
  for (auto _ : state) {
    std::istringstream text(file.text());
    YAML::Parser(text).HandleNextDocument(events);
  }
  require(events.count > links, "too few events");
}

}  // namespace

int load_and_compile(std::string const& path) { return arcs_of(path) > 0 ? 0 : 1; }

void register_load() {
  benchmark::RegisterBenchmark("load/built-in/corridor", load_built_in)
      ->Unit(benchmark::kMicrosecond);
  for (std::size_t const links : kLinks) {
    // A million links are for other formats than YAML.
    if (links > 100'000) break;
    auto const size = '/' + std::to_string(links);
    benchmark::RegisterBenchmark(("load/generated/corridor" + size).c_str(), load_file, links)
        ->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark(("load/generated/yaml-cpp_events" + size).c_str(), bare_events,
                                 links)
        ->Unit(benchmark::kMicrosecond);
  }
}

}  // namespace corridor::bench
