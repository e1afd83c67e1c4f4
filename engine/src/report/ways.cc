#include "report/ways.h"

#include <algorithm>
#include <map>

#include "report/figures.h"

namespace corridor::report {
namespace {

/// What has the largest length; of equal ones the first.
template <class Key>
Key longest(std::map<Key, std::int64_t> const& lengths) {
  return std::max_element(lengths.begin(), lengths.end(),
                          [](auto const& a, auto const& b) { return a.second < b.second; })
      ->first;
}

/// Places where something is done, in order, each once in a row.
std::string key_places(Network const& network, Graph const& graph, Route const& route) {
  std::string text;
  std::string last;
  for (auto const& leg : legs_of(graph, route)) {
    if (leg.kind == ArcKind::link) continue;
    auto const name = short_name(network.nodes[graph.columns().node[graph.tail(leg.arc)]]);
    if (name != last) text += (text.empty() ? "" : ", ") + name;
    last = name;
  }
  return text;
}

std::string all_places(Network const& network, Graph const& graph, Route const& route) {
  std::string text;
  for (auto const node : nodes_of(graph, route)) {
    text += (text.empty() ? "" : ", ") + short_name(network.nodes[node]);
  }
  return text;
}

std::string joined(std::string const& name, std::string const& places) {
  return places.empty() ? name : name + ": " + places;
}

}  // namespace

std::string way_name(Network const& network, Graph const& graph, Route const& route) {
  std::map<std::uint32_t, std::int64_t> tagged;
  std::map<std::string, std::int64_t> kinds;
  for (auto const arc : route.arcs) {
    if (graph.kind(arc) != ArcKind::link) continue;
    auto const& link = network.links[LinkId(graph.columns().element[arc])];
    auto const length = graph.columns().length[arc].parts();
    for (auto const tag : link.corridors) tagged[tag.index()] += length;
    auto const& mode = network.modes[link.mode];
    kinds[mode.kind.empty() ? display_name(mode) : mode.kind] += length;
  }
  if (!tagged.empty()) return name_from_id(network.corridors[CorridorId(longest(tagged))].id);
  return kinds.empty() ? std::string("direct") : "by " + longest(kinds);
}

std::vector<std::string> way_titles(Network const& network, Graph const& graph,
                                    std::vector<Route const*> const& routes) {
  using Places = std::string (*)(Network const&, Graph const&, Route const&);
  std::vector<std::string> titles(routes.size());
  std::vector<bool> told(routes.size(), false);
  for (Places const places : {key_places, all_places, links_of}) {
    std::map<std::string, int> uses;
    for (std::size_t i = 0; i < routes.size(); ++i) {
      if (told[i]) continue;
      titles[i] = joined(way_name(network, graph, *routes[i]), places(network, graph, *routes[i]));
    }
    for (auto const& title : titles) ++uses[title];
    for (std::size_t i = 0; i < routes.size(); ++i) told[i] = uses[titles[i]] == 1;
  }
  return titles;
}

}  // namespace corridor::report
