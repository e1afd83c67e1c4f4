#include "corridor/report/sweep_rows.h"

#include <array>
#include <charconv>
#include <utility>

#include "corridor/base/decimal.h"
#include "report/csv_rows.h"
#include "report/figures.h"
#include "report/json_value.h"

namespace corridor {
namespace {

using report::exact;
using report::json_quoted;

constexpr std::string_view kThroughputKey = "\"throughput_teu_per_year\":";
constexpr std::string_view kBottleneckKey = "\"bottleneck\":[";
constexpr auto kFigures = std::to_array<char const*>(
    {"time_h", "cost_usd_per_teu", "length_km", "emissions_kg_per_teu", "generalised_usd_per_teu"});

std::string_view name_of(SweepOrder order) {
  switch (order) {
    case SweepOrder::grid:
      return "grid";
    case SweepOrder::sample:
      return "sample";
    case SweepOrder::table:
      break;
  }
  return "table";
}

std::string hex(std::uint64_t number) {
  constexpr int kDigits = 16;
  std::string text(kDigits, '0');
  for (int i = kDigits; i-- > 0; number >>= 4) {
    text[static_cast<std::size_t>(i)] = "0123456789abcdef"[number & 15U];
  }
  return text;
}

template <class Items, class Name>
std::string json_list(Items const& items, Name const& name) {
  std::string out = "[";
  for (auto const& item : items) {
    if (out.size() > 1) out += ',';
    out += name(item);
  }
  return out + "]";
}

/// Numbers where numbers are meant; a column of factors that are no short decimals is text.
std::string json_value(Variation const& variation, SweepValue const& value) {
  if (value.kind == SweepValue::Kind::keep) return "null";
  auto text = text_of(variation, value);
  bool const number = value.kind == SweepValue::Kind::set ||
                      (value.kind == SweepValue::Kind::multiply && variation.decimal);
  return number ? text : json_quoted(text);
}

void add_number(std::string& out, std::int64_t number) {
  std::array<char, 24> digits{};
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

/// A whole number that a text starts with, taken off it.
std::optional<std::int64_t> take_number(std::string_view& text) {
  std::int64_t number = 0;
  auto const read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
  return number;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

SweepLines::SweepLines(Sweep const& sweep, Format format, std::string from, std::string to)
    : sweep_(sweep), format_(format), from_(std::move(from)), to_(std::move(to)) {
  auto const& graph = sweep.graph();
  for (ArcId const arc : graph.columns().tail.ids()) {
    ids_.push_back(graph.element(arc) ? report::name_arc(sweep.network(), graph, arc).id : "");
  }
  for (auto const& variation : sweep.plan().variations) {
    keys_.push_back(format == Format::csv ? report::text_cell(variation.path)
                                          : json_quoted(variation.path) + ":");
  }
}

std::string SweepLines::header() const {
  return format_ == Format::csv ? csv_header() : json_header();
}

std::string SweepLines::lines(std::span<SweepRow const> rows) const {
  std::string out;
  // Neighbours mostly share their route.
  SweepRoute const* known = nullptr;
  std::string links;
  for (auto const& row : rows) {
    if (row.route.get() != known) {
      known = row.route.get();
      links = links_of(*known);
    }
    format_ == Format::csv ? add_csv(out, row, links) : add_json(out, row, links);
  }
  return out;
}

std::string SweepLines::bottleneck_ids(SweepRow const& row) const {
  std::string ids;
  for (ArcId const arc : *row.bottleneck) {
    if (!ids.empty()) ids += ' ';
    ids += ids_[arc.index()];
  }
  return ids;
}

std::string SweepLines::links_of(SweepRoute const& route) const {
  bool const json = format_ != Format::csv;
  std::string links;
  for (ArcId const arc : route.arcs) {
    if (sweep_.graph().kind(arc) != ArcKind::link) continue;
    if (!links.empty()) links += json ? ',' : ' ';
    links += json ? json_quoted(ids_[arc.index()]) : ids_[arc.index()];
  }
  return links;
}

void SweepLines::add_totals(std::string& out, Totals const& totals,
                            std::span<char const* const> keys) const {
  std::array const figures{exact(totals.time), exact(totals.cost), exact(totals.length),
                           exact(totals.emissions),
                           exact(generalised_rounded(totals, sweep_.value_of_time()))};
  for (std::size_t i = 0; i < figures.size(); ++i) {
    out += ',';
    if (!keys.empty()) out.append("\"").append(keys[i]).append("\":");
    out += figures[i];
  }
}

// ---- JSON ---------------------------------------------------------------------------------------

std::string SweepLines::json_header() const {
  auto const& network = sweep_.network();
  auto const& question = sweep_.question();
  auto const& plan = sweep_.plan();
  auto const text = [](std::string const& value) { return json_quoted(value); };
  std::string out = "{\"sweep\":{\"format\":1,\"network\":" + text(network.title);
  out += ",\"scenarios\":" +
         json_list(network.scenarios, [&](auto const& scenario) { return text(scenario.id); });
  out += ",\"from\":" + text(from_) + ",\"to\":" + text(to_);
  out += ",\"year\":" + std::to_string(question.year_of(network));
  out += ",\"corridor\":" +
         (question.corridor ? text(network.corridors[*question.corridor].id) : "null");
  out += ",\"avoid_nodes\":" +
         json_list(question.avoid_nodes, [&](NodeId node) { return text(network.nodes[node].id); });
  out += ",\"avoid_links\":" +
         json_list(question.avoid_links, [&](LinkId link) { return text(network.links[link].id); });
  out += ",\"by\":" + json_quoted(sweep_.objective().name);
  out += ",\"value_of_time_usd_per_teu_day\":" +
         format_parts(sweep_.value_of_time().parts(), ValueOfTime::kPartsPerUnit);
  out += ",\"order\":" + json_quoted(name_of(plan.order));
  out += ",\"count\":" + std::to_string(plan.count);
  out += ",\"seed\":" +
         (plan.order == SweepOrder::sample ? std::to_string(plan.seed) : std::string("null"));
  out += ",\"vary\":" + json_list(plan.variations, [&](Variation const& variation) {
           auto const unit = std::string(unit_of(variation));
           return "{\"path\":" + text(variation.path) +
                  ",\"values\":" + (variation.written.empty() ? "null" : text(variation.written)) +
                  ",\"unit\":" + (unit.empty() ? "null" : text(unit)) + "}";
         });
  return out + ",\"fingerprint\":\"" + hex(sweep_.fingerprint()) + "\"}}\n";
}

void SweepLines::add_json(std::string& out, SweepRow const& row, std::string const& links) const {
  out += "{\"scenario\":";
  add_number(out, static_cast<std::int64_t>(row.scenario));
  out += ",\"values\":{";
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (i > 0) out += ',';
    out += keys_[i];
    out += json_value(sweep_.plan().variations[i], row.values[i]);
  }
  out.append("},").append(kThroughputKey);
  if (row.bounded) {
    add_number(out, row.throughput.parts());
  } else {
    out += "null";
  }
  out.append(",\"bounded\":").append(row.bounded ? "true," : "false,").append(kBottleneckKey);
  for (std::size_t i = 0; i < row.bottleneck->size(); ++i) {
    if (i > 0) out += ',';
    out.append("\"").append(ids_[(*row.bottleneck)[i].index()]).append("\"");  // ids need no escape
  }
  if (row.route->arcs.empty()) {
    out.append("],\"route\":null,\"reason\":").append(json_quoted(row.route->reason)).append("}\n");
    return;
  }
  out.append("],\"route\":{\"links\":[").append(links).append("]");
  add_totals(out, row.totals, kFigures);
  out += "},\"reason\":null}\n";
}

std::optional<SweepLines::Line> SweepLines::read_json(std::string_view line) const {
  Line found;
  if (!line.ends_with('}') || !take(line, "{\"scenario\":")) return std::nullopt;
  auto const scenario = take_number(line);
  // Quotes inside texts are escaped, so nothing but a key looks like this.
  auto const throughput = line.find(kThroughputKey);
  if (!scenario || throughput == std::string_view::npos) return std::nullopt;
  found.scenario = static_cast<std::uint64_t>(*scenario);
  line.remove_prefix(throughput + kThroughputKey.size());
  if (!take(line, "null")) {
    auto const amount = take_number(line);
    if (!amount) return std::nullopt;
    found.throughput = Capacity::of_parts(*amount);
  }
  auto const bottleneck = line.find(kBottleneckKey);
  auto const end = line.find(']', bottleneck);
  if (bottleneck == std::string_view::npos || end == std::string_view::npos) return std::nullopt;
  auto const start = bottleneck + kBottleneckKey.size();
  for (char const c : line.substr(start, end - start)) {
    if (c != '"') found.bottleneck_ids += c == ',' ? ' ' : c;
  }
  return found;
}

// ---- CSV ----------------------------------------------------------------------------------------

std::string SweepLines::csv_header() const {
  std::string out = "scenario";
  for (auto const& key : keys_) out += "," + key;
  out += ",throughput_teu_per_year,bottleneck,links";
  for (auto const* figure : kFigures) out.append(",").append(figure);
  return out + ",reason\n";
}

void SweepLines::add_csv(std::string& out, SweepRow const& row, std::string const& links) const {
  add_number(out, static_cast<std::int64_t>(row.scenario));
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    out += ',';
    out += text_of(sweep_.plan().variations[i], row.values[i]);
  }
  out += ',';
  if (row.bounded) add_number(out, row.throughput.parts());
  out.append(",").append(bottleneck_ids(row)).append(",").append(links);
  if (row.route->arcs.empty()) {
    out.append(kFigures.size(), ',');
    out.append(",").append(report::text_cell(row.route->reason)).append("\n");
    return;
  }
  add_totals(out, row.totals, {});
  out += ",\n";
}

std::optional<SweepLines::Line> SweepLines::read_csv(std::string_view line) const {
  Line found;
  auto const scenario = take_number(line);
  if (!scenario) return std::nullopt;
  found.scenario = static_cast<std::uint64_t>(*scenario);
  for (std::size_t i = 0; i <= keys_.size(); ++i) {
    auto const comma = line.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    line.remove_prefix(comma + 1);
  }
  if (!take(line, ",")) {
    auto const amount = take_number(line);
    if (!amount || !take(line, ",")) return std::nullopt;
    found.throughput = Capacity::of_parts(*amount);
  }
  auto const end = line.find(',');
  if (end == std::string_view::npos) return std::nullopt;
  found.bottleneck_ids = line.substr(0, end);
  return found;
}

std::optional<SweepLines::Line> SweepLines::read(std::string_view line) const {
  return format_ == Format::csv ? read_csv(line) : read_json(line);
}

}  // namespace corridor
