#include <algorithm>
#include <array>
#include <cstdint>

#include "report/table.h"

namespace corridor::report {
namespace {

struct Range {
  char32_t first, last;
};

// Unicode 15: combining marks of the scripts that names along the corridors use, and characters
// without a width of their own.
constexpr auto kZeroWidth = std::to_array<Range>({
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},   {0x064B, 0x065F},
    {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x0900, 0x0902},   {0x093C, 0x093C},
    {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},   {0x0E47, 0x0E4E},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x2060, 0x2064},   {0x20D0, 0x20FF},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
});

// East Asian Width "wide" and "fullwidth", and the emoji that terminals draw wide.
constexpr auto kWide = std::to_array<Range>({
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
});

template <std::size_t N>
bool contains(std::array<Range, N> const& ranges, char32_t point) {
  auto const after = std::upper_bound(ranges.begin(), ranges.end(), point,
                                      [](char32_t p, Range const& r) { return p < r.first; });
  return after != ranges.begin() && point <= std::prev(after)->last;
}

/// Bytes of the sequence that a lead byte announces; 1 for anything that is no lead byte.
std::size_t sequence_length(unsigned char lead) {
  if (lead >= 0xF0) return 4;
  if (lead >= 0xE0) return 3;
  return lead >= 0xC0 ? 2 : 1;
}

char32_t decode(std::string_view sequence) {
  if (sequence.size() == 1) return static_cast<unsigned char>(sequence[0]);
  auto point =
      static_cast<char32_t>(static_cast<unsigned char>(sequence[0]) & (0x7FU >> sequence.size()));
  for (char const c : sequence.substr(1)) {
    point = (point << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
  }
  return point;
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    auto const length = sequence_length(static_cast<unsigned char>(text[0]));
    auto const point = decode(text.substr(0, length));
    if (!contains(kZeroWidth, point)) width += contains(kWide, point) ? 2 : 1;
    text.remove_prefix(std::min(length, text.size()));
  }
  return width;
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  auto const margin = std::string(std::min(text.find_first_not_of(' '), text.size()), ' ');
  text.remove_prefix(margin.size());
  width -= static_cast<int>(margin.size());
  std::vector<std::string> lines(1, margin);
  int used = 0;
  while (!text.empty()) {
    auto const space = text.find(' ');
    auto const word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    auto const needed = display_width(word);
    if (used > 0 && used + 1 + needed > width) {
      lines.push_back(margin);
      used = 0;
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += needed;
  }
  return lines;
}

std::string paragraph(std::string_view text, int width, int indent) {
  std::string out;
  for (auto const& line : wrapped(text, width - indent)) {
    out.append(static_cast<std::size_t>(indent), ' ');
    out += line;
    out += '\n';
  }
  return out;
}

}  // namespace corridor::report
