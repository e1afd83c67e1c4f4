// How long does a whole front take?

#include "corridor/analysis/pareto.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "corridor/graph/compile.h"
#include "instances.h"
#include "peer_pareto.h"
#include "questions.h"
#include "support/generate.h"
#include "support/network_spec.h"
#include "support/random.h"

namespace corridor::bench {
namespace {

using Criteria = std::vector<Criterion const*>;

Criteria by(std::initializer_list<char const*> names) {
  Criteria found;
  for (auto const* const name : names) found.push_back(find_criterion(name));
  return found;
}

/// One network and several questions about it.
struct Pairs {
  Network network;
  std::vector<Question> questions;
  std::vector<Graph> graphs;

  void add(Question question) {
    graphs.push_back(compile(network, question));
    questions.push_back(std::move(question));
  }
  ParetoFront front(std::size_t i, Criteria const& criteria) const {
    return pareto_front(network, graphs[i], questions[i], criteria);
  }
};

/// Far ends of the shipped network.
Pairs built_in_pairs() {
  Pairs pairs{built_in().network, {}, {}};
  for (auto const& [from, to] :
       std::vector<std::pair<char const*, char const*>>{{"xian", "duisburg"},
                                                        {"xian", "europe"},
                                                        {"lianyungang", "duisburg"},
                                                        {"lianyungang", "europe"},
                                                        {"duisburg", "xian"}}) {
    pairs.add(test::ask(pairs.network, from, to));
  }
  return pairs;
}

/// Random ends of a road network.
Pairs road_pairs(std::size_t nodes) {
  constexpr std::uint64_t kSeed = 2025;
  constexpr int kCount = 9;
  Pairs pairs{test::road_instance(nodes, kSeed).network, {}, {}};
  test::Random random(kSeed);
  while (pairs.questions.size() < kCount) {
    Question question;
    question.from = {NodeId(random.below(pairs.network.nodes.size()))};
    question.to = {NodeId(random.below(pairs.network.nodes.size()))};
    if (question.from != question.to) pairs.add(std::move(question));
  }
  return pairs;
}

void require_right(Pairs const& pairs, std::size_t i, Criteria const& criteria,
                   ParetoFront const& front) {
  require(violation(pairs.network, pairs.graphs[i], pairs.questions[i], criteria,
                    kDefaultValueOfTime, front)
              .empty(),
          "the front does not hold");
}

/// One iteration asks one pair; the pairs take turns.
void our_front(benchmark::State& state, Pairs const& pairs, Criteria const& criteria) {
  std::vector<ParetoFront> fronts(pairs.questions.size());
  std::vector<double> milliseconds;
  std::size_t next = 0;
  for (auto _ : state) {
    auto const start = std::chrono::steady_clock::now();
    fronts[next] = pairs.front(next, criteria);
    std::chrono::duration<double, std::milli> const took = std::chrono::steady_clock::now() - start;
    milliseconds.push_back(took.count());
    next = (next + 1) % fronts.size();
  }
  std::size_t labels = 0;
  std::size_t routes = 0;
  for (std::size_t i = 0; i < std::min(fronts.size(), milliseconds.size()); ++i) {
    require_right(pairs, i, criteria, fronts[i]);
    labels = std::max(labels, fronts[i].labels);
    routes = std::max(routes, fronts[i].routes.size());
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  state.counters["median_ms"] = milliseconds[milliseconds.size() / 2];
  state.counters["most_ms"] = milliseconds.back();
  state.counters["routes"] = static_cast<double>(routes);
  state.counters["labels"] = static_cast<double>(labels);
}

void boost_front(benchmark::State& state, Pairs const& pairs, Criteria const& criteria) {
  auto const amounts_of_arcs = [&](Graph const& graph) {
    std::vector<PeerAmounts> amounts(graph.arc_count());
    for (std::size_t k = 0; k < kPeerCriteria; ++k) {
      auto const column = amounts_of(graph, *criteria[k]);
      for (ArcId const arc : column.ids()) {
        amounts[arc.index()][k] = static_cast<std::int64_t>(column[arc]);
      }
    }
    return amounts;
  };
  BoostFront const peer(pairs.graphs[0], amounts_of_arcs(pairs.graphs[0]));
  std::vector<PeerAmounts> found;
  for (auto _ : state) found = peer.solve();
  auto const own = pairs.front(0, criteria);
  require(own.routes.size() == found.size(), "another front");
  for (std::size_t i = 0; i < found.size(); ++i) {
    require(std::equal(found[i].begin(), found[i].end(), own.routes[i].amounts.begin()),
            "another route on the front");
  }
}

}  // namespace

void register_pareto() {
  constexpr std::size_t kRoadNodes = 50'000;
  auto const three = by({"time", "cost", "emissions"});
  benchmark::RegisterBenchmark("pareto/built-in/corridor", [=](benchmark::State& state) {
    auto const pairs = built_in_pairs();
    our_front(state, pairs, three);
  })->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark("pareto/built-in, one pair/corridor", [=](benchmark::State& state) {
    auto pairs = built_in_pairs();
    pairs.questions.resize(1);
    our_front(state, pairs, three);
  })->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark(
      "pareto/built-in, one pair/Boost_r-c-shortest-paths",
      [=](benchmark::State& state) { boost_front(state, built_in_pairs(), three); })
      ->Unit(benchmark::kMicrosecond);
  for (std::size_t const nodes : {std::size_t{1000}, kRoadNodes}) {
    auto const name = "pareto/road/corridor/" + std::to_string(nodes);
    benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
      auto const pairs = road_pairs(nodes);
      our_front(state, pairs, by({"time", "cost"}));
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace corridor::bench
