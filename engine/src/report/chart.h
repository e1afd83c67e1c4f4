#pragma once

#include <string>
#include <vector>

#include "corridor/analysis/curve.h"
#include "corridor/report/render.h"

namespace corridor::report {

/// The curve drawn with characters, at most `style.width` columns wide: its points marked and
/// labelled on both axes, straight lines between them. Empty where there is nothing to draw: no
/// pieces, or a range of one multiplier.
std::string curve_chart(Curve const& curve, Style const& style);

}  // namespace corridor::report
