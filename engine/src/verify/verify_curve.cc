// `curve` and `ladder`: throughput under changed capacities, each stretch by a cut and flows.

#include <algorithm>
#include <map>

#include "corridor/base/decimal.h"
#include "corridor/graph/compile.h"
#include "report/json.h"
#include "verify/context.h"
#include "verify/flows.h"
#include "verify/ratio.h"
#include "verify/routes.h"

namespace corridor::verify {
namespace {

/// throughput = intercept + slope x multiplier, between two multipliers.
struct Piece {
  Ratio from, to;
  Int128 intercept = 0, slope = 0;

  /// The throughput at a multiplier, times its denominator.
  Int128 at(Ratio const& x) const { return intercept * x.denominator + slope * x.numerator; }
};

class CurveCheck {
 public:
  /// `asked` is the result or, without one, the question.
  CurveCheck(Context& context, Network const& network, Item asked)
      : context_(context),
        result_(std::move(asked)),
        network_(network),
        question_(read_question(network, result_)),
        graph_(compile(network, question_)),
        flows_(network, graph_),
        multiplied_(graph_.arc_count(), 0) {}

  void verify() {
    result_.at("proof").only({"flows", "cuts"});
    read_selected();
    read_unusable();
    min_ = read_ratio(result_.at("min"));
    max_ = read_ratio(result_.at("max"));
    if (result_.at("bounded").truth()) {
      read_pieces();
      read_points();
      if (result_.at("unlimited_way").size() != 0) {
        result_.at("unlimited_way").refuse("stands beside a bounded curve");
      }
    } else {
      unbounded();
    }
    check_target();
    check_keys();
    context_.checked("each piece by its cut: what it multiplies and what not");
    context_.checked("a flow that reaches the curve at each end of a piece");
    context_.checked("pieces join, slopes fall, the target's multiplier");
    context_.unchecked("which of several minimum cuts is named, and why elements are unusable");
  }

  /// Nothing flows even at the largest multiplier.
  void verify_nothing() {
    read_selected();
    read_ratio(result_.at("min"));
    bool const closes = read_ratio(result_.at("max")) == Ratio{};
    auto capacities = flows_.capacities();
    for (ArcId const arc : capacities.ids()) {
      if (closes && multiplied_[arc.index()] != 0) capacities[arc] = Capacity();
    }
    if (flows_.connected(capacities, false)) {
      context_.root.at("status").refuse("is no-answer, but a way leads from end to end");
    }
    expect_question(result_, network_, question_, {"min", "max", "selected"});
    expect_reason(context_);
    context_.checked("no way leads from the origin to the destination");
    context_.unchecked("the reason in words, the obstacles and the relaxations");
  }

 private:
  using Elements = std::map<std::pair<std::string, std::string>, std::vector<ArcId>>;

  Elements usable() const {
    Elements arcs;
    for (ArcId const arc : graph_.columns().tail.ids()) {
      auto const element = graph_.element(arc);
      if (!element) continue;
      arcs[{std::string(corridor::name_of(element->kind)), id_of(network_, *element)}].push_back(
          arc);
    }
    return arcs;
  }

  void read_selected() {
    auto const arcs = usable();
    auto const selected = result_.at("selected");
    for (std::size_t i = 0; i < selected.size(); ++i) {
      selected[i].only({"kind", "id", "capacity_teu_per_year"});
      auto const found = arcs.find({selected[i].at("kind").text(), selected[i].at("id").text()});
      if (found == arcs.end()) selected[i].refuse("is nothing that the question's network has");
      for (ArcId const arc : found->second) multiplied_[arc.index()] = 1;
      expect_limit(selected[i].at("capacity_teu_per_year"), found->second.front());
    }
  }

  void read_unusable() const {
    auto const arcs = usable();
    auto const unusable = result_.at("unusable");
    for (std::size_t i = 0; i < unusable.size(); ++i) {
      unusable[i].only({"kind", "id", "reason"});
      if (arcs.contains({unusable[i].at("kind").text(), unusable[i].at("id").text()})) {
        unusable[i].refuse("can be used");
      }
      unusable[i].at("reason").text();
    }
  }

  void expect_limit(Item const& item, ArcId arc) const {
    item.expect_json(report::json_of(graph_.capacity(arc)).dump());
  }

  void read_pieces() {
    auto const cuts = flows_.cuts_of_proof(result_.at("proof").at("cuts"));
    auto const pieces = result_.at("pieces");
    if (pieces.size() == 0) pieces.refuse("are missing");
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      pieces[i].only({"from", "to", "intercept", "slope", "binding", "cut"});
      Piece piece{read_ratio(pieces[i].at("from")), read_ratio(pieces[i].at("to")), 0, 0};
      auto const& cut = cuts[pieces[i].at("cut").index(cuts.size())];
      for (ArcId const arc : cut) {
        if (graph_.capacity(arc).unlimited()) {
          pieces[i].at("cut").refuse(flows_.name_of(arc) + " has no limit and cannot bind");
        }
        auto& part = multiplied_[arc.index()] != 0 ? piece.slope : piece.intercept;
        part += graph_.capacity(arc).capacity().parts();
      }
      pieces[i].at("intercept").expect_text(format_whole(piece.intercept));
      pieces[i].at("slope").expect_text(format_whole(piece.slope));
      check_binding(pieces[i].at("binding"), cut);
      check_joint(pieces[i], piece);
      pieces_.push_back(piece);
    }
    if (!(pieces_.front().from == min_))
      pieces[0].at("from").refuse("is not the smallest multiplier");
    if (!(pieces_.back().to == max_)) {
      pieces[pieces.size() - 1].at("to").refuse("is not the largest multiplier");
    }
  }

  void check_binding(Item const& binding, std::vector<ArcId> const& cut) const {
    if (binding.size() != cut.size()) binding.refuse("is not the piece's cut");
    for (std::size_t k = 0; k < cut.size(); ++k) {
      binding[k].only({"kind", "id", "from", "to", "capacity_teu_per_year", "multiplied"});
      if (flows_.arc_of_object(binding[k]) != cut[k])
        binding[k].refuse("is not in the piece's cut");
      expect_limit(binding[k].at("capacity_teu_per_year"), cut[k]);
      auto const multiplied = binding[k].at("multiplied");
      if (multiplied.truth() != (multiplied_[cut[k].index()] != 0)) multiplied.refuse("is wrong");
    }
  }

  void check_joint(Item const& item, Piece const& piece) const {
    bool const rises =
        piece.from.numerator * piece.to.denominator < piece.to.numerator * piece.from.denominator;
    if (!rises && !(min_ == max_)) item.at("to").refuse("is not beyond its from");
    if (pieces_.empty()) return;
    auto const& before = pieces_.back();
    if (!(before.to == piece.from)) item.at("from").refuse("is not where the piece before it ends");
    if (before.at(piece.from) != piece.at(piece.from)) {
      item.at("intercept").refuse("does not join the piece before it");
    }
    if (piece.slope >= before.slope) item.at("slope").refuse("is no less than before");
  }

  void read_points() {
    auto const flows = flows_.of_proof(result_.at("proof").at("flows"));
    auto const points = result_.at("points");
    auto const count = min_ == max_ ? 1 : pieces_.size() + 1;
    if (points.size() != count) points.refuse("should be " + std::to_string(count));
    for (std::size_t i = 0; i < points.size(); ++i) {
      points[i].only({"multiplier", "throughput_teu_per_year", "flow"});
      auto const& piece = pieces_[std::min(i, pieces_.size() - 1)];
      auto const& x = i < pieces_.size() ? piece.from : piece.to;
      points[i].at("multiplier").expect_text(text_of(x));
      points[i]
          .at("throughput_teu_per_year")
          .expect_text(text_of(reduced(piece.at(x), x.denominator)));
      auto const number = points[i].at("flow");
      check_point(flows[number.index(flows.size())], x, piece.at(x), number);
    }
  }

  void check_point(ReadFlow const& flow, Ratio const& x, Int128 wanted, Item const& at) const {
    if (flow.scale != x.denominator) at.refuse("is a flow of another scale");
    for (ArcId const arc : flow.on.ids()) {
      auto const& limit = graph_.capacity(arc);
      if (limit.unlimited()) continue;
      auto const times = multiplied_[arc.index()] != 0 ? x.numerator : x.denominator;
      if (flow.on[arc] > limit.capacity().parts() * times) {
        at.refuse("is a flow that exceeds the capacity of " + flows_.name_of(arc));
      }
    }
    if (flow.value != wanted) at.refuse("is a flow that does not reach the curve");
  }

  void unbounded() {
    auto const way = result_.at("unlimited_way");
    for (ArcId const arc : joined(flows_, way)) {
      if (!graph_.capacity(arc).unlimited()) way.refuse(flows_.name_of(arc) + " is limited");
    }
    expect_figures(flows_, way);
    if (result_.at("pieces").size() != 0) result_.at("pieces").refuse("stand beside no limit");
    if (result_.at("points").size() != 0) result_.at("points").refuse("stand beside no limit");
  }

  void check_target() const {
    auto const target = result_.at("target");
    if (target.is_null()) return;
    target.only({"throughput_teu_per_year", "reached", "multiplier"});
    auto const wanted = Int128{target.at("throughput_teu_per_year").whole()};
    auto const x = reaching(wanted);
    auto const reached = target.at("reached");
    if (reached.truth() != (pieces_.empty() || x)) reached.refuse("is wrong");
    auto const multiplier = target.at("multiplier");
    if (x) multiplier.expect_text(text_of(*x));
    if (!x && !multiplier.is_null()) multiplier.refuse("is not null, though nothing reaches it");
  }

  /// The smallest multiplier with this throughput.
  std::optional<Ratio> reaching(Int128 wanted) const {
    for (auto const& piece : pieces_) {
      if (piece.at(piece.from) >= wanted * piece.from.denominator) return piece.from;
      if (piece.at(piece.to) < wanted * piece.to.denominator) continue;
      return reduced(wanted - piece.intercept, piece.slope);
    }
    return std::nullopt;
  }

  void check_keys() const {
    expect_question(result_, network_, question_,
                    {"min", "max", "selected", "unusable", "bounded", "pieces", "points",
                     "unlimited_way", "target", "proof"});
  }

  Context& context_;
  Item result_;
  Network const& network_;
  Question question_;
  Graph graph_;
  Flows flows_;
  std::vector<char> multiplied_;  ///< by arc
  Ratio min_, max_;
  std::vector<Piece> pieces_;
};

}  // namespace

void verify_curve(Context& context, Network const& network) {
  CurveCheck(context, network, context.root.at("result")).verify();
}

void verify_no_curve(Context& context, Network const& network) {
  CurveCheck(context, network, context.root.at("question")).verify_nothing();
}

}  // namespace corridor::verify
