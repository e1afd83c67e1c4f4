#include "support/sparse_flow.h"

#include <algorithm>
#include <deque>
#include <vector>

namespace corridor::test {
namespace {

/// Arc 2i is the i-th of the world, arc 2i + 1 the way back.
class Residual {
 public:
  Residual(World const& world, std::int64_t unlimited) : out_(world.places) {
    for (World::Arc const& arc : world.arcs) {
      join(arc.from, arc.to, arc.capacity.value_or(unlimited));
      join(arc.to, arc.from, 0);
    }
  }

  /// Fills a way of fewest arcs from place 0 to place 1; what it carries more, or 0.
  std::int64_t augment() {
    auto const by = arcs_of_way();
    if (by[1] == kNone) return 0;
    std::int64_t more = INT64_MAX;
    for (std::size_t at = 1; at != 0; at = head_[by[at] ^ 1U]) {
      more = std::min(more, room_[by[at]]);
    }
    for (std::size_t at = 1; at != 0; at = head_[by[at] ^ 1U]) {
      room_[by[at]] -= more;
      room_[by[at] ^ 1U] += more;
    }
    return more;
  }

 private:
  static constexpr std::size_t kNone = SIZE_MAX;

  void join(std::size_t from, std::size_t to, std::int64_t room) {
    out_[from].push_back(head_.size());
    head_.push_back(to);
    room_.push_back(room);
  }

  /// By place: the arc through which it is reached first.
  std::vector<std::size_t> arcs_of_way() const {
    std::vector<std::size_t> by(out_.size(), kNone);
    std::deque<std::size_t> queue{0};
    while (!queue.empty() && by[1] == kNone) {
      std::size_t const at = queue.front();
      queue.pop_front();
      for (std::size_t const arc : out_[at]) {
        std::size_t const to = head_[arc];
        if (room_[arc] == 0 || to == 0 || by[to] != kNone) continue;
        by[to] = arc;
        queue.push_back(to);
      }
    }
    return by;
  }

  std::vector<std::vector<std::size_t>> out_;
  std::vector<std::size_t> head_;
  std::vector<std::int64_t> room_;
};

}  // namespace

std::optional<std::int64_t> sparse_throughput(World const& world) {
  std::int64_t unlimited = 1;  // more than any flow that is limited
  for (World::Arc const& arc : world.arcs) unlimited += arc.capacity.value_or(0);
  Residual residual(world, unlimited);
  std::int64_t total = 0;
  while (std::int64_t const more = residual.augment()) {
    total += more;
    if (total >= unlimited) return std::nullopt;
  }
  return total;
}

}  // namespace corridor::test
