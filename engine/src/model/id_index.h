#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "corridor/base/id.h"

namespace corridor {

/// Where in a table an id stands: a hash table of row numbers, so that it holds no text of its own
/// and survives the table's growth. Finding and adding are O(1) on average.
template <class Key, class Row>
class IdIndex {
 public:
  explicit IdIndex(Table<Key, Row> const& rows) : slots_(16) {
    for (auto const key : rows.ids()) add(rows, key);
  }

  std::optional<Key> find(Table<Key, Row> const& rows, std::string_view id) const {
    auto const hash = hash_of(id);
    for (auto at = hash & mask();; at = (at + 1) & mask()) {
      auto const& slot = slots_[at];
      if (slot.row == kEmpty) return std::nullopt;
      if (slot.hash == hash && rows[Key(slot.row)].id == id) return Key(slot.row);
    }
  }

  /// Adds a row of the table. An id that is there already keeps its first row.
  void add(Table<Key, Row> const& rows, Key key) {
    std::string_view const id = rows[key].id;
    if (find(rows, id)) return;
    if (2 * (count_ + 1) > slots_.size()) grow();
    insert({hash_of(id), key.index()});
    ++count_;
  }

 private:
  static constexpr std::uint32_t kEmpty = UINT32_MAX;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t row = kEmpty;
  };

  static std::uint32_t hash_of(std::string_view id) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(id));
  }
  std::size_t mask() const { return slots_.size() - 1; }

  void insert(Slot slot) {
    auto at = slot.hash & mask();
    while (slots_[at].row != kEmpty) at = (at + 1) & mask();
    slots_[at] = slot;
  }

  void grow() {
    auto const old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    for (auto const& slot : old) {
      if (slot.row != kEmpty) insert(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::size_t count_ = 0;
};

}  // namespace corridor
