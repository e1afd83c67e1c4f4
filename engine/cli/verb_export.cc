#include "corridor/graph/compile.h"
#include "corridor/report/dimacs.h"
#include "session.h"
#include "verb_runs.h"

namespace corridor::cli {

Outcome run_export(Session& session) {
  auto const& what = session.request().words.front();
  if (what != "dimacs") throw UsageError("`export` knows no '" + what + "'; it takes dimacs");
  auto const network = session.asked_network();
  auto const question = session.checked(session.question(network), network);
  auto const graph = session.stages().run("compile", [&] { return compile(network, question); });
  return session.text(to_dimacs(network, question, graph));
}

}  // namespace corridor::cli
