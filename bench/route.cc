// How long does one best route take, and what does its certificate add?

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/potentials.h"
#include "corridor/analysis/shortest_path.h"
#include "instances.h"
#include "peer_route.h"
#include "questions.h"
#include "support/lemon_oracle.h"

namespace corridor::bench {
namespace {

Objective const& by_time() { return *find_objective("time"); }

Instance const& find(std::string const& family, std::size_t links) {
  return family == "built-in" ? built_in() : generated(family, links);
}

Route best(Instance const& instance) {
  auto route = shortest_path(instance.network, instance.graph, instance.question, by_time());
  require(route.has_value(), "no route");
  return *route;
}

std::string violation_of(Instance const& instance, Route const& route) {
  return violation(instance.network, instance.graph, instance.question, by_time(),
                   kDefaultValueOfTime, route);
}

std::vector<std::int64_t> times(Graph const& graph) {
  std::vector<std::int64_t> weight;
  weight.reserve(graph.arc_count());
  for (auto const time : graph.columns().time) weight.push_back(time.parts());
  return weight;
}

void our_route(benchmark::State& state, Instance const& instance) {
  Route route;
  for (auto _ : state) route = best(instance);
  require(violation_of(instance, route).empty(), "the route does not hold");
  state.counters["arcs"] = static_cast<double>(instance.graph.arc_count());
}

void our_certificate(benchmark::State& state, Instance const& instance) {
  auto const proven =
      *proven_shortest_path(instance.network, instance.graph, instance.question, by_time());
  for (auto _ : state) {
    auto const found = violation(instance.network, instance.graph, instance.question, by_time(),
                                 kDefaultValueOfTime, proven.route, proven.potentials);
    require(found.empty(), "the route does not hold");
  }
}

template <class Peer>
void peer_route(benchmark::State& state, Instance const& instance, Peer&& peer) {
  std::int64_t time = 0;
  for (auto _ : state) time = peer.solve();
  require(time == best(instance).totals.time.parts(), "another time");
}

void boost_route(benchmark::State& state, Instance const& instance) {
  peer_route(state, instance, BoostRoute(instance.graph, times(instance.graph)));
}

void lemon_route(benchmark::State& state, Instance const& instance) {
  std::vector<std::uint32_t> tail;
  std::vector<std::uint32_t> head;
  for (auto const v : instance.graph.columns().tail) tail.push_back(v.index());
  for (auto const v : instance.graph.columns().head) head.push_back(v.index());
  peer_route(state, instance,
             test::LemonRoute(instance.graph.vertex_count(), tail, head, times(instance.graph)));
}

template <class Function>
void add(std::string const& family, std::string const& contender, std::size_t links,
         Function function) {
  auto name = "route/" + family + '/' + contender;
  if (links != 0) name += '/' + std::to_string(links);
  benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
    function(state, find(family, links));
  })->Unit(benchmark::kMicrosecond);
}

void add_all(std::string const& family, std::size_t links) {
  add(family, "corridor", links, our_route);
  add(family, "certificate", links, our_certificate);
  add(family, "LEMON_Dijkstra", links, lemon_route);
  add(family, "Boost_adjacency-list", links, boost_route);
}

}  // namespace

void register_route() {
  add_all("built-in", 0);
  for (auto const* const family : {"rail", "grid"}) {
    for (std::size_t const links : kLinks) add_all(family, links);
  }
}

}  // namespace corridor::bench
