// `switchpoints`: the best route at both ends of each stretch and inside it, by potentials.

#include "analysis/route.h"
#include "base/exact.h"
#include "corridor/analysis/compare.h"
#include "report/inputs.h"
#include "report/json.h"
#include "verify/context.h"
#include "verify/questions.h"
#include "verify/ratio.h"

namespace corridor::verify {
namespace {

class Switching {
 public:
  Switching(Context& context, bool answered)
      : context_(context),
        answered_(answered),
        result_(context.root.at(answered ? "result" : "question")),
        base_(context.files.base()) {}

  void verify() {
    auto const columns = result_.at("scenarios");
    if (columns.size() == 0) columns.refuse("holds nothing");
    read_asked();
    for (std::size_t i = 0; i < columns.size(); ++i) read_column(columns[i]);
    finish(columns);
  }

 private:
  void read_asked() {
    auto const by = result_.at("by");
    if (by.size() != 2) by.refuse("should have 2 entries");
    auto& tradeoff = answer_.tradeoff;
    tradeoff = {&read_objective(by[0]), &read_objective(by[1]), read_value(result_)};
    if (tradeoff.first == tradeoff.second) by.refuse("names one objective twice");
    answer_.from = result_.at("from").text();
    answer_.to = result_.at("to").text();
    answer_.range.min = read_rate(result_.at("min"));
    if (!result_.at("max").is_null()) answer_.range.max = read_rate(result_.at("max"));
  }

  /// As it is kept: in parts of the objectives.
  Fraction read_rate(Item const& item) const {
    auto const told = read_ratio(item);
    auto const scale = rate_scale(answer_.tradeoff);
    auto const rate = narrow(divide(Exact{told.numerator, told.denominator}, Exact::of(scale)));
    if (!rate) item.refuse("is too large");
    return *rate;
  }

  void read_column(Item const& item) {
    auto const inputs = item.at("inputs");
    std::vector<std::size_t> scenarios;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      scenarios.push_back(inputs[i].index(context_.root.at("inputs").size()));
    }
    auto network = context_.files.with(scenarios, inputs);
    auto const question = read_question(network, result_);
    if (answer_.columns.empty()) answer_.question = question;
    auto own = question;
    own.year = static_cast<int>(read_year(item));
    auto graph = compile(network, own);
    bool const bare = network.scenarios.empty();
    auto const id = bare ? std::string(kBaseScenario) : network.scenarios.back().id;
    auto const title = bare ? std::string(kBaseTitle) : network.scenarios.back().title;
    Flows const flows(network, graph);
    auto found = read_pieces(flows, own, item);
    years_.push_back(*own.year);
    // A copy: `flows` speaks of these until the end.
    answer_.columns.push_back({id, title, network, graph, std::move(found), std::nullopt});
  }

  std::int64_t read_year(Item const& column) const {
    auto const year = column.at("year").whole();
    constexpr std::int64_t kLastYear = 9999;
    if (year < 0 || year > kLastYear) column.at("year").refuse("is no year");
    return year;
  }

  Switchpoints read_pieces(Flows const& flows, Question const& question, Item const& column) {
    auto const items = column.at("pieces");
    Switchpoints found;
    if (items.size() == 0) {
      if (reaches_through(flows, question)) items.refuse("are missing, but a way leads to the end");
      expect_empty_proof(column);
      return found;
    }
    auto const& [first, second, value] = answer_.tradeoff;
    for (std::size_t i = 0; i < items.size(); ++i) {
      SwitchPiece piece;
      piece.route =
          describe(flows.network(), flows.graph(), joined(flows, items[i].at("route").at("legs")));
      piece.first = first->amount(piece.route.totals, value);
      piece.second = second->amount(piece.route.totals, value);
      piece.from =
          i == 0 ? answer_.range.min : switching_point(found.pieces.back(), piece, items[i]);
      if (i > 0) found.pieces.back().to = piece.from;
      found.pieces.push_back(std::move(piece));
    }
    found.pieces.back().to = answer_.range.max;
    check_order(found, items);
    prove(flows, question, found, column);
    return found;
  }

  void expect_empty_proof(Item const& column) const {
    if (!answered_) return;
    column.at("proof").only({"inside", "ends"});
    for (auto const* key : {"inside", "ends"}) {
      if (column.at("proof").at(key).size() != 0) column.at("proof").refuse("proves no piece");
    }
  }

  /// Where two routes are as good as each other.
  static Fraction switching_point(SwitchPiece const& before, SwitchPiece const& after,
                                  Item const& at) {
    if (after.second >= before.second) at.refuse("has no less of the second objective than before");
    if (after.first <= before.first) at.refuse("has no more of the first objective than before");
    auto const rate = narrow(
        divide(Exact{after.first - before.first, 1}, Exact{before.second - after.second, 1}));
    if (!rate) at.refuse("starts at a rate that is too large");
    return *rate;
  }

  static void check_order(Switchpoints const& found, Item const& items) {
    for (std::size_t i = 0; i < found.pieces.size(); ++i) {
      auto const& piece = found.pieces[i];
      if (piece.to && !(piece.from < *piece.to)) items[i].refuse("has no length");
    }
  }

  void prove(Flows const& flows, Question const& question, Switchpoints const& found,
             Item const& column) const {
    auto const proof = column.at("proof");
    proof.only({"inside", "ends"});
    auto const inside = proof.at("inside");
    auto const ends = proof.at("ends");
    auto const count = found.pieces.size();
    if (inside.size() != count) inside.refuse("should have one entry for each piece");
    if (ends.size() != count + 1) ends.refuse("should have one entry more than pieces");
    auto const& tradeoff = answer_.tradeoff;
    auto const& graph = flows.graph();
    for (std::size_t i = 0; i < count; ++i) {
      auto const& piece = found.pieces[i];
      auto const at = column.at("pieces")[i];
      best(flows, question, weighed(graph, tradeoff, rate_inside(piece)), piece.route, inside[i],
           at);
      unbeaten(flows, question, weighed(graph, tradeoff, piece.from), piece.route, ends[i], at);
    }
    auto const& last = found.pieces.back();
    unbeaten(flows, question,
             last.to ? weighed(graph, tradeoff, *last.to)
                     : amounts_of(graph, *tradeoff.second, tradeoff.value),
             last.route, ends[count], column.at("pieces")[count - 1]);
  }

  void finish(Item const& columns) {
    report::Inputs const inputs(Answer(answer_), shared_network(), context_.files.sources());
    context_.files.expect(inputs.json().dump());
    result_.expect_json(report::asked_json(answer_).dump(), {"scenarios"});
    for (std::size_t i = 0; i < columns.size(); ++i) {
      auto own = answer_;
      own.question.year = years_[i];
      columns[i].expect_json(report::without_proof(own, i, inputs).dump(), {"proof"});
    }
    expect_scenarios();
    if (!answered_) {
      expect_reason(context_);
      context_.checked("no way leads from the origin to the destination");
      context_.unchecked("the reason in words, the obstacles and the relaxations");
      return;
    }
    context_.checked("each route joins origin to destination; its figures");
    context_.checked("no better route at both ends of each stretch, by the potentials");
    context_.checked("inside each stretch the tie rule, by the potentials and link by link");
    context_.checked("where the stretches meet");
  }

  /// What the answer was asked about: the scenarios that all columns begin with. Which of these
  /// were named for one column only does not change the files.
  Network const& shared_network() const { return base_; }

  /// The columns' names, or what is applied where there is one column.
  void expect_scenarios() const {
    auto const scenarios = context_.root.at("scenarios");
    bool const one = answer_.columns.size() == 1;
    auto const& applied = answer_.columns.front().network.scenarios;
    bool const as_applied = one && scenarios.size() == applied.size();
    auto const count = as_applied ? applied.size() : answer_.columns.size();
    if (scenarios.size() != count) {
      scenarios.refuse("should have " + std::to_string(count) + " entries");
    }
    for (std::size_t i = 0; i < count; ++i) {
      scenarios[i].expect_text(as_applied ? applied[i].id : answer_.columns[i].id);
    }
  }

  Context& context_;
  bool answered_;
  Item result_;
  Network const& base_;
  SwitchpointsAnswer answer_;
  std::vector<int> years_;
};

}  // namespace

void verify_switchpoints(Context& context, bool answered) { Switching(context, answered).verify(); }

}  // namespace corridor::verify
