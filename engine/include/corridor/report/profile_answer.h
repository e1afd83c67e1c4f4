#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/named_way.h"
#include "corridor/analysis/profile.h"
#include "corridor/graph/compile.h"
#include "corridor/model/question.h"

namespace corridor {

struct ProfileAnswer {
  Question question;
  std::string from, to;  ///< as typed, else the ends of the way
  std::string named;     ///< the way as typed; empty: the best route is asked for
  WayName name;
  Objective const* objective = nullptr;
  ValueOfTime value = kDefaultValueOfTime;
  Graph graph;
  std::vector<std::size_t> filled;  ///< as in NamedWay
  std::optional<Route> route;
  RouteProfile profile;
  std::optional<NoRoute> obstacle;  ///< when there is no route, or the named way cannot be used
};

}  // namespace corridor
