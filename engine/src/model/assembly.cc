#include "model/assembly.h"

#include <algorithm>
#include <utility>

#include "base/exact.h"
#include "base/text_row.h"
#include "model/scalars.h"

namespace corridor {
namespace {

constexpr auto kAssumptionKeys =
    std::to_array<std::string_view>({"teu_per_train", "tonnes_per_teu", "operating_days"});

constexpr auto kModeKinds =
    std::to_array<std::string_view>({"rail", "road", "sea", "ferry", "river", "lake", "barge",
                                     "inland_waterway", "air", "pipeline"});

template <class Key, class Row>
std::vector<std::uint32_t> rows_by_id(Table<Key, Row> const& rows) {
  std::vector<TextRow> ids;
  ids.reserve(rows.size());
  for (auto const key : rows.ids()) ids.emplace_back(rows[key].id, key.index());
  std::sort(ids.begin(), ids.end());
  std::vector<std::uint32_t> order;
  order.reserve(ids.size());
  for (auto const& id : ids) order.push_back(id.row());
  return order;
}

std::string joined(std::span<std::string_view const> words) {
  std::string list;
  for (auto const word : words) {
    if (!list.empty()) list += ", ";
    list += word;
  }
  return list;
}

}  // namespace

Assembly::Assembly(Network base)
    : network_(std::move(base)),
      findings_(network_.texts),
      sources_(network_.sources),
      modes_(network_.modes),
      nodes_(network_.nodes),
      links_(network_.links),
      regions_(network_.regions),
      corridors_(network_.corridors),
      broken_rates_(network_.modes.size()),
      added_{{}, network_.nodes.size()} {}

void Assembly::expect(std::size_t nodes, std::size_t links) {
  // In a table with rows, room for a few more would only take it out of its steps of growth.
  if (network_.nodes.empty()) network_.nodes.reserve(nodes);
  if (network_.links.empty()) network_.links.reserve(links);
}

void Assembly::report(Owner const& owner, Diagnostic diagnostic) {
  if (findings_.full()) return;
  if (diagnostic.code == Code::missing_assumption) {
    // One assumption that is missing would be reported at each of a thousand links.
    for (std::size_t i = 0; i < kAssumptionKeys.size(); ++i) {
      if (!diagnostic.message.ends_with(quoted(kAssumptionKeys[i]))) continue;
      if (std::exchange(assumption_broken_[i], true)) return;
    }
  }
  diagnostic.message.insert(0, owner.prefix());
  findings_.add(std::move(diagnostic));
}

void Assembly::refuse(Code code, Owner const& owner, Span span, std::string const& message) {
  if (findings_.full()) return;
  findings_.error(code, span, owner.prefix() + message);
}

std::string Assembly::word(OptionalText const& text, Owner const& owner, std::string_view key) {
  if (!text) return {};
  if (text->text.empty()) {
    refuse(Code::null_value, owner, text->span, quoted(key) + " is empty");
  }
  return text->text;
}

void Assembly::check_id(Text const& id, std::string_view kind) {
  if (is_id(id.text) || findings_.full()) return;
  findings_.error(Code::bad_id, id.span, std::string(kind) + " " + quoted(id.text) + " is no id",
                  "an id has small letters, digits, '_', '.' and '-', and begins with a letter or "
                  "a digit");
}

std::optional<Decimal> Assembly::assumption(OptionalText const& text, std::size_t number) {
  if (!text) return std::nullopt;
  auto value = read_positive(*text);
  if (value) return *value;
  assumption_broken_[number] = true;
  report({"assumption", kAssumptionKeys[number]}, value.error().front());
  return std::nullopt;
}

void Assembly::assume(AssumptionsSpec const& spec) {
  auto& assumptions = network_.assumptions;
  assumptions.teu_per_train = assumption(spec.teu_per_train, 0);
  assumptions.tonnes_per_teu = assumption(spec.tonnes_per_teu, 1);
  assumptions.operating_days = assumption(spec.operating_days, 2);
  constexpr std::int64_t kLongestYear = 366;
  if (!assumptions.operating_days) return;
  auto const days = *exact(*assumptions.operating_days);
  if (days.numerator > kLongestYear * days.denominator) {
    refuse(Code::out_of_range, {"assumption", kAssumptionKeys[2]}, spec.operating_days->span,
           quoted(spec.operating_days->text) + " is more days than a year has");
  }
}

void Assembly::add_source(SourceSpec const& spec) {
  auto const owner = Owner{"source", spec.id.text};
  if (!is_source_key(spec.id.text)) {
    findings_.error(Code::bad_id, spec.id.span, "source " + quoted(spec.id.text) + " is no key",
                    "a key has letters, digits, '_', '.' and '-', and begins with a letter or a "
                    "digit");
  } else if (auto const first = sources_.find(network_.sources, spec.id.text)) {
    refuse(Code::duplicate_id, owner, spec.id.span,
           "appears twice" + findings_.first_at(network_.sources[*first].span, spec.id.span));
  }
  Source source;
  source.id = spec.id.text;
  source.title = word(spec.title, owner, "title");
  source.publisher = word(spec.publisher, owner, "publisher");
  source.date = word(spec.date, owner, "date");
  source.address = word(spec.address, owner, "address");
  source.note = word(spec.note, owner, "note");
  source.span = spec.id.span;
  auto const id = network_.sources.push_back(std::move(source));
  sources_.add(network_.sources, id);
}

std::optional<Fraction> Assembly::mode_rate(OptionalText const& text, Field field, FieldSet& broken,
                                            Owner const& owner) {
  if (!text) return std::nullopt;
  auto const dimension = field == Field::time   ? Dimension::speed
                         : field == Field::cost ? Dimension::cost_rate
                                                : Dimension::emission_rate;
  auto rate = read_rate(*text, dimension, network_.assumptions);
  if (rate) return *rate;
  broken = static_cast<FieldSet>(broken | (1U << static_cast<unsigned>(field)));
  report(owner, rate.error().front());
  return std::nullopt;
}

void Assembly::add_mode(ModeSpec const& spec) {
  auto const owner = Owner{"mode", spec.id.text};
  check_id(spec.id, "mode");
  if (auto const first = modes_.find(network_.modes, spec.id.text)) {
    refuse(Code::duplicate_id, owner, spec.id.span,
           "appears twice" + findings_.first_at(network_.modes[*first].span, spec.id.span));
  }
  Mode mode;
  mode.id = spec.id.text;
  mode.name = word(spec.name, owner, "name");
  mode.kind = word(spec.kind, owner, "kind");
  mode.note = word(spec.note, owner, "note");
  mode.span = spec.id.span;
  mode.sources = sources_of(spec.sources, owner);
  if (spec.gauge) {
    if (auto gauge = read_gauge(*spec.gauge)) {
      mode.gauge_mm = *gauge;
    } else {
      report(owner, gauge.error().front());
    }
  }
  FieldSet broken = 0;
  mode.time_per_metre = mode_rate(spec.speed, Field::time, broken, owner);
  mode.cost_per_metre = mode_rate(spec.cost, Field::cost, broken, owner);
  mode.emissions_per_metre = mode_rate(spec.emissions, Field::emissions, broken, owner);
  if (spec.speed) mode.speed_written = spec.speed->span;
  if (spec.cost) mode.cost_written = spec.cost->span;
  if (spec.emissions) mode.emissions_written = spec.emissions->span;
  bool const known_kind =
      std::find(kModeKinds.begin(), kModeKinds.end(), mode.kind) != kModeKinds.end();
  if (!mode.kind.empty() && !known_kind) {
    auto hint = did_you_mean(mode.kind, kModeKinds);
    if (hint.empty()) hint = "known kinds are " + joined(kModeKinds);
    findings_.warning(Code::unknown_kind, spec.kind->span,
                      owner.prefix() + "unusual kind " + quoted(mode.kind), std::move(hint));
  }
  broken_rates_.push_back(broken);
  auto const id = network_.modes.push_back(std::move(mode));
  modes_.add(network_.modes, id);
}

std::vector<SourceId> Assembly::sources_of(std::vector<Text> const& names, Owner const& owner) {
  std::vector<SourceId> result;
  result.reserve(names.size());
  for (auto const& name : names) {
    auto const source = sources_.find(network_.sources, name.text);
    if (!source) {
      report(owner, {.code = Code::unknown_source,
                     .span = name.span,
                     .message = "no source " + quoted(name.text),
                     .hint = findings_.suggestion(network_.sources, name.text)});
    } else if (std::find(result.begin(), result.end(), *source) != result.end()) {
      refuse(Code::duplicate_id, owner, name.span, "source " + quoted(name.text) + " twice");
    } else {
      result.push_back(*source);
    }
  }
  return result;
}

std::optional<NodeId> Assembly::node_of(OptionalText const& name, Owner const& owner, Span span) {
  if (!name) {
    refuse(Code::missing_key, owner, span, "an end is missing: 'between' or 'from' and 'to'");
    return std::nullopt;
  }
  auto const node = nodes_.find(network_.nodes, name->text);
  if (!node) {
    report(owner, {.code = Code::unknown_node,
                   .span = name->span,
                   .message = "no node " + quoted(name->text),
                   .hint = findings_.suggestion(network_.nodes, name->text)});
  }
  return node;
}

std::optional<ModeId> Assembly::mode_of(OptionalText const& name, Owner const& owner, Span span) {
  if (!name) {
    refuse(Code::missing_key, owner, span, "a mode is missing");
    return std::nullopt;
  }
  auto const mode = modes_.find(network_.modes, name->text);
  if (!mode) {
    report(owner, {.code = Code::unknown_mode,
                   .span = name->span,
                   .message = "no mode " + quoted(name->text),
                   .hint = findings_.suggestion(network_.modes, name->text)});
  }
  return mode;
}

CorridorId Assembly::corridor_of(Text const& tag) {
  if (auto const known = corridors_.find(network_.corridors, tag.text)) return *known;
  check_id(tag, "corridor");
  auto const id = network_.corridors.push_back({tag.text, tag.span});
  corridors_.add(network_.corridors, id);
  return id;
}

void Assembly::add_region(RegionSpec const& spec) {
  auto const owner = Owner{"region", spec.id.text};
  check_id(spec.id, "region");
  if (auto const first = regions_.find(network_.regions, spec.id.text)) {
    refuse(Code::duplicate_id, owner, spec.id.span,
           "appears twice" + findings_.first_at(network_.regions[*first].span, spec.id.span));
  }
  if (auto const node = nodes_.find(network_.nodes, spec.id.text)) {
    refuse(Code::node_region_clash, owner, spec.id.span,
           "a node has this id" + findings_.first_at(network_.nodes[*node].span, spec.id.span));
  }
  Region region;
  region.id = spec.id.text;
  region.span = spec.id.span;
  std::vector<bool> seen(network_.nodes.size());
  for (auto const& name : spec.nodes) {
    auto const node = node_of(name, owner, name.span);
    if (!node) continue;
    if (seen[node->index()]) {
      refuse(Code::duplicate_id, owner, name.span, "node " + quoted(name.text) + " twice");
      continue;
    }
    seen[node->index()] = true;
    region.nodes.push_back(*node);
  }
  if (spec.nodes.empty()) refuse(Code::no_nodes, owner, spec.id.span, "has no nodes");
  auto const id = network_.regions.push_back(std::move(region));
  regions_.add(network_.regions, id);
}

void sort_by_id(Network& network) {
  network.nodes_by_id = rows_by_id(network.nodes);
  network.links_by_id = rows_by_id(network.links);
}

}  // namespace corridor
