#include "support/flow_certificate.h"

#include <vector>

namespace corridor::families {

using flow::Amount;
using flow::Edge;
using flow::Vertex;

std::string violation(flow::Problem const& problem, flow::Cut const& cut) {
  auto const& inside = cut.source_side;
  if (inside.size() != problem.vertices) return "the cut does not tell every vertex's side";
  if (inside[problem.source] == 0) return "the source is on the sink's side";
  if (inside[problem.sink] != 0) return "the sink is on the source's side";
  Amount capacity = 0;
  for (Edge const& edge : problem.edges) {
    bool const tail = inside[edge.tail] != 0;
    bool const head = inside[edge.head] != 0;
    if (tail && !head) capacity += edge.capacity;
    if (!tail && head) capacity += edge.reverse_capacity;
  }
  if (capacity != cut.value) return "the cut has another capacity than its value";
  return {};
}

std::string violation(flow::Problem const& problem, flow::Solution const& solution) {
  if (auto wrong = violation(problem, solution.cut); !wrong.empty()) return wrong;
  if (solution.flows.size() != problem.edges.size()) return "not every edge has an amount";
  std::vector<Amount> arriving(problem.vertices, 0);
  for (std::size_t e = 0; e < problem.edges.size(); ++e) {
    Edge const& edge = problem.edges[e];
    Amount const amount = solution.flows[e];
    if (amount > edge.capacity || -amount > edge.reverse_capacity)
      return "edge " + std::to_string(e) + " carries more than its capacity";
    arriving[edge.tail] -= amount;
    arriving[edge.head] += amount;
  }
  arriving[problem.source] += solution.cut.value;
  arriving[problem.sink] -= solution.cut.value;
  for (Vertex v = 0; v < problem.vertices; ++v) {
    if (arriving[v] != 0) return "the flow is not conserved at vertex " + std::to_string(v);
  }
  return {};
}

}  // namespace corridor::families
