#include <algorithm>
#include <optional>

#include "report/csv_rows.h"
#include "report/figures.h"
#include "report/json.h"
#include "report/machine.h"
#include "report/money.h"
#include "report/proof.h"

namespace corridor::report {
namespace {

Json number(Capacity capacity) { return Json::number(capacity.parts()); }
Json number(std::size_t position) { return Json::number(static_cast<std::int64_t>(position)); }

Json usd_or_null(std::optional<Capital> const& capital) {
  return capital ? Json::number(capital->parts()) : Json();
}

Money cost_of(InvestAnswer const& answer, Purchase const& purchase) {
  return Money{purchase.extra.parts()} * answer.graph.offers[purchase.arc]->price.parts();
}

bool in_best(InvestAnswer const& answer, std::size_t project) {
  return (answer.ranking.best >> project & 1U) != 0;
}

Json bought_json(InvestAnswer const& answer, Network const& network,
                 std::vector<Purchase> const& bought) {
  auto list = Json::list();
  for (auto const& purchase : bought) {
    auto const name = name_arc(network, answer.graph.graph, purchase.arc);
    auto object = Json::object();
    object.set("kind", Json::string(name.kind));
    object.set("id", Json::string(name.id));
    object.set("from", Json::string(name.from));
    object.set("to", Json::string(name.to));
    object.set("extra_teu_per_year", number(purchase.extra));
    object.set("cost_usd", Json::number(exact(cost_of(answer, purchase))));
    list.push(std::move(object));
  }
  return list;
}

Json piece_json(InvestAnswer const& answer, Network const& network, BudgetCurve::Piece const& piece,
                std::size_t flow, std::size_t position) {
  auto object = Json::object();
  object.set("from_usd", Json::number(exact(piece.from)));
  object.set("to_usd", piece.endless ? Json() : Json::number(exact(piece.to)));
  object.set("price_usd_per_teu_per_year", Json::number(exact(piece.price)));
  object.set("throughput_from_teu_per_year", number(piece.throughput_from));
  object.set("throughput_to_teu_per_year", piece.endless ? Json() : number(piece.throughput_to));
  object.set("exact", Json::boolean(piece.exact));
  object.set("bought", bought_json(answer, network, piece.bought));
  object.set("flow", number(flow));
  object.set("potentials", number(position));
  return object;
}

Json purchase_json(InvestAnswer const& answer, Network const& network, ProofBook& book,
                   std::optional<std::size_t> base) {
  if (!answer.purchase) return {};
  auto const& purchase = *answer.purchase;
  auto object = Json::object();
  object.set("bounded", Json::boolean(purchase.bounded));
  object.set("throughput_teu_per_year", purchase.bounded ? number(purchase.throughput) : Json());
  object.set("spent_usd", Json::number(exact(purchase.spent)));
  object.set("bought", bought_json(answer, network, purchase.bought));
  object.set("flow", number(book.flow(purchase.on, base)));
  return object;
}

/// `expansion` and the `proof` of it and of the base.
void set_expansion(Json& result, InvestAnswer const& answer, Network const& network) {
  auto const& curve = answer.curve;
  ProofBook book(network, answer.graph.graph);
  auto pieces = Json::list();
  auto potentials = Json::list();
  auto base = Json();
  auto purchase = Json();
  if (curve.bounded) {
    auto const base_flow = book.flow(curve.base.on);
    base = Json::object({{"flow", number(base_flow)}, {"cut", number(book.cut(curve.base.cut))}});
    for (std::size_t i = 0; i < curve.pieces.size(); ++i) {
      auto const& piece = curve.pieces[i];
      pieces.push(piece_json(answer, network, piece, book.flow(piece.on, base_flow), i));
      potentials.push(vertex_potentials_json(network, answer.graph.graph, piece.potentials));
    }
    purchase = purchase_json(answer, network, book, base_flow);
  }
  auto expansion = Json::object();
  expansion.set("exact", Json::boolean(curve.exact));
  expansion.set("base", std::move(base));
  expansion.set("pieces", std::move(pieces));
  expansion.set("purchase", std::move(purchase));
  result.set("expansion", std::move(expansion));
  auto proof = book.json();
  proof.set("potentials", std::move(potentials));
  result.set("proof", std::move(proof));
}

Json project_json(InvestAnswer const& answer, std::size_t i) {
  auto const& project = answer.projects[i];
  auto const& ranking = answer.ranking;
  bool const known = !ranking.gains.empty();
  auto object = Json::object();
  object.set("id", Json::string(project.id));
  object.set("title", Json::string_or_null(project.title));
  object.set("cost_usd", Json::number(project.cost.parts()));
  object.set("cost_estimated", Json::boolean(project.cost_estimated));
  object.set("gain_alone_teu_per_year", known ? number(ranking.gains[i].alone) : Json());
  object.set("gain_last_teu_per_year", known ? number(ranking.gains[i].last) : Json());
  object.set("fair_teu_per_year",
             ranking.fair.empty() ? Json() : Json::string(exact(ranking.fair[i])));
  object.set("in_best", Json::boolean(ranking.bounded && in_best(answer, i)));
  return object;
}

Json best_json(InvestAnswer const& answer) {
  auto const& ranking = answer.ranking;
  if (!ranking.bounded) return {};
  auto ids = Json::list();
  for (std::size_t i = 0; i < answer.projects.size(); ++i) {
    if (in_best(answer, i)) ids.push(Json::string(answer.projects[i].id));
  }
  auto const& built = *answer.best;
  ProofBook book(built.network, built.graph);
  auto object = Json::object();
  object.set("projects", std::move(ids));
  object.set("year", Json::number(std::int64_t{answer.question.year_of(built.network)}));
  object.set("cost_usd", Json::number(ranking.cost.parts()));
  object.set("throughput_teu_per_year", number(ranking.throughput));
  object.set("bound_teu_per_year", ranking.bound ? number(*ranking.bound) : Json());
  object.set("gap_teu_per_year",
             ranking.bound ? number(*ranking.bound - ranking.throughput) : Json());
  object.set("bottleneck", json_of_cut(built.network, built.graph, built.flow.cut));
  object.set("flow", number(book.flow(built.flow.on)));
  object.set("cut", number(book.cut(built.flow.cut)));
  object.set("proof", book.json());
  return object;
}

Json order_json(InvestAnswer const& answer) {
  auto list = Json::list();
  for (auto const& step : answer.ranking.order) {
    auto object = Json::object();
    object.set("project", Json::string(answer.projects[step.project].id));
    object.set("year", answer.budget_per_year ? Json::number(step.year) : Json());
    object.set("spent_usd", Json::number(step.spent.parts()));
    object.set("throughput_teu_per_year", number(step.throughput));
    list.push(std::move(object));
  }
  return list;
}

Json ranking_json(InvestAnswer const& answer) {
  auto const& ranking = answer.ranking;
  auto projects = Json::list();
  auto together = Json::list();
  auto left_out = Json::list();
  for (std::size_t i = 0; i < answer.projects.size(); ++i) {
    projects.push(project_json(answer, i));
  }
  for (auto const& row : ranking.together) {
    auto numbers = Json::list();
    for (auto const gain : row) numbers.push(Json::number(gain));
    together.push(std::move(numbers));
  }
  for (auto const& id : answer.left_out) left_out.push(Json::string(id));
  auto object = Json::object();
  object.set("bounded", Json::boolean(ranking.bounded));
  object.set("complete", Json::boolean(ranking.complete));
  object.set("with_all_teu_per_year",
             ranking.bounded && ranking.complete ? number(ranking.with_all) : Json());
  object.set("list", std::move(projects));
  object.set("best", best_json(answer));
  object.set("order", order_json(answer));
  object.set("order_exact", Json::boolean(ranking.order_exact));
  object.set("together_teu_per_year", std::move(together));
  object.set("left_out", std::move(left_out));
  return object;
}

/// The position of a project in the order, or nothing.
std::optional<std::size_t> position_of(InvestAnswer const& answer, std::size_t project) {
  auto const& order = answer.ranking.order;
  auto const found = std::find_if(order.begin(), order.end(), [&](ProjectAnswer::Step const& step) {
    return step.project == project;
  });
  if (found == order.end()) return std::nullopt;
  return static_cast<std::size_t>(found - order.begin());
}

void add_piece(Csv& csv, BudgetCurve::Piece const& piece, std::size_t position) {
  csv.text("piece").number(static_cast<std::int64_t>(position + 1)).text("").text("");
  csv.raw(exact(piece.from)).raw(piece.endless ? "" : exact(piece.to)).raw(exact(piece.price));
  csv.number(piece.throughput_from.parts());
  csv.raw(piece.endless ? "" : std::to_string(piece.throughput_to.parts()));
  for (int empty = 0; empty < 7; ++empty) csv.raw("");
  csv.end_row();
}

void add_purchase(Csv& csv, InvestAnswer const& answer, Network const& network,
                  Purchase const& purchase) {
  auto const name = name_arc(network, answer.graph.graph, purchase.arc);
  csv.text(name.kind).text(name.id).text(name.from).text(name.to).raw("").raw("").raw("");
  csv.raw("").raw("").number(purchase.extra.parts()).raw(exact(cost_of(answer, purchase)));
  for (int empty = 0; empty < 5; ++empty) csv.raw("");
  csv.end_row();
}

void add_project(Csv& csv, InvestAnswer const& answer, std::size_t i) {
  auto const& ranking = answer.ranking;
  auto const position = position_of(answer, i);
  csv.text("project").text(answer.projects[i].id).raw("").raw("").raw("").raw("").raw("").raw("");
  csv.raw(position ? std::to_string(ranking.order[*position].throughput.parts()) : "").raw("");
  csv.number(answer.projects[i].cost.parts());
  bool const known = !ranking.gains.empty();
  csv.raw(known ? std::to_string(ranking.gains[i].alone.parts()) : "");
  csv.raw(known ? std::to_string(ranking.gains[i].last.parts()) : "");
  csv.raw(ranking.fair.empty() ? "" : exact(ranking.fair[i]));
  csv.raw(position ? std::to_string(*position + 1) : "");
  csv.raw(position && answer.budget_per_year ? std::to_string(ranking.order[*position].year) : "");
  csv.end_row();
}

}  // namespace

Json result_of(InvestAnswer const& answer, Network const& network) {
  auto result = question_json(network, answer.question, answer.from, answer.to);
  auto const& curve = answer.curve;
  result.set("budget_usd", usd_or_null(answer.budget));
  result.set("budget_per_year_usd", usd_or_null(answer.budget_per_year));
  result.set("bounded", Json::boolean(curve.bounded));
  result.set("throughput_teu_per_year", curve.bounded ? number(curve.base.throughput) : Json());
  result.set("bottleneck", json_of_cut(network, answer.graph.graph, curve.base.cut));
  set_expansion(result, answer, network);
  result.set("projects", answer.projects.empty() ? Json() : ranking_json(answer));
  return result;
}

std::optional<std::string> csv_of(InvestAnswer const& answer, Network const& network) {
  Csv csv(
      "row,id,from,to,from_usd,to_usd,price_usd_per_teu_per_year,throughput_from_teu_per_year,"
      "throughput_to_teu_per_year,extra_teu_per_year,cost_usd,gain_alone_teu_per_year,"
      "gain_last_teu_per_year,fair_teu_per_year,order,year");
  if (answer.obstacle) return csv.str();
  for (std::size_t i = 0; i < answer.curve.pieces.size(); ++i) {
    add_piece(csv, answer.curve.pieces[i], i);
  }
  if (answer.purchase) {
    for (auto const& purchase : answer.purchase->bought) {
      add_purchase(csv, answer, network, purchase);
    }
  }
  for (std::size_t i = 0; i < answer.projects.size(); ++i) add_project(csv, answer, i);
  return csv.str();
}

std::string reason_of(InvestAnswer const& answer) {
  return answer.obstacle ? answer.obstacle->reason : "";
}

}  // namespace corridor::report
