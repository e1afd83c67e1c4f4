#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/projects.h"
#include "corridor/graph/graph.h"
#include "corridor/model/network.h"

namespace corridor::cli {

/// Tells how much projects add to a cut, so that a cut found with some of them bounds all sets.
///
/// What crosses a cut is the sum over its elements, and an element depends on the projects that
/// touch it alone. So a project that shares no element adds the same to a cut whatever else is
/// built; of those that share one the most counts that each adds after any set of the others.
class ProjectCuts {
 public:
  /// A question's network and graph with a set of projects.
  struct Built {
    Network network;
    Graph graph;
  };
  using Build = std::function<Built(ProjectSet)>;

  /// `sharing`: by project, those that touch something it touches. `plan` needs no functions. What
  /// `build` refers to must outlive this.
  ProjectCuts(ProjectPlan plan, std::vector<ProjectSet> sharing, Build build);

  /// The cut as a bound; `arcs` is one of the graph with `set`.
  ProjectCut bound(Built const& built, std::vector<ArcId> const& arcs);

 private:
  /// A vertex by node, mode and kind, numbered by name: inserted nodes have other numbers in other
  /// sets.
  using Place = std::uint32_t;
  struct Arc {
    Place from, to;
    Limit capacity;
  };
  using Side = std::vector<char>;  ///< by place: 1 where the origin's side is known to be

  std::vector<Arc> const& arcs_with(ProjectSet set);
  Place place_of(Built const& built, VertexId v);
  Side side_of(Built const& built, std::vector<ArcId> const& cut);
  std::optional<std::int64_t> crossing(Side const& side, ProjectSet set);
  std::optional<std::int64_t> added(Side const& side, std::size_t project);
  ProjectSet with_needs(ProjectSet set) const;

  ProjectPlan plan_;
  bool has_alternatives_;
  std::vector<ProjectSet> sharing_;
  Build build_;
  std::map<std::string, Place> places_;
  std::map<ProjectSet, std::vector<Arc>> known_;
};

}  // namespace corridor::cli
