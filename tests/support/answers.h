#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corridor/graph/objective.h"
#include "corridor/model/question.h"

namespace corridor::test {

/// A best route as ids, so that networks that number things differently compare.
struct RouteFigures {
  Int128 amount = 0;
  std::vector<std::string> links;
  bool operator==(const RouteFigures&) const = default;
};
std::optional<RouteFigures> best(Network const& network, Question const& question,
                                 Objective const& objective,
                                 ValueOfTime value = kDefaultValueOfTime);

/// By objective, in the order of the table; empty where there is no route.
using Amounts = std::vector<std::optional<Int128>>;
Amounts best_amounts(Network const& network, Question const& question);

/// TEU/year; empty when nothing limits it. Throws Defect when the certificate fails.
std::optional<std::int64_t> engine_throughput(Network const& network, Question const& question);

/// Ids of the elements of the cut nearest the origin, sorted.
std::vector<std::string> bottleneck(Network const& network, Question const& question);

/// All of these: what must not change when only the writing changes.
struct Answers {
  std::vector<std::optional<RouteFigures>> routes;
  std::optional<std::int64_t> throughput;
  std::vector<std::string> bottleneck;
  bool operator==(const Answers&) const = default;
};
Answers answers(Network const& network, Question const& question);

}  // namespace corridor::test
