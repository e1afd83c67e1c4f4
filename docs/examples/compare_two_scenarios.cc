// Loads the built-in network, applies a scenario, and asks both for the throughput and the route.

#include <corridor/analysis/certificate.h>
#include <corridor/analysis/max_flow.h>
#include <corridor/analysis/shortest_path.h>
#include <corridor/io/load.h>
#include <corridor/scenario/apply.h>

#include <array>
#include <cstdlib>
#include <iostream>

namespace {

void answer(corridor::Network const& network, char const* title) {
  corridor::Question question;
  question.from = corridor::find_place(network, "xian").nodes;
  question.to = corridor::find_place(network, "europe").nodes;
  question.corridor = corridor::find_corridor(network, "middle");

  corridor::Graph const graph = corridor::compile(network, question);
  corridor::Flow const flow = corridor::max_flow(graph);
  if (!corridor::violation(graph, flow).empty()) std::abort();  // the independent check

  std::cout << title << ": " << flow.throughput.parts() << " TEU/year, limited by";
  for (corridor::ArcId const arc : flow.cut) {
    std::cout << ' ' << id_of(network, *graph.element(arc));
  }
  auto const* by_time = corridor::find_objective("time");
  auto const route = corridor::shortest_path(network, graph, question, *by_time);
  std::cout << "; fastest "
            << corridor::format_parts(route->totals.time.parts(), corridor::Duration::kPartsPerUnit)
            << " h\n";
}

}  // namespace

int main() {
  corridor::Loader loader;
  auto const base = loader.network("middle-corridor");
  auto const scenarios = loader.scenarios(std::array<std::string, 1>{"fivefold"});
  if (!base || !scenarios) {
    std::cerr << render(base ? scenarios.error() : base.error(), *loader.sources());
    return 3;
  }
  auto const fivefold = corridor::apply(*base, *scenarios);
  if (!fivefold) {
    std::cerr << render(fivefold.error(), *loader.sources());
    return 3;
  }
  answer(*base, "base");
  answer(*fivefold, "fivefold");
}
