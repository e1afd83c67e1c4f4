#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "corridor/graph/objective.h"
#include "corridor/model/question.h"

namespace corridor::test {

/// One way from origin to destination, by the rules of the oracle's world.
struct EveryWay {
  Totals totals;
  int transfers = 0;
  int borders = 0;  ///< changes of country between the places where it stands on land
  std::vector<LinkId> links;
};

/// All ways that come to no place twice in the same state (vias passed, country last stood in):
/// any other way is no better in anything. Empty when there are more than `most`.
std::optional<std::vector<EveryWay>> all_ways(Network const& network, Question const& question,
                                              std::size_t most);

}  // namespace corridor::test
