#include <array>

#include "io/setters.h"

namespace corridor {
namespace {

void read_curve(Reader& reader, KeyInfo const&, Item const& item, Study& study) {
  CurveSpec curve;
  curve.min = Text("1", item.key.span());
  curve.max = Text("5", item.key.span());
  if (reader.read_map(item.value, item.key.span(), curve_keys(), curve)) {
    study.curve = std::move(curve);
  }
}

constexpr std::array kStudy = std::to_array<Row<Study>>({
    {{"format", Form::format, "The number of this format.", Need::required}, kCheckFormat},
    {{"study", Form::id, "Id of the study.", Need::required}, kSetName<&Study::id>},
    {{"title", Form::text, "For people."}, kSetString<&Study::title>},
    {{"note", Form::text, "For people."}, kSetString<&Study::note>},
    {{"network", Form::reference, "Name or path of the network; without it middle-corridor."},
     kSetText<&Study::network>},
    {{"from", Form::references, "Origin: nodes and regions.", Need::required},
     kSetTexts<&Study::from>},
    {{"to", Form::references, "Destination: nodes and regions.", Need::required},
     kSetTexts<&Study::to>},
    {{"scenarios", Form::references, "What is compared; 'base' is the network as it is.",
      Need::required},
     kSetTexts<&Study::scenarios>},
    {{"corridors", Form::references, "Tags; without it every corridor of the network."},
     kSetTexts<&Study::corridors>},
    {{"objectives", Form::references, "Without it time, cost and emissions."},
     kSetTexts<&Study::objectives>},
    {{"year", Form::year, "Wins over the years of scenarios."}, kSetYear<&Study::year>},
    {{"curve",
      Form::entry,
      "Throughput as a function of one capacity multiplier.",
      Need::optional,
      {},
      Entry::curve},
     read_curve},
});

constexpr std::array kCurve = std::to_array<Row<CurveSpec>>({
    {{"links", Form::references, "The links whose capacities are multiplied.", Need::required},
     kSetTexts<&CurveSpec::links>},
    {{"min", Form::factor, "Smallest multiplier; without it 1."}, kSetName<&CurveSpec::min>},
    {{"max", Form::factor, "Largest multiplier; without it 5."}, kSetName<&CurveSpec::max>},
});

}  // namespace

Rows<Study> study_keys() { return kStudy; }
Rows<CurveSpec> curve_keys() { return kCurve; }

}  // namespace corridor
