#include "support/lemon_oracle.h"

#include <lemon/dijkstra.h>
#include <lemon/preflow.h>
#include <lemon/static_graph.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace corridor::test {
namespace {

using Digraph = lemon::StaticDigraph;

/// StaticDigraph wants arcs sorted by tail.
std::vector<std::size_t> order_by_tail(std::vector<std::uint32_t> const& tail) {
  std::vector<std::size_t> order(tail.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return tail[a] < tail[b]; });
  return order;
}

/// A graph with one amount on each arc.
struct Weighted {
  Digraph graph;
  std::unique_ptr<Digraph::ArcMap<std::int64_t>> amount;

  Weighted(std::size_t vertices, std::vector<std::uint32_t> const& tail,
           std::vector<std::uint32_t> const& head, std::vector<std::int64_t> const& amounts) {
    auto const order = order_by_tail(tail);
    std::vector<std::pair<int, int>> ends;
    ends.reserve(order.size());
    for (auto const a : order) {
      ends.emplace_back(static_cast<int>(tail[a]), static_cast<int>(head[a]));
    }
    graph.build(static_cast<int>(vertices), ends.begin(), ends.end());
    amount = std::make_unique<Digraph::ArcMap<std::int64_t>>(graph);
    for (std::size_t i = 0; i < order.size(); ++i) {
      (*amount)[graph.arc(static_cast<int>(i))] = amounts[order[i]];
    }
  }
};

}  // namespace

struct LemonFlow::State : Weighted {
  using Weighted::Weighted;
};

LemonFlow::LemonFlow(std::size_t vertices, std::vector<std::uint32_t> const& tail,
                     std::vector<std::uint32_t> const& head,
                     std::vector<std::int64_t> const& capacity)
    : state_(std::make_unique<State>(vertices, tail, head, capacity)) {}

LemonFlow::~LemonFlow() = default;

std::int64_t LemonFlow::solve() {
  auto const& graph = state_->graph;
  lemon::Preflow<Digraph, Digraph::ArcMap<std::int64_t>> preflow(graph, *state_->amount,
                                                                 graph.node(0), graph.node(1));
  preflow.run();
  return preflow.flowValue();
}

struct LemonRoute::State : Weighted {
  using Weighted::Weighted;
};

LemonRoute::LemonRoute(std::size_t vertices, std::vector<std::uint32_t> const& tail,
                       std::vector<std::uint32_t> const& head,
                       std::vector<std::int64_t> const& weight)
    : state_(std::make_unique<State>(vertices, tail, head, weight)) {}

LemonRoute::~LemonRoute() = default;

std::int64_t LemonRoute::solve() {
  lemon::Dijkstra<Digraph, Digraph::ArcMap<std::int64_t>> dijkstra(state_->graph, *state_->amount);
  dijkstra.run(state_->graph.node(0));
  return dijkstra.dist(state_->graph.node(1));
}

}  // namespace corridor::test
