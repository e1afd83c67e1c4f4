#include "project_plan.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "corridor/analysis/max_flow.h"
#include "corridor/graph/compile.h"
#include "corridor/scenario/apply.h"
#include "project_cuts.h"

namespace corridor::cli {
namespace {

constexpr ProjectSet bit(std::size_t project) { return ProjectSet{1} << project; }

/// What tells nodes from elements among what a project touches; no id holds a space.
constexpr char const* kNodePrefix = "node ";

/// The id that a scenario's name stands for: it may be a path.
std::string id_named(std::string name) {
  constexpr std::string_view kEnding = ".yaml";
  if (auto const slash = name.rfind('/'); slash != std::string::npos) name.erase(0, slash + 1);
  if (name.ends_with(kEnding)) name.resize(name.size() - kEnding.size());
  return name;
}

bool holds(std::vector<std::string> const& ids, std::string const& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::vector<std::string> ids_named(std::vector<Text> const& names) {
  std::vector<std::string> ids;
  ids.reserve(names.size());
  for (auto const& name : names) ids.push_back(id_named(name.text));
  return ids;
}

/// What an element can carry in a year, by id: links, transfers and passages.
std::map<std::string, Limit> capacities(Network const& network, int year) {
  std::map<std::string, Limit> result;
  auto const nothing = Limit(Capacity());
  auto const closed = [&](NodeId node) { return network.nodes[node].closed; };
  for (auto const id : network.links.ids()) {
    auto const& link = network.links[id];
    bool const open = usable(link, year) && !closed(link.from) && !closed(link.to);
    result.emplace(id_of(network, {ElementKind::link, id.index()}),
                   open ? link.element.figures.capacity : nothing);
  }
  for (auto const id : network.transfers.ids()) {
    auto const& transfer = network.transfers[id];
    result.emplace(id_of(network, {ElementKind::transfer, id.index()}),
                   closed(transfer.node) ? nothing : transfer.element.figures.capacity);
  }
  for (auto const id : network.passages.ids()) {
    auto const& passage = network.passages[id];
    result.emplace(id_of(network, {ElementKind::passage, id.index()}),
                   closed(passage.node) ? nothing : passage.element.figures.capacity);
  }
  return result;
}

bool at_least(Limit more, Limit less) {
  if (more.unlimited()) return true;
  return !less.unlimited() && more.capacity() >= less.capacity();
}

CostedProject load_project(Session& session, std::string const& name) {
  return {session.accept(session.loader().scenarios(std::vector<std::string>{name}))};
}

bool excludes_each_other(std::vector<Scenario> const& chain, Network const& base) {
  return std::any_of(chain.begin(), chain.end(), [&](Scenario const& scenario) {
    auto const excluded = ids_named(scenario.excludes);
    return std::any_of(base.scenarios.begin(), base.scenarios.end(),
                       [&](AppliedScenario const& applied) { return holds(excluded, applied.id); });
  });
}

bool applied(Network const& base, std::string const& id) {
  return std::any_of(base.scenarios.begin(), base.scenarios.end(),
                     [&](AppliedScenario const& each) { return each.id == id; });
}

/// Every built-in scenario that states a cost.
NamedProjects builtin_projects(Session& session, Network const& base) {
  NamedProjects result;
  for (auto const& name : builtin_names(FileKind::scenario)) {
    auto project = load_project(session, name);
    if (!project.scenario().cost) continue;
    if (applied(base, project.scenario().id.text) || excludes_each_other(project.chain, base)) {
      result.left_out.push_back(project.scenario().id.text);
    } else {
      result.projects.push_back(std::move(project));
    }
  }
  return result;
}

}  // namespace

bool only_raised(Network const& less, Network const& more, int year) {
  auto const after = capacities(more, year);
  auto const before = capacities(less, year);
  return std::all_of(before.begin(), before.end(), [&](auto const& element) {
    auto const found = after.find(element.first);
    return found != after.end() && at_least(found->second, element.second);
  });
}

NamedProjects named_projects(Session& session, Network const& base) {
  auto const names = session.request().values("project");
  auto const network = session.request().value("network").value_or(kDefaultNetwork);
  if (names.empty()) {
    return network == kDefaultNetwork ? builtin_projects(session, base) : NamedProjects();
  }
  NamedProjects result;
  std::vector<std::string> ids;
  for (auto const& name : names) {
    auto project = load_project(session, name);
    auto const& id = project.scenario().id.text;
    if (!project.scenario().cost) {
      throw UsageError("--project: scenario '" + id + "' has no cost; it needs a line such as " +
                       "`cost: 350 MUSD`");
    }
    if (holds(ids, id)) throw UsageError("--project: '" + id + "' is named twice");
    if (applied(base, id)) {
      throw UsageError("--project: '" + id + "' is already applied by --scenario");
    }
    ids.push_back(id);
    result.projects.push_back(std::move(project));
  }
  return result;
}

Projects::Projects(Session& session, Network base, Question asked,
                   std::vector<CostedProject> projects)
    : session_(session),
      base_(std::move(base)),
      question_(std::move(asked)),
      projects_(std::move(projects)) {}

Projects::Ids Projects::ids_of(std::size_t project) const {
  Ids ids;
  for (auto const& scenario : projects_[project].chain) ids.push_back(scenario.id.text);
  return ids;
}

bool Projects::is_in_base(std::string const& id) const { return applied(base_, id); }

Network Projects::with(ProjectSet set) const {
  std::vector<Scenario> in_order;
  for (std::size_t i = 0; i < size(); ++i) {
    if ((set & bit(i)) == 0) continue;
    auto const& chain = projects_[i].chain;
    in_order.insert(in_order.end(), chain.begin(), chain.end());
  }
  return in_order.empty() ? base_ : session_.applied(base_, in_order);
}

std::vector<ProjectSet> Projects::excluded() const {
  std::vector<ProjectSet> excludes(size(), 0);
  for (std::size_t i = 0; i < size(); ++i) {
    Ids named;
    for (auto const& scenario : projects_[i].chain) {
      auto const ids = ids_named(scenario.excludes);
      named.insert(named.end(), ids.begin(), ids.end());
    }
    for (std::size_t j = 0; j < size(); ++j) {
      auto const others = ids_of(j);
      bool const both = i != j && std::any_of(others.begin(), others.end(),
                                              [&](auto const& id) { return holds(named, id); });
      if (!both) continue;
      excludes[i] |= bit(j);
      excludes[j] |= bit(i);
    }
  }
  return excludes;
}

/// What a project's scenarios require and neither they nor the base bring along; and projects that
/// it extends, which are paid by themselves.
std::vector<std::vector<ProjectSet>> Projects::needed() const {
  std::vector<std::vector<ProjectSet>> needs(size());
  for (std::size_t i = 0; i < size(); ++i) {
    auto const own = ids_of(i);
    for (auto const& scenario : projects_[i].chain) {
      for (auto const& id : ids_named(scenario.required)) {
        if (holds(own, id) || is_in_base(id)) continue;
        ProjectSet one_of = 0;
        for (std::size_t j = 0; j < size(); ++j) {
          if (holds(ids_of(j), id)) one_of |= bit(j);
        }
        if (one_of == 0) {
          throw UsageError("--project: '" + projects_[i].scenario().id.text + "' requires '" + id +
                           "', which is neither a project nor applied by --scenario");
        }
        needs[i].push_back(one_of);
      }
    }
    for (std::size_t j = 0; j < size(); ++j) {
      if (i != j && holds(own, projects_[j].scenario().id.text)) needs[i].push_back(bit(j));
    }
  }
  return needs;
}

/// The set with what it needs, taking the first of alternatives.
ProjectSet Projects::completed(ProjectPlan const& plan, ProjectSet set) const {
  for (bool grew = true; grew;) {
    grew = false;
    for (std::size_t i = 0; i < size(); ++i) {
      if ((set & bit(i)) == 0) continue;
      for (auto const one_of : plan.needs[i]) {
        if ((one_of & set) != 0) continue;
        set |= one_of & (~one_of + 1);
        grew = true;
      }
    }
  }
  return set;
}

/// Ids of the elements and nodes that a project's scenarios changed.
std::vector<std::string> Projects::touched(Network const& network, std::size_t project) const {
  auto const own = ids_of(project);
  std::set<std::string> ids;
  for (auto const& edit : network.edits) {
    if (!holds(own, network.scenarios[edit.scenario].id)) continue;
    if (edit.field && *edit.field != Field::capacity) continue;
    ids.insert(edit.node ? kNodePrefix + network.nodes[*edit.node].id
                         : id_of(network, edit.element));
  }
  return {ids.begin(), ids.end()};
}

/// Shown element by element: each project against the network without it, and each two that touch
/// the same element against each of them. What three touch is not looked into.
bool Projects::only_raise(ProjectPlan const& plan) const {
  auto const year = question_.year_of(base_);
  std::map<std::string, std::vector<std::size_t>> touching;
  for (std::size_t i = 0; i < size(); ++i) {
    auto const set = completed(plan, bit(i));
    if (!plan.compatible(set) || !plan.compatible(set & ~bit(i))) return false;
    auto const network = with(set);
    if (question_.year_of(network) != year) return false;
    if (!only_raised(with(set & ~bit(i)), network, year)) return false;
    for (auto const& id : touched(network, i)) touching[id].push_back(i);
  }
  for (auto const& [id, projects] : touching) {
    std::size_t pairs = 0;
    for (std::size_t a = 0; a < projects.size(); ++a) {
      for (std::size_t b = a + 1; b < projects.size(); ++b) {
        auto const both = completed(plan, bit(projects[a]) | bit(projects[b]));
        if (!plan.compatible(both)) continue;
        if (++pairs > 1) return false;
        for (auto const one : {projects[a], projects[b]}) {
          if (!only_raised(with(completed(plan, bit(one))), with(both), year)) return false;
        }
      }
    }
  }
  return true;
}

ProjectPlan Projects::plan() const {
  ProjectPlan plan;
  for (auto const& project : projects_) plan.cost.push_back(*project.scenario().cost);
  plan.excludes = excluded();
  plan.needs = needed();
  plan.only_raise = only_raise(plan);
  add_evaluation(plan);
  return plan;
}

/// By project, those that touch something it touches; empty where one changes the year, on which
/// everything depends.
std::optional<std::vector<ProjectSet>> Projects::sharing(ProjectPlan const& plan) const {
  std::map<std::string, ProjectSet> touching;
  bool nodes = false;
  for (std::size_t i = 0; i < size(); ++i) {
    auto const set = completed(plan, bit(i));
    if (!plan.compatible(set)) continue;
    auto const network = with(set);
    if (question_.year_of(network) != question_.year_of(base_)) return std::nullopt;
    for (auto const& id : touched(network, i)) {
      nodes = nodes || id.starts_with(kNodePrefix);
      touching[id] |= bit(i);
    }
  }
  // What is closed or opened at a node depends on everything there.
  std::vector<ProjectSet> sharing(size(), nodes ? bit(size()) - 1 : 0);
  for (std::size_t i = 0; i < size(); ++i) {
    for (auto const& [id, projects] : touching) {
      if ((projects & bit(i)) != 0) sharing[i] |= projects;
    }
  }
  return sharing;
}

namespace {

/// The set that was asked about last, so that its cut needs no second flow.
struct Evaluated {
  ProjectSet set = 0;
  ProjectCuts::Built built;
  Flow flow;
};

}  // namespace

void Projects::add_evaluation(ProjectPlan& plan) const {
  auto const build = [this](ProjectSet set) {
    auto network = with(set);
    auto graph = compile(network, question_);
    return ProjectCuts::Built{std::move(network), std::move(graph)};
  };
  auto const last = std::make_shared<std::optional<Evaluated>>();
  auto const evaluate = [build, last](ProjectSet set) -> Evaluated const& {
    if (!*last || (*last)->set != set) {
      auto built = build(set);
      auto flow = max_flow(built.graph);
      last->emplace(Evaluated{set, std::move(built), std::move(flow)});
    }
    return **last;
  };
  auto touches = sharing(plan);
  auto const cuts = touches ? std::make_shared<ProjectCuts>(plan, *std::move(touches), build)
                            : std::shared_ptr<ProjectCuts>();
  plan.throughput = [evaluate](ProjectSet set) {
    auto const& flow = evaluate(set).flow;
    return flow.bounded ? Limit(flow.throughput) : Limit();
  };
  if (!cuts) return;
  plan.cut = [evaluate, cuts](ProjectSet set) {
    auto const& evaluated = evaluate(set);
    return cuts->bound(evaluated.built, evaluated.flow.cut);
  };
}

}  // namespace corridor::cli
