#include <array>

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

constexpr auto set_between = [](Reader& reader, KeyInfo const& info, Item const& item, auto& spec) {
  exclude(reader, item, spec.from || spec.to);
  spec.both_ways = true;
  if (auto ends = reader.two_texts(info, item.value)) {
    spec.from = std::move((*ends)[0]);
    spec.to = std::move((*ends)[1]);
  }
};

template <auto End>
constexpr auto set_end = [](Reader& reader, KeyInfo const& info, Item const& item, auto& spec) {
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

void read_transfers(Reader& reader, KeyInfo const&, Item const& item, NodeSpec& spec) {
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

void read_passage(Reader& reader, KeyInfo const&, Item const& item, NodeSpec& spec) {
  auto const owner = reader.about();
  reader.about("node", spec.id.text, "passage");
  ElementSpec passage;
  passage.span = item.key.span();
  if (reader.read_map(item.value, item.key.span(), passage_keys(), passage)) {
    spec.passage = std::move(passage);
  }
  reader.restore(owner);
}

/// A node has no figures of its own; `estimate: [at]` tells people that its place is judged.
void check_node_estimates(Reader& reader, KeyInfo const& info, Item const& item, NodeSpec&) {
  for (auto const& name : reader.texts(info, item.value)) {
    if (name.text == "at") continue;
    reader.report(Code::unknown_field, name.span, "no figure " + quoted(name.text) + " to estimate",
                  "of a node only 'at' can be an estimate");
  }
}

using E = ElementSpec;

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
constexpr KeyInfo kEstimate{"estimate", Form::figures,
                            "The figures that nobody published; the note says how they were made."};
constexpr KeyInfo kSource{"source", Form::references, "Entries of 'sources'."};
constexpr KeyInfo kNote{"note", Form::text, "For people."};
constexpr KeyInfo kName{"name", Form::text, "For people; without it the id is shown."};

constexpr std::array kNetwork = std::to_array<Row<NetworkFile>>({
    {{"format", Form::format, "The number of this format.", Need::required}, check_format},
    {{"network", Form::text, "Title of the network.", Need::required},
     set_text<&NetworkFile::title>},
    {{"year", Form::year, "The year of a question that names none.", Need::required},
     set_year<&NetworkFile::year>},
    {kNote, set_string<&NetworkFile::note>},
    {{"assumptions",
      Form::entry,
      "What conversions of units need.",
      Need::optional,
      {},
      Entry::assumptions},
     set_section<&NetworkFile::assumptions>},
    {{"sources", Form::entry_by_id, "Where figures come from.", Need::optional, {}, Entry::source},
     set_section<&NetworkFile::sources>},
    {{"modes",
      Form::entry_by_id,
      "Ways of transport and their rates.",
      Need::optional,
      {},
      Entry::mode},
     set_section<&NetworkFile::modes>},
    {{"nodes",
      Form::entry_by_id,
      "Places, with their transfers and passages.",
      Need::later,
      {},
      Entry::node},
     set_section<&NetworkFile::nodes>},
    {{"links", Form::entry_by_id, "What runs between nodes.", Need::later, {}, Entry::link},
     set_section<&NetworkFile::links>},
    {{"regions", Form::references_by_id, "Sets of nodes that can be an origin or a destination."},
     set_section<&NetworkFile::regions>},
});

constexpr std::array kAssumptions = std::to_array<Row<AssumptionsSpec>>({
    {{"teu_per_train", Form::number, "TEU that one train carries."},
     set_text<&AssumptionsSpec::teu_per_train>},
    {{"tonnes_per_teu", Form::number, "Tonnes in one TEU."},
     set_text<&AssumptionsSpec::tonnes_per_teu>},
    {{"operating_days", Form::number, "Days a year on which trains run."},
     set_text<&AssumptionsSpec::operating_days>},
});

constexpr std::array kSources = std::to_array<Row<SourceSpec>>({
    {{"title", Form::text, "Title of the publication."}, set_text<&SourceSpec::title>},
    {{"publisher", Form::text, "Who published it."}, set_text<&SourceSpec::publisher>},
    {{"date", Form::text, "When."}, set_text<&SourceSpec::date>},
    {{"address", Form::text, "Where it can be read."}, set_text<&SourceSpec::address>},
    {kNote, set_text<&SourceSpec::note>},
});

constexpr std::array kModes = std::to_array<Row<ModeSpec>>({
    {kName, set_text<&ModeSpec::name>},
    {{"kind", Form::text, "rail, sea, ferry, road and the like."}, set_text<&ModeSpec::kind>},
    {{"gauge", Form::gauge, "Track gauge of a railway."}, set_text<&ModeSpec::gauge>},
    {{"speed", Form::quantity, "Gives the time of links that state none.", Need::optional,
      Dimension::speed},
     set_text<&ModeSpec::speed>},
    {{"cost", Form::quantity, "Gives the cost of links that state none.", Need::optional,
      Dimension::cost_rate},
     set_text<&ModeSpec::cost>},
    {{"emissions", Form::quantity, "Gives the emissions of links that state none.", Need::optional,
      Dimension::emission_rate},
     set_text<&ModeSpec::emissions>},
    {kSource, set_texts<&ModeSpec::sources>},
    {kNote, set_text<&ModeSpec::note>},
});

constexpr std::array kNodes = std::to_array<Row<NodeSpec>>({
    {kName, set_text<&NodeSpec::name>},
    {{"country", Form::text, "ISO 3166 code of two letters."}, set_text<&NodeSpec::country>},
    {{"at", Form::coordinates, "Latitude and longitude in degrees."}, set_coordinates},
    {{"kind", Form::text, "seaport, border, junction and the like."}, set_text<&NodeSpec::kind>},
    {{"locode", Form::text, "UN/LOCODE."}, set_text<&NodeSpec::locode>},
    {{"transfers",
      Form::entries,
      "Changes of mode that are possible here.",
      Need::optional,
      {},
      Entry::transfer},
     read_transfers},
    {{"passage",
      Form::entry,
      "What a shipment pays that stays in its mode.",
      Need::optional,
      {},
      Entry::passage},
     read_passage},
    {kEstimate, check_node_estimates},
    {kSource, set_texts<&NodeSpec::sources>},
    {kNote, set_text<&NodeSpec::note>},
});

constexpr std::array kTransfers = std::to_array<Row<TransferSpec>>({
    {{"between", Form::pair, "Two modes; the transfer runs both ways."}, set_between},
    {{"from", Form::reference, "The mode of arrival."}, set_end<&TransferSpec::from>},
    {{"to", Form::reference, "The mode of departure."}, set_end<&TransferSpec::to>},
    {kTime, set_text<&TransferSpec::element, &E::time>},
    {kCost, set_text<&TransferSpec::element, &E::cost>},
    {kEmissions, set_text<&TransferSpec::element, &E::emissions>},
    {kCapacity, set_text<&TransferSpec::element, &E::capacity>},
    {kShare, set_text<&TransferSpec::element, &E::share>},
    {kEstimate, set_texts<&TransferSpec::element, &E::estimates>},
    {kSource, set_texts<&TransferSpec::element, &E::sources>},
    {kNote, set_text<&TransferSpec::element, &E::note>},
});

constexpr std::array kPassages = std::to_array<Row<ElementSpec>>({
    {kTime, set_text<&E::time>},
    {kCost, set_text<&E::cost>},
    {kEmissions, set_text<&E::emissions>},
    {kCapacity, set_text<&E::capacity>},
    {kShare, set_text<&E::share>},
    {kEstimate, set_texts<&E::estimates>},
    {kSource, set_texts<&E::sources>},
    {kNote, set_text<&E::note>},
});

constexpr std::array kLinks = std::to_array<Row<LinkSpec>>({
    {{"between", Form::pair, "Two nodes; the link runs both ways."}, set_between},
    {{"from", Form::reference, "The node where it starts."}, set_end<&LinkSpec::from>},
    {{"to", Form::reference, "The node where it ends."}, set_end<&LinkSpec::to>},
    {{"mode", Form::reference, "An entry of 'modes'.", Need::later}, set_text<&LinkSpec::mode>},
    {kLength, set_text<&LinkSpec::element, &E::length>},
    {kTime, set_text<&LinkSpec::element, &E::time>},
    {kCost, set_text<&LinkSpec::element, &E::cost>},
    {kEmissions, set_text<&LinkSpec::element, &E::emissions>},
    {kCapacity, set_text<&LinkSpec::element, &E::capacity>},
    {kShare, set_text<&LinkSpec::element, &E::share>},
    {{"status", Form::status, "Wins over 'opens', never over 'closes'."},
     set_text<&LinkSpec::status>},
    {{"opens", Form::date, "Usable from this year on."}, set_text<&LinkSpec::opens>},
    {{"closes", Form::date, "Not usable from this year on."}, set_text<&LinkSpec::closes>},
    {{"corridors", Form::references,
      "Tags. A question about a corridor keeps the links that bear "
      "its tag and those that bear none."},
     set_texts<&LinkSpec::corridors>},
    {kEstimate, set_texts<&LinkSpec::element, &E::estimates>},
    {kSource, set_texts<&LinkSpec::element, &E::sources>},
    {kNote, set_text<&LinkSpec::element, &E::note>},
});

}  // namespace

Rows<NetworkFile> network_keys() { return kNetwork; }
Rows<AssumptionsSpec> assumption_keys() { return kAssumptions; }
Rows<SourceSpec> source_keys() { return kSources; }
Rows<ModeSpec> mode_keys() { return kModes; }
Rows<NodeSpec> node_keys() { return kNodes; }
Rows<TransferSpec> transfer_keys() { return kTransfers; }
Rows<ElementSpec> passage_keys() { return kPassages; }
Rows<LinkSpec> link_keys() { return kLinks; }

}  // namespace corridor
