#pragma once

#include <string>

#include "corridor/report/answer.h"
#include "corridor/report/render.h"

namespace corridor::report {

// One answer as text for people, at most `style.width` columns wide where its words allow.

std::string route_text(RouteAnswer const& answer, Network const& network, Style const& style);
/// Several routes side by side.
std::string route_choice_text(RouteAnswer const& answer, Network const& network,
                              Style const& style);
/// Why there is not even one that passes no node twice; empty when there is.
std::string choice_reason(RouteAnswer const& answer);
std::string flow_text(FlowAnswer const& answer, Network const& network, Style const& style);
std::string compare_text(CompareAnswer const& answer, Style const& style);
std::string explain_text(ExplainAnswer const& answer, Network const& network, Sources const& texts,
                         Style const& style);
std::string diff_text(DiffAnswer const& answer, Style const& style);
std::string check_text(CheckAnswer const& answer, Sources const& texts, Style const& style);
std::string list_text(ListAnswer const& answer, Style const& style);
std::string curve_text(CurveAnswer const& answer, Network const& network, Style const& style);
std::string ladder_text(LadderAnswer const& answer, Network const& network, Style const& style);
std::string criticality_text(CriticalityAnswer const& answer, Network const& network,
                             Style const& style);
std::string invest_text(InvestAnswer const& answer, Network const& network, Style const& style);
std::string sweep_text(SweepAnswer const& answer, Network const& network, Style const& style);
std::string skim_text(SkimAnswer const& answer, Network const& network, Style const& style);
std::string verify_text(VerifyAnswer const& answer, Network const& network, Style const& style);
std::string pareto_text(ParetoAnswer const& answer, Network const& network, Style const& style);
std::string switchpoints_text(SwitchpointsAnswer const& answer, Network const& network,
                              Style const& style);
std::string why_not_text(WhyNotAnswer const& answer, Network const& network, Style const& style);
std::string profile_text(ProfileAnswer const& answer, Network const& network, Style const& style);

/// Why there is no `route` or `flow`: what stands in the way and the smallest cure.
std::string obstacles_text(std::string const& question, NoRoute const& obstacle,
                           Objective const* objective, ValueOfTime value, Style const& style);

/// The scenario that a scenario builds on: the one before it where that is part of it, as in a
/// study of works one after another; else the first. `variant` is not 0.
std::size_t reference_of(CompareAnswer const& answer, std::size_t variant);

/// The last paragraphs of a comparison: what each variant changed for a corridor and what binds
/// next. `column` is the corridor's place among the cells.
std::string compare_words(CompareAnswer const& answer, std::size_t column, Style const& style);

}  // namespace corridor::report
