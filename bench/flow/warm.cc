#include "warm.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <stdexcept>
#include <thread>
#include <utility>

#include "../figures.h"
#include "flow/solver.h"
#include "flow/warm_flow.h"

namespace corridor::bench {
namespace {

using Changes = std::vector<flow::Change>;

/// Scenarios for one thread: round r asks all of them of flow r, modulo the number of flows.
struct Job {
  std::vector<flow::WarmFlow> flows;
  Changes changes;
  std::size_t rounds = 1;
  std::int64_t sum = 0;  ///< of the answers, so that none is left out

  void run() {
    for (std::size_t round = 0; round < rounds; ++round) {
      auto& flow = flows[round % flows.size()];
      for (auto const& change : changes) sum += flow.value({&change, 1});
    }
  }
  double scenarios() const { return static_cast<double>(rounds * changes.size()); }
};

flow::Change scaled(families::Instance const& instance, flow::EdgeIndex e, std::int64_t by,
                    std::int64_t of) {
  auto const& edge = instance.edges[e];
  return {e, edge.capacity / of * by, edge.reverse_capacity / of * by};
}

Changes each_arc_in_turn(families::Instance const& instance) {
  Changes changes;
  for (flow::EdgeIndex e = 0; e < instance.edges.size(); ++e) {
    changes.push_back(scaled(instance, e, 0, 1));
    changes.push_back(scaled(instance, e, 1, 2));
    changes.push_back(scaled(instance, e, 2, 1));
  }
  return changes;
}

/// Between nothing and three times of what a random arc has now.
Changes random_capacities(families::Instance const& instance, std::size_t count,
                          std::uint64_t seed) {
  families::Random random(seed);
  Changes changes;
  while (changes.size() < count) {
    auto const e = static_cast<flow::EdgeIndex>(random.below(instance.edges.size()));
    changes.push_back({e, random.between(0, 3 * instance.edges[e].capacity),
                       random.between(0, 3 * instance.edges[e].reverse_capacity)});
  }
  return changes;
}

void require_cold_answers(families::Instance const& instance, Changes const& changes) {
  flow::WarmFlow warm(instance.problem());
  flow::Workspace work;
  auto changed = instance;
  for (auto const& change : changes) {
    auto& edge = changed.edges[change.edge];
    auto const kept = edge;
    edge.capacity = change.capacity;
    edge.reverse_capacity = change.reverse_capacity;
    auto const cold = flow::Solver(changed.problem()).value(work);
    if (warm.value({&change, 1}) != cold)
      throw std::logic_error(instance.name + ": a warm answer differs from the cold one");
    edge = kept;
  }
}

double median(std::vector<double> samples) {
  std::sort(samples.begin(), samples.end());
  return samples[samples.size() / 2];
}

double wall_seconds_of(std::vector<Job>& jobs) {
  auto const start = std::chrono::steady_clock::now();
  {
    std::vector<std::jthread> threads;
    for (auto& job : jobs) threads.emplace_back([&job] { job.run(); });
  }
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// `make(seed)` gives the job of one thread in one repetition, outside the clock.
WarmRow measure(families::Instance const& instance, std::string const& scenarios,
                WarmPlan const& plan, std::function<Job(std::uint64_t)> const& make) {
  WarmRow row;
  row.instance = instance.name;
  row.scenarios = scenarios;
  std::vector<double> alone;
  std::vector<double> on_two;
  for (int repetition = 0; repetition < plan.repetitions; ++repetition) {
    auto const seed = 2 * static_cast<std::uint64_t>(repetition) + 1;
    std::vector<Job> jobs;
    jobs.push_back(make(seed));
    auto searches = [](Job const& job) {
      std::uint64_t sum = 0;
      for (auto const& flow : job.flows) sum += flow.searches();
      return sum;
    };
    auto const before = searches(jobs[0]);
    double const start = thread_seconds();
    jobs[0].run();
    alone.push_back((thread_seconds() - start) / jobs[0].scenarios());
    row.unsearched = 1 - static_cast<double>(searches(jobs[0]) - before) / jobs[0].scenarios();

    jobs[0] = make(seed);
    jobs.push_back(make(seed + 1));
    on_two.push_back(wall_seconds_of(jobs) / (2 * jobs[0].scenarios()));
  }
  row.seconds = median(std::move(alone));
  row.per_second = 1 / row.seconds;
  row.per_second_on_two = 1 / median(std::move(on_two));
  return row;
}

}  // namespace

std::vector<WarmRow> measure_warm(families::Instance const& instance, Row const& cold,
                                  WarmPlan const& plan) {
  auto const in_turn = each_arc_in_turn(instance);
  require_cold_answers(instance, in_turn);
  flow::WarmFlow const base(instance.problem());
  std::size_t const rounds = plan.scenarios / in_turn.size() + 1;
  std::vector<WarmRow> rows{
      measure(instance, "each arc closed, halved, doubled: first time", plan,
              [&](std::uint64_t) {
                return Job{{rounds, base}, in_turn, rounds, 0};
              }),
      measure(instance, "each arc closed, halved, doubled: again", plan,
              [&](std::uint64_t) {
                Job job{{base}, in_turn, 1, 0};
                job.run();
                job.rounds = rounds;
                return job;
              }),
      measure(instance, "random capacities of random arcs", plan, [&](std::uint64_t seed) {
        return Job{{base}, random_capacities(instance, plan.scenarios, seed), 1, 0};
      })};
  for (auto& row : rows) {
    row.cold_ratio = cold.fastest_peer(Answer::cut).value_or(0) / row.seconds;
  }
  return rows;
}

std::string warm_table(std::vector<WarmRow> const& rows) {
  MarkdownTable table({"instance", "scenarios", "each", "fastest peer, cold", "without a search",
                       "per second, 1 thread", "2 threads"});
  for (auto const& row : rows) {
    constexpr double kMicro = 1e6;
    constexpr double kPercent = 100;
    table.add({row.instance, row.scenarios, time_text(kMicro * row.seconds),
               fmt::format("{:.1f} x", row.cold_ratio),
               fmt::format("{:.1f} %", kPercent * row.unsearched),
               fmt::format("{:.0f}", row.per_second),
               fmt::format("{:.0f}", row.per_second_on_two)});
  }
  return table.text();
}

}  // namespace corridor::bench
