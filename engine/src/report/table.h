#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corridor/report/render.h"

namespace corridor::report {

/// Columns that a text takes on a terminal: by code points, wide East Asian ones count 2, combining
/// marks and zero-width characters 0. Invalid bytes count 1.
int display_width(std::string_view text);

/// Words in lines of at most `width` columns; a longer word stands alone. At least one line; each
/// starts with the spaces that the text starts with.
std::vector<std::string> wrapped(std::string_view text, int width);

/// Words in lines with every line indented.
std::string paragraph(std::string_view text, int width, int indent = 0);

enum class Align { left, right };

/// Rows and columns for people. A table that is too wide first wraps its flexible columns, then
/// moves its columns together, and at last is cut into blocks that repeat its key columns.
class TextTable {
 public:
  struct Column {
    std::string title;
    Align align = Align::left;
    bool flexible = false;  ///< its cells may be wrapped at spaces
  };

  /// The first `keys` columns name a row.
  explicit TextTable(std::vector<Column> columns, std::size_t keys = 1)
      : columns_(std::move(columns)), keys_(keys) {}

  void add(std::vector<std::string> row) { rows_.push_back({std::move(row), false}); }
  /// A row that sums up what stands above it: set off by a rule.
  void add_total(std::vector<std::string> row) { rows_.push_back({std::move(row), true}); }
  bool empty() const { return rows_.empty(); }

  /// Lines end without trailing spaces. `indent` spaces stand before each.
  std::string layout(Style const& style, int indent = 0) const;

 private:
  struct Row {
    std::vector<std::string> cells;
    bool total = false;
  };
  /// How columns are set: the width of each and the spaces between two.
  struct Setting {
    std::vector<int> widths;
    int gap = 2;
  };
  std::vector<int> widths(int (*width_of)(std::string_view)) const;
  Setting setting(int room) const;
  std::string head(std::vector<std::size_t> const& shown, Setting const& setting) const;
  std::string body(Row const& row, std::vector<std::size_t> const& shown, Setting const& setting,
                   std::string const& margin) const;
  std::string block(std::vector<std::size_t> const& shown, Setting const& setting,
                    Style const& style, int indent) const;

  std::vector<Column> columns_;
  std::size_t keys_;
  std::vector<Row> rows_;
};

/// Emphasis; plain where the style has no colour.
std::string bold(std::string_view text, Style const& style);
std::string accent(std::string_view text, Style const& style);
std::string faint(std::string_view text, Style const& style);

}  // namespace corridor::report
