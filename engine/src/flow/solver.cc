#include "flow/solver.h"

#include <algorithm>
#include <span>
#include <utility>

#include "flow/push_relabel.h"
#include "flow/reduction.h"
#include "flow/series_parallel.h"

namespace corridor::flow {
namespace {

/// What a stored network answers: which vertices reach its sink, and, when asked, its residuals.
struct Stored {
  Amount value = 0;
  std::vector<char> reaches_sink;
  std::span<Arc const> residuals;  ///< in the workspace
};

enum class Want { value, cut, flow };

Stored solve_alone(Network const& network, Workspace& work, Want want) {
  Stored answer;
  answer.value = find_value_and_cut(network, work);
  if (want == Want::value) return answer;
  answer.reaches_sink = std::move(work.reach);
  answer.reaches_sink.resize(network.vertices());
  for (Vertex v = 0; v < network.vertices(); ++v)
    answer.reaches_sink[v] = work.labels[v] < network.vertices() ? 1 : 0;
  if (want == Want::flow) {
    return_excess(network, work);
    answer.residuals = work.arcs;
  }
  return answer;
}

/// Takes a reduction's answer back to the network it was made from, whose arcs `larger` holds.
template <class Made>
Stored lift(Network const& network, Made const& reduction, Stored const& small, Workspace& larger,
            Want want) {
  Stored answer;
  answer.value = small.value;
  if (want != Want::value) answer.reaches_sink = lift_reach(network, reduction, small.reaches_sink);
  if (want == Want::flow) {
    larger.load(network);
    lift_flow(reduction, small.residuals, larger);
    answer.residuals = larger.arcs;
  }
  return answer;
}

/// Solves the smallest of the networks and takes the answer back from one to the next.
Stored solve_stored(Network const& network, std::span<Reduction const> chains,
                    std::span<SeriesParallel const> last, Workspace& work, Want want) {
  if (chains.empty() && last.empty()) return solve_alone(network, work, want);
  work.larger.resize(chains.size() + last.size());
  Network const& before_last = chains.empty() ? network : chains.back().network;
  Stored answer =
      last.empty() ? solve_alone(before_last, work, want)
                   : lift(before_last, last.front(), solve_alone(last.front().network, work, want),
                          work.larger.back(), want);
  for (std::size_t level = chains.size(); level-- > 0;) {
    Network const& next = level == 0 ? network : chains[level - 1].network;
    answer = lift(next, chains[level], answer, work.larger[level], want);
  }
  return answer;
}

bool takes_a_tenth(Network const& small, Network const& network) {
  return small.vertices() * std::uint64_t{10} < network.vertices() * std::uint64_t{9};
}

/// Reductions of reductions, as long as one takes a tenth of the vertices away.
std::vector<Reduction> reductions_of(Network const& network) {
  std::vector<Reduction> reductions;
  Network const* last = &network;
  while (worth_reducing(*last)) {
    Reduction reduction = reduce(*last);
    if (!takes_a_tenth(reduction.network, *last)) break;
    reductions.push_back(std::move(reduction));
    last = &reductions.back().network;
  }
  return reductions;
}

std::vector<SeriesParallel> series_parallel_of(Network const& network) {
  std::vector<SeriesParallel> none_or_one;
  if (!is_series_parallel_in_part(network)) return none_or_one;
  SeriesParallel made = reduce_series_parallel(network);
  if (takes_a_tenth(made.network, network)) none_or_one.push_back(std::move(made));
  return none_or_one;
}

void put_cut(Network const& network, Stored const& stored, Cut& cut) {
  cut.value = stored.value;
  cut.source_side.resize(network.vertices());
  for (Vertex v = 0; v < network.vertices(); ++v)
    cut.source_side[v] = stored.reaches_sink[network.number_of[v]];
}

/// By the caller's vertex: 1 where nothing can reach the caller's sink in the residual network. The
/// stored network is turned, so that is what the stored source does not reach. What reaches the
/// stored sink is not within its reach either: once all the rest is, the search may end.
std::vector<char> beyond_source(Network const& network, Stored const& stored) {
  std::span<Arc const> const residuals = stored.residuals;
  auto const most = static_cast<std::size_t>(
      std::count(stored.reaches_sink.begin(), stored.reaches_sink.end(), char{0}));
  std::vector<char> beyond(network.vertices(), 1);
  std::vector<Vertex> queue{network.source};
  queue.reserve(most);
  beyond[network.source] = 0;
  for (std::size_t i = 0; i < queue.size() && queue.size() < most; ++i) {
    Vertex const v = queue[i];
    for (ArcIndex a = network.first[v]; a < network.first[v + std::size_t{1}]; ++a) {
      Arc const& arc = residuals[a];
      if (arc.residual == 0 || beyond[arc.head] == 0) continue;
      beyond[arc.head] = 0;
      queue.push_back(arc.head);
    }
  }
  std::vector<char> by_caller(beyond.size());
  for (std::size_t v = 0; v < beyond.size(); ++v) by_caller[v] = beyond[network.number_of[v]];
  return by_caller;
}

/// The edges' flows. Where little has changed since zero flow, only that is looked at, and only
/// what the last solution held is made zero before.
void put_flows(Network const& network, std::span<Edge const> edges, Workspace const& solved,
               Workspace& work) {
  std::vector<Amount>& flows = work.solution.flows;
  if (solved.loaded != network.id) {
    work.solved = 0;
    flows = edge_flows(network, edges, solved.arcs, std::move(flows));
    return;
  }
  if (work.solved == network.id && flows.size() == edges.size())
    for (EdgeIndex const e : work.carrying) flows[e] = 0;
  else
    flows.assign(edges.size(), 0);
  flows = edge_flows_of(network, edges, solved.arcs, solved.touched, std::move(flows));
  work.carrying.assign(network.bundle_edges.begin(), network.bundle_edges.end());
  for (ArcIndex const a : solved.touched)
    if (EdgeIndex const e = network.edge_of_arc[a]; e != kNone) work.carrying.push_back(e);
  work.solved = network.id;
}

}  // namespace

Solver::Solver(Problem const& problem)
    : edges_(problem.edges),
      network_(build_network(problem, Direction::backward, Bundles::merged)),
      chains_(reductions_of(network_)),
      last_(series_parallel_of(chains_.empty() ? network_ : chains_.back().network)) {}

Amount Solver::value(Workspace& work) const {
  return solve_stored(network_, chains_, last_, work, Want::value).value;
}

Cut const& Solver::cut(Workspace& work) const {
  Stored stored = solve_stored(network_, chains_, last_, work, Want::cut);
  put_cut(network_, stored, work.solution.cut);
  work.reach = std::move(stored.reaches_sink);
  return work.solution.cut;
}

Solution const& Solver::solve(Workspace& work, Cuts cuts) const {
  Stored stored = solve_stored(network_, chains_, last_, work, Want::flow);
  Solution& solution = work.solution;
  put_cut(network_, stored, solution.cut);
  solution.before_sink.clear();
  if (cuts == Cuts::both) solution.before_sink = beyond_source(network_, stored);
  bool const reduced = !chains_.empty() || !last_.empty();
  put_flows(network_, edges_, reduced ? work.larger.front() : work, work);
  work.reach = std::move(stored.reaches_sink);
  return solution;
}

}  // namespace corridor::flow
