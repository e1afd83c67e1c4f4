#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/base/units.h"
#include "corridor/model/spec.h"

namespace corridor {

/// The value of a cell: quotes resolved, the header's unit behind a number.
struct CellValue {
  std::string_view text;
  Span span;
};

/// A row of a table of links. The members beside the spec are GMNS's own.
struct LinkRow {
  LinkSpec spec;
  OptionalText directed, free_speed, allowed_uses;
};

/// One column that a table may have: how its cells enter the spec.
template <class Row>
struct TableColumn {
  std::string_view name;
  std::optional<Dimension> dimension;  ///< of a quantity: its unit may stand in the header
  bool required = false;               ///< once for the table, not at each row
  void (*set)(Row& row, CellValue const& cell);
};

// The columns are the keys of the format; docs/tables.md lists them.
std::span<TableColumn<NodeSpec> const> node_columns();
std::span<TableColumn<LinkRow> const> link_columns();
/// What a GMNS folder's node.csv and link.csv hold, then the keys of the format that they lack.
std::span<TableColumn<NodeSpec> const> gmns_node_columns();
std::span<TableColumn<LinkRow> const> gmns_link_columns();
/// Columns of GMNS that say nothing about a network of this kind.
std::span<std::string_view const> gmns_ignored_columns();

/// Makes a row like a new one, with the memory of the old one.
void clear(NodeSpec& row);
void clear(LinkRow& row);

/// A list in a cell: names parted by semicolons or commas, in brackets or not.
std::vector<Text> list_of(CellValue const& cell);

}  // namespace corridor
