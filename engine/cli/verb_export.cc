#include <algorithm>
#include <string>
#include <string_view>

#include "corridor/graph/compile.h"
#include "corridor/io/tables.h"
#include "corridor/report/dimacs.h"
#include "corridor/report/geojson.h"
#include "options.h"
#include "session.h"
#include "verb_runs.h"
#include "verbs.h"

namespace corridor::cli {
namespace {

constexpr std::string_view kPaths = "dimacs-sp";
constexpr std::string_view kPlaces = "dimacs-co";
constexpr std::string_view kTables = "csv";
constexpr std::string_view kGmns = "gmns";
constexpr std::string_view kMap = "geojson";

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

bool is_known(std::string const& what) {
  auto const known = words_of(Values::exchange_format);
  return std::find(known.begin(), known.end(), what) != known.end();
}

/// Of what is no question's graph only the network counts.
void refuse_question(Session const& session, std::string const& what, bool with_scenarios) {
  for (auto const* option : {"from", "to", "by", "avoid", "corridor", "year", "scenario"}) {
    if (!session.request().has(option)) continue;
    if (option == std::string_view("scenario") && with_scenarios) continue;
    if (option == std::string_view("year") && !with_scenarios) continue;
    throw UsageError("--" + std::string(option) + " has no place in `export " + what + "`");
  }
}

Outcome export_map(Session& session) {
  refuse_question(session, std::string(kMap), true);
  auto const network = session.asked_network();
  return session.text(session.stages().run("write", [&] { return to_geojson(network); }));
}

Outcome export_folder(Session& session, std::string const& what) {
  refuse_question(session, what, false);
  if (session.request().value("output").value_or("-") == "-") {
    throw UsageError("`export " + what + "` makes a folder; name it with -o DIR");
  }
  auto network = session.base_network();
  if (auto const year = session.year()) network.year = *year;
  if (network.year == 0) {
    throw UsageError("this network has no year, which its file must name: --year YEAR");
  }
  Outcome outcome;
  outcome.files = session.stages().run(
      "write", [&] { return what == kGmns ? to_gmns(network) : to_csv_tables(network); });
  return outcome;
}

}  // namespace

bool makes_folder(Request const& request) {
  if (request.verb->run != run_export || request.words.empty()) return false;
  return request.words.front() == kTables || request.words.front() == kGmns;
}

Outcome run_export(Session& session) {
  auto const& what = session.request().words.front();
  if (!is_known(what)) {
    throw UsageError("`export` knows no '" + what +
                     "'; it takes csv, gmns, geojson, dimacs, dimacs-sp or dimacs-co");
  }
  if (what == kMap) return export_map(session);
  if (makes_folder(session.request())) return export_folder(session, what);
  auto const& weight = asked_weight(session, what);
  auto const network = session.asked_network();
  auto const question = session.checked(session.question(network), network);
  auto const graph = session.stages().run("compile", [&] { return compile(network, question); });
  if (what == kPaths) return session.text(to_dimacs_paths(network, question, graph, weight));
  if (what == kPlaces) return session.text(to_dimacs_places(network, question, graph));
  return session.text(to_dimacs(network, question, graph));
}

}  // namespace corridor::cli
