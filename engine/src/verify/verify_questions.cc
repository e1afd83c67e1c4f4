// The verbs whose answers are one flow or one route.

#include "analysis/route.h"
#include "corridor/analysis/budget_curve.h"
#include "corridor/analysis/certificate.h"
#include "report/json.h"
#include "verify/context.h"
#include "verify/questions.h"

namespace corridor::verify {
namespace {

constexpr std::int64_t kMostThousandths = 1'000'000'000'000;

/// Exact thousandths, as they are kept.
ValueOfTime read_value_of_time(Item const& item) {
  auto const decimal = Decimal::parse(item.number());
  if (!decimal || decimal->digits < 0 || decimal->places > 3) {
    item.refuse("is no value of time of at most three decimals");
  }
  auto parts = decimal->digits;
  for (int i = decimal->places; i < 3 && parts <= kMostThousandths; ++i) parts *= 10;
  if (parts > kMostThousandths) item.refuse("is no value of time");
  return ValueOfTime::of_parts(parts);
}

/// The headroom follows from the flow that remains possible with the bottleneck unlimited.
Headroom read_headroom(Flows const& flows, Flow const& flow, Item const& result,
                       ReadFlow const* then) {
  auto capacities = flows.capacities();
  for (ArcId const arc : flow.cut) capacities[arc] = Limit();
  auto const amount = result.at("headroom_teu_per_year");
  auto const next = result.at("next_bottleneck");
  Headroom headroom;
  headroom.bounded = !amount.is_null();
  if (!headroom.bounded) {
    if (!flows.connected(capacities, true)) {
      amount.refuse("is null, but something else binds once the bottleneck is gone");
    }
    return headroom;
  }
  if (then == nullptr) result.at("proof").refuse("holds no flow for the headroom");
  auto const& proof = result.at("proof").at("flows");
  if (then->scale != 1) proof.refuse("holds a flow of another scale");
  flows.within(*then, capacities, proof);
  headroom.next_cut = flows.cut_of_objects(next);
  flows.separates(headroom.next_cut, next);
  auto const sum = flows.sum(headroom.next_cut, capacities, next);
  if (sum != then->value) next.refuse("does not add up to what can flow then");
  amount.expect_whole(static_cast<std::int64_t>(sum) - flow.throughput.parts());
  headroom.amount = Capacity::of_parts(static_cast<std::int64_t>(sum)) - flow.throughput;

  auto& proven = headroom.then;
  proven.on = as_capacities(then->on);
  proven.throughput = Capacity::of_parts(static_cast<std::int64_t>(sum));
  proven.cut = headroom.next_cut;
  proven.cut_at_destination = flows.nearest_destination(then->on, capacities);
  proven.unique_cut = proven.cut == proven.cut_at_destination;
  auto const found = violation(flows.graph(), capacities, proven);
  if (!found.empty()) next.refuse(flows.named(found));
  return headroom;
}

/// A cut of the result that must be as large as the flow.
std::vector<ArcId> read_full_cut(Flows const& flows, ReadFlow const& flow, Item const& cut) {
  auto arcs = flows.cut_of_objects(cut);
  flows.separates(arcs, cut);
  auto const sum = flows.sum(arcs, flows.capacities(), cut);
  if (sum != flow.value) {
    cut.refuse("adds up to " + std::to_string(static_cast<std::int64_t>(sum)) + ", the flows to " +
               std::to_string(static_cast<std::int64_t>(flow.value)));
  }
  return arcs;
}

bool leads_through(Network const& network, Question const& question) {
  auto const graph = compile(network, question);
  // Every element of a question's graph has a capacity, so a way is all it needs.
  return reaches_through(Flows(network, graph), question);
}

/// Whether some way has a capacity everywhere or may get one.
bool can_be_bought(Network const& network, Question const& question) {
  auto const expandable = compile_expandable(network, question);
  auto room = expandable.capacity;
  for (ArcId const arc : room.ids()) {
    auto const& offer = expandable.offers[arc];
    if (room[arc].zero() && offer) room[arc] = offer->up_to;
  }
  return Flows(network, expandable.graph).connected(room, false);
}

}  // namespace

void expect_reason(Context const& context) {
  if (context.root.at("reason").text().empty()) {
    context.root.at("reason").refuse("does not say what stands in the way");
  }
}

Flow read_flow(Flows const& flows, Item const& result, ReadFlow const& read) {
  Flow flow;
  flow.bounded = result.at("bounded").truth();
  flow.on = as_capacities(read.on);
  if (!flow.bounded) {
    if (!flows.connected(flows.capacities(), true)) {
      result.at("bounded").refuse("is false, but every way has a limit");
    }
    return flow;
  }
  if (read.scale != 1) result.at("proof").refuse("holds a flow of another scale");
  flows.within(read, flows.capacities(), result);
  result.at("throughput_teu_per_year").expect_whole(static_cast<std::int64_t>(read.value));
  flow.throughput = Capacity::of_parts(static_cast<std::int64_t>(read.value));
  flow.cut = read_full_cut(flows, read, result.at("bottleneck"));
  flow.cut_at_destination = read_full_cut(flows, read, result.at("bottleneck_at_destination"));
  flow.unique_cut = flow.cut == flow.cut_at_destination;
  auto const found = violation(flows.graph(), flow);
  if (!found.empty()) result.refuse(flows.named(found));
  return flow;
}

Headroom read_headroom_of(Flows const& flows, Flow const& flow, Item const& result,
                          ReadFlow const* then) {
  if (!flow.bounded) return {false, Capacity(), {}, {}};
  return read_headroom(flows, flow, result, then);
}

Route read_best(Flows const& flows, Question const& question, Objective const& objective,
                ValueOfTime value, Item const& route, Item const& proof) {
  auto described = describe(flows.network(), flows.graph(), joined(flows, route.at("legs")));
  best(flows, question, objective, value, described, proof, route);
  return described;
}

Objective const& read_objective(Item const& name) {
  auto const* objective = find_objective(name.text());
  if (objective == nullptr) name.refuse("is no objective");
  return *objective;
}

ValueOfTime read_value(Item const& result) {
  return read_value_of_time(result.at("value_of_time_usd_per_teu_day"));
}

void verify_route(Context& context, Network const& network) {
  auto const result = context.root.at("result");
  if (result.has("count")) return verify_route_choice(context, network);
  auto const question = read_question(network, result);
  auto graph = compile(network, question);
  Flows const flows(network, graph);
  auto const& objective = read_objective(result.at("by"));
  auto const value = read_value(result);
  auto const proof = result.at("proof");
  proof.only({"potentials"});
  auto const routes = result.at("routes");
  if (routes.size() != 1) routes.refuse("should have 1 entry");
  auto route = read_best(flows, question, objective, value, routes[0], proof.at("potentials"));
  RouteAnswer const answer{
      question, result.at("from").text(), result.at("to").text(), &objective,   value,
      graph,    std::move(route),         std::nullopt,           std::nullopt, {}};
  result.expect_json(report::without_proof(answer, network).dump(), {"proof"});
  context.checked("the legs join from origin to destination and pass the vias");
  context.checked("no better route by the potentials, ties by file order");
  context.checked("every figure of the route and its legs");
}

void verify_flow(Context& context, Network const& network) {
  auto const result = context.root.at("result");
  auto const question = read_question(network, result);
  auto graph = compile(network, question);
  Flows const flows(network, graph);
  auto const proof = result.at("proof");
  proof.only({"flows", "cuts"});
  auto const then = flows.of_proof(proof.at("flows"));
  if (then.size() > 1) proof.at("flows").refuse("holds a flow that nothing refers to");
  if (proof.at("cuts").size() != 0) proof.at("cuts").refuse("holds a cut that nothing refers to");
  auto flow = read_flow(flows, result, flows.of_objects(result.at("flows"), flows.capacities()));
  if (!flow.bounded) {
    auto const way = result.at("unlimited_way");
    flow.unlimited_way = joined(flows, way);
    flow.on = Table<ArcId, Capacity>(graph.arc_count());
    auto const found = violation(graph, flow);
    if (!found.empty()) way.refuse(flows.named(found));
  }
  auto headroom = read_headroom_of(flows, flow, result, then.empty() ? nullptr : &then.front());
  if (!headroom.bounded && !then.empty()) {
    proof.at("flows").refuse("holds a flow that nothing refers to");
  }
  bool const bounded = flow.bounded;
  FlowAnswer const answer{question,    result.at("from").text(), result.at("to").text(),
                          graph,       std::move(flow),          std::move(headroom),
                          std::nullopt};
  result.expect_json(report::without_proof(answer, network).dump(), {"proof"});
  if (bounded) {
    context.checked("conservation, capacities, cut = flow, and that no minimum cut is nearer");
    context.checked("the headroom by its flow and its cut");
  } else {
    context.checked("the unlimited way");
  }
  context.checked("every figure of the elements");
}

void verify_no_answer(Context& context, Network const& network) {
  if (context.answer.command == "curve") return verify_no_curve(context, network);
  auto const asked = context.root.at("question");
  bool const names_a_way = asked.has("named") && !asked.at("named").is_null();
  if (names_a_way) return verify_blocked_way(context, network);
  auto const question = read_question(network, asked);
  bool const leads = context.answer.command == "invest" ? can_be_bought(network, question)
                                                        : leads_through(network, question);
  bool const several = context.answer.command == "route" && asked.has("count");
  if (leads && !several) {
    context.root.at("status").refuse("is no-answer, but a way leads from end to end");
  }
  if (context.answer.command == "profile") {
    expect_question(asked, network, question, {"named", "by", "value_of_time_usd_per_teu_day"});
  } else {
    expect_question(asked, network, question, {"count", "distinct_percent"});
  }
  if (several != asked.has("distinct_percent")) asked.refuse("tells only half of what was asked");
  expect_reason(context);
  if (leads) {
    context.checked("a way leads from the origin to the destination");
    context.unchecked("that every way passes a node twice");
    return;
  }
  context.checked("no way leads from the origin to the destination");
  if (!context.files.projects().empty()) context.unchecked("that no set of projects opens a way");
  context.unchecked("the reason in words, the obstacles and the relaxations");
}

}  // namespace corridor::verify
