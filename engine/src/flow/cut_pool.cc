#include "flow/cut_pool.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace corridor::flow {

CutPool::CutPool(Vertex vertices, std::span<Edge const> edges)
    : edges_(edges.begin(), edges.end()), inside_(vertices, 0) {}

void CutPool::add(std::span<char const> inside) {
  Amount capacity = 0;
  for (Edge const& edge : edges_) {
    if (inside[edge.tail] && !inside[edge.head]) capacity += edge.capacity;
    if (!inside[edge.tail] && inside[edge.head]) capacity += edge.reverse_capacity;
  }
  if (size_ == kMost) --size_;
  auto const* const place = std::upper_bound(capacity_.data(), capacity_.data() + size_, capacity);
  auto const at = static_cast<std::uint32_t>(place - capacity_.data());
  std::copy_backward(capacity_.data() + at, capacity_.data() + size_, capacity_.data() + size_ + 1);
  capacity_[at] = capacity;
  ++size_;
  std::uint64_t const below = (std::uint64_t{1} << at) - 1;
  for (std::size_t v = 0; v < inside_.size(); ++v) {
    std::uint64_t const old = inside_[v];
    std::uint64_t const bit = inside[v] ? std::uint64_t{1} << at : 0;
    inside_[v] = (old & below) | bit | ((old & ~below) << 1);
  }
}

Amount CutPool::bound_one(Change const& change) const {
  Edge const& edge = edges_[change.edge];
  std::uint64_t const all = size_ == kMost ? ~std::uint64_t{0} : (std::uint64_t{1} << size_) - 1;
  std::uint64_t const tail = inside_[edge.tail];
  std::uint64_t const head = inside_[edge.head];
  Amount best = std::numeric_limits<Amount>::max();
  auto const take = [&](std::uint64_t cuts, Amount more) {
    cuts &= all;
    if (cuts == 0) return;
    best = std::min(best, capacity_[static_cast<std::size_t>(std::countr_zero(cuts))] + more);
  };
  take(~(tail ^ head), 0);
  take(tail & ~head, change.capacity - edge.capacity);
  take(~tail & head, change.reverse_capacity - edge.reverse_capacity);
  return best;
}

Amount CutPool::bound(std::span<Change const> changes) const {
  if (changes.size() == 1) return bound_one(changes[0]);
  std::array<Amount, kMost> after = capacity_;
  for (Change const& change : changes) {
    Edge const& edge = edges_[change.edge];
    std::uint64_t const tail = inside_[edge.tail];
    std::uint64_t const head = inside_[edge.head];
    for (std::uint64_t cuts = tail & ~head; cuts != 0; cuts &= cuts - 1)
      after[static_cast<std::size_t>(std::countr_zero(cuts))] += change.capacity - edge.capacity;
    for (std::uint64_t cuts = ~tail & head; cuts != 0; cuts &= cuts - 1)
      after[static_cast<std::size_t>(std::countr_zero(cuts))] +=
          change.reverse_capacity - edge.reverse_capacity;
  }
  return *std::min_element(after.begin(), after.begin() + size_);
}

}  // namespace corridor::flow
