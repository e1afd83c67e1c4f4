#include "corridor/analysis/certificate.h"
#include "corridor/analysis/potentials.h"
#include "named_way.h"
#include "verb_runs.h"

namespace corridor::cli {
namespace {

ProfileAnswer begun(Session const& session, Network const& network, Question question) {
  auto graph = session.stages().run("compile", [&] { return compile(network, question); });
  return {.question = std::move(question),
          .from = {},
          .to = {},
          .named = {},
          .name = {},
          .objective = session.objective(session.request().value("by").value_or("time")),
          .value = session.value_of_time(),
          .graph = std::move(graph),
          .filled = {},
          .route = {},
          .profile = {},
          .obstacle = {}};
}

/// The way that a word names.
ProfileAnswer of_named_way(Session& session, Network const& network,
                           std::optional<std::string> const& from,
                           std::optional<std::string> const& to) {
  auto const named = session.request().words.front();
  if (session.request().has("via")) {
    throw UsageError("--via: a route that is named passes what it names; name the node there");
  }
  auto asked = asked_way(session, named, network, from, to);
  auto answer = begun(session, network, asked.question);
  std::vector<Criterion const*> const by{find_criterion(answer.objective->name)};
  auto found = found_way(session, network, answer.graph, asked, by, answer.value);
  answer.from = asked.from;
  answer.to = asked.to;
  answer.named = named;
  answer.name = std::move(asked.name);
  answer.filled = std::move(found.filled);
  answer.route = std::move(found.route);
  answer.obstacle = std::move(found.obstacle);
  if (answer.route) {
    demand(violation_of_way(network, answer.graph, answer.question, *answer.route));
  }
  return answer;
}

ProfileAnswer of_best_route(Session& session, Network const& network) {
  auto const& request = session.request();
  auto const& stages = session.stages();
  auto asked = session.question(network);
  for (auto const& typed : request.values("via")) {
    asked.via.push_back(session.node(network, typed, "via"));
  }
  auto answer = begun(session, network, session.checked(std::move(asked), network));
  answer.from = *request.value("from");
  answer.to = *request.value("to");
  auto found = stages.run("route", [&] {
    return proven_shortest_path(network, answer.graph, answer.question, *answer.objective,
                                answer.value);
  });
  if (found) {
    demand(stages.run("check", [&] {
      return violation(network, answer.graph, answer.question, *answer.objective, answer.value,
                       found->route, found->potentials);
    }));
    answer.route = std::move(found->route);
  } else {
    answer.obstacle = stages.run("explain", [&] {
      return why_no_route(network, answer.question, *answer.objective, answer.value);
    });
  }
  return answer;
}

}  // namespace

Outcome run_profile(Session& session) {
  auto const from = session.request().value("from");
  auto const to = session.request().value("to");
  auto const network = session.asked_network();
  auto answer = session.request().words.empty() ? of_best_route(session, network)
                                                : of_named_way(session, network, from, to);
  if (answer.route) {
    answer.profile = profile(network, answer.graph, *answer.route);
    demand(violation(network, answer.graph, *answer.route, answer.profile));
  }
  return session.answer(answer, network);
}

}  // namespace corridor::cli
