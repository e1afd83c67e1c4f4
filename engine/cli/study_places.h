#pragma once

#include <string>
#include <vector>

#include "corridor/base/result.h"
#include "corridor/graph/objective.h"
#include "corridor/model/network.h"
#include "corridor/model/study.h"

namespace corridor::cli {

/// What a study's names stand for in a network.
struct StudyPlaces {
  std::vector<NodeId> from, to;
  std::vector<CorridorId> corridors;  ///< every corridor of the network when it names none
  std::vector<Objective const*> objectives;
};

/// Every name that the network does not have is reported where the study writes it.
Result<StudyPlaces> resolve(Study const& study, Network const& network);

/// "xian" or "xian,lianyungang": the words of `from:` or `to:` as one.
std::string joined(std::vector<Text> const& words);

}  // namespace corridor::cli
