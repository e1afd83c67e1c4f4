// What only a whole network shows.

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "model/assembly.h"

namespace corridor {
namespace {

// Floating point is at home here: these figures decide about a warning, never about an answer.
struct Direction {
  double x = 0, y = 0, z = 0;  // a place on the unit sphere
};

Direction direction_of(double latitude, double longitude) {
  return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
          std::sin(latitude)};
}

Direction direction_of(Point at) {
  constexpr double kRadians = std::numbers::pi / 180 / 1e7;
  return direction_of(at.latitude * kRadians, at.longitude * kRadians);
}

/// Great-circle distance in metres.
double distance(Direction a, Direction b) {
  constexpr double kEarthRadius = 6'371'000;
  auto const chord = std::hypot(a.x - b.x, a.y - b.y, a.z - b.z);
  return 2 * kEarthRadius * std::asin(std::min(1.0, chord / 2));
}

/// Whether a link of this length can reach that far; rounded figures get some room.
bool reaches(Length length, double metres) {
  return metres <= 1.1 * static_cast<double>(length.parts()) + 50'000;
}

/// What a node's links say about its place as written and with the two numbers swapped.
struct Evidence {
  bool any = false;
  bool fits = false;           // some link reaches the place as written
  bool swapped_fails = false;  // some link does not reach the swapped place
};

void warn_of_idle_transfers(Network const& network, std::vector<Additions::Transfer> const& added,
                            Findings& findings) {
  if (added.empty()) return;
  std::vector<bool> asked(network.nodes.size());
  for (auto const& each : added) asked[network.transfers[each.id].node.index()] = true;
  std::vector<std::pair<NodeId, ModeId>> served;
  for (auto const& link : network.links) {
    for (auto const end : {link.from, link.to}) {
      if (asked[end.index()]) served.emplace_back(end, link.mode);
    }
  }
  std::sort(served.begin(), served.end());
  for (auto const& each : added) {
    auto const& transfer = network.transfers[each.id];
    for (auto const& [mode, span] : {std::pair(transfer.from, each.from), {transfer.to, each.to}}) {
      if (std::binary_search(served.begin(), served.end(), std::pair(transfer.node, mode)))
        continue;
      auto const owner = Owner{"node", network.nodes[transfer.node].id, "transfer"};
      findings.warning(
          Code::idle_transfer, span,
          owner.prefix() + "no link of the node has mode " + quoted(network.modes[mode].id));
    }
  }
}

void warn_of_swapped_coordinates(Network const& network, std::size_t first_node,
                                 Findings& findings) {
  if (first_node == network.nodes.size()) return;
  constexpr std::int32_t kQuarterTurn = 900'000'000;
  Table<NodeId, Direction> directions(network.nodes.size());
  for (auto const id : network.nodes.ids()) {
    if (auto const& at = network.nodes[id].at) directions[id] = direction_of(*at);
  }
  Table<NodeId, Evidence> evidence(network.nodes.size());
  auto const weigh = [&](NodeId node, NodeId other, Length length, double metres) {
    auto const& at = *network.nodes[node].at;
    auto& about = evidence[node];
    about.any = true;
    if (reaches(length, metres)) {
      about.fits = true;
    } else if (!about.fits && !about.swapped_fails) {
      auto const swapped = direction_of(Point{at.longitude, at.latitude});
      about.swapped_fails = !reaches(length, distance(swapped, directions[other]));
    }
  };
  for (auto const& link : network.links) {
    if (!network.nodes[link.from].at || !network.nodes[link.to].at) continue;
    auto const metres = distance(directions[link.from], directions[link.to]);
    weigh(link.from, link.to, link.element.figures.length, metres);
    weigh(link.to, link.from, link.element.figures.length, metres);
  }
  for (auto index = first_node; index < network.nodes.size(); ++index) {
    auto const& node = network.nodes[NodeId(index)];
    auto const& about = evidence[NodeId(index)];
    if (!about.any || about.fits || about.swapped_fails) continue;
    if (std::abs(node.at->longitude) > kQuarterTurn) continue;
    findings.warning(Code::swapped_coordinates, node.span,
                     Owner{"node", node.id}.prefix() +
                         "its links are too short to reach it, and long enough with latitude and "
                         "longitude swapped",
                     "latitude comes first");
  }
}

}  // namespace

void warn_of(Network const& network, Additions const& added, Findings& findings) {
  warn_of_idle_transfers(network, added.transfers, findings);
  warn_of_swapped_coordinates(network, added.first_node, findings);
}

void Assembly::complete() {
  // Where things were refused, "there are none" would be said for the wrong reason.
  if (!findings_.any_errors()) {
    if (network_.nodes.empty()) findings_.error(Code::no_nodes, {}, "the network has no nodes");
    if (network_.links.empty()) findings_.error(Code::no_links, {}, "the network has no links");
  }
  if (findings_.any_errors()) return;
  sort_by_id(network_);
}

}  // namespace corridor
