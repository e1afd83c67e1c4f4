#include "graph/mode_pairs.h"

#include <algorithm>

#include "graph/counting_sort.h"

namespace corridor {

ModePairs::ModePairs(Network const& network, std::vector<LinkId> const& links) {
  std::vector<Pair> ends;
  ends.reserve(2 * links.size());
  for (LinkId const id : links) {
    Link const& link = network.links[id];
    ends.push_back({link.from, link.mode});
    ends.push_back({link.to, link.mode});
  }
  auto const by_mode = sorted_by_key(first_numbers(ends.size()), network.modes.size(),
                                     [&](std::uint32_t end) { return ends[end].mode.index(); });
  auto const by_node = sorted_by_key(by_mode, network.nodes.size(),
                                     [&](std::uint32_t end) { return ends[end].node.index(); });
  pair_of_end_.resize(ends.size());
  first_.assign(network.nodes.size() + 1, 0);
  for (std::uint32_t const end : by_node) {
    Pair const& pair = ends[end];
    if (pairs_.empty() || pairs_.back().node != pair.node || pairs_.back().mode != pair.mode) {
      pairs_.push_back(pair);
      ++first_[pair.node.index() + 1];
    }
    pair_of_end_[end] = static_cast<std::uint32_t>(pairs_.size() - 1);
  }
  for (std::size_t node = 0; node + 1 < first_.size(); ++node) first_[node + 1] += first_[node];
}

std::optional<std::uint32_t> ModePairs::find(NodeId node, ModeId mode) const {
  auto const begin = pairs_.begin() + first(node);
  auto const end = pairs_.begin() + last(node);
  auto const found =
      std::lower_bound(begin, end, mode, [](Pair const& pair, ModeId m) { return pair.mode < m; });
  if (found == end || found->mode != mode) return std::nullopt;
  return static_cast<std::uint32_t>(found - pairs_.begin());
}

}  // namespace corridor
