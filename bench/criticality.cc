// How long does it take to know what every element is worth, and what does deleting each one and
// solving again take instead?

#include "corridor/analysis/criticality.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "corridor/graph/compile.h"
#include "instances.h"
#include "questions.h"
#include "support/generate.h"

namespace corridor::bench {
namespace {

constexpr std::size_t kSmall = 1'500;  // arcs: about 500 nodes
constexpr std::array<std::size_t, 3> kLarge{10'000, 100'000, 1'000'000};

/// `rail`: from one corner to the other, which few lines serve. `rail-wide`: from the whole west
/// edge to the whole east edge, which keeps most lines busy. `grid`: likewise, without chains.
/// About `arcs` arcs. The one made last is kept.
Instance const& instance(std::string const& family, std::size_t arcs) {
  if (family == "built-in") return built_in();
  static std::optional<Instance> kept;
  static std::string made;
  auto const name = family + '/' + std::to_string(arcs);
  if (name == made) return *kept;
  kept.reset();
  constexpr std::uint64_t kSeed = 2025;
  auto const nodes = arcs * 10 / 32;
  auto const grid_side = static_cast<std::size_t>(std::sqrt(static_cast<double>(arcs) / 5));
  auto drawn = family == "grid" ? test::grid_instance(grid_side, grid_side, kSeed)
                                : test::rail_instance(nodes, kSeed);
  if (family == "rail-wide") {
    auto const last = drawn.question.to.front().index() + std::size_t{1};
    auto const side = static_cast<std::size_t>(std::sqrt(static_cast<double>(last)));
    drawn.question = {};
    for (std::size_t row = 0; row < side; ++row) {
      drawn.question.from.emplace_back(row * side);
      drawn.question.to.emplace_back(row * side + side - 1);
    }
  }
  auto graph = compile(drawn.network, drawn.question);
  kept.emplace(Instance{std::move(drawn.network), std::move(drawn.question), std::move(graph)});
  made = name;
  return *kept;
}

/// Some elements, spread over the list, against a solve without them.
void require_losses(Instance const& asked, Flow const& flow, Criticality const& found) {
  constexpr std::size_t kSamples = 7;
  auto const& elements = found.elements;
  for (std::size_t k = 0; k < kSamples && !elements.empty(); ++k) {
    auto const& element = elements[k * (elements.size() - 1) / (kSamples - 1)];
    auto capacity = asked.graph.columns().capacity;
    for (ArcId const a : element.failure.arcs) capacity[a] = Capacity();
    require(max_flow(asked.graph, capacity).throughput == element.throughput,
            "an element loses something else");
  }
  require(flow.bounded && !elements.empty(), "nothing was asked");
}

void our_losses(benchmark::State& state, std::string const& family, std::size_t arcs) {
  auto const& asked = instance(family, arcs);
  auto const flow = max_flow(asked.graph);
  Criticality found;
  for (auto _ : state) found = criticality(asked.network, asked.graph, flow);
  require_losses(asked, flow, found);
  state.counters["arcs"] = static_cast<double>(asked.graph.arc_count());
  state.counters["elements"] = static_cast<double>(found.elements.size());
  state.counters["searches"] = static_cast<double>(found.searches);
}

void our_routes(benchmark::State& state, std::string const& family, std::size_t arcs) {
  auto const& asked = instance(family, arcs);
  auto const found = criticality(asked.network, asked.graph, max_flow(asked.graph));
  auto const& objective = *find_objective("time");
  RouteCriticality routes;
  for (auto _ : state) routes = route_criticality(asked.graph, objective, found);
  require(violation(asked.graph, objective, found, routes).empty(), "another best route");
}

void our_pairs(benchmark::State& state, std::string const& family, std::size_t arcs) {
  constexpr std::size_t kMost = 20;
  auto const& asked = instance(family, arcs);
  auto const flow = max_flow(asked.graph);
  auto const found = criticality(asked.network, asked.graph, flow);
  PairCriticality pairs;
  for (auto _ : state) pairs = pair_criticality(asked.graph, flow, found, kMost);
  auto const proof = proof_of(asked.graph, flow, found, pairs.worst);
  require(violation(asked.network, asked.graph, flow, found, pairs.worst, proof).empty(),
          "the pairs do not hold");
  state.counters["pairs"] = static_cast<double>(pairs.pairs);
  state.counters["searched"] = static_cast<double>(pairs.searched);
}

/// What everyone can do: each element's arcs closed, the flow found from nothing.
void deletions(benchmark::State& state, std::string const& family, std::size_t arcs) {
  auto const& asked = instance(family, arcs);
  auto const flow = max_flow(asked.graph);
  auto const found = criticality(asked.network, asked.graph, flow);
  for (auto _ : state) {
    for (auto const& element : found.elements) {
      auto capacity = asked.graph.columns().capacity;
      for (ArcId const a : element.failure.arcs) capacity[a] = Capacity();
      require(max_flow(asked.graph, capacity).throughput == element.throughput,
              "an element loses something else");
    }
  }
}

template <class Function>
void add(std::string const& family, std::string const& contender, std::size_t arcs,
         Function function) {
  auto const name = "criticality/" + family + '/' + contender;
  auto* const made =
      benchmark::RegisterBenchmark((arcs == 0 ? name : name + '/' + std::to_string(arcs)).c_str(),
                                   [=](benchmark::State& state) { function(state, family, arcs); });
  made->Unit(benchmark::kMillisecond);
}

}  // namespace

void register_criticality() {
  add("built-in", "corridor", 0, our_losses);
  add("built-in", "routes", 0, our_routes);
  add("built-in", "pairs", 0, our_pairs);
  add("built-in", "deletions", 0, deletions);
  for (auto const* const family : {"rail", "rail-wide", "grid"}) {
    add(family, "corridor", kSmall, our_losses);
    add(family, "routes", kSmall, our_routes);
    add(family, "pairs", kSmall, our_pairs);
    add(family, "deletions", kSmall, deletions);
    for (std::size_t const arcs : kLarge) {
      // A square keeps every link busy and each search long; beyond this it runs for hours.
      if (std::string(family) == "grid" && arcs > kLarge.front()) break;
      add(family, "corridor", arcs, our_losses);
    }
  }
}

}  // namespace corridor::bench
