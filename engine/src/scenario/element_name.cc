#include "scenario/element_name.h"

#include "corridor/base/nearest.h"
#include "model/findings.h"

namespace corridor {
namespace {

std::vector<ElementRef> elements_at(Node const& node) {
  std::vector<ElementRef> result;
  for (auto const transfer : node.transfers) {
    result.push_back({ElementKind::transfer, transfer.index()});
  }
  if (node.passage) result.push_back({ElementKind::passage, node.passage->index()});
  return result;
}

/// `mode>mode` or `passage` at a node.
std::optional<ElementRef> element_at(Network const& network, NodeId node, std::string_view part) {
  auto const& passage = network.nodes[node].passage;
  auto const passage_ref =
      passage ? std::optional(ElementRef{ElementKind::passage, passage->index()}) : std::nullopt;
  if (part == name_of(ElementKind::passage)) return passage_ref;
  auto const arrow = part.find('>');
  if (arrow == std::string_view::npos) return std::nullopt;
  auto const from = find_mode(network, part.substr(0, arrow));
  auto const to = find_mode(network, part.substr(arrow + 1));
  if (!from || !to) return std::nullopt;
  if (*from == *to) return passage_ref;
  auto const transfer = find_transfer(network, node, *from, *to);
  if (!transfer) return std::nullopt;
  return ElementRef{ElementKind::transfer, transfer->index()};
}

/// All names that would have meant something.
std::vector<std::string> all_names(Network const& network) {
  std::vector<std::string> names;
  for (auto const& link : network.links) names.push_back(link.id);
  for (auto const id : network.transfers.ids()) {
    names.push_back(id_of(network, {ElementKind::transfer, id.index()}));
  }
  for (auto const id : network.passages.ids()) {
    names.push_back(id_of(network, {ElementKind::passage, id.index()}));
  }
  return names;
}

}  // namespace

std::vector<ElementRef> elements_named(Network const& network, std::string_view name) {
  if (auto const link = find_link(network, name)) return {{ElementKind::link, link->index()}};
  auto const colon = name.find(':');
  auto const node = find_node(network, name.substr(0, colon));
  if (!node) return {};
  if (colon == std::string_view::npos) return elements_at(network.nodes[*node]);
  if (auto const ref = element_at(network, *node, name.substr(colon + 1))) return {*ref};
  return {};
}

std::string problem_of_name(Network const& network, std::string_view name) {
  if (find_node(network, name)) {
    return "node " + quoted(name) + " has no transfer and no passage to explain";
  }
  auto const names = all_names(network);
  auto const hint = did_you_mean(name, std::vector<std::string_view>(names.begin(), names.end()));
  return "no link, transfer or passage " + quoted(name) + (hint.empty() ? "" : ", " + hint);
}

}  // namespace corridor
