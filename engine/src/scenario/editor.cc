#include "scenario/editor.h"

#include <algorithm>
#include <utility>

#include "model/assembly.h"
#include "model/figures.h"
#include "model/scalars.h"

namespace corridor {
namespace {

constexpr std::array<Field, kFieldCount> kFields{
    Field::length, Field::time, Field::cost, Field::emissions, Field::capacity, Field::departures};

std::string_view state_of(Node const& node) { return node.closed ? "closed" : "open"; }

}  // namespace

void Editor::begin(Scenario const& scenario) {
  network_.scenarios.push_back({scenario.id.text, scenario.title, scenario.id.span});
  if (scenario.year) network_.year = *scenario.year;
}

void Editor::apply(Change const& change) {
  switch (change.kind) {
    case ChangeKind::multiply:
    case ChangeKind::set:
    case ChangeKind::add:
      return change_figures(change);
    case ChangeKind::close:
    case ChangeKind::open:
      return change_state(change);
    case ChangeKind::insert:
      return insert(change);
  }
}

void Editor::finish() {
  if (!findings_.any_errors()) warn_of(network_, inserted_, findings_);
}

Element& Editor::element_at(ElementRef ref) {
  switch (ref.kind) {
    case ElementKind::link:
      break;
    case ElementKind::transfer:
      return network_.transfers[TransferId(ref.index)].element;
    case ElementKind::passage:
      return network_.passages[PassageId(ref.index)].element;
  }
  return network_.links[LinkId(ref.index)].element;
}

std::string Editor::owner(ElementRef ref) const {
  return std::string(name_of(ref.kind)) + " " + quoted(id_of(network_, ref)) + ": ";
}

Edit Editor::begin_edit(ElementRef ref, std::optional<Field> field, std::string operation,
                        Span span, Change const& change) const {
  Edit edit;
  edit.element = ref;
  edit.field = field;
  edit.scenario = static_cast<std::uint32_t>(network_.scenarios.size() - 1);
  edit.operation = std::move(operation);
  edit.span = span;
  for (auto const& name : change.sources) {
    // Names that do not exist are reported once, by apply().
    if (auto const source = find_source(network_, name.text)) edit.sources.push_back(*source);
  }
  return edit;
}

// --- multiply, set, add ------------------------------------------------------------------------

void Editor::change_figures(Change const& change) {
  auto const selection = select(network_, change, findings_);
  bool any = false;
  // Length comes first, so that a time of the same change does not follow it.
  for (auto const field : kFields) {
    if (!change.values[index_of(field)]) continue;
    any = true;
    auto const operation = read_operation(change, field);
    if (!operation) continue;
    for (auto const ref : selection.elements) edit(ref, *operation, change);
  }
  bool const shared = check_share(change);
  if (!any && shared) {
    findings_.error(Code::changes_nothing, change.span,
                    quoted(name_of(change.kind)) + " names no figure to change");
  }
}

bool Editor::check_share(Change const& change) {
  bool const with_capacity =
      change.kind == ChangeKind::set && change.values[index_of(Field::capacity)];
  if (!change.share || with_capacity) return true;
  findings_.error(Code::share_without_capacity, change.share->span,
                  "a share is set only together with a capacity");
  return false;
}

std::optional<Exact> Editor::read_factor(Text const& text) {
  auto number = std::string_view(text.text);
  bool const percent = number.ends_with(" %");
  if (percent) number.remove_suffix(2);
  auto const decimal = Decimal::parse(number);
  if (!decimal || decimal->digits < 0) {
    findings_.error(Code::bad_factor, text.span, quoted(text.text) + " is not a factor",
                    "a factor is a decimal from 0 on, like '1.5', or a percentage, like '120 %'");
    return std::nullopt;
  }
  return percent ? multiply(exact(*decimal), Exact{1, 100}) : exact(*decimal);
}

std::optional<Exact> Editor::read_addend(Text const& text, Field field) {
  auto const dimension = dimension_of(field);
  auto const quantity = read_quantity(text, dimension);
  if (!quantity) {
    findings_.add(quantity.error().front());
    return std::nullopt;
  }
  auto const fail = [&](ConversionError error, std::string_view missing = {}) {
    findings_.add(conversion_diagnostic(error, text, dimension, missing));
    return std::nullopt;
  };
  auto const missing = missing_assumption(*quantity->unit, network_.assumptions);
  if (!missing.empty()) return fail(ConversionError::missing_assumption, missing);
  auto const parts = exact_parts(quantity->number, *quantity->unit, network_.assumptions);
  if (!parts) return fail(ConversionError::out_of_range);
  if (quantity->unit->kept && parts->denominator != 1) return fail(ConversionError::too_precise);
  auto const rounded = field == Field::capacity ? floor_of(*parts) : round_half_up(*parts);
  if (rounded > kMaxParts || rounded < -Int128{kMaxParts}) {
    return fail(ConversionError::out_of_range);
  }
  return Exact{rounded, 1};
}

bool Editor::check_setting(Change const& change, Text const& text, Field field) {
  auto figure = read_figure(text, field, network_.assumptions);
  bool good = !figure.error;
  if (figure.error) findings_.add(std::move(*figure.error));
  if (field != Field::capacity || !change.share) return good;
  auto share = read_share(*change.share);
  if (share.error) {
    findings_.add(std::move(*share.error));
    return false;
  }
  if (good && figure.amount.unlimited()) {
    findings_.error(Code::bad_share, change.share->span, "an unlimited capacity has no share");
    return false;
  }
  return good;
}

std::optional<Editor::Operation> Editor::read_operation(Change const& change, Field field) {
  auto const& text = *change.values[index_of(field)];
  bool const no_length =
      change.selector.by == Selector::By::transfer || change.selector.by == Selector::By::passages;
  if (field == Field::length && no_length) {
    findings_.error(Code::unknown_field, text.span, "only links have a length");
    return std::nullopt;
  }
  if (field == Field::departures && change.selector.by == Selector::By::passages) {
    findings_.error(Code::unknown_field, text.span, "a passage has no departures");
    return std::nullopt;
  }
  auto operation = Operation{
      change.kind, field, &text, {}, {}, std::string(name_of(change.kind)) + " " + text.text};
  if (change.kind == ChangeKind::set) {
    if (!check_setting(change, text, field)) return std::nullopt;
    if (field == Field::capacity && change.share) {
      operation.share = change.share;
      operation.described += ", share " + change.share->text;
    }
    return operation;
  }
  auto const operand =
      change.kind == ChangeKind::multiply ? read_factor(text) : read_addend(text, field);
  if (!operand) return std::nullopt;
  operation.operand = *operand;
  return operation;
}

std::optional<Limit> Editor::checked(ElementRef ref, Operation const& operation, Int128 parts) {
  auto const before = kept_text(element_at(ref).figures, operation.field);
  if (parts < 0) {
    findings_.error(Code::below_zero, operation.text->span,
                    owner(ref) + quoted(operation.described) + " takes " + before + " below 0");
    return std::nullopt;
  }
  if (parts > kMaxParts) {
    findings_.error(Code::out_of_range, operation.text->span,
                    owner(ref) + quoted(operation.described) + " takes " + before +
                        " beyond the amounts that are kept");
    return std::nullopt;
  }
  return Limit(Capacity::of_parts(static_cast<std::int64_t>(parts)));
}

std::optional<Limit> Editor::result_of(ElementRef ref, Operation const& operation) {
  auto& element = element_at(ref);
  auto const& figures = element.figures;
  if (operation.kind == ChangeKind::set) {
    auto const share = operation.field == Field::capacity ? element.share : Fraction{1, 1};
    auto const figure = read_figure(*operation.text, operation.field, network_.assumptions, share);
    return figure.error ? std::nullopt : std::optional(figure.amount);
  }
  if (operation.field == Field::capacity && figures.capacity.unlimited()) return Limit();
  if (operation.field == Field::departures) return departures_after(ref, operation);
  auto const parts = parts_of(figures, operation.field);
  if (operation.kind == ChangeKind::add) {
    return checked(ref, operation, Int128{parts} + operation.operand.numerator);
  }
  auto const product = multiply(Exact{parts, 1}, operation.operand);
  return checked(ref, operation, product ? floor_of(*product) : Int128{kMaxParts} + 1);
}

/// Without a timetable there is nothing to multiply and nothing to add to.
std::optional<Limit> Editor::departures_after(ElementRef ref, Operation const& operation) {
  auto const before = element_at(ref).figures.departures.parts();
  if (operation.kind == ChangeKind::multiply) {
    if (before == 0) return Limit(Capacity());
    if (operation.operand.numerator == 0) return refuse_departures(ref, operation, "to none");
    auto const product = multiply(Exact{before, 1}, operation.operand);
    auto const parts = product ? floor_of(*product) : Int128{kMaxParts} + 1;
    return checked(ref, operation, std::max(parts, Int128{kFewestDepartures}));
  }
  if (before == 0) return refuse_departures(ref, operation, "which has none to add to");
  auto const sum = Int128{before} + operation.operand.numerator;
  if (sum == 0) return refuse_departures(ref, operation, "to none");
  return checked(ref, operation, sum);
}

std::optional<Limit> Editor::refuse_departures(ElementRef ref, Operation const& operation,
                                               std::string const& why) {
  findings_.error(Code::no_departures, operation.text->span,
                  owner(ref) + quoted(operation.described) + " changes departures " + why,
                  "close the link where nothing departs; 'set' gives it departures");
  return std::nullopt;
}

void Editor::edit(ElementRef ref, Operation const& operation, Change const& change) {
  auto& element = element_at(ref);
  auto const at = index_of(operation.field);
  auto record = begin_edit(ref, operation.field, operation.described, operation.text->span, change);
  record.before = kept_text(element.figures, operation.field);
  record.origin_before = element.origin[at];
  record.written_before = element.written[at];
  record.share_before = element.share_written;
  if (operation.share) {
    element.share = read_share(*operation.share).share;
    element.share_written = operation.share->span;
  }
  auto const result = result_of(ref, operation);
  if (!result) return;
  set_figure(element.figures, operation.field, *result);
  element.origin[at] = Origin::changed;
  if (operation.kind == ChangeKind::set) element.written[at] = operation.text->span;
  record.after = kept_text(element.figures, operation.field);
  network_.edits.push_back(std::move(record));
  if (operation.field == Field::length) follow_length(ref, operation, change);
}

void Editor::follow_length(ElementRef ref, Operation const& operation, Change const& change) {
  auto& link = network_.links[LinkId(ref.index)];
  auto& element = link.element;
  for (auto const field : {Field::time, Field::cost, Field::emissions}) {
    if (element.origin[index_of(field)] != Origin::rate) continue;
    auto const rate = rate_of(network_.modes[link.mode], field);
    auto const parts = multiply_rounded(element.figures.length.parts(), *rate);
    if (!parts) {
      findings_.error(Code::out_of_range, operation.text->span,
                      owner(ref) + std::string(name_of(field)) + " of " +
                          kept_text(element.figures, Field::length) +
                          " is beyond the amounts that are kept");
      continue;
    }
    auto record =
        begin_edit(ref, field, "length: " + operation.described, operation.text->span, change);
    record.before = kept_text(element.figures, field);
    record.origin_before = Origin::rate;
    record.written_before = element.written[index_of(field)];
    set_figure(element.figures, field, Capacity::of_parts(*parts));
    record.after = kept_text(element.figures, field);
    network_.edits.push_back(std::move(record));
  }
}

// --- close, open -------------------------------------------------------------------------------

void Editor::change_state(Change const& change) {
  auto const selection = select(network_, change, findings_);
  bool const closes = change.kind == ChangeKind::close;
  auto const operation = std::string(name_of(change.kind));
  for (auto const ref : selection.elements) {
    // Transfers and passages have no state; no selector of close and open gives them.
    if (ref.kind != ElementKind::link) continue;
    auto& link = network_.links[LinkId(ref.index)];
    auto record = begin_edit(ref, std::nullopt, operation, change.span, change);
    record.before = state_text(link);
    link.status = closes ? Status::closed : Status::open;
    if (!closes) {
      link.opens.reset();
      link.closes.reset();
    }
    record.after = state_text(link);
    network_.edits.push_back(std::move(record));
  }
  for (auto const id : selection.nodes) {
    auto& node = network_.nodes[id];
    auto record = begin_edit({}, std::nullopt, operation, change.span, change);
    record.node = id;
    record.before = state_of(node);
    node.closed = closes;
    record.after = state_of(node);
    network_.edits.push_back(std::move(record));
  }
}

// --- insert ------------------------------------------------------------------------------------

void Editor::insert(Change const& change) {
  auto const first_node = network_.nodes.size();
  auto const first_link = network_.links.size();
  Assembly assembly(std::move(network_));
  for (auto const& spec : change.new_sources) assembly.add_source(spec);
  for (auto const& spec : change.modes) assembly.add_mode(spec);
  for (auto const& spec : change.nodes) assembly.add_node(spec);
  for (auto const& spec : change.links) assembly.add_link(spec);
  assembly.complete();
  network_ = std::move(assembly.network());
  // Later changes may name what was refused here; its own error is enough.
  if (assembly.findings().any_errors()) sort_by_id(network_);
  for (auto& error : assembly.findings().take_errors()) findings_.add(std::move(error));
  for (auto const& warning : assembly.findings().warnings()) findings_.add(warning);
  auto const& transfers = assembly.added().transfers;
  inserted_.transfers.insert(inserted_.transfers.end(), transfers.begin(), transfers.end());
  for (auto index = first_node; index < network_.nodes.size(); ++index) {
    auto const& node = network_.nodes[NodeId(index)];
    auto record = begin_edit({}, std::nullopt, "insert", node.span, change);
    record.node = NodeId(index);
    record.before = "absent";
    record.after = state_of(node);
    network_.edits.push_back(std::move(record));
  }
  for (auto index = first_link; index < network_.links.size(); ++index) {
    auto const& link = network_.links[LinkId(index)];
    auto const ref = ElementRef{ElementKind::link, static_cast<std::uint32_t>(index)};
    auto record = begin_edit(ref, std::nullopt, "insert", link.element.span, change);
    record.before = "absent";
    record.after = state_text(link);
    network_.edits.push_back(std::move(record));
  }
}

}  // namespace corridor
