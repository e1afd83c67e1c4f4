// How long do the ten best routes take, and beside igraph on the same network?

#include "corridor/analysis/k_shortest.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "child.h"
#include "flow/exchange.h"
#include "instances.h"
#include "questions.h"
#include "support/network_spec.h"
#include "temporary_file.h"

namespace corridor::bench {
namespace {

constexpr std::size_t kCount = 10;
constexpr char const* kForeignProgram = "corridor-bench-gpl";

Objective const& by_time() { return *find_objective("time"); }

/// One origin and one destination on the shipped network: igraph knows no regions.
Instance const& xian_duisburg() {
  static Instance const instance = [] {
    auto network = built_in().network;
    auto question = test::ask(network, "xian", "duisburg");
    auto graph = compile(network, question);
    return Instance{std::move(network), std::move(question), std::move(graph)};
  }();
  return instance;
}

/// A square of nodes from corner to corner.
Instance const& square(std::size_t links) {
  static std::size_t made = 0;
  static Instance instance = xian_duisburg();
  if (made != links) {
    auto const& grid = generated("grid", links);
    auto question = grid.question;
    question.from.resize(1);
    question.to.erase(question.to.begin(), question.to.end() - 1);
    instance = {grid.network, question, compile(grid.network, question)};
    made = links;
  }
  return instance;
}

RouteChoice ten_best(Instance const& instance) {
  return k_shortest_routes(instance.network, instance.graph, instance.question, by_time(),
                           {kCount, 0});
}

std::int64_t sum_of(RouteChoice const& choice) {
  std::int64_t sum = 0;
  for (auto const& route : choice.routes) sum += route.totals.time.parts();
  return sum;
}

void our_routes(benchmark::State& state, Instance const& instance) {
  RouteChoice choice;
  for (auto _ : state) choice = ten_best(instance);
  auto const best = shortest_path(instance.network, instance.graph, instance.question, by_time());
  require(best && choice.routes.size() == kCount &&
              violation(instance.network, instance.graph, instance.question, by_time(),
                        kDefaultValueOfTime, {kCount, 0}, *best, choice)
                  .empty(),
          "the routes do not hold");
}

/// Nodes and links as they are: one mode, nothing paid inside nodes. What an edge can carry is
/// read as its length.
void write_plain(std::ostream& out, Instance const& instance) {
  auto const& network = instance.network;
  families::Instance plain;
  plain.vertices = static_cast<flow::Vertex>(network.nodes.size());
  plain.source = instance.question.from.front().index();
  plain.sink = instance.question.to.front().index();
  for (auto const& link : network.links) {
    auto const from = link.from.index();
    auto const to = link.to.index();
    auto const time = link.element.figures.time.parts();
    plain.edges.push_back({from, to, time});
    if (link.both_ways) plain.edges.push_back({to, from, time});
  }
  write_instance(out, plain);
}

void igraph_routes(benchmark::State& state, Instance const& instance) {
  TemporaryFile const file(".paths");
  {
    std::ofstream out(file.path());
    write_plain(out, instance);
  }
  for (auto _ : state) {
    auto const ended =
        run_child(sibling(kForeignProgram),
                  {"routes", std::to_string(kCount), file.path().string()}, Output::kept);
    if (ended.exit_code != 0) return state.SkipWithError("corridor-bench-gpl failed");
    std::istringstream said(ended.output);
    double seconds = 0;
    std::int64_t sum = 0;
    said >> seconds >> sum;
    require(sum == sum_of(ten_best(instance)), "igraph finds other routes");
    state.SetIterationTime(seconds);
  }
}

template <class Find, class Function>
benchmark::internal::Benchmark* add(std::string const& name, Find find, Function function) {
  return benchmark::RegisterBenchmark(("k-shortest/" + name).c_str(),
                                      [=](benchmark::State& state) { function(state, find()); })
      ->Unit(benchmark::kMicrosecond);
}

}  // namespace

void register_k_shortest() {
  bool const with_igraph = std::filesystem::exists(sibling(kForeignProgram));
  add("built-in/corridor", xian_duisburg, our_routes);
  for (std::size_t const links : kLinks) {
    auto const size = std::to_string(links);
    auto const find = [links]() -> Instance const& { return square(links); };
    add("grid/corridor/" + size, find, our_routes);
    // igraph searches from every node of every route found: minutes from 100,000 links on.
    if (!with_igraph || links > 100'000) continue;
    add("grid/igraph/" + size, find, igraph_routes)->UseManualTime()->Iterations(1);
  }
}

}  // namespace corridor::bench
