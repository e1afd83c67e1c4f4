#include "corridor/base/decimal.h"
#include "report/csv_rows.h"
#include "report/json.h"
#include "report/machine.h"

namespace corridor::report {
namespace {

Json amount_json(std::optional<Capacity> amount) {
  return amount ? Json::number(amount->parts()) : Json();
}

Json ids_json(std::string_view ids) {
  auto list = Json::list();
  while (!ids.empty()) {
    auto const space = ids.find(' ');
    list.push(Json::string(ids.substr(0, space)));
    ids.remove_prefix(space == std::string_view::npos ? ids.size() : space + 1);
  }
  return list;
}

Json swing_json(SweepAnswer const& answer, SweepSummary::Swing const& swing) {
  auto const& variation = answer.plan.variations[swing.variation];
  auto object = Json::object();
  object.set("path", Json::string(variation.path));
  object.set("unit", Json::string_or_null(unit_of(variation)));
  object.set("low", Json::string_or_null(text_of(variation, swing.low)));
  object.set("high", Json::string_or_null(text_of(variation, swing.high)));
  object.set("mean_throughput_at_low_teu_per_year", amount_json(swing.at_low));
  object.set("mean_throughput_at_high_teu_per_year", amount_json(swing.at_high));
  object.set("swing_teu_per_year",
             swing.at_low && swing.at_high ? Json::number(swing.width()) : Json());
  return object;
}

}  // namespace

Json result_of(SweepAnswer const& answer, Network const& network) {
  auto const& summary = answer.summary;
  auto object = question_json(network, answer.question, answer.from, answer.to);
  object.set("by", Json::string(answer.by->name));
  object.set("value_of_time_usd_per_teu_day",
             Json::number(format_parts(answer.value.parts(), ValueOfTime::kPartsPerUnit)));
  object.set("first_scenario", Json::number(static_cast<std::int64_t>(answer.range.first)));
  object.set("scenarios", Json::number(static_cast<std::int64_t>(summary.scenarios)));
  object.set("unbounded", Json::number(static_cast<std::int64_t>(summary.unbounded)));
  object.set("without_flow", Json::number(static_cast<std::int64_t>(summary.without_flow)));
  auto quantiles = Json::list();
  for (auto const& quantile : summary.quantiles) {
    quantiles.push(Json::object({{"percent", Json::number(std::int64_t{quantile.percent})},
                                 {"throughput_teu_per_year", amount_json(quantile.throughput)}}));
  }
  object.set("quantiles", std::move(quantiles));
  auto bottlenecks = Json::list();
  for (auto const& each : summary.bottlenecks) {
    bottlenecks.push(
        Json::object({{"ids", ids_json(each.ids)},
                      {"scenarios", Json::number(static_cast<std::int64_t>(each.scenarios))}}));
  }
  object.set("bottlenecks", std::move(bottlenecks));
  auto swings = Json::list();
  for (auto const& swing : summary.swings) swings.push(swing_json(answer, swing));
  object.set("swings", std::move(swings));
  return object;
}

/// The rows of a sweep are its CSV; SweepLines writes them.
std::optional<std::string> csv_of(SweepAnswer const&, Network const&) { return std::nullopt; }

std::string reason_of(SweepAnswer const& answer) { return answer.reason; }

}  // namespace corridor::report
