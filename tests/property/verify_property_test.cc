// True results of random networks hold, and a graph written as DIMACS keeps its throughput.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "cli/run.h"
#include "corridor/analysis/max_flow.h"
#include "corridor/io/dimacs.h"
#include "corridor/report/dimacs.h"
#include "corridor/verify/verify.h"
#include "support/generate.h"
#include "support/write_yaml.h"

namespace corridor {
namespace {

namespace fs = std::filesystem;

/// A network file that lives as long as this.
class NetworkFile {
 public:
  explicit NetworkFile(test::NetworkSpec const& spec)
      : path_(fs::temp_directory_path() /
              ("corridor-verify-" + std::to_string(::getpid()) + ".yaml")) {
    std::ofstream(path_, std::ios::binary) << test::write_yaml(spec, test::YamlStyle::flow);
  }
  NetworkFile(NetworkFile const&) = delete;
  NetworkFile& operator=(NetworkFile const&) = delete;
  ~NetworkFile() { fs::remove(path_); }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

void expect_to_hold(std::vector<std::string> command, std::uint64_t seed) {
  auto const verb = command.front();
  auto const run = cli::run(command, {});
  if (run.outcome.code == 2) return;  // ends that share a node
  Loader loader;
  auto const answer = verify_text(loader, "result.json", run.outcome.answer, std::nullopt);
  ASSERT_TRUE(answer) << verb << ", seed " << seed << ": " << run.outcome.messages;
  EXPECT_TRUE(answer->holds) << verb << ", seed " << seed << ": " << answer->place << " "
                             << answer->reason;
}

TEST(Verify, TrueResultsOfRandomNetworksHold) {
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    auto const sample = test::sample(seed);
    NetworkFile const file(sample.spec);
    std::vector<std::string> const question = {"--network", file.path(), "--from",   sample.from,
                                               "--to",      sample.to,   "--format", "json"};
    for (auto const* verb : {"flow", "route", "compare"}) {
      std::vector<std::string> command = {verb};
      command.insert(command.end(), question.begin(), question.end());
      expect_to_hold(command, seed);
    }
    std::vector<std::string> generalised = {"route", "--by", "generalised", "--via",
                                            sample.spec.nodes.front().id.text};
    generalised.insert(generalised.end(), question.begin(), question.end());
    expect_to_hold(generalised, seed);
    if (HasFatalFailure()) return;
  }
}

std::string chosen(std::uint64_t seed, std::vector<std::string> const& words) {
  return words[seed % words.size()];
}

/// More is for sale on every second link, of some without end.
test::NetworkSpec for_sale(test::NetworkSpec spec, std::uint64_t seed) {
  for (std::size_t i = seed % 2; i < spec.links.size(); i += 2) {
    auto& element = spec.links[i].element;
    if (!element.capacity || element.capacity->text == "unlimited") continue;
    element.expansion = ExpansionSpec();
    element.expansion->cost =
        Text(std::to_string(100 * (1 + (seed + 7 * i) % 9)) + ".5 USD per TEU/year");
    element.expansion->up_to =
        Text(i % 3 == 0 ? "unlimited" : std::to_string(1 + (seed + i) % 6) + " TEU/year");
  }
  return spec;
}

TEST(Verify, TrueResultsOfTheCapacityVerbsHold) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    auto sample = test::sample(seed);
    NetworkFile const file(for_sale(sample.spec, seed));
    std::vector<std::string> links;
    for (auto const& link : sample.spec.links) links.push_back(link.id.text);
    if (links.empty()) continue;
    auto const link = chosen(seed, links);
    std::vector<std::vector<std::string>> const commands = {
        {"curve", "--links", link, "--min", "1/3", "--max", "4", "--target", "5"},
        {"ladder"},
        {"ladder", "--target", "7"},
        {"criticality", "--pairs"},
        {"invest"},
        {"invest", "--budget", "2500 USD"},
    };
    for (auto command : commands) {
      command.insert(command.end(), {"--network", file.path(), "--from", sample.from, "--to",
                                     sample.to, "--format", "json"});
      expect_to_hold(command, seed);
      if (HasFatalFailure()) return;
    }
  }
}

/// A scenario file that lives as long as this.
class ProjectFile {
 public:
  ProjectFile(std::string const& id, std::string const& text)
      : path_(fs::temp_directory_path() / (id + "-" + std::to_string(::getpid()) + ".yaml")) {
    std::ofstream(path_, std::ios::binary)
        << "format: 1\nscenario: " << path_.stem().string() << "\n"
        << text;
  }
  ProjectFile(ProjectFile const&) = delete;
  ProjectFile& operator=(ProjectFile const&) = delete;
  ~ProjectFile() { fs::remove(path_); }
  std::string path() const { return path_.string(); }
  std::string id() const { return path_.stem().string(); }

 private:
  fs::path path_;
};

TEST(Verify, TrueResultsOfProjectsHold) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    auto const sample = test::sample(seed);
    NetworkFile const file(for_sale(sample.spec, seed));
    std::vector<std::string> links;
    for (auto const& link : sample.spec.links) links.push_back(link.id.text);
    if (links.size() < 3) continue;
    auto const change = [&](std::string const& kind, std::size_t i, std::string const& more) {
      return "changes:\n  - " + kind + ": {links: [" + chosen(seed + i, links) + "], " + more +
             "}\n";
    };
    ProjectFile const wider("wider", "cost: 3 kUSD\n" + change("multiply", 0, "capacity: 3"));
    ProjectFile const lower("lower", "cost: 1 kUSD\n" + change("multiply", 1, "capacity: 0.5"));
    ProjectFile const later(
        "later", "cost: 2 kUSD\nyear: 2031\n" + change("set", 2, "capacity: 9 TEU/year"));
    ProjectFile const longer("longer", "extends: " + wider.id() + "\ncost: 1 kUSD\n" +
                                           change("multiply", 2, "capacity: 2"));
    for (auto const* budget : {"4 kUSD", "1 MUSD"}) {
      expect_to_hold({"invest",    "--network",  file.path(),   "--from",     sample.from,
                      "--to",      sample.to,    "--budget",    budget,       "--budget-per-year",
                      "1 kUSD",    "--project",  longer.path(), "--project",  wider.path(),
                      "--project", lower.path(), "--project",   later.path(), "--format",
                      "json"},
                     seed);
      if (HasFatalFailure()) return;
    }
  }
}

TEST(Dimacs, AnExportedGraphKeepsItsThroughput) {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    auto const sample = test::sample(seed);
    auto const network = test::build(sample.spec);
    auto const question = test::ask(network, sample.from, sample.to);
    if (!problem_of(network, question).empty()) continue;
    auto const graph = compile(network, question);
    if (graph.arc_count() == 0) continue;
    auto const flow = max_flow(graph);
    auto const problem = read_dimacs(std::make_shared<Sources>(), "exported.max",
                                     to_dimacs(network, question, graph));
    ASSERT_TRUE(problem) << "seed " << seed << ": " << problem.error().front().message;
    auto const again =
        compile(problem->network, test::ask(problem->network, problem->source, problem->sink));
    auto const throughput = max_flow(again).throughput;
    if (flow.bounded) {
      EXPECT_EQ(throughput, flow.throughput) << "seed " << seed;
    } else {
      Capacity finite;
      for (auto const& capacity : graph.columns().capacity) {
        if (!capacity.unlimited()) finite += capacity.capacity();
      }
      EXPECT_GT(throughput, finite) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace corridor
