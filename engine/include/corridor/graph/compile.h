#pragma once

#include <cstdint>
#include <string_view>

#include "corridor/export.h"
#include "corridor/graph/graph.h"
#include "corridor/model/question.h"

namespace corridor {

/// The graph of a question: usable links of the year and corridor, without what is avoided or has
/// capacity 0, with (node, mode) arrival and departure vertices, transfers, passages, and one
/// origin and one destination joined to all ends. Cannot fail. O(nodes + links + transfers).
CORRIDOR_EXPORT Graph compile(Network const& network, Question const& question);

/// Why an arc of a relaxed graph is not in the question's own graph.
enum class Obstacle : std::uint8_t {
  none,
  closed,   ///< a link of status closed, or a closed node
  planned,  ///< not open in the year: `opens` later, or planned without a date
  ended,    ///< `closes` has passed
  outside_corridor,
  avoided,
  no_capacity,
  no_transfer,  ///< the node offers no transfer between the two modes
};
CORRIDOR_EXPORT std::string_view name_of(Obstacle obstacle);

/// The question's graph plus everything that could be there if things were otherwise. Missing
/// transfers are free and link nothing to the model: their vertices tell node and modes. What
/// keeps a node out (closed, avoided) stands on the arcs inside it, the starts and the ends, so a
/// visit to the node meets it once.
struct RelaxedGraph {
  Graph graph;
  Table<ArcId, Obstacle> obstacle;       ///< the first one
  Table<ArcId, std::uint8_t> obstacles;  ///< all of them: bit i - 1 is the Obstacle of number i
};
CORRIDOR_EXPORT RelaxedGraph compile_relaxed(Network const& network, Question const& question);

}  // namespace corridor
