#include "amounts.h"
#include "corridor/analysis/certificate.h"
#include "corridor/analysis/ladder.h"
#include "session.h"
#include "verb_runs.h"

namespace corridor::cli {

Outcome run_ladder(Session& session) {
  auto const& request = session.request();
  auto const network = session.asked_network();
  auto const question = session.checked(session.question(network), network);
  std::optional<Capacity> target;
  if (auto const typed = request.value("target")) {
    target = capacity("target", *typed, network.assumptions);
  }

  auto const& stages = session.stages();
  auto graph = stages.run("compile", [&] { return compile(network, question); });
  auto ladder = stages.run("ladder", [&] { return bottleneck_ladder(graph, target); });
  demand(stages.run("check", [&] { return violation(graph, ladder); }));
  std::optional<NoRoute> obstacle;
  if (!ladder.steps.empty() && ladder.steps.front().flow.throughput == Capacity()) {
    obstacle = session.why_nothing_flows(network, question);
  }
  return session.answer(LadderAnswer{question, *request.value("from"), *request.value("to"),
                                     std::move(graph), std::move(ladder), std::move(obstacle)},
                        network);
}

}  // namespace corridor::cli
