#pragma once

#include <vector>

#include "corridor/analysis/shortest_path.h"
#include "verify/flows.h"

namespace corridor::verify {

/// The arcs that `legs[]` (or another list of elements in order) name, joined from origin to
/// destination, with the starts, ends and undeclared passages that lie between.
std::vector<ArcId> joined(Flows const& flows, Item const& legs);

/// Refuses a list of elements that does not read as reports write a cut or a way: its keys and
/// capacities.
void expect_figures(Flows const& flows, Item const& elements);

/// Refuses a route that is not the best one: `proof` holds potentials for each stage between vias,
/// which must satisfy Bellman's equations (Bellman 1958), capped at the route's own weight. Since
/// every cycle holds a link and so weighs something, they have one solution: the true distances.
/// Among ways of the same weight the route must take the earliest link at every step.
void best(Flows const& flows, Question const& question, Objective const& objective,
          ValueOfTime value, Route const& route, Item const& proof, Item const& at);

/// The same by any amounts.
void best(Flows const& flows, Question const& question, ArcAmounts const& amounts,
          Route const& route, Item const& proof, Item const& at);

/// Refuses a route that some way beats in the amount; among equal ones it may be any.
void unbeaten(Flows const& flows, Question const& question, ArcAmounts const& amounts,
              Route const& route, Item const& proof, Item const& at);

/// Whether some way passes all vias of the question in order.
bool reaches_through(Flows const& flows, Question const& question);

}  // namespace corridor::verify
