#include <string>
#include <string_view>

#include "corridor/graph/compile.h"
#include "corridor/report/dimacs.h"
#include "session.h"
#include "verb_runs.h"

namespace corridor::cli {

namespace {

constexpr std::string_view kFlows = "dimacs";
constexpr std::string_view kPaths = "dimacs-sp";
constexpr std::string_view kPlaces = "dimacs-co";

/// What the weights are; only shortest paths have any.
Objective const& asked_weight(Session const& session, std::string const& what) {
  auto const typed = session.request().value("by");
  if (typed && what != kPaths) throw UsageError("--by belongs to `export dimacs-sp`");
  auto const& objective = *session.objective(typed.value_or("time"));
  if (objective.name == "generalised") {
    throw UsageError("--by: weights are time, cost, length or emissions");
  }
  return objective;
}

}  // namespace

Outcome run_export(Session& session) {
  auto const& what = session.request().words.front();
  if (what != kFlows && what != kPaths && what != kPlaces) {
    throw UsageError("`export` knows no '" + what + "'; it takes dimacs, dimacs-sp or dimacs-co");
  }
  auto const& weight = asked_weight(session, what);
  auto const network = session.asked_network();
  auto const question = session.checked(session.question(network), network);
  auto const graph = session.stages().run("compile", [&] { return compile(network, question); });
  if (what == kPaths) return session.text(to_dimacs_paths(network, question, graph, weight));
  if (what == kPlaces) return session.text(to_dimacs_places(network, question, graph));
  return session.text(to_dimacs(network, question, graph));
}

}  // namespace corridor::cli
