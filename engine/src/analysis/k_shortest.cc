#include "corridor/analysis/k_shortest.h"

#include <algorithm>
#include <utility>

#include "analysis/route.h"
#include "analysis/route_enumeration.h"
#include "analysis/route_weights.h"

namespace corridor {
namespace {

std::vector<std::uint32_t> links_of(Graph const& graph, Route const& route) {
  std::vector<std::uint32_t> links;
  for (ArcId const arc : route.arcs) {
    if (graph.kind(arc) == ArcKind::link) links.push_back(graph.columns().element[arc]);
  }
  return links;
}

bool differs(Graph const& graph, Route const& route, std::vector<Route> const& kept, int percent) {
  return std::all_of(kept.begin(), kept.end(), [&](Route const& better) {
    return difference_from(graph, route, better).reaches(percent);
  });
}

template <class Amount>
RouteChoice choose(Network const& network, Graph const& graph, Question const& question,
                   Objective const& objective, RouteChoiceRequest const& request,
                   ValueOfTime value) {
  auto const weight = weights_of<Amount>(graph, by_objective(graph, objective, value));
  StagedDistances<RouteWeight<Amount>> const to_end(graph, question.via, weight);
  bool const any = request.distinct == 0;
  RouteEnumeration<RouteWeight<Amount>> all(network, graph, weight, to_end, any ? request.count : 0,
                                            request.most_examined);
  RouteChoice choice;
  while (choice.routes.size() < request.count) {
    auto arcs = all.next();
    if (arcs.empty()) {
      choice.end = all.limited() ? ChoiceEnd::limit : ChoiceEnd::exhausted;
      break;
    }
    auto route = describe(network, graph, std::move(arcs));
    if (any || differs(graph, route, choice.routes, request.distinct)) {
      choice.routes.push_back(std::move(route));
    } else {
      ++choice.similar;
    }
  }
  choice.examined = all.examined();
  return choice;
}

}  // namespace

std::string_view name_of(ChoiceEnd end) {
  constexpr std::string_view kNames[] = {"count", "exhausted", "limit"};
  return kNames[static_cast<std::size_t>(end)];
}

RouteChoice k_shortest_routes(Network const& network, Graph const& graph, Question const& question,
                              Objective const& objective, RouteChoiceRequest const& request,
                              ValueOfTime value) {
  return fits_narrow(graph, by_objective(graph, objective, value), question.via.size() + 1)
             ? choose<std::int64_t>(network, graph, question, objective, request, value)
             : choose<Int128>(network, graph, question, objective, request, value);
}

RouteDifference difference_from(Graph const& graph, Route const& route, Route const& other) {
  auto theirs = links_of(graph, other);
  std::sort(theirs.begin(), theirs.end());
  bool const has_length = route.totals.length != Length();
  RouteDifference difference;
  for (ArcId const arc : route.arcs) {
    if (graph.kind(arc) != ArcKind::link) continue;
    auto const length = has_length ? graph.columns().length[arc] : Length::of_parts(1);
    difference.whole += length;
    bool const shared =
        std::binary_search(theirs.begin(), theirs.end(), graph.columns().element[arc]);
    if (!shared) difference.apart += length;
  }
  return difference;
}

}  // namespace corridor
