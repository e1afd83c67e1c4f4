#include <algorithm>
#include <optional>

#include "report/csv_rows.h"
#include "report/exact_text.h"
#include "report/figures.h"
#include "report/json.h"
#include "report/machine.h"
#include "report/proof.h"

namespace corridor::report {
namespace {

bool is_selected(CurveAnswer const& answer, ArcId arc) {
  auto const& selected = answer.selected;
  auto const element = answer.graph.element(arc);
  return element && std::find(selected.begin(), selected.end(), *element) != selected.end();
}

Json element_json(Network const& network, ElementRef ref) {
  return Json::object(
      {{"kind", Json::string(name_of(ref.kind))}, {"id", Json::string(id_of(network, ref))}});
}

Json selected_json(CurveAnswer const& answer, Network const& network) {
  auto list = Json::list();
  for (auto const ref : answer.selected) {
    auto object = element_json(network, ref);
    object.set("capacity_teu_per_year", json_of(element(network, ref).figures.capacity));
    list.push(std::move(object));
  }
  return list;
}

Json unusable_json(CurveAnswer const& answer, Network const& network) {
  auto list = Json::list();
  for (auto const& [ref, reason] : answer.unusable) {
    auto object = element_json(network, ref);
    object.set("reason", Json::string(reason));
    list.push(std::move(object));
  }
  return list;
}

/// Like `bottleneck[]`, and whether the capacity is multiplied.
Json binding_json(CurveAnswer const& answer, Network const& network, CurvePiece const& piece) {
  auto list = Json::list();
  for (ArcId const arc : piece.binding) {
    auto const name = name_arc(network, answer.graph, arc);
    list.push(Json::object({{"kind", Json::string(name.kind)},
                            {"id", Json::string(name.id)},
                            {"from", Json::string(name.from)},
                            {"to", Json::string(name.to)},
                            {"capacity_teu_per_year", json_of(answer.graph.capacity(arc))},
                            {"multiplied", Json::boolean(is_selected(answer, arc))}}));
  }
  return list;
}

Json pieces_json(CurveAnswer const& answer, Network const& network, ProofBook& book) {
  auto list = Json::list();
  for (auto const& piece : answer.curve.pieces) {
    auto object = Json::object();
    object.set("from", Json::string(exact(piece.from)));
    object.set("to", Json::string(exact(piece.to)));
    object.set("intercept", Json::string(std::to_string(piece.intercept.parts())));
    object.set("slope", Json::string(std::to_string(piece.slope.parts())));
    object.set("binding", binding_json(answer, network, piece));
    object.set("cut", Json::number(static_cast<std::int64_t>(book.cut(piece.binding))));
    list.push(std::move(object));
  }
  return list;
}

Json points_json(CurveAnswer const& answer, ProofBook& book) {
  auto list = Json::list();
  for (auto const& [x, throughput, on] : answer.curve.points) {
    auto const flow = book.flow(on, std::nullopt, x.denominator);
    list.push(
        Json::object({{"multiplier", Json::string(exact(x))},
                      {"throughput_teu_per_year", Json::string(exact(*value_at(answer.curve, x)))},
                      {"flow", Json::number(static_cast<std::int64_t>(flow))}}));
  }
  return list;
}

Json target_json(CurveAnswer const& answer) {
  if (!answer.target) return {};
  auto const x = smallest_multiplier(answer.curve, *answer.target);
  return Json::object({{"throughput_teu_per_year", Json::number(answer.target->parts())},
                       {"reached", Json::boolean(!answer.curve.bounded || x.has_value())},
                       {"multiplier", x ? Json::string(exact(*x)) : Json()}});
}

Json way_json(CurveAnswer const& answer, Network const& network) {
  std::vector<ArcId> elements;
  for (ArcId const arc : answer.curve.unlimited_way) {
    if (answer.graph.element(arc)) elements.push_back(arc);
  }
  return json_of_cut(network, answer.graph, elements);
}

}  // namespace

Json asked_json(CurveAnswer const& answer, Network const& network) {
  auto object = question_json(network, answer.question, answer.from, answer.to);
  object.set("min", Json::string(exact(answer.range.min)));
  object.set("max", Json::string(exact(answer.range.max)));
  object.set("selected", selected_json(answer, network));
  return object;
}

Json result_of(CurveAnswer const& answer, Network const& network) {
  ProofBook book(network, answer.graph);
  auto object = asked_json(answer, network);
  object.set("unusable", unusable_json(answer, network));
  object.set("bounded", Json::boolean(answer.curve.bounded));
  object.set("pieces", pieces_json(answer, network, book));
  object.set("points", points_json(answer, book));
  object.set("unlimited_way", way_json(answer, network));
  object.set("target", target_json(answer));
  object.set("proof", book.json());
  return object;
}

std::optional<std::string> csv_of(CurveAnswer const& answer, Network const& network) {
  Csv csv(
      "from,to,from_exact,to_exact,intercept_teu_per_year,slope_teu_per_year,"
      "throughput_from_teu_per_year,throughput_to_teu_per_year,binding");
  if (!answer.carries) return csv.str();
  for (auto const& piece : answer.curve.pieces) {
    csv.raw(thousandths(piece.from)).raw(thousandths(piece.to));
    csv.text(exact(piece.from)).text(exact(piece.to));
    csv.number(piece.intercept.parts()).number(piece.slope.parts());
    csv.raw(thousandths(*value_at(answer.curve, piece.from)));
    csv.raw(thousandths(*value_at(answer.curve, piece.to)));
    csv.text(ids_of(network, answer.graph, piece.binding));
    csv.end_row();
  }
  return csv.str();
}

std::string reason_of(CurveAnswer const& answer) {
  if (answer.carries) return {};
  if (answer.obstacle) return answer.obstacle->reason;
  return "at multiplier 0 nothing can flow: every way uses what is multiplied";
}

}  // namespace corridor::report
