// Times searches and contraction hierarchies beside the Dijkstra of other libraries on road-like
// and rail-like networks, and prints the tables of bench/README.md; see there for the rules.

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "../flow/program.h"
#include "../instances.h"
#include "../readme_section.h"
#include "corridor/analysis/skim.h"
#include "corridor/io/tables.h"
#include "study.h"
#include "support/generate.h"

namespace corridor::bench {
namespace {

constexpr char const* kUsage =
    "usage: corridor-route-bench [--smoke] [--most VERTICES] [--update README]\n"
    "       corridor-route-bench --write-gmns LINKS DIR\n"
    "\n"
    "  --smoke           small networks once: whether all answers agree\n"
    "  --most VERTICES   leave out larger networks (1000000)\n"
    "  --write-gmns      write a road-like network of about so many links as a GMNS folder\n"
    "  --update README   also write the tables into the section `route` of this file\n";

struct Options {
  bool smoke = false;
  std::size_t most = 1'000'000;
  std::string update;
  std::size_t links = 0;  ///< of the network to write; 0: none
  std::string folder;
};

/// Throws std::invalid_argument or std::out_of_range where a number is expected.
std::optional<Options> parse(std::vector<std::string> const& words) {
  Options options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool const more = i + 1 < words.size();
    if (words[i] == "--smoke") {
      options.smoke = true;
    } else if (words[i] == "--most" && more) {
      options.most = std::stoul(words[++i]);
    } else if (words[i] == "--write-gmns" && i + 2 < words.size()) {
      options.links = std::stoul(words[++i]);
      options.folder = words[++i];
    } else if (words[i] == "--update" && more) {
      options.update = words[++i];
    } else {
      return std::nullopt;
    }
  }
  return options;
}

/// All pairs of the shipped network, by both methods, which have to agree.
std::string built_in_section(int repetitions) {
  Network const& network = built_in().network;
  SkimPlan plan;
  for (NodeId const node : network.nodes.ids()) plan.from.push_back(node);
  plan.to = plan.from;
  plan.by = {find_objective("time")};
  double best[2] = {};
  std::vector<std::int64_t> cells[2];
  for (SkimMethod const method : {SkimMethod::searches, SkimMethod::hierarchy}) {
    auto const number = static_cast<std::size_t>(method);
    best[number] = median_wall_seconds(repetitions, [&] {
      cells[number] = skim(network, plan, kThreads, nullptr, method).matrices.front().cells;
    });
  }
  if (cells[0] != cells[1]) throw std::logic_error("the methods differ on the built-in network");
  return fmt::format(
      "All {} x {} pairs of the built-in network by time, {} threads: {:.2f} ms by searches, "
      "{:.2f} "
      "ms by a hierarchy, its order included.\n",
      plan.from.size(), plan.to.size(), kThreads, 1e3 * best[0], 1e3 * best[1]);
}

/// The same network on every machine. Its nodes are about as many as four fifths of its links.
int write_gmns(std::size_t links, std::string const& folder) {
  constexpr std::uint64_t kSeed = 1;
  auto const network = test::road_instance(links * 7 / 8, kSeed).network;
  std::filesystem::create_directories(folder);
  for (auto const& file : to_gmns(network)) {
    std::ofstream out(std::filesystem::path(folder) / file.name, std::ios::binary);
    out << file.text;
    if (!out.flush()) throw std::runtime_error("cannot write " + file.name + " in " + folder);
  }
  fmt::print("{}: {} nodes, {} links\n", folder, network.nodes.size(), network.links.size());
  return 0;
}

int run(std::vector<std::string> const& words) {
  std::optional<Options> options;
  try {
    options = parse(words);
  } catch (std::logic_error const&) {
    options.reset();
  }
  if (!options) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  if (options->links > 0) return write_gmns(options->links, options->folder);
  auto const effort = options->smoke ? kSmoke : kFull;
  std::vector<Row> rows;
  for (NetworkSize const& size : sizes(options->smoke ? 2'000 : options->most)) {
    rows.push_back(measure(size, effort));
    std::fprintf(stderr, "%s\n", rows.back().name.c_str());
  }
  std::string text = std::string(CORRIDOR_BENCH_FLAGS) + ".\n\n" + report(rows) + '\n' +
                     built_in_section(options->smoke ? 1 : 21);
  std::fputs(text.c_str(), stdout);
  if (!options->update.empty()) replace_section(options->update, "route", text);
  return 0;
}

}  // namespace
}  // namespace corridor::bench

int main(int argc, char** argv) {
  return corridor::bench::run_program("corridor-route-bench", argc, argv, corridor::bench::run);
}
