#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corridor/base/units.h"
#include "corridor/io/document.h"
#include "corridor/model/scenario.h"
#include "corridor/model/spec.h"
#include "corridor/model/study.h"

namespace corridor {

class Reader;

/// What the value of a key looks like. Messages and the JSON schema are made from it.
enum class Form : std::uint8_t {
  text,              ///< any scalar
  id,                ///< an id that is declared here
  reference,         ///< the id of something declared elsewhere
  references,        ///< one, or a list of them
  pair,              ///< a list of two
  format,            ///< the format's number
  year,              ///< `2026`
  date,              ///< `2027`, `2027-06-30`
  status,            ///< `open`, `planned`, `closed`
  gauge,             ///< `1435 mm`
  number,            ///< a decimal above 0
  factor,            ///< `5`, `120 %`
  quantity,          ///< a number and a unit of `dimension`
  capacity,          ///< the same, or `unlimited`
  frequency,         ///< `3/week`, or a number and a unit of departures
  share,             ///< `27 %`, `0.27`
  coordinates,       ///< `[latitude, longitude]`
  figures,           ///< a list of names of figures
  entry,             ///< a map with the keys of `entry`
  entries,           ///< a list of such maps
  entry_by_id,       ///< a map from ids to such maps
  entries_by_id,     ///< a map from ids to lists of such maps
  references_by_id,  ///< a map from ids to lists of references
};

/// The kinds of map whose keys a table lists.
enum class Entry : std::uint8_t {
  none,
  assumptions,
  source,
  mode,
  node,
  transfer,
  passage,
  expansion,
  link,
  change,
  factor_change,      ///< `multiply`
  quantity_change,    ///< `set`
  difference_change,  ///< `add`
  state_change,       ///< `close`, `open`
  insertion,
  curve,
  tables,
  gmns,
};

enum class Need : std::uint8_t {
  optional,
  required,  ///< the reader reports its absence
  later,     ///< required, too; the builder reports its absence, with what can stand in for it
};

/// One key of a map: all that is said about it, once.
struct KeyInfo {
  std::string_view key;
  Form form = Form::text;
  std::string_view help;
  Need need = Need::optional;
  Dimension dimension = Dimension::length;  ///< of a quantity
  Entry entry = Entry::none;                ///< of nested maps
};

/// A key with its value, as they stand in the document.
struct Item {
  Document::Node key;
  Document::Node value;
};

/// A row of a field table: a key of a map and how its value enters the struct of that map.
template <class Spec>
struct Row {
  KeyInfo info;
  void (*read)(Reader& reader, KeyInfo const& info, Item const& item, Spec& spec);
};

template <class Spec>
using Rows = std::span<Row<Spec> const>;

/// The top level of a network file. Sections are read later, in the order in which they refer to
/// each other.
struct NetworkFile {
  OptionalText title;
  std::string note;
  std::optional<int> year;
  std::optional<Item> assumptions, sources, modes, nodes, links, regions;
  std::optional<Item> tables, gmns, transfers, passages;
};

/// `tables:`, the files that hold nodes and links.
struct TablesSpec {
  OptionalText nodes, links;
};

/// `gmns:`, what a GMNS folder does not say about its columns.
struct GmnsSpec {
  OptionalText capacity;  ///< the unit of its numbers
  OptionalText mode;      ///< of links that name none
};

/// The maps of one item of `changes:`. `operations` counts what it says to do.
struct ChangeItem {
  Change change;
  int operations = 0;
};

/// What a change selects, as far as it was read.
struct ChangeSpec {
  int selectors = 0;
  bool has_transfer = false;
  Selector selector;
  std::array<OptionalText, kFieldCount> values;
  OptionalText share;
  Span last;  ///< of the selector read last
};

// One table per kind of map. network_fields.cc, scenario_fields.cc and study_fields.cc hold them.
Rows<NetworkFile> network_keys();
Rows<AssumptionsSpec> assumption_keys();
Rows<SourceSpec> source_keys();
Rows<ModeSpec> mode_keys();
Rows<NodeSpec> node_keys();
Rows<TransferSpec> transfer_keys();
Rows<ElementSpec> passage_keys();
Rows<ExpansionSpec> expansion_keys();
Rows<LinkSpec> link_keys();
Rows<TablesSpec> tables_keys();
Rows<GmnsSpec> gmns_keys();
Rows<Scenario> scenario_keys();
Rows<ChangeItem> change_keys();
Rows<ChangeSpec> factor_change_keys();
Rows<ChangeSpec> quantity_change_keys();
Rows<ChangeSpec> difference_change_keys();
Rows<ChangeSpec> state_change_keys();
Rows<Change> insertion_keys();
Rows<Study> study_keys();
Rows<CurveSpec> curve_keys();

}  // namespace corridor
