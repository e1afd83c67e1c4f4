#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/switchpoints.h"
#include "corridor/graph/compile.h"
#include "corridor/model/question.h"

namespace corridor {

struct SwitchpointsAnswer {
  /// The network as it is asked, or with one more scenario.
  struct Column {
    std::string id;  ///< "base", "red-sea-closed"
    std::string title;
    Network network;
    Graph graph;
    Switchpoints switchpoints;
    std::optional<NoRoute> obstacle;  ///< when there is no route
  };

  Question question;
  std::string from, to;  ///< as typed
  Tradeoff tradeoff;
  RateRange range;
  std::vector<Column> columns;
  bool compares = false;  ///< the columns were named; else there is one, the network as it is asked
};

}  // namespace corridor
