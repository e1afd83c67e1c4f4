// The General Modeling Network Specification (Zephyr Foundation): node.csv, link.csv, config.csv.

#include <algorithm>
#include <array>
#include <utility>

#include "base/exact.h"
#include "corridor/base/quantity.h"
#include "io/network_tables.h"
#include "io/table_reader.h"
#include "model/scalars.h"

namespace corridor {
namespace {

struct UnitWord {
  std::string_view word, unit;
};

constexpr auto kLengthWords = std::to_array<UnitWord>({{"km", "km"},
                                                       {"kilometer", "km"},
                                                       {"kilometers", "km"},
                                                       {"kilometre", "km"},
                                                       {"kilometres", "km"},
                                                       {"m", "m"},
                                                       {"meter", "m"},
                                                       {"meters", "m"},
                                                       {"metre", "m"},
                                                       {"metres", "m"},
                                                       {"nmi", "nmi"}});
constexpr auto kSpeedWords = std::to_array<UnitWord>(
    {{"km/h", "km/h"}, {"kph", "km/h"}, {"kmh", "km/h"}, {"kn", "kn"}, {"knots", "kn"}});
constexpr auto kDegreesWords =
    std::to_array<std::string_view>({"4326", "EPSG:4326", "epsg:4326", "WGS84", "WGS 84"});

/// The row of config.csv, as far as it matters here.
class ConfigReader {
 public:
  ConfigReader(Sources const& sources, std::uint32_t file, NetworkBuilder& builder)
      : scanner_(sources.text(file), file),
        text_(sources.text(file)),
        file_(file),
        builder_(builder) {}

  GmnsUnits read() {
    for (auto& finding : character_findings(text_, file_, kMaxDiagnostics)) {
      builder_.report(std::move(finding));
    }
    auto const header = scanner_.next();
    std::vector<CsvCell> const names(header.begin(), header.end());
    auto const row = scanner_.next();
    for (std::size_t i = 0; i < row.size(); ++i) read_cell(names[i].text, row[i]);
    for (auto& error : scanner_.take_errors()) builder_.report(std::move(error));
    return units_;
  }

 private:
  void read_cell(std::string_view name, CsvCell const& cell) {
    if (cell.text.empty()) return;
    if (name == "long_length") units_.length = unit_of(kLengthWords, cell);
    if (name == "speed") units_.speed = unit_of(kSpeedWords, cell);
    if (name != "crs") return;
    auto const known = std::find(kDegreesWords.begin(), kDegreesWords.end(), cell.text);
    if (known != kDegreesWords.end()) return;
    report(Code::bad_coordinates, cell, "no reference system " + quoted(cell.text),
           "places are degrees of WGS 84, EPSG:4326");
  }

  std::string unit_of(std::span<UnitWord const> words, CsvCell const& cell) {
    std::string list;
    for (auto const& each : words) {
      if (each.word == cell.text) return std::string(each.unit);
      list += (list.empty() ? "" : ", ") + std::string(each.word);
    }
    report(Code::unknown_unit, cell, "no unit " + quoted(cell.text), "one of " + list);
    return {};
  }

  void report(Code code, CsvCell const& cell, std::string message, std::string hint) {
    builder_.report(
        {.code = code, .span = cell.span, .message = std::move(message), .hint = std::move(hint)});
  }

  CsvScanner scanner_;
  std::string_view text_;
  std::uint32_t file_;
  NetworkBuilder& builder_;
  GmnsUnits units_;
};

/// Turns what GMNS says of a link into what the format says.
class LinkTranslation {
 public:
  LinkTranslation(TableReader<LinkRow>& reader, GmnsUnits const& units)
      : reader_(reader), units_(units) {}

  void translate(LinkRow& row, Span start) const {
    row.spec.both_ways = !is_directed(row, start);
    if (row.spec.element.length) round_to_metre(*row.spec.element.length);
    if (!row.spec.mode) set_mode(row);
    if (!row.spec.element.time && row.free_speed) set_time(row);
  }

 private:
  bool is_directed(LinkRow const& row, Span start) const {
    auto word = row.directed ? row.directed->text : std::string();
    std::transform(word.begin(), word.end(), word.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    bool const yes = word == "1" || word == "true";
    if (!yes && word != "0" && word != "false") {
      reader_.report(Code::wrong_type, row.directed ? row.directed->span : start,
                     "'directed' takes true or false, not " + quoted(word));
    }
    return yes;
  }

  void set_mode(LinkRow& row) const {
    if (!row.allowed_uses) {
      row.spec.mode = units_.mode;
      return;
    }
    auto const uses = list_of({row.allowed_uses->text, row.allowed_uses->span});
    if (uses.size() == 1) {
      row.spec.mode = uses.front();
      return;
    }
    reader_.report(Code::wrong_type, row.allowed_uses->span,
                   quoted(row.allowed_uses->text) + " are several uses, a link has one mode",
                   "name it in a column 'mode'");
  }

  /// Geographic programs state lengths finer than the metre that is kept. What is wrong with a
  /// length the builder tells.
  static void round_to_metre(Text& length) {
    constexpr std::size_t kKeptPlaces = 12;  // no half metre hides behind more decimals
    auto const point = length.text.find('.');
    if (point == std::string::npos) return;
    auto const end = std::min(length.text.find(' ', point), length.text.size());
    auto written = length;
    if (end - point - 1 > kKeptPlaces && !length.text.ends_with("nmi")) {
      auto const decimals = std::string_view(length.text).substr(point + 1, end - point - 1);
      if (decimals.find_first_not_of("0123456789") != std::string_view::npos) return;
      written.text.erase(point + 1 + kKeptPlaces, decimals.size() - kKeptPlaces);
    }
    auto const quantity = read_quantity(written, Dimension::length);
    auto const metres =
        quantity ? exact_parts(quantity->number, *quantity->unit, {}) : std::nullopt;
    if (!metres || metres->numerator < 0) return;
    auto const whole = round_half_up(*metres);
    if (whole > kMaxParts) return;
    length.text = format_parts(static_cast<std::int64_t>(whole), 1000) + " km";
  }

  /// The time that the length takes at the free speed, rounded once.
  void set_time(LinkRow& row) const {
    auto const& speed = *row.free_speed;
    auto const rate = read_rate(speed, Dimension::speed, {});
    if (!rate) return reader_.report_all(rate.error());
    if (!row.spec.element.length) return;
    auto const length = read_amount(*row.spec.element.length, Dimension::length, {});
    if (!length) return;  // the builder tells what is wrong with it
    auto const parts = multiply_rounded(*length, *rate);
    if (!parts) {
      return reader_.report(Code::out_of_range, speed.span,
                            "time at this speed is beyond the amounts that are kept");
    }
    auto time = Text(format_parts(*parts, Duration::kPartsPerUnit) + " h");
    time.span = speed.span;
    row.spec.element.time = std::move(time);
  }

  TableReader<LinkRow>& reader_;
  GmnsUnits const& units_;
};

HeaderRules rules_of(GmnsUnits const& units) {
  HeaderRules rules;
  rules.ignored = gmns_ignored_columns();
  rules.others_allowed = true;
  if (!units.length.empty()) rules.units.emplace_back("length", units.length);
  if (!units.speed.empty()) rules.units.emplace_back("free_speed", units.speed);
  if (!units.capacity.empty()) rules.units.emplace_back("capacity", units.capacity);
  return rules;
}

template <class Row>
void hand_over(TableReader<Row>& reader, NetworkBuilder& builder) {
  for (auto const& [column, unit] : reader.column_units()) {
    // A time that a speed gave points at the speed.
    bool const gives_time = column == "free_speed" && !reader.has("time");
    builder.read_in({reader.place(), std::string(gives_time ? "time" : column), std::string(unit)});
  }
  for (auto& finding : reader.take_findings()) builder.report(std::move(finding));
}

}  // namespace

GmnsUnits read_gmns_config(Sources const& sources, std::uint32_t file, NetworkBuilder& builder) {
  return ConfigReader(sources, file, builder).read();
}

std::size_t read_gmns_nodes(Sources const& sources, std::uint32_t file, NetworkBuilder& builder,
                            CompleteNode const& complete) {
  TableReader<NodeSpec> reader(sources, file, gmns_node_columns(), rules_of({}));
  auto const rows = reader.read([&](NodeSpec& node, Span start) {
    if (node.id.text.empty()) return reader.report(Code::bad_id, start, "this node has no id");
    complete(node);
    builder.add(node);
  });
  hand_over(reader, builder);
  return rows;
}

std::size_t read_gmns_links(Sources const& sources, std::uint32_t file, NetworkBuilder& builder,
                            GmnsUnits const& units) {
  TableReader<LinkRow> reader(sources, file, gmns_link_columns(), rules_of(units));
  LinkTranslation const translation(reader, units);
  auto const rows = reader.read([&](LinkRow& link, Span start) {
    if (link.spec.id.text.empty()) {
      return reader.report(Code::bad_id, start, "this link has no id");
    }
    translation.translate(link, start);
    builder.add(link.spec);
  });
  hand_over(reader, builder);
  return rows;
}

}  // namespace corridor
