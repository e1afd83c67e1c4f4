// Any Boost.Graph algorithm runs on a compiled network: here Dijkstra's, and connected components.

#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/strong_components.hpp>
#include <cstdint>
#include <iostream>
#include <utility>
#include <vector>

#include "corridor/analysis/shortest_path.h"
#include "corridor/graph/boost.h"
#include "corridor/model/builder.h"

namespace {

corridor::ElementSpec element(char const* time, char const* cost) {
  corridor::ElementSpec spec;
  spec.length = "1 km";
  spec.time = time;
  spec.cost = cost;
  spec.emissions = "0 g/TEU";
  spec.capacity = "unlimited";
  return spec;
}

corridor::Result<corridor::Network> two_ways_to_the_caspian() {
  corridor::NetworkBuilder builder("Two ways to the Caspian", 2025);
  corridor::ModeSpec rail;
  rail.id = "rail";
  rail.kind = "rail";
  builder.add(rail);
  for (char const* id : {"xian", "dostyk", "altynkol", "aktau"}) {
    corridor::NodeSpec node;
    node.id = id;
    builder.add(node);
  }
  struct {
    char const *id, *from, *to, *time, *cost;
  } const links[] = {{"xian-dostyk", "xian", "dostyk", "77 h", "900 USD/TEU"},
                     {"dostyk-aktau", "dostyk", "aktau", "74 h", "925 USD/TEU"},
                     {"xian-altynkol", "xian", "altynkol", "81 h", "950 USD/TEU"},
                     {"altynkol-aktau", "altynkol", "aktau", "69 h", "880 USD/TEU"}};
  for (auto const& [id, from, to, time, cost] : links) {
    corridor::LinkSpec link;
    link.id = id;
    link.from = from;
    link.to = to;
    link.both_ways = true;
    link.mode = "rail";
    link.element = element(time, cost);
    builder.add(link);
  }
  return std::move(builder).finish();
}

}  // namespace

int main() {
  auto const network = two_ways_to_the_caspian();
  if (!network) {
    std::cerr << network.error().front().message << '\n';
    return 1;
  }
  corridor::Question question;
  question.from = {*find_node(*network, "xian")};
  question.to = {*find_node(*network, "aktau")};
  corridor::Graph const graph = compile(*network, question);

  // Vertices and edges of the Boost graph have the numbers of the compiled graph, so a column of
  // figures by arc is a property map.
  auto const boost_graph = corridor::to_boost(graph);
  std::vector<std::int64_t> hours;
  for (corridor::Duration const time : graph.columns().time) hours.push_back(time.parts() / 1000);
  std::vector<std::int64_t> distance(num_vertices(boost_graph));
  auto const index = get(boost::vertex_index, boost_graph);
  boost::dijkstra_shortest_paths(
      boost_graph, corridor::vertex(graph.origin()),
      boost::weight_map(corridor::column(boost_graph, hours))
          .distance_map(boost::make_iterator_property_map(distance.begin(), index)));
  std::cout << "xian to aktau by Boost: " << distance[graph.destination().index()] << " h\n";

  std::vector<std::uint32_t> component(num_vertices(boost_graph));
  auto const components = boost::strong_components(
      boost_graph, boost::make_iterator_property_map(component.begin(), index));
  std::cout << num_vertices(boost_graph) << " vertices, " << components
            << " strongly connected components\n";

  // The engine's own answer is the same.
  auto const route = shortest_path(*network, graph, question, *corridor::find_objective("time"));
  bool const equal =
      route && route->totals.time.parts() / 1000 == distance[graph.destination().index()];
  std::cout << (equal ? "equal to" : "different from") << " shortest_path\n";
  return equal ? 0 : 1;
}
