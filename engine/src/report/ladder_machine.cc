#include <optional>

#include "report/csv_rows.h"
#include "report/figures.h"
#include "report/json.h"
#include "report/machine.h"
#include "report/proof.h"

namespace corridor::report {
namespace {

Json number_of(std::size_t index) { return Json::number(static_cast<std::int64_t>(index)); }

Json needs_json(LadderAnswer const& answer, Network const& network, LadderStep const& step) {
  auto list = Json::list();
  for (auto const& [arc, extra] : step.needs) {
    auto const name = name_arc(network, answer.graph, arc);
    list.push(Json::object({{"kind", Json::string(name.kind)},
                            {"id", Json::string(name.id)},
                            {"from", Json::string(name.from)},
                            {"to", Json::string(name.to)},
                            {"capacity_teu_per_year", json_of(answer.graph.capacity(arc))},
                            {"extra_teu_per_year", Json::number(extra.parts())}}));
  }
  return list;
}

/// So much extra capacity, on all bottlenecks together, lets the last TEU/year of the step pass.
std::int64_t last_needs(Graph const& graph, LadderStep const& step) {
  return step.potentials[graph.destination().index()] - step.potentials[graph.origin().index()];
}

Json step_json(LadderAnswer const& answer, Network const& network, LadderStep const& step,
               ProofBook& book, std::size_t position) {
  auto const now = book.flow(step.flow.on);
  auto object = Json::object();
  object.set("throughput_teu_per_year", Json::number(step.flow.throughput.parts()));
  object.set("bottleneck", json_of_cut(network, answer.graph, step.flow.cut));
  object.set("then_teu_per_year", step.then ? Json::number(step.then->parts()) : Json());
  object.set("gain_teu_per_year",
             step.then ? Json::number((*step.then - step.flow.throughput).parts()) : Json());
  object.set("needs_total_teu_per_year",
             step.then ? Json::number(total_of(step.needs).parts()) : Json());
  object.set("needs", needs_json(answer, network, step));
  object.set("flow", number_of(now));
  object.set("cut", number_of(book.cut(step.flow.cut)));
  object.set("flow_then", step.then ? number_of(book.flow(step.on_then, now)) : Json());
  object.set("needs_of_the_last_teu_per_year",
             step.then ? Json::number(last_needs(answer.graph, step)) : Json());
  object.set("potentials", step.then ? number_of(position) : Json());
  return object;
}

Json way_json(LadderAnswer const& answer, Network const& network) {
  std::vector<ArcId> elements;
  if (answer.ladder.beyond) {
    for (ArcId const arc : answer.ladder.beyond->unlimited_way) {
      if (answer.graph.element(arc)) elements.push_back(arc);
    }
  }
  return json_of_cut(network, answer.graph, elements);
}

}  // namespace

Capacity total_of(std::vector<LadderNeed> const& needs) {
  Capacity total;
  for (auto const& need : needs) total += need.extra;
  return total;
}

Json result_of(LadderAnswer const& answer, Network const& network) {
  auto const& ladder = answer.ladder;
  ProofBook book(network, answer.graph);
  auto steps = Json::list();
  auto potentials = Json::list();
  for (std::size_t i = 0; i < ladder.steps.size(); ++i) {
    auto const& step = ladder.steps[i];
    steps.push(step_json(answer, network, step, book, i));
    // Only the last step may be without.
    if (step.then) {
      potentials.push(vertex_potentials_json(network, answer.graph, step.potentials));
    }
  }
  auto object = question_json(network, answer.question, answer.from, answer.to);
  object.set("target_teu_per_year", ladder.target ? Json::number(ladder.target->parts()) : Json());
  object.set("bounded", Json::boolean(!ladder.steps.empty()));
  object.set("steps", std::move(steps));
  object.set("unlimited_way", way_json(answer, network));
  auto proof = book.json();
  proof.set("potentials", std::move(potentials));
  object.set("proof", std::move(proof));
  return object;
}

std::optional<std::string> csv_of(LadderAnswer const& answer, Network const& network) {
  Csv csv(
      "step,throughput_teu_per_year,bottleneck,then_teu_per_year,gain_teu_per_year,"
      "needs_total_teu_per_year,needs");
  if (answer.obstacle) return csv.str();
  std::int64_t number = 0;
  for (auto const& step : answer.ladder.steps) {
    csv.number(++number).number(step.flow.throughput.parts());
    csv.text(ids_of(network, answer.graph, step.flow.cut));
    if (step.then) {
      std::string needs;
      for (auto const& [arc, extra] : step.needs) {
        needs += (needs.empty() ? "" : " ") + name_arc(network, answer.graph, arc).id + "=" +
                 std::to_string(extra.parts());
      }
      csv.number(step.then->parts()).number((*step.then - step.flow.throughput).parts());
      csv.number(total_of(step.needs).parts()).text(needs);
    } else {
      csv.raw("").raw("").raw("").raw("");
    }
    csv.end_row();
  }
  return csv.str();
}

std::string reason_of(LadderAnswer const& answer) {
  return answer.obstacle ? answer.obstacle->reason : "";
}

}  // namespace corridor::report
