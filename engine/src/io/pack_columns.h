#pragma once

#include <array>
#include <string>
#include <string_view>

#include "corridor/base/result.h"
#include "io/pack_layout.h"

namespace corridor::pack {

/// A column where it lies.
class ColumnView {
 public:
  ColumnView() = default;
  ColumnView(char const* data, std::uint32_t width, std::uint64_t count)
      : data_(data), width_(width), count_(count) {}

  char const* data() const { return data_; }
  std::uint64_t size() const { return count_; }
  std::uint32_t width() const { return width_; }

  std::uint64_t at(std::uint64_t row) const {
    switch (width_) {
      case 1:
        return number<std::uint8_t>(row);
      case 2:
        return number<std::uint16_t>(row);
      case 4:
        return number<std::uint32_t>(row);
      default:
        return number<std::uint64_t>(row);
    }
  }

 private:
  template <class Number>
  std::uint64_t number(std::uint64_t row) const {
    Number value = 0;
    std::memcpy(&value, data_ + row * sizeof(Number), sizeof(Number));
    return value;
  }

  char const* data_ = nullptr;
  std::uint32_t width_ = 1;
  std::uint64_t count_ = 0;
};

/// All columns of a pack by name.
class Columns {
 public:
  ColumnView& operator[](Column column) { return views_[index_of(column)]; }
  ColumnView const& operator[](Column column) const { return views_[index_of(column)]; }

 private:
  std::array<ColumnView, kColumns> views_;
};

/// The columns of a pack after every check that needs no network: magic, version, byte order,
/// sizes, checksums, the ranges of all references, the order of the texts' ends, and that `order`
/// is a permutation.
Result<Columns> checked_columns(std::string const& name, std::string_view bytes);

/// "NAME is damaged: WHAT".
Diagnostic damaged(std::string const& name, std::string_view what);

}  // namespace corridor::pack
