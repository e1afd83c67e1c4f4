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

}  // namespace

void Assembly::warn_of_idle_transfers() {
  if (new_transfers_.empty()) return;
  std::vector<bool> asked(network_.nodes.size());
  for (auto const& added : new_transfers_) {
    asked[network_.transfers[added.id].node.index()] = true;
  }
  std::vector<std::pair<NodeId, ModeId>> served;
  for (auto const& link : network_.links) {
    for (auto const end : {link.from, link.to}) {
      if (asked[end.index()]) served.emplace_back(end, link.mode);
    }
  }
  std::sort(served.begin(), served.end());
  for (auto const& added : new_transfers_) {
    auto const& transfer = network_.transfers[added.id];
    for (auto const& [mode, span] :
         {std::pair(transfer.from, added.from), {transfer.to, added.to}}) {
      if (std::binary_search(served.begin(), served.end(), std::pair(transfer.node, mode)))
        continue;
      auto const owner = Owner{"node", network_.nodes[transfer.node].id, "transfer"};
      findings_.warning(
          Code::idle_transfer, span,
          owner.prefix() + "no link of the node has mode " + quoted(network_.modes[mode].id));
    }
  }
}

void Assembly::warn_of_swapped_coordinates() {
  constexpr std::int32_t kQuarterTurn = 900'000'000;
  Table<NodeId, Direction> directions(network_.nodes.size());
  for (auto const id : network_.nodes.ids()) {
    if (auto const& at = network_.nodes[id].at) directions[id] = direction_of(*at);
  }
  Table<NodeId, Evidence> evidence(network_.nodes.size());
  auto const weigh = [&](NodeId node, NodeId other, Length length, double metres) {
    auto const& at = *network_.nodes[node].at;
    auto& about = evidence[node];
    about.any = true;
    if (reaches(length, metres)) {
      about.fits = true;
    } else if (!about.fits && !about.swapped_fails) {
      auto const swapped = direction_of(Point{at.longitude, at.latitude});
      about.swapped_fails = !reaches(length, distance(swapped, directions[other]));
    }
  };
  for (auto const& link : network_.links) {
    if (!network_.nodes[link.from].at || !network_.nodes[link.to].at) continue;
    auto const metres = distance(directions[link.from], directions[link.to]);
    weigh(link.from, link.to, link.element.figures.length, metres);
    weigh(link.to, link.from, link.element.figures.length, metres);
  }
  for (auto const id : network_.nodes.ids()) {
    auto const& node = network_.nodes[id];
    auto const& about = evidence[id];
    if (id.index() < first_new_node_ || !about.any || about.fits || about.swapped_fails) continue;
    if (std::abs(node.at->longitude) > kQuarterTurn) continue;
    findings_.warning(Code::swapped_coordinates, node.span,
                      Owner{"node", node.id}.prefix() +
                          "its links are too short to reach it, and long enough with latitude and "
                          "longitude swapped",
                      "latitude comes first");
  }
}

void Assembly::complete() {
  // Where things were refused, "there are none" would be said for the wrong reason.
  if (!findings_.any_errors()) {
    if (network_.nodes.empty()) findings_.error(Code::no_nodes, {}, "the network has no nodes");
    if (network_.links.empty()) findings_.error(Code::no_links, {}, "the network has no links");
  }
  if (findings_.any_errors()) return;
  warn_of_idle_transfers();
  warn_of_swapped_coordinates();
  sort_by_id(network_);
}

}  // namespace corridor
