// Deliberately plain and deliberately its own: nothing here is shared with the search, so a mistake
// there cannot hide here.

#include <string>
#include <utility>
#include <vector>

#include "analysis/least_weight.h"
#include "corridor/analysis/certificate.h"
#include "corridor/analysis/switchpoints.h"

namespace corridor {
namespace {

std::string text_of(Fraction rate) {
  return std::to_string(rate.numerator) + "/" + std::to_string(rate.denominator);
}

class Check {
 public:
  Check(Network const& network, Graph const& graph, Question const& question,
        Tradeoff const& tradeoff, RateRange const& range, Switchpoints const& found)
      : network_(network),
        graph_(graph),
        question_(question),
        tradeoff_(tradeoff),
        range_(range),
        pieces_(found.pieces) {}

  std::string violation() const {
    if (pieces_.empty()) return nothing();
    for (auto const check : {&Check::routes, &Check::shape, &Check::ends, &Check::ties}) {
      if (auto found = (this->*check)(); !found.empty()) return found;
    }
    return {};
  }

 private:
  std::string nothing() const {
    return least(0, 1) ? "there is a route, but no piece" : std::string();
  }

  std::string routes() const {
    for (auto const& piece : pieces_) {
      auto found = violation_of_way(network_, graph_, question_, piece.route);
      if (!found.empty()) return found;
      auto const& totals = piece.route.totals;
      if (piece.first != tradeoff_.first->amount(totals, tradeoff_.value) ||
          piece.second != tradeoff_.second->amount(totals, tradeoff_.value)) {
        return "the amounts of a piece are not those of its route";
      }
    }
    return {};
  }

  /// Pieces cover the range without a gap, in order, and bend downwards.
  std::string shape() const {
    if (pieces_.front().from != range_.min) return "the pieces do not start at the least rate";
    if (pieces_.back().to != range_.max) return "the pieces do not end at the largest rate";
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      auto const& piece = pieces_[i];
      if (piece.to && !(piece.from < *piece.to)) return "a piece has no length";
      if (!piece.to && i + 1 < pieces_.size()) return "an endless piece is followed by another";
      if (i == 0) continue;
      auto const& before = pieces_[i - 1];
      if (*before.to != piece.from) return "two pieces do not follow each other";
      if (piece.second >= before.second) return "the second amounts do not fall";
      if (value(before, piece.from) != value(piece, piece.from)) {
        return "two routes are not as good as each other at " + text_of(piece.from);
      }
    }
    return {};
  }

  /// At both ends of each piece no way is better.
  std::string ends() const {
    for (auto const& piece : pieces_) {
      if (auto found = end(piece, piece.from); !found.empty()) return found;
    }
    auto const& last = pieces_.back();
    if (last.to) return end(last, *last.to);
    return least(1, 0)->amount == last.second ? "" : "some way has less of the second objective";
  }

  std::string end(SwitchPiece const& piece, Fraction rate) const {
    bool const best = least(rate.numerator, rate.denominator)->amount == value(piece, rate);
    return best ? "" : "there is a better route at " + text_of(rate);
  }

  /// Inside a piece its route has the fewest links of the best.
  std::string ties() const {
    for (auto const& piece : pieces_) {
      auto const to = piece.to.value_or(
          Fraction{piece.from.numerator + piece.from.denominator, piece.from.denominator});
      // Any rate between will do.
      auto const numerator = Int128{piece.from.numerator} + to.numerator;
      auto const denominator = Int128{piece.from.denominator} + to.denominator;
      auto const found = least(numerator, denominator);
      auto const own = piece.first * denominator + piece.second * numerator;
      if (found->amount != own) return "there is a better route inside a piece";
      if (found->links != static_cast<std::int64_t>(piece.route.links)) {
        return "an equal route has fewer links";
      }
    }
    return {};
  }

  static Int128 value(SwitchPiece const& piece, Fraction rate) {
    return piece.first * rate.denominator + piece.second * rate.numerator;
  }

  /// Of denominator x first + numerator x second.
  std::optional<LeastWeight> least(Int128 numerator, Int128 denominator) const {
    ArcAmounts weights(graph_.arc_count());
    for (ArcId const arc : weights.ids()) {
      auto const totals = totals_of(graph_, arc);
      weights[arc] = tradeoff_.first->amount(totals, tradeoff_.value) * denominator +
                     tradeoff_.second->amount(totals, tradeoff_.value) * numerator;
    }
    return least_weight(graph_, question_.via, weights);
  }

  Network const& network_;
  Graph const& graph_;
  Question const& question_;
  Tradeoff const& tradeoff_;
  RateRange const& range_;
  std::vector<SwitchPiece> const& pieces_;
};

}  // namespace

std::string violation(Network const& network, Graph const& graph, Question const& question,
                      Tradeoff const& tradeoff, RateRange const& range, Switchpoints const& found) {
  return Check(network, graph, question, tradeoff, range, found).violation();
}

}  // namespace corridor
