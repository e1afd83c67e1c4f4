#include "support/all_ways.h"

#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "support/oracle.h"

namespace corridor::test {
namespace {

class Enumeration {
 public:
  Enumeration(Network const& network, Question const& question, std::size_t most)
      : network_(network), via_(question.via), world_(world_of(network, question)), most_(most) {
    out_.resize(world_.places);
    for (std::size_t a = 0; a < world_.arcs.size(); ++a) out_[world_.arcs[a].from].push_back(a);
  }

  std::optional<std::vector<EveryWay>> run() {
    go_on({0, 0, ""}, {});
    if (ways_.size() > most_) return std::nullopt;
    return std::move(ways_);
  }

 private:
  using State = std::tuple<std::size_t, std::size_t, std::string>;  ///< place, passed, country

  NodeId node_at(std::size_t place) const {
    return NodeId((place - 2) / 2 / network_.modes.size());
  }
  ModeId mode_at(std::size_t place) const {
    return ModeId((place - 2) / 2 % network_.modes.size());
  }

  /// Where the shipment stands on land when it takes an arc inside a node.
  std::string stands_in(World::Arc const& arc) const {
    if (arc.link) return {};
    auto const inside = arc.from == 0 ? arc.to : arc.from;
    bool const stays = arc.from != 0 && arc.to != 1 && mode_at(arc.from) == mode_at(arc.to);
    bool const ship = network_.modes[mode_at(inside)].kind == "sea";
    return stays && ship ? std::string() : network_.nodes[node_at(inside)].country;
  }

  void go_on(State const& state, EveryWay const& way) {
    if (ways_.size() > most_ || visited_.contains(state)) return;
    auto const& [place, passed, country] = state;
    if (place == 1) {
      if (passed == via_.size()) ways_.push_back(way);
      return;
    }
    visited_.insert(state);
    for (auto const a : out_[place]) {
      auto const& arc = world_.arcs[a];
      auto next = way;
      next.totals += arc.totals;
      if (arc.link) next.links.push_back(*arc.link);
      bool const inside = !arc.link && arc.from != 0 && arc.to != 1;
      if (inside && mode_at(arc.from) != mode_at(arc.to)) ++next.transfers;
      auto const here = stands_in(arc);
      if (!here.empty() && !country.empty() && here != country) ++next.borders;
      auto now = passed;
      while (arc.visits && now < via_.size() && via_[now] == *arc.visits) ++now;
      go_on({arc.to, now, here.empty() ? country : here}, next);
    }
    visited_.erase(state);
  }

  Network const& network_;
  std::vector<NodeId> const& via_;
  World world_;
  std::size_t most_;
  std::vector<std::vector<std::size_t>> out_;
  std::set<State> visited_;
  std::vector<EveryWay> ways_;
};

}  // namespace

std::optional<std::vector<EveryWay>> all_ways(Network const& network, Question const& question,
                                              std::size_t most) {
  return Enumeration(network, question, most).run();
}

}  // namespace corridor::test
