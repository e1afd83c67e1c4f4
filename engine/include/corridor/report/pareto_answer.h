#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/pareto.h"
#include "corridor/graph/compile.h"
#include "corridor/model/question.h"

namespace corridor {

struct ParetoAnswer {
  Question question;
  std::string from, to;  ///< as typed
  std::vector<Criterion const*> by;
  ValueOfTime value = kDefaultValueOfTime;
  std::vector<Int128> tolerance;  ///< by criterion; empty when near equals are not merged
  Graph graph;
  ParetoFront front;
  MergedFront merged;               ///< all are kept without a tolerance
  std::optional<NoRoute> obstacle;  ///< when there is no route
};

}  // namespace corridor
