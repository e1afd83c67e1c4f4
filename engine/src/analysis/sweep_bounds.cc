#include "analysis/sweep_bounds.h"

#include <algorithm>
#include <string>

#include "analysis/sweep_draw.h"
#include "analysis/sweep_element.h"
#include "model/findings.h"

namespace corridor {
namespace {

using Kind = SweepValue::Kind;

bool is_number(SweepValue const& value) {
  return value.kind == Kind::multiply || value.kind == Kind::set;
}

/// The largest number that a variation takes; without one, any of its values.
SweepValue largest(Variation const& variation) {
  if (variation.draw) return value_of_draw(variation, most_of(*variation.draw));
  return *std::max_element(variation.levels.begin(), variation.levels.end(),
                           [](auto const& a, auto const& b) {
                             if (is_number(a) != is_number(b)) return is_number(b);
                             return less(a, b);
                           });
}

bool sets_unlimited(Variation const& variation) {
  return std::any_of(variation.levels.begin(), variation.levels.end(),
                     [](auto const& level) { return level.kind == Kind::unlimited; });
}

Limit larger(Limit a, Limit b) {
  if (a.unlimited() || b.unlimited()) return a.unlimited() ? b : a;  // the number, if there is one
  return std::max(a.capacity(), b.capacity());
}

Figures larger(Figures const& a, Figures const& b) {
  return {std::max(a.length, b.length),   std::max(a.time, b.time),
          std::max(a.cost, b.cost),       std::max(a.emissions, b.emissions),
          larger(a.capacity, b.capacity), std::max(a.departures, b.departures)};
}

struct Growing {
  SweepSlot slot;
  SweepElement element;
  bool may_be_unlimited = false;
};

Growing& at(std::vector<Growing>& all, Network const& network, ElementRef ref) {
  auto const found = std::find_if(all.begin(), all.end(),
                                  [&](Growing const& each) { return each.slot.ref == ref; });
  if (found != all.end()) return *found;
  auto const slot = slot_of(network, ref);
  all.push_back({slot, slot.base, slot.base.figures.capacity.unlimited()});
  return all.back();
}

}  // namespace

/// Every figure only grows with the values, so if the largest ones keep within bounds, all do (a
/// wait shrinks with them, and none is long enough to leave what is kept). A
/// variation may also leave things as they are, so what was there before stays possible.
Result<std::vector<SweepBound>> bounds_of(Network const& network, SweepPlan const& plan) {
  std::vector<Growing> all;
  for (auto const& variation : plan.variations) {
    if (variation.levels.empty() && !variation.draw) continue;  // a table without rows
    auto const most = largest(variation);
    for (auto const ref : variation.elements) {
      auto& growing = at(all, network, ref);
      auto const before = growing.element.figures;
      if (!vary(growing.slot, variation.field, most, growing.element)) {
        Diagnostic diagnostic;
        diagnostic.code = Code::out_of_range;
        diagnostic.message = variation.path + " takes " + quoted(id_of(network, ref)) +
                             " beyond the amounts that are kept";
        return diagnostic;
      }
      growing.element.figures = larger(before, growing.element.figures);
      growing.may_be_unlimited = growing.may_be_unlimited || sets_unlimited(variation);
    }
  }
  std::vector<SweepBound> bounds;
  bounds.reserve(all.size());
  for (auto const& growing : all) {
    bounds.push_back({growing.slot.ref, growing.element.figures, growing.may_be_unlimited});
  }
  return bounds;
}

}  // namespace corridor
