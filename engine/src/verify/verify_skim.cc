// `skim`: the columns that carry potentials. Every cell of such a column is held against them, and
// they against Bellman's equations on the graph that ends at the column's node.

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "corridor/base/decimal.h"
#include "corridor/graph/compile.h"
#include "corridor/report/skim_answer.h"
#include "report/json.h"
#include "verify/context.h"
#include "verify/questions.h"

namespace corridor::verify {
namespace {

/// What is minimised: the amount, then the number of links.
using Weight = std::pair<Int128, std::int64_t>;

/// One column by one objective.
class Column {
 public:
  Column(Network const& network, Graph const& graph, Objective const& objective, ValueOfTime value)
      : network_(network),
        graph_(graph),
        objective_(objective),
        value_(value),
        left_(graph.vertex_count()) {}

  void read(Item const& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto const row = rows[i];
      if (row.size() != 4) row.refuse("is not node, mode, amount and links");
      auto const node = find_node(network_, row[0].text());
      auto const mode = find_mode(network_, row[1].text());
      auto const v = node && mode ? graph_.vertex(*node, *mode, VertexKind::arrival) : std::nullopt;
      if (!v) row.refuse("the question's graph has no such arrival");
      auto& left = left_[v->index()];
      if (left) row.refuse("names this arrival a second time");
      left = Weight{row[2].wide(), row[3].whole()};
      if (left->first < 0 || left->second < 0) row.refuse("is less than nothing");
    }
    for (VertexId const v : graph_.columns().node.ids()) {
      if (graph_.columns().vertex_kind[v] == VertexKind::departure) left_[v.index()] = least(v);
    }
  }

  /// Each arrival's potential is the least over what may follow, and there is none where nothing
  /// follows. Every cycle holds a link, so the equations have one solution.
  void hold(Item const& rows) const {
    for (VertexId const v : graph_.columns().node.ids()) {
      if (graph_.columns().vertex_kind[v] != VertexKind::arrival) continue;
      if (left_[v.index()] == least(v)) continue;
      rows.refuse("the potential of " + network_.nodes[graph_.columns().node[v]].id + " by " +
                  network_.modes[graph_.columns().mode[v]].id +
                  " does not follow from those after it");
    }
  }

  /// The best way's amount from each node that leads there, and its transfers.
  struct Best {
    Weight weight;
    VertexId departure;
    std::uint32_t link = 0;  ///< its first
  };
  std::map<NodeId, Best> best() const {
    std::map<NodeId, Best> found;
    for (VertexId const v : graph_.columns().node.ids()) {
      auto const& left = left_[v.index()];
      if (graph_.columns().vertex_kind[v] != VertexKind::departure || !left) continue;
      Best const mine{*left, v, graph_.columns().element[first_tight(v)]};
      auto const [place, fresh] = found.emplace(graph_.columns().node[v], mine);
      auto const key = [](Best const& each) { return std::pair(each.weight, each.link); };
      if (!fresh && key(mine) < key(place->second)) place->second = mine;
    }
    return found;
  }

  /// On the way from a departure that takes the earliest link in the file at every step.
  std::int64_t transfers(VertexId departure) const {
    std::int64_t count = 0;
    for (VertexId v = departure; true;) {
      v = graph_.head(first_tight(v));
      std::optional<ArcId> best;
      std::uint32_t best_link = Graph::kNoElement;
      for (ArcId const inner : out_of(v)) {
        if (behind(inner) != left_[v.index()]) continue;
        if (graph_.kind(inner) == ArcKind::end) return count;
        auto const link = graph_.columns().element[first_tight(graph_.head(inner))];
        if (best && link >= best_link) continue;
        best = inner;
        best_link = link;
      }
      if (graph_.kind(*best) == ArcKind::transfer) ++count;
      v = graph_.head(*best);
    }
  }

 private:
  std::vector<ArcId> out_of(VertexId v) const {
    std::vector<ArcId> arcs;
    auto const first = graph_.first_out();
    for (auto i = first[v.index()]; i < first[v.index() + std::size_t{1}]; ++i) {
      arcs.emplace_back(i);
    }
    return arcs;
  }

  std::optional<Weight> behind(ArcId arc) const {
    if (graph_.kind(arc) == ArcKind::end) return Weight{};
    auto const& left = left_[graph_.head(arc).index()];
    if (!left) return std::nullopt;
    return Weight{left->first + objective_.amount(totals_of(graph_, arc), value_),
                  left->second + (graph_.kind(arc) == ArcKind::link ? 1 : 0)};
  }

  std::optional<Weight> least(VertexId v) const {
    std::optional<Weight> found;
    for (ArcId const arc : out_of(v)) {
      auto const here = behind(arc);
      if (here && (!found || *here < *found)) found = here;
    }
    return found;
  }

  /// Of a departure that leads there; links stand in the file's order.
  ArcId first_tight(VertexId departure) const {
    auto const arcs = out_of(departure);
    return *std::find_if(arcs.begin(), arcs.end(),
                         [&](ArcId arc) { return behind(arc) == left_[departure.index()]; });
  }

  Network const& network_;
  Graph const& graph_;
  Objective const& objective_;
  ValueOfTime value_;
  std::vector<std::optional<Weight>> left_;  ///< by vertex; empty: nothing leads there
};

class SkimCheck {
 public:
  SkimCheck(Context& context, Network const& network)
      : context_(context), network_(network), result_(context.root.at("result")) {}

  void verify() {
    conditions_ = read_conditions(network_, result_);
    from_ = read_nodes(network_, result_.at("origins"));
    to_ = read_nodes(network_, result_.at("destinations"));
    Question question = conditions_;
    question.from = from_;
    question.to = to_;
    expect_question(result_, network_, question,
                    {"value_of_time_usd_per_teu_day", "matrices", "proof"});
    value_ = read_value(result_);
    read_matrices();
    auto const proof = result_.at("proof");
    proof.only({"columns"});
    auto const columns = proof.at("columns");
    for (std::size_t i = 0; i < columns.size(); ++i) check_column(columns[i]);
    context_.checked("every cell of the columns that carry potentials, by Bellman's equations: " +
                     std::to_string(columns.size()));
    context_.unchecked("the cells of all other columns");
  }

 private:
  void read_matrices() {
    auto const matrices = result_.at("matrices");
    for (std::size_t m = 0; m < matrices.size(); ++m) {
      matrices[m].only({"name", "objective", "unit", "values"});
      SkimMatrix matrix;
      auto const objective = matrices[m].at("objective");
      if (!objective.is_null()) matrix.objective = find_objective(objective.text());
      bool const transfers = objective.is_null() && m > 0 && m + 1 == matrices.size();
      if (matrix.objective == nullptr && !transfers) objective.refuse("is no objective");
      matrices[m].at("name").expect_text(name_of(matrix));
      auto const unit = matrices[m].at("unit");
      if (transfers && !unit.is_null()) unit.refuse("stands beside a number of transfers");
      if (!transfers) unit.expect_text(unit_of(matrix));
      auto const values = matrices[m].at("values");
      if (values.size() != from_.size()) values.refuse("has not one row for each origin");
      for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].size() != to_.size()) {
          values[i].refuse("has not one value for each destination");
        }
      }
      matrices_.push_back(matrix);
    }
    if (matrices_.empty()) matrices.refuse("is empty");
  }

  void check_column(Item const& item) const {
    item.only({"matrix", "column", "potentials"});
    auto const number = item.at("matrix").index(matrices_.size());
    auto const column = item.at("column").index(to_.size());
    auto const& matrix = matrices_[number];
    if (matrix.objective == nullptr) item.at("matrix").refuse("is that of transfers");
    Question question = conditions_;
    question.to = {to_[column]};
    Graph const graph = compile(network_, question);
    Column check(network_, graph, *matrix.objective, value_);
    auto const stages = item.at("potentials");
    if (stages.size() != 1) stages.refuse("should have 1 entry");
    check.read(stages[0]);
    check.hold(stages[0]);
    bool const with_transfers = number == 0 && matrices_.back().objective == nullptr;
    auto const best = check.best();
    for (std::size_t row = 0; row < from_.size(); ++row) {
      auto cell = kNoWay;
      auto transfers = kNoWay;
      if (from_[row] == to_[column]) {
        cell = transfers = 0;
      } else if (auto const found = best.find(from_[row]); found != best.end()) {
        cell = thousandths(*matrix.objective, found->second.weight.first);
        if (with_transfers) transfers = check.transfers(found->second.departure);
      }
      expect_cell(number, row, column, cell);
      if (with_transfers) expect_cell(matrices_.size() - 1, row, column, transfers);
    }
  }

  void expect_cell(std::size_t number, std::size_t row, std::size_t column,
                   std::int64_t cell) const {
    auto const item = result_.at("matrices")[number].at("values")[row][column];
    if (cell == kNoWay) {
      if (!item.is_null()) item.refuse("should be null: nothing leads there");
      return;
    }
    item.expect_json(format_parts(cell, parts_per_unit(matrices_[number])));
  }

  Context& context_;
  Network const& network_;
  Item result_;
  Question conditions_;
  ValueOfTime value_;
  std::vector<NodeId> from_, to_;
  std::vector<SkimMatrix> matrices_;
};

}  // namespace

void verify_skim(Context& context, Network const& network) { SkimCheck(context, network).verify(); }

}  // namespace corridor::verify
