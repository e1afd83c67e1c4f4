#include <optional>

#include "corridor/analysis/potentials.h"
#include "corridor/base/decimal.h"
#include "report/csv_rows.h"
#include "report/figures.h"
#include "report/json.h"
#include "report/machine.h"
#include "report/proof.h"

namespace corridor::report {
namespace {

Json filled_json(ProfileAnswer const& answer, Network const& network) {
  auto list = Json::list();
  for (auto const i : answer.filled) {
    auto const& point = answer.name.points[i];
    list.push(
        Json::string(point.node ? network.nodes[*point.node].id : network.links[*point.link].id));
  }
  return list;
}

Json step_json(ProfileAnswer const& answer, Network const& network, ProfileStep const& step) {
  auto const name = name_arc(network, answer.graph, step.arc);
  auto object = Json::object();
  object.set("kind", Json::string(name_of(step.kind)));
  object.set("id", Json::string(name.id));
  object.set("node", Json::string(network.nodes[step.node].id));
  object.set("border", Json::boolean(step.border));
  object.set("port", Json::boolean(step.port));
  object.set("length_km", Json::number(exact(step.own.length)));
  object.set("time_h", Json::number(exact(step.own.time)));
  object.set("cost_usd_per_teu", Json::number(exact(step.own.cost)));
  object.set("emissions_kg_per_teu", Json::number(exact(step.own.emissions)));
  object.set("distance_km", Json::number(exact(step.after.length)));
  object.set("elapsed_h", Json::number(exact(step.after.time)));
  object.set("spent_usd_per_teu", Json::number(exact(step.after.cost)));
  object.set("emitted_kg_per_teu", Json::number(exact(step.after.emissions)));
  return object;
}

template <class Quantity>
Json number_or_null(std::optional<Quantity> amount) {
  if (!amount) return {};
  return Json::number(format_parts(amount->parts(), Quantity::kPartsPerUnit));
}

Json indicators_json(RouteProfile const& profile) {
  auto const& sums = profile.crossings;
  auto object = Json::object();
  object.set("border_crossing_points", Json::number(static_cast<std::int64_t>(sums.points)));
  object.set("border_time_h", Json::number(exact(sums.time)));
  object.set("border_cost_usd_per_teu", Json::number(exact(sums.cost)));
  object.set("standing_h", Json::number(exact(sums.standing)));
  object.set("tfi1_h", number_or_null(time_at_border(profile)));
  object.set("tfi2_usd_per_teu", number_or_null(cost_at_border(profile)));
  object.set("tfi3_usd_per_teu_500_km", number_or_null(cost_of_section(profile)));
  object.set("tfi4_swod_km_per_h", number_or_null(speed_without_delay(profile)));
  object.set("tfi4_swd_km_per_h", number_or_null(speed_with_delay(profile)));
  return object;
}

}  // namespace

Json asked_json(ProfileAnswer const& answer, Network const& network) {
  auto object = question_json(network, answer.question, answer.from, answer.to);
  object.set("named", Json::string_or_null(answer.named));
  object.set("by", Json::string(answer.objective->name));
  object.set("value_of_time_usd_per_teu_day", value_of_time_json(answer.value));
  return object;
}

Json without_proof(ProfileAnswer const& answer, Network const& network) {
  auto object = asked_json(answer, network);
  object.set("filled", filled_json(answer, network));
  object.set("route", json_of_route(network, answer.graph, *answer.route, answer.value, true));
  auto steps = Json::list();
  for (auto const& step : answer.profile.steps) steps.push(step_json(answer, network, step));
  object.set("steps", std::move(steps));
  object.set("indicators", indicators_json(answer.profile));
  return object;
}

Json result_of(ProfileAnswer const& answer, Network const& network) {
  auto object = without_proof(answer, network);
  // A way that is named need not be the best.
  if (!answer.named.empty()) return object;
  auto const stages =
      potentials(answer.graph, answer.question, *answer.objective, answer.value, *answer.route);
  object.set("proof",
             Json::object({{"potentials", potentials_json(network, answer.graph, stages)}}));
  return object;
}

std::optional<std::string> csv_of(ProfileAnswer const& answer, Network const& network) {
  Csv csv(
      "step,kind,id,node,border,port,length_km,time_h,cost_usd_per_teu,emissions_kg_per_teu,"
      "distance_km,elapsed_h,spent_usd_per_teu,emitted_kg_per_teu");
  std::int64_t number = 0;
  for (auto const& step : answer.profile.steps) {
    csv.number(++number).text(name_of(step.kind));
    csv.text(name_arc(network, answer.graph, step.arc).id).text(network.nodes[step.node].id);
    csv.text(step.border ? "yes" : "no").text(step.port ? "yes" : "no");
    csv.raw(exact(step.own.length)).raw(exact(step.own.time));
    csv.raw(exact(step.own.cost)).raw(exact(step.own.emissions));
    csv.raw(exact(step.after.length)).raw(exact(step.after.time));
    csv.raw(exact(step.after.cost)).raw(exact(step.after.emissions));
    csv.end_row();
  }
  return csv.str();
}

std::string reason_of(ProfileAnswer const& answer) {
  if (answer.route) return {};
  return answer.obstacle ? answer.obstacle->reason : "there is no route";
}

}  // namespace corridor::report
