#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/potentials.h"
#include "corridor/analysis/routing.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/export.h"

namespace corridor {

/// An amount of an objective in thousandths of its unit, rounded half up.
CORRIDOR_EXPORT std::int64_t thousandths(Objective const& objective, Int128 amount);

/// How a skim is found; the answer is the same.
enum class SkimMethod : std::uint8_t {
  searches,   ///< one search for each row or column
  hierarchy,  ///< contraction hierarchy: pays where there are very many rows and columns
};

struct SkimPlan {
  Question conditions;               ///< year, corridor, what to avoid; its ends do not count
  std::vector<NodeId> from, to;      ///< rows and columns
  std::vector<Objective const*> by;  ///< at least one
  bool transfers = false;            ///< also those of the best route by the first objective
  ValueOfTime value = kDefaultValueOfTime;
};

inline constexpr std::int64_t kNoWay = -1;

/// One cell for each row and column, by rows: thousandths of the objective's unit, or a number of
/// transfers; kNoWay where nothing leads there. From a node to itself 0.
struct SkimMatrix {
  Objective const* objective = nullptr;  ///< null: transfers
  std::vector<std::int64_t> cells;
};

/// An origin x destination matrix for each objective, then that of transfers.
struct Skim {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<SkimMatrix> matrices;

  std::int64_t at(std::size_t matrix, std::size_t row, std::size_t column) const {
    return matrices[matrix].cells[row * columns + column];
  }
};

/// What the best routes between all pairs take: for each pair and objective what shortest_path
/// finds. Each objective has routes of its own; transfers are those on the best route by the first
/// objective, ties by the file's order as always.
///
/// By searches (Dijkstra 1959), one for each row or column, whichever are fewer (with transfers:
/// columns): O(min(rows, columns) (n + m log m)); or by `prepared` or, where there are so many that
/// it pays to prepare one, by a hierarchy: see routing.h. Threads change the time alone.
CORRIDOR_EXPORT Skim skim(Network const& network, SkimPlan const& plan, unsigned threads = 1,
                          RoutingNetwork const* prepared = nullptr,
                          std::optional<SkimMethod> method = std::nullopt);

/// What proves one column by one objective: what is left from every arrival that leads to the
/// column's node, in order of the vertices of `graph`. Bellman's equations (1958) have no other
/// solution, for every cycle holds a link.
struct SkimProof {
  std::size_t matrix = 0;
  std::size_t column = 0;
  Graph graph;  ///< of the question that ends at the column's node and starts nowhere
  std::vector<Potential> left;
};
/// Of a sample of columns that is the same for the same plan: 8, fewer in large networks, at least
/// one. By Boost's Dijkstra on each column's own graph, which shares no code with skim().
CORRIDOR_EXPORT std::vector<SkimProof> skim_proofs(Network const& network, SkimPlan const& plan);

/// Why a skim is wrong, or empty: its shape, and every cell of the columns of these proofs; of the
/// transfers some rows of them.
CORRIDOR_EXPORT std::string violation(Network const& network, SkimPlan const& plan,
                                      Skim const& skim, std::vector<SkimProof> const& proofs);

}  // namespace corridor
