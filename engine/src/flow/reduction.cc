#include "flow/reduction.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

namespace corridor::flow {
namespace {

/// Neighbours left at each vertex after dead ends fell away one after the other.
std::vector<std::uint32_t> peel(Network const& network) {
  Vertex const n = network.vertices();
  std::vector<std::uint32_t> degree(n);
  std::vector<Vertex> leaves;
  auto const is_terminal = [&](Vertex v) { return v == network.source || v == network.sink; };
  for (Vertex v = 0; v < n; ++v) {
    degree[v] = network.first[v + std::size_t{1}] - network.first[v];
    if (degree[v] == 1 && !is_terminal(v)) leaves.push_back(v);
  }
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    Vertex const v = leaves[i];
    if (degree[v] == 0) continue;
    degree[v] = 0;
    for (ArcIndex a = network.first[v]; a < network.first[v + std::size_t{1}]; ++a) {
      Vertex const w = network.arcs[a].head;
      if (degree[w] > 0 && --degree[w] == 1 && !is_terminal(w)) leaves.push_back(w);
    }
  }
  return degree;
}

class Contraction {
 public:
  explicit Contraction(Network const& network) : network_(network), degree_(peel(network)) {}

  Reduction run() {
    Vertex const n = network_.vertices();
    number_.assign(n, kNone);
    for (Vertex v = 0; v < n; ++v)
      if (stays(v)) {
        number_[v] = static_cast<Vertex>(made_.kept.size());
        made_.kept.push_back(v);
      }
    made_.chain_first.push_back(0);
    for (Vertex v : made_.kept)
      for (ArcIndex a = network_.first[v]; a < network_.first[v + std::size_t{1}]; ++a)
        follow(v, a);
    Problem const problem{static_cast<Vertex>(made_.kept.size()), number_[network_.source],
                          number_[network_.sink], made_.chains, network_.unlimited};
    made_.network = build_network(problem, Direction::forward, Bundles::merged);
    return std::move(made_);
  }

 private:
  bool stays(Vertex v) const {
    return v == network_.source || v == network_.sink || degree_[v] > 2;
  }

  /// The other living arc of a vertex with two of them.
  ArcIndex onward(Vertex v, ArcIndex came_by) const {
    for (ArcIndex a = network_.first[v];; ++a)
      if (a != came_by && degree_[network_.arcs[a].head] > 0) return a;
  }

  /// Follows the chain that starts with arc a at v to its other end. Each chain is kept from the
  /// end with the smaller first arc; one that returns to where it started carries nothing.
  void follow(Vertex v, ArcIndex a) {
    std::size_t const begin = made_.chain_arcs.size();
    Edge chain{number_[v], kNone, kMaxTotal, kMaxTotal};
    for (ArcIndex at = a;;) {
      Arc const& arc = network_.arcs[at];
      if (degree_[arc.head] == 0) break;
      made_.chain_arcs.push_back(at);
      chain.capacity = std::min(chain.capacity, arc.residual);
      chain.reverse_capacity =
          std::min(chain.reverse_capacity, network_.arcs[arc.reverse].residual);
      if (stays(arc.head)) {
        if (a < arc.reverse && arc.head != v) chain.head = number_[arc.head];
        break;
      }
      at = onward(arc.head, arc.reverse);
    }
    if (chain.head == kNone || (chain.capacity == 0 && chain.reverse_capacity == 0)) {
      made_.chain_arcs.resize(begin);
      return;
    }
    made_.chains.push_back(chain);
    made_.chain_first.push_back(static_cast<std::uint32_t>(made_.chain_arcs.size()));
  }

  Network const& network_;
  std::vector<std::uint32_t> degree_;
  std::vector<Vertex> number_;
  Reduction made_;
};

}  // namespace

bool worth_reducing(Network const& network) {
  if (network.arcs.size() < kWorthReducingArcs) return false;
  std::uint64_t thin = 0;
  for (Vertex v = 0; v < network.vertices(); ++v)
    thin += network.first[v + std::size_t{1}] - network.first[v] <= 2 ? 1U : 0U;
  return thin * 100 >= std::uint64_t{kWorthReducingPercent} * network.vertices();
}

Reduction reduce(Network const& network) { return Contraction(network).run(); }

std::vector<char> lift_reach(Network const& network, Reduction const& reduction,
                             std::vector<char> const& reaches_sink) {
  std::vector<char> reach(network.vertices(), 0);
  std::vector<char> settled(network.vertices(), 0);
  for (std::size_t k = 0; k < reduction.kept.size(); ++k) {
    reach[reduction.kept[k]] = reaches_sink[reduction.network.number_of[k]];
    settled[reduction.kept[k]] = 1;
  }
  // Inside a chain across the cut, what lies behind its last full arc still reaches the sink's end.
  for (std::size_t c = 0; c < reduction.chains.size(); ++c) {
    Edge const& chain = reduction.chains[c];
    std::uint32_t const begin = reduction.chain_first[c];
    std::uint32_t const end = reduction.chain_first[c + 1];
    bool const head = reach[reduction.kept[chain.head]] != 0;
    bool const tail = reach[reduction.kept[chain.tail]] != 0;
    for (std::uint32_t k = begin; k + 1 < end; ++k)
      settled[network.arcs[reduction.chain_arcs[k]].head] = 1;
    // Full: at the chain's least capacity where it crosses the cut, empty where it does not.
    Amount const forward_full = tail ? 0 : chain.capacity;
    Amount const backward_full = head ? 0 : chain.reverse_capacity;
    if (head)
      for (std::uint32_t k = end; k-- > begin + 1;) {
        Arc const& arc = network.arcs[reduction.chain_arcs[k]];
        if (arc.residual == forward_full) break;
        reach[network.arcs[arc.reverse].head] = 1;
      }
    if (tail)
      for (std::uint32_t k = begin; k + 1 < end; ++k) {
        Arc const& arc = network.arcs[reduction.chain_arcs[k]];
        if (network.arcs[arc.reverse].residual == backward_full) break;
        reach[arc.head] = 1;
      }
  }
  // Nothing flows in what was dropped: there capacity decides.
  std::vector<Vertex> queue;
  for (Vertex v = 0; v < network.vertices(); ++v)
    if (reach[v]) queue.push_back(v);
  for (std::size_t i = 0; i < queue.size(); ++i)
    for (ArcIndex a = network.first[queue[i]]; a < network.first[queue[i] + std::size_t{1}]; ++a) {
      Arc const& arc = network.arcs[a];
      if (settled[arc.head] || reach[arc.head]) continue;
      if (network.arcs[arc.reverse].residual == 0) continue;
      reach[arc.head] = 1;
      queue.push_back(arc.head);
    }
  return reach;
}

void lift_flow(Reduction const& reduction, std::span<Arc const> residuals, Workspace& larger) {
  std::vector<Amount>& flows = larger.solution.flows;
  flows = edge_flows(reduction.network, reduction.chains, residuals, std::move(flows));
  for (std::size_t c = 0; c < flows.size(); ++c) {
    if (flows[c] == 0) continue;
    for (std::uint32_t k = reduction.chain_first[c]; k < reduction.chain_first[c + 1]; ++k) {
      push(larger.arcs.data(), reduction.chain_arcs[k], flows[c]);
      larger.touch(reduction.chain_arcs[k]);
    }
  }
}

}  // namespace corridor::flow
