#include "corridor/base/diagnostic.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace corridor {
namespace {

constexpr std::size_t kShownColumns = 120;               // of a source line; longer ones are cut
constexpr std::size_t kColumnsBefore = 80;               // kept in front of the marked place
constexpr std::size_t kBytesAround = 4 * kShownColumns;  // enough for that many UTF-8 letters
constexpr std::string_view kCut = "...";

/// A piece of a line that takes `columns` on a terminal.
struct Cell {
  std::string text;
  std::size_t columns;
  std::size_t offset;  ///< of its first byte in the line
};

struct CodePoint {
  std::uint32_t value;
  std::size_t bytes;
};

/// The code point that a text starts with; empty for bytes that are no UTF-8.
std::optional<CodePoint> first_code_point(std::string_view text) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  auto const lead = byte(0);
  if (lead < 0x80) return CodePoint{lead, 1};
  std::size_t const bytes = lead < 0xC2   ? 0
                            : lead < 0xE0 ? 2
                            : lead < 0xF0 ? 3
                            : lead < 0xF5 ? 4
                                          : 0;
  if (bytes == 0 || bytes > text.size()) return std::nullopt;
  std::uint32_t value = lead & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return std::nullopt;
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
  bool const surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kSmallest[bytes] || surrogate || value > 0x10FFFF) return std::nullopt;
  return CodePoint{value, bytes};
}

/// Whether a terminal could obey a character instead of showing it, or show it as nothing.
bool is_unsafe(std::uint32_t c) {
  bool const control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  bool const direction = c == 0x061C || c == 0x200E || c == 0x200F ||
                         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  bool const invisible = c == 0x2028 || c == 0x2029 || c == 0x200B || c == 0xFEFF;
  return control || direction || invisible;
}

std::string escaped(std::string_view prefix, std::uint32_t value, int digits) {
  constexpr std::string_view kHex = "0123456789abcdef";
  auto text = std::string(prefix);
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
    text += kHex[(value >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return text;
}

/// The first character of a text, made safe to print.
Cell first_cell(std::string_view text, std::size_t offset) {
  auto const point = first_code_point(text);
  auto shown = std::string();
  if (!point) {
    shown = escaped("\\x", static_cast<unsigned char>(text[0]), 2);
  } else if (point->value == '\t') {
    shown = " ";
  } else if (is_unsafe(point->value)) {
    shown = point->value < 0x80 ? escaped("\\x", point->value, 2) : escaped("\\u", point->value, 4);
  } else {
    return {std::string(text.substr(0, point->bytes)), 1, offset};
  }
  auto const columns = shown.size();
  return {std::move(shown), columns, offset};
}

std::size_t width_of(std::string_view text) {
  auto const point = first_code_point(text);
  return point ? point->bytes : 1;
}

/// A whole text made safe to print on one line.
std::string printable(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    result += first_cell(text, 0).text;
    text.remove_prefix(width_of(text));
  }
  return result;
}

/// The part of a line around a place, as cells.
std::vector<Cell> cells_around(std::string_view line, std::size_t place) {
  auto const is_continuation = [&](std::size_t i) {
    return (static_cast<unsigned char>(line[i]) & 0xC0U) == 0x80U;
  };
  auto begin = place > kBytesAround ? place - kBytesAround : 0;
  while (begin > 0 && begin < place && is_continuation(begin)) ++begin;
  auto const end = std::min(line.size(), place + kBytesAround);
  std::vector<Cell> cells;
  for (auto at = begin; at < end;) {
    auto const rest = line.substr(at);
    cells.push_back(first_cell(rest, at));
    at += width_of(rest);
  }
  return cells;
}

/// A line cut to what a screen shows, and where the marked bytes stand in it.
struct Quote {
  std::string text;
  std::size_t column = 0;  ///< of the first marked cell, from 0
  std::size_t columns = 1;
};

Quote quote(std::string_view line, std::size_t place, std::size_t length) {
  auto const cells = cells_around(line, place);
  auto const marked = std::find_if(cells.begin(), cells.end(),
                                   [&](Cell const& cell) { return cell.offset >= place; });
  auto first = marked;
  for (std::size_t before = 0; first != cells.begin();) {
    before += (first - 1)->columns;
    if (before > kColumnsBefore) break;
    --first;
  }
  Quote result;
  if (first != cells.end() && first->offset > 0) result.text = kCut;
  if (cells.empty()) return result;
  std::size_t shown = 0;
  std::size_t marked_columns = 0;
  auto cell = first;
  for (; cell != cells.end() && shown + cell->columns <= kShownColumns; ++cell) {
    result.text += cell->text;
    shown += cell->columns;
    if (cell < marked) result.column += cell->columns;
    if (cell >= marked && cell->offset < place + length) marked_columns += cell->columns;
  }
  if (cell != cells.end()) result.text += kCut;
  if (first != cells.end() && first->offset > 0) result.column += kCut.size();
  result.columns = std::max<std::size_t>(1, marked_columns);
  return result;
}

/// "   42 | " with the number or with blanks in its place.
std::string gutter(std::string number) {
  constexpr std::size_t kWidth = 5;
  if (number.size() < kWidth) number.insert(0, kWidth - number.size(), ' ');
  return number + " | ";
}

std::string excerpt(Diagnostic const& diagnostic, Sources const& sources) {
  auto const& span = diagnostic.span;
  auto const line = sources.line_of(span);
  auto const place = std::min<std::size_t>(span.column - 1, line.size());
  auto const quoted = quote(line, place, span.length);
  auto const number = std::to_string(span.line);
  auto marks = std::string(quoted.columns, '~');
  marks[0] = '^';
  auto text = gutter(number) + quoted.text + "\n";
  text += gutter(std::string(number.size(), ' ')) + std::string(quoted.column, ' ') + marks;
  if (!diagnostic.hint.empty()) text += " " + printable(diagnostic.hint);
  return text + "\n";
}

std::string heading(Diagnostic const& diagnostic, Sources const& sources) {
  bool const placed = diagnostic.span.known() && diagnostic.span.file < sources.size();
  auto text = std::string();
  if (placed) {
    text = printable(sources.place(diagnostic.span)) + ": ";
  } else if (!diagnostic.file.empty()) {
    text = printable(diagnostic.file) + ": ";
  }
  text += diagnostic.severity == Severity::error ? "error: " : "warning: ";
  text += printable(diagnostic.message);
  text += " [";
  text += name_of(diagnostic.code);
  return text + "]";
}

}  // namespace

std::string render(Diagnostic const& diagnostic, Sources const& sources) {
  auto text = heading(diagnostic, sources) + "\n";
  if (diagnostic.span.known() && diagnostic.span.file < sources.size()) {
    return text + excerpt(diagnostic, sources);
  }
  // Without a line there is no caret to stand behind.
  if (!diagnostic.hint.empty()) text += gutter({}) + printable(diagnostic.hint) + "\n";
  return text;
}

std::string render(Diagnostics const& diagnostics, Sources const& sources) {
  std::string text;
  std::size_t errors = 0;
  std::size_t left_out = 0;
  for (auto const& diagnostic : diagnostics) {
    bool const is_error = diagnostic.severity == Severity::error;
    if (is_error && errors == kMaxDiagnostics) {
      ++left_out;
      continue;
    }
    errors += is_error ? 1 : 0;
    text += render(diagnostic, sources);
  }
  auto const limit = std::to_string(kMaxDiagnostics);
  if (left_out > 0) {
    text += "only the first " + limit + " errors are shown, " + std::to_string(left_out) +
            " are left out\n";
  } else if (errors == kMaxDiagnostics) {
    text += "reading stopped at " + limit + " errors, there may be more\n";
  }
  return text;
}

}  // namespace corridor
