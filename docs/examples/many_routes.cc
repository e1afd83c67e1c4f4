// Very many routes: the network is made ready once, customized for each scenario, and asked again
// and again. One link's closing is then a matter of what it touches.

#include <corridor/analysis/routing.h>
#include <corridor/io/load.h>
#include <corridor/scenario/apply.h>

#include <array>
#include <iostream>
#include <string>

namespace {

std::string hours(std::optional<corridor::Int128> const& amount) {
  if (!amount) return "no way";
  return corridor::format_parts(static_cast<std::int64_t>(*amount),
                                corridor::Duration::kPartsPerUnit) +
         " h";
}

/// Each origin to each destination, on two threads.
void print_times(corridor::RoutingWeights const& weights, corridor::Network const& network,
                 char const* title) {
  auto const from = corridor::find_place(network, "xian,chongqing").nodes;
  auto const to = corridor::find_place(network, "duisburg,poti").nodes;
  auto const times = corridor::amounts_between(weights, from, to, 2);
  std::cout << title << "\n";
  for (std::size_t i = 0; i < times.size(); ++i) {
    std::cout << "  " << network.nodes[from[i / to.size()]].id << " to "
              << network.nodes[to[i % to.size()]].id << ": " << hours(times[i]) << "\n";
  }
}

}  // namespace

int main() {
  corridor::Loader loader;
  auto network = loader.network("middle-corridor");
  auto const scenarios = loader.scenarios(std::array<std::string, 1>{"poland-belarus-shut"});
  if (!network || !scenarios) {
    std::cerr << render(network ? scenarios.error() : network.error(), *loader.sources());
    return 3;
  }
  auto const shut = corridor::apply(*network, *scenarios);
  if (!shut) {
    std::cerr << render(shut.error(), *loader.sources());
    return 3;
  }
  corridor::Question const whenever;
  auto const& by_time = *corridor::find_objective("time");
  corridor::RoutingNetwork const routing(*network);
  corridor::RoutingWeights weights(routing, *network, whenever, by_time);
  print_times(weights, *network, "base");
  // The scenario changes figures and states only, so it fits what is ready.
  print_times(corridor::RoutingWeights(routing, *shut, whenever, by_time), *shut, "border shut");

  auto const link = *corridor::find_link(*network, "aktogay-balkhash");
  network->links[link].status = corridor::Status::closed;
  weights.update(*network,
                 std::array{corridor::ElementRef{corridor::ElementKind::link, link.index()}});
  corridor::RouteQuery query(weights);  // one for each thread
  auto const dostyk = *corridor::find_node(*network, "dostyk");
  auto const moyynty = *corridor::find_node(*network, "moyynty");
  std::cout << "Dostyk to Moyynty without aktogay-balkhash: "
            << hours(query.amount(dostyk, moyynty)) << "\n";
}
