#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/curve.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/base/sources.h"
#include "corridor/graph/compile.h"
#include "corridor/model/question.h"

namespace corridor {

struct CurveAnswer {
  /// A selected element that the question's graph does not have.
  struct Unusable {
    ElementRef element;
    std::string reason;  ///< "is closed", "lies outside the corridor"
  };

  Question question;
  std::string from, to;              ///< as typed
  Span study_written;                ///< where the study's id stands; unknown without one
  std::vector<ElementRef> selected;  ///< what is multiplied and can be used, as named
  std::vector<Unusable> unusable;
  MultiplierRange range;
  Graph graph;
  Curve curve;
  std::optional<Capacity> target;
  bool carries = true;              ///< false: nothing flows at any multiplier of the range
  std::optional<NoRoute> obstacle;  ///< why not, unless it is for a largest multiplier of 0
};

}  // namespace corridor
