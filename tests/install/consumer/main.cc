// A user's program: reads a network from a text, asks for a route and for the throughput, and
// checks both against the answer worked out by hand.

#include <corridor/analysis/max_flow.h>
#include <corridor/analysis/shortest_path.h>
#include <corridor/graph/compile.h>
#include <corridor/io/read.h>
#include <corridor/version.h>

#include <cstdio>
#include <memory>

namespace {

constexpr char const* kText = R"(format: 1
network: Two trains and a ferry
year: 2025
assumptions: {teu_per_train: 80, tonnes_per_teu: 11, operating_days: 350}
modes:
  rail: {kind: rail, gauge: 1520 mm, speed: 1000 km/day, cost: 0.30 USD/TEU/km, emissions: 200 g/TEU/km}
nodes:
  a: {name: A, country: KZ, at: [45, 80], kind: border}
  b: {name: B, country: KZ, at: [46, 75], kind: junction}
  c: {name: C, country: KZ, at: [44, 51], kind: seaport}
links:
  a-b: {from: a, to: b, mode: rail, length: 500 km, capacity: 3 trains/day}
  b-c: {from: b, to: c, mode: rail, length: 250 km, capacity: 2 trains/day}
)";

bool holds(bool condition, char const* what) {
  if (!condition) std::fprintf(stderr, "wrong: %s\n", what);
  return condition;
}

}  // namespace

int main() {
  auto const sources = std::make_shared<corridor::Sources>();
  auto const document = corridor::parse_text(sources, "consumer.yaml", kText);
  if (!document) {
    std::fputs(corridor::render(document.error(), *sources).c_str(), stderr);
    return 1;
  }
  auto const network = corridor::read_network(*document);
  if (!network) {
    std::fputs(corridor::render(network.error(), *sources).c_str(), stderr);
    return 1;
  }

  corridor::Question question;
  question.from = corridor::find_place(*network, "a").nodes;
  question.to = corridor::find_place(*network, "c").nodes;
  auto const graph = corridor::compile(*network, question);
  auto const route =
      corridor::shortest_path(*network, graph, question, *corridor::find_objective("time"));
  auto const flow = corridor::max_flow(graph);

  bool ok = holds(route.has_value(), "there is a route");
  ok = ok && holds(route->totals.time.parts() == 18'000, "750 km at 1000 km/day take 18 h");
  ok = ok && holds(route->totals.cost.parts() == 225'000, "750 km at 0.30 USD/TEU/km cost 225");
  ok = holds(flow.bounded, "the flow is bounded") && ok;
  ok = holds(flow.throughput.parts() == 56'000, "2 trains x 80 TEU x 350 days = 56000") && ok;
  ok = holds(flow.cut.size() == 1, "one link is the bottleneck") && ok;
  if (ok) std::printf("corridor %s works\n", corridor::kVersion.data());
  return ok ? 0 : 1;
}
