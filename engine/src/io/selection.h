#pragma once

#include "io/reader.h"
#include "io/sections.h"

namespace corridor {

// How the maps of a scenario's changes are read: the functions behind scenario_fields.cc.

void read_changes(Reader& reader, KeyInfo const& info, Item const& item, Scenario& scenario);
void read_operation(Reader& reader, Item const& item, ChangeKind kind, ChangeItem& into);

void add_selector(Reader& reader, KeyInfo const& info, Item const& item, Selector::By by,
                  ChangeSpec& into);
void select_node(Reader& reader, KeyInfo const& info, Item const& item, ChangeSpec& into);
void select_transfer(Reader& reader, KeyInfo const& info, Item const& item, ChangeSpec& into);

/// A factor: a decimal that is not negative, or a percentage.
void read_factor_value(Reader& reader, KeyInfo const& info, Item const& item, Field field,
                       ChangeSpec& into);
/// A quantity as far as it can be checked without a network: units may need its assumptions.
void read_quantity_value(Reader& reader, KeyInfo const& info, Item const& item, Field field,
                         ChangeSpec& into);
/// The same, and it may be negative, but not `unlimited`.
void read_difference_value(Reader& reader, KeyInfo const& info, Item const& item, Field field,
                           ChangeSpec& into);
void read_new_share(Reader& reader, KeyInfo const& info, Item const& item, ChangeSpec& into);

// The same as rows of a table take them.

template <ChangeKind kind>
void read_operation(Reader& reader, KeyInfo const&, Item const& item, ChangeItem& into) {
  read_operation(reader, item, kind, into);
}
template <Selector::By by>
void select(Reader& reader, KeyInfo const& info, Item const& item, ChangeSpec& into) {
  add_selector(reader, info, item, by, into);
}
template <Field field>
void read_factor(Reader& reader, KeyInfo const& info, Item const& item, ChangeSpec& into) {
  read_factor_value(reader, info, item, field, into);
}
template <Field field>
void read_quantity_of(Reader& reader, KeyInfo const& info, Item const& item, ChangeSpec& into) {
  read_quantity_value(reader, info, item, field, into);
}
template <Field field>
void read_difference(Reader& reader, KeyInfo const& info, Item const& item, ChangeSpec& into) {
  read_difference_value(reader, info, item, field, into);
}

template <auto Specs, auto Keys>
void insert_specs(Reader& reader, KeyInfo const& info, Item const& item, Change& change) {
  auto const singular = info.key.substr(0, info.key.size() - 1);
  for_each_spec(reader, item, singular, Keys(),
                [&](auto const& spec) { (change.*Specs).push_back(spec); });
}

}  // namespace corridor
