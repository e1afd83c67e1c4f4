#include "peer_pareto.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/r_c_shortest_paths.hpp>
#include <utility>

namespace corridor::bench {
namespace {

struct ArcNumber {
  int number = 0;
};
using List = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                   ArcNumber>;
using Edge = boost::graph_traits<List>::edge_descriptor;

struct Resources {
  PeerAmounts sums{};
  bool operator==(const Resources&) const = default;
  bool operator<(Resources const& other) const { return sums < other.sums; }
};

}  // namespace

struct BoostFront::State {
  explicit State(std::size_t vertices) : list(vertices) {}
  List list;
  std::vector<PeerAmounts> amounts;
};

BoostFront::BoostFront(Graph const& graph, std::vector<PeerAmounts> amounts)
    : state_(std::make_unique<State>(graph.vertex_count())) {
  for (ArcId const a : graph.columns().tail.ids()) {
    add_edge(graph.tail(a).index(), graph.head(a).index(), ArcNumber{static_cast<int>(a.index())},
             state_->list);
  }
  state_->amounts = std::move(amounts);
}

BoostFront::~BoostFront() = default;

std::vector<PeerAmounts> BoostFront::solve() const {
  auto const extend = [this](List const& list, Resources& sum, Resources const& before, Edge edge) {
    auto const& amounts = state_->amounts[static_cast<std::size_t>(list[edge].number)];
    for (std::size_t k = 0; k < kPeerCriteria; ++k) sum.sums[k] = before.sums[k] + amounts[k];
    return true;
  };
  auto const dominates = [](Resources const& a, Resources const& b) {
    for (std::size_t k = 0; k < kPeerCriteria; ++k) {
      if (a.sums[k] > b.sums[k]) return false;
    }
    return true;
  };
  std::vector<std::vector<Edge>> ways;
  std::vector<Resources> found;
  boost::r_c_shortest_paths(
      state_->list, get(boost::vertex_index, state_->list), get(&ArcNumber::number, state_->list),
      boost::vertex(0, state_->list), boost::vertex(1, state_->list), ways, found, Resources{},
      extend, dominates, std::allocator<boost::r_c_shortest_paths_label<List, Resources>>(),
      boost::default_r_c_shortest_paths_visitor());
  std::vector<PeerAmounts> front;
  for (auto const& resources : found) front.push_back(resources.sums);
  std::sort(front.begin(), front.end());
  front.erase(std::unique(front.begin(), front.end()), front.end());
  return front;
}

}  // namespace corridor::bench
