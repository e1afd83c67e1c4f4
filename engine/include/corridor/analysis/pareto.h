#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/analysis/shortest_path.h"
#include "corridor/base/int128.h"
#include "corridor/export.h"

namespace corridor {

/// What a front weighs: an objective, or a count of what a route meets on its way.
struct Criterion {
  enum class Measure : std::uint8_t {
    objective,  ///< the objective's exact amount
    transfers,  ///< changes of mode: gauge changes and transshipments
    borders,    ///< Route::border_crossings
  };
  std::string_view name;                 ///< "time", "transfers"
  std::string_view title;                ///< of its best route: "fastest", "fewest transfers"
  Measure measure = Measure::objective;  ///< which of the three
  Objective const* objective = nullptr;  ///< null for a count
};

/// The objectives in the order of their table, then the counts.
CORRIDOR_EXPORT std::span<Criterion const> criteria();
CORRIDOR_EXPORT Criterion const* find_criterion(std::string_view name);
CORRIDOR_EXPORT Int128 amount_of(Criterion const& criterion, Route const& route,
                                 ValueOfTime value = kDefaultValueOfTime);

/// What each arc adds to a criterion. Border crossings are none of arcs: whether one is crossed
/// depends on where the shipment stood before. O(arcs).
CORRIDOR_EXPORT ArcAmounts amounts_of(Graph const& graph, Criterion const& criterion,
                                      ValueOfTime value = kDefaultValueOfTime);

/// A front is of so many criteria.
inline constexpr std::size_t kLeastCriteria = 2;
inline constexpr std::size_t kMostCriteria = 5;

/// A route that nothing beats, with its amount by each criterion.
struct ParetoRoute {
  Route route;
  std::vector<Int128> amounts;
};

struct ParetoFront {
  std::vector<ParetoRoute> routes;  ///< by the amounts, compared from the first criterion on
  std::size_t labels = 0;           ///< ways to the destination that the search kept
};

/// The most labels that a front may need unless the caller says otherwise: about 3 GB.
inline constexpr std::size_t kMostLabels = 50'000'000;

/// Every combination of amounts that no other route beats (is no worse in anything and better in
/// something), over all ways through the network, also those that pass a node twice to reach a
/// transfer; of the routes that have it the one with the fewest links, then the first in file order
/// (the sequence of link positions). `by` holds kLeastCriteria to kMostCriteria different criteria.
/// Passes `question.via` in order. Empty when there is no route.
///
/// Label setting from the destination in lexicographic order, with exact lower bounds from the
/// origin: BOA* for two criteria (Hernandez Ulloa, Yeoh, Baier, Zhang, Suazo and Koenig 2020),
/// NAMOA*dr with dimensionality reduction for more (Pulido, Mandow and Perez de la Cruz 2015). The
/// number of labels can be exponential in the number of links; each costs O(1) for two criteria,
/// O(labels of the place) for more. Throws std::system_error (not_enough_memory) rather than keep
/// more than `most_labels`: a front is never cut short.
CORRIDOR_EXPORT ParetoFront pareto_front(Network const& network, Graph const& graph,
                                         Question const& question,
                                         std::span<Criterion const* const> by,
                                         ValueOfTime value = kDefaultValueOfTime,
                                         std::size_t most_labels = kMostLabels);

/// A front without near equals: numbers of its routes.
struct MergedFront {
  std::vector<std::size_t> kept;  ///< in the order of the front
  std::vector<std::size_t> into;  ///< by route: the kept one that stands for it; itself when kept
};

/// Merges what differs too little to matter; `tolerance` by criterion, not negative. Kept are, for
/// each criterion, the first of the routes that are best in it; then, in the order of the front,
/// each route unless a kept one is no worse than it by more than the tolerance in every criterion;
/// the first such one, in the order of the front, stands for it. O(routes^2).
CORRIDOR_EXPORT MergedFront merge_near_equals(ParetoFront const& front,
                                              std::span<Int128 const> tolerance);

/// What is wrong with a front, or an empty text: each route is a way with these amounts, they come
/// in order, none beats another, and the best by each criterion is as good as the best route of a
/// search for that criterion alone. It does not show that none is missing between those. Shares no
/// code with the search for fronts. O(routes^2) and one search for each criterion.
CORRIDOR_EXPORT std::string violation(Network const& network, Graph const& graph,
                                      Question const& question,
                                      std::span<Criterion const* const> by, ValueOfTime value,
                                      ParetoFront const& front);

/// What is wrong with near equals that were merged, or an empty text: the rule, read literally.
CORRIDOR_EXPORT std::string violation(ParetoFront const& front, std::span<Int128 const> tolerance,
                                      MergedFront const& merged);

}  // namespace corridor
