#include "corridor/graph/objective.h"

#include <array>

namespace corridor {
namespace {

/// Parts of generalised cost in one part of cost: hours a day times parts of an hour.
constexpr std::int64_t kPerCostPart = 24 * Duration::kPartsPerUnit;

Int128 amount_of_time(Totals const& totals, ValueOfTime) { return totals.time.parts(); }
Int128 amount_of_cost(Totals const& totals, ValueOfTime) { return totals.cost.parts(); }
Int128 amount_of_length(Totals const& totals, ValueOfTime) { return totals.length.parts(); }
Int128 amount_of_emissions(Totals const& totals, ValueOfTime) { return totals.emissions.parts(); }

constexpr auto kObjectives = std::to_array<Objective>({
    {"time", "h", "fastest", amount_of_time},
    {"cost", "USD/TEU", "cheapest", amount_of_cost},
    {"length", "km", "shortest", amount_of_length},
    {"emissions", "kg/TEU", "lowest emissions", amount_of_emissions},
    {"generalised", "USD/TEU", "lowest generalised cost", generalised},
});

}  // namespace

Totals& Totals::operator+=(Totals const& other) {
  length += other.length;
  time += other.time;
  cost += other.cost;
  emissions += other.emissions;
  return *this;
}

Totals totals_of(Figures const& figures) {
  return {figures.length, time_with_wait(figures), figures.cost, figures.emissions};
}

Totals totals_of(Graph const& graph, ArcId arc) {
  auto const& columns = graph.columns();
  return {columns.length[arc], columns.time[arc], columns.cost[arc], columns.emissions[arc]};
}

Int128 generalised(Totals const& totals, ValueOfTime value) {
  return Int128{kPerCostPart} * totals.cost.parts() + Int128{value.parts()} * totals.time.parts();
}

Cost generalised_rounded(Totals const& totals, ValueOfTime value) {
  Int128 const parts = (generalised(totals, value) + kPerCostPart / 2) / kPerCostPart;
  return Cost::of_parts(static_cast<std::int64_t>(parts));
}

std::span<Objective const> objectives() { return kObjectives; }

Objective const* find_objective(std::string_view name) {
  for (Objective const& objective : kObjectives) {
    if (objective.name == name) return &objective;
  }
  return nullptr;
}

}  // namespace corridor
