#include "io/pack_read.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "io/characters.h"
#include "io/pack_network.h"
#include "model/assembly.h"
#include "model/scalars.h"

namespace corridor::pack {
namespace {

/// Hands out the numbers of each column one after another.
class PackReader {
 public:
  explicit PackReader(Columns const& columns) : columns_(columns) {}

  bool good() const { return good_; }
  bool check(bool condition) {
    good_ = good_ && condition;
    return good_;
  }
  std::size_t size(std::size_t) { return next(Column::size); }

  /// Row by row: a number of rows that is not true is found out before it takes much memory.
  template <class Key, class Row, class Each>
  void rows(Table<Key, Row>& rows, std::size_t count, Each&& each) {
    rows.reserve(std::min<std::size_t>(count, columns_[Column::span_column].size()));
    for (std::size_t i = 0; i < count && good_; ++i) {
      auto const id = rows.push_back(Row{});
      each(rows[id]);
    }
  }

  template <class Row, class Each>
  void rows(std::vector<Row>& rows, std::size_t count, Each&& each) {
    for (std::size_t i = 0; i < count && good_; ++i) each(rows.emplace_back());
  }

  template <class Number>
  void value(Column column, Number& number) {
    auto const read = next(column);
    bool const fits = read <= static_cast<std::uint64_t>(std::numeric_limits<Number>::max());
    if (check(fits)) number = static_cast<Number>(read);
  }
  void text(std::string& text) {
    auto const number = next(Column::text);
    if (!check(number < columns_[Column::pool_ends].size())) return;
    auto const start = number == 0 ? 0 : columns_[Column::pool_ends].at(number - 1);
    auto const end = columns_[Column::pool_ends].at(number);
    text.assign(columns_[Column::pool_bytes].data() + start, end - start);
  }
  template <class Tag>
  void id(Column column, Id<Tag>& id, std::size_t end) {
    auto const number = next(column);
    if (check(number < end)) id = Id<Tag>(number);
  }
  void span(Span& span);

  /// Adds the quoted files to the sources and turns the spans' files into their numbers there.
  std::vector<std::uint32_t> add_quoted_files(Sources& sources);
  /// Whether each column was read to its end.
  bool at_end() const {
    for (std::size_t i = index_of(Column::size); i < kColumns; ++i) {
      if (at_[i] != columns_[Column(i)].size()) return false;
    }
    return true;
  }

 private:
  std::uint64_t next(Column column) {
    auto& at = at_[index_of(column)];
    if (!check(at < columns_[column].size())) return 0;
    return columns_[column].at(at++);
  }

  Columns const& columns_;
  bool good_ = true;
  std::int64_t line_ = 0;
  std::array<std::uint64_t, kColumns> at_{};
  std::vector<std::uint64_t> reach_;  ///< of each quoted file: how far its spans go
};

void PackReader::span(Span& span) {
  auto const file = next(Column::span_file);
  if (file == 0) return;
  line_ += unzigzag(next(Column::span_line));
  check(line_ > 0 && line_ <= UINT32_MAX);
  span.file = static_cast<std::uint32_t>(file - 1);
  span.line = static_cast<std::uint32_t>(line_);
  value(Column::span_column, span.column);
  check(span.column > 0);
  value(Column::span_offset, span.offset);
  value(Column::span_length, span.length);
  if (!check(file <= columns_[Column::span_file].size())) return;
  if (reach_.size() < file) reach_.resize(file);
  reach_[file - 1] = std::max(reach_[file - 1], std::uint64_t{span.offset} + span.length);
}

std::vector<std::uint32_t> PackReader::add_quoted_files(Sources& sources) {
  std::vector<std::uint32_t> numbers;
  auto const count = size(0);
  check(reach_.size() <= count);
  for (std::size_t i = 0; i < count && good_; ++i) {
    std::string name;
    std::string quotations;
    text(name);
    text(quotations);
    check(i >= reach_.size() || reach_[i] <= quotations.size());
    if (good_) numbers.push_back(sources.add(std::move(name), std::move(quotations)));
  }
  return numbers;
}

/// Calls `change` with each span of a network.
template <class Change>
void for_each_span(Network& network, Change const& change) {
  auto const of_element = [&](Element& element) {
    for (auto& span : element.written) change(span);
    change(element.share_written);
    change(element.span);
  };
  for (auto& source : network.sources) change(source.span);
  for (auto& mode : network.modes) {
    for (auto* span :
         {&mode.speed_written, &mode.cost_written, &mode.emissions_written, &mode.span}) {
      change(*span);
    }
  }
  for (auto& expansion : network.expansions) {
    for (auto* span : {&expansion.cost_written, &expansion.up_to_written, &expansion.span}) {
      change(*span);
    }
  }
  for (auto& node : network.nodes) change(node.span);
  for (auto& link : network.links) {
    of_element(link.element);
    change(link.state_written);
  }
  for (auto& transfer : network.transfers) of_element(transfer.element);
  for (auto& passage : network.passages) of_element(passage.element);
  for (auto& region : network.regions) change(region.span);
  for (auto& corridor : network.corridors) change(corridor.span);
  for (auto& unit : network.column_units) change(unit.table);
}

/// What came from a rate was written where the rate was.
void restore_rates(Network& network) {
  for (auto& link : network.links) {
    auto& element = link.element;
    for (auto const field : {Field::time, Field::cost, Field::emissions}) {
      if (element.origin[corridor::index_of(field)] != Origin::rate) continue;
      element.written[corridor::index_of(field)] = rate_written(network.modes[link.mode], field);
    }
  }
}

template <class Key, class Row>
bool all_ids_are_good(Table<Key, Row> const& rows, std::vector<std::uint32_t> const& by_id) {
  for (std::size_t i = 0; i < by_id.size(); ++i) {
    auto const& id = rows[Key(by_id[i])].id;
    if (!is_id(id) || (i > 0 && rows[Key(by_id[i - 1])].id == id)) return false;
  }
  return true;
}

/// Transfers and passages belong to the nodes that name them, each to one.
bool parts_belong(Network const& network) {
  std::vector<bool> transfers(network.transfers.size());
  std::size_t passages = 0;
  for (auto const id : network.nodes.ids()) {
    for (auto const transfer : network.nodes[id].transfers) {
      if (network.transfers[transfer].node != id || transfers[transfer.index()]) return false;
      transfers[transfer.index()] = true;
    }
    if (auto const passage = network.nodes[id].passage) {
      if (network.passages[*passage].node != id) return false;
      ++passages;
    }
  }
  return passages == network.passages.size() &&
         std::find(transfers.begin(), transfers.end(), false) == transfers.end();
}

bool rates_have_rates(Network const& network) {
  for (auto const& link : network.links) {
    for (auto const field : {Field::time, Field::cost, Field::emissions}) {
      bool const from_rate = link.element.origin[corridor::index_of(field)] == Origin::rate;
      if (from_rate && !rate_of(network.modes[link.mode], field)) return false;
    }
  }
  return true;
}

}  // namespace

Result<Network> read_network(std::string const& name, std::string_view bytes,
                             Columns const& columns, std::shared_ptr<Sources> const& sources) {
  Network network;
  PackReader reader(columns);
  pass_network(reader, network);
  if (!reader.good()) return damaged(name, "its columns do not fit each other");
  auto const own = sources->add(name, std::string(bytes));
  auto const files = reader.add_quoted_files(*sources);
  if (!reader.good() || !reader.at_end() || network.nodes.empty() || network.links.empty()) {
    return damaged(name, "its columns do not fit each other");
  }
  restore_rates(network);
  for_each_span(network, [&](Span& span) {
    if (span.known()) span.file = files[span.file];
  });
  network.files = {own};
  network.texts = sources;
  sort_by_id(network);
  bool const sound = all_ids_are_good(network.nodes, network.nodes_by_id) &&
                     all_ids_are_good(network.links, network.links_by_id) &&
                     parts_belong(network) && rates_have_rates(network);
  if (!sound) return damaged(name, "it holds a network that no file can give");
  return network;
}

}  // namespace corridor::pack
