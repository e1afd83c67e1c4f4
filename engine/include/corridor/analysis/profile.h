#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/shortest_path.h"
#include "corridor/export.h"

namespace corridor {

/// What a step of a route is. Links cover distance; everything else is done at one place.
enum class StepKind : std::uint8_t {
  link,
  passage,        ///< a declared passage: a border, a congested yard
  gauge_change,   ///< a transfer between rail modes of different gauge
  transshipment,  ///< any other transfer
};
CORRIDOR_EXPORT std::string_view name_of(StepKind kind);  ///< "link", "gauge-change"

/// One leg of a route with what the route has amounted to after it.
struct ProfileStep {
  ArcId arc;
  StepKind kind = StepKind::link;
  NodeId node;          ///< where it is done; of a link where it leads
  bool border = false;  ///< done at a border crossing point
  bool port = false;    ///< a transfer from or to a ship
  Totals own;
  Totals after;  ///< since the start, this step included
};

/// Sums that the CPMM indicators are made of.
struct CrossingSums {
  std::size_t points = 0;  ///< border crossing points where some step is done
  Duration time;           ///< of all steps done there
  Cost cost;
  Duration standing;  ///< of all steps but links, at borders and elsewhere
};

/// Time, cost and emissions of a route against distance, as the time/cost-distance method of ESCAP
/// draws them (Beresford and Dubey 1990; Banomyong 2000; ESCAP 2004).
struct RouteProfile {
  std::vector<ProfileStep> steps;
  Totals totals;
  CrossingSums crossings;
};

/// A step is at a border crossing point when it is done at a node of kind `border`, or where the
/// route stands on land for the first time in a country other than the one it stood in before (as
/// Route::border_crossings counts). O(legs).
CORRIDOR_EXPORT RouteProfile profile(Network const& network, Graph const& graph,
                                     Route const& route);

// The trade facilitation indicators of CAREC's Corridor Performance Measurement and Monitoring
// (CPMM, annual reports since 2009), of one TEU on one route; in thousandths, rounded half up.
// Empty where there is nothing to divide by.

/// TFI1: hours at a border crossing point, on average.
CORRIDOR_EXPORT std::optional<Duration> time_at_border(RouteProfile const& profile);
/// TFI2: USD/TEU at a border crossing point, on average.
CORRIDOR_EXPORT std::optional<Cost> cost_at_border(RouteProfile const& profile);
/// TFI3: USD/TEU for a section of 500 km, everything included.
CORRIDOR_EXPORT std::optional<Cost> cost_of_section(RouteProfile const& profile);
/// Thousandths of km/h.
using Speed = Quantity<struct KilometresPerHourTag, 1000>;
/// TFI4: the length by the time in motion (SWOD, speed without delay), and by all time (SWD).
CORRIDOR_EXPORT std::optional<Speed> speed_without_delay(RouteProfile const& profile);
CORRIDOR_EXPORT std::optional<Speed> speed_with_delay(RouteProfile const& profile);

/// What is wrong with a profile of a route, or an empty text: every step is an element of the route
/// in order, amounts add up, kinds, borders and ports follow from the file. O(legs).
CORRIDOR_EXPORT std::string violation(Network const& network, Graph const& graph,
                                      Route const& route, RouteProfile const& profile);

}  // namespace corridor
