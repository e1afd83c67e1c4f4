#include "corridor/base/decimal.h"
#include "report/figures.h"
#include "report/inputs.h"
#include "report/json.h"
#include "report/proof.h"

namespace corridor::report {
namespace {

/// What a flow and its cuts say.
void set_flow(Json& object, Network const& network, Graph const& graph, Flow const& flow,
              Headroom const& headroom) {
  object.set("throughput_teu_per_year",
             flow.bounded ? Json::number(flow.throughput.parts()) : Json());
  object.set("bounded", Json::boolean(flow.bounded));
  object.set("bottleneck", json_of_cut(network, graph, flow.cut));
  object.set("bottleneck_at_destination", json_of_cut(network, graph, flow.cut_at_destination));
  object.set("unique", Json::boolean(flow.unique_cut));
  object.set("headroom_teu_per_year", flow.bounded ? json_of(headroom) : Json());
  object.set("next_bottleneck", json_of_cut(network, graph, headroom.next_cut));
}

/// Without the starts, ends and undeclared passages, which are nothing a planner would see.
std::vector<ArcId> elements_among(Graph const& graph, std::vector<ArcId> const& arcs) {
  std::vector<ArcId> elements;
  for (ArcId const arc : arcs) {
    if (graph.element(arc)) elements.push_back(arc);
  }
  return elements;
}

/// Several routes, and why there are no more of them.
void set_choice(Json& object, RouteAnswer const& answer, Network const& network) {
  auto const& choice = answer.choice;
  auto routes = Json::list();
  for (auto const& route : choice.routes) {
    auto entry = json_of_route(network, answer.graph, route, answer.value, true);
    auto const apart = difference_from(answer.graph, route, choice.routes.front());
    entry.set("apart_from_first_percent", Json::number(format_parts(percent_apart(apart), 1000)));
    routes.push(std::move(entry));
  }
  object.set("count", Json::number(static_cast<std::int64_t>(answer.asked->count)));
  object.set("distinct_percent", Json::number(answer.asked->distinct));
  object.set("routes", std::move(routes));
  object.set("ended", Json::string(name_of(choice.end)));
  object.set("examined", Json::number(static_cast<std::int64_t>(choice.examined)));
  object.set("left_out_similar", Json::number(static_cast<std::int64_t>(choice.similar)));
  object.set("best_of_all_ways",
             answer.route->repeats_node
                 ? json_of_route(network, answer.graph, *answer.route, answer.value, true)
                 : Json());
}

Json cell_proof(CompareAnswer const& answer, Network const& network, ComparisonCell const& cell) {
  ProofBook book(network, cell.graph);
  if (cell.flow.bounded) {
    auto const now = book.flow(cell.flow.on);
    if (cell.headroom.bounded) book.flow(cell.headroom.then.on, now);
  }
  auto best = Json::object();
  for (std::size_t i = 0; i < answer.plan.objectives.size(); ++i) {
    if (!cell.best[i]) continue;
    auto const& objective = *answer.plan.objectives[i];
    best.set(objective.name, potentials_json(network, cell.graph,
                                             potentials(cell.graph, Question{}, objective,
                                                        answer.plan.value, *cell.best[i])));
  }
  auto proof = book.json();
  proof.set("potentials", std::move(best));
  return proof;
}

}  // namespace

Json without_proof(RouteAnswer const& answer, Network const& network) {
  auto object = question_json(network, answer.question, answer.from, answer.to);
  object.set("by", Json::string(answer.objective->name));
  object.set("value_of_time_usd_per_teu_day", value_of_time_json(answer.value));
  if (answer.asked) {
    set_choice(object, answer, network);
  } else {
    object.set(
        "routes",
        Json::list({json_of_route(network, answer.graph, *answer.route, answer.value, true)}));
  }
  return object;
}

Json result_of(RouteAnswer const& answer, Network const& network) {
  auto object = without_proof(answer, network);
  auto const stages =
      potentials(answer.graph, answer.question, *answer.objective, answer.value, *answer.route);
  object.set("proof",
             Json::object({{"potentials", potentials_json(network, answer.graph, stages)}}));
  return object;
}

Json without_proof(FlowAnswer const& answer, Network const& network) {
  auto object = question_json(network, answer.question, answer.from, answer.to);
  set_flow(object, network, answer.graph, answer.flow, answer.headroom);
  object.set("unlimited_way", json_of_cut(network, answer.graph,
                                          elements_among(answer.graph, answer.flow.unlimited_way)));
  object.set("flows", flows_json(network, answer.graph, answer.flow));
  return object;
}

/// The flow itself stands in `flows`; what the headroom rests on does not.
Json result_of(FlowAnswer const& answer, Network const& network) {
  auto object = without_proof(answer, network);
  ProofBook book(network, answer.graph);
  if (answer.flow.bounded && answer.headroom.bounded) book.flow(answer.headroom.then.on);
  object.set("proof", book.json());
  return object;
}

Json without_proof(CompareAnswer const& answer, Variant const& variant,
                   ComparisonCell const& cell) {
  auto const& network = variant.network;
  auto best = Json::object();
  for (std::size_t i = 0; i < answer.plan.objectives.size(); ++i) {
    auto const& route = cell.best[i];
    best.set(answer.plan.objectives[i]->name,
             route ? json_of_route(network, cell.graph, *route, answer.plan.value, true) : Json());
  }
  auto object = Json::object();
  object.set("id", Json::string(cell.corridor ? network.corridors[*cell.corridor].id : "all"));
  set_flow(object, network, cell.graph, cell.flow, cell.headroom);
  object.set("best", std::move(best));
  return object;
}

Json result_of(CompareAnswer const& answer, Inputs const& inputs) {
  auto scenarios = Json::list();
  for (std::size_t i = 0; i < answer.variants.size(); ++i) {
    auto const& variant = answer.variants[i];
    auto corridors = Json::list();
    for (auto const& cell : answer.comparison.variants[i].cells) {
      auto object = without_proof(answer, variant, cell);
      object.set("proof", cell_proof(answer, variant.network, cell));
      corridors.push(std::move(object));
    }
    auto object = column_json(answer, i, inputs);
    object.set("corridors", std::move(corridors));
    scenarios.push(std::move(object));
  }
  auto object = comparison_json(answer);
  object.set("scenarios", std::move(scenarios));
  return object;
}

Json column_json(CompareAnswer const& answer, std::size_t column, Inputs const& inputs) {
  auto const& variant = answer.variants[column];
  auto applied = Json::list();
  for (auto const& scenario : variant.network.scenarios) applied.push(Json::string(scenario.id));
  auto object = Json::object();
  object.set("id", Json::string(variant.id));
  object.set("title", Json::string(variant.title));
  object.set("year", Json::number(answer.plan.year.value_or(variant.network.year)));
  object.set("applied", std::move(applied));
  object.set("inputs", inputs.applied_to(variant.network));
  return object;
}

Json comparison_json(CompareAnswer const& answer) {
  // Places have the same ids under every scenario.
  auto const& network = answer.variants.front().network;
  auto objectives = Json::list();
  for (auto const* objective : answer.plan.objectives) {
    objectives.push(Json::string(objective->name));
  }
  auto object = Json::object();
  object.set("study", Json::string_or_null(answer.study));
  object.set("title", Json::string(answer.title));
  object.set("from", Json::string(answer.from));
  object.set("to", Json::string(answer.to));
  object.set("origins", nodes_json(network, answer.plan.from));
  object.set("destinations", nodes_json(network, answer.plan.to));
  object.set("objectives", std::move(objectives));
  object.set("value_of_time_usd_per_teu_day", value_of_time_json(answer.plan.value));
  return object;
}

}  // namespace corridor::report
