#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace corridor::report {

/// A spreadsheet runs a cell that starts like this as a formula.
inline bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

/// One text cell, quoted where RFC 4180 demands it.
inline std::string text_cell(std::string_view text) {
  auto const safe = (looks_like_formula(text) ? "'" : "") + std::string(text);
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (char const c : safe) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

/// RFC 4180 with LF line ends; the header line first.
class Csv {
 public:
  explicit Csv(std::string_view header) : text_(header) { text_ += '\n'; }

  Csv& text(std::string_view value) { return raw(text_cell(value)); }
  Csv& number(std::int64_t value) { return raw(std::to_string(value)); }
  /// A number as decimal text, or nothing.
  Csv& raw(std::string const& value) {
    if (!line_start_) text_ += ',';
    line_start_ = false;
    text_ += value;
    return *this;
  }
  void end_row() {
    text_ += '\n';
    line_start_ = true;
  }
  std::string const& str() const { return text_; }

 private:
  std::string text_;
  bool line_start_ = true;
};

}  // namespace corridor::report
