#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/base/id.h"
#include "corridor/base/quantity.h"
#include "corridor/base/sources.h"
#include "corridor/base/units.h"
#include "corridor/export.h"

namespace corridor {

using SourceId = Id<struct SourceTag>;  ///< an entry of `sources:`, a reference
using ModeId = Id<struct ModeTag>;
using NodeId = Id<struct NodeTag>;
using LinkId = Id<struct LinkTag>;
using TransferId = Id<struct TransferTag>;
using PassageId = Id<struct PassageTag>;
using ExpansionId = Id<struct ExpansionTag>;
using RegionId = Id<struct RegionTag>;
using CorridorId = Id<struct CorridorTag>;  ///< a tag that links bear

/// The figures that changes act on, in the order of their columns.
enum class Field : std::uint8_t { length, time, cost, emissions, capacity, departures };
inline constexpr std::size_t kFieldCount = 6;
CORRIDOR_EXPORT std::string_view name_of(Field field);
CORRIDOR_EXPORT std::optional<Field> find_field(std::string_view name);
CORRIDOR_EXPORT Dimension dimension_of(Field field);

/// What one TEU needs on an element and how many TEU can use it in a year, per direction (a
/// passage: all directions together). Transfers and passages have no length.
struct Figures {
  Length length;
  Duration time;
  Cost cost;
  Emissions emissions;
  Limit capacity;
  Departures departures;  ///< of a service; 0: no timetable, so nothing is waited for

  bool operator==(const Figures&) const = default;
};

/// The expected wait for a departure: half the headway, rounded half up. Shipments that come at any
/// time wait so long on average for services at even intervals (Welding 1957; Osuna and Newell
/// 1972).
CORRIDOR_EXPORT Duration wait_of(Figures const& figures);
/// What a shipment spends on an element: its time and the wait before it.
CORRIDOR_EXPORT Duration time_with_wait(Figures const& figures);

/// Where a figure came from.
enum class Origin : std::uint8_t {
  unset,    ///< nothing was written: 0 for a transfer's or a passage's time
  written,  ///< a quantity in the file
  rate,     ///< the mode's rate times the length; follows a changed length
  changed,  ///< a scenario touched it; no longer follows the length
};

/// More capacity of an element for money, in any amount: what the verb `invest` may buy. Of an
/// element written with `between` it is bought for both directions at once.
struct Expansion {
  ExpansionCost cost;
  Limit up_to;                  ///< the most extra capacity
  bool cost_estimated = false;  ///< marked as an estimate
  bool up_to_estimated = false;
  Span cost_written, up_to_written;
  std::vector<SourceId> sources;
  std::string note;
  Span span;  ///< of the key
};

/// The parts that links, transfers and passages have in common.
struct Element {
  Figures figures;
  Fraction share{1, 1};                      ///< already multiplied into the capacity
  std::array<Origin, kFieldCount> origin{};  ///< by Field
  std::array<Span, kFieldCount> written{};   ///< the quantity that set it last (the mode's rate
                                             ///< for Origin::rate), by Field
  Span share_written;
  std::uint8_t estimates = 0;  ///< bit per Field: marked as an estimate
  Span span;                   ///< where the element is declared
  std::vector<SourceId> sources;
  std::string note;
  std::optional<ExpansionId> expansion;

  bool is_estimate(Field field) const {
    return ((estimates >> static_cast<unsigned>(field)) & 1U) != 0;
  }
};

/// A year or a date; only years are compared.
struct Date {
  std::int16_t year = 0;
  std::int8_t month = 0;  ///< 0: only the year is known
  std::int8_t day = 0;    ///< 0: not known
  bool operator==(const Date&) const = default;
};

enum class Status : std::uint8_t { open, planned, closed };
CORRIDOR_EXPORT std::string_view name_of(Status status);

struct Source {
  std::string id;
  std::string title;
  std::string publisher;
  std::string date;
  std::string address;
  std::string note;
  Span span;
};

struct Mode {
  std::string id;
  std::string name;  ///< for people; empty: the id
  std::string kind;  ///< rail, sea, ferry, road ...; rail is compared with rail by gauge
  std::optional<int> gauge_mm;
  std::optional<Fraction> time_per_metre;  ///< kept parts per metre
  std::optional<Fraction> cost_per_metre;
  std::optional<Fraction> emissions_per_metre;
  Span speed_written, cost_written, emissions_written;
  std::vector<SourceId> sources;
  std::string note;
  Span span;
};

/// Degrees times 10^7.
struct Point {
  std::int32_t latitude = 0;
  std::int32_t longitude = 0;
  bool operator==(const Point&) const = default;
};

struct Node {
  std::string id;
  std::string name;  ///< for people; empty: the id
  std::string country;
  std::optional<Point> at;
  std::string kind;
  std::string locode;
  std::optional<PassageId> passage;
  std::vector<TransferId> transfers;
  std::vector<SourceId> sources;
  std::string note;
  bool closed = false;  ///< by a scenario: nothing arrives, leaves, starts or ends here
  Span span;
};

struct Link {
  std::string id;
  NodeId from;
  NodeId to;
  bool both_ways = false;  ///< `between`: both directions, each with these figures
  ModeId mode;
  Element element;
  Status status = Status::open;
  std::optional<Date> opens;
  std::optional<Date> closes;
  Span state_written;  ///< the first of `status`, `opens`, `closes` that is written
  std::vector<CorridorId> corridors;
};

struct Transfer {
  NodeId node;
  ModeId from;
  ModeId to;
  bool both_ways = false;
  Element element;
};

struct Passage {
  NodeId node;
  Element element;
};

struct Region {
  std::string id;
  std::vector<NodeId> nodes;
  Span span;
};

struct Corridor {
  std::string id;
  Span span;  ///< first use
};

enum class ElementKind : std::uint8_t { link, transfer, passage };
CORRIDOR_EXPORT std::string_view name_of(ElementKind kind);

/// Any link, transfer or passage of a network.
struct ElementRef {
  ElementKind kind = ElementKind::link;
  std::uint32_t index = 0;
  bool operator==(const ElementRef&) const = default;
};

/// One thing that a scenario did to one figure (or to a link's or node's state), in order.
struct Edit {
  ElementRef element;  ///< of a node's closing: unused, see `node`
  std::optional<NodeId> node;
  std::optional<Field> field;  ///< empty: the state (close, open, insert)
  std::uint32_t scenario = 0;  ///< index into Network::scenarios
  std::string operation;       ///< "multiply 5", "set 200000 TEU/year", "close"
  Span span;
  std::vector<SourceId> sources;
  std::string before, after;             ///< as kept, with the kept unit: "341448 TEU/year", "open"
  Origin origin_before = Origin::unset;  ///< of the figure, before this edit
  Span written_before, share_before;     ///< Element::written and share_written, before this edit
};

/// A scenario that was applied.
struct AppliedScenario {
  std::string id;
  std::string title;
  Span span;
};

/// The unit of the plain numbers in one column of a table, which its header or a file beside it
/// names.
struct ColumnUnit {
  Span table;          ///< the table's header
  std::string column;  ///< "capacity", "share", "expansion_up_to"
  std::string unit;
};

/// A network in which everything refers to something that exists and every figure is within its
/// range. Made by NetworkBuilder, read_network and apply; treat it as immutable. Ids follow file
/// order and survive scenarios: what a scenario inserts comes last.
struct Network {
  std::string title;
  std::string note;
  int year = 0;  ///< of a question that names none
  Assumptions assumptions;
  Table<SourceId, Source> sources;
  Table<ModeId, Mode> modes;
  Table<NodeId, Node> nodes;
  Table<LinkId, Link> links;
  Table<TransferId, Transfer> transfers;
  Table<PassageId, Passage> passages;
  Table<ExpansionId, Expansion> expansions;
  Table<RegionId, Region> regions;
  Table<CorridorId, Corridor> corridors;
  std::vector<AppliedScenario> scenarios;
  std::vector<Edit> edits;
  std::shared_ptr<Sources const> texts;  ///< what spans point into; null when made in code
  /// What it was read from, by number in `texts`: its file, then the tables that the file names.
  std::vector<std::uint32_t> files;
  std::vector<ColumnUnit> column_units;  ///< of its tables

  /// Ids in order of their text, for the finders. Kept by the builder and by apply.
  std::vector<std::uint32_t> nodes_by_id, links_by_id;
};

/// Finders; O(log n) for nodes and links, O(n) for the few others.
CORRIDOR_EXPORT std::optional<NodeId> find_node(Network const& network, std::string_view id);
CORRIDOR_EXPORT std::optional<LinkId> find_link(Network const& network, std::string_view id);
CORRIDOR_EXPORT std::optional<ModeId> find_mode(Network const& network, std::string_view id);
CORRIDOR_EXPORT std::optional<RegionId> find_region(Network const& network, std::string_view id);
CORRIDOR_EXPORT std::optional<CorridorId> find_corridor(Network const& network,
                                                        std::string_view id);
CORRIDOR_EXPORT std::optional<SourceId> find_source(Network const& network, std::string_view id);
/// The transfer from one mode to another at a node, also when written with `between` the other way.
CORRIDOR_EXPORT std::optional<TransferId> find_transfer(Network const& network, NodeId node,
                                                        ModeId from, ModeId to);

/// Whether a link carries anything in a year: not closed, opened by then, not yet past `closes`.
CORRIDOR_EXPORT bool usable(Link const& link, int year);

CORRIDOR_EXPORT Element const& element(Network const& network, ElementRef ref);
/// What more of an element costs, or null.
CORRIDOR_EXPORT Expansion const* expansion_of(Network const& network, ElementRef ref);
/// A link's id, `node:mode>mode` for a transfer and (with the mode twice) for a passage of one
/// mode; `node:passage` for a passage as declared.
CORRIDOR_EXPORT std::string id_of(Network const& network, ElementRef ref);
/// For people: "Dostyk-Aktogay", "gauge change at Dostyk", "passage at Brest".
CORRIDOR_EXPORT std::string title_of(Network const& network, ElementRef ref);
/// A figure as kept, with the kept unit: "341448 TEU/year", "unlimited", "7.5 h".
CORRIDOR_EXPORT std::string kept_text(Figures const& figures, Field field);
/// A link's state: "open", "planned 2027-06", "closed", each with ", closes 2030" where it does.
CORRIDOR_EXPORT std::string state_text(Link const& link);

/// The name of a node for people: its `name`, else its id.
CORRIDOR_EXPORT std::string const& display_name(Node const& node);
CORRIDOR_EXPORT std::string const& display_name(Mode const& mode);

}  // namespace corridor
