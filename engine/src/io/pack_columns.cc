#include "io/pack_columns.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "io/file_bytes.h"

namespace corridor::pack {
namespace {

std::string_view bytes_of(void const* data, std::size_t size) {
  return {static_cast<char const*>(data), size};
}

/// What is wrong with the header, or nothing.
std::optional<Diagnostic> header_problem(std::string const& name, std::string_view bytes,
                                         Header& header) {
  if (bytes.size() < sizeof header || !bytes.starts_with(kMagic)) {
    if (!bytes.starts_with(kMagic)) {
      return file_finding(Code::wrong_file_kind, name, "is no pack");
    }
    return damaged(name, "it is cut off");
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.byte_order != kByteOrder) {
    return file_finding(Code::unsupported_format, name, "was packed with another byte order");
  }
  if (header.version != kVersion) {
    return file_finding(Code::unsupported_format, name,
                        "is a pack of version " + std::to_string(header.version) +
                            "; this program reads version " + std::to_string(kVersion));
  }
  if (header.file_bytes != bytes.size()) {
    return damaged(name, "it has " + std::to_string(bytes.size()) + " bytes instead of " +
                             std::to_string(header.file_bytes));
  }
  bool const has_table = header.column_count == kColumns &&
                         bytes.size() >= sizeof header + kColumns * sizeof(ColumnEntry);
  return has_table ? std::nullopt : std::optional(damaged(name, "its table of columns is cut off"));
}

/// Whether a column lies in the file, behind the table.
bool lies_within(ColumnEntry const& entry, std::size_t bytes) {
  bool const known_width =
      entry.width == 1 || entry.width == 2 || entry.width == 4 || entry.width == 8;
  auto const start = sizeof(Header) + kColumns * sizeof(ColumnEntry);
  return known_width && entry.offset % 8 == 0 && entry.offset >= start && entry.offset <= bytes &&
         entry.count <= (bytes - entry.offset) / entry.width;
}

template <class Number>
std::uint64_t largest_of(ColumnView const& column) {
  std::uint64_t most = 0;
  for (std::uint64_t i = 0; i < column.size(); ++i) {
    Number number = 0;
    std::memcpy(&number, column.data() + i * sizeof number, sizeof number);
    most = std::max<std::uint64_t>(most, number);
  }
  return most;
}

/// The largest number of a column; 0 for an empty one.
std::uint64_t largest(ColumnView const& column) {
  switch (column.width()) {
    case 1:
      return largest_of<std::uint8_t>(column);
    case 2:
      return largest_of<std::uint16_t>(column);
    case 4:
      return largest_of<std::uint32_t>(column);
    default:
      return largest_of<std::uint64_t>(column);
  }
}

bool all_below(ColumnView const& column, std::uint64_t end) {
  return column.size() == 0 || largest(column) < end;
}

bool is_rising(ColumnView const& column, std::uint64_t most) {
  std::uint64_t last = 0;
  for (std::uint64_t i = 0; i < column.size(); ++i) {
    auto const number = column.at(i);
    if (number < last) return false;
    last = number;
  }
  return last == most;
}

bool is_permutation(ColumnView const& column) {
  if (column.width() != 4) return false;
  std::vector<bool> seen(column.size());
  for (std::uint64_t i = 0; i < column.size(); ++i) {
    auto const number = column.at(i);
    if (number >= column.size() || seen[number]) return false;
    seen[number] = true;
  }
  return true;
}

/// What is wrong with the numbers of the columns, or nothing.
std::string_view content_problem(Columns const& columns) {
  constexpr std::uint64_t kSizes = 11;  // ten tables and the quoted files
  auto const& sizes = columns[Column::size];
  if (sizes.size() != kSizes) return "sizes are missing";
  if (columns[Column::pool_bytes].width() != 1 ||
      !is_rising(columns[Column::pool_ends], columns[Column::pool_bytes].size())) {
    return "its texts do not fit";
  }
  struct Reference {
    Column column;
    std::uint64_t end;
  };
  auto const references = std::to_array<Reference>({
      {Column::text, columns[Column::pool_ends].size()},
      {Column::node, sizes.at(0)},
      {Column::source, sizes.at(2)},
      {Column::mode, sizes.at(3)},
      {Column::transfer, sizes.at(4)},
      {Column::passage, sizes.at(5)},
      {Column::expansion, sizes.at(6)},
      {Column::corridor, sizes.at(8)},
      {Column::span_file, sizes.at(10) + 1},
      {Column::size, std::uint64_t{1} << 32U},
  });
  for (auto const& each : references) {
    if (!all_below(columns[each.column], each.end)) return "something refers to nothing";
  }
  return is_permutation(columns[Column::order]) ? "" : "its order is no permutation";
}

}  // namespace

Diagnostic damaged(std::string const& name, std::string_view what) {
  return file_finding(Code::unreadable_file, name, "is damaged: " + std::string(what));
}

Result<Columns> checked_columns(std::string const& name, std::string_view bytes) {
  Header header;
  if (auto problem = header_problem(name, bytes, header)) return *std::move(problem);
  std::array<ColumnEntry, kColumns> entries{};
  std::memcpy(entries.data(), bytes.data() + sizeof header, sizeof entries);
  auto const wanted = std::exchange(header.checksum, 0);
  if (checksum(bytes_of(entries.data(), sizeof entries),
               checksum(bytes_of(&header, sizeof header))) != wanted) {
    return damaged(name, "the checksum of its table of columns differs");
  }
  Columns columns;
  for (std::size_t i = 0; i < kColumns; ++i) {
    auto const& entry = entries[i];
    if (entry.name != i || !lies_within(entry, bytes.size())) {
      return damaged(name, "a column does not lie in the file");
    }
    if (checksum(bytes.substr(entry.offset, entry.count * entry.width)) != entry.checksum) {
      return damaged(name, "the checksum of column " + std::to_string(i) + " differs");
    }
    columns[Column(i)] = ColumnView(bytes.data() + entry.offset, entry.width, entry.count);
  }
  if (auto const problem = content_problem(columns); !problem.empty()) {
    return damaged(name, problem);
  }
  return columns;
}

}  // namespace corridor::pack
