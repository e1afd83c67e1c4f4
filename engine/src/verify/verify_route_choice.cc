// Several routes: all that can be checked without searching again.

#include "analysis/route.h"
#include "corridor/analysis/k_shortest.h"
#include "report/json.h"
#include "verify/context.h"
#include "verify/questions.h"

namespace corridor::verify {
namespace {

ChoiceEnd read_end(Item const& item) {
  for (auto const end : {ChoiceEnd::count, ChoiceEnd::exhausted, ChoiceEnd::limit}) {
    if (item.text() == name_of(end)) return end;
  }
  item.refuse("is not count, exhausted or limit");
}

std::size_t read_count(Item const& item) {
  auto const count = item.whole();
  if (count < 0) item.refuse("is less than nothing");
  return static_cast<std::size_t>(count);
}

RouteChoiceRequest read_request(Item const& result) {
  constexpr std::int64_t kHundred = 100;
  RouteChoiceRequest request;
  request.count = read_count(result.at("count"));
  auto const percent = result.at("distinct_percent");
  if (percent.whole() < 0 || percent.whole() > kHundred) percent.refuse("is no percentage");
  request.distinct = static_cast<int>(percent.whole());
  return request;
}

Route read_way(Flows const& flows, Item const& route) {
  return describe(flows.network(), flows.graph(), joined(flows, route.at("legs")));
}

}  // namespace

void verify_route_choice(Context& context, Network const& network) {
  auto const result = context.root.at("result");
  auto const question = read_question(network, result);
  auto graph = compile(network, question);
  Flows const flows(network, graph);
  auto const& objective = read_objective(result.at("by"));
  auto const value = read_value(result);
  auto const proof = result.at("proof");
  proof.only({"potentials"});

  auto const request = read_request(result);
  auto const routes = result.at("routes");
  RouteChoice choice;
  for (std::size_t i = 0; i < routes.size(); ++i) {
    choice.routes.push_back(read_way(flows, routes[i]));
  }
  if (choice.routes.empty()) routes.refuse("is empty");
  choice.end = read_end(result.at("ended"));
  choice.examined = read_count(result.at("examined"));
  choice.similar = read_count(result.at("left_out_similar"));

  auto const other = result.at("best_of_all_ways");
  auto const at = other.is_null() ? routes[0] : other;
  auto best_way = read_best(flows, question, objective, value, at, proof.at("potentials"));
  auto const found =
      violation(network, graph, question, objective, value, request, best_way, choice);
  if (!found.empty()) routes.refuse(found);

  RouteAnswer const answer{
      question, result.at("from").text(), result.at("to").text(), &objective, value,
      graph,    std::move(best_way),      std::nullopt,           request,    std::move(choice)};
  result.expect_json(report::without_proof(answer, network).dump(), {"proof"});
  context.checked("the legs of each route join, pass the vias, and pass no node twice");
  context.checked("the order of the routes, and that they differ as asked");
  context.checked(other.is_null() ? "no better route than the first by the potentials"
                                  : "no better way than the best of all ways by the potentials");
  context.checked("every figure of the routes and their legs");
  context.unchecked("that no route is missing between or after those listed");
}

}  // namespace corridor::verify
