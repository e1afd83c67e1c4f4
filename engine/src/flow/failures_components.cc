#include "flow/failures_components.h"

#include <algorithm>
#include <cstddef>

namespace corridor::flow {
namespace {

class Search {
 public:
  Search(Network const& network, std::span<Arc const> residuals)
      : network_(network),
        residuals_(residuals),
        next_(network.first.begin(), network.first.end() - 1),
        index_(network.vertices(), kNone),
        lowest_(network.vertices(), 0),
        component_(network.vertices(), kNone) {}

  std::vector<std::uint32_t> run() && {
    for (Vertex v = 0; v < network_.vertices(); ++v) {
      if (index_[v] == kNone) walk_from(v);
    }
    return std::move(component_);
  }

 private:
  void enter(Vertex v) {
    index_[v] = lowest_[v] = entered_++;
    path_.push_back(v);
    open_.push_back(v);
  }

  void walk_from(Vertex root) {
    enter(root);
    while (!path_.empty()) {
      Vertex const v = path_.back();
      if (next_[v] == network_.first[v + std::size_t{1}]) {
        leave(v);
        continue;
      }
      Arc const& arc = residuals_[next_[v]++];
      if (arc.residual == 0) continue;
      if (index_[arc.head] == kNone) {
        enter(arc.head);
      } else if (component_[arc.head] == kNone) {
        lowest_[v] = std::min(lowest_[v], index_[arc.head]);
      }
    }
  }

  void leave(Vertex v) {
    path_.pop_back();
    if (!path_.empty()) lowest_[path_.back()] = std::min(lowest_[path_.back()], lowest_[v]);
    if (lowest_[v] != index_[v]) return;
    Vertex member = kNone;
    do {
      member = open_.back();
      open_.pop_back();
      component_[member] = components_;
    } while (member != v);
    ++components_;
  }

  Network const& network_;
  std::span<Arc const> residuals_;
  std::vector<ArcIndex> next_;  // by vertex: its first arc not yet looked at
  std::vector<std::uint32_t> index_, lowest_, component_;
  std::vector<Vertex> path_, open_;
  std::uint32_t entered_ = 0;
  std::uint32_t components_ = 0;
};

}  // namespace

std::vector<std::uint32_t> strong_components(Network const& network,
                                             std::span<Arc const> residuals) {
  return Search(network, residuals).run();
}

}  // namespace corridor::flow
