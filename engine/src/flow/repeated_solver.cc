#include "flow/repeated_solver.h"

#include <stdexcept>
#include <utility>

#include "flow/push_relabel.h"
#include "flow/reduction.h"

namespace corridor::flow {

RepeatedSolver::RepeatedSolver(Problem const& problem)
    : source_(problem.source),
      sink_(problem.sink),
      edges_(problem.edges.begin(), problem.edges.end()),
      network_(build_network(problem, Direction::backward, Bundles::separate)),
      reducible_(worth_reducing(network_)) {}

RepeatedSolver::Solved RepeatedSolver::solve(std::span<Amount const> capacity, Amount unlimited) {
  load(capacity, unlimited);
  if (reducible_) return solve_reduced();
  Solved solved;
  solved.cut.value = find_value_and_cut(network_, work_);
  solved.cut.source_side.resize(network_.vertices());
  for (Vertex v = 0; v < network_.vertices(); ++v) {
    bool const before = work_.labels[network_.number_of[v]] < network_.vertices();
    solved.cut.source_side[v] = before ? 1 : 0;
  }
  return_excess(network_, work_);
  solved.flows.assign(edges_.size(), 0);
  for (EdgeIndex e = 0; e < edges_.size(); ++e) {
    ArcIndex const arc = arc_with_capacity(e);
    if (arc != kNone) solved.flows[e] = edges_[e].capacity - work_.arcs[arc].residual;
  }
  return solved;
}

/// The network is stored backward, so the way is open in the row of the edge's head.
ArcIndex RepeatedSolver::arc_with_capacity(EdgeIndex edge) const {
  ArcIndex const at_tail = network_.arc_of_edge[edge];
  return at_tail == kNone ? kNone : network_.arcs[at_tail].reverse;
}

void RepeatedSolver::load(std::span<Amount const> capacity, Amount unlimited) {
  Amount total = 0;
  for (EdgeIndex e = 0; e < edges_.size(); ++e) {
    Amount const amount = capacity[e];
    if (amount < 0) throw std::invalid_argument("flow: a capacity is negative");
    if (amount < unlimited) {
      if (amount > kMaxTotal - total)
        throw std::overflow_error("flow: the capacities add up to more than 2^62");
      total += amount;
    }
    edges_[e].capacity = amount;
    ArcIndex const arc = arc_with_capacity(e);
    if (arc == kNone) continue;
    network_.arcs[arc].residual = amount;
    network_.arcs[network_.arcs[arc].reverse].room_back = amount > 0;
  }
  network_.unlimited = unlimited;
  work_.touch_all();  // the network keeps its id
}

RepeatedSolver::Solved RepeatedSolver::solve_reduced() {
  Problem const problem{network_.vertices(), source_, sink_, edges_, network_.unlimited};
  Solver(problem).solve(work_);
  return {std::move(work_.solution.cut), std::move(work_.solution.flows)};
}

}  // namespace corridor::flow
