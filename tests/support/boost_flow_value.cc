#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 takes the optional inside adjacency_list's edge iterator for uninitialised.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include "support/boost_flow_value.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

namespace corridor::test {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using EdgeProperties = boost::property<
    boost::edge_capacity_t, std::int64_t,
    boost::property<boost::edge_residual_capacity_t, std::int64_t,
                    boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>;
using AdjacencyList = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS,
                                            boost::no_property, EdgeProperties>;

void add_arc(AdjacencyList& list, flow::Vertex tail, flow::Vertex head, std::int64_t amount) {
  auto const edge = add_edge(tail, head, list).first;
  auto const back = add_edge(head, tail, list).first;
  put(boost::edge_capacity, list, edge, amount);
  put(boost::edge_capacity, list, back, 0);
  put(boost::edge_reverse, list, edge, back);
  put(boost::edge_reverse, list, back, edge);
}

}  // namespace

std::int64_t value_by_boost(flow::Problem const& problem) {
  AdjacencyList list(problem.vertices);
  for (flow::Edge const& edge : problem.edges) {
    if (edge.tail == edge.head) continue;
    add_arc(list, edge.tail, edge.head, edge.capacity);
    if (edge.reverse_capacity > 0) add_arc(list, edge.head, edge.tail, edge.reverse_capacity);
  }
  return boost::push_relabel_max_flow(list, problem.source, problem.sink);
}

}  // namespace corridor::test
