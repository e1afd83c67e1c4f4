// What binds on the Middle Corridor: the curve of one multiplier, the ladder of bottlenecks, and
// what is lost when something fails.

#include <corridor/analysis/criticality.h>
#include <corridor/analysis/curve.h>
#include <corridor/analysis/ladder.h>
#include <corridor/graph/compile.h>

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "middle_corridor.h"

namespace {

std::string text_of(corridor::Fraction number) {
  auto const whole = std::to_string(number.numerator);
  return number.denominator == 1 ? whole : whole + "/" + std::to_string(number.denominator);
}

void print_curve(corridor::Network const& network, corridor::Graph const& graph,
                 std::string_view id) {
  std::vector<corridor::ArcId> multiplied;
  for (auto const arc : graph.columns().tail.ids()) {
    auto const element = graph.element(arc);
    if (element && id_of(network, *element) == id) multiplied.push_back(arc);
  }
  corridor::MultiplierRange const range{{1, 1}, {5, 1}};
  auto const curve = corridor::capacity_curve(graph, multiplied, range);
  demand(corridor::violation(graph, multiplied, range, curve));
  std::cout << id << " times a multiplier:\n";
  for (auto const& piece : curve.pieces) {
    std::cout << "  from x" << text_of(piece.from) << " to x" << text_of(piece.to) << ": "
              << piece.intercept.parts() << " + " << piece.slope.parts()
              << " x multiplier TEU/year\n";
  }
}

void print_ladder(corridor::Network const& network, corridor::Graph const& graph) {
  auto const target = corridor::Capacity::of_parts(120'000);
  auto const ladder = corridor::bottleneck_ladder(graph, target);
  demand(corridor::violation(graph, ladder));
  std::cout << "What binds on the way to " << target.parts() << " TEU/year:\n";
  for (auto const& step : ladder.steps) {
    std::cout << "  " << step.flow.throughput.parts() << ":";
    for (auto const arc : step.flow.cut) std::cout << ' ' << id_of(network, *graph.element(arc));
    std::cout << '\n';
  }
}

void print_losses(corridor::Network const& network, corridor::Graph const& graph) {
  auto const flow = corridor::max_flow(graph);
  auto const losses = corridor::criticality(network, graph, flow);
  auto const proof = corridor::proof_of(graph, flow, losses);
  demand(corridor::violation(network, graph, flow, losses, {}, proof));
  std::cout << "Worst failures that leave another way, TEU/year lost:\n";
  int rows = 0;
  for (auto const& each : losses.elements) {
    if (each.isolating) continue;
    std::cout << "  " << id_of(network, graph, each.failure) << ": " << each.loss.parts() << '\n';
    if (++rows == 3) break;
  }
}

}  // namespace

int main() {
  return ask_about_middle_corridor([](auto const&, auto const& network, auto const& question) {
    auto const graph = corridor::compile(network, question);
    print_curve(network, graph, "aktau:rail_1520>caspian_feeder");
    print_ladder(network, graph);
    print_losses(network, graph);
    return 0;
  });
}
