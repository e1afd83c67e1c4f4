#include <algorithm>
#include <cstring>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corridor/io/pack.h"
#include "io/pack_network.h"

namespace corridor {
namespace {

using pack::Column;
using pack::ColumnEntry;
using pack::Header;
using pack::kColumns;

/// The texts of a pack, each once.
class TextPool {
 public:
  TextPool() { add({}); }

  std::uint32_t add(std::string_view text) {
    auto const [known, added] =
        numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(ends_.size()));
    if (added) {
      bytes_ += text;
      ends_.push_back(bytes_.size());
    }
    return known->second;
  }

  std::string const& bytes() const { return bytes_; }
  std::vector<std::uint64_t> const& ends() const { return ends_; }

 private:
  std::string bytes_;
  std::vector<std::uint64_t> ends_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// What is quoted of one file: each quotation once, on a line of its own.
struct Quotations {
  std::uint32_t file = 0;
  std::string text;
  std::unordered_map<std::string, std::uint32_t> offsets;
};

class PackWriter {
 public:
  explicit PackWriter(Network const& network) : texts_(network.texts.get()) {}

  bool good() const { return true; }
  bool check(bool) const { return true; }
  std::size_t size(std::size_t count) {
    put(Column::size, count);
    return count;
  }
  template <class Rows, class Each>
  void rows(Rows& rows, std::size_t, Each&& each) {
    for (auto& row : rows) each(row);
  }
  template <class Number>
  void value(Column column, Number number) {
    put(column, static_cast<std::uint64_t>(number));
  }
  void text(std::string const& text) { put(Column::text, pool_.add(text)); }
  template <class Tag>
  void id(Column column, Id<Tag> id, std::size_t) {
    put(column, id.index());
  }
  void span(Span const& span);

  void quoted_files();
  void order(std::span<std::uint32_t const> order) {
    for (auto const vertex : order) put(Column::order, vertex);
  }
  std::string bytes() &&;

 private:
  void put(Column column, std::uint64_t number) {
    columns_[pack::index_of(column)].push_back(number);
  }
  std::uint32_t quote(Quotations& quotations, Span const& span) const;
  std::size_t quotations_of(std::uint32_t file);

  Sources const* texts_;
  TextPool pool_;
  std::vector<Quotations> files_;
  std::uint32_t line_ = 0;
  std::array<std::vector<std::uint64_t>, kColumns> columns_;
};

std::size_t PackWriter::quotations_of(std::uint32_t file) {
  std::size_t number = 0;
  while (number < files_.size() && files_[number].file != file) ++number;
  if (number == files_.size()) files_.push_back({file, {}, {}});
  return number;
}

std::uint32_t PackWriter::quote(Quotations& quotations, Span const& span) const {
  auto const text = texts_ == nullptr ? std::string() : std::string(texts_->text(span));
  auto const at = static_cast<std::uint32_t>(quotations.text.size());
  auto const [known, added] = quotations.offsets.try_emplace(text, at);
  if (added) quotations.text += text + "\n";
  return known->second;
}

void PackWriter::span(Span const& span) {
  if (!span.known()) return put(Column::span_file, 0);
  auto const number = quotations_of(span.file);
  put(Column::span_file, number + 1);
  put(Column::span_line, pack::zigzag(std::int64_t{span.line} - std::int64_t{line_}));
  line_ = span.line;
  put(Column::span_column, span.column);
  put(Column::span_offset, quote(files_[number], span));
  put(Column::span_length, texts_ == nullptr ? 0 : texts_->text(span).size());
}

void PackWriter::quoted_files() {
  size(files_.size());
  for (auto const& each : files_) {
    text(texts_ == nullptr ? std::string() : std::string(texts_->name(each.file)));
    text(each.text);
  }
}

std::uint32_t width_of(std::vector<std::uint64_t> const& column) {
  std::uint64_t most = 0;
  for (auto const number : column) most |= number;
  if (most <= UINT8_MAX) return 1;
  if (most <= UINT16_MAX) return 2;
  return most <= UINT32_MAX ? 4 : 8;
}

template <class Number>
void append(std::string& bytes, std::vector<std::uint64_t> const& column) {
  auto const start = bytes.size();
  bytes.resize(start + column.size() * sizeof(Number));
  auto* to = bytes.data() + start;
  for (auto const number : column) {
    auto const narrow = static_cast<Number>(number);
    std::memcpy(to, &narrow, sizeof narrow);
    to += sizeof narrow;
  }
}

void append(std::string& bytes, std::vector<std::uint64_t> const& column, std::uint32_t width) {
  switch (width) {
    case 1:
      return append<std::uint8_t>(bytes, column);
    case 2:
      return append<std::uint16_t>(bytes, column);
    case 4:
      return append<std::uint32_t>(bytes, column);
    default:
      return append<std::uint64_t>(bytes, column);
  }
}

std::string_view bytes_of(void const* data, std::size_t size) {
  return {static_cast<char const*>(data), size};
}

std::string PackWriter::bytes() && {
  columns_[pack::index_of(Column::pool_ends)] = pool_.ends();
  std::array<ColumnEntry, kColumns> entries{};
  Header header;
  std::copy(pack::kMagic.begin(), pack::kMagic.end(), header.magic.begin());
  header.column_count = kColumns;
  std::string bytes(sizeof header + sizeof entries, '\0');
  for (std::size_t i = 0; i < kColumns; ++i) {
    auto& entry = entries[i];
    entry.name = static_cast<std::uint32_t>(i);
    entry.offset = bytes.size();
    if (Column(i) == Column::pool_bytes) {
      entry.width = 1;
      entry.count = pool_.bytes().size();
      bytes += pool_.bytes();
    } else {
      // The permutation is handed out where it lies.
      entry.width = Column(i) == Column::order ? 4 : width_of(columns_[i]);
      entry.count = columns_[i].size();
      append(bytes, columns_[i], entry.width);
      columns_[i] = {};
    }
    entry.checksum = pack::checksum(std::string_view(bytes).substr(entry.offset));
    bytes.resize((bytes.size() + 7) / 8 * 8);
  }
  header.file_bytes = bytes.size();
  auto const table = bytes_of(entries.data(), sizeof entries);
  header.checksum = pack::checksum(table, pack::checksum(bytes_of(&header, sizeof header)));
  std::memcpy(bytes.data(), &header, sizeof header);
  std::memcpy(bytes.data() + sizeof header, table.data(), table.size());
  return bytes;
}

}  // namespace

std::string to_pack(Network network, std::span<std::uint32_t const> order) {
  PackWriter writer(network);
  // One description serves both directions, so it takes what it could also fill.
  pack::pass_network(writer, network);
  writer.quoted_files();
  writer.order(order);
  return std::move(writer).bytes();
}

}  // namespace corridor
