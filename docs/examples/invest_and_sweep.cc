// What money buys and how uncertain figures spread: the curve of a budget, a choice of projects,
// and a random sample of scenarios.

#include <corridor/analysis/budget_curve.h>
#include <corridor/analysis/max_flow.h>
#include <corridor/analysis/projects.h>
#include <corridor/analysis/sweep.h>
#include <corridor/analysis/sweep_summary.h>
#include <corridor/io/load.h>
#include <corridor/scenario/apply.h>

#include <cstdlib>
#include <iostream>
#include <span>
#include <string>
#include <vector>

#include "middle_corridor.h"

namespace {

void print_budget(corridor::Network const& network, corridor::Question const& question) {
  auto const graph = corridor::compile_expandable(network, question);
  auto const curve = corridor::budget_curve(graph);
  demand(corridor::violation(graph, curve));
  auto const budget = corridor::Money{50'000'000} * 1000;  // in thousandths of USD
  auto const purchase = corridor::buy(graph, curve, budget);
  demand(corridor::violation(graph, curve, budget, purchase));
  std::cout << "50 MUSD buy " << purchase.throughput.parts() << " TEU/year instead of "
            << curve.base.throughput.parts() << '\n';
}

/// `projects` are scenarios with a cost, here such as neither exclude nor require each other.
int print_projects(corridor::Loader& loader, corridor::Network const& network,
                   corridor::Question const& question, std::vector<std::string> const& projects) {
  auto const scenarios = loader.scenarios(projects);
  if (!scenarios) {
    std::cerr << render(scenarios.error(), *loader.sources());
    return 3;
  }
  corridor::ProjectPlan plan;
  for (auto const& scenario : *scenarios) plan.cost.push_back(*scenario.cost);
  plan.excludes.resize(plan.size());
  plan.needs.resize(plan.size());
  plan.throughput = [&](corridor::ProjectSet set) {
    std::vector<corridor::Scenario> built;
    for (std::size_t i = 0; i < plan.size(); ++i) {
      if ((set >> i & 1U) != 0) built.push_back((*scenarios)[i]);
    }
    auto const with = corridor::apply(network, built);
    if (!with) std::abort();  // these three fit together
    auto const flow = corridor::max_flow(corridor::compile(*with, question));
    return flow.bounded ? corridor::Limit(flow.throughput) : corridor::Limit();
  };
  corridor::ProjectQuestion const asked{corridor::Capital::of_parts(150'000'000), {}, {}};
  auto const answer = corridor::rank_projects(plan, asked);
  demand(corridor::violation(plan, asked, answer));
  std::cout << "Best for 150 MUSD, " << answer.throughput.parts() << " TEU/year:";
  for (auto const& step : answer.order) std::cout << ' ' << projects[step.project];
  std::cout << '\n';
  return 0;
}

int print_sweep(corridor::Network const& network, corridor::Question const& question) {
  auto const varied = corridor::read_variation(
      network, "transfers.aktau:rail_1520>caspian_feeder.capacity", "triangular(0.7,1,2)");
  if (!varied) return 2;
  auto const plan = corridor::plan_sample(network, {*varied}, 1000, 7);
  if (!plan) return 2;
  corridor::Sweep const sweep(network, question, *plan, *corridor::find_objective("time"));
  corridor::SweepTally tally(*plan);
  sweep.answer(
      corridor::shard_of(*plan, 1, 1), 2,
      [](std::span<corridor::SweepRow const>) { return std::string(); },
      [&](auto rows, auto const&) {
        for (auto const& row : rows) tally.add(row.values, row.throughput, "");
        return true;
      });
  std::cout << "1000 scenarios, TEU/year:";
  for (auto const& each : tally.summary().quantiles) {
    std::cout << "  " << each.percent << " % " << each.throughput->parts();
  }
  std::cout << '\n';
  return 0;
}

}  // namespace

int main() {
  return ask_about_middle_corridor([](auto& loader, auto const& network, auto const& question) {
    print_budget(network, question);
    int const code =
        print_projects(loader, network, question, {"aktau-hub-2", "alat-260", "caspian-ships-6"});
    return code != 0 ? code : print_sweep(network, question);
  });
}
