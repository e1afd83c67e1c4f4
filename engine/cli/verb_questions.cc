#include "amounts.h"
#include "corridor/analysis/certificate.h"
#include "corridor/scenario/apply.h"
#include "session.h"
#include "verb_runs.h"

namespace corridor::cli {

namespace {

/// What --count and --distinct say; empty without them.
std::optional<RouteChoiceRequest> route_choice(Request const& request) {
  constexpr std::uint64_t kMostRoutes = 10'000;
  auto const count = request.value("count");
  auto const distinct = request.value("distinct");
  if (!count && distinct) throw UsageError("--distinct needs --count");
  if (!count) return std::nullopt;
  RouteChoiceRequest asked;
  asked.count = whole_number(*count, "count", 1, kMostRoutes, "a number of routes from 1 to 10000");
  asked.distinct = static_cast<int>(whole_number(distinct.value_or("0"), "distinct", 0, 100,
                                                 "a whole number of percent from 0 to 100"));
  return asked;
}

/// The routes asked for, checked against the best of all ways.
RouteChoice chosen(Session const& session, Network const& network, RouteAnswer const& answer) {
  auto const& stages = session.stages();
  auto choice = stages.run("routes", [&] {
    return k_shortest_routes(network, answer.graph, answer.question, *answer.objective,
                             *answer.asked, answer.value);
  });
  demand(stages.run("check routes", [&] {
    return violation(network, answer.graph, answer.question, *answer.objective, answer.value,
                     *answer.asked, *answer.route, choice);
  }));
  return choice;
}

}  // namespace

Outcome run_route(Session& session) {
  auto const& request = session.request();
  auto const asked_for = route_choice(request);
  auto const* by = session.objective(request.value("by").value_or("time"));
  auto const value = session.value_of_time();
  auto const network = session.asked_network();
  auto asked = session.question(network);
  for (auto const& typed : request.values("via")) {
    asked.via.push_back(session.node(network, typed, "via"));
  }
  auto const question = session.checked(std::move(asked), network);

  auto const& stages = session.stages();
  auto graph = stages.run("compile", [&] { return compile(network, question); });
  auto found = stages.run(
      "route", [&] { return proven_shortest_path(network, graph, question, *by, value); });
  std::optional<Route> route;
  std::optional<NoRoute> obstacle;
  if (found) {
    demand(stages.run("check", [&] {
      return violation(network, graph, question, *by, value, found->route, found->potentials);
    }));
    route = std::move(found->route);
  } else {
    obstacle = stages.run("explain", [&] { return why_no_route(network, question, *by, value); });
  }
  RouteAnswer answer{
      question,         *request.value("from"), *request.value("to"), by,        value,
      std::move(graph), std::move(route),       std::move(obstacle),  asked_for, {}};
  if (answer.route && asked_for) answer.choice = chosen(session, network, answer);
  return session.answer(answer, network);
}

Outcome run_flow(Session& session) {
  auto const& request = session.request();
  auto const network = session.asked_network();
  auto const question = session.checked(session.question(network), network);

  auto const& stages = session.stages();
  auto graph = stages.run("compile", [&] { return compile(network, question); });
  auto flow = session.flow(graph);
  Headroom room;
  std::optional<NoRoute> obstacle;
  if (flow.bounded && flow.throughput.parts() == 0) {
    obstacle = session.why_nothing_flows(network, question);
  } else if (flow.bounded) {
    room = stages.run("headroom", [&] { return headroom(graph, flow); });
  }
  return session.answer(
      FlowAnswer{question, *request.value("from"), *request.value("to"), std::move(graph),
                 std::move(flow), std::move(room), std::move(obstacle)},
      network);
}

Outcome run_explain(Session& session) {
  auto const network = session.asked_network();
  auto const& what = session.request().words.front();
  auto explanation = explain(network, what);
  if (!explanation.problem.empty()) throw UsageError(explanation.problem);
  return session.answer(ExplainAnswer{what, std::move(explanation.figures)}, network);
}

Outcome run_diff(Session& session) {
  auto const& names = session.request().words;
  auto const base = session.base_network();
  auto const before = session.with_scenarios(base, {names[0]});
  auto const after = session.with_scenarios(base, {names[1]});
  return session.answer(DiffAnswer{names[0], names[1], after, difference(before, after)}, after);
}

}  // namespace corridor::cli
