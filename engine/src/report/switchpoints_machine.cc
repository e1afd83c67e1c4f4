#include <optional>

#include "corridor/analysis/potentials.h"
#include "report/csv_rows.h"
#include "report/figures.h"
#include "report/inputs.h"
#include "report/json.h"
#include "report/machine.h"
#include "report/proof.h"
#include "report/rates.h"
#include "report/ways.h"

namespace corridor::report {
namespace {

using Column = SwitchpointsAnswer::Column;

Json end_json(Tradeoff const& tradeoff, std::optional<Fraction> const& rate) {
  return rate ? Json::string(exact_rate(tradeoff, *rate)) : Json();
}

Json pieces_json(SwitchpointsAnswer const& answer, Column const& column) {
  auto const& tradeoff = answer.tradeoff;
  auto list = Json::list();
  for (auto const& piece : column.switchpoints.pieces) {
    auto object = Json::object();
    object.set("from", end_json(tradeoff, piece.from));
    object.set("to", end_json(tradeoff, piece.to));
    object.set("intercept", Json::string(exact_first(tradeoff, piece.first)));
    object.set("slope", Json::string(exact_second(tradeoff, piece.second)));
    object.set("way", Json::string(way_name(column.network, column.graph, piece.route)));
    object.set("route",
               json_of_route(column.network, column.graph, piece.route, tradeoff.value, true));
    list.push(std::move(object));
  }
  return list;
}

/// For each piece potentials inside it, which show its tie rule, and at its start; at last those at
/// the end of the range, or by the second objective alone where there is none.
Json proof_json(SwitchpointsAnswer const& answer, Column const& column) {
  auto const& pieces = column.switchpoints.pieces;
  auto const by = [&](ArcAmounts const& amounts, Route const& route) {
    return potentials_json(column.network, column.graph,
                           potentials(column.graph, answer.question, amounts, route));
  };
  auto inside = Json::list();
  auto ends = Json::list();
  for (auto const& piece : pieces) {
    inside.push(by(weighed(column.graph, answer.tradeoff, rate_inside(piece)), piece.route));
    ends.push(by(weighed(column.graph, answer.tradeoff, piece.from), piece.route));
  }
  if (!pieces.empty()) {
    auto const& last = pieces.back();
    auto const& second = *answer.tradeoff.second;
    ends.push(by(last.to ? weighed(column.graph, answer.tradeoff, *last.to)
                         : amounts_of(column.graph, second, answer.tradeoff.value),
                 last.route));
  }
  return Json::object({{"inside", std::move(inside)}, {"ends", std::move(ends)}});
}

}  // namespace

Json asked_json(SwitchpointsAnswer const& answer) {
  auto const& tradeoff = answer.tradeoff;
  auto object =
      question_json(answer.columns.front().network, answer.question, answer.from, answer.to);
  object.set("by",
             Json::list({Json::string(tradeoff.first->name), Json::string(tradeoff.second->name)}));
  object.set("value_of_time_usd_per_teu_day", value_of_time_json(tradeoff.value));
  object.set("rate_unit", Json::string(rate_unit(tradeoff)));
  object.set("min", end_json(tradeoff, answer.range.min));
  object.set("max", end_json(tradeoff, answer.range.max));
  return object;
}

Json without_proof(SwitchpointsAnswer const& answer, std::size_t column, Inputs const& inputs) {
  auto const& shown = answer.columns[column];
  auto object = Json::object();
  object.set("id", Json::string(shown.id));
  object.set("title", Json::string(shown.title));
  object.set("year", Json::number(answer.question.year_of(shown.network)));
  object.set("inputs", inputs.applied_to(shown.network));
  object.set("pieces", pieces_json(answer, shown));
  return object;
}

Json result_of(SwitchpointsAnswer const& answer, Inputs const& inputs) {
  auto columns = Json::list();
  for (std::size_t i = 0; i < answer.columns.size(); ++i) {
    auto object = without_proof(answer, i, inputs);
    object.set("proof", proof_json(answer, answer.columns[i]));
    columns.push(std::move(object));
  }
  auto object = asked_json(answer);
  object.set("scenarios", std::move(columns));
  return object;
}

std::optional<std::string> csv_of(SwitchpointsAnswer const& answer, Network const&) {
  Csv csv(
      "scenario,from,to,from_exact,to_exact,unit,way,time_h,cost_usd_per_teu,length_km,"
      "emissions_kg_per_teu,generalised_usd_per_teu,links");
  auto const& tradeoff = answer.tradeoff;
  for (auto const& column : answer.columns) {
    for (auto const& [from, to, route, first, second] : column.switchpoints.pieces) {
      csv.text(column.id).raw(thousandths_of_rate(tradeoff, from));
      csv.raw(to ? thousandths_of_rate(tradeoff, *to) : "");
      csv.text(exact_rate(tradeoff, from)).text(to ? exact_rate(tradeoff, *to) : "");
      csv.text(rate_unit(tradeoff)).text(way_name(column.network, column.graph, route));
      csv.raw(exact(route.totals.time)).raw(exact(route.totals.cost));
      csv.raw(exact(route.totals.length)).raw(exact(route.totals.emissions));
      csv.raw(exact(generalised_rounded(route.totals, tradeoff.value)));
      csv.text(links_of(column.network, column.graph, route));
      csv.end_row();
    }
  }
  return csv.str();
}

std::string reason_of(SwitchpointsAnswer const& answer) {
  for (auto const& column : answer.columns) {
    if (!column.switchpoints.pieces.empty()) return {};
  }
  auto const& obstacle = answer.columns.front().obstacle;
  return obstacle ? obstacle->reason : "there is no route";
}

}  // namespace corridor::report
