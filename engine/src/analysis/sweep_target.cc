#include "analysis/sweep_target.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "corridor/base/nearest.h"
#include "model/findings.h"

namespace corridor {
namespace {

constexpr std::string_view kStatus = "status";

Diagnostic problem(Code code, Text const& path, std::string message, std::string hint = {}) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.span = path.span;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

/// The elements that an id of one kind names, or what is wrong with it.
using Found = Result<std::vector<ElementRef>>;

template <class Rows>
Found unknown(Code code, Text const& path, std::string_view kind, std::string_view id,
              Rows const& rows) {
  std::vector<std::string_view> ids;
  ids.reserve(rows.size());
  for (auto const& row : rows) ids.push_back(row.id);
  return problem(code, path, "no " + std::string(kind) + " " + quoted(id), did_you_mean(id, ids));
}

Found links_named(Network const& network, Text const& path, std::string_view id) {
  if (auto const link = find_link(network, id)) {
    return std::vector<ElementRef>{{ElementKind::link, link->index()}};
  }
  return unknown(Code::unknown_link, path, "link", id, network.links);
}

/// `node:mode>mode`.
std::optional<TransferId> transfer_named(Network const& network, std::string_view id) {
  auto const colon = id.find(':');
  auto const arrow = id.find('>');
  if (colon == std::string_view::npos || arrow == std::string_view::npos || arrow < colon) {
    return std::nullopt;
  }
  auto const node = find_node(network, id.substr(0, colon));
  auto const from = find_mode(network, id.substr(colon + 1, arrow - colon - 1));
  auto const to = find_mode(network, id.substr(arrow + 1));
  if (!node || !from || !to) return std::nullopt;
  return find_transfer(network, *node, *from, *to);
}

Found transfers_named(Network const& network, Text const& path, std::string_view id) {
  if (auto const transfer = transfer_named(network, id)) {
    return std::vector<ElementRef>{{ElementKind::transfer, transfer->index()}};
  }
  struct Named {
    std::string id;
  };
  std::vector<Named> all;
  for (auto const transfer : network.transfers.ids()) {
    all.push_back({id_of(network, {ElementKind::transfer, transfer.index()})});
  }
  return unknown(Code::unknown_transfer, path, "transfer", id, all);
}

Found passages_named(Network const& network, Text const& path, std::string_view id) {
  auto const node = find_node(network, id);
  if (!node) return unknown(Code::unknown_node, path, "node", id, network.nodes);
  if (auto const& passage = network.nodes[*node].passage) {
    return std::vector<ElementRef>{{ElementKind::passage, passage->index()}};
  }
  return problem(Code::unknown_passage, path, "node " + quoted(id) + " has no passage");
}

template <class Chosen>
Found links_where(Network const& network, Text const& path, std::string const& what,
                  Chosen const& chosen) {
  std::vector<ElementRef> links;
  for (auto const id : network.links.ids()) {
    if (chosen(network.links[id])) links.push_back({ElementKind::link, id.index()});
  }
  if (links.empty()) return problem(Code::selects_nothing, path, what + " selects no link");
  return links;
}

Found links_of_mode(Network const& network, Text const& path, std::string_view id) {
  auto const mode = find_mode(network, id);
  if (!mode) return unknown(Code::unknown_mode, path, "mode", id, network.modes);
  return links_where(network, path, "mode " + quoted(id),
                     [&](Link const& link) { return link.mode == *mode; });
}

Found links_of_corridor(Network const& network, Text const& path, std::string_view id) {
  auto const corridor = find_corridor(network, id);
  if (!corridor) return unknown(Code::unknown_corridor, path, "corridor", id, network.corridors);
  return links_where(network, path, "corridor " + quoted(id), [&](Link const& link) {
    return std::find(link.corridors.begin(), link.corridors.end(), *corridor) !=
           link.corridors.end();
  });
}

struct Kind {
  std::string_view name;
  Found (*named)(Network const& network, Text const& path, std::string_view id);
  bool of_links;
};
constexpr auto kKinds = std::to_array<Kind>({
    {"links", links_named, true},
    {"transfers", transfers_named, false},
    {"passages", passages_named, false},
    {"modes", links_of_mode, true},
    {"corridors", links_of_corridor, true},
});

Diagnostic unknown_kind(Text const& path, std::string_view word) {
  std::vector<std::string_view> names;
  names.reserve(kKinds.size());
  for (auto const& kind : kKinds) names.push_back(kind.name);
  auto hint = did_you_mean(word, names);
  if (hint.empty()) hint = "links, transfers, passages, modes or corridors";
  return problem(Code::unknown_field, path,
                 quoted(path.text) + " is no KIND.ID.FIELD: no kind " + quoted(word),
                 std::move(hint));
}

Diagnostic unknown_field(Text const& path, std::string_view word) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"capacity", "time", "cost", "emissions", "length", kStatus});
  auto hint = did_you_mean(word, kNames);
  if (hint.empty()) hint = "capacity, time, cost, emissions, length or status";
  return problem(Code::unknown_field, path, "no field " + quoted(word), std::move(hint));
}

bool earlier(ElementRef const& a, ElementRef const& b) { return a.index < b.index; }

}  // namespace

Result<SweepTarget> read_target(Network const& network, Text const& path) {
  std::string_view const text = path.text;
  auto const first = text.find('.');
  auto const last = text.rfind('.');
  auto const word = text.substr(0, first);
  auto const kind = std::find_if(kKinds.begin(), kKinds.end(),
                                 [&](Kind const& each) { return each.name == word; });
  if (kind == kKinds.end()) return unknown_kind(path, word);
  if (first == std::string_view::npos || first == last) {
    return problem(Code::unknown_field, path, quoted(text) + " is no KIND.ID.FIELD",
                   "like links.dostyk-aktogay.capacity");
  }

  SweepTarget target;
  auto const name = text.substr(last + 1);
  target.field = find_field(name);
  if (!target.field && name != kStatus) return unknown_field(path, name);
  if (!kind->of_links && (!target.field || target.field == Field::length)) {
    return problem(Code::unknown_field, path, "only links have a " + std::string(name));
  }
  auto ids = text.substr(first + 1, last - first - 1);
  for (bool more = true; more;) {
    auto const comma = ids.find(',');
    more = comma != std::string_view::npos;
    auto found = kind->named(network, path, ids.substr(0, comma));
    if (!found) return std::move(found).error();
    target.elements.insert(target.elements.end(), found->begin(), found->end());
    if (more) ids.remove_prefix(comma + 1);
  }
  std::sort(target.elements.begin(), target.elements.end(), earlier);
  target.elements.erase(std::unique(target.elements.begin(), target.elements.end()),
                        target.elements.end());
  return target;
}

}  // namespace corridor
