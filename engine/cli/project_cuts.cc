#include "project_cuts.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>

namespace corridor::cli {
namespace {

/// All sets of projects that share something are looked at, up to so many.
constexpr int kMostSharing = 4;

constexpr ProjectSet bit(std::size_t project) { return ProjectSet{1} << project; }

bool has_alternatives(ProjectPlan const& plan) {
  return std::any_of(plan.needs.begin(), plan.needs.end(), [](auto const& needs) {
    return std::any_of(needs.begin(), needs.end(),
                       [](ProjectSet one_of) { return !std::has_single_bit(one_of); });
  });
}

}  // namespace

ProjectCuts::ProjectCuts(ProjectPlan plan, std::vector<ProjectSet> sharing, Build build)
    : plan_(std::move(plan)),
      has_alternatives_(has_alternatives(plan_)),
      sharing_(std::move(sharing)),
      build_(std::move(build)) {}

ProjectCut ProjectCuts::bound(Built const& built, std::vector<ArcId> const& arcs) {
  // Places that only other sets have lie beyond the cut; any side would do.
  auto const side = side_of(built, arcs);
  ProjectCut cut;
  auto const base = crossing(side, 0);
  cut.base = base.value_or(0);
  for (std::size_t i = 0; i < plan_.size(); ++i) {
    cut.gain.push_back(base ? added(side, i) : std::nullopt);
  }
  return cut;
}

ProjectCuts::Place ProjectCuts::place_of(Built const& built, VertexId v) {
  auto const& columns = built.graph.columns();
  std::string name;
  if (v == built.graph.origin()) {
    name = "origin";
  } else if (v == built.graph.destination()) {
    name = "destination";
  } else {
    name = built.network.nodes[columns.node[v]].id + ' ' + built.network.modes[columns.mode[v]].id +
           (columns.vertex_kind[v] == VertexKind::arrival ? " arrival" : " departure");
  }
  return places_.try_emplace(std::move(name), static_cast<Place>(places_.size())).first->second;
}

/// What the origin reaches without the cut.
ProjectCuts::Side ProjectCuts::side_of(Built const& built, std::vector<ArcId> const& cut) {
  auto const& graph = built.graph;
  std::vector<char> closed(graph.arc_count(), 0);
  for (ArcId const a : cut) closed[a.index()] = 1;
  std::vector<char> reached(graph.vertex_count(), 0);
  std::vector<VertexId> queue{graph.origin()};
  reached[graph.origin().index()] = 1;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    auto const v = queue[next].index();
    for (auto i = graph.first_out()[v]; i < graph.first_out()[v + std::size_t{1}]; ++i) {
      auto const head = graph.head(ArcId(i));
      if (closed[i] != 0 || graph.capacity(ArcId(i)).zero() || reached[head.index()] != 0) continue;
      reached[head.index()] = 1;
      queue.push_back(head);
    }
  }
  Side side;
  for (VertexId const v : graph.columns().node.ids()) {
    auto const place = place_of(built, v);
    if (side.size() <= place) side.resize(places_.size(), 0);
    side[place] = reached[v.index()];
  }
  return side;
}

std::vector<ProjectCuts::Arc> const& ProjectCuts::arcs_with(ProjectSet set) {
  auto const [found, added] = known_.try_emplace(set);
  if (!added) return found->second;
  auto const built = build_(set);
  for (ArcId const a : built.graph.columns().tail.ids()) {
    found->second.push_back({place_of(built, built.graph.tail(a)),
                             place_of(built, built.graph.head(a)), built.graph.capacity(a)});
  }
  return found->second;
}

/// What crosses with exactly this set; empty: something without a limit does.
std::optional<std::int64_t> ProjectCuts::crossing(Side const& side, ProjectSet set) {
  auto const inside = [&](Place place) { return place < side.size() && side[place] != 0; };
  std::int64_t sum = 0;
  for (auto const& arc : arcs_with(set)) {
    if (!inside(arc.from) || inside(arc.to)) continue;
    if (arc.capacity.unlimited()) return std::nullopt;
    sum += arc.capacity.capacity().parts();
  }
  return sum;
}

ProjectSet ProjectCuts::with_needs(ProjectSet set) const {
  for (auto before = ~set; before != set;) {
    before = set;
    for (std::size_t i = 0; i < plan_.size(); ++i) {
      if ((set & bit(i)) == 0) continue;
      for (auto const one_of : plan_.needs[i]) {
        if ((one_of & set) == 0) set |= one_of & (~one_of + 1);
      }
    }
  }
  return set;
}

/// The most that a project adds to what crosses, whatever else is built before it. What needs it is
/// built after it, so sets that hold such projects need not be looked at.
std::optional<std::int64_t> ProjectCuts::added(Side const& side, std::size_t project) {
  auto const others = sharing_[project] & ~bit(project) & ~plan_.excludes[project];
  if (std::popcount(others) > kMostSharing) return std::nullopt;
  std::optional<std::int64_t> most;
  for (auto part = others;; part = (part - 1) & others) {
    auto const with = with_needs(part | bit(project));
    auto const without = with & ~bit(project);
    if (plan_.compatible(with) && plan_.compatible(without)) {
      auto const after = crossing(side, with);
      auto const before = crossing(side, without);
      if (!before || !after) return std::nullopt;
      most = std::max(most.value_or(*after - *before), *after - *before);
    } else if (has_alternatives_) {
      return std::nullopt;  // another way to meet the needs might do
    }
    if (part == 0) return most;
  }
}

}  // namespace corridor::cli
