#include "corridor/model/question.h"

#include <algorithm>

#include "corridor/base/nearest.h"
#include "model/findings.h"

namespace corridor {
namespace {

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The nodes that one name stands for; empty when there is no such place.
std::vector<NodeId> nodes_named(Network const& network, std::string_view name) {
  if (auto const node = find_node(network, name)) return {*node};
  if (auto const region = find_region(network, name)) return network.regions[*region].nodes;
  return {};
}

std::string unknown_place(Network const& network, std::string_view name) {
  if (name.empty()) return "a place is missing";
  std::vector<std::string_view> ids;
  for (auto const& node : network.nodes) ids.push_back(node.id);
  for (auto const& region : network.regions) ids.push_back(region.id);
  auto const hint = did_you_mean(name, ids);
  return "no node or region " + quoted(name) + (hint.empty() ? "" : ", " + hint);
}

bool contains(std::vector<NodeId> const& nodes, NodeId node) {
  return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
}

}  // namespace

Place find_place(Network const& network, std::string_view text) {
  Place place;
  std::vector<bool> seen(network.nodes.size());
  for (bool more = true; more;) {
    auto const comma = text.find(',');
    more = comma != std::string_view::npos;
    auto const name = trimmed(text.substr(0, comma));
    if (more) text.remove_prefix(comma + 1);
    auto const nodes = nodes_named(network, name);
    if (nodes.empty()) return {.nodes = {}, .problem = unknown_place(network, name)};
    for (auto const node : nodes) {
      if (!seen[node.index()]) place.nodes.push_back(node);
      seen[node.index()] = true;
    }
  }
  return place;
}

std::string problem_of(Network const& network, Question const& question) {
  if (question.from.empty()) return "there is no origin";
  if (question.to.empty()) return "there is no destination";
  std::vector<bool> starts(network.nodes.size());
  for (auto const node : question.from) starts[node.index()] = true;
  for (auto const node : question.to) {
    if (starts[node.index()]) {
      return "node " + quoted(network.nodes[node].id) + " is both origin and destination";
    }
  }
  for (auto const node : question.via) {
    bool const only_start = question.from.size() == 1 && contains(question.from, node);
    bool const only_end = question.to.size() == 1 && contains(question.to, node);
    if (only_start || only_end) {
      return "node " + quoted(network.nodes[node].id) + " is both an end and on the way";
    }
  }
  return {};
}

}  // namespace corridor
