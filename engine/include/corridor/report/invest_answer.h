#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/budget_curve.h"
#include "corridor/analysis/projects.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/base/sources.h"
#include "corridor/model/question.h"

namespace corridor {

struct InvestAnswer {
  /// A scenario with a cost.
  struct Project {
    std::string id, title;
    Capital cost;
    bool cost_estimated = false;
    std::vector<Span> written;  ///< the ids of what it extends and its own, in their files
  };
  /// Projects that are built, with what flows then.
  struct Built {
    Network network;
    Graph graph;
    Flow flow;
  };

  Question question;
  std::string from, to;  ///< as typed
  std::optional<Capital> budget, budget_per_year;

  ExpandableGraph graph{Graph({}, nullptr), {}, {}};
  BudgetCurve curve;                       ///< continuous expansion
  std::optional<BudgetPurchase> purchase;  ///< with a budget

  std::vector<Project> projects;
  std::vector<std::string> left_out;  ///< projects that the scenarios leave no place for
  ProjectAnswer ranking;              ///< of the projects; meaningless when there are none
  std::optional<Built> best;          ///< the best set, when there are projects

  std::optional<NoRoute> obstacle;  ///< when nothing can flow, whatever is spent
};

}  // namespace corridor
