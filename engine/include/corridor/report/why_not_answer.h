#pragma once

#include <string>
#include <vector>

#include "corridor/analysis/named_way.h"
#include "corridor/analysis/why_not.h"
#include "corridor/graph/compile.h"
#include "corridor/model/question.h"

namespace corridor {

struct WhyNotAnswer {
  Question question;
  std::string from, to;  ///< as typed, else the ends of the way
  std::string named;     ///< the way as typed
  WayName name;
  std::vector<Criterion const*> by;
  ValueOfTime value = kDefaultValueOfTime;
  Graph graph;
  NamedWay way;
  WhyNot why;  ///< where the way can be used
};

}  // namespace corridor
