#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace corridor {

inline std::vector<std::uint32_t> first_numbers(std::size_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), std::uint32_t{0});
  return numbers;
}

/// `items` in order of key_of(item) < key_count, equal keys in the order given. O(items + keys).
template <class KeyOf>
std::vector<std::uint32_t> sorted_by_key(std::span<std::uint32_t const> items,
                                         std::size_t key_count, KeyOf const& key_of) {
  std::vector<std::uint32_t> next(key_count + 1, 0);
  for (std::uint32_t const item : items) ++next[key_of(item) + 1];
  for (std::size_t key = 0; key < key_count; ++key) next[key + 1] += next[key];
  std::vector<std::uint32_t> sorted(items.size());
  for (std::uint32_t const item : items) sorted[next[key_of(item)]++] = item;
  return sorted;
}

}  // namespace corridor
