#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "corridor/analysis/compare.h"
#include "corridor/analysis/k_shortest.h"
#include "corridor/base/diagnostic.h"
#include "corridor/model/study.h"
#include "corridor/report/criticality_answer.h"
#include "corridor/report/curve_answer.h"
#include "corridor/report/invest_answer.h"
#include "corridor/report/ladder_answer.h"
#include "corridor/report/pareto_answer.h"
#include "corridor/report/profile_answer.h"
#include "corridor/report/skim_answer.h"
#include "corridor/report/sweep_answer.h"
#include "corridor/report/switchpoints_answer.h"
#include "corridor/report/verify_answer.h"
#include "corridor/report/why_not_answer.h"
#include "corridor/scenario/apply.h"
#include "corridor/scenario/provenance.h"

namespace corridor {

// What each verb answers, with everything a report needs to print it: one struct per verb.

struct RouteAnswer {
  Question question;
  std::string from, to;  ///< as typed
  Objective const* objective = nullptr;
  ValueOfTime value = kDefaultValueOfTime;
  Graph graph;
  std::optional<Route> route;               ///< the best of all ways
  std::optional<NoRoute> obstacle;          ///< when there is no way at all
  std::optional<RouteChoiceRequest> asked;  ///< when several routes are asked for, or distinct ones
  RouteChoice choice;                       ///< the answer to that
};

struct FlowAnswer {
  Question question;
  std::string from, to;
  Graph graph;
  Flow flow;
  Headroom headroom;
  std::optional<NoRoute> obstacle;  ///< when nothing can flow
};

struct CompareAnswer {
  std::string study, title;
  Span study_written;  ///< where the study's id stands; unknown when there is no study
  std::string from, to;
  std::vector<Variant> variants;
  ComparisonPlan plan;
  Comparison comparison;
};

struct ExplainAnswer {
  std::string what;
  std::vector<Provenance> figures;
};

struct DiffAnswer {
  std::string before, after;  ///< names of the two scenarios
  Network after_network;
  std::vector<Difference> differences;
};

struct CheckAnswer {
  struct File {
    std::string path;
    std::string summary;  ///< "network, 143 nodes, 200 links", when it holds
    Diagnostics diagnostics;
  };
  std::vector<File> files;
  bool accepted = true;
};

struct ListAnswer {
  std::string what;
  struct Row {
    std::string id, title;
  };
  std::vector<Row> rows;
};

using Answer = std::variant<RouteAnswer, FlowAnswer, CompareAnswer, ExplainAnswer, DiffAnswer,
                            CheckAnswer, ListAnswer, CurveAnswer, LadderAnswer, CriticalityAnswer,
                            InvestAnswer, SweepAnswer, VerifyAnswer, ParetoAnswer,
                            SwitchpointsAnswer, WhyNotAnswer, ProfileAnswer, SkimAnswer>;

}  // namespace corridor
