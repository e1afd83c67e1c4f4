#include <array>

#include "corridor/model/builder.h"
#include "io/sections.h"
#include "io/selection.h"
#include "io/setters.h"

namespace corridor {
namespace {

void read_cost(Reader& reader, KeyInfo const& info, Item const& item, Scenario& scenario) {
  auto const text = reader.text(info, item.value);
  if (!text) return;
  scenario.cost_written = text->span;
  auto const cost = read_capital(*text);
  if (cost) {
    scenario.cost = *cost;
  } else {
    auto const& wrong = cost.error().front();
    reader.report(wrong.code, wrong.span, wrong.message, wrong.hint);
  }
}

void read_estimate(Reader& reader, KeyInfo const& info, Item const& item, Scenario& scenario) {
  for (auto const& name : reader.texts(info, item.value)) {
    if (name.text == "cost") {
      scenario.cost_estimated = true;
    } else {
      reader.report(Code::unknown_field, name.span,
                    "no figure " + quoted(name.text) + " to estimate",
                    "of a scenario only 'cost' can be an estimate");
    }
  }
}

constexpr std::array kScenario = std::to_array<Row<Scenario>>({
    {{"format", Form::format, "The number of this format.", Need::required}, kCheckFormat},
    {{"scenario", Form::id, "Id of the scenario.", Need::required}, kSetName<&Scenario::id>},
    {{"title", Form::text, "For people."}, kSetString<&Scenario::title>},
    {{"note", Form::text, "For people."}, kSetString<&Scenario::note>},
    {{"extends", Form::references, "Scenarios that are applied first, in this order."},
     kSetTexts<&Scenario::extends>},
    {{"year", Form::year, "The year of questions about it."}, kSetYear<&Scenario::year>},
    {{"requires", Form::references, "Scenarios that must be applied, too."},
     kSetTexts<&Scenario::required>},
    {{"excludes", Form::references, "Scenarios that must not be applied."},
     kSetTexts<&Scenario::excludes>},
    {{"cost", Form::quantity, "Capital of this project alone, without what it extends.",
      Need::optional, Dimension::capital},
     read_cost},
    {{"estimate", Form::figures,
      "[cost] where nobody published it; the note says how it was made."},
     read_estimate},
    {{"source", Form::references, "Entries of the network's 'sources', for the cost."},
     kSetTexts<&Scenario::sources>},
    {{"changes", Form::entries, "What it changes, in order.", Need::optional, {}, Entry::change},
     read_changes},
});

constexpr std::array kChange = std::to_array<Row<ChangeItem>>({
    {{"multiply",
      Form::entry,
      "Multiplies figures as kept; rounded down.",
      Need::optional,
      {},
      Entry::factor_change},
     read_operation<ChangeKind::multiply>},
    {{"set", Form::entry, "Replaces figures.", Need::optional, {}, Entry::quantity_change},
     read_operation<ChangeKind::set>},
    {{"add",
      Form::entry,
      "Adds to figures; may be negative.",
      Need::optional,
      {},
      Entry::difference_change},
     read_operation<ChangeKind::add>},
    {{"close", Form::entry, "Closes what is selected.", Need::optional, {}, Entry::state_change},
     read_operation<ChangeKind::close>},
    {{"open",
      Form::entry,
      "Opens what is selected; clears 'opens' and 'closes'.",
      Need::optional,
      {},
      Entry::state_change},
     read_operation<ChangeKind::open>},
    {{"insert", Form::entry, "Adds to the network.", Need::optional, {}, Entry::insertion},
     read_operation<ChangeKind::insert>},
    {{"source", Form::references, "Entries of the network's 'sources'."},
     kSetTexts<&ChangeItem::change, &Change::sources>},
    {{"note", Form::text, "For people."}, kSetString<&ChangeItem::change, &Change::note>},
});

using By = Selector::By;

constexpr KeyInfo kLink{"link", Form::reference, "One link."};
constexpr KeyInfo kLinks{"links", Form::references, "Links; each must exist."};
constexpr KeyInfo kNode{"node", Form::reference, "The node of 'transfer'."};
constexpr KeyInfo kTransfer{"transfer", Form::pair, "The transfer from one mode to another."};
constexpr KeyInfo kPassage{"passage", Form::reference, "The passage of one node."};
constexpr KeyInfo kPassages{"passages", Form::references, "Passages of nodes."};
constexpr KeyInfo kMode{"mode", Form::reference, "All links of a mode."};
constexpr KeyInfo kCorridor{"corridor", Form::reference, "All links with a tag."};
constexpr KeyInfo kRegion{"region", Form::reference, "Links with both ends in a region."};

constexpr KeyInfo factor_key(std::string_view key) {
  return {key, Form::factor, "A decimal that is not negative, or a percentage."};
}

constexpr std::array kFactors = std::to_array<Row<ChangeSpec>>({
    {kLink, select<By::links>},
    {kLinks, select<By::links>},
    {kNode, select_node},
    {kTransfer, select_transfer},
    {kPassage, select<By::passages>},
    {kPassages, select<By::passages>},
    {kMode, select<By::mode>},
    {kCorridor, select<By::corridor>},
    {kRegion, select<By::region>},
    {factor_key("length"), read_factor<Field::length>},
    {factor_key("time"), read_factor<Field::time>},
    {factor_key("cost"), read_factor<Field::cost>},
    {factor_key("emissions"), read_factor<Field::emissions>},
    {factor_key("capacity"), read_factor<Field::capacity>},
    {factor_key("departures"), read_factor<Field::departures>},
});

constexpr KeyInfo kLength{"length", Form::quantity, "Length of links.", Need::optional,
                          Dimension::length};
constexpr KeyInfo kTime{"time", Form::quantity, "Hours of one TEU.", Need::optional,
                        Dimension::time};
constexpr KeyInfo kCost{"cost", Form::quantity, "Cost of one TEU.", Need::optional,
                        Dimension::cost};
constexpr KeyInfo kEmissions{"emissions", Form::quantity, "CO2e of one TEU.", Need::optional,
                             Dimension::emissions};

constexpr KeyInfo kDepartures{"departures", Form::frequency,
                              "Of a link or a transfer, like 3/week.", Need::optional,
                              Dimension::frequency};

constexpr std::array kQuantities = std::to_array<Row<ChangeSpec>>({
    {kLink, select<By::links>},
    {kLinks, select<By::links>},
    {kNode, select_node},
    {kTransfer, select_transfer},
    {kPassage, select<By::passages>},
    {kPassages, select<By::passages>},
    {kMode, select<By::mode>},
    {kCorridor, select<By::corridor>},
    {kRegion, select<By::region>},
    {kLength, read_quantity_of<Field::length>},
    {kTime, read_quantity_of<Field::time>},
    {kCost, read_quantity_of<Field::cost>},
    {kEmissions, read_quantity_of<Field::emissions>},
    {{"capacity", Form::capacity, "The share stays unless it is set, too.", Need::optional,
      Dimension::capacity},
     read_quantity_of<Field::capacity>},
    {{"share", Form::share, "Together with 'capacity' only.", Need::optional, Dimension::share},
     read_new_share},
    {kDepartures, read_quantity_of<Field::departures>},
});

constexpr std::array kDifferences = std::to_array<Row<ChangeSpec>>({
    {kLink, select<By::links>},
    {kLinks, select<By::links>},
    {kNode, select_node},
    {kTransfer, select_transfer},
    {kPassage, select<By::passages>},
    {kPassages, select<By::passages>},
    {kMode, select<By::mode>},
    {kCorridor, select<By::corridor>},
    {kRegion, select<By::region>},
    {kLength, read_difference<Field::length>},
    {kTime, read_difference<Field::time>},
    {kCost, read_difference<Field::cost>},
    {kEmissions, read_difference<Field::emissions>},
    {{"capacity", Form::quantity, "TEU a year; unlimited stays unlimited.", Need::optional,
      Dimension::capacity},
     read_difference<Field::capacity>},
    {kDepartures, read_difference<Field::departures>},
});

constexpr std::array kStates = std::to_array<Row<ChangeSpec>>({
    {kLinks, select<By::links>},
    {{"nodes", Form::references, "Nodes with all that starts, ends or passes there."},
     select<By::nodes>},
    {{"modes", Form::references, "All links of modes."}, select<By::modes>},
    {{"corridors", Form::references, "All links with a tag."}, select<By::corridors>},
});

constexpr std::array kInsertions = std::to_array<Row<Change>>({
    {{"sources", Form::entry_by_id, "As in a network.", Need::optional, {}, Entry::source},
     insert_specs<&Change::new_sources, source_keys>},
    {{"modes", Form::entry_by_id, "As in a network.", Need::optional, {}, Entry::mode},
     insert_specs<&Change::modes, mode_keys>},
    {{"nodes", Form::entry_by_id, "As in a network.", Need::optional, {}, Entry::node},
     insert_specs<&Change::nodes, node_keys>},
    {{"links", Form::entry_by_id, "As in a network.", Need::optional, {}, Entry::link},
     insert_specs<&Change::links, link_keys>},
});

}  // namespace

Rows<Scenario> scenario_keys() { return kScenario; }
Rows<ChangeItem> change_keys() { return kChange; }
Rows<ChangeSpec> factor_change_keys() { return kFactors; }
Rows<ChangeSpec> quantity_change_keys() { return kQuantities; }
Rows<ChangeSpec> difference_change_keys() { return kDifferences; }
Rows<ChangeSpec> state_change_keys() { return kStates; }
Rows<Change> insertion_keys() { return kInsertions; }

}  // namespace corridor
