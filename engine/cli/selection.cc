#include "selection.h"

#include <algorithm>
#include <array>
#include <set>

#include "corridor/base/nearest.h"

namespace corridor::cli {
namespace {

constexpr auto kSelecting =
    std::to_array<std::string_view>({"links", "transfers", "passages", "links-of"});

/// "--links: no link 'dostyc', did you mean 'dostyk'?"
[[noreturn]] void refuse(std::string_view option, std::string const& what, std::string const& word,
                         std::vector<std::string> const& names) {
  std::vector<std::string_view> const views(names.begin(), names.end());
  auto const hint = did_you_mean(word, views);
  throw UsageError("--" + std::string(option) + ": " + what + (hint.empty() ? "" : ", " + hint));
}

template <class Rows>
std::vector<std::string> ids_of(Rows const& rows) {
  std::vector<std::string> ids;
  for (auto const& row : rows) ids.push_back(row.id);
  return ids;
}

ElementRef link_named(Network const& network, std::string const& id) {
  if (auto const link = find_link(network, id)) return {ElementKind::link, link->index()};
  refuse("links", "no link '" + id + "'", id, ids_of(network.links));
}

NodeId node_named(Network const& network, std::string_view option, std::string const& id) {
  if (auto const node = find_node(network, id)) return *node;
  refuse(option, "no node '" + id + "'", id, ids_of(network.nodes));
}

ModeId mode_named(Network const& network, std::string const& id) {
  if (auto const mode = find_mode(network, id)) return *mode;
  refuse("transfers", "no mode '" + id + "'", id, ids_of(network.modes));
}

/// Both directions of what is written with `between`.
std::vector<std::string> transfers_at(Network const& network, NodeId node) {
  std::vector<std::string> names;
  for (auto const id : network.nodes[node].transfers) {
    auto const& transfer = network.transfers[id];
    auto const name = [&](ModeId from, ModeId to) {
      return network.nodes[node].id + ":" + network.modes[from].id + ">" + network.modes[to].id;
    };
    names.push_back(name(transfer.from, transfer.to));
    if (transfer.both_ways) names.push_back(name(transfer.to, transfer.from));
  }
  return names;
}

ElementRef transfer_named(Network const& network, std::string const& word) {
  auto const colon = word.find(':');
  auto const arrow = word.find('>', std::min(colon, word.size()));
  if (colon == std::string::npos || arrow == std::string::npos) {
    throw UsageError("--transfers: '" + word +
                     "' is not NODE:MODE>MODE such as aktau:rail_1520>caspian");
  }
  auto const node = node_named(network, "transfers", word.substr(0, colon));
  auto const from = mode_named(network, word.substr(colon + 1, arrow - colon - 1));
  auto const to = mode_named(network, word.substr(arrow + 1));
  if (auto const found = find_transfer(network, node, from, to)) {
    return {ElementKind::transfer, found->index()};
  }
  refuse("transfers", "no transfer '" + word + "'", word, transfers_at(network, node));
}

ElementRef passage_at(Network const& network, std::string const& id) {
  auto const node = node_named(network, "passages", id);
  if (auto const passage = network.nodes[node].passage) {
    return {ElementKind::passage, passage->index()};
  }
  std::vector<std::string> names;
  for (auto const& each : network.passages) names.push_back(network.nodes[each.node].id);
  refuse("passages", "node '" + id + "' has no passage", id, names);
}

/// The links of a mode or with a tag; of both, where both bear the name.
std::vector<ElementRef> links_of(Network const& network, std::string const& name) {
  auto const mode = find_mode(network, name);
  auto const tag = find_corridor(network, name);
  if (!mode && !tag) {
    auto names = ids_of(network.modes);
    for (auto const& corridor : network.corridors) names.push_back(corridor.id);
    refuse("links-of", "no mode or corridor '" + name + "'", name, names);
  }
  std::vector<ElementRef> links;
  for (LinkId const id : network.links.ids()) {
    auto const& link = network.links[id];
    auto const& tags = link.corridors;
    bool const tagged = tag && std::find(tags.begin(), tags.end(), *tag) != tags.end();
    if (tagged || (mode && link.mode == *mode)) links.push_back({ElementKind::link, id.index()});
  }
  if (links.empty()) throw UsageError("--links-of: no link runs by '" + name + "'");
  return links;
}

std::vector<ElementRef> named(Network const& network, std::string_view option,
                              std::string const& word) {
  if (option == "links") return {link_named(network, word)};
  if (option == "transfers") return {transfer_named(network, word)};
  if (option == "passages") return {passage_at(network, word)};
  return links_of(network, word);
}

using Key = std::pair<ElementKind, std::uint32_t>;
Key key_of(ElementRef ref) { return {ref.kind, ref.index}; }

}  // namespace

std::span<std::string_view const> selecting_options() { return kSelecting; }

bool selects(Request const& request) {
  return std::any_of(kSelecting.begin(), kSelecting.end(),
                     [&](std::string_view option) { return request.has(option); });
}

std::vector<ElementRef> selected_elements(Session const& session, Network const& network) {
  std::vector<ElementRef> selected;
  std::set<Key> seen;
  for (auto const option : kSelecting) {
    for (auto const& list : session.request().values(option)) {
      for (auto const& word : split_list(list, option)) {
        for (auto const ref : named(network, option, word)) {
          if (seen.insert(key_of(ref)).second) selected.push_back(ref);
        }
      }
    }
  }
  return selected;
}

std::vector<ArcId> arcs_of(Graph const& graph, std::vector<ElementRef> const& elements) {
  std::set<Key> wanted;
  for (auto const ref : elements) wanted.insert(key_of(ref));
  std::vector<ArcId> arcs;
  for (ArcId const a : graph.columns().kind.ids()) {
    auto const element = graph.element(a);
    if (element && wanted.contains(key_of(*element))) arcs.push_back(a);
  }
  return arcs;
}

}  // namespace corridor::cli
