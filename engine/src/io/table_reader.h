#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corridor/base/nearest.h"
#include "corridor/io/document.h"
#include "io/characters.h"
#include "io/csv_scanner.h"
#include "io/table_columns.h"
#include "model/findings.h"

namespace corridor {

/// What a header may say beside the columns of a table.
struct HeaderRules {
  /// Units of columns whose header names none, by name of the column.
  std::vector<std::pair<std::string_view, std::string_view>> units = {};
  std::span<std::string_view const> ignored;  ///< columns that are known and not read
  bool others_allowed = false;                ///< what is not known is skipped with a warning
};

/// A column of a file: what it means, and what stands behind its numbers.
template <class Row>
struct BoundColumn {
  TableColumn<Row> const* column = nullptr;  ///< null: not read
  std::string unit = {};                     ///< " km"; empty: the cells name their units
};

/// `length_usd_per_teu` for "length" and "USD/TEU"; `share_percent`.
std::string column_with_unit(std::string_view column, std::string_view unit);
/// The unit that stands behind a column's name in a header, or nothing.
std::optional<std::string_view> unit_in_header(std::string_view header, std::string_view column,
                                               Dimension dimension);

/// Reads a table of a file that is in the sources: the header by the columns that are known, then
/// row after row into the same spec. Collects what is wrong in a form that the builder takes on.
template <class Row>
class TableReader {
 public:
  TableReader(Sources const& sources, std::uint32_t file, std::span<TableColumn<Row> const> columns,
              HeaderRules rules = {})
      : columns_(columns),
        rules_(std::move(rules)),
        file_(file),
        text_(sources.text(file)),
        scanner_(text_, file) {}

  /// Calls `take(row)` for each row; a table whose header is wrong has none. Returns how many
  /// there were, or 1 where errors kept all of them from being read: such a table is not empty.
  template <class Take>
  std::size_t read(Take&& take) {
    findings_ = character_findings(text_, file_, kMaxDiagnostics);
    if (!findings_.empty() || !read_header()) return 1;
    std::size_t rows = 0;
    Row row;
    for (auto cells = scanner_.next(); !cells.empty(); cells = scanner_.next()) {
      ++rows;
      clear(row);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (bound_[i].column != nullptr && !cells[i].text.empty())
          read_cell(bound_[i], cells[i], row);
      }
      take(row, cells.front().span);
    }
    auto errors = scanner_.take_errors();
    if (rows == 0 && !errors.empty()) rows = 1;
    for (auto& error : errors) findings_.push_back(std::move(error));
    return rows;
  }

  /// The units that stand behind the plain numbers of columns, by name of the column.
  std::vector<std::pair<std::string_view, std::string_view>> column_units() const {
    std::vector<std::pair<std::string_view, std::string_view>> found;
    for (auto const& bound : bound_) {
      if (bound.unit.empty()) continue;
      found.emplace_back(bound.column->name, std::string_view(bound.unit).substr(1));
    }
    return found;
  }

  Diagnostics take_findings() { return std::move(findings_); }
  /// Where a message about the table as a whole points.
  Span place() const { return header_; }
  bool has(std::string_view column) const {
    for (auto const& bound : bound_) {
      if (bound.column != nullptr && bound.column->name == column) return true;
    }
    return false;
  }
  void report(Code code, Span span, std::string message, std::string hint = {},
              Severity severity = Severity::error) {
    findings_.push_back({.code = code,
                         .span = span,
                         .message = std::move(message),
                         .hint = std::move(hint),
                         .severity = severity});
  }

  void report_all(Diagnostics const& findings) {
    findings_.insert(findings_.end(), findings.begin(), findings.end());
  }

 private:
  bool read_header();
  BoundColumn<Row> bind(CsvCell const& cell);
  void unknown_column(CsvCell const& cell);
  void read_cell(BoundColumn<Row> const& bound, CsvCell const& cell, Row& row);

  std::span<TableColumn<Row> const> columns_;
  HeaderRules rules_;
  std::uint32_t file_;
  std::string_view text_;
  CsvScanner scanner_;
  Span header_;
  std::vector<BoundColumn<Row>> bound_;  ///< by place in the file
  std::string scratch_;
  Diagnostics findings_;
};

template <class Row>
bool TableReader<Row>::read_header() {
  auto const cells = scanner_.next();
  if (cells.empty()) {
    report(Code::empty_file, {file_, 1, 1, 0, 0}, "the table has no header");
    return false;
  }
  header_ = cells.front().span;
  for (auto const& cell : cells) {
    auto bound = bind(cell);
    if (bound.column != nullptr && has(bound.column->name)) {
      report(Code::duplicate_key, cell.span,
             "column " + quoted(bound.column->name) + " appears twice");
    }
    bound_.push_back(std::move(bound));
  }
  for (auto const& column : columns_) {
    if (!column.required || has(column.name)) continue;
    report(Code::missing_key, header_, "column " + quoted(column.name) + " is missing");
  }
  for (auto const& finding : findings_) {
    if (finding.severity == Severity::error) return false;
  }
  return true;
}

template <class Row>
BoundColumn<Row> TableReader<Row>::bind(CsvCell const& cell) {
  for (auto const& column : columns_) {
    if (cell.text == column.name) {
      for (auto const& [name, unit] : rules_.units) {
        if (name == column.name) return {&column, " " + std::string(unit)};
      }
      return {&column, {}};
    }
    if (!column.dimension) continue;
    if (auto const unit = unit_in_header(cell.text, column.name, *column.dimension)) {
      return {&column, " " + std::string(*unit)};
    }
  }
  for (auto const ignored : rules_.ignored) {
    if (cell.text == ignored) return {};
  }
  unknown_column(cell);
  return {};
}

template <class Row>
void TableReader<Row>::unknown_column(CsvCell const& cell) {
  if (rules_.others_allowed) {
    return report(Code::unknown_key, cell.span,
                  "column " + quoted(cell.text) + " is not known and not read", {},
                  Severity::warning);
  }
  std::vector<std::string> names;
  for (auto const& column : columns_) {
    names.emplace_back(column.name);
    if (!column.dimension) continue;
    for (auto const& unit : units()) {
      if (unit.dimension == *column.dimension) {
        names.push_back(column_with_unit(column.name, unit.name));
      }
    }
  }
  auto hint = did_you_mean(cell.text, std::vector<std::string_view>(names.begin(), names.end()));
  if (hint.empty()) {
    hint = "known here: ";
    for (auto const& column : columns_) {
      hint += (&column == columns_.data() ? "" : ", ") + std::string(column.name);
    }
  }
  report(Code::unknown_key, cell.span, "unknown column " + quoted(cell.text), std::move(hint));
}

template <class Row>
void TableReader<Row>::read_cell(BoundColumn<Row> const& bound, CsvCell const& cell, Row& row) {
  if (cell.text.size() > kMaxScalarBytes) {
    if (findings_.size() < kMaxDiagnostics) {
      report(Code::scalar_too_long, cell.span,
             "a cell has " + std::to_string(cell.text.size()) + " bytes, at most " +
                 std::to_string(kMaxScalarBytes) + " are read");
    }
    return;
  }
  auto value = CellValue{cell.text, cell.span};
  if (cell.doubled) {
    scratch_ = single_quotes(cell.text);
    value.text = scratch_;
  } else if (!bound.unit.empty() && cell.text != "unlimited") {
    scratch_.assign(cell.text);
    scratch_ += bound.unit;
    value.text = scratch_;
  }
  bound.column->set(row, value);
}

}  // namespace corridor
