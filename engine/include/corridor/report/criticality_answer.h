#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "corridor/analysis/criticality.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/model/question.h"

namespace corridor {

struct CriticalityAnswer {
  Question question;
  std::string from, to;  ///< as typed
  Graph graph;
  Flow flow;
  Criticality criticality;
  RouteCriticality time, cost;  ///< of the fastest and the cheapest route
  std::optional<PairCriticality> pairs;
  CriticalityProof proof;
  std::size_t top = 20;             ///< rows of text
  std::optional<NoRoute> obstacle;  ///< when nothing can flow
};

}  // namespace corridor
