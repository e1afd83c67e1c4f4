#include "corridor/analysis/certificate.h"
#include "criteria.h"
#include "named_way.h"
#include "verb_runs.h"

namespace corridor::cli {

Outcome run_why_not(Session& session) {
  auto const& stages = session.stages();
  auto const by = asked_criteria(session);
  auto const value = session.value_of_time();
  auto const named = session.request().words.front();
  auto const from = session.request().value("from");
  auto const to = session.request().value("to");
  auto const network = session.asked_network();
  auto const asked = asked_way(session, named, network, from, to);

  WhyNotAnswer answer{
      .question = asked.question,
      .from = asked.from,
      .to = asked.to,
      .named = named,
      .name = asked.name,
      .by = by,
      .value = value,
      .graph = stages.run("compile", [&] { return compile(network, asked.question); }),
      .way = {},
      .why = {}};
  answer.way = found_way(session, network, answer.graph, asked, by, value);
  if (answer.way.route) {
    answer.why = stages.run("why not", [&] {
      return why_not(network, answer.graph, answer.question, *answer.way.route, by, value);
    });
    demand(stages.run("check", [&] {
      return violation(network, answer.graph, answer.question, by, value, answer.why);
    }));
  }
  return session.answer(answer, network);
}

}  // namespace corridor::cli
