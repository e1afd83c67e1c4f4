#include "report/table.h"

#include <algorithm>
#include <numeric>

namespace corridor::report {
namespace {

std::string painted(std::string_view code, std::string_view text, Style const& style) {
  if (!style.colour || text.empty()) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string padded(std::string const& text, int width, Align align) {
  auto const spaces = static_cast<std::size_t>(std::max(0, width - display_width(text)));
  return align == Align::left ? text + std::string(spaces, ' ') : std::string(spaces, ' ') + text;
}

void trim_end(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

/// Columns of a line that holds these.
int line_width(std::vector<std::size_t> const& shown, std::vector<int> const& widths, int gap) {
  int total = 0;
  for (auto const c : shown) total += widths[c] + gap;
  return std::max(0, total - gap);
}

int longest_word(std::string_view text) {
  int longest = 0;
  for (auto const& word : wrapped(text, 1)) longest = std::max(longest, display_width(word));
  return longest;
}

std::vector<std::size_t> first_columns(std::size_t count) {
  std::vector<std::size_t> columns(count);
  std::iota(columns.begin(), columns.end(), std::size_t{0});
  return columns;
}

}  // namespace

std::string bold(std::string_view text, Style const& style) { return painted("1", text, style); }
std::string accent(std::string_view text, Style const& style) {
  return painted("1;36", text, style);
}
std::string faint(std::string_view text, Style const& style) { return painted("2", text, style); }

std::vector<int> TextTable::widths(int (*width_of)(std::string_view)) const {
  std::vector<int> result;
  for (auto const& column : columns_) result.push_back(display_width(column.title));
  for (auto const& row : rows_) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      result[c] = std::max(result[c], width_of(row.cells[c]));
    }
  }
  return result;
}

/// Flexible columns give way one step at a time, the widest first, down to their longest word.
TextTable::Setting TextTable::setting(int room) const {
  auto const all = first_columns(columns_.size());
  auto const narrowest = widths(longest_word);
  Setting result;
  for (result.gap = 2; result.gap > 0; --result.gap) {
    result.widths = widths(display_width);
    for (auto excess = line_width(all, result.widths, result.gap) - room; excess > 0; --excess) {
      auto widest = all.size();
      for (auto const c : all) {
        bool const gives = columns_[c].flexible && result.widths[c] > narrowest[c];
        if (gives && (widest == all.size() || result.widths[c] > result.widths[widest])) widest = c;
      }
      if (widest == all.size()) break;
      --result.widths[widest];
    }
    if (line_width(all, result.widths, result.gap) <= room) return result;
  }
  result.gap = 2;  // blocks have room enough
  return result;
}

std::string TextTable::head(std::vector<std::size_t> const& shown, Setting const& setting) const {
  std::string line;
  for (auto const c : shown) {
    line += padded(columns_[c].title, setting.widths[c], columns_[c].align);
    line.append(static_cast<std::size_t>(setting.gap), ' ');
  }
  trim_end(line);
  return line;
}

std::string TextTable::body(Row const& row, std::vector<std::size_t> const& shown,
                            Setting const& setting, std::string const& margin) const {
  std::vector<std::vector<std::string>> cells;
  std::size_t lines = 1;
  for (auto const c : shown) {
    auto const text = c < row.cells.size() ? row.cells[c] : std::string();
    cells.push_back(columns_[c].flexible ? wrapped(text, setting.widths[c]) : std::vector{text});
    lines = std::max(lines, cells.back().size());
  }
  std::string out;
  for (std::size_t line = 0; line < lines; ++line) {
    std::string written = margin;
    for (std::size_t i = 0; i < shown.size(); ++i) {
      auto const text = line < cells[i].size() ? cells[i][line] : std::string();
      written += padded(text, setting.widths[shown[i]], columns_[shown[i]].align);
      written.append(static_cast<std::size_t>(setting.gap), ' ');
    }
    trim_end(written);
    out += written + "\n";
  }
  return out;
}

std::string TextTable::block(std::vector<std::size_t> const& shown, Setting const& setting,
                             Style const& style, int indent) const {
  auto const margin = std::string(static_cast<std::size_t>(indent), ' ');
  auto const titles = head(shown, setting);
  std::string out;
  if (!titles.empty()) out += margin + faint(titles, style) + "\n";
  for (auto const& row : rows_) {
    if (row.total) {
      out += margin;
      for (int i = 0; i < line_width(shown, setting.widths, setting.gap); ++i) out += "─";
      out += '\n';
    }
    out += body(row, shown, setting, margin);
  }
  return out;
}

std::string TextTable::layout(Style const& style, int indent) const {
  auto const room = style.width - indent;
  auto const set = setting(room);
  auto const keys = first_columns(std::min(keys_, columns_.size()));
  std::string out;
  auto next = keys.size();
  do {
    auto shown = keys;
    while (next < columns_.size()) {
      shown.push_back(next);
      bool const too_wide = line_width(shown, set.widths, set.gap) > room;
      if (too_wide && shown.size() > keys.size() + 1) {
        shown.pop_back();
        break;
      }
      ++next;
    }
    if (!out.empty()) out += '\n';
    out += block(shown, set, style, indent);
  } while (next < columns_.size());
  return out;
}

}  // namespace corridor::report
