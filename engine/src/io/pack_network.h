#pragma once

// One description of a network for both directions: the archive writes what it is handed, or fills
// it. An archive has
//   size(n)             how many there are of something, and returns it
//   rows(table, n, f)   calls f for each of n rows
//   value(column, v)    a whole number of any type below 2^63, not negative
//   text(s)             a text
//   id(column, v, end)  a reference below `end`
//   span(s)             a place
// and, where it reads, it stops being good() as soon as something is out of its range.

#include <optional>
#include <string>
#include <vector>

#include "corridor/model/network.h"
#include "io/pack_layout.h"
#include "model/figures.h"

namespace corridor::pack {

/// What references may not reach.
struct Counts {
  std::size_t nodes = 0, modes = 0, sources = 0, corridors = 0, transfers = 0, passages = 0,
              expansions = 0;
};

template <class Archive, class T>
void pass_enum(Archive& archive, T& value, unsigned count) {
  auto number = static_cast<unsigned>(value);
  archive.value(Column::small, number);
  if (archive.check(number < count)) value = static_cast<T>(number);
}

template <class Archive>
void pass_flag(Archive& archive, bool& flag) {
  unsigned number = flag ? 1 : 0;
  archive.value(Column::small, number);
  if (archive.check(number < 2)) flag = number != 0;
}

/// Whether an optional is there; it is, afterwards.
template <class Archive, class T>
bool pass_presence(Archive& archive, std::optional<T>& value) {
  bool there = value.has_value();
  pass_flag(archive, there);
  if (there && !value) value.emplace();
  return there && archive.good();
}

template <class Archive, class Tag>
void pass_ids(Archive& archive, std::vector<Id<Tag>>& ids, Column column, std::size_t end) {
  auto size = ids.size();
  archive.value(Column::list_size, size);
  if (!archive.check(size <= end)) return;
  ids.resize(size);
  for (auto& id : ids) archive.id(column, id, end);
}

template <class Archive>
void pass_fraction(Archive& archive, Fraction& fraction) {
  archive.value(Column::number, fraction.numerator);
  archive.value(Column::number, fraction.denominator);
  archive.check(fraction.denominator > 0);
}

template <class Archive>
void pass_rate(Archive& archive, std::optional<Fraction>& rate, Span& written) {
  if (!pass_presence(archive, rate)) return;
  pass_fraction(archive, *rate);
  archive.span(written);
}

template <class Archive>
void pass_decimal(Archive& archive, std::optional<Decimal>& decimal) {
  if (!pass_presence(archive, decimal)) return;
  archive.value(Column::number, decimal->digits);
  archive.value(Column::number, decimal->places);
  archive.check(decimal->digits > 0 && decimal->places <= 18);
}

template <class Archive>
void pass_limit(Archive& archive, Limit& limit) {
  std::int64_t number = limit.unlimited() ? 0 : 1 + limit.capacity().parts();
  archive.value(Column::capacity, number);
  if (!archive.check(number <= kMaxParts + 1)) return;
  limit = number == 0 ? Limit() : Limit(Capacity::of_parts(number - 1));
}

template <class Archive, class Amount>
void pass_amount(Archive& archive, Column column, Amount& amount) {
  auto parts = amount.parts();
  archive.value(column, parts);
  if (archive.check(parts <= kMaxParts)) amount = Amount::of_parts(parts);
}

/// Where the figures of an element were written. What came from a rate was written at the mode.
template <class Archive>
void pass_origins(Archive& archive, Element& element) {
  unsigned packed = 0;
  for (std::size_t i = kFieldCount; i-- > 0;) {
    packed = packed * 4 + static_cast<unsigned>(element.origin[i]);
  }
  archive.value(Column::origin, packed);
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    element.origin[i] = static_cast<Origin>(packed % 4);
    packed /= 4;
    bool const own = element.origin[i] != Origin::unset && element.origin[i] != Origin::rate;
    if (own) archive.span(element.written[i]);
  }
  archive.check(packed == 0);
}

template <class Archive>
void pass_element(Archive& archive, Element& element, Counts const& counts, bool is_link) {
  archive.span(element.span);
  auto& figures = element.figures;
  if (is_link) pass_amount(archive, Column::length, figures.length);
  pass_amount(archive, Column::time, figures.time);
  pass_amount(archive, Column::cost, figures.cost);
  pass_amount(archive, Column::emissions, figures.emissions);
  pass_limit(archive, figures.capacity);
  pass_amount(archive, Column::departures, figures.departures);
  pass_origins(archive, element);
  bool has_share = element.share_written.known() || element.share != Fraction{1, 1};
  pass_flag(archive, has_share);
  if (has_share) {
    pass_fraction(archive, element.share);
    archive.span(element.share_written);
  }
  archive.value(Column::small, element.estimates);
  pass_ids(archive, element.sources, Column::source, counts.sources);
  archive.text(element.note);
  if (pass_presence(archive, element.expansion)) {
    archive.id(Column::expansion, *element.expansion, counts.expansions);
  }
}

template <class Archive>
void pass_date(Archive& archive, std::optional<Date>& date) {
  if (!pass_presence(archive, date)) return;
  archive.value(Column::small, date->year);
  archive.value(Column::small, date->month);
  archive.value(Column::small, date->day);
  archive.check(date->year <= 9999 && date->month <= 12 && date->day <= 31);
}

template <class Archive>
void pass(Archive& archive, Source& source, Counts const&) {
  for (auto* text : {&source.id, &source.title, &source.publisher, &source.date, &source.address,
                     &source.note}) {
    archive.text(*text);
  }
  archive.span(source.span);
}

template <class Archive>
void pass(Archive& archive, Mode& mode, Counts const& counts) {
  for (auto* text : {&mode.id, &mode.name, &mode.kind, &mode.note}) archive.text(*text);
  if (pass_presence(archive, mode.gauge_mm)) archive.value(Column::number, *mode.gauge_mm);
  pass_rate(archive, mode.time_per_metre, mode.speed_written);
  pass_rate(archive, mode.cost_per_metre, mode.cost_written);
  pass_rate(archive, mode.emissions_per_metre, mode.emissions_written);
  pass_ids(archive, mode.sources, Column::source, counts.sources);
  archive.span(mode.span);
}

template <class Archive>
void pass(Archive& archive, Expansion& expansion, Counts const& counts) {
  pass_amount(archive, Column::cost, expansion.cost);
  pass_limit(archive, expansion.up_to);
  pass_flag(archive, expansion.cost_estimated);
  pass_flag(archive, expansion.up_to_estimated);
  archive.span(expansion.cost_written);
  archive.span(expansion.up_to_written);
  pass_ids(archive, expansion.sources, Column::source, counts.sources);
  archive.text(expansion.note);
  archive.span(expansion.span);
}

template <class Archive>
void pass_degrees(Archive& archive, std::int32_t& degrees, std::int64_t most) {
  auto number = zigzag(degrees);
  archive.value(Column::place, number);
  auto const value = unzigzag(number);
  if (archive.check(value >= -most && value <= most)) degrees = static_cast<std::int32_t>(value);
}

template <class Archive>
void pass(Archive& archive, Node& node, Counts const& counts) {
  for (auto* text : {&node.id, &node.name, &node.country, &node.kind, &node.locode, &node.note}) {
    archive.text(*text);
  }
  if (pass_presence(archive, node.at)) {
    pass_degrees(archive, node.at->latitude, 900'000'000);
    pass_degrees(archive, node.at->longitude, 1'800'000'000);
  }
  if (pass_presence(archive, node.passage)) {
    archive.id(Column::passage, *node.passage, counts.passages);
  }
  pass_ids(archive, node.transfers, Column::transfer, counts.transfers);
  pass_ids(archive, node.sources, Column::source, counts.sources);
  archive.span(node.span);
}

template <class Archive>
void pass(Archive& archive, Link& link, Counts const& counts) {
  archive.text(link.id);
  archive.id(Column::node, link.from, counts.nodes);
  archive.id(Column::node, link.to, counts.nodes);
  archive.check(link.from != link.to);
  pass_flag(archive, link.both_ways);
  archive.id(Column::mode, link.mode, counts.modes);
  pass_element(archive, link.element, counts, true);
  pass_enum(archive, link.status, 3);
  pass_date(archive, link.opens);
  pass_date(archive, link.closes);
  archive.span(link.state_written);
  pass_ids(archive, link.corridors, Column::corridor, counts.corridors);
}

template <class Archive>
void pass(Archive& archive, Transfer& transfer, Counts const& counts) {
  archive.id(Column::node, transfer.node, counts.nodes);
  archive.id(Column::mode, transfer.from, counts.modes);
  archive.id(Column::mode, transfer.to, counts.modes);
  archive.check(transfer.from != transfer.to);
  pass_flag(archive, transfer.both_ways);
  pass_element(archive, transfer.element, counts, false);
}

template <class Archive>
void pass(Archive& archive, Passage& passage, Counts const& counts) {
  archive.id(Column::node, passage.node, counts.nodes);
  pass_element(archive, passage.element, counts, false);
}

template <class Archive>
void pass(Archive& archive, Region& region, Counts const& counts) {
  archive.text(region.id);
  pass_ids(archive, region.nodes, Column::node, counts.nodes);
  archive.span(region.span);
}

template <class Archive>
void pass(Archive& archive, Corridor& corridor, Counts const&) {
  archive.text(corridor.id);
  archive.span(corridor.span);
}

template <class Archive>
void pass(Archive& archive, ColumnUnit& unit, Counts const&) {
  archive.span(unit.table);
  archive.text(unit.column);
  archive.text(unit.unit);
}

/// Nodes and links come first, so that their numbers can be read without the rest.
template <class Archive>
void pass_network(Archive& archive, Network& network) {
  Counts counts;
  counts.nodes = archive.size(network.nodes.size());
  auto const links = archive.size(network.links.size());
  counts.sources = archive.size(network.sources.size());
  counts.modes = archive.size(network.modes.size());
  counts.transfers = archive.size(network.transfers.size());
  counts.passages = archive.size(network.passages.size());
  counts.expansions = archive.size(network.expansions.size());
  auto const regions = archive.size(network.regions.size());
  counts.corridors = archive.size(network.corridors.size());
  auto const column_units = archive.size(network.column_units.size());
  archive.text(network.title);
  archive.text(network.note);
  archive.value(Column::number, network.year);
  pass_decimal(archive, network.assumptions.teu_per_train);
  pass_decimal(archive, network.assumptions.tonnes_per_teu);
  pass_decimal(archive, network.assumptions.operating_days);
  auto const each = [&](auto& row) { pass(archive, row, counts); };
  archive.rows(network.sources, counts.sources, each);
  archive.rows(network.modes, counts.modes, each);
  archive.rows(network.expansions, counts.expansions, each);
  archive.rows(network.nodes, counts.nodes, each);
  archive.rows(network.links, links, each);
  archive.rows(network.transfers, counts.transfers, each);
  archive.rows(network.passages, counts.passages, each);
  archive.rows(network.regions, regions, each);
  archive.rows(network.corridors, counts.corridors, each);
  archive.rows(network.column_units, column_units, each);
}

}  // namespace corridor::pack
