// The tables that network_tables.cc and gmns.cc read.

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "corridor/io/tables.h"
#include "io/network_yaml.h"
#include "io/written_figures.h"

namespace corridor {
namespace {

/// A column: what stands in it for a row, or nothing.
template <class Row>
struct Column {
  std::string_view name;
  bool always;  ///< the others are written where a row needs them
  std::string (*cell)(Network const& network, Row const& row);
};

/// One cell, in quotes where RFC 4180 demands it or blanks would be lost.
void append_cell(std::string& out, std::string_view text) {
  bool const blanks = text.starts_with(' ') || text.ends_with(' ');
  if (!blanks && text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (char const c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

template <class Row, class Rows>
std::string table(Network const& network, Rows const& rows, std::span<Column<Row> const> columns) {
  std::vector<Column<Row>> used;
  for (auto const& column : columns) {
    auto const says = [&](Row const& row) { return !column.cell(network, row).empty(); };
    if (column.always || std::any_of(rows.begin(), rows.end(), says)) used.push_back(column);
  }
  std::string out;
  for (auto const& column : used) {
    if (&column != used.data()) out += ',';
    out += column.name;
  }
  out += '\n';
  for (auto const& row : rows) {
    for (auto const& column : used) {
      if (&column != used.data()) out += ',';
      append_cell(out, column.cell(network, row));
    }
    out += '\n';
  }
  return out;
}

// --- cells ---------------------------------------------------------------------------------------

/// Names with semicolons between, as the cells of a list have them.
template <class Keys, class Rows>
std::string names(Keys const& keys, Rows const& rows) {
  std::string text;
  for (auto const key : keys) text += (text.empty() ? "" : ";") + rows[key].id;
  return text;
}

template <auto Member>
constexpr auto kNodeText = [](Network const&, Node const& node) { return node.*Member; };

template <auto Axis>
constexpr auto kDegrees = [](Network const&, Node const& node) {
  constexpr std::int64_t kDegree = 10'000'000;
  return node.at ? format_parts((*node.at).*Axis, kDegree) : std::string();
};

std::string node_sources(Network const& network, Node const& node) {
  return names(node.sources, network.sources);
}

std::string link_id(Network const&, Link const& link) { return link.id; }

template <auto End, bool BothWays>
constexpr auto kEnd = [](Network const& network, Link const& link) {
  return BothWays || !link.both_ways ? network.nodes[link.*End].id : std::string();
};

std::string both_ends(Network const& network, Link const& link) {
  if (!link.both_ways) return {};
  return network.nodes[link.from].id + ";" + network.nodes[link.to].id;
}

std::string directed(Network const&, Link const& link) { return link.both_ways ? "0" : "1"; }
std::string mode(Network const& network, Link const& link) { return network.modes[link.mode].id; }

template <Field F>
constexpr auto kFigure =
    [](Network const& network, Link const& link) { return figure_text(network, link.element, F); };

/// The number alone, in the kept unit, which the folder states for the whole column.
template <Field F>
constexpr auto kNumber = [](Network const&, Link const& link) {
  auto const text = kept_figure_text(link.element, F);
  return text.substr(0, text.find(' '));
};

std::string share(Network const& network, Link const& link) {
  return share_text(network, link.element);
}
std::string status(Network const&, Link const& link) { return status_text(link); }

template <auto Member>
constexpr auto kDate = [](Network const&, Link const& link) {
  return link.*Member ? date_text(*(link.*Member)) : std::string();
};

std::string corridors(Network const& network, Link const& link) {
  return names(link.corridors, network.corridors);
}

std::string estimates(Network const&, Link const& link) {
  std::string text;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    auto const field = static_cast<Field>(i);
    if (!link.element.is_estimate(field)) continue;
    text += (text.empty() ? "" : ";") + std::string(name_of(field));
  }
  return text;
}

std::string sources(Network const& network, Link const& link) {
  return names(link.element.sources, network.sources);
}
std::string note(Network const&, Link const& link) { return link.element.note; }

/// Of the expansion, where the link has one.
template <auto Text>
constexpr auto kExpansion = [](Network const& network, Link const& link) {
  auto const& expansion = link.element.expansion;
  return expansion ? Text(network, network.expansions[*expansion]) : std::string();
};

std::string expansion_estimates(Network const&, Expansion const& expansion) {
  if (!expansion.cost_estimated) return expansion.up_to_estimated ? "up_to" : "";
  return expansion.up_to_estimated ? "cost;up_to" : "cost";
}
std::string expansion_sources(Network const& network, Expansion const& expansion) {
  return names(expansion.sources, network.sources);
}
std::string expansion_note(Network const&, Expansion const& expansion) { return expansion.note; }

// --- columns -------------------------------------------------------------------------------------

using NodeColumn = Column<Node>;
using LinkColumn = Column<Link>;

constexpr auto kNodeColumns = std::to_array<NodeColumn>({
    {"id", true, kNodeText<&Node::id>},
    {"name", false, kNodeText<&Node::name>},
    {"country", false, kNodeText<&Node::country>},
    {"lat", false, kDegrees<&Point::latitude>},
    {"lon", false, kDegrees<&Point::longitude>},
    {"kind", false, kNodeText<&Node::kind>},
    {"locode", false, kNodeText<&Node::locode>},
    {"source", false, node_sources},
    {"note", false, kNodeText<&Node::note>},
});

constexpr auto kGmnsNodeColumns = std::to_array<NodeColumn>({
    {"node_id", true, kNodeText<&Node::id>},
    {"name", false, kNodeText<&Node::name>},
    {"x_coord", true, kDegrees<&Point::longitude>},
    {"y_coord", true, kDegrees<&Point::latitude>},
    {"country", false, kNodeText<&Node::country>},
    {"kind", false, kNodeText<&Node::kind>},
    {"locode", false, kNodeText<&Node::locode>},
    {"source", false, node_sources},
    {"note", false, kNodeText<&Node::note>},
});

constexpr auto kLinkEnds = std::to_array<LinkColumn>({
    {"id", true, link_id},
    {"between", false, both_ends},
    {"from", false, kEnd<&Link::from, false>},
    {"to", false, kEnd<&Link::to, false>},
    {"mode", true, mode},
    {"length", true, kFigure<Field::length>},
    {"capacity", true, kFigure<Field::capacity>},
});

constexpr auto kGmnsLinkEnds = std::to_array<LinkColumn>({
    {"link_id", true, link_id},
    {"from_node_id", true, kEnd<&Link::from, true>},
    {"to_node_id", true, kEnd<&Link::to, true>},
    {"directed", true, directed},
    {"allowed_uses", true, mode},
    {"length", true, kNumber<Field::length>},
    {"capacity", true, kNumber<Field::capacity>},
});

/// What both kinds of table say of a link.
constexpr auto kLinkFigures = std::to_array<LinkColumn>({
    {"share", false, share},
    {"time", false, kFigure<Field::time>},
    {"cost", false, kFigure<Field::cost>},
    {"emissions", false, kFigure<Field::emissions>},
    {"departures", false, kFigure<Field::departures>},
    {"status", false, status},
    {"opens", false, kDate<&Link::opens>},
    {"closes", false, kDate<&Link::closes>},
    {"corridors", false, corridors},
    {"estimate", false, estimates},
    {"source", false, sources},
    {"note", false, note},
    {"expansion_cost", false, kExpansion<cost_text>},
    {"expansion_up_to", false, kExpansion<up_to_text>},
    {"expansion_estimate", false, kExpansion<expansion_estimates>},
    {"expansion_source", false, kExpansion<expansion_sources>},
    {"expansion_note", false, kExpansion<expansion_note>},
});

std::vector<LinkColumn> with_figures(std::span<LinkColumn const> ends) {
  std::vector<LinkColumn> columns(ends.begin(), ends.end());
  columns.insert(columns.end(), kLinkFigures.begin(), kLinkFigures.end());
  return columns;
}

template <class Rows>
std::string links_table(Network const& network, Rows const& links,
                        std::span<LinkColumn const> ends) {
  auto const columns = with_figures(ends);
  return table<Link>(network, links, std::span<LinkColumn const>(columns));
}

std::string gmns_config(Network const& network) {
  std::string out = "dataset_name,long_length,speed,crs\n";
  append_cell(out, network.title);
  return out + ",km,km/h,EPSG:4326\n";
}

}  // namespace

std::vector<NetworkFileText> to_csv_tables(Network const& network) {
  return {
      {"network.yaml", yaml_beside_tables(network, "tables: {nodes: nodes.csv, links: links.csv}")},
      {"nodes.csv", table<Node>(network, network.nodes, std::span<NodeColumn const>(kNodeColumns))},
      {"links.csv", links_table(network, network.links, kLinkEnds)},
  };
}

std::vector<NetworkFileText> to_gmns(Network const& network) {
  return {
      {"corridor.yaml", yaml_beside_tables(network, "gmns: {capacity: TEU/year}")},
      {"config.csv", gmns_config(network)},
      {"node.csv",
       table<Node>(network, network.nodes, std::span<NodeColumn const>(kGmnsNodeColumns))},
      {"link.csv", links_table(network, network.links, kGmnsLinkEnds)},
  };
}

}  // namespace corridor
