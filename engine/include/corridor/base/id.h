#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

namespace corridor {

/// Position of a thing in its table. Ids of different things do not mix: comparing a node's id with
/// a link's, or indexing the wrong table, does not compile.
template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}

  constexpr std::uint32_t index() const { return index_; }
  constexpr auto operator<=>(const Id&) const = default;

 private:
  std::uint32_t index_ = 0;
};

/// A column or table that only its own id can index. Ids follow file order.
template <class Key, class T>
class Table {
 public:
  using value_type = T;

  Table() = default;
  explicit Table(std::size_t size, T const& value = T()) : rows_(size, value) {}
  Table(std::initializer_list<T> rows) : rows_(rows) {}

  T& operator[](Key key) { return rows_[key.index()]; }
  T const& operator[](Key key) const { return rows_[key.index()]; }

  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  auto begin() { return rows_.begin(); }
  auto end() { return rows_.end(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  T const& back() const { return rows_.back(); }
  T& back() { return rows_.back(); }
  T const* data() const { return rows_.data(); }

  void reserve(std::size_t size) { rows_.reserve(size); }
  Key push_back(T const& row) {
    rows_.push_back(row);
    return Key(rows_.size() - 1);
  }
  Key push_back(T&& row) {
    rows_.push_back(std::move(row));
    return Key(rows_.size() - 1);
  }

  /// The ids of all rows in order: `for (NodeId id : nodes.ids())`.
  class Ids {
   public:
    class Iterator {
     public:
      explicit Iterator(std::size_t index) : index_(index) {}
      Key operator*() const { return Key(index_); }
      Iterator& operator++() {
        ++index_;
        return *this;
      }
      bool operator==(const Iterator&) const = default;

     private:
      std::size_t index_;
    };
    explicit Ids(std::size_t size) : size_(size) {}
    Iterator begin() const { return Iterator(0); }
    Iterator end() const { return Iterator(size_); }

   private:
    std::size_t size_;
  };
  Ids ids() const { return Ids(rows_.size()); }

 private:
  std::vector<T> rows_;
};

}  // namespace corridor
