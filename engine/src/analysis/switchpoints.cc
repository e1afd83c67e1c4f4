#include "corridor/analysis/switchpoints.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/exact.h"

namespace corridor {
namespace {

/// Weights add up to less than this along any way.
constexpr Int128 kMost = Int128{1} << 120;

/// The amounts of a route: its line in the rate is first + rate x second.
struct Line {
  Int128 first = 0;
  Int128 second = 0;
  bool operator==(const Line&) const = default;
};

/// The line's value times the rate's denominator.
Int128 scaled(Line const& line, Fraction rate) {
  return line.first * rate.denominator + line.second * rate.numerator;
}

/// How one objective is told: its unit, and how many of its parts that is.
struct Unit {
  std::string name;
  std::int64_t parts;
};

Unit unit_of(Objective const& objective) {
  // Transit times are told in days, emissions in tonnes; all else as in files.
  if (objective.name == "time") return {"day", 24'000};
  if (objective.name == "emissions") return {"t/TEU", 1'000'000};
  Totals one;
  one.cost = Cost::of_parts(1);
  bool const whole_cost = objective.name == "generalised";
  std::int64_t const part = whole_cost ? static_cast<std::int64_t>(generalised(one, {})) : 1;
  return {std::string(objective.unit), 1000 * part};
}

Int128 largest(ArcAmounts const& amounts) {
  return amounts.empty() ? Int128{0} : *std::max_element(amounts.begin(), amounts.end());
}

/// Finds the pieces between two ends; an end without a rate is infinity.
class Search {
 public:
  Search(Network const& network, Graph const& graph, Question const& question,
         Tradeoff const& tradeoff)
      : network_(network), graph_(graph), question_(question), tradeoff_(tradeoff) {}

  Switchpoints run(RateRange const& range) {
    auto const left = at(range.min);
    if (left)
      explore({range.min, *left}, {range.max, *(range.max ? at(*range.max) : at_infinity())});
    for (auto& piece : found_.pieces) {
      auto route = best(weighed(graph_, tradeoff_, rate_inside(piece)));
      piece.route = std::move(*route);
    }
    return std::move(found_);
  }

 private:
  struct End {
    std::optional<Fraction> rate;
    Line line;
  };
  struct Stretch {
    End left, right;
  };

  std::optional<Route> best(ArcAmounts const& amounts) {
    ++found_.searches;
    return shortest_path(network_, graph_, question_, amounts);
  }

  Line line_of(Route const& route) const {
    return {tradeoff_.first->amount(route.totals, tradeoff_.value),
            tradeoff_.second->amount(route.totals, tradeoff_.value)};
  }

  std::optional<Line> at(Fraction rate) {
    auto const route = best(weighed(graph_, tradeoff_, rate));
    return route ? std::optional(line_of(*route)) : std::nullopt;
  }

  /// Where the rate is beyond all bounds only the second objective counts.
  std::optional<Line> at_infinity() {
    auto const route = best(amounts_of(graph_, *tradeoff_.second, tradeoff_.value));
    return route ? std::optional(line_of(*route)) : std::nullopt;
  }

  /// From left to right. A stack instead of recursion: its depth would follow the number of pieces.
  void explore(End left, End right) {
    std::vector<Stretch> open{{left, right}};
    while (!open.empty()) {
      auto const stretch = open.back();
      open.pop_back();
      auto const& [from, to] = stretch;
      // Of lines with the same second amount the one with the smaller first is the best everywhere.
      if (from.line.second == to.line.second) {
        add_piece(from.rate, to.rate, std::min(from.line.first, to.line.first), to.line.second);
        continue;
      }
      auto const rate = crossing(from.line, to.line);
      if (rate == from.rate) {
        add_piece(from.rate, to.rate, to.line.first, to.line.second);
      } else if (rate == to.rate) {
        add_piece(from.rate, to.rate, from.line.first, from.line.second);
      } else if (auto const middle = *at(rate); scaled(middle, rate) == scaled(from.line, rate)) {
        add_piece(from.rate, rate, from.line.first, from.line.second);
        add_piece(rate, to.rate, to.line.first, to.line.second);
      } else {
        open.push_back({{rate, middle}, to});
        open.push_back({from, {rate, middle}});
      }
    }
  }

  /// Where two lines meet, each the least at its own end of a stretch: the left one is steeper.
  static Fraction crossing(Line const& left, Line const& right) {
    auto const rate =
        narrow(divide(Exact{right.first - left.first, 1}, Exact{left.second - right.second, 1}));
    if (!rate) throw std::overflow_error("a switching point does not fit 64 bits");
    return *rate;
  }

  void add_piece(std::optional<Fraction> from, std::optional<Fraction> to, Int128 first,
                 Int128 second) {
    auto& pieces = found_.pieces;
    if (!pieces.empty() && pieces.back().first == first && pieces.back().second == second) {
      pieces.back().to = to;
    } else {
      pieces.push_back({*from, to, {}, first, second});
    }
  }

  Network const& network_;
  Graph const& graph_;
  Question const& question_;
  Tradeoff const& tradeoff_;
  Switchpoints found_;
};

}  // namespace

std::string rate_unit(Tradeoff const& tradeoff) {
  auto const first = unit_of(*tradeoff.first).name;
  auto const second = unit_of(*tradeoff.second).name;
  if (second == "day" && first != "day") return first + "/day";
  constexpr std::string_view kPerTeu = "/TEU";
  bool const both = first.ends_with(kPerTeu) && second.ends_with(kPerTeu);
  if (!both) return first + " per " + second;
  // What is per TEU on both sides is of the same TEU.
  return first.substr(0, first.size() - kPerTeu.size()) + "/" +
         second.substr(0, second.size() - kPerTeu.size());
}

Fraction rate_scale(Tradeoff const& tradeoff) {
  return *narrow(
      divide(Exact{unit_of(*tradeoff.second).parts, 1}, Exact{unit_of(*tradeoff.first).parts, 1}));
}

std::int64_t rate_parts(Objective const& objective) { return unit_of(objective).parts; }

Fraction rate_inside(SwitchPiece const& piece) {
  if (!piece.to) {
    // The next whole number that is not the end itself.
    return {piece.from.numerator / piece.from.denominator + 1, 1};
  }
  // The mediant lies between its two sides and has the smallest parts that need no search.
  auto const sum = divide(Exact{Int128{piece.from.numerator} + piece.to->numerator, 1},
                          Exact{Int128{piece.from.denominator} + piece.to->denominator, 1});
  auto const rate = narrow(sum);
  if (!rate) throw std::overflow_error("a rate does not fit 64 bits");
  return *rate;
}

ArcAmounts weighed(Graph const& graph, Tradeoff const& tradeoff, Fraction rate) {
  auto weights = amounts_of(graph, *tradeoff.first, tradeoff.value);
  auto const second = amounts_of(graph, *tradeoff.second, tradeoff.value);
  Int128 const arcs = static_cast<std::int64_t>(weights.size()) + 1;
  auto const fits = [&](ArcAmounts const& amounts, std::int64_t factor) {
    auto const most = largest(amounts);
    return factor == 0 || most <= kMost / 2 / arcs / factor;
  };
  if (!fits(weights, rate.denominator) || !fits(second, rate.numerator)) {
    throw std::overflow_error("the amounts are too large to be weighed exactly");
  }
  for (ArcId const arc : weights.ids()) {
    weights[arc] = weights[arc] * rate.denominator + second[arc] * rate.numerator;
  }
  return weights;
}

Switchpoints switchpoints(Network const& network, Graph const& graph, Question const& question,
                          Tradeoff const& tradeoff, RateRange const& range) {
  return Search(network, graph, question, tradeoff).run(range);
}

}  // namespace corridor
