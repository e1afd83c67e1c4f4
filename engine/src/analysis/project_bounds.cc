#include "analysis/project_bounds.h"

#include <algorithm>

namespace corridor {
namespace {

constexpr ProjectSet bit(std::size_t project) { return ProjectSet{1} << project; }

}  // namespace

void ProjectBounds::add(ProjectCut const& cut) {
  Cut added{cut, 0, {}};
  for (std::size_t i = 0; i < plan_.size(); ++i) {
    if (!cut.gain[i]) added.unlimited |= bit(i);
    if (cut.gain[i] && *cut.gain[i] > 0) added.by_gain_per_cost.push_back(i);
  }
  std::stable_sort(added.by_gain_per_cost.begin(), added.by_gain_per_cost.end(),
                   [&](std::size_t a, std::size_t b) {
                     return Int128{*cut.gain[a]} * plan_.cost[b].parts() >
                            Int128{*cut.gain[b]} * plan_.cost[a].parts();
                   });
  cuts_.push_back(std::move(added));
}

std::optional<std::int64_t> ProjectBounds::at_most(ProjectSet chosen, ProjectSet open) const {
  auto const spent = plan_.cost_of(chosen);
  std::optional<std::int64_t> least;
  for (Cut const& cut : cuts_) {
    if ((cut.unlimited & (chosen | open)) != 0) continue;
    auto const bound = at_most(cut, chosen, open, spent);
    if (!least || bound < *least) least = bound;
  }
  return least;
}

std::int64_t ProjectBounds::at_most(Cut const& cut, ProjectSet chosen, ProjectSet open,
                                    Capital spent) const {
  auto bound = cut.cut.base;
  for (std::size_t i = 0; i < plan_.size(); ++i) {
    if ((chosen & bit(i)) != 0) bound += *cut.cut.gain[i];
  }
  auto left = budget_ ? *budget_ - spent : Capital();
  for (auto const i : cut.by_gain_per_cost) {
    if ((open & bit(i)) == 0) continue;
    auto const gain = *cut.cut.gain[i];
    auto const cost = plan_.cost[i];
    if (budget_ && cost > left) {
      return bound + static_cast<std::int64_t>(Int128{gain} * left.parts() / cost.parts());
    }
    bound += gain;
    if (budget_) left = left - cost;
  }
  return bound;
}

}  // namespace corridor
