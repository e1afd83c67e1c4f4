#include "io/network_tables.h"

#include "io/table_reader.h"

namespace corridor {
namespace {

template <class Row>
void hand_over(TableReader<Row>& reader, NetworkBuilder& builder) {
  for (auto const& [column, unit] : reader.column_units()) {
    builder.read_in({reader.place(), std::string(column), std::string(unit)});
  }
  for (auto& finding : reader.take_findings()) builder.report(std::move(finding));
}

}  // namespace

std::size_t read_node_table(Sources const& sources, std::uint32_t file, NetworkBuilder& builder,
                            CompleteNode const& complete) {
  TableReader<NodeSpec> reader(sources, file, node_columns());
  auto const rows = reader.read([&](NodeSpec& node, Span start) {
    if (node.id.text.empty()) return reader.report(Code::bad_id, start, "this node has no id");
    complete(node);
    builder.add(node);
  });
  hand_over(reader, builder);
  return rows;
}

std::size_t read_link_table(Sources const& sources, std::uint32_t file, NetworkBuilder& builder) {
  TableReader<LinkRow> reader(sources, file, link_columns());
  auto const rows = reader.read([&](LinkRow const& link, Span start) {
    if (link.spec.id.text.empty()) {
      return reader.report(Code::bad_id, start, "this link has no id");
    }
    builder.add(link.spec);
  });
  hand_over(reader, builder);
  return rows;
}

}  // namespace corridor
