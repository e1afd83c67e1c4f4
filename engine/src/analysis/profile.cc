#include "corridor/analysis/profile.h"

#include "analysis/route.h"
#include "corridor/base/int128.h"

namespace corridor {
namespace {

constexpr std::int64_t kSectionMetres = 500'000;

std::int64_t half_up(Int128 numerator, Int128 denominator) {
  return static_cast<std::int64_t>((2 * numerator + denominator) / (2 * denominator));
}

/// Walks along a route and knows in which country it stands.
class Walk {
 public:
  Walk(Network const& network, Graph const& graph) : network_(network), graph_(graph) {}

  RouteProfile along(Route const& route) {
    for (ArcId const arc : route.arcs) {
      take(arc);
      profile_.totals += totals_of(graph_, arc);
      if (graph_.element(arc)) add(arc);
    }
    return std::move(profile_);
  }

 private:
  /// Stands at the arc's node where the route does so on land.
  void take(ArcId arc) {
    auto const kind = graph_.kind(arc);
    if (kind == ArcKind::link) return;
    entered_ = false;
    if (sails_by(network_, graph_, arc)) return;
    auto const at = kind == ArcKind::start ? graph_.head(arc) : graph_.tail(arc);
    auto const& country = network_.nodes[graph_.columns().node[at]].country;
    if (country.empty()) return;
    entered_ = !country_.empty() && country != country_;
    country_ = country;
  }

  void add(ArcId arc) {
    ProfileStep step;
    step.arc = arc;
    step.own = totals_of(graph_, arc);
    step.after = profile_.totals;
    auto const& columns = graph_.columns();
    if (graph_.kind(arc) == ArcKind::link) {
      step.node = columns.node[graph_.head(arc)];
      profile_.steps.push_back(step);
      return;
    }
    step.node = columns.node[graph_.tail(arc)];
    step.kind = kind_of(arc);
    step.port = graph_.kind(arc) == ArcKind::transfer &&
                (is_aboard_ship(network_, graph_, graph_.tail(arc)) ||
                 is_aboard_ship(network_, graph_, graph_.head(arc)));
    step.border = entered_ || network_.nodes[step.node].kind == "border";
    auto& sums = profile_.crossings;
    sums.standing += step.own.time;
    if (step.border) {
      ++sums.points;
      sums.time += step.own.time;
      sums.cost += step.own.cost;
    }
    profile_.steps.push_back(step);
  }

  StepKind kind_of(ArcId arc) const {
    if (graph_.kind(arc) == ArcKind::passage) return StepKind::passage;
    return is_gauge_change(network_, graph_, arc) ? StepKind::gauge_change
                                                  : StepKind::transshipment;
  }

  Network const& network_;
  Graph const& graph_;
  RouteProfile profile_;
  std::string country_;
  bool entered_ = false;  ///< whether the node stood at now is the first in its country
};

}  // namespace

std::string_view name_of(StepKind kind) {
  constexpr std::string_view kNames[] = {"link", "passage", "gauge-change", "transshipment"};
  return kNames[static_cast<std::size_t>(kind)];
}

RouteProfile profile(Network const& network, Graph const& graph, Route const& route) {
  return Walk(network, graph).along(route);
}

std::optional<Duration> time_at_border(RouteProfile const& profile) {
  auto const& sums = profile.crossings;
  if (sums.points == 0) return std::nullopt;
  return Duration::of_parts(half_up(sums.time.parts(), static_cast<Int128>(sums.points)));
}

std::optional<Cost> cost_at_border(RouteProfile const& profile) {
  auto const& sums = profile.crossings;
  if (sums.points == 0) return std::nullopt;
  return Cost::of_parts(half_up(sums.cost.parts(), static_cast<Int128>(sums.points)));
}

std::optional<Cost> cost_of_section(RouteProfile const& profile) {
  auto const& [length, time, cost, emissions] = profile.totals;
  if (length == Length()) return std::nullopt;
  return Cost::of_parts(half_up(Int128{cost.parts()} * kSectionMetres, length.parts()));
}

namespace {

/// Metres by thousandths of an hour are km/h; a thousand times that are its thousandths.
std::optional<Speed> speed(Length length, Duration time) {
  if (time == Duration()) return std::nullopt;
  return Speed::of_parts(half_up(Int128{length.parts()} * Speed::kPartsPerUnit, time.parts()));
}

}  // namespace

std::optional<Speed> speed_without_delay(RouteProfile const& profile) {
  return speed(profile.totals.length, profile.totals.time - profile.crossings.standing);
}

std::optional<Speed> speed_with_delay(RouteProfile const& profile) {
  return speed(profile.totals.length, profile.totals.time);
}

}  // namespace corridor
