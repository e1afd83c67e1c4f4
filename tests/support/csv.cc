#include "support/csv.h"

#include <algorithm>
#include <stdexcept>

#include "support/shipped.h"

namespace corridor::test {
namespace {

/// Reads records one after another and counts lines, also those inside quotes.
class Reader {
 public:
  Reader(std::string_view name, std::string_view text) : name_(name), text_(text) {}

  bool at_end() const { return at_ == text_.size(); }

  CsvTable::Row next_row() {
    CsvTable::Row row;
    row.line = line_;
    do {
      row.cells.push_back(next_cell());
    } while (take(','));
    take('\r');
    if (!take('\n') && !at_end()) fail("a quoted cell is followed by text");
    return row;
  }

 private:
  std::string next_cell() { return take('"') ? quoted() : plain(); }

  std::string plain() {
    auto const end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    std::string cell(text_.substr(at_, end - at_));
    if (cell.find('"') != std::string::npos) fail("a quote inside a cell without quotes");
    at_ = end;
    return cell;
  }

  std::string quoted() {
    std::string cell;
    for (;;) {
      if (at_end()) fail("a quote is not closed");
      if (take('"')) {
        if (!take('"')) return cell;
        cell += '"';
      } else {
        cell += text_[at_];
        advance();
      }
    }
  }

  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    advance();
    return true;
  }
  void advance() {
    if (text_[at_] == '\n') ++line_;
    ++at_;
  }
  [[noreturn]] void fail(std::string const& what) const {
    throw std::runtime_error(std::string(name_) + ":" + std::to_string(line_) + ": " + what);
  }

  std::string_view name_, text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

CsvTable CsvTable::read(std::string const& path) { return parse(path, file_text(path)); }

CsvTable CsvTable::parse(std::string name, std::string_view text) {
  CsvTable table;
  table.name_ = std::move(name);
  Reader reader(table.name_, text);
  if (reader.at_end()) throw std::runtime_error(table.name_ + ": no header row");
  table.columns_ = reader.next_row().cells;
  while (!reader.at_end()) {
    Row row = reader.next_row();
    if (row.cells.size() != table.columns_.size()) {
      throw std::runtime_error(table.place(row) + ": " + std::to_string(row.cells.size()) +
                               " cells, the header has " + std::to_string(table.columns_.size()));
    }
    table.rows_.push_back(std::move(row));
  }
  return table;
}

std::string const& CsvTable::cell(Row const& row, std::string_view column) const {
  return row.cells[index_of(column)];
}

CsvTable::Row const* CsvTable::find(std::string_view column, std::string_view text) const {
  std::size_t const index = index_of(column);
  auto const row = std::find_if(rows_.begin(), rows_.end(),
                                [&](Row const& r) { return r.cells[index] == text; });
  return row == rows_.end() ? nullptr : &*row;
}

void CsvTable::set(std::string_view key_column, std::string_view key, std::string_view column,
                   std::string text) {
  std::size_t const key_index = index_of(key_column);
  std::size_t const index = index_of(column);
  for (Row& row : rows_) {
    if (row.cells[key_index] != key) continue;
    row.cells[index] = std::move(text);
    return;
  }
  throw std::runtime_error(name_ + ": no row " + std::string(key));
}

std::string CsvTable::place(Row const& row) const { return name_ + ":" + std::to_string(row.line); }

std::size_t CsvTable::index_of(std::string_view column) const {
  auto const found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end()) {
    throw std::runtime_error(name_ + ": no column " + std::string(column));
  }
  return static_cast<std::size_t>(found - columns_.begin());
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    auto const end = std::min(text.find(separator), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace corridor::test
