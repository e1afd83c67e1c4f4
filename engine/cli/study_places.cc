#include "study_places.h"

#include <algorithm>

#include "corridor/base/nearest.h"
#include "corridor/model/question.h"

namespace corridor::cli {
namespace {

constexpr const char* kDefaultObjectives[] = {"time", "cost", "emissions"};

class Resolver {
 public:
  explicit Resolver(Network const& network) : network_(network) {}

  std::vector<NodeId> ends(std::vector<Text> const& words) {
    std::vector<NodeId> nodes;
    for (auto const& word : words) {
      auto const place = find_place(network_, word.text);
      if (!place.problem.empty()) report(Code::unknown_node, word, place.problem, "");
      for (auto const node : place.nodes) {
        if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
      }
    }
    return nodes;
  }

  std::vector<CorridorId> corridors(std::vector<Text> const& words) {
    std::vector<CorridorId> found;
    if (words.empty()) {
      for (auto const id : network_.corridors.ids()) found.push_back(id);
    }
    std::vector<std::string_view> names;
    for (auto const& corridor : network_.corridors) names.push_back(corridor.id);
    for (auto const& word : words) {
      if (auto const id = find_corridor(network_, word.text)) {
        found.push_back(*id);
      } else {
        report(Code::unknown_corridor, word, "no corridor '" + word.text + "'",
               did_you_mean(word.text, names));
      }
    }
    return found;
  }

  std::vector<Objective const*> objectives_of(std::vector<Text> const& words) {
    std::vector<Objective const*> found;
    if (words.empty()) {
      for (auto const* name : kDefaultObjectives) found.push_back(find_objective(name));
    }
    std::vector<std::string_view> names;
    for (auto const& objective : objectives()) names.push_back(objective.name);
    for (auto const& word : words) {
      if (auto const* objective = find_objective(word.text)) {
        found.push_back(objective);
      } else {
        report(Code::unknown_objective, word, "no objective '" + word.text + "'",
               did_you_mean(word.text, names));
      }
    }
    return found;
  }

  void check_apart(Study const& study, std::vector<NodeId> const& from,
                   std::vector<NodeId> const& to) {
    for (auto const node : from) {
      if (std::find(to.begin(), to.end(), node) == to.end()) continue;
      report(Code::overlapping_ends, study.to.front(),
             "`from` and `to` share the node '" + network_.nodes[node].id + "'", "");
    }
  }

  Diagnostics errors;

 private:
  void report(Code code, Text const& at, std::string message, std::string hint) {
    errors.push_back({code, at.span, std::move(message), std::move(hint), Severity::error, ""});
  }

  Network const& network_;
};

}  // namespace

std::string joined(std::vector<Text> const& words) {
  std::string text;
  for (auto const& word : words) text += (text.empty() ? "" : ",") + word.text;
  return text;
}

Result<StudyPlaces> resolve(Study const& study, Network const& network) {
  Resolver resolver(network);
  StudyPlaces places;
  places.from = resolver.ends(study.from);
  places.to = resolver.ends(study.to);
  if (resolver.errors.empty()) resolver.check_apart(study, places.from, places.to);
  places.corridors = resolver.corridors(study.corridors);
  places.objectives = resolver.objectives_of(study.objectives);
  if (!resolver.errors.empty()) return resolver.errors;
  return places;
}

}  // namespace corridor::cli
