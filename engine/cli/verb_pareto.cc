#include <algorithm>

#include "amounts.h"
#include "corridor/analysis/pareto.h"
#include "criteria.h"
#include "verb_runs.h"

namespace corridor::cli {
namespace {

/// By criterion; empty when none is typed.
std::vector<Int128> asked_tolerance(Session const& session, std::vector<Criterion const*> const& by,
                                    Assumptions const& assumptions) {
  auto const typed = session.request().value("tolerance");
  if (!typed) return {};
  std::vector<Int128> amounts(by.size(), 0);
  std::vector<bool> named(by.size(), false);
  for (auto const& word : split_list(*typed, "tolerance")) {
    auto const equals = word.find('=');
    if (equals == std::string::npos) {
      throw UsageError("--tolerance: '" + word + "' is not CRITERION=AMOUNT such as time=6h");
    }
    auto const& criterion = criterion_named(word.substr(0, equals), "tolerance");
    auto const place = std::find(by.begin(), by.end(), &criterion);
    if (place == by.end()) {
      throw UsageError("--tolerance: '" + std::string(criterion.name) + "' is not among --by");
    }
    auto const k = static_cast<std::size_t>(place - by.begin());
    if (named[k]) {
      throw UsageError("--tolerance: '" + std::string(criterion.name) + "' is named twice");
    }
    named[k] = true;
    amounts[k] = tolerance(criterion, word.substr(equals + 1), assumptions);
  }
  return amounts;
}

}  // namespace

Outcome run_pareto(Session& session) {
  auto const& request = session.request();
  auto const& stages = session.stages();
  auto by = asked_criteria(session);
  auto const value = session.value_of_time();
  auto const network = session.asked_network();
  auto tolerance = asked_tolerance(session, by, network.assumptions);
  auto asked = session.question(network);
  for (auto const& typed : request.values("via")) {
    asked.via.push_back(session.node(network, typed, "via"));
  }
  auto question = session.checked(std::move(asked), network);

  auto graph = stages.run("compile", [&] { return compile(network, question); });
  ParetoAnswer answer{.question = std::move(question),
                      .from = *request.value("from"),
                      .to = *request.value("to"),
                      .by = std::move(by),
                      .value = value,
                      .tolerance = std::move(tolerance),
                      .graph = std::move(graph),
                      .front = {},
                      .merged = {},
                      .obstacle = {}};
  answer.front = stages.run("front", [&] {
    return pareto_front(network, answer.graph, answer.question, answer.by, answer.value);
  });
  demand(stages.run("check", [&] {
    return violation(network, answer.graph, answer.question, answer.by, answer.value, answer.front);
  }));
  auto const within =
      answer.tolerance.empty() ? std::vector<Int128>(answer.by.size(), 0) : answer.tolerance;
  answer.merged = merge_near_equals(answer.front, within);
  demand(violation(answer.front, within, answer.merged));
  if (answer.front.routes.empty()) {
    answer.obstacle = stages.run("explain", [&] {
      return why_no_route(network, answer.question, *find_objective("time"), answer.value);
    });
  }
  return session.answer(answer, network);
}

}  // namespace corridor::cli
