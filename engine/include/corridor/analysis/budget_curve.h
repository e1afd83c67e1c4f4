#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/max_flow.h"
#include "corridor/base/int128.h"
#include "corridor/export.h"
#include "corridor/graph/compile.h"

namespace corridor {

/// A graph in which money can raise capacities. Elements of capacity 0 that can be expanded are
/// in it, too, so its own capacity column is not the question's: `capacity` is.
struct ExpandableGraph {
  /// What an arc may get, and at which price.
  struct Offer {
    ExpansionCost price;
    Limit up_to;
    bool operator==(Offer const&) const = default;
  };
  Graph graph;
  Table<ArcId, Limit> capacity;               ///< before anything is bought
  Table<ArcId, std::optional<Offer>> offers;  ///< from `expansion:` of the element
};

/// The graph of a question with what its elements' expansions offer. O(nodes + links + transfers).
CORRIDOR_EXPORT ExpandableGraph compile_expandable(Network const& network,
                                                   Question const& question);

/// So much extra capacity of an arc.
struct Purchase {
  ArcId arc;
  Capacity extra;
  bool operator==(Purchase const&) const = default;
};

/// Money in thousandths of USD: wide enough for any amount of any expansion.
using Money = Int128;

/// The largest throughput as a function of a budget for expansions: concave, piecewise linear.
struct BudgetCurve {
  /// Between two budgets every USD buys the same: 1 TEU/year for each `price`.
  struct Piece {
    Money from = 0, to = 0;  ///< budgets; `to` is meaningless when endless
    ExpansionCost price;     ///< of one TEU/year of throughput, rising from piece to piece
    Capacity throughput_from, throughput_to;
    bool endless = false;          ///< more can be bought at this price without end
    bool exact = true;             ///< see BudgetCurve::exact
    std::vector<Purchase> bought;  ///< in all, at the piece's end (endless: at its start), in arc
                                   ///< order
    Table<ArcId, Capacity> on;     ///< the flow then: the largest for that budget
    /// By vertex, in thousandths of USD per TEU/year: the proof that the flow is the cheapest of
    /// its throughput. price + potential[tail] - potential[head] >= 0 where an arc has room (at
    /// price 0 within its capacity, at the offer's price above), <= 0 where it is used.
    std::vector<std::int64_t> potentials;
  };
  bool bounded = true;        ///< false: the throughput is unlimited without buying anything
  Flow base;                  ///< at budget 0
  std::vector<Piece> pieces;  ///< in order; none where no money helps
  /// One purchase raises all arcs of its element: both directions of what is written with
  /// `between`, all modes of a passage. The curve pays for each arc by itself. Where the prices
  /// that the potentials put on an element's arcs add up to no more than its price, that makes no
  /// difference (linear programming duality) and the curve is exact; else it is a lower bound.
  bool exact = true;
};

/// Budget curve of continuous expansion (Fulkerson 1959): each arc twice, what it has at cost 0 and
/// what it may get at its price; successive shortest paths give the cheapest flow of every
/// throughput. One run of Dijkstra's algorithm for each piece. Exact whole numbers. Throws
/// std::overflow_error when capacities or prices add up to more than 2^60.
CORRIDOR_EXPORT BudgetCurve budget_curve(ExpandableGraph const& graph);

/// What a budget buys: the largest throughput in whole TEU/year and the least that it costs.
struct BudgetPurchase {
  Capacity throughput;
  bool bounded = true;  ///< false: at price 0 without end
  Money spent = 0;
  std::vector<Purchase> bought;  ///< in arc order
  Table<ArcId, Capacity> on;
};
CORRIDOR_EXPORT BudgetPurchase buy(ExpandableGraph const& graph, BudgetCurve const& curve,
                                   Money budget);

/// Independent check: the base by its own certificate; pieces join, prices rise, each flow is
/// conserved, within capacity + purchase, costs what the piece says, and is the cheapest by its
/// potentials. Empty when all holds. O(pieces x arcs).
CORRIDOR_EXPORT std::string violation(ExpandableGraph const& graph, BudgetCurve const& curve);
CORRIDOR_EXPORT std::string violation(ExpandableGraph const& graph, BudgetCurve const& curve,
                                      Money budget, BudgetPurchase const& purchase);

}  // namespace corridor
