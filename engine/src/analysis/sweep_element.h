#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "corridor/analysis/sweep_plan.h"

namespace corridor {

/// What variations did to the state of a link.
enum class SweepState : std::uint8_t { as_it_is, open, closed };

/// What a scenario may change of an element.
struct SweepElement {
  Figures figures;
  std::array<Origin, kFieldCount> origin{};
  SweepState state = SweepState::as_it_is;
};

/// What a scenario cannot change of it.
struct SweepSlot {
  ElementRef ref;
  Fraction share{1, 1};
  std::array<std::optional<Fraction>, kFieldCount> rates;  ///< of a link's mode, per metre
  SweepElement base;
};
SweepSlot slot_of(Network const& network, ElementRef ref);

/// Does to an element what `multiply`, `set`, `open` and `close` of a scenario do, figures that
/// follow the length included. False: an amount leaves what is kept, and the element is undefined.
bool vary(SweepSlot const& slot, std::optional<Field> field, SweepValue const& value,
          SweepElement& element);

}  // namespace corridor
