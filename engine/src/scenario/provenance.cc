#include "corridor/scenario/provenance.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corridor/base/decimal.h"
#include "corridor/base/nearest.h"
#include "corridor/model/scenario.h"
#include "model/figures.h"
#include "model/findings.h"
#include "scenario/element_name.h"

namespace corridor {
namespace {

constexpr std::string_view kStatus = "status";
constexpr std::string_view kExpansion = "expansion";
constexpr std::string_view kLength = "length";

void add_sources(std::vector<SourceId>& sources, std::vector<SourceId> const& more) {
  for (auto const source : more) {
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) {
      sources.push_back(source);
    }
  }
}

/// "written 12 train_pairs/day", or only its beginning where the text is not known.
std::string described(std::string_view what, std::string const& text) {
  auto result = std::string(what);
  if (!text.empty()) result += " " + text;
  return result;
}

/// A figure as the network's file has it, before any scenario.
struct Base {
  Origin origin;
  Span written, share;
  std::string value;  ///< as kept
};

std::vector<Provenance::Service> services_around(Departures now) {
  std::vector<Provenance::Service> services;
  if (now == Departures()) return services;
  auto const one = Departures::of_parts(Departures::kPartsPerUnit);
  auto const half = Departures::of_parts((now.parts() + 1) / 2);
  for (auto const departures : {half, now, now + one, now + now}) {
    Figures figures;
    figures.departures = departures;
    services.push_back({departures, wait_of(figures)});
  }
  return services;
}

/// Explains the figures of one element.
class Explainer {
 public:
  Explainer(Network const& network, ElementRef ref)
      : network_(network), ref_(ref), element_(element(network, ref)) {}

  Provenance figure(Field field) const;
  Provenance status() const;
  /// What more of the element costs; it has an expansion.
  Provenance expansion() const;

 private:
  using Settings = std::vector<Provenance::Setting>;

  Provenance begin(std::string_view field) const;
  void add_edits(Provenance& result, std::vector<Edit const*> const& edits) const;
  std::vector<Edit const*> edits_of(std::optional<Field> field) const;
  std::vector<Edit const*> edits_of_state() const;
  void add_states(Provenance& result, std::string own) const;
  Base base_of(Field field) const;
  Settings base_settings(Field field, Base const& base) const;
  Settings rate_settings(Base const& base) const;
  std::string text(Span span, std::string_view column) const {
    return written_text(network_, span, column);
  }
  Mode const& mode() const { return network_.modes[network_.links[LinkId(ref_.index)].mode]; }

  Network const& network_;
  ElementRef ref_;
  Element const& element_;
};

Provenance Explainer::begin(std::string_view field) const {
  Provenance result;
  result.id = id_of(network_, ref_);
  result.title = title_of(network_, ref_);
  result.field = field;
  result.sources = element_.sources;
  result.note = element_.note;
  return result;
}

std::vector<Edit const*> Explainer::edits_of(std::optional<Field> field) const {
  std::vector<Edit const*> result;
  for (auto const& edit : network_.edits) {
    if (!edit.node && edit.element == ref_ && edit.field == field) result.push_back(&edit);
  }
  return result;
}

void Explainer::add_edits(Provenance& result, std::vector<Edit const*> const& edits) const {
  for (auto const* edit : edits) {
    result.set_by.push_back(
        {.span = edit->span,
         .what = edit->operation + " (" + network_.scenarios[edit->scenario].id + ")",
         .after = edit->after,
         .sources = edit->sources});
    add_sources(result.sources, edit->sources);
  }
}

Base Explainer::base_of(Field field) const {
  auto const edits = edits_of(field);
  if (!edits.empty()) {
    auto const& first = *edits.front();
    return {first.origin_before, first.written_before, first.share_before, first.before};
  }
  auto const at = index_of(field);
  return {element_.origin[at], element_.written[at], element_.share_written,
          kept_text(element_.figures, field)};
}

Explainer::Settings Explainer::rate_settings(Base const& base) const {
  auto const& rate = mode();
  auto const length = base_of(Field::length);
  return {{.span = base.written,
           .what = described("rate", text(base.written, {})) + " of mode " + rate.id,
           .after = base.value,
           .sources = rate.sources},
          {.span = length.written,
           .what = described("length", text(length.written, kLength)),
           .after = base.value,
           .sources = element_.sources}};
}

Explainer::Settings Explainer::base_settings(Field field, Base const& base) const {
  if (base.origin == Origin::rate) return rate_settings(base);
  if (base.origin == Origin::unset) {
    auto const* const means =
        field == Field::departures ? "not written, so nothing is waited for" : "not written, so 0";
    return {{.span = element_.span, .what = means, .after = base.value}};
  }
  auto const share = field == Field::capacity ? text(base.share, "share") : std::string();
  auto what = described("written", text(base.written, name_of(field)));
  if (!share.empty()) what += ", share " + share;
  Settings settings{{.span = base.written,
                     .what = std::move(what),
                     .after = base.value,
                     .sources = element_.sources}};
  if (!share.empty() && base.share.line != base.written.line) {
    settings.push_back({.span = base.share,
                        .what = "share " + share,
                        .after = base.value,
                        .sources = element_.sources});
  }
  return settings;
}

Provenance Explainer::figure(Field field) const {
  auto result = begin(name_of(field));
  auto const at = index_of(field);
  auto const kept = kept_text(element_.figures, field);
  result.value = kept;
  if (kept != kNoTimetable) {
    result.value = kept.substr(0, kept.find(' '));
    result.unit = kept_unit(dimension_of(field));
  }
  if (field == Field::departures) result.services = services_around(element_.figures.departures);
  result.written = text(element_.written[at], name_of(field));
  if (element_.origin[at] == Origin::rate && !result.written.empty()) {
    result.written =
        text(element_.written[index_of(Field::length)], kLength) + " at " + result.written;
  }
  auto const base = base_of(field);
  if (base.origin == Origin::rate) add_sources(result.sources, mode().sources);
  result.set_by = base_settings(field, base);
  auto const edits = edits_of(field);
  add_edits(result, edits);
  // A figure that a scenario replaces is the scenario's; one that it scales is still an estimate.
  bool const replaced = std::any_of(edits.begin(), edits.end(), [](Edit const* edit) {
    return edit->operation.starts_with(name_of(ChangeKind::set));
  });
  result.estimate = element_.is_estimate(field) && !replaced;
  return result;
}

/// The edits that open or close a link or one of its ends, in order.
std::vector<Edit const*> Explainer::edits_of_state() const {
  auto const& link = network_.links[LinkId(ref_.index)];
  std::vector<Edit const*> result;
  for (auto const& edit : network_.edits) {
    bool const of_end = edit.node && (*edit.node == link.from || *edit.node == link.to) &&
                        edit.operation != name_of(ChangeKind::insert);
    bool const own = !edit.node && edit.element == ref_ && !edit.field;
    if (own || of_end) result.push_back(&edit);
  }
  return result;
}

/// A link is closed as well while one of its ends is.
void Explainer::add_states(Provenance& result, std::string own) const {
  auto const& link = network_.links[LinkId(ref_.index)];
  bool from_closed = false;
  bool to_closed = false;
  for (auto const* edit : edits_of_state()) {
    auto what = edit->operation;
    if (edit->node) {
      what += " node " + network_.nodes[*edit->node].id;
      (*edit->node == link.from ? from_closed : to_closed) = edit->after == "closed";
    } else {
      own = edit->after;
    }
    result.set_by.push_back({.span = edit->span,
                             .what = what + " (" + network_.scenarios[edit->scenario].id + ")",
                             .after = from_closed || to_closed ? "closed" : own,
                             .sources = edit->sources});
    add_sources(result.sources, edit->sources);
  }
}

Provenance Explainer::status() const {
  auto const& link = network_.links[LinkId(ref_.index)];
  auto result = begin(kStatus);
  bool const end_closed = network_.nodes[link.from].closed || network_.nodes[link.to].closed;
  result.value = end_closed ? "closed" : state_text(link);
  result.written = text(link.state_written, {});
  auto const edits = edits_of(std::nullopt);
  bool const inserted = !edits.empty() && edits.front()->operation == name_of(ChangeKind::insert);
  auto own = edits.empty() ? state_text(link) : edits.front()->before;
  if (!inserted) {
    bool const written = link.state_written.known();
    result.set_by.push_back(
        {.span = written ? link.state_written : element_.span,
         .what = written ? described("written", result.written) : "not written, so open",
         .after = own,
         .sources = element_.sources});
  }
  add_states(result, std::move(own));
  return result;
}

Provenance Explainer::expansion() const {
  auto const& expansion = *expansion_of(network_, ref_);
  auto result = begin(kExpansion);
  result.value = format_parts(expansion.cost.parts(), ExpansionCost::kPartsPerUnit);
  result.unit = kept_unit(Dimension::expansion_cost);
  result.written = text(expansion.cost_written, "expansion_cost");
  result.estimate = expansion.cost_estimated;
  result.sources = expansion.sources;
  result.note = expansion.note;
  auto what = described("written", result.written);
  auto const most = text(expansion.up_to_written, "expansion_up_to");
  if (!most.empty()) what += ", up to " + most + " more";
  result.set_by.push_back({.span = expansion.cost_written,
                           .what = std::move(what),
                           .after = result.value + " " + result.unit,
                           .sources = expansion.sources});
  return result;
}

/// The fields that an element has.
std::vector<std::string_view> fields_of(Network const& network, ElementRef ref) {
  bool const is_link = ref.kind == ElementKind::link;
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    auto const field = static_cast<Field>(i);
    bool const absent = (field == Field::length && !is_link) ||
                        (field == Field::departures && ref.kind == ElementKind::passage);
    if (!absent) names.push_back(name_of(field));
  }
  if (is_link) names.push_back(kStatus);
  if (expansion_of(network, ref) != nullptr) names.push_back(kExpansion);
  return names;
}

bool has_timetable(Network const& network, ElementRef ref) {
  return element(network, ref).figures.departures != Departures();
}

Provenance explain_field(Network const& network, ElementRef ref, std::string_view name) {
  auto const explainer = Explainer(network, ref);
  if (auto const field = find_field(name)) return explainer.figure(*field);
  return name == kExpansion ? explainer.expansion() : explainer.status();
}

Explanation unknown_field(Network const& network, ElementRef ref, std::string_view name) {
  auto const hint = did_you_mean(name, fields_of(network, ref));
  return {.figures = {},
          .problem = std::string(name_of(ref.kind)) + " " + quoted(id_of(network, ref)) +
                     " has no figure " + quoted(name) + (hint.empty() ? "" : ", " + hint)};
}

}  // namespace

Explanation explain(Network const& network, std::string_view what) {
  Explanation result;
  if (auto const whole = elements_named(network, what); !whole.empty()) {
    for (auto const ref : whole) {
      for (auto const name : fields_of(network, ref)) {
        if (name == name_of(Field::departures) && !has_timetable(network, ref)) continue;
        result.figures.push_back(explain_field(network, ref, name));
      }
    }
    return result;
  }
  auto const dot = what.rfind('.');
  if (dot == std::string_view::npos)
    return {.figures = {}, .problem = problem_of_name(network, what)};
  auto const id = what.substr(0, dot);
  auto const name = what.substr(dot + 1);
  auto const named = elements_named(network, id);
  for (auto const ref : named) {
    auto const fields = fields_of(network, ref);
    if (std::find(fields.begin(), fields.end(), name) == fields.end()) {
      return unknown_field(network, ref, name);
    }
    result.figures.push_back(explain_field(network, ref, name));
  }
  // What follows the dot may as well belong to an id that does not exist.
  bool const is_field = find_field(name).has_value() || name == kStatus || name == kExpansion;
  if (named.empty()) result.problem = problem_of_name(network, is_field ? id : what);
  return result;
}

}  // namespace corridor
