#include <algorithm>
#include <optional>

#include "corridor/analysis/potentials.h"
#include "report/criteria.h"
#include "report/csv_rows.h"
#include "report/figures.h"
#include "report/json.h"
#include "report/machine.h"
#include "report/proof.h"

namespace corridor::report {
namespace {

std::int64_t number(std::size_t count) { return static_cast<std::int64_t>(count); }

Json names_json(std::vector<Criterion const*> const& by) {
  auto list = Json::list();
  for (auto const* criterion : by) list.push(Json::string(criterion->name));
  return list;
}

/// Exact amounts in the units of files.
Json tolerance_json(ParetoAnswer const& answer) {
  if (answer.tolerance.empty()) return {};
  auto object = Json::object();
  for (std::size_t k = 0; k < answer.by.size(); ++k) {
    object.set(answer.by[k]->name, Json::number(exact_amount(*answer.by[k], answer.tolerance[k])));
  }
  return object;
}

}  // namespace

std::vector<Json> routes_json(ParetoAnswer const& answer, Network const& network) {
  auto const best = best_in(answer.front, answer.merged, answer.by);
  std::vector<Json> list;
  for (std::size_t i = 0; i < answer.merged.kept.size(); ++i) {
    auto const kept = answer.merged.kept[i];
    auto const& route = answer.front.routes[kept].route;
    auto object = json_of_route(network, answer.graph, route, answer.value, true);
    object.set("transfers", Json::number(route.gauge_changes + route.transshipments));
    object.set("best_by", names_json(best[i]));
    object.set("stands_for", Json::number(number(merged_into(answer.merged, kept))));
    list.push_back(std::move(object));
  }
  return list;
}

namespace {

/// For each criterion the potentials of its best route. Border crossings have none: they do not add
/// up arc by arc.
Json potentials_of_ends(ParetoAnswer const& answer, Network const& network) {
  auto object = Json::object();
  for (std::size_t k = 0; k < answer.by.size(); ++k) {
    if (answer.by[k]->measure == Criterion::Measure::borders) continue;
    auto const end =
        std::min_element(answer.front.routes.begin(), answer.front.routes.end(),
                         [k](auto const& a, auto const& b) { return a.amounts[k] < b.amounts[k]; });
    auto const amounts = amounts_of(answer.graph, *answer.by[k], answer.value);
    object.set(answer.by[k]->name,
               potentials_json(network, answer.graph,
                               potentials(answer.graph, answer.question, amounts, end->route)));
  }
  return object;
}

std::string best_names(std::vector<Criterion const*> const& by) {
  std::string text;
  for (auto const* criterion : by) text += (text.empty() ? "" : " ") + std::string(criterion->name);
  return text;
}

}  // namespace

Json without_proof(ParetoAnswer const& answer, Network const& network) {
  auto object = question_json(network, answer.question, answer.from, answer.to);
  object.set("by", names_json(answer.by));
  object.set("value_of_time_usd_per_teu_day", value_of_time_json(answer.value));
  object.set("tolerance", tolerance_json(answer));
  object.set("front", Json::number(number(answer.front.routes.size())));
  object.set("merged",
             Json::number(number(answer.front.routes.size() - answer.merged.kept.size())));
  object.set("routes", Json::list(routes_json(answer, network)));
  return object;
}

Json result_of(ParetoAnswer const& answer, Network const& network) {
  auto object = without_proof(answer, network);
  object.set("proof", Json::object({{"potentials", potentials_of_ends(answer, network)}}));
  return object;
}

std::optional<std::string> csv_of(ParetoAnswer const& answer, Network const& network) {
  Csv csv(
      "route,time_h,cost_usd_per_teu,length_km,emissions_kg_per_teu,generalised_usd_per_teu,"
      "transfers,border_crossings,best_by,stands_for,links");
  auto const best = best_in(answer.front, answer.merged, answer.by);
  for (std::size_t i = 0; i < answer.merged.kept.size(); ++i) {
    auto const kept = answer.merged.kept[i];
    auto const& route = answer.front.routes[kept].route;
    csv.number(number(i + 1));
    csv.raw(exact(route.totals.time)).raw(exact(route.totals.cost));
    csv.raw(exact(route.totals.length)).raw(exact(route.totals.emissions));
    csv.raw(exact(generalised_rounded(route.totals, answer.value)));
    csv.number(route.gauge_changes + route.transshipments).number(route.border_crossings);
    csv.text(best_names(best[i])).number(number(merged_into(answer.merged, kept)));
    csv.text(links_of(network, answer.graph, route));
    csv.end_row();
  }
  return csv.str();
}

std::string reason_of(ParetoAnswer const& answer) {
  if (!answer.front.routes.empty()) return {};
  return answer.obstacle ? answer.obstacle->reason : "there is no route";
}

}  // namespace corridor::report
