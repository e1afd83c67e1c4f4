#include "corridor/analysis/pareto.h"

#include <algorithm>
#include <stdexcept>

#include "analysis/moves.h"
#include "analysis/pareto_search.h"
#include "analysis/route.h"

namespace corridor {
namespace {

/// Below this, a sum and one more amount fit 64 bits.
constexpr Int128 kNarrow = Int128{1} << 62;

std::vector<Criterion> all_criteria() {
  std::vector<Criterion> all;
  for (auto const& objective : objectives()) {
    all.push_back({objective.name, objective.title, Criterion::Measure::objective, &objective});
  }
  all.push_back({"transfers", "fewest transfers", Criterion::Measure::transfers, nullptr});
  all.push_back({"borders", "fewest borders", Criterion::Measure::borders, nullptr});
  return all;
}

/// What is asked, with everything that does not depend on how amounts are kept.
struct Task {
  Network const& network;
  Graph const& graph;
  std::span<Criterion const* const> by;
  ValueOfTime value;
  std::size_t most_labels;
  Moves const& moves;

  Int128 amount(std::size_t k, std::uint32_t move) const {
    return amount_of(*by[k], graph, moves, move, value);
  }
};

Int128 largest_amount(Task const& task) {
  Int128 largest = 0;
  for (std::uint32_t move = 0; move < task.moves.count(); ++move) {
    for (std::size_t k = 0; k < task.by.size(); ++k) {
      largest = std::max(largest, task.amount(k, move));
    }
  }
  return largest;
}

template <class Amount, std::size_t K>
std::vector<Vector<Amount, K>> amounts_of(Task const& task) {
  std::vector<Vector<Amount, K>> amounts(task.moves.count());
  for (std::uint32_t move = 0; move < task.moves.count(); ++move) {
    for (std::size_t k = 0; k < K; ++k) {
      amounts[move][k] = static_cast<Amount>(task.amount(k, move));
    }
  }
  return amounts;
}

template <class Amount, std::size_t K>
ParetoFront search(Task const& task) {
  FrontSearch<Amount, K> search(task.moves, amounts_of<Amount, K>(task), task.most_labels);
  search.run();
  ParetoFront front;
  front.labels = search.labels();
  auto const [first, last] = search.front();
  for (auto label = first; label < last; ++label) {
    auto route = describe(task.network, task.graph, arcs_of(task.moves, search.way(label)));
    auto const& vector = search.vector(label);
    front.routes.push_back({std::move(route), {vector.begin(), vector.end()}});
  }
  return front;
}

template <class Amount>
ParetoFront search(Task const& task) {
  static_assert(kLeastCriteria == 2 && kMostCriteria == 5);
  switch (task.by.size()) {
    case 2:
      return search<Amount, 2>(task);
    case 3:
      return search<Amount, 3>(task);
    case 4:
      return search<Amount, 4>(task);
    case 5:
      return search<Amount, 5>(task);
    default:
      throw std::invalid_argument("a front is of two to five criteria");
  }
}

/// Whether one route is no worse than another by more than the tolerance in anything.
bool stands_for(ParetoRoute const& one, ParetoRoute const& other,
                std::span<Int128 const> tolerance) {
  for (std::size_t k = 0; k < tolerance.size(); ++k) {
    if (one.amounts[k] > other.amounts[k] + tolerance[k]) return false;
  }
  return true;
}

}  // namespace

std::span<Criterion const> criteria() {
  static auto const all = all_criteria();
  return all;
}

Criterion const* find_criterion(std::string_view name) {
  for (auto const& criterion : criteria()) {
    if (criterion.name == name) return &criterion;
  }
  return nullptr;
}

Int128 amount_of(Criterion const& criterion, Route const& route, ValueOfTime value) {
  switch (criterion.measure) {
    case Criterion::Measure::transfers:
      return Int128{route.gauge_changes} + route.transshipments;
    case Criterion::Measure::borders:
      return route.border_crossings;
    case Criterion::Measure::objective:
      break;
  }
  return criterion.objective->amount(route.totals, value);
}

ArcAmounts amounts_of(Graph const& graph, Criterion const& criterion, ValueOfTime value) {
  if (criterion.measure == Criterion::Measure::objective) {
    return amounts_of(graph, *criterion.objective, value);
  }
  ArcAmounts amounts(graph.arc_count());
  for (ArcId const arc : amounts.ids()) {
    bool const transfer = graph.kind(arc) == ArcKind::transfer;
    amounts[arc] = transfer && criterion.measure == Criterion::Measure::transfers ? 1 : 0;
  }
  return amounts;
}

ParetoFront pareto_front(Network const& network, Graph const& graph, Question const& question,
                         std::span<Criterion const* const> by, ValueOfTime value,
                         std::size_t most_labels) {
  bool const borders = std::any_of(by.begin(), by.end(), [](Criterion const* criterion) {
    return criterion->measure == Criterion::Measure::borders;
  });
  Moves const moves(network, graph, question, borders);
  Task const task{network, graph, by, value, most_labels, moves};
  // A label's way visits a place at most once, which bounds every sum; the least amounts come on
  // top of it.
  bool const narrow = largest_amount(task) * Int128{2 * moves.places() + 1} < kNarrow;
  return narrow ? search<std::int64_t>(task) : search<Int128>(task);
}

MergedFront merge_near_equals(ParetoFront const& front, std::span<Int128 const> tolerance) {
  auto const& routes = front.routes;
  std::vector<bool> keep(routes.size(), false);
  for (std::size_t k = 0; k < tolerance.size() && !routes.empty(); ++k) {
    auto const best =
        std::min_element(routes.begin(), routes.end(),
                         [k](auto const& a, auto const& b) { return a.amounts[k] < b.amounts[k]; });
    keep[static_cast<std::size_t>(best - routes.begin())] = true;
  }
  auto const standing_in = [&](std::size_t i) {
    for (std::size_t j = 0; j < routes.size(); ++j) {
      if (keep[j] && stands_for(routes[j], routes[i], tolerance)) return j;
    }
    return i;
  };
  for (std::size_t i = 0; i < routes.size(); ++i) {
    if (!keep[i] && standing_in(i) == i) keep[i] = true;
  }
  MergedFront merged;
  for (std::size_t i = 0; i < routes.size(); ++i) {
    if (keep[i]) merged.kept.push_back(i);
    merged.into.push_back(keep[i] ? i : standing_in(i));
  }
  return merged;
}

}  // namespace corridor
