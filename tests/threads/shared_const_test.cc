// Const objects may be used from any number of threads. Run under ThreadSanitizer this fails on
// the first unguarded write behind a const interface.

#include <gtest/gtest.h>

#include <array>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/compare.h"
#include "corridor/analysis/routing.h"
#include "corridor/analysis/sweep.h"
#include "corridor/io/load.h"
#include "corridor/report/sweep_rows.h"
#include "corridor/scenario/apply.h"
#include "corridor/scenario/provenance.h"

namespace corridor {
namespace {

constexpr std::size_t kThreads = 4;

/// Everything a host may do with a shared network, as one text.
std::string ask_everything(Network const& base, std::vector<Scenario> const& scenarios) {
  Network const changed = corridor::apply(base, scenarios).value();
  std::string answers;
  for (Network const* network : {&base, &changed}) {
    Question question;
    question.from = find_place(*network, "xian").nodes;
    question.to = find_place(*network, "europe").nodes;
    Graph const graph = compile(*network, question);
    for (Objective const& objective : objectives()) {
      auto const route = shortest_path(*network, graph, question, objective);
      answers += std::to_string(route->totals.time.parts()) + ' ';
    }
    Flow const flow = max_flow(graph);
    answers += std::to_string(flow.throughput.parts()) + violation(graph, flow) + '\n';
  }
  for (Difference const& d : difference(base, changed)) answers += d.before + '>' + d.after + ' ';
  for (auto const& figure : explain(changed, "dostyk-aktogay").figures) answers += figure.value;
  return answers;
}

TEST(SharedConstObjects, GiveEveryThreadTheSameAnswers) {
  Loader loader;
  Network const network = loader.network("middle-corridor").value();
  auto const scenarios = loader.scenarios(std::array<std::string, 1>{"fivefold"}).value();
  std::string const expected = ask_everything(network, scenarios);
  ASSERT_NE(expected.find('>'), std::string::npos);

  std::array<std::string, kThreads> answers;
  std::vector<std::thread> threads;
  for (std::string& answer : answers) {
    threads.emplace_back([&] { answer = ask_everything(network, scenarios); });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::string const& answer : answers) EXPECT_EQ(answer, expected);
}

TEST(SharedConstObjects, AllowOneGraphForManySolvers) {
  Loader loader;
  Network const network = loader.network("middle-corridor").value();
  Question question;
  question.from = find_place(network, "china").nodes;
  question.to = find_place(network, "europe").nodes;
  Graph const graph = compile(network, question);
  Capacity const expected = max_flow(graph).throughput;

  std::array<Capacity, kThreads> throughput;
  std::vector<std::thread> threads;
  for (Capacity& result : throughput) {
    threads.emplace_back([&] { result = max_flow(graph).throughput; });
  }
  for (std::thread& thread : threads) thread.join();
  for (Capacity const& result : throughput) EXPECT_EQ(result, expected);
}

TEST(SharedConstObjects, AnswerASweepWithManyThreads) {
  Loader loader;
  Network const network = loader.network("middle-corridor").value();
  Question question;
  question.from = find_place(network, "xian").nodes;
  question.to = find_place(network, "europe").nodes;
  Text const path("links.dostyk-aktogay.capacity");
  auto varied = read_variation(network, path, Text("normal(1,0.5)")).value();
  auto plan = plan_sample(network, {std::move(varied)}, 2000, 1).value();
  Sweep const sweep(network, question, std::move(plan), *find_objective("time"));
  SweepLines const lines(sweep, Format::json, "xian", "europe");
  auto const all = [&](unsigned threads) {
    std::string text;
    auto const take = [&](std::span<SweepRow const>, std::string const& more) {
      text += more;
      return true;
    };
    sweep.answer(
        {0, sweep.plan().count}, threads, [&](auto rows) { return lines.lines(rows); }, take);
    return text;
  };
  auto const expected = all(1);
  EXPECT_GT(expected.size(), 100'000U);
  EXPECT_EQ(all(kThreads), expected);
}

TEST(SharedConstObjects, LetEachThreadLoadForItself) {
  std::array<std::size_t, kThreads> links{};
  std::vector<std::thread> threads;
  for (std::size_t& count : links) {
    threads.emplace_back([&] { count = Loader().network("middle-corridor").value().links.size(); });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t const count : links) EXPECT_EQ(count, links[0]);
  EXPECT_GT(links[0], 100U);
}

TEST(SharedConstObjects, AnswerManyRouteQueriesAtATime) {
  Loader loader;
  Network const network = loader.network("middle-corridor").value();
  RoutingNetwork const routing(network);
  RoutingWeights const weights(routing, network, {}, *find_objective("time"), kDefaultValueOfTime,
                               kThreads);
  std::array<std::string, kThreads> answers;
  std::vector<std::thread> threads;
  for (std::string& answer : answers) {
    threads.emplace_back([&] {
      RouteQuery query(weights);
      for (NodeId const to : network.nodes.ids()) {
        auto const way = query.way(std::array{NodeId(0)}, std::array{to});
        answer += std::to_string(way ? way->legs.size() : 0) + ' ';
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (std::string const& answer : answers) EXPECT_EQ(answer, answers.front());
}

}  // namespace
}  // namespace corridor
