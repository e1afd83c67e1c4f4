#include <array>

#include "io/sections.h"
#include "io/setters.h"

namespace corridor {
namespace {

/// `between: [a, b]` or `from: a` with `to: b`.
void exclude(Reader& reader, Item const& item, bool other) {
  if (other) {
    reader.report(Code::unknown_key, item.key.span(),
                  quoted(item.key.text()) +
                      " has no place here: 'between' and 'from' with 'to' "
                      "exclude each other");
  }
}

constexpr auto kSetBetween = [](Reader& reader, KeyInfo const& info, Item const& item, auto& spec) {
  exclude(reader, item, spec.from || spec.to);
  spec.both_ways = true;
  if (auto ends = reader.two_texts(info, item.value)) {
    spec.from = std::move((*ends)[0]);
    spec.to = std::move((*ends)[1]);
  }
};

template <auto End>
constexpr auto kSetEnd = [](Reader& reader, KeyInfo const& info, Item const& item, auto& spec) {
  exclude(reader, item, spec.both_ways);
  auto end = reader.text(info, item.value);
  if (!spec.both_ways) spec.*End = std::move(end);
};

void set_coordinates(Reader& reader, KeyInfo const& info, Item const& item, NodeSpec& spec) {
  if (auto place = reader.two_texts(info, item.value)) {
    spec.latitude = std::move((*place)[0]);
    spec.longitude = std::move((*place)[1]);
  }
}

}  // namespace

void read_transfers(Reader& reader, Item const& item, NodeSpec& spec) {
  auto const owner = reader.about();
  reader.about("node", spec.id.text, "transfer");
  reader.for_each_item(item, [&](Document::Node node) {
    TransferSpec transfer;
    auto const lost = reader.lost_references();
    transfer.element.span = node.span();
    bool const read = reader.read_map(node, node.span(), transfer_keys(), transfer);
    if (read && lost == reader.lost_references()) spec.transfers.push_back(std::move(transfer));
  });
  reader.restore(owner);
}

void read_passage(Reader& reader, Item const& item, NodeSpec& spec) {
  auto const owner = reader.about();
  reader.about("node", spec.id.text, "passage");
  ElementSpec passage;
  passage.span = item.key.span();
  if (reader.read_map(item.value, item.key.span(), passage_keys(), passage)) {
    spec.passage = std::move(passage);
  }
  reader.restore(owner);
}

namespace {

/// A node has no figures of its own; `estimate: [at]` tells people that its place is judged.
void check_node_estimates(Reader& reader, KeyInfo const& info, Item const& item, NodeSpec&) {
  for (auto const& name : reader.texts(info, item.value)) {
    if (name.text == "at") continue;
    reader.report(Code::unknown_field, name.span, "no figure " + quoted(name.text) + " to estimate",
                  "of a node only 'at' can be an estimate");
  }
}

using E = ElementSpec;
using X = ExpansionSpec;

/// What `expansion:` of any element says; `Path` leads to the ElementSpec.
template <auto... Path>
constexpr auto kReadExpansion = [](Reader& reader, KeyInfo const&, Item const& item, auto& spec) {
  ExpansionSpec expansion;
  expansion.span = item.key.span();
  if (reader.read_map(item.value, item.key.span(), expansion_keys(), expansion)) {
    member<Path...>(spec) = std::move(expansion);
  }
};

constexpr KeyInfo kLength{"length", Form::quantity, "Length of the way.", Need::later,
                          Dimension::length};
constexpr KeyInfo kTime{"time", Form::quantity, "Hours that one TEU needs.", Need::optional,
                        Dimension::time};
constexpr KeyInfo kCost{"cost", Form::quantity, "What one TEU pays.", Need::optional,
                        Dimension::cost};
constexpr KeyInfo kEmissions{"emissions", Form::quantity, "CO2e of one TEU, well-to-wheel.",
                             Need::optional, Dimension::emissions};
constexpr KeyInfo kCapacity{
    "capacity", Form::capacity,
    "TEU in a year: of a link or transfer per direction, of a passage per "
    "mode for all directions together. 'unlimited' where nothing limits it.",
    Need::later, Dimension::capacity};
constexpr KeyInfo kShare{"share", Form::share, "The part of the capacity that can be used.",
                         Need::optional, Dimension::share};
constexpr KeyInfo kDepartures{
    "departures", Form::frequency,
    "How often it runs, like 3/week: half the headway is waited for. Without it, at any time.",
    Need::optional, Dimension::frequency};
constexpr KeyInfo kExpansion{"expansion",    Form::entry, "What more capacity costs, for 'invest'.",
                             Need::optional, {},          Entry::expansion};
constexpr KeyInfo kEstimate{"estimate", Form::figures,
                            "The figures that nobody published; the note says how they were made."};
constexpr KeyInfo kSource{"source", Form::references, "Entries of 'sources'."};
constexpr KeyInfo kNote{"note", Form::text, "For people."};
constexpr KeyInfo kName{"name", Form::text, "For people; without it the id is shown."};

constexpr std::array kNetwork = std::to_array<Row<NetworkFile>>({
    {{"format", Form::format, "The number of this format.", Need::required}, kCheckFormat},
    {{"network", Form::text, "Title of the network.", Need::required},
     kSetText<&NetworkFile::title>},
    {{"year", Form::year, "The year of a question that names none.", Need::required},
     kSetYear<&NetworkFile::year>},
    {kNote, kSetString<&NetworkFile::note>},
    {{"assumptions",
      Form::entry,
      "What conversions of units need.",
      Need::optional,
      {},
      Entry::assumptions},
     kSetSection<&NetworkFile::assumptions>},
    {{"sources", Form::entry_by_id, "Where figures come from.", Need::optional, {}, Entry::source},
     kSetSection<&NetworkFile::sources>},
    {{"modes",
      Form::entry_by_id,
      "Ways of transport and their rates.",
      Need::optional,
      {},
      Entry::mode},
     kSetSection<&NetworkFile::modes>},
    {{"nodes",
      Form::entry_by_id,
      "Places, with their transfers and passages.",
      Need::optional,
      {},
      Entry::node},
     kSetSection<&NetworkFile::nodes>},
    {{"links", Form::entry_by_id, "What runs between nodes.", Need::optional, {}, Entry::link},
     kSetSection<&NetworkFile::links>},
    {{"tables", Form::entry, "CSV files with nodes and links.", Need::optional, {}, Entry::tables},
     kSetSection<&NetworkFile::tables>},
    {{"gmns",
      Form::entry,
      "Nodes and links stand in node.csv and link.csv beside this file.",
      Need::optional,
      {},
      Entry::gmns},
     kSetSection<&NetworkFile::gmns>},
    {{"transfers",
      Form::entries_by_id,
      "Changes of mode at nodes that stand in a table.",
      Need::optional,
      {},
      Entry::transfer},
     kSetSection<&NetworkFile::transfers>},
    {{"passages",
      Form::entry_by_id,
      "Passages of nodes that stand in a table.",
      Need::optional,
      {},
      Entry::passage},
     kSetSection<&NetworkFile::passages>},
    {{"regions", Form::references_by_id, "Sets of nodes that can be an origin or a destination."},
     kSetSection<&NetworkFile::regions>},
});

constexpr std::array kAssumptions = std::to_array<Row<AssumptionsSpec>>({
    {{"teu_per_train", Form::number, "TEU that one train carries."},
     kSetText<&AssumptionsSpec::teu_per_train>},
    {{"tonnes_per_teu", Form::number, "Tonnes in one TEU."},
     kSetText<&AssumptionsSpec::tonnes_per_teu>},
    {{"operating_days", Form::number, "Days a year on which trains run."},
     kSetText<&AssumptionsSpec::operating_days>},
});

constexpr std::array kSources = std::to_array<Row<SourceSpec>>({
    {{"title", Form::text, "Title of the publication."}, kSetText<&SourceSpec::title>},
    {{"publisher", Form::text, "Who published it."}, kSetText<&SourceSpec::publisher>},
    {{"date", Form::text, "When."}, kSetText<&SourceSpec::date>},
    {{"address", Form::text, "Where it can be read."}, kSetText<&SourceSpec::address>},
    {kNote, kSetText<&SourceSpec::note>},
});

constexpr std::array kModes = std::to_array<Row<ModeSpec>>({
    {kName, kSetText<&ModeSpec::name>},
    {{"kind", Form::text, "rail, sea, ferry, road and the like."}, kSetText<&ModeSpec::kind>},
    {{"gauge", Form::gauge, "Track gauge of a railway."}, kSetText<&ModeSpec::gauge>},
    {{"speed", Form::quantity, "Gives the time of links that state none.", Need::optional,
      Dimension::speed},
     kSetText<&ModeSpec::speed>},
    {{"cost", Form::quantity, "Gives the cost of links that state none.", Need::optional,
      Dimension::cost_rate},
     kSetText<&ModeSpec::cost>},
    {{"emissions", Form::quantity, "Gives the emissions of links that state none.", Need::optional,
      Dimension::emission_rate},
     kSetText<&ModeSpec::emissions>},
    {kSource, kSetTexts<&ModeSpec::sources>},
    {kNote, kSetText<&ModeSpec::note>},
});

constexpr std::array kNodes = std::to_array<Row<NodeSpec>>({
    {kName, kSetText<&NodeSpec::name>},
    {{"country", Form::text, "ISO 3166 code of two letters."}, kSetText<&NodeSpec::country>},
    {{"at", Form::coordinates, "Latitude and longitude in degrees."}, set_coordinates},
    {{"kind", Form::text, "seaport, border, junction and the like."}, kSetText<&NodeSpec::kind>},
    {{"locode", Form::text, "UN/LOCODE."}, kSetText<&NodeSpec::locode>},
    {{"transfers",
      Form::entries,
      "Changes of mode that are possible here.",
      Need::optional,
      {},
      Entry::transfer},
     [](Reader& reader, KeyInfo const&, Item const& item, NodeSpec& spec) {
       read_transfers(reader, item, spec);
     }},
    {{"passage",
      Form::entry,
      "What a shipment pays that stays in its mode.",
      Need::optional,
      {},
      Entry::passage},
     [](Reader& reader, KeyInfo const&, Item const& item, NodeSpec& spec) {
       read_passage(reader, item, spec);
     }},
    {kEstimate, check_node_estimates},
    {kSource, kSetTexts<&NodeSpec::sources>},
    {kNote, kSetText<&NodeSpec::note>},
});

constexpr std::array kTransfers = std::to_array<Row<TransferSpec>>({
    {{"between", Form::pair, "Two modes; the transfer runs both ways."}, kSetBetween},
    {{"from", Form::reference, "The mode of arrival."}, kSetEnd<&TransferSpec::from>},
    {{"to", Form::reference, "The mode of departure."}, kSetEnd<&TransferSpec::to>},
    {kTime, kSetText<&TransferSpec::element, &E::time>},
    {kCost, kSetText<&TransferSpec::element, &E::cost>},
    {kEmissions, kSetText<&TransferSpec::element, &E::emissions>},
    {kCapacity, kSetText<&TransferSpec::element, &E::capacity>},
    {kShare, kSetText<&TransferSpec::element, &E::share>},
    {kDepartures, kSetText<&TransferSpec::element, &E::departures>},
    {kExpansion, kReadExpansion<&TransferSpec::element, &E::expansion>},
    {kEstimate, kSetTexts<&TransferSpec::element, &E::estimates>},
    {kSource, kSetTexts<&TransferSpec::element, &E::sources>},
    {kNote, kSetText<&TransferSpec::element, &E::note>},
});

constexpr std::array kPassages = std::to_array<Row<ElementSpec>>({
    {kTime, kSetText<&E::time>},
    {kCost, kSetText<&E::cost>},
    {kEmissions, kSetText<&E::emissions>},
    {kCapacity, kSetText<&E::capacity>},
    {kShare, kSetText<&E::share>},
    {kExpansion, kReadExpansion<&E::expansion>},
    {kEstimate, kSetTexts<&E::estimates>},
    {kSource, kSetTexts<&E::sources>},
    {kNote, kSetText<&E::note>},
});

constexpr std::array kExpansions = std::to_array<Row<ExpansionSpec>>({
    {{"cost", Form::quantity, "What one TEU/year more costs, once; of 'between' both ways.",
      Need::later, Dimension::expansion_cost},
     kSetText<&X::cost>},
    {{"up_to", Form::capacity, "The most extra capacity, per direction.", Need::later,
      Dimension::capacity},
     kSetText<&X::up_to>},
    {kEstimate, kSetTexts<&X::estimates>},
    {kSource, kSetTexts<&X::sources>},
    {kNote, kSetText<&X::note>},
});

constexpr std::array kLinks = std::to_array<Row<LinkSpec>>({
    {{"between", Form::pair, "Two nodes; the link runs both ways."}, kSetBetween},
    {{"from", Form::reference, "The node where it starts."}, kSetEnd<&LinkSpec::from>},
    {{"to", Form::reference, "The node where it ends."}, kSetEnd<&LinkSpec::to>},
    {{"mode", Form::reference, "An entry of 'modes'.", Need::later}, kSetText<&LinkSpec::mode>},
    {kLength, kSetText<&LinkSpec::element, &E::length>},
    {kTime, kSetText<&LinkSpec::element, &E::time>},
    {kCost, kSetText<&LinkSpec::element, &E::cost>},
    {kEmissions, kSetText<&LinkSpec::element, &E::emissions>},
    {kCapacity, kSetText<&LinkSpec::element, &E::capacity>},
    {kShare, kSetText<&LinkSpec::element, &E::share>},
    {kDepartures, kSetText<&LinkSpec::element, &E::departures>},
    {kExpansion, kReadExpansion<&LinkSpec::element, &E::expansion>},
    {{"status", Form::status, "Wins over 'opens', never over 'closes'."},
     kSetText<&LinkSpec::status>},
    {{"opens", Form::date, "Usable from this year on."}, kSetText<&LinkSpec::opens>},
    {{"closes", Form::date, "Not usable from this year on."}, kSetText<&LinkSpec::closes>},
    {{"corridors", Form::references,
      "Tags. A question about a corridor keeps the links that bear "
      "its tag and those that bear none."},
     kSetTexts<&LinkSpec::corridors>},
    {kEstimate, kSetTexts<&LinkSpec::element, &E::estimates>},
    {kSource, kSetTexts<&LinkSpec::element, &E::sources>},
    {kNote, kSetText<&LinkSpec::element, &E::note>},
});

constexpr std::array kTables = std::to_array<Row<TablesSpec>>({
    {{"nodes", Form::text, "A CSV file with a node in each row."}, kSetText<&TablesSpec::nodes>},
    {{"links", Form::text, "A CSV file with a link in each row."}, kSetText<&TablesSpec::links>},
});

constexpr std::array kGmns = std::to_array<Row<GmnsSpec>>({
    {{"capacity", Form::text,
      "Unit of the numbers in the column 'capacity', for a whole link in "
      "each direction."},
     kSetText<&GmnsSpec::capacity>},
    {{"mode", Form::text, "Mode of the links that name none."}, kSetText<&GmnsSpec::mode>},
});

}  // namespace

Rows<NetworkFile> network_keys() { return kNetwork; }
Rows<AssumptionsSpec> assumption_keys() { return kAssumptions; }
Rows<SourceSpec> source_keys() { return kSources; }
Rows<ModeSpec> mode_keys() { return kModes; }
Rows<NodeSpec> node_keys() { return kNodes; }
Rows<TransferSpec> transfer_keys() { return kTransfers; }
Rows<ElementSpec> passage_keys() { return kPassages; }
Rows<ExpansionSpec> expansion_keys() { return kExpansions; }
Rows<LinkSpec> link_keys() { return kLinks; }
Rows<TablesSpec> tables_keys() { return kTables; }
Rows<GmnsSpec> gmns_keys() { return kGmns; }

}  // namespace corridor
