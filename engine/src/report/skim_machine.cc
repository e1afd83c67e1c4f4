#include <string>

#include "corridor/base/decimal.h"
#include "report/csv_rows.h"
#include "report/figures.h"
#include "report/json.h"
#include "report/machine.h"
#include "report/proof.h"

namespace corridor {

std::string name_of(SkimMatrix const& matrix) {
  if (matrix.objective == nullptr) return "transfers";
  std::string name(matrix.objective->name);
  name += '_';
  for (char const c : matrix.objective->unit) {
    if (c == '/') {
      name += "_per_";
    } else {
      name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return name;
}

std::string_view unit_of(SkimMatrix const& matrix) {
  return matrix.objective == nullptr ? "" : matrix.objective->unit;
}

std::int64_t parts_per_unit(SkimMatrix const& matrix) {
  constexpr std::int64_t kThousandths = 1000;
  return matrix.objective == nullptr ? 1 : kThousandths;
}

}  // namespace corridor

namespace corridor::report {
namespace {

/// Empty where nothing leads there.
std::string cell_text(SkimMatrix const& matrix, std::int64_t cell) {
  return cell == kNoWay ? "" : format_parts(cell, parts_per_unit(matrix));
}

Json values_json(Skim const& skim, std::size_t number) {
  auto const& matrix = skim.matrices[number];
  auto rows = Json::list();
  for (std::size_t i = 0; i < skim.rows; ++i) {
    auto row = Json::list();
    for (std::size_t k = 0; k < skim.columns; ++k) {
      auto const cell = skim.at(number, i, k);
      row.push(cell == kNoWay ? Json() : Json::number(cell_text(matrix, cell)));
    }
    rows.push(std::move(row));
  }
  return rows;
}

Json proof_json(SkimAnswer const& answer, Network const& network) {
  auto columns = Json::list();
  for (SkimProof const& proof : answer.proofs) {
    auto object = Json::object();
    object.set("matrix", Json::number(static_cast<std::int64_t>(proof.matrix)));
    object.set("column", Json::number(static_cast<std::int64_t>(proof.column)));
    object.set("potentials", potentials_json(network, proof.graph, {proof.left}));
    columns.push(std::move(object));
  }
  return Json::object({{"columns", std::move(columns)}});
}

std::string long_csv(SkimAnswer const& answer, Network const& network) {
  auto const& skim = answer.skim;
  std::string header = "origin,destination";
  for (auto const& matrix : skim.matrices) header += ',' + name_of(matrix);
  Csv csv(header);
  for (std::size_t i = 0; i < skim.rows; ++i) {
    for (std::size_t k = 0; k < skim.columns; ++k) {
      csv.text(network.nodes[answer.plan.from[i]].id).text(network.nodes[answer.plan.to[k]].id);
      for (std::size_t m = 0; m < skim.matrices.size(); ++m) {
        csv.raw(cell_text(skim.matrices[m], skim.at(m, i, k)));
      }
      csv.end_row();
    }
  }
  return csv.str();
}

std::string wide_csv(SkimAnswer const& answer, Network const& network) {
  auto const& skim = answer.skim;
  std::string header = "matrix,origin";
  for (NodeId const to : answer.plan.to) header += ',' + text_cell(network.nodes[to].id);
  Csv csv(header);
  for (std::size_t m = 0; m < skim.matrices.size(); ++m) {
    for (std::size_t i = 0; i < skim.rows; ++i) {
      csv.text(name_of(skim.matrices[m])).text(network.nodes[answer.plan.from[i]].id);
      for (std::size_t k = 0; k < skim.columns; ++k) {
        csv.raw(cell_text(skim.matrices[m], skim.at(m, i, k)));
      }
      csv.end_row();
    }
  }
  return csv.str();
}

}  // namespace

Json result_of(SkimAnswer const& answer, Network const& network) {
  Question question = answer.plan.conditions;
  question.from = answer.plan.from;
  question.to = answer.plan.to;
  auto object = question_json(network, question, answer.from, answer.to);
  object.set("value_of_time_usd_per_teu_day",
             Json::number(format_parts(answer.plan.value.parts(), ValueOfTime::kPartsPerUnit)));
  auto matrices = Json::list();
  for (std::size_t m = 0; m < answer.skim.matrices.size(); ++m) {
    auto const& matrix = answer.skim.matrices[m];
    auto each = Json::object();
    each.set("name", Json::string(name_of(matrix)));
    each.set("objective",
             matrix.objective == nullptr ? Json() : Json::string(matrix.objective->name));
    each.set("unit", Json::string_or_null(unit_of(matrix)));
    each.set("values", values_json(answer.skim, m));
    matrices.push(std::move(each));
  }
  object.set("matrices", std::move(matrices));
  object.set("proof", proof_json(answer, network));
  return object;
}

std::optional<std::string> csv_of(SkimAnswer const& answer, Network const& network) {
  return answer.layout == SkimLayout::wide ? wide_csv(answer, network) : long_csv(answer, network);
}

/// Pairs without a way are part of the answer.
std::string reason_of(SkimAnswer const&) { return {}; }

}  // namespace corridor::report
