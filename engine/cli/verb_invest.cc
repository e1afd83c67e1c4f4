#include "corridor/analysis/certificate.h"
#include "corridor/model/builder.h"
#include "interruption.h"
#include "project_plan.h"
#include "session.h"
#include "verb_runs.h"

namespace corridor::cli {
namespace {

std::optional<Capital> money(Session const& session, std::string_view option) {
  auto const typed = session.request().value(option);
  if (!typed) return std::nullopt;
  auto const amount = read_capital(Text(*typed));
  if (amount) return *amount;
  auto const& wrong = amount.error().front();
  throw UsageError("--" + std::string(option) + ": " + wrong.message +
                   (wrong.hint.empty() ? "" : "; " + wrong.hint));
}

/// What continuous expansion gives.
void expand(InvestAnswer& answer, Network const& network, Stages const& stages) {
  answer.graph =
      stages.run("compile", [&] { return compile_expandable(network, answer.question); });
  answer.curve = stages.run("expansion", [&] { return budget_curve(answer.graph); });
  demand(stages.run("check", [&] { return violation(answer.graph, answer.curve); }));
  if (!answer.budget || !answer.curve.bounded) return;
  auto const budget = Money{answer.budget->parts()} * ExpansionCost::kPartsPerUnit;
  answer.purchase = buy(answer.graph, answer.curve, budget);
  demand(violation(answer.graph, answer.curve, budget, *answer.purchase));
}

InvestAnswer::Project described(CostedProject const& project) {
  auto const& scenario = project.scenario();
  InvestAnswer::Project described{
      scenario.id.text, scenario.title, *scenario.cost, scenario.cost_estimated, {}};
  for (auto const& each : project.chain) described.written.push_back(each.id.span);
  return described;
}

/// Which projects are worth their money.
void rank(InvestAnswer& answer, Session& session, Network const& network, NamedProjects named,
          Interruption const& interruption) {
  auto const& stages = session.stages();
  for (auto const& project : named.projects) answer.projects.push_back(described(project));
  answer.left_out = std::move(named.left_out);
  Projects const projects(session, network, answer.question, std::move(named.projects));
  auto const plan = stages.run("look at projects", [&] { return projects.plan(); });
  if (plan.size() > plan.most()) {
    throw UsageError("--project: " + std::to_string(plan.size()) + " are named, at most " +
                     std::to_string(plan.most()) + " can be compared" +
                     (plan.most() == kMostProjects
                          ? ""
                          : " where one of them changes the year of the question"));
  }
  ProjectQuestion const question{answer.budget, answer.budget_per_year, interruption.stop()};
  answer.ranking = stages.run("rank projects", [&] { return rank_projects(plan, question); });
  demand(stages.run("check", [&] { return violation(plan, question, answer.ranking); }));
  auto built = projects.with(answer.ranking.best);
  auto graph = compile(built, answer.question);
  auto flow = session.flow(graph);
  answer.best = InvestAnswer::Built{std::move(built), std::move(graph), std::move(flow)};
}

bool nothing_helps(InvestAnswer const& answer) {
  bool const flows = !answer.curve.bounded || answer.curve.base.throughput.parts() > 0;
  bool const projects_help =
      !answer.projects.empty() && (!answer.ranking.bounded || answer.ranking.with_all.parts() > 0 ||
                                   answer.ranking.throughput.parts() > 0);
  return !flows && answer.curve.pieces.empty() && !projects_help;
}

}  // namespace

Outcome run_invest(Session& session) {
  auto const& request = session.request();
  InvestAnswer answer;
  answer.budget = money(session, "budget");
  answer.budget_per_year = money(session, "budget-per-year");
  if (answer.budget_per_year && answer.budget_per_year->parts() == 0) {
    throw UsageError("--budget-per-year: must be above 0");
  }
  auto const network = session.asked_network();
  answer.question = session.checked(session.question(network), network);
  answer.from = *request.value("from");
  answer.to = *request.value("to");
  auto named = named_projects(session, network);

  Interruption const interruption;
  expand(answer, network, session.stages());
  if (!named.projects.empty()) rank(answer, session, network, std::move(named), interruption);
  if (nothing_helps(answer)) {
    answer.obstacle = session.why_nothing_flows(network, answer.question);
  }
  bool const stopped = !answer.projects.empty() && !answer.ranking.complete;
  auto outcome = session.answer(answer, network);
  if (stopped && answer.ranking.bounded) {
    outcome.code = kInterrupted;
    outcome.messages += "corridor: interrupted; this is the best so far\n";
  }
  return outcome;
}

}  // namespace corridor::cli
