#include "graph/obstacles.h"

#include <algorithm>

namespace corridor {
namespace {

bool outside(std::optional<CorridorId> corridor, Link const& link) {
  if (!corridor || link.corridors.empty()) return false;
  return std::find(link.corridors.begin(), link.corridors.end(), *corridor) == link.corridors.end();
}

/// Why usable(link, year) is false.
Obstacles state_of(Link const& link, int year) {
  Obstacles found;
  if (link.status == Status::closed) found.add(Obstacle::closed);
  if (link.status == Status::planned && (!link.opens || link.opens->year > year)) {
    found.add(Obstacle::planned);
  }
  if (link.closes && link.closes->year <= year) found.add(Obstacle::ended);
  return found;
}

}  // namespace

ObstacleFinder::ObstacleFinder(Network const& network, Question const& question)
    : network_(network),
      year_(question.year_of(network)),
      corridor_(question.corridor),
      avoided_nodes_(network.nodes.size(), false),
      avoided_links_(network.links.size(), false) {
  for (NodeId const node : question.avoid_nodes) avoided_nodes_[node.index()] = true;
  for (LinkId const link : question.avoid_links) avoided_links_[link.index()] = true;
}

Obstacles ObstacleFinder::of(LinkId id) const {
  Link const& link = network_.links[id];
  Obstacles found;
  if (!usable(link, year_)) found |= state_of(link, year_);
  if (outside(corridor_, link)) found.add(Obstacle::outside_corridor);
  if (avoided_links_[id.index()]) found.add(Obstacle::avoided);
  found |= of(link.element.figures);
  return found;
}

Obstacles ObstacleFinder::of(NodeId id) const {
  Obstacles found;
  if (network_.nodes[id].closed) found.add(Obstacle::closed);
  if (avoided_nodes_[id.index()]) found.add(Obstacle::avoided);
  return found;
}

Obstacles ObstacleFinder::of(Figures const& figures) {
  return figures.capacity.zero() ? Obstacles(Obstacle::no_capacity) : Obstacles();
}

std::string_view name_of(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::none:
      return "none";
    case Obstacle::closed:
      return "closed";
    case Obstacle::planned:
      return "planned";
    case Obstacle::ended:
      return "ended";
    case Obstacle::outside_corridor:
      return "outside-corridor";
    case Obstacle::avoided:
      return "avoided";
    case Obstacle::no_capacity:
      return "no-capacity";
    case Obstacle::no_transfer:
      return "no-transfer";
  }
  return "none";
}

}  // namespace corridor
