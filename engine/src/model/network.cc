#include "corridor/model/network.h"

#include <algorithm>
#include <utility>

#include "model/figures.h"

namespace corridor {
namespace {

constexpr auto kFieldNames = std::to_array<std::string_view>(
    {"length", "time", "cost", "emissions", "capacity", "departures"});
static_assert(kFieldNames.size() == kFieldCount);

constexpr auto kFieldDimensions =
    std::to_array<Dimension>({Dimension::length, Dimension::time, Dimension::cost,
                              Dimension::emissions, Dimension::capacity, Dimension::frequency});
static_assert(kFieldDimensions.size() == kFieldCount);

/// Binary search among rows that `by_id` lists in order of their ids.
template <class Key, class Row>
std::optional<Key> find_sorted(Table<Key, Row> const& rows, std::vector<std::uint32_t> const& by_id,
                               std::string_view id) {
  auto const before = [&](std::uint32_t index, std::string_view wanted) {
    return rows[Key(index)].id < wanted;
  };
  auto const found = std::lower_bound(by_id.begin(), by_id.end(), id, before);
  if (found == by_id.end() || rows[Key(*found)].id != id) return std::nullopt;
  return Key(*found);
}

template <class Key, class Row>
std::optional<Key> find_linear(Table<Key, Row> const& rows, std::string_view id) {
  for (auto const key : rows.ids()) {
    if (rows[key].id == id) return key;
  }
  return std::nullopt;
}

bool connects(Transfer const& transfer, ModeId from, ModeId to) {
  return (transfer.from == from && transfer.to == to) ||
         (transfer.both_ways && transfer.from == to && transfer.to == from);
}

/// As written: `2027`, `2027-06` or `2027-06-30`.
std::string date_text(Date date) {
  auto const padded = [](int number, std::size_t width) {
    auto digits = std::to_string(number);
    digits.insert(0, width - std::min(width, digits.size()), '0');
    return digits;
  };
  auto text = padded(date.year, 4);
  if (date.month != 0) text += "-" + padded(date.month, 2);
  if (date.day != 0) text += "-" + padded(date.day, 2);
  return text;
}

std::string title_of_transfer(Network const& network, Transfer const& transfer) {
  auto const& from = network.modes[transfer.from];
  auto const& to = network.modes[transfer.to];
  bool const rails = from.kind == "rail" && to.kind == "rail";
  bool const gauge_change = rails && from.gauge_mm != to.gauge_mm;
  return std::string(gauge_change ? "gauge change at " : "transshipment at ") +
         display_name(network.nodes[transfer.node]);
}

}  // namespace

std::string_view name_of(Field field) { return kFieldNames[index_of(field)]; }

std::optional<Field> find_field(std::string_view name) {
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    if (kFieldNames[i] == name) return static_cast<Field>(i);
  }
  return std::nullopt;
}

Dimension dimension_of(Field field) { return kFieldDimensions[index_of(field)]; }

std::string_view name_of(Status status) {
  switch (status) {
    case Status::open:
      return "open";
    case Status::planned:
      return "planned";
    case Status::closed:
      return "closed";
  }
  return {};
}

std::string_view name_of(ElementKind kind) {
  switch (kind) {
    case ElementKind::link:
      return "link";
    case ElementKind::transfer:
      return "transfer";
    case ElementKind::passage:
      return "passage";
  }
  return {};
}

std::optional<NodeId> find_node(Network const& network, std::string_view id) {
  return find_sorted(network.nodes, network.nodes_by_id, id);
}

std::optional<LinkId> find_link(Network const& network, std::string_view id) {
  return find_sorted(network.links, network.links_by_id, id);
}

std::optional<ModeId> find_mode(Network const& network, std::string_view id) {
  return find_linear(network.modes, id);
}

std::optional<RegionId> find_region(Network const& network, std::string_view id) {
  return find_linear(network.regions, id);
}

std::optional<CorridorId> find_corridor(Network const& network, std::string_view id) {
  return find_linear(network.corridors, id);
}

std::optional<SourceId> find_source(Network const& network, std::string_view id) {
  return find_linear(network.sources, id);
}

std::optional<TransferId> find_transfer(Network const& network, NodeId node, ModeId from,
                                        ModeId to) {
  for (auto const id : network.nodes[node].transfers) {
    if (connects(network.transfers[id], from, to)) return id;
  }
  return std::nullopt;
}

bool usable(Link const& link, int year) {
  if (link.closes && year >= link.closes->year) return false;
  switch (link.status) {
    case Status::open:
      return true;
    case Status::planned:
      return link.opens && year >= link.opens->year;
    case Status::closed:
      return false;
  }
  return false;
}

Element const& element(Network const& network, ElementRef ref) {
  switch (ref.kind) {
    case ElementKind::link:
      break;
    case ElementKind::transfer:
      return network.transfers[TransferId(ref.index)].element;
    case ElementKind::passage:
      return network.passages[PassageId(ref.index)].element;
  }
  return network.links[LinkId(ref.index)].element;
}

Expansion const* expansion_of(Network const& network, ElementRef ref) {
  auto const& id = element(network, ref).expansion;
  return id ? &network.expansions[*id] : nullptr;
}

std::string id_of(Network const& network, ElementRef ref) {
  switch (ref.kind) {
    case ElementKind::link:
      break;
    case ElementKind::transfer: {
      auto const& transfer = network.transfers[TransferId(ref.index)];
      return network.nodes[transfer.node].id + ":" + network.modes[transfer.from].id + ">" +
             network.modes[transfer.to].id;
    }
    case ElementKind::passage:
      return network.nodes[network.passages[PassageId(ref.index)].node].id + ":passage";
  }
  return network.links[LinkId(ref.index)].id;
}

std::string title_of(Network const& network, ElementRef ref) {
  switch (ref.kind) {
    case ElementKind::link:
      break;
    case ElementKind::transfer:
      return title_of_transfer(network, network.transfers[TransferId(ref.index)]);
    case ElementKind::passage:
      return "passage at " +
             display_name(network.nodes[network.passages[PassageId(ref.index)].node]);
  }
  auto const& link = network.links[LinkId(ref.index)];
  return display_name(network.nodes[link.from]) + "-" + display_name(network.nodes[link.to]);
}

Duration wait_of(Figures const& figures) {
  // Half of a week of 168 hours, in parts of time, for one part of a departure a week.
  constexpr std::int64_t kHalfWeek = 84 * Duration::kPartsPerUnit * Departures::kPartsPerUnit;
  auto const departures = figures.departures.parts();
  if (departures == 0) return {};
  return Duration::of_parts((2 * kHalfWeek + departures) / (2 * departures));
}

Duration time_with_wait(Figures const& figures) { return figures.time + wait_of(figures); }

std::string kept_text(Figures const& figures, Field field) {
  auto const with_unit = [&](std::int64_t parts, std::int64_t per_unit) {
    return format_parts(parts, per_unit) + " " + std::string(kept_unit(dimension_of(field)));
  };
  switch (field) {
    case Field::length:
      return with_unit(figures.length.parts(), 1000);
    case Field::time:
      return with_unit(figures.time.parts(), Duration::kPartsPerUnit);
    case Field::cost:
      return with_unit(figures.cost.parts(), Cost::kPartsPerUnit);
    case Field::emissions:
      return with_unit(figures.emissions.parts(), 1000);
    case Field::departures:
      if (figures.departures == Departures()) return std::string(kNoTimetable);
      return with_unit(figures.departures.parts(), Departures::kPartsPerUnit);
    case Field::capacity:
      break;
  }
  if (figures.capacity.unlimited()) return "unlimited";
  return with_unit(figures.capacity.capacity().parts(), Capacity::kPartsPerUnit);
}

std::string state_text(Link const& link) {
  auto text = std::string(name_of(link.status));
  if (link.status == Status::planned && link.opens) text += " " + date_text(*link.opens);
  if (link.closes) text += ", closes " + date_text(*link.closes);
  return text;
}

std::string const& display_name(Node const& node) {
  return node.name.empty() ? node.id : node.name;
}

std::string const& display_name(Mode const& mode) {
  return mode.name.empty() ? mode.id : mode.name;
}

}  // namespace corridor
