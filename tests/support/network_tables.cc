#include "support/network_tables.h"

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "model/figures.h"
#include "support/ratio.h"

namespace corridor::test {
namespace {

Ratio ratio_of(std::optional<Decimal> const& number) {
  if (!number) throw std::runtime_error("the network lacks an assumption");
  Ratio ratio{number->digits, 1};
  for (int i = 0; i < number->places; ++i) ratio.denominator *= 10;
  return ratio;
}

std::string joined(std::vector<std::string> const& parts) {
  std::string text;
  for (auto const& part : parts) text += (text.empty() ? "" : ";") + part;
  return text;
}

std::string date_text(std::optional<Date> const& date) {
  if (!date) return "";
  auto const two = [](int n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
  std::string text = std::to_string(date->year);
  if (date->month != 0) text += two(date->month);
  if (date->day != 0) text += two(date->day);
  return text;
}

/// Walks over the network and the tables and collects what differs.
class Comparison {
 public:
  Comparison(Network const& network, EstimateLists const& estimates, DataTables const& tables)
      : network_(network), estimates_(estimates), tables_(tables) {}

  std::vector<std::string> run() {
    for (Node const& node : network_.nodes) compare_node(node);
    for (Link const& link : network_.links) compare_link(link);
    for (Transfer const& transfer : network_.transfers) compare_transfer(transfer);
    for (Passage const& passage : network_.passages) compare_passage(passage);
    for (Source const& source : network_.sources) compare_source(source);
    for (CsvTable const* table :
         {&tables_.nodes, &tables_.rail, &tables_.sea, &tables_.operations}) {
      report_unseen(*table);
    }
    return std::move(found_);
  }

 private:
  using Row = CsvTable::Row;

  /// Where a difference lies, for its message.
  struct At {
    std::string const& id;
    Span span;
    CsvTable const& table;
    Row const& row;
  };

  void expect(At const& at, std::string const& field, std::string const& in_network,
              std::string const& in_table) {
    if (in_network == in_table) return;
    found_.push_back(at.id + "." + field + ": " + place(at.span) + " has '" + in_network + "', " +
                     at.table.place(at.row) + " has '" + in_table + "'");
  }
  void expect_cell(At const& at, std::string const& column, std::string const& in_network) {
    expect(at, column, in_network, at.table.cell(at.row, column));
  }

  /// The row of a thing, marked as seen; reports a thing that has none.
  Row const* row_of(CsvTable const& table, std::string const& key, std::string const& id,
                    Span span) {
    Row const* row = table.find(key, id);
    if (row == nullptr) {
      found_.push_back(id + ": " + place(span) + " has it, " + table.name() + " has not");
    } else if (!seen_.insert(row).second) {
      found_.push_back(id + ": two things of the network stand for " + table.place(*row));
    }
    return row;
  }

  void report_unseen(CsvTable const& table) {
    for (Row const& row : table.rows()) {
      if (seen_.count(&row) != 0) continue;
      found_.push_back(table.cell(row, "id") + ": " + table.place(row) +
                       " has it, the network has not");
    }
  }

  void compare_node(Node const& node) {
    Row const* row = row_of(tables_.nodes, "id", node.id, node.span);
    if (row == nullptr) return;
    At const at{node.id, node.span, tables_.nodes, *row};
    expect_cell(at, "name", node.name);
    expect_cell(at, "country", node.country);
    expect_cell(at, "kind", node.kind);
    expect_cell(at, "locode", node.locode);
    if (!node.at) {
      found_.push_back(node.id + ": " + place(node.span) + " has no point");
    } else {
      expect_degrees(at, "lat", node.at->latitude);
      expect_degrees(at, "lon", node.at->longitude);
    }
    std::string const origin = tables_.nodes.cell(*row, "coordinate_source");
    bool const estimate = origin == "estimate";
    expect(at, "source", joined(ids_of(node.sources)),
           estimate ? "" : origin.substr(0, origin.find(' ')));
    expect(at, "estimate", joined(estimates_of("node " + node.id)), estimate ? "at" : "");
  }

  void expect_degrees(At const& at, std::string const& column, std::int32_t kept) {
    std::string const text = at.table.cell(at.row, column);
    bool const negative = text.front() == '-';
    Ratio const table = decimal(std::string_view(text).substr(negative ? 1 : 0));
    std::int64_t const parts = rounded_down(table * Ratio{10'000'000, 1}) * (negative ? -1 : 1);
    expect(at, column, std::to_string(kept), std::to_string(parts));
  }

  void compare_link(Link const& link) {
    bool const rail = network_.modes[link.mode].kind == "rail";
    CsvTable const& table = rail ? tables_.rail : tables_.sea;
    Element const& element = link.element;
    Row const* row = row_of(table, "id", link.id, element.span);
    if (row == nullptr) return;
    At const at{link.id, element.span, table, *row};
    expect_cell(at, "from", network_.nodes[link.from].id);
    expect_cell(at, "to", network_.nodes[link.to].id);
    expect(at, "direction", link.both_ways ? "both" : "one_way", "both");
    expect_cell(at, "mode", network_.modes[link.mode].id);
    if (rail) {
      expect_cell(at, "gauge", std::to_string(network_.modes[link.mode].gauge_mm.value_or(0)));
    }
    compare_figure(at, element, Field::length, "length_km", " km");
    compare_figures(at, element);
    compare_figure(at, element, Field::emissions, "emissions_kg_per_teu", " kg/TEU");
    compare_status(at, link);
    expect_cell(at, "corridors", joined(tags_of(link)));
    expect_cell(at, "source", joined(ids_of(element.sources)));
    compare_estimates(at, {"length", "time", "cost", "emissions", "capacity", "share"}, element,
                      link.id);
  }

  /// A date in `opens` says it all; planned without a date is a status of its own.
  void compare_status(At const& at, Link const& link) {
    std::string const opens = at.table.cell(at.row, "opens");
    bool const open = at.table.cell(at.row, "status") == "open" && opens.empty();
    expect(at, "status", std::string(name_of(link.status)), open ? "open" : "planned");
    expect(at, "opens", date_text(link.opens), opens);
    expect(at, "closes", date_text(link.closes), "");
  }

  void compare_transfer(Transfer const& transfer) {
    std::string const id = network_.nodes[transfer.node].id + ":" +
                           network_.modes[transfer.from].id + ">" + network_.modes[transfer.to].id;
    Row const* row = row_of(tables_.operations, "id", id, transfer.element.span);
    if (row == nullptr) return;
    At const at{id, transfer.element.span, tables_.operations, *row};
    expect_cell(at, "kind", "transfer");
    expect_cell(at, "node", network_.nodes[transfer.node].id);
    expect_cell(at, "from_mode", network_.modes[transfer.from].id);
    expect_cell(at, "to_mode", network_.modes[transfer.to].id);
    expect_cell(at, "direction", transfer.both_ways ? "both" : "one_way");
    compare_operation(at, transfer.element, id);
  }

  void compare_passage(Passage const& passage) {
    std::string const node = network_.nodes[passage.node].id;
    auto const modes = passing_modes(passage.node);
    Span const span = passage.element.span;
    if (modes.size() != 1) {
      found_.push_back(node + ": " + place(span) + " is a passage of several modes");
      return;
    }
    std::string const mode = network_.modes[modes.front()].id;
    std::string const id = node + ":" + mode + ":passage";
    Row const* row = row_of(tables_.operations, "id", id, span);
    if (row == nullptr) return;
    At const at{id, span, tables_.operations, *row};
    expect_cell(at, "kind", "passage");
    expect_cell(at, "from_mode", mode);
    compare_operation(at, passage.element, node + ":passage");
  }

  /// Modes by which one can arrive and leave; one link by a mode ends there.
  std::vector<ModeId> passing_modes(NodeId node) const {
    std::vector<ModeId> modes;
    for (ModeId const mode : network_.modes.ids()) {
      auto const passes = [&](Link const& link) {
        return link.mode == mode && (link.from == node || link.to == node);
      };
      if (std::count_if(network_.links.begin(), network_.links.end(), passes) > 1) {
        modes.push_back(mode);
      }
    }
    return modes;
  }

  void compare_operation(At const& at, Element const& element, std::string const& id) {
    compare_figures(at, element);
    expect(at, "emissions", std::to_string(element.figures.emissions.parts()), "0");
    expect_cell(at, "source", joined(ids_of(element.sources)));
    compare_estimates(at, {"time", "cost", "capacity", "share"}, element, id);
  }

  void compare_figures(At const& at, Element const& element) {
    compare_figure(at, element, Field::time, "time_h", " h");
    compare_figure(at, element, Field::cost, "cost_usd_per_teu", " USD/TEU");
    compare_capacity(at, element);
  }

  /// As kept, and as written: the number of the table and its unit.
  void compare_figure(At const& at, Element const& element, Field field, std::string const& column,
                      std::string const& unit) {
    std::string const value = at.table.cell(at.row, column);
    expect(at, column, std::to_string(parts_of(element.figures, field)),
           std::to_string(kept_thousandths(value)));
    expect(at, column + " as written", written(element, field), value + unit);
  }

  void compare_capacity(At const& at, Element const& element) {
    std::string const value = at.table.cell(at.row, "capacity_value");
    std::string const unit = at.table.cell(at.row, "capacity_unit");
    std::string const share = at.table.cell(at.row, "share_percent");
    Limit const table = kept_capacity(value, unit, share, network_.assumptions);
    expect(at, "capacity", text_of_limit(element.figures.capacity), text_of_limit(table));
    expect(at, "capacity as written", written(element, Field::capacity),
           unit.empty() ? value : value + " " + unit);
    Ratio const kept{element.share.numerator, element.share.denominator};
    if (!(kept == decimal(share) / Ratio{100, 1})) {
      expect(at, "share_percent", rounded_text(kept * Ratio{100, 1}), share);
    }
    bool const has_share = at.table.cell(at.row, "share_status") != "none";
    expect(at, "share written", element.share_written.known() ? "yes" : "no",
           has_share ? "yes" : "no");
  }

  void compare_estimates(At const& at, std::vector<std::string> const& fields,
                         Element const& element, std::string const& id) {
    std::vector<std::string> marked;
    for (auto const& name : fields) {
      bool const estimate = at.table.cell(at.row, name + "_status") == "estimate";
      if (estimate) marked.push_back(name);
      if (auto const field = find_field(name)) {
        // The share is a part of the capacity as kept.
        bool const share =
            *field == Field::capacity && at.table.cell(at.row, "share_status") == "estimate";
        expect(at, name + " estimate", element.is_estimate(*field) ? "yes" : "no",
               estimate || share ? "yes" : "no");
      }
    }
    expect(at, "estimate", joined(estimates_of(id)), joined(marked));
  }

  void compare_source(Source const& source) {
    Row const* row = row_of(tables_.sources, "key", source.id, source.span);
    if (row == nullptr) return;
    At const at{source.id, source.span, tables_.sources, *row};
    expect(at, "title_or_subject", source.title, tables_.sources.cell(*row, "title_or_subject"));
    expect_cell(at, "publisher", source.publisher);
    expect_cell(at, "date", source.date);
    expect_cell(at, "address", source.address);
  }

  std::vector<std::string> ids_of(std::vector<SourceId> const& sources) const {
    std::vector<std::string> ids;
    for (SourceId const id : sources) ids.push_back(network_.sources[id].id);
    return ids;
  }
  std::vector<std::string> tags_of(Link const& link) const {
    std::vector<std::string> tags;
    for (CorridorId const id : link.corridors) tags.push_back(network_.corridors[id].id);
    return tags;
  }
  std::vector<std::string> estimates_of(std::string const& id) const {
    auto const found = estimates_.find(id);
    return found == estimates_.end() ? std::vector<std::string>() : found->second;
  }

  std::string written(Element const& element, Field field) const {
    Span const span = element.written[index_of(field)];
    return network_.texts ? std::string(network_.texts->text(span)) : "";
  }
  std::string place(Span span) const {
    return network_.texts ? network_.texts->place(span) : "(in code)";
  }

  static std::string text_of_limit(Limit limit) {
    return limit.unlimited() ? "unlimited" : std::to_string(limit.capacity().parts());
  }
  static std::string rounded_text(Ratio ratio) { return text_of(ratio, 3); }

  Network const& network_;
  EstimateLists const& estimates_;
  DataTables const& tables_;
  std::set<Row const*> seen_;
  std::vector<std::string> found_;
};

/// One line for each of `fields` that is neither marked nor backed by a source.
void add_unfounded(std::vector<std::string>& found, std::string const& id, bool has_source,
                   std::vector<std::string> const& fields, std::vector<std::string> const& marked) {
  std::set<std::string> const marks(marked.begin(), marked.end());
  for (auto const& field : fields) {
    if (!has_source && marks.count(field) == 0) found.push_back(id + "." + field);
  }
}

std::vector<std::string> fields_of(Element const& element, bool link) {
  std::vector<std::string> fields{"time", "cost"};
  if (link) fields.insert(fields.end(), {"length", "emissions"});
  if (!element.figures.capacity.unlimited()) fields.emplace_back("capacity");
  if (element.share_written.known()) fields.emplace_back("share");
  return fields;
}

}  // namespace

DataTables read_tables() {
  return {CsvTable::read("network/tables/nodes.csv"), CsvTable::read("network/tables/rail.csv"),
          CsvTable::read("network/tables/sea.csv"), CsvTable::read("network/tables/operations.csv"),
          CsvTable::read("network/tables/sources.csv")};
}

Limit kept_capacity(std::string const& value, std::string const& unit, std::string const& share,
                    Assumptions const& assumptions) {
  if (value == "unlimited") return {};
  Ratio amount = decimal(value);
  if (unit == "train_pairs/day" || unit == "trains/day") {
    amount = amount * ratio_of(assumptions.teu_per_train) * ratio_of(assumptions.operating_days);
  } else if (unit == "Mt/year") {
    amount = amount * Ratio{1'000'000, 1} / ratio_of(assumptions.tonnes_per_teu);
  } else if (unit != "TEU/year") {
    throw std::runtime_error("no capacity unit of the tables: '" + unit + "'");
  }
  return Capacity::of_parts(rounded_down(amount * decimal(share) / Ratio{100, 1}));
}

std::int64_t kept_thousandths(std::string const& value) {
  Ratio const parts = decimal(value) * Ratio{1000, 1};
  if (parts.numerator % parts.denominator != 0) {
    throw std::runtime_error("more than three decimals: '" + value + "'");
  }
  return rounded_down(parts);
}

std::vector<std::string> disagreements(Network const& network, EstimateLists const& estimates,
                                       DataTables const& tables) {
  return Comparison(network, estimates, tables).run();
}

std::vector<std::string> unfounded(Network const& network, EstimateLists const& estimates) {
  std::vector<std::string> found;
  for (Node const& node : network.nodes) {
    add_unfounded(found, node.id, !node.sources.empty(), {"at"}, estimates.at("node " + node.id));
  }
  for (Link const& link : network.links) {
    add_unfounded(found, link.id, !link.element.sources.empty(), fields_of(link.element, true),
                  estimates.at(link.id));
  }
  for (TransferId const id : network.transfers.ids()) {
    std::string const name = id_of(network, {ElementKind::transfer, id.index()});
    Element const& element = network.transfers[id].element;
    add_unfounded(found, name, !element.sources.empty(), fields_of(element, false),
                  estimates.at(name));
  }
  for (Passage const& passage : network.passages) {
    std::string const name = network.nodes[passage.node].id + ":passage";
    add_unfounded(found, name, !passage.element.sources.empty(), fields_of(passage.element, false),
                  estimates.at(name));
  }
  return found;
}

}  // namespace corridor::test
