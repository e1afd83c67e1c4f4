#include <optional>

#include "report/criteria.h"
#include "report/csv_rows.h"
#include "report/figures.h"
#include "report/json.h"
#include "report/machine.h"
#include "report/why_not_words.h"

namespace corridor::report {
namespace {

std::int64_t number(std::size_t count) { return static_cast<std::int64_t>(count); }

Json names_json(std::vector<Criterion const*> const& by) {
  auto list = Json::list();
  for (auto const* criterion : by) list.push(Json::string(criterion->name));
  return list;
}

Json route_json(WhyNotAnswer const& answer, Network const& network, Route const& route) {
  auto object = json_of_route(network, answer.graph, route, answer.value, true);
  object.set("transfers", Json::number(route.gauge_changes + route.transshipments));
  return object;
}

Json less_json(Lever lever, std::optional<std::int64_t> less) {
  return less ? Json::number(exact_of(lever, *less)) : Json();
}

/// The names that no single link leads to from the one before.
Json filled_json(WhyNotAnswer const& answer, Network const& network) {
  auto list = Json::list();
  for (auto const i : answer.way.filled) {
    auto const& point = answer.name.points[i];
    list.push(
        Json::string(point.node ? network.nodes[*point.node].id : network.links[*point.link].id));
  }
  return list;
}

Json shortfalls_json(WhyNot const& why) {
  auto list = Json::list();
  for (auto const& shortfall : why.shortfalls) {
    list.push(Json::object({{"of", Json::string(objective_of(shortfall.lever).name)},
                            {"unit", Json::string(unit_of(shortfall.lever))},
                            {"less", less_json(shortfall.lever, shortfall.less)}}));
  }
  return list;
}

Json change_json(WhyNotAnswer const& answer, Network const& network, ElementChange const& change) {
  auto const name = name_arc(network, answer.graph, change.arc);
  auto object = Json::object();
  object.set("of", Json::string(objective_of(change.lever).name));
  object.set("unit", Json::string(unit_of(change.lever)));
  object.set("kind", Json::string(name.kind));
  object.set("id", Json::string(name.id));
  object.set("from", Json::string(name.from));
  object.set("to", Json::string(name.to));
  object.set("now", Json::number(exact_of(change.lever, change.has)));
  object.set("less", less_json(change.lever, change.less));
  object.set("then", change.less ? Json::number(exact_of(change.lever, change.has - *change.less))
                                 : Json());
  return object;
}

Json changes_json(WhyNotAnswer const& answer, Network const& network) {
  auto list = Json::list();
  for (auto const& shortfall : answer.why.shortfalls) {
    for (auto const* change : ordered_changes(answer.why, shortfall.lever)) {
      list.push(change_json(answer, network, *change));
    }
  }
  return list;
}

std::string closing_kind(Closing const& closing) {
  return closing.node ? "node" : std::string(name_of(closing.element->kind));
}

std::string closing_id(Network const& network, Closing const& closing) {
  return closing.node ? network.nodes[*closing.node].id : id_of(network, *closing.element);
}

Json closings_json(WhyNotAnswer const& answer, Network const& network) {
  auto list = Json::list();
  for (auto const& closing : answer.why.closings) {
    list.push(Json::object({{"kind", Json::string(closing_kind(closing))},
                            {"id", Json::string(closing_id(network, closing))}}));
  }
  return list;
}

}  // namespace

Json rival_json(WhyNotAnswer const& answer, Network const& network, std::size_t rival) {
  auto const front = answer.why.beaten_by[rival];
  auto const& route = answer.why.front.routes[front];
  auto object = Json::object();
  auto better = Json::object();
  for (std::size_t k = 0; k < answer.by.size(); ++k) {
    auto const less = answer.why.favourite.amounts[k] - route.amounts[k];
    better.set(answer.by[k]->name, Json::number(exact_amount(*answer.by[k], less)));
  }
  object.set("better_by", std::move(better));
  object.set("route", route_json(answer, network, route.route));
  return object;
}

Json asked_json(WhyNotAnswer const& answer, Network const& network) {
  auto object = question_json(network, answer.question, answer.from, answer.to);
  object.set("named", Json::string(answer.named));
  object.set("by", names_json(answer.by));
  object.set("value_of_time_usd_per_teu_day", value_of_time_json(answer.value));
  return object;
}

Json without_front(WhyNotAnswer const& answer, Network const& network) {
  auto const& why = answer.why;
  auto object = asked_json(answer, network);
  object.set("filled", filled_json(answer, network));
  object.set("route", route_json(answer, network, why.favourite.route));
  object.set("on_front", Json::boolean(why.beaten_by.empty()));
  object.set("shortfalls", shortfalls_json(why));
  object.set("changes", changes_json(answer, network));
  object.set("closings", closings_json(answer, network));
  return object;
}

Json result_of(WhyNotAnswer const& answer, Network const& network) {
  auto const& why = answer.why;
  auto object = without_front(answer, network);
  object.set("front", Json::number(number(why.front.routes.size())));
  object.set("as_good_as", why.as_good_as ? Json::number(number(*why.as_good_as + 1)) : Json());
  auto rivals = Json::list();
  for (std::size_t i = 0; i < why.beaten_by.size(); ++i) {
    auto rival = rival_json(answer, network, i);
    rival.set("front_route", Json::number(number(why.beaten_by[i] + 1)));
    rivals.push(std::move(rival));
  }
  object.set("beaten_by", std::move(rivals));
  return object;
}

std::optional<std::string> csv_of(WhyNotAnswer const& answer, Network const& network) {
  Csv csv("change,of,unit,kind,id,from,to,now,less,then");
  if (!answer.way.route) return csv.str();
  auto const amounts = [&](Lever lever, std::int64_t has, std::optional<std::int64_t> less) {
    csv.raw(exact_of(lever, has)).raw(less ? exact_of(lever, *less) : "");
    csv.raw(less ? exact_of(lever, has - *less) : "");
    csv.end_row();
  };
  for (auto const& shortfall : answer.why.shortfalls) {
    auto const& objective = objective_of(shortfall.lever);
    auto const has = objective.amount(answer.why.favourite.route.totals, answer.value);
    csv.text("whole-route").text(objective.name).text(objective.unit);
    csv.raw("").raw("").raw("").raw("");
    amounts(shortfall.lever, static_cast<std::int64_t>(has), shortfall.less);
  }
  for (auto const& shortfall : answer.why.shortfalls) {
    for (auto const* change : ordered_changes(answer.why, shortfall.lever)) {
      auto const name = name_arc(network, answer.graph, change->arc);
      csv.text("leg").text(objective_of(change->lever).name).text(unit_of(change->lever));
      csv.text(name.kind).text(name.id).text(name.from).text(name.to);
      amounts(change->lever, change->has, change->less);
    }
  }
  for (auto const& closing : answer.why.closings) {
    csv.text("closing").raw("").raw("");
    csv.text(closing_kind(closing)).text(closing_id(network, closing));
    for (int i = 0; i < 5; ++i) csv.raw("");
    csv.end_row();
  }
  return csv.str();
}

std::string reason_of(WhyNotAnswer const& answer) {
  return answer.way.obstacle ? answer.way.obstacle->reason : "";
}

}  // namespace corridor::report
