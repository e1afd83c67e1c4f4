#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/projects.h"
#include "corridor/model/question.h"
#include "corridor/model/scenario.h"
#include "session.h"

namespace corridor::cli {

/// A scenario with a cost and what it extends, in order of application.
struct CostedProject {
  std::vector<Scenario> chain;
  Scenario const& scenario() const { return chain.back(); }
};

/// Projects on top of a network, and what it takes to ask about sets of them.
class Projects {
 public:
  /// `base` has the scenarios of --scenario applied; `asked` is about it.
  Projects(Session& session, Network base, Question asked, std::vector<CostedProject> projects);

  /// Refers to this object.
  ProjectPlan plan() const;
  /// The network with a set of projects, in the order given. Rejects the input where the scenarios
  /// do not fit together for another reason than `requires` and `excludes`.
  Network with(ProjectSet set) const;

 private:
  using Ids = std::vector<std::string>;
  Ids ids_of(std::size_t project) const;
  std::size_t size() const { return projects_.size(); }
  bool is_in_base(std::string const& id) const;
  std::vector<ProjectSet> excluded() const;
  std::vector<std::vector<ProjectSet>> needed() const;
  bool only_raise(ProjectPlan const& plan) const;
  std::optional<std::vector<ProjectSet>> sharing(ProjectPlan const& plan) const;
  void add_evaluation(ProjectPlan& plan) const;
  ProjectSet completed(ProjectPlan const& plan, ProjectSet set) const;
  std::vector<std::string> touched(Network const& network, std::size_t project) const;

  Session& session_;
  Network base_;
  Question question_;
  std::vector<CostedProject> projects_;
};

/// Whether every element of `less` carries at least as much in `more`: nothing is lower, closed or
/// gone. Elements are compared by id.
bool only_raised(Network const& less, Network const& more, int year);

/// The projects of --project, or of the built-in scenarios with a cost when the network is the
/// built-in one and none is named; those that the base has already or excludes go to `left_out`.
struct NamedProjects {
  std::vector<CostedProject> projects;
  std::vector<std::string> left_out;
};
NamedProjects named_projects(Session& session, Network const& base);

}  // namespace corridor::cli
