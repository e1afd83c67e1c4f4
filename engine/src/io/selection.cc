#include "io/selection.h"

#include <utility>

#include "corridor/base/decimal.h"
#include "corridor/base/nearest.h"
#include "corridor/model/builder.h"
#include "model/figures.h"
#include "model/scalars.h"

namespace corridor {
namespace {

OptionalText& value_of(ChangeSpec& selection, Field field) {
  return selection.values[index_of(field)];
}

bool any_value(ChangeSpec const& selection) {
  for (auto const& value : selection.values) {
    if (value) return true;
  }
  return selection.share.has_value();
}

/// Exactly one way to select, and something selected by it.
void check_selection(Reader& reader, Item const& operation, ChangeSpec const& selection) {
  auto const& selector = selection.selector;
  auto const place = operation.key.span();
  bool const by_node = selector.by == Selector::By::transfer;
  if (selection.selectors == 0 && !selection.has_transfer) {
    reader.report(Code::missing_selector, place,
                  quoted(operation.key.text()) + " does not say what it changes",
                  "name 'links' or another selector");
  } else if (selection.selectors == 0) {
    reader.report(Code::missing_selector, place, "'transfer' needs the 'node' where it is");
  } else if (selection.selectors > 1) {
    reader.report(Code::several_selectors, selection.last, "one change selects in one way",
                  "make it several changes");
  } else if (by_node && !selection.has_transfer) {
    reader.report(Code::missing_selector, selection.last,
                  "'node' needs 'transfer: [from mode, to mode]'",
                  "'passage: NODE' selects its passage");
  } else if (!by_node && selection.has_transfer) {
    reader.report(Code::several_selectors, selection.last, "'transfer' goes with 'node' only");
  }
}

void check_values(Reader& reader, Item const& operation, ChangeKind kind,
                  ChangeSpec const& selection) {
  bool const acts_on_values =
      kind == ChangeKind::multiply || kind == ChangeKind::set || kind == ChangeKind::add;
  if (!acts_on_values) return;
  if (!any_value(selection)) {
    reader.report(Code::changes_nothing, operation.key.span(),
                  quoted(operation.key.text()) + " names no figure to change",
                  "figures are length, time, cost, emissions, capacity and departures");
  }
  auto const by = selection.selector.by;
  auto const& length = selection.values[index_of(Field::length)];
  if (length && (by == Selector::By::transfer || by == Selector::By::passages)) {
    reader.report(Code::unknown_field, length->span, "only links have a length");
  }
  auto const& departures = selection.values[index_of(Field::departures)];
  if (departures && by == Selector::By::passages) {
    reader.report(Code::unknown_field, departures->span, "a passage has no departures");
  }
  auto const& capacity = selection.values[index_of(Field::capacity)];
  if (selection.share && !capacity) {
    reader.report(Code::share_without_capacity, selection.share->span,
                  "'share' is set only together with 'capacity'");
  }
}

Rows<ChangeSpec> keys_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::multiply:
      return factor_change_keys();
    case ChangeKind::set:
      return quantity_change_keys();
    case ChangeKind::add:
      return difference_change_keys();
    case ChangeKind::close:
    case ChangeKind::open:
    case ChangeKind::insert:
      break;
  }
  return state_change_keys();
}

void check_item(Reader& reader, Document::Node node, ChangeItem const& item) {
  constexpr auto kHint = "a change is one of multiply, set, add, close, open and insert";
  if (item.operations == 0) {
    reader.report(Code::unknown_change, node.span(), "this item changes nothing", kHint);
  } else if (item.operations > 1) {
    reader.report(Code::unknown_change, item.change.span, "two changes in one item",
                  "give each its own item of the list");
  }
}

/// A key that no change has: the hint names changes rather than `source` and `note`.
bool names_unknown_change(Reader& reader, Document::Node node, ChangeItem& item) {
  bool found = false;
  auto key = node.first_child();
  for (std::uint32_t i = 0; i < node.size(); ++i) {
    auto const value = key.next_sibling();
    std::vector<std::string_view> names;
    bool known = false;
    for (auto const& row : change_keys()) {
      known = known || row.info.key == key.text();
      if (row.info.form == Form::entry) names.push_back(row.info.key);
    }
    auto const meant_note = nearest(key.text(), std::array<std::string_view, 2>{"source", "note"});
    if (!known && !key.reported() && meant_note.empty()) {
      found = true;
      ++item.operations;
      auto hint = did_you_mean(key.text(), names);
      if (hint.empty()) hint = "changes are multiply, set, add, close, open and insert";
      reader.report(Code::unknown_change, key.span(), "no change " + quoted(key.text()),
                    std::move(hint));
    }
    key = value.next_sibling();
  }
  return found;
}

bool is_factor(std::string_view text) {
  if (text.ends_with(" %")) text.remove_suffix(2);
  auto const number = Decimal::parse(text);
  return number && number->digits >= 0 && !text.starts_with('-');
}

void check_quantity(Reader& reader, Text const& text, Field field) {
  auto const figure = read_figure(text, field, Assumptions{});
  if (!figure.error || figure.error->code == Code::missing_assumption) return;
  reader.report(figure.error->code, figure.error->span, figure.error->message, figure.error->hint);
}

}  // namespace

void read_changes(Reader& reader, KeyInfo const&, Item const& item, Scenario& scenario) {
  reader.for_each_item(item, [&](Document::Node node) {
    ChangeItem change;
    reader.about({}, {});
    // An unknown change is reported with its own code; the rest of its item is not read.
    bool const map = node.kind() == Document::Kind::map;
    if (map && names_unknown_change(reader, node, change)) return;
    if (!reader.read_map(node, node.span(), change_keys(), change)) return;
    check_item(reader, node, change);
    scenario.changes.push_back(std::move(change.change));
  });
}

void read_operation(Reader& reader, Item const& item, ChangeKind kind, ChangeItem& into) {
  ++into.operations;
  auto& change = into.change;
  change.kind = kind;
  change.span = item.key.span();
  if (kind == ChangeKind::insert) {
    reader.read_map(item.value, item.key.span(), insertion_keys(), change);
    return;
  }
  ChangeSpec selection;
  auto const lost = reader.lost_references();
  if (!reader.read_map(item.value, item.key.span(), keys_of(kind), selection)) return;
  if (lost == reader.lost_references()) check_selection(reader, item, selection);
  check_values(reader, item, kind, selection);
  change.selector = std::move(selection.selector);
  change.values = std::move(selection.values);
  change.share = std::move(selection.share);
}

void add_selector(Reader& reader, KeyInfo const& info, Item const& item, Selector::By by,
                  ChangeSpec& into) {
  ++into.selectors;
  into.last = item.key.span();
  into.selector.by = by;
  if (info.form == Form::reference) {
    if (auto name = reader.text(info, item.value)) into.selector.names = {*std::move(name)};
    return;
  }
  bool const readable = !item.value.reported() && item.value.kind() == Document::Kind::list;
  into.selector.names = reader.texts(info, item.value);
  if (readable && item.value.size() == 0) {
    reader.report(Code::selects_nothing, item.key.span(), quoted(info.key) + " is empty",
                  "name what is to change");
  }
}

void select_node(Reader& reader, KeyInfo const& info, Item const& item, ChangeSpec& into) {
  add_selector(reader, info, item, Selector::By::transfer, into);
}

void select_transfer(Reader& reader, KeyInfo const& info, Item const& item, ChangeSpec& into) {
  into.has_transfer = true;
  if (into.selectors == 0) into.last = item.key.span();
  if (auto modes = reader.two_texts(info, item.value)) {
    into.selector.from_mode = std::move((*modes)[0]);
    into.selector.to_mode = std::move((*modes)[1]);
  }
}

void read_factor_value(Reader& reader, KeyInfo const& info, Item const& item, Field field,
                       ChangeSpec& into) {
  // What was refused still counts as a figure to change.
  auto text = reader.text(info, item.value).value_or(Text("1", item.value.span()));
  if (!is_factor(text.text)) {
    reader.report(Code::bad_factor, text.span, quoted(text.text) + " is not a factor",
                  "a factor is a decimal that is not negative, or a percentage such as '120 %'");
  }
  value_of(into, field) = std::move(text);
}

void read_quantity_value(Reader& reader, KeyInfo const& info, Item const& item, Field field,
                         ChangeSpec& into) {
  auto text = reader.text(info, item.value);
  if (text) check_quantity(reader, *text, field);
  value_of(into, field) = std::move(text);
}

void read_difference_value(Reader& reader, KeyInfo const& info, Item const& item, Field field,
                           ChangeSpec& into) {
  auto text = reader.text(info, item.value);
  if (text && text->text == kUnlimited) {
    reader.report(Code::bad_number, text->span, "'unlimited' can be set, not added");
  } else if (text) {
    auto amount = *text;
    if (amount.text.starts_with('-')) amount.text.erase(0, 1);
    check_quantity(reader, amount, field);
  }
  value_of(into, field) = std::move(text);
}

void read_new_share(Reader& reader, KeyInfo const& info, Item const& item, ChangeSpec& into) {
  into.share = reader.text(info, item.value);
  if (!into.share) return;
  auto const share = read_share(*into.share);
  if (share.error) {
    reader.report(share.error->code, share.error->span, share.error->message, share.error->hint);
  }
}

}  // namespace corridor
