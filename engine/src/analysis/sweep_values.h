#pragma once

#include "analysis/sweep_target.h"
#include "corridor/analysis/sweep_plan.h"

namespace corridor {

/// One value: `1.5`, `120 %`, `200000 TEU/year`, `unlimited`, `open`, `closed`.
Result<SweepValue> read_sweep_value(Network const& network, SweepTarget const& target,
                                    Text const& text);

/// Whether a value stands for itself and not for a factor.
bool is_absolute(SweepValue const& value);

/// All forms of values; fills levels or draw. The rest of the variation is there already.
Result<Variation> with_values(Network const& network, SweepTarget const& target,
                              Variation variation, Text const& values);

}  // namespace corridor
