#pragma once

#include <string>

#include "corridor/report/answer.h"
#include "report/json_value.h"

namespace corridor::report {

/// The whole object of the contract's section 6. `reason` is empty when the question was answered.
std::string json_of(Answer const& answer, Network const& network, Sources const& sources,
                    std::string const& reason);

// What stands under `result`, and why there is nothing there (empty when answered).
Json result_of(CurveAnswer const& answer, Network const& network);
/// The question, what is multiplied, and from what to what: how the result begins.
Json asked_json(CurveAnswer const& answer, Network const& network);
std::string reason_of(CurveAnswer const& answer);
Json result_of(LadderAnswer const& answer, Network const& network);
std::string reason_of(LadderAnswer const& answer);
Json result_of(CriticalityAnswer const& answer, Network const& network);
std::string reason_of(CriticalityAnswer const& answer);
Json result_of(InvestAnswer const& answer, Network const& network);
std::string reason_of(InvestAnswer const& answer);
Json result_of(SweepAnswer const& answer, Network const& network);
std::string reason_of(SweepAnswer const& answer);
Json result_of(SkimAnswer const& answer, Network const& network);
std::string reason_of(SkimAnswer const& answer);
Json result_of(VerifyAnswer const& answer, Network const& network);
std::string reason_of(VerifyAnswer const& answer);
Json result_of(ParetoAnswer const& answer, Network const& network);
std::string reason_of(ParetoAnswer const& answer);
std::string reason_of(SwitchpointsAnswer const& answer);
Json result_of(WhyNotAnswer const& answer, Network const& network);
/// The question and the way as it is named: how the result begins.
Json asked_json(WhyNotAnswer const& answer, Network const& network);
std::string reason_of(WhyNotAnswer const& answer);
Json result_of(ProfileAnswer const& answer, Network const& network);
Json asked_json(ProfileAnswer const& answer, Network const& network);
std::string reason_of(ProfileAnswer const& answer);

class Inputs;
Json result_of(RouteAnswer const& answer, Network const& network);
Json result_of(FlowAnswer const& answer, Network const& network);
Json result_of(CompareAnswer const& answer, Inputs const& inputs);
Json result_of(SwitchpointsAnswer const& answer, Inputs const& inputs);

// The same without `proof`, and of a comparison without what it holds: what `verify` compares with
// once it has checked the proof.
Json without_proof(RouteAnswer const& answer, Network const& network);
Json without_proof(FlowAnswer const& answer, Network const& network);
Json without_proof(ParetoAnswer const& answer, Network const& network);
std::vector<Json> routes_json(ParetoAnswer const& answer, Network const& network);
/// All but `front`, `as_good_as` and `beaten_by`.
Json without_front(WhyNotAnswer const& answer, Network const& network);
/// One entry of `beaten_by` without its number.
Json rival_json(WhyNotAnswer const& answer, Network const& network, std::size_t rival);
Json without_proof(ProfileAnswer const& answer, Network const& network);
Json without_proof(CompareAnswer const& answer, Variant const& variant, ComparisonCell const& cell);
/// One column, without its proof; `column` is its number.
Json without_proof(SwitchpointsAnswer const& answer, std::size_t column, Inputs const& inputs);
/// How the result begins: all but the columns.
Json asked_json(SwitchpointsAnswer const& answer);
Json comparison_json(CompareAnswer const& answer);
Json column_json(CompareAnswer const& answer, std::size_t column, Inputs const& inputs);

// The parts that several verbs share.
Json value_of_time_json(ValueOfTime value);
Json nodes_json(Network const& network, std::vector<NodeId> const& nodes);
Json json_of_route(Network const& network, Graph const& graph, Route const& route,
                   ValueOfTime value, bool with_legs);
/// The `bottleneck[]` of the contract.
Json json_of_cut(Network const& network, Graph const& graph, std::vector<ArcId> const& cut);
/// `from`, `to`, the nodes behind them, year, corridor, and what to pass and to avoid: how every
/// result begins.
Json question_json(Network const& network, Question const& question, std::string const& from,
                   std::string const& to);
/// The `flows[]` of the contract: what carries something.
Json flows_json(Network const& network, Graph const& graph, Flow const& flow);
Json json_of(Limit capacity);  ///< null when unlimited
Json json_of(Headroom const& headroom);

}  // namespace corridor::report
