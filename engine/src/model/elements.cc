// The figures that links, transfers and passages have in common.

#include <utility>

#include "corridor/model/builder.h"
#include "model/assembly.h"
#include "model/figures.h"
#include "model/scalars.h"

namespace corridor {
namespace {

OptionalText const& text_of(ElementSpec const& spec, Field field) {
  switch (field) {
    case Field::length:
      return spec.length;
    case Field::time:
      return spec.time;
    case Field::cost:
      return spec.cost;
    case Field::emissions:
      return spec.emissions;
    case Field::departures:
      return spec.departures;
    case Field::capacity:
      break;
  }
  return spec.capacity;
}

}  // namespace

std::optional<Fraction> rate_of(Mode const& mode, Field field) {
  switch (field) {
    case Field::time:
      return mode.time_per_metre;
    case Field::cost:
      return mode.cost_per_metre;
    case Field::emissions:
      return mode.emissions_per_metre;
    case Field::length:
    case Field::capacity:
    case Field::departures:
      break;
  }
  return std::nullopt;
}

Span rate_written(Mode const& mode, Field field) {
  switch (field) {
    case Field::time:
      return mode.speed_written;
    case Field::cost:
      return mode.cost_written;
    case Field::emissions:
      return mode.emissions_written;
    case Field::length:
    case Field::capacity:
    case Field::departures:
      break;
  }
  return {};
}

Element Assembly::make_element(ElementSpec const& spec, Span place, ElementKind kind,
                               Owner const& owner) {
  Element element;
  element.span = place;
  element.note = word(spec.note, owner, "note");
  element.sources = sources_of(spec.sources, owner);
  if (kind == ElementKind::link) {
    read_field(element, spec, Field::length, owner);
    if (!spec.length) refuse(Code::missing_value, owner, element.span, "'length' is missing");
  } else if (spec.length) {
    refuse(Code::unknown_key, owner, spec.length->span, "only links have a length");
  }
  if (kind == ElementKind::passage && spec.departures) {
    refuse(Code::unknown_key, owner, spec.departures->span, "a passage has no departures");
  }
  for (auto const field : {Field::time, Field::cost, Field::emissions, Field::departures}) {
    read_field(element, spec, field, owner);
  }
  read_capacity(element, spec, owner);
  read_estimates(element, spec, owner);
  read_expansion(element, spec, owner);
  return element;
}

void Assembly::read_field(Element& element, ElementSpec const& spec, Field field,
                          Owner const& owner) {
  auto const& text = text_of(spec, field);
  if (!text) return;
  auto figure = read_figure(*text, field, network_.assumptions, element.share);
  if (figure.error) return report(owner, std::move(*figure.error));
  set_figure(element.figures, field, figure.amount);
  element.origin[index_of(field)] = Origin::written;
  element.written[index_of(field)] = text->span;
}

void Assembly::read_capacity(Element& element, ElementSpec const& spec, Owner const& owner) {
  if (spec.share) {
    auto share = read_share(*spec.share);
    if (share.error) {
      report(owner, std::move(*share.error));
    } else if (spec.capacity && spec.capacity->text == kUnlimited) {
      refuse(Code::bad_share, owner, spec.share->span, "an unlimited capacity has no share");
    }
    element.share = share.share;
    element.share_written = spec.share->span;
  }
  read_field(element, spec, Field::capacity, owner);
  if (!spec.capacity && !findings_.full()) {
    findings_.error(Code::missing_capacity, element.span, owner.prefix() + "'capacity' is missing",
                    "write 'capacity: unlimited' where nothing limits it");
  }
}

void Assembly::read_estimates(Element& element, ElementSpec const& spec, Owner const& owner) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"length", "time", "cost", "emissions", "capacity", "departures", "share", "at"});
  for (auto const& name : spec.estimates) {
    auto const field = name.text == "share" ? Field::capacity : find_field(name.text);
    if (field) {
      element.estimates = static_cast<std::uint8_t>(element.estimates | (1U << index_of(*field)));
    } else if (name.text != "at") {
      report(owner, {.code = Code::unknown_field,
                     .span = name.span,
                     .message = "no figure " + quoted(name.text) + " to estimate",
                     .hint = did_you_mean(name.text, kNames)});
    }
  }
}

void Assembly::read_expansion(Element& element, ElementSpec const& spec, Owner const& owner) {
  if (!spec.expansion) return;
  auto const& written = *spec.expansion;
  Expansion expansion;
  expansion.span = written.span;
  expansion.note = word(written.note, owner, "note");
  expansion.sources = sources_of(written.sources, owner);
  if (spec.capacity && spec.capacity->text == kUnlimited) {
    refuse(Code::needless_expansion, owner, written.span, "an unlimited capacity has no expansion");
  }
  for (auto const& [text, key] : {std::pair(&written.cost, "cost"), {&written.up_to, "up_to"}}) {
    if (!*text) {
      refuse(Code::missing_value, owner, written.span, quoted(key) + " is missing in 'expansion'");
    }
  }
  if (written.cost) {
    auto const cost = read_amount(*written.cost, Dimension::expansion_cost, network_.assumptions);
    if (!cost) report(owner, cost.error().front());
    if (cost) expansion.cost = ExpansionCost::of_parts(*cost);
    expansion.cost_written = written.cost->span;
  }
  if (written.up_to) {
    auto most = read_figure(*written.up_to, Field::capacity, network_.assumptions);
    if (most.error) report(owner, std::move(*most.error));
    expansion.up_to = most.amount;
    expansion.up_to_written = written.up_to->span;
  }
  for (auto const& name : written.estimates) {
    expansion.cost_estimated = expansion.cost_estimated || name.text == "cost";
    expansion.up_to_estimated = expansion.up_to_estimated || name.text == "up_to";
    if (name.text == "cost" || name.text == "up_to") continue;
    report(owner, {.code = Code::unknown_field,
                   .span = name.span,
                   .message = "no figure " + quoted(name.text) + " to estimate",
                   .hint = "of an expansion these are 'cost' and 'up_to'"});
  }
  element.expansion = network_.expansions.push_back(std::move(expansion));
}

void Assembly::derive_from_rates(Element& element, ElementSpec const& spec, ModeId mode,
                                 Owner const& owner) {
  // Without a length there is nothing to multiply, and its absence is reported already.
  bool const has_length = element.origin[index_of(Field::length)] == Origin::written;
  for (auto const field : {Field::time, Field::cost, Field::emissions}) {
    if (text_of(spec, field)) continue;
    auto const rate = rate_of(network_.modes[mode], field);
    bool const broken = ((unsigned{broken_rates_[mode.index()]} >> index_of(field)) & 1U) != 0;
    if (!rate && !broken) {
      refuse(Code::missing_value, owner, element.span,
             quoted(name_of(field)) + " is missing and mode " + quoted(network_.modes[mode].id) +
                 " has no " + (field == Field::time ? "speed" : std::string(name_of(field))) +
                 " to derive it from");
    }
    if (!rate || !has_length) continue;
    auto const parts = multiply_rounded(element.figures.length.parts(), *rate);
    if (!parts) {
      refuse(Code::out_of_range, owner, spec.length->span,
             std::string(name_of(field)) + " from this length is beyond the amounts that are kept");
      continue;
    }
    set_figure(element.figures, field, Capacity::of_parts(*parts));
    element.origin[index_of(field)] = Origin::rate;
    element.written[index_of(field)] = rate_written(network_.modes[mode], field);
  }
}

}  // namespace corridor
