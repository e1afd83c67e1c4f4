#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corridor/base/diagnostic.h"

namespace corridor {

/// A cell where it stands; nothing is copied.
struct CsvCell {
  std::string_view text;  ///< between the quotes, where it has some
  Span span;              ///< with the quotes
  bool doubled = false;   ///< holds quotes that are written twice
};

/// The text of a cell in which each quote is written twice.
std::string single_quotes(std::string_view text);

/// Walks over the rows of a text by RFC 4180, with LF or CRLF line ends. Empty lines are skipped,
/// spaces around a cell are cut off unless it is quoted. Linear; one row is held at a time.
class CsvScanner {
 public:
  CsvScanner(std::string_view text, std::uint32_t file) : text_(text), file_(file) {}

  /// The next row, valid until the next call; empty at the end or after too many errors. A row of
  /// another length than the first is reported and left out.
  std::span<CsvCell const> next();
  Diagnostics take_errors() { return std::move(errors_); }

 private:
  Span here() const;
  bool end_of_line();
  void read_row();
  CsvCell read_cell();
  CsvCell read_plain();
  CsvCell read_quoted();
  void skip_to_comma();

  std::string_view text_;
  std::uint32_t file_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::uint32_t line_ = 1;
  std::size_t width_ = 0;  ///< cells of the header; 0: not yet read
  std::vector<CsvCell> row_;
  Diagnostics errors_;
};

}  // namespace corridor
