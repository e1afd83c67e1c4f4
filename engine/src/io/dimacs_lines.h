#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>

#include "corridor/base/sources.h"

namespace corridor::dimacs {

inline constexpr std::size_t kMostWords = 5;  // one more than any line has
inline constexpr std::string_view kBlanks = " \t\r";

/// A line cut into its first words.
struct Line {
  std::array<std::string_view, kMostWords> words;
  std::size_t count = 0;
};

inline Line cut(std::string_view line) {
  Line cut;
  while (cut.count < kMostWords) {
    auto const start = line.find_first_not_of(kBlanks);
    if (start == std::string_view::npos) break;
    line.remove_prefix(start);
    auto const end = std::min(line.find_first_of(kBlanks), line.size());
    cut.words[cut.count++] = line.substr(0, end);
    line.remove_prefix(end);
  }
  return cut;
}

/// Comments begin with a word `c`.
inline bool is_comment(Line const& line) { return line.count > 0 && line.words[0] == "c"; }

/// A whole word that is a number.
template <class Number>
std::optional<Number> whole_number(std::string_view word) {
  Number value = 0;
  auto const* const end = word.data() + word.size();
  auto const read = std::from_chars(word.data(), end, value);
  if (read.ec == std::errc() && read.ptr == end) return value;
  return std::nullopt;
}

/// Where a word of a line of the text stands.
inline Span span_of(std::string_view word, std::string_view text, std::uint32_t file,
                    std::uint32_t line, std::size_t line_start) {
  auto const offset = static_cast<std::size_t>(word.data() - text.data());
  Span span;
  span.file = file;
  span.line = std::max(line, std::uint32_t{1});
  span.column = static_cast<std::uint32_t>(offset - line_start) + 1;
  span.offset = static_cast<std::uint32_t>(offset);
  span.length = static_cast<std::uint32_t>(word.size());
  return span;
}

}  // namespace corridor::dimacs
