#include "scenario/selection.h"

#include <algorithm>

namespace corridor {
namespace {

ElementRef link_ref(LinkId id) { return {ElementKind::link, id.index()}; }

std::optional<NodeId> node_named(Network const& network, Text const& name, Findings& findings) {
  auto const node = find_node(network, name.text);
  if (!node) {
    findings.error(Code::unknown_node, name.span, "no node " + quoted(name.text),
                   findings.suggestion(network.nodes, name.text));
  }
  return node;
}

std::optional<ModeId> mode_named(Network const& network, Text const& name, Findings& findings) {
  auto const mode = find_mode(network, name.text);
  if (!mode) {
    findings.error(Code::unknown_mode, name.span, "no mode " + quoted(name.text),
                   findings.suggestion(network.modes, name.text));
  }
  return mode;
}

/// All links for which `chosen` holds; their absence is a finding.
template <class Chosen>
std::vector<ElementRef> links_where(Network const& network, Text const& name, std::string_view what,
                                    Findings& findings, Chosen const& chosen) {
  std::vector<ElementRef> result;
  for (auto const id : network.links.ids()) {
    if (chosen(network.links[id])) result.push_back(link_ref(id));
  }
  if (result.empty()) {
    findings.error(Code::selects_nothing, name.span,
                   std::string(what) + " " + quoted(name.text) + " selects no link");
  }
  return result;
}

std::vector<ElementRef> by_link(Network const& network, Text const& name, Findings& findings) {
  if (auto const link = find_link(network, name.text)) return {link_ref(*link)};
  findings.error(Code::unknown_link, name.span, "no link " + quoted(name.text),
                 findings.suggestion(network.links, name.text));
  return {};
}

std::vector<ElementRef> by_passage(Network const& network, Text const& name, Findings& findings) {
  auto const node = node_named(network, name, findings);
  if (!node) return {};
  if (auto const& passage = network.nodes[*node].passage) {
    return {{ElementKind::passage, passage->index()}};
  }
  findings.error(Code::unknown_passage, name.span, "node " + quoted(name.text) + " has no passage");
  return {};
}

std::vector<ElementRef> by_mode(Network const& network, Text const& name, Findings& findings) {
  auto const mode = mode_named(network, name, findings);
  if (!mode) return {};
  return links_where(network, name, "mode", findings,
                     [&](Link const& link) { return link.mode == *mode; });
}

std::vector<ElementRef> by_corridor(Network const& network, Text const& name, Findings& findings) {
  auto const corridor = find_corridor(network, name.text);
  if (!corridor) {
    findings.error(Code::unknown_corridor, name.span, "no corridor " + quoted(name.text),
                   findings.suggestion(network.corridors, name.text));
    return {};
  }
  return links_where(network, name, "corridor", findings, [&](Link const& link) {
    return std::find(link.corridors.begin(), link.corridors.end(), *corridor) !=
           link.corridors.end();
  });
}

std::vector<ElementRef> by_region(Network const& network, Text const& name, Findings& findings) {
  auto const region = find_region(network, name.text);
  if (!region) {
    findings.error(Code::unknown_region, name.span, "no region " + quoted(name.text),
                   findings.suggestion(network.regions, name.text));
    return {};
  }
  std::vector<bool> inside(network.nodes.size());
  for (auto const node : network.regions[*region].nodes) inside[node.index()] = true;
  return links_where(network, name, "region", findings, [&](Link const& link) {
    return inside[link.from.index()] && inside[link.to.index()];
  });
}

/// "rail_1435>rail_1520, rail_1520>rail_1435".
std::string transfers_of(Network const& network, NodeId node) {
  std::string list;
  for (auto const id : network.nodes[node].transfers) {
    auto const& transfer = network.transfers[id];
    auto const& from = network.modes[transfer.from].id;
    auto const& to = network.modes[transfer.to].id;
    if (!list.empty()) list += ", ";
    list.append(from).append(">").append(to);
    if (transfer.both_ways) list.append(", ").append(to).append(">").append(from);
  }
  return list;
}

std::vector<ElementRef> by_transfer(Network const& network, Selector const& selector,
                                    Findings& findings) {
  auto const& name = selector.names.front();
  auto const node = node_named(network, name, findings);
  auto const from = mode_named(network, selector.from_mode, findings);
  auto const to = mode_named(network, selector.to_mode, findings);
  if (!node || !from || !to) return {};
  if (auto const transfer = find_transfer(network, *node, *from, *to)) {
    return {{ElementKind::transfer, transfer->index()}};
  }
  auto const there = transfers_of(network, *node);
  auto const place = selector.from_mode.span.known() ? selector.from_mode.span : name.span;
  findings.error(Code::unknown_transfer, place,
                 "node " + quoted(name.text) + " has no transfer from " +
                     quoted(selector.from_mode.text) + " to " + quoted(selector.to_mode.text),
                 there.empty() ? "it has none" : "it has " + there);
  return {};
}

/// What one name selects, of every kind but nodes and transfers.
std::vector<ElementRef> by_name(Network const& network, Selector::By by, Text const& name,
                                Findings& findings) {
  switch (by) {
    case Selector::By::links:
      return by_link(network, name, findings);
    case Selector::By::passages:
      return by_passage(network, name, findings);
    case Selector::By::mode:
    case Selector::By::modes:
      return by_mode(network, name, findings);
    case Selector::By::corridor:
    case Selector::By::corridors:
      return by_corridor(network, name, findings);
    case Selector::By::region:
      return by_region(network, name, findings);
    case Selector::By::transfer:
    case Selector::By::nodes:
      break;
  }
  return {};
}

void sort_and_remove_repeats(Selected& selection) {
  auto& elements = selection.elements;
  std::sort(elements.begin(), elements.end(),
            [](ElementRef a, ElementRef b) { return a.index < b.index; });
  elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
  auto& nodes = selection.nodes;
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

}  // namespace

Selected select(Network const& network, Change const& change, Findings& findings) {
  auto const& selector = change.selector;
  Selected selection;
  if (selector.names.empty()) {
    findings.error(Code::selects_nothing, change.span,
                   quoted(name_of(change.kind)) + " selects nothing");
    return selection;
  }
  if (selector.by == Selector::By::transfer) {
    selection.elements = by_transfer(network, selector, findings);
    return selection;
  }
  for (auto const& name : selector.names) {
    if (selector.by == Selector::By::nodes) {
      if (auto const node = node_named(network, name, findings)) selection.nodes.push_back(*node);
      continue;
    }
    auto const found = by_name(network, selector.by, name, findings);
    selection.elements.insert(selection.elements.end(), found.begin(), found.end());
  }
  sort_and_remove_repeats(selection);
  return selection;
}

}  // namespace corridor
