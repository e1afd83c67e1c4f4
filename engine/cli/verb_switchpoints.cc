#include "amounts.h"
#include "corridor/analysis/compare.h"
#include "corridor/analysis/switchpoints.h"
#include "corridor/scenario/apply.h"
#include "session.h"
#include "verb_runs.h"

namespace corridor::cli {
namespace {

Tradeoff asked_tradeoff(Session const& session) {
  auto const typed = session.request().value("by").value_or("cost,time");
  auto const names = split_list(typed, "by");
  if (names.size() != 2) {
    throw UsageError("--by: two objectives are weighed against each other, as in cost,time; '" +
                     typed + "' names " + std::to_string(names.size()));
  }
  Tradeoff const tradeoff{session.objective(names[0]), session.objective(names[1]),
                          session.value_of_time()};
  if (tradeoff.first == tradeoff.second) {
    throw UsageError("--by: '" + names[0] + "' is named twice");
  }
  return tradeoff;
}

RateRange asked_range(Session const& session, Tradeoff const& tradeoff) {
  auto const& request = session.request();
  RateRange range;
  if (auto const typed = request.value("min")) range.min = rate("min", *typed, tradeoff);
  if (auto const typed = request.value("max")) range.max = rate("max", *typed, tradeoff);
  if (range.max && !(range.min < *range.max)) throw UsageError("--max is not above --min");
  return range;
}

/// The network as it is asked, or one for each scenario of --each on top of that.
std::vector<SwitchpointsAnswer::Column> columns_of(Session& session, Network const& network,
                                                   Question const& question) {
  std::vector<SwitchpointsAnswer::Column> columns;
  auto const add = [&](std::string id, std::string title, Network with) {
    auto graph = session.stages().run("compile", [&] { return compile(with, question); });
    columns.push_back({std::move(id), std::move(title), std::move(with), std::move(graph), {}, {}});
  };
  auto const& applied = network.scenarios;
  auto const named = [&] {
    add(applied.empty() ? std::string(kBaseScenario) : applied.back().id,
        applied.empty() ? std::string(kBaseTitle) : applied.back().title, network);
  };
  if (!session.request().has("each")) named();
  for (auto const& name : session.request().values("each")) {
    if (name == kBaseScenario) {
      named();
      continue;
    }
    // Together with what is applied already, so that nothing is applied twice.
    auto names = session.request().values("scenario");
    names.push_back(name);
    auto with = session.with_scenarios(session.base_network(), names);
    auto const last = with.scenarios.back();
    add(last.id, last.title, std::move(with));
  }
  return columns;
}

void answer_column(Session const& session, SwitchpointsAnswer const& answer,
                   SwitchpointsAnswer::Column& column) {
  auto const& stages = session.stages();
  column.switchpoints = stages.run("switchpoints", [&] {
    return switchpoints(column.network, column.graph, answer.question, answer.tradeoff,
                        answer.range);
  });
  demand(stages.run("check", [&] {
    return violation(column.network, column.graph, answer.question, answer.tradeoff, answer.range,
                     column.switchpoints);
  }));
  if (!column.switchpoints.pieces.empty()) return;
  column.obstacle = stages.run("explain", [&] {
    return why_no_route(column.network, answer.question, *answer.tradeoff.first,
                        answer.tradeoff.value);
  });
}

}  // namespace

Outcome run_switchpoints(Session& session) {
  auto const& request = session.request();
  auto const tradeoff = asked_tradeoff(session);
  auto const range = asked_range(session, tradeoff);
  auto const network = session.asked_network();
  auto asked = session.question(network);
  for (auto const& typed : request.values("via")) {
    asked.via.push_back(session.node(network, typed, "via"));
  }
  SwitchpointsAnswer answer{.question = session.checked(std::move(asked), network),
                            .from = *request.value("from"),
                            .to = *request.value("to"),
                            .tradeoff = tradeoff,
                            .range = range,
                            .columns = {},
                            .compares = request.has("each")};
  answer.columns = columns_of(session, network, answer.question);
  for (auto& column : answer.columns) answer_column(session, answer, column);
  return session.answer(answer, network);
}

}  // namespace corridor::cli
