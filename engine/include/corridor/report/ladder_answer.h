#pragma once

#include <optional>
#include <string>

#include "corridor/analysis/ladder.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/model/question.h"

namespace corridor {

struct LadderAnswer {
  Question question;
  std::string from, to;  ///< as typed
  Graph graph;
  Ladder ladder;
  std::optional<NoRoute> obstacle;  ///< when nothing can flow
};

}  // namespace corridor
