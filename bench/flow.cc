// How long does one maximum flow take, and what does its certificate add?

#include <benchmark/benchmark.h>

#include <string>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/max_flow.h"
#include "instances.h"
#include "questions.h"
#include "support/lemon_oracle.h"
#include "support/max_flow_oracle.h"

namespace corridor::bench {
namespace {

Instance const& find(std::string const& family, std::size_t links) {
  return family == "built-in" ? built_in() : generated(family, links);
}

std::string name(std::string const& family, std::string const& contender, std::size_t links) {
  auto const name = "flow/" + family + '/' + contender;
  return links == 0 ? name : name + '/' + std::to_string(links);
}

void require_throughput(std::int64_t value, Flow const& flow) {
  require(flow.bounded && value == flow.throughput.parts(), "another throughput");
}

void our_flow(benchmark::State& state, std::string const& family, std::size_t links) {
  auto const& graph = find(family, links).graph;
  Flow flow;
  for (auto _ : state) flow = max_flow(graph);
  require(violation(graph, flow).empty(), "the flow does not hold");
  state.counters["arcs"] = static_cast<double>(graph.arc_count());
}

void our_certificate(benchmark::State& state, std::string const& family, std::size_t links) {
  auto const& graph = find(family, links).graph;
  auto const flow = max_flow(graph);
  for (auto _ : state) require(violation(graph, flow).empty(), "the flow does not hold");
}

void our_headroom(benchmark::State& state, std::string const& family, std::size_t links) {
  auto const& graph = find(family, links).graph;
  auto const flow = max_flow(graph);
  Headroom room;
  for (auto _ : state) room = headroom(graph, flow);
  require(violation(graph, flow, room).empty(), "the headroom does not hold");
}

void lemon_flow(benchmark::State& state, std::string const& family, std::size_t links) {
  auto const& graph = find(family, links).graph;
  auto const arcs = test::plain_arcs(graph);
  test::LemonFlow lemon(graph.vertex_count(), arcs.tail, arcs.head, arcs.capacity);
  std::int64_t value = 0;
  for (auto _ : state) value = lemon.solve();
  require_throughput(value, max_flow(graph));
}

void boost_flow(benchmark::State& state, std::string const& family, std::size_t links,
                test::BoostAlgorithm algorithm) {
  auto const& graph = find(family, links).graph;
  test::BoostFlow boost(graph);
  std::int64_t value = 0;
  for (auto _ : state) value = boost.solve(algorithm).value_or(-1);
  require_throughput(value, max_flow(graph));
}

template <class Function, class... More>
void add(std::string const& family, std::string const& contender, std::size_t links,
         Function function, More... more) {
  auto* const made = benchmark::RegisterBenchmark(
      name(family, contender, links).c_str(),
      [=](benchmark::State& state) { function(state, family, links, more...); });
  made->Unit(benchmark::kMicrosecond);
}

void add_all(std::string const& family, std::size_t links) {
  // Beyond these sizes a peer would run for minutes and say nothing new.
  constexpr std::size_t kMostForEdmondsKarp = 1'000;
  constexpr std::size_t kMostForPreflows = 10'000;
  add(family, "corridor", links, our_flow);
  add(family, "certificate", links, our_certificate);
  add(family, "headroom", links, our_headroom);
  using Algorithm = test::BoostAlgorithm;
  add(family, "Boost_Boykov-Kolmogorov", links, boost_flow, Algorithm::boykov_kolmogorov);
  if (links > kMostForPreflows) return;
  add(family, "LEMON_Preflow", links, lemon_flow);
  add(family, "Boost_push-relabel", links, boost_flow, Algorithm::push_relabel);
  if (links > kMostForEdmondsKarp) return;
  add(family, "Boost_Edmonds-Karp", links, boost_flow, Algorithm::edmonds_karp);
}

}  // namespace

void register_flow() {
  add_all("built-in", 0);
  for (auto const* const family : {"rail", "chains", "grid"}) {
    for (std::size_t const links : kLinks) {
      // A square of a million links takes minutes, where chains and lines take seconds.
      if (std::string(family) == "grid" && links > 100'000) break;
      add_all(family, links);
    }
  }
}

}  // namespace corridor::bench
