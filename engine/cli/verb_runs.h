#pragma once

#include "outcome.h"

namespace corridor::cli {

class Session;

// One function for each verb that answers a question or serves the shell; the table of verbs
// names them.

Outcome run_compare(Session& session);
Outcome run_route(Session& session);
Outcome run_pareto(Session& session);
Outcome run_switchpoints(Session& session);
Outcome run_why_not(Session& session);
Outcome run_profile(Session& session);
Outcome run_flow(Session& session);
Outcome run_curve(Session& session);
Outcome run_ladder(Session& session);
Outcome run_criticality(Session& session);
Outcome run_invest(Session& session);
Outcome run_sweep(Session& session);
Outcome run_skim(Session& session);
Outcome run_verify(Session& session);
Outcome run_export(Session& session);
Outcome run_pack(Session& session);
Outcome run_explain(Session& session);
Outcome run_diff(Session& session);
Outcome run_check(Session& session);
Outcome run_list(Session& session);
Outcome run_schema(Session& session);
Outcome run_completion(Session& session);
Outcome run_man(Session& session);
Outcome run_help(Session& session);

}  // namespace corridor::cli
