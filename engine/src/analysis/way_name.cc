#include <algorithm>

#include "analysis/way_steps.h"
#include "corridor/base/nearest.h"

namespace corridor {
namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string unknown(Network const& network, std::string_view word) {
  if (word.empty()) return "a name is missing between two commas";
  std::vector<std::string_view> ids;
  for (auto const& node : network.nodes) ids.push_back(node.id);
  for (auto const& link : network.links) ids.push_back(link.id);
  auto const hint = did_you_mean(word, ids);
  return "no node or link " + quoted(word) + (hint.empty() ? "" : ", " + hint);
}

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool leads_to(Link const& link, NodeId node) {
  return link.to == node || (link.both_ways && link.from == node);
}
bool leads_from(Link const& link, NodeId node) {
  return link.from == node || (link.both_ways && link.to == node);
}

/// Whether a shipment that has passed one point may take the next at once.
bool adjoins(Network const& network, WayPoint const& before, WayPoint const& after) {
  if (before.node && after.node) {
    return std::any_of(network.links.begin(), network.links.end(), [&](Link const& link) {
      return leads_from(link, *before.node) && leads_to(link, *after.node) &&
             *before.node != *after.node;
    });
  }
  if (before.node) return leads_from(network.links[*after.link], *before.node);
  auto const& link = network.links[*before.link];
  if (after.node) return leads_to(link, *after.node);
  auto const& next = network.links[*after.link];
  return (leads_to(link, next.from) || (next.both_ways && leads_to(link, next.to)));
}

/// The end of a link that runs both ways and is the first or the last point, away from the point
/// beside it; empty where that does not show it.
std::optional<NodeId> far_end(Network const& network, LinkId id, WayPoint const& beside) {
  auto const& link = network.links[id];
  auto const touches = [&](NodeId node) {
    if (beside.node) return *beside.node == node;
    auto const& other = network.links[*beside.link];
    return other.from == node || other.to == node;
  };
  if (touches(link.from) == touches(link.to)) return std::nullopt;
  return touches(link.from) ? link.to : link.from;
}

/// Fills in where the name starts or ends; what is wrong, or nothing.
std::string find_end(Network const& network, WayName& name, bool first) {
  auto const& point = first ? name.points.front() : name.points.back();
  auto& end = first ? name.from : name.to;
  if (point.node) {
    end = *point.node;
    return {};
  }
  auto const& link = network.links[*point.link];
  if (!link.both_ways) {
    end = first ? link.from : link.to;
    return {};
  }
  auto const count = name.points.size();
  std::optional<NodeId> found;
  if (count > 1) {
    found = far_end(network, *point.link, first ? name.points[1] : name.points[count - 2]);
  }
  if (!found) {
    return "link " + quoted(link.id) + " runs both ways: name the node " +
           (first ? "before" : "after") + " it";
  }
  end = *found;
  return {};
}

}  // namespace

WayName read_way(Network const& network, std::string_view text) {
  WayName name;
  auto const refuse = [](std::string problem) {
    WayName refused;
    refused.problem = std::move(problem);
    return refused;
  };
  for (bool more = true; more;) {
    auto const comma = text.find(',');
    more = comma != std::string_view::npos;
    auto const word = trimmed(text.substr(0, comma));
    if (more) text.remove_prefix(comma + 1);
    WayPoint point{find_node(network, word), std::nullopt};
    if (!point.node) point.link = find_link(network, word);
    if (!point.node && !point.link) return refuse(unknown(network, word));
    if (point.node && !name.points.empty() && name.points.back().node == point.node) {
      return refuse("node " + quoted(word) + " is named twice in a row");
    }
    name.points.push_back(point);
  }
  if (name.points.size() == 1 && name.points.front().node) {
    return refuse("a way has at least two nodes, or a link; " +
                  quoted(network.nodes[*name.points.front().node].id) + " is one node");
  }
  for (bool const first : {true, false}) {
    if (auto problem = find_end(network, name, first); !problem.empty()) {
      return refuse(std::move(problem));
    }
  }
  if (name.from == name.to) {
    return refuse("the way ends where it starts, at " + quoted(network.nodes[name.from].id));
  }
  return name;
}

std::vector<WayStep> steps_of(Network const& network, WayName const& name) {
  std::vector<WayStep> steps;
  for (std::size_t i = 0; i < name.points.size(); ++i) {
    auto const& point = name.points[i];
    bool const at_once = i == 0 || adjoins(network, name.points[i - 1], point);
    if (i == 0 && point.node) continue;
    if (point.node && at_once && name.points[i - 1].link) {
      // The link before it is the one that arrives here.
      steps.back().head = point.node;
      continue;
    }
    steps.push_back({point.link, point.node, at_once, i});
  }
  if (name.points.back().link) steps.back().head = name.to;
  return steps;
}

}  // namespace corridor
