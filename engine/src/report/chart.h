#pragma once

#include <string>
#include <vector>

#include "corridor/analysis/curve.h"
#include "corridor/report/render.h"

namespace corridor::report {

/// A point of a line that rises or is level.
struct ChartPoint {
  Fraction x;
  Int128 y = 0;  ///< as fine as the drawing needs
  std::string x_label, y_label;
  bool marked = true;  ///< else the line only passes it
};

/// Points in order with straight lines between them, drawn with characters, at most `style.width`
/// columns wide; labels at both axes and a caption below. Empty with fewer than two points, or all
/// at one place.
std::string line_chart(std::vector<ChartPoint> const& points, std::string const& caption,
                       Style const& style);

/// The curve drawn with characters, at most `style.width` columns wide: its points marked and
/// labelled on both axes, straight lines between them. Empty where there is nothing to draw: no
/// pieces, or a range of one multiplier.
std::string curve_chart(Curve const& curve, Style const& style);

}  // namespace corridor::report
