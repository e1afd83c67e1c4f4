#include "io/table_columns.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "io/setters.h"

namespace corridor {
namespace {

using E = ElementSpec;
using X = ExpansionSpec;

/// Into a text that may be there already, so that its memory serves again.
void assign(OptionalText& text, CellValue const& cell) {
  if (!text) text.emplace();
  text->text.assign(cell.text);
  text->span = cell.span;
}

template <auto... Path>
constexpr auto kCell = [](auto& row, CellValue const& cell) { assign(member<Path...>(row), cell); };

template <auto... Path>
constexpr auto kList =
    [](auto& row, CellValue const& cell) { member<Path...>(row) = list_of(cell); };

constexpr auto kId = [](auto& row, CellValue const& cell) {
  row.id.text.assign(cell.text);
  row.id.span = cell.span;
};

void set_link_id(LinkRow& row, CellValue const& cell) {
  kId(row.spec, cell);
  row.spec.element.span = cell.span;
}

/// Two names; with another number of them the link lacks an end, which is reported.
void set_between(LinkRow& row, CellValue const& cell) {
  auto const ends = list_of(cell);
  row.spec.both_ways = true;
  row.spec.from.reset();
  row.spec.to.reset();
  if (ends.size() != 2) return;
  row.spec.from = ends[0];
  row.spec.to = ends[1];
}

void set_place(NodeSpec& row, CellValue const& cell) {
  auto const place = list_of(cell);
  row.latitude.reset();
  row.longitude.reset();
  if (!place.empty()) row.latitude = place[0];
  if (place.size() == 2) row.longitude = place[1];
}

/// The expansion of a link that has one as soon as a cell says something about it.
X& expansion_of(LinkRow& row, CellValue const& cell) {
  auto& expansion = row.spec.element.expansion;
  if (!expansion) {
    expansion.emplace();
    expansion->span = cell.span;
  }
  return *expansion;
}

template <auto Member>
constexpr auto kExpansion =
    [](LinkRow& row, CellValue const& cell) { assign(expansion_of(row, cell).*Member, cell); };
template <auto Member>
constexpr auto kExpansionList =
    [](LinkRow& row, CellValue const& cell) { expansion_of(row, cell).*Member = list_of(cell); };

/// Read for people only.
constexpr auto kForPeople = [](auto&, CellValue const&) {};

template <auto Member>
constexpr auto kElement = kCell<&LinkRow::spec, &LinkSpec::element, Member>;
template <auto Member>
constexpr auto kElementList = kList<&LinkRow::spec, &LinkSpec::element, Member>;

using NodeColumn = TableColumn<NodeSpec>;
using LinkColumn = TableColumn<LinkRow>;

template <class T, std::size_t A, std::size_t B>
constexpr std::array<T, A + B> joined(std::array<T, A> const& first,
                                      std::array<T, B> const& second) {
  std::array<T, A + B> all{};
  std::copy(first.begin(), first.end(), all.begin());
  std::copy(second.begin(), second.end(), all.begin() + A);
  return all;
}

constexpr std::array kNodeWords = std::to_array<NodeColumn>({
    {"country", {}, false, kCell<&NodeSpec::country>},
    {"kind", {}, false, kCell<&NodeSpec::kind>},
    {"locode", {}, false, kCell<&NodeSpec::locode>},
    {"estimate", {}, false, kForPeople},
    {"source", {}, false, kList<&NodeSpec::sources>},
    {"note", {}, false, kCell<&NodeSpec::note>},
});

constexpr std::array kNodeColumns = joined(std::to_array<NodeColumn>({
                                               {"id", {}, true, kId},
                                               {"name", {}, false, kCell<&NodeSpec::name>},
                                               {"at", {}, false, set_place},
                                               {"lat", {}, false, kCell<&NodeSpec::latitude>},
                                               {"lon", {}, false, kCell<&NodeSpec::longitude>},
                                           }),
                                           kNodeWords);

constexpr std::array kGmnsNodeColumns =
    joined(std::to_array<NodeColumn>({
               {"node_id", {}, true, kId},
               {"name", {}, false, kCell<&NodeSpec::name>},
               {"x_coord", {}, true, kCell<&NodeSpec::longitude>},
               {"y_coord", {}, true, kCell<&NodeSpec::latitude>},
           }),
           kNodeWords);

constexpr std::array kLinkFigures = std::to_array<LinkColumn>({
    {"length", Dimension::length, true, kElement<&E::length>},
    {"time", Dimension::time, false, kElement<&E::time>},
    {"cost", Dimension::cost, false, kElement<&E::cost>},
    {"emissions", Dimension::emissions, false, kElement<&E::emissions>},
    {"capacity", Dimension::capacity, true, kElement<&E::capacity>},
    {"share", Dimension::share, false, kElement<&E::share>},
    {"departures", Dimension::frequency, false, kElement<&E::departures>},
    {"status", {}, false, kCell<&LinkRow::spec, &LinkSpec::status>},
    {"opens", {}, false, kCell<&LinkRow::spec, &LinkSpec::opens>},
    {"closes", {}, false, kCell<&LinkRow::spec, &LinkSpec::closes>},
    {"corridors", {}, false, kList<&LinkRow::spec, &LinkSpec::corridors>},
    {"estimate", {}, false, kElementList<&E::estimates>},
    {"source", {}, false, kElementList<&E::sources>},
    {"note", {}, false, kElement<&E::note>},
    {"expansion_cost", Dimension::expansion_cost, false, kExpansion<&X::cost>},
    {"expansion_up_to", Dimension::capacity, false, kExpansion<&X::up_to>},
    {"expansion_estimate", {}, false, kExpansionList<&X::estimates>},
    {"expansion_source", {}, false, kExpansionList<&X::sources>},
    {"expansion_note", {}, false, kExpansion<&X::note>},
});

constexpr std::array kLinkColumns =
    joined(std::to_array<LinkColumn>({
               {"id", {}, true, set_link_id},
               {"between", {}, false, set_between},
               {"from", {}, false, kCell<&LinkRow::spec, &LinkSpec::from>},
               {"to", {}, false, kCell<&LinkRow::spec, &LinkSpec::to>},
               {"mode", {}, true, kCell<&LinkRow::spec, &LinkSpec::mode>},
           }),
           kLinkFigures);

constexpr std::array kGmnsLinkColumns =
    joined(std::to_array<LinkColumn>({
               {"link_id", {}, true, set_link_id},
               {"from_node_id", {}, true, kCell<&LinkRow::spec, &LinkSpec::from>},
               {"to_node_id", {}, true, kCell<&LinkRow::spec, &LinkSpec::to>},
               {"directed", {}, true, kCell<&LinkRow::directed>},
               {"allowed_uses", {}, false, kCell<&LinkRow::allowed_uses>},
               {"free_speed", Dimension::speed, false, kCell<&LinkRow::free_speed>},
               {"mode", {}, false, kCell<&LinkRow::spec, &LinkSpec::mode>},
           }),
           kLinkFigures);

constexpr auto kGmnsIgnored = std::to_array<std::string_view>({
    "z_coord",  "node_type",     "ctrl_type",    "zone_id",       "parent_node_id",
    "geometry", "geometry_id",   "name",         "dir_flag",      "parent_link_id",
    "grade",    "facility_type", "lanes",        "bike_facility", "ped_facility",
    "parking",  "toll",          "jurisdiction", "row_width",
});

void clear(ElementSpec& element) {
  for (auto* text : {&element.length, &element.time, &element.cost, &element.emissions,
                     &element.capacity, &element.share, &element.departures, &element.note}) {
    text->reset();
  }
  element.sources.clear();
  element.estimates.clear();
  element.expansion.reset();
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::span<TableColumn<NodeSpec> const> node_columns() { return kNodeColumns; }
std::span<TableColumn<LinkRow> const> link_columns() { return kLinkColumns; }
std::span<TableColumn<NodeSpec> const> gmns_node_columns() { return kGmnsNodeColumns; }
std::span<TableColumn<LinkRow> const> gmns_link_columns() { return kGmnsLinkColumns; }
std::span<std::string_view const> gmns_ignored_columns() { return kGmnsIgnored; }

void clear(NodeSpec& row) {
  for (auto* text : {&row.name, &row.country, &row.kind, &row.locode, &row.note, &row.latitude,
                     &row.longitude}) {
    text->reset();
  }
  row.id = {};
  row.sources.clear();
  row.transfers.clear();
  row.passage.reset();
}

void clear(LinkRow& row) {
  for (auto* text :
       {&row.spec.from, &row.spec.to, &row.spec.mode, &row.spec.status, &row.spec.opens,
        &row.spec.closes, &row.directed, &row.free_speed, &row.allowed_uses}) {
    text->reset();
  }
  row.spec.id = {};
  row.spec.both_ways = false;
  row.spec.corridors.clear();
  clear(row.spec.element);
}

std::vector<Text> list_of(CellValue const& cell) {
  auto rest = trimmed(cell.text);
  if (rest.size() >= 2 && rest.front() == '[' && rest.back() == ']') {
    rest = trimmed(rest.substr(1, rest.size() - 2));
  }
  std::vector<Text> names;
  while (!rest.empty()) {
    auto const end = std::min(rest.find_first_of(",;"), rest.size());
    names.emplace_back(trimmed(rest.substr(0, end)), cell.span);
    rest = end == rest.size() ? std::string_view() : trimmed(rest.substr(end + 1));
  }
  return names;
}

}  // namespace corridor
