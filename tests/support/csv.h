#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace corridor::test {

/// A table of comma-separated values (RFC 4180) with a header row. Cells are text, exactly as
/// written. Whatever is not such a table throws std::runtime_error with file and line.
class CsvTable {
 public:
  struct Row {
    std::size_t line = 0;  ///< where the row starts, from 1
    std::vector<std::string> cells;
  };

  /// `path` is relative to the top of the repository.
  static CsvTable read(std::string const& path);
  static CsvTable parse(std::string name, std::string_view text);

  std::string const& name() const { return name_; }
  std::vector<Row> const& rows() const { return rows_; }
  std::string const& cell(Row const& row, std::string_view column) const;
  /// The first row with this text in this column, or null.
  Row const* find(std::string_view column, std::string_view text) const;
  /// Replaces a cell, for tests that need a table with a mistake in it.
  void set(std::string_view key_column, std::string_view key, std::string_view column,
           std::string text);
  /// "network/tables/rail.csv:17"
  std::string place(Row const& row) const;

 private:
  std::size_t index_of(std::string_view column) const;

  std::string name_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
};

/// The parts of a cell that lists several things: "S1;S2". Empty text has no parts.
std::vector<std::string> split(std::string_view text, char separator);

}  // namespace corridor::test
