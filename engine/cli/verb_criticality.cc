#include <algorithm>
#include <string>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/criticality.h"
#include "session.h"
#include "verb_runs.h"

namespace corridor::cli {
namespace {

constexpr std::size_t kDefaultTop = 20;

/// Proofs hold a flow each; this many amounts are kept and checked at most, the worst losses
/// first. Networks of up to some thousand arcs are proved as a whole.
constexpr std::size_t kMostProofAmounts = 50'000'000;

std::size_t top_of(Request const& request) {
  constexpr std::size_t kMostDigits = 6;
  auto const typed = request.value("top");
  if (!typed) return kDefaultTop;
  bool const digits =
      std::all_of(typed->begin(), typed->end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || typed->empty() || typed->front() == '0' || typed->size() > kMostDigits) {
    throw UsageError("--top: '" + *typed + "' is not a number of rows from 1 to 999999");
  }
  return std::stoul(*typed);
}

/// The losses of an answer that flows and is bounded, each checked.
void fill(CriticalityAnswer& answer, Network const& network, Session const& session) {
  auto const& stages = session.stages();
  auto const& graph = answer.graph;
  answer.criticality =
      stages.run("losses", [&] { return criticality(network, graph, answer.flow); });
  if (session.request().has("pairs")) {
    answer.pairs = stages.run("pairs", [&] {
      return pair_criticality(graph, answer.flow, answer.criticality, answer.top);
    });
  }
  auto const pairs = answer.pairs ? answer.pairs->worst : std::vector<PairLoss>();
  auto const most = kMostProofAmounts / std::max<std::size_t>(1, graph.arc_count());
  answer.proof = stages.run(
      "proof", [&] { return proof_of(graph, answer.flow, answer.criticality, pairs, most); });
  demand(stages.run("check", [&] {
    return violation(network, graph, answer.flow, answer.criticality, pairs, answer.proof);
  }));
  for (auto const& [name, routes] :
       {std::pair("time", &answer.time), std::pair("cost", &answer.cost)}) {
    auto const& objective = *find_objective(name);
    *routes = stages.run(
        name, [&, &o = objective] { return route_criticality(graph, o, answer.criticality); });
    if (answer.proof.elements.size() > most) continue;
    demand(stages.run("check", [&, &o = objective, &r = *routes] {
      return violation(graph, o, answer.criticality, r);
    }));
  }
}

}  // namespace

Outcome run_criticality(Session& session) {
  auto const& request = session.request();
  auto const top = top_of(request);
  auto const network = session.asked_network();
  auto const question = session.checked(session.question(network), network);

  auto const& stages = session.stages();
  auto graph = stages.run("compile", [&] { return compile(network, question); });
  auto flow = session.flow(graph);
  CriticalityAnswer answer{question,
                           *request.value("from"),
                           *request.value("to"),
                           std::move(graph),
                           std::move(flow),
                           {},
                           {},
                           {},
                           {},
                           {},
                           top,
                           {}};
  if (answer.flow.bounded && answer.flow.throughput == Capacity()) {
    answer.obstacle = session.why_nothing_flows(network, question);
  } else if (answer.flow.bounded) {
    fill(answer, network, session);
  }
  return session.answer(answer, network);
}

}  // namespace corridor::cli
