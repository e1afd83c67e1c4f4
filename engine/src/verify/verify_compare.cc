#include "corridor/analysis/compare.h"
#include "corridor/model/study.h"
#include "report/inputs.h"
#include "report/json.h"
#include "verify/context.h"
#include "verify/questions.h"

namespace corridor::verify {
namespace {

/// The cells of a comparison one after another.
class Comparing {
 public:
  Comparing(Context& context, bool answered)
      : context_(context),
        answered_(answered),
        result_(context.root.at(answered ? "result" : "question")),
        base_(context.files.base()) {}

  void verify() {
    auto const columns = result_.at("scenarios");
    if (columns.size() == 0) columns.refuse("compares nothing");
    read_plan();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      answer_.variants.push_back(read_variant(columns[i]));
      // Numbers in inputs[] show only when all are known; the cells of this column need none.
      answered_ ? read_cells(columns[i]) : expect_nothing(columns[i]);
    }
    finish(columns);
  }

 private:
  void read_plan() {
    auto& plan = answer_.plan;
    answer_.from = result_.at("from").text();
    answer_.to = result_.at("to").text();
    plan.from = read_place(base_, result_.at("from"));
    plan.to = read_place(base_, result_.at("to"));
    auto const problem = problem_of(base_, Question{plan.from, plan.to, {}, {}, {}, {}, {}});
    if (!problem.empty()) result_.refuse(problem);
    plan.value = read_value(result_);
    auto const objectives = result_.at("objectives");
    for (std::size_t i = 0; i < objectives.size(); ++i) {
      plan.objectives.push_back(&read_objective(objectives[i]));
    }
    if (auto const study = context_.files.study()) {
      answer_.study = study->id.text;
      answer_.study_written = study->id.span;
      answer_.title = study->title;
    }
    if (answer_.title.empty()) answer_.title = base_.title;
  }

  Variant read_variant(Item const& column) const {
    auto const inputs = column.at("inputs");
    std::vector<std::size_t> scenarios;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      scenarios.push_back(inputs[i].index(context_.root.at("inputs").size()));
    }
    auto network = context_.files.with(scenarios, inputs);
    if (network.scenarios.empty()) {
      return {std::string(kBaseScenario), kBaseTitle, std::move(network)};
    }
    auto const named = network.scenarios.back();
    return {named.id, named.title, std::move(network)};
  }

  std::int64_t read_year(Item const& column) const {
    auto const year = column.at("year").whole();
    constexpr std::int64_t kLastYear = 9999;
    if (year < 0 || year > kLastYear) column.at("year").refuse("is no year");
    return year;
  }

  /// Where all corridors together carry nothing, none of them does.
  void expect_nothing(Item const& column) const {
    auto const& network = answer_.variants.back().network;
    Question question;
    question.from = answer_.plan.from;
    question.to = answer_.plan.to;
    question.year = static_cast<int>(read_year(column));
    auto const graph = compile(network, question);
    Flows const flows(network, graph);
    if (flows.connected(flows.capacities(), false)) {
      column.refuse("has a way from end to end, though the comparison has no answer");
    }
  }

  void read_cells(Item const& column) {
    auto const& variant = answer_.variants.back();
    auto const year = read_year(column);
    auto const cells = column.at("corridors");
    for (std::size_t i = 0; i < cells.size(); ++i) {
      Question question;
      question.from = answer_.plan.from;
      question.to = answer_.plan.to;
      question.year = static_cast<int>(year);
      auto const id = cells[i].at("id");
      if (i == 0) id.expect_text("all");
      if (i > 0) {
        question.corridor = find_corridor(base_, id.text());
        if (!question.corridor) id.refuse("the network has no such corridor");
      }
      auto const cell = read_cell(variant, question, cells[i]);
      cells[i].expect_json(report::without_proof(answer_, variant, cell).dump(), {"proof"});
    }
  }

  ComparisonCell read_cell(Variant const& variant, Question const& question,
                           Item const& item) const {
    auto const graph = compile(variant.network, question);
    Flows const flows(variant.network, graph);
    auto const proof = item.at("proof");
    proof.only({"flows", "cuts", "potentials"});
    if (proof.at("cuts").size() != 0) proof.at("cuts").refuse("holds a cut that nothing refers to");
    auto const read = flows.of_proof(proof.at("flows"));
    bool const bounded = item.at("bounded").truth();
    if (bounded && read.empty()) proof.at("flows").refuse("holds no flow");
    auto flow = read_flow(flows, item, read.empty() ? no_flow(graph) : read.front());
    // Equal flows are kept once: with nothing to gain the first proves both.
    auto headroom = read_headroom_of(flows, flow, item, read.empty() ? nullptr : &read.back());
    std::size_t const needed = !bounded ? 0 : headroom.bounded ? 2 : 1;
    if (read.size() > needed) proof.at("flows").refuse("holds a flow that nothing refers to");
    auto routes = read_routes(flows, question, item);
    // A copy: `flows` speaks of this graph until the end.
    return {question.corridor, graph, std::move(flow), std::move(headroom), std::move(routes)};
  }

  static ReadFlow no_flow(Graph const& graph) {
    ReadFlow flow;
    flow.on = Amounts(graph.arc_count());
    return flow;
  }

  std::vector<std::optional<Route>> read_routes(Flows const& flows, Question const& question,
                                                Item const& item) const {
    std::vector<std::optional<Route>> routes;
    auto const potentials = item.at("proof").at("potentials");
    std::size_t proven = 0;
    for (auto const* objective : answer_.plan.objectives) {
      auto const route = item.at("best").at(objective->name);
      if (route.is_null()) {
        if (flows.connected(flows.capacities(), false)) {
          route.refuse("is null, but a way leads from end to end");
        }
        routes.emplace_back();
        continue;
      }
      ++proven;
      routes.push_back(read_best(flows, question, *objective, answer_.plan.value, route,
                                 potentials.at(objective->name)));
    }
    if (potentials.value().members.size() != proven) {
      potentials.refuse("holds potentials of no route of this cell");
    }
    return routes;
  }

  void finish(Item const& columns) {
    report::Inputs const inputs(answer_, base_, context_.files.sources());
    context_.files.expect(inputs.json().dump());
    result_.expect_json(report::comparison_json(answer_).dump(), {"scenarios"});
    std::string ids = "[";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      answer_.plan.year = static_cast<int>(columns[i].at("year").whole());
      columns[i].expect_json(report::column_json(answer_, i, inputs).dump(), {"corridors"});
      ids += (i == 0 ? "" : ", ") + report::json_quoted(answer_.variants[i].id);
    }
    context_.root.at("scenarios").expect_json(ids + "]");
    if (!answered_) {
      context_.checked("no way leads from the origin to the destination under any scenario");
      context_.unchecked("the reason in words");
      return;
    }
    context_.checked("conservation, capacities and cut = flow of every cell, and its headroom");
    context_.checked("every best route by its potentials, ties by file order");
    context_.checked("every figure of every cell");
  }

  Context& context_;
  bool answered_;
  Item result_;
  Network const& base_;
  CompareAnswer answer_;
};

}  // namespace

void verify_compare(Context& context, bool answered) { Comparing(context, answered).verify(); }

}  // namespace corridor::verify
