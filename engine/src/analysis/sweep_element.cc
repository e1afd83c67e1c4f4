#include "analysis/sweep_element.h"

#include <algorithm>

#include "corridor/base/int128.h"
#include "corridor/base/units.h"
#include "model/assembly.h"
#include "model/figures.h"

namespace corridor {
namespace {

using Kind = SweepValue::Kind;

/// Amounts have at most 40 bits and fractions 63 each, so no product of two leaves 128.
Int128 product_rounded_down(std::int64_t parts, Fraction factor) {
  return Int128{parts} * factor.numerator / factor.denominator;
}

Int128 amount_of(Fraction parts, Fraction share, Field field) {
  auto const numerator = Int128{parts.numerator} * share.numerator;
  auto const denominator = Int128{parts.denominator} * share.denominator;
  auto const floor = numerator / denominator;
  bool const half_or_more = numerator % denominator >= denominator - denominator / 2;
  return field != Field::capacity && half_or_more ? floor + 1 : floor;
}

/// None at all would be no timetable and thus no wait.
Int128 kept_departures(Int128 parts, bool multiplied, SweepElement const& element) {
  bool const no_timetable = multiplied && element.figures.departures == Departures();
  return no_timetable ? Int128{0} : std::max(parts, Int128{kFewestDepartures});
}

bool follow_length(SweepSlot const& slot, SweepElement& element) {
  for (auto const field : {Field::time, Field::cost, Field::emissions}) {
    if (element.origin[index_of(field)] != Origin::rate) continue;
    auto const parts =
        multiply_rounded(element.figures.length.parts(), *slot.rates[index_of(field)]);
    if (!parts) return false;
    set_figure(element.figures, field, Capacity::of_parts(*parts));
  }
  return true;
}

}  // namespace

SweepSlot slot_of(Network const& network, ElementRef ref) {
  auto const& own = element(network, ref);
  SweepSlot slot{ref, own.share, {}, {own.figures, own.origin, SweepState::as_it_is}};
  if (ref.kind != ElementKind::link) return slot;
  auto const& mode = network.modes[network.links[LinkId(ref.index)].mode];
  for (auto const field : {Field::time, Field::cost, Field::emissions}) {
    slot.rates[index_of(field)] = rate_of(mode, field);
  }
  return slot;
}

bool vary(SweepSlot const& slot, std::optional<Field> field, SweepValue const& value,
          SweepElement& element) {
  if (value.kind == Kind::keep) return true;
  if (!field) {
    element.state = value.kind == Kind::open ? SweepState::open : SweepState::closed;
    return true;
  }
  bool const multiplied = value.kind == Kind::multiply;
  auto result = Limit();
  bool const stays_unlimited =
      multiplied && *field == Field::capacity && element.figures.capacity.unlimited();
  if (value.kind != Kind::unlimited && !stays_unlimited) {
    auto const share = *field == Field::capacity ? slot.share : Fraction{1, 1};
    auto parts = multiplied ? product_rounded_down(parts_of(element.figures, *field), value.number)
                            : amount_of(value.number, share, *field);
    if (*field == Field::departures) parts = kept_departures(parts, multiplied, element);
    if (parts > kMaxParts) return false;
    result = Capacity::of_parts(static_cast<std::int64_t>(parts));
  }
  set_figure(element.figures, *field, result);
  element.origin[index_of(*field)] = Origin::changed;
  return *field != Field::length || follow_length(slot, element);
}

}  // namespace corridor
