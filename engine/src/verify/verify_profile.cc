// `profile`: the route, every step of it, and the indicators.

#include "analysis/route.h"
#include "corridor/analysis/certificate.h"
#include "corridor/analysis/named_way.h"
#include "corridor/analysis/profile.h"
#include "report/json.h"
#include "verify/context.h"
#include "verify/questions.h"

namespace corridor::verify {
namespace {

/// Proven to be the best one, or the way that was named: that is found anew, which is cheap.
Route read_route(Flows const& flows, ProfileAnswer& answer, Item const& result) {
  auto const item = result.at("route");
  if (answer.named.empty()) {
    auto const proof = result.at("proof");
    proof.only({"potentials"});
    return read_best(flows, answer.question, *answer.objective, answer.value, item,
                     proof.at("potentials"));
  }
  answer.name = read_way(flows.network(), answer.named);
  if (!answer.name.problem.empty()) {
    result.at("named").refuse("names no way: " + answer.name.problem);
  }
  auto route = describe(flows.network(), flows.graph(), joined(flows, item.at("legs")));
  auto const found = violation_of_way(flows.network(), flows.graph(), answer.question, route);
  if (!found.empty()) item.refuse(flows.named(found));
  std::vector<Criterion const*> const by{find_criterion(answer.objective->name)};
  auto const way =
      find_way(flows.network(), flows.graph(), answer.question, answer.name, by, answer.value);
  if (!way.route || way.route->arcs != route.arcs) item.refuse("is not the way that is named");
  answer.filled = way.filled;
  return route;
}

}  // namespace

void verify_profile(Context& context, Network const& network) {
  auto const result = context.root.at("result");
  auto const question = read_question(network, result);
  auto const named = result.at("named");
  ProfileAnswer answer{.question = question,
                       .from = result.at("from").text(),
                       .to = result.at("to").text(),
                       .named = named.is_null() ? std::string() : named.text(),
                       .name = {},
                       .objective = &read_objective(result.at("by")),
                       .value = read_value(result),
                       .graph = compile(network, question),
                       .filled = {},
                       .route = {},
                       .profile = {},
                       .obstacle = {}};
  Flows const flows(network, answer.graph);
  answer.route = read_route(flows, answer, result);
  answer.profile = profile(network, answer.graph, *answer.route);
  auto const found = violation(network, answer.graph, *answer.route, answer.profile);
  if (!found.empty()) result.at("steps").refuse(found);
  if (answer.named.empty()) {
    result.expect_json(report::without_proof(answer, network).dump(), {"proof"});
    context.checked("no better route by the potentials, ties by file order");
  } else {
    result.expect_json(report::without_proof(answer, network).dump());
    context.checked("the route is the way that is named");
  }
  context.checked("every step, what it adds up to, and the indicators");
}

}  // namespace corridor::verify
