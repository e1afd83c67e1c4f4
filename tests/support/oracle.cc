#include "support/oracle.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace corridor::test {
namespace {

/// Writes the contract's rules down for one question.
class Rules {
 public:
  Rules(Network const& network, Question const& question)
      : network_(network), question_(question) {}

  World world() {
    world_.places = 2 + 2 * network_.nodes.size() * network_.modes.size();
    for (LinkId const id : network_.links.ids()) add_link(id);
    for (NodeId const node : network_.nodes.ids()) add_inside(node);
    for (ModeId const mode : network_.modes.ids()) {
      for (NodeId const node : question_.from) {
        add(0, departing(node, mode), {}, Limit(), std::nullopt, node);
      }
      for (NodeId const node : question_.to) add(arrived(node, mode), 1, {}, Limit());
    }
    return std::move(world_);
  }

 private:
  std::size_t arrived(NodeId node, ModeId mode) const {
    return 2 + 2 * (node.index() * network_.modes.size() + mode.index());
  }
  std::size_t departing(NodeId node, ModeId mode) const { return arrived(node, mode) + 1; }

  void add(std::size_t from, std::size_t to, Figures const& figures, Limit capacity,
           std::optional<LinkId> link = {}, std::optional<NodeId> visits = {}) {
    if (!capacity.unlimited() && capacity.capacity().parts() == 0) return;
    World::Arc arc{from,
                   to,
                   {figures.length, figures.time, figures.cost, figures.emissions},
                   {},
                   link,
                   visits,
                   link.has_value()};
    if (!capacity.unlimited()) arc.capacity = capacity.capacity().parts();
    world_.arcs.push_back(arc);
  }

  bool barred(NodeId node) const {
    auto const& avoid = question_.avoid_nodes;
    return network_.nodes[node].closed ||
           std::find(avoid.begin(), avoid.end(), node) != avoid.end();
  }

  bool runs(LinkId id) const {
    Link const& link = network_.links[id];
    int const year = question_.year ? *question_.year : network_.year;
    if (link.status == Status::closed) return false;
    if (link.status == Status::planned && !link.opens) return false;
    if (link.status == Status::planned && link.opens->year > year) return false;
    if (link.closes && link.closes->year <= year) return false;
    auto const& avoid = question_.avoid_links;
    if (std::find(avoid.begin(), avoid.end(), id) != avoid.end()) return false;
    if (!question_.corridor || link.corridors.empty()) return true;
    auto const& tags = link.corridors;
    return std::find(tags.begin(), tags.end(), *question_.corridor) != tags.end();
  }

  void add_link(LinkId id) {
    Link const& link = network_.links[id];
    if (!runs(id) || barred(link.from) || barred(link.to)) return;
    Figures const& figures = link.element.figures;
    add(departing(link.from, link.mode), arrived(link.to, link.mode), figures, figures.capacity, id,
        link.to);
    if (!link.both_ways) return;
    add(departing(link.to, link.mode), arrived(link.from, link.mode), figures, figures.capacity, id,
        link.from);
  }

  void add_inside(NodeId node) {
    for (ModeId const mode : network_.modes.ids()) {
      Figures figures;
      if (auto const& passage = network_.nodes[node].passage) {
        figures = network_.passages[*passage].element.figures;
      }
      add(arrived(node, mode), departing(node, mode), figures, figures.capacity);
    }
    for (TransferId const id : network_.nodes[node].transfers) {
      Transfer const& transfer = network_.transfers[id];
      Figures const& figures = transfer.element.figures;
      add(arrived(node, transfer.from), departing(node, transfer.to), figures, figures.capacity);
      if (!transfer.both_ways) continue;
      add(arrived(node, transfer.to), departing(node, transfer.from), figures, figures.capacity);
    }
  }

  Network const& network_;
  Question const& question_;
  World world_;
};

/// Least (amount, links) to the destination over (place, vias passed), and the walks that have it.
class Walks {
 public:
  Walks(World const& world, Question const& question, Objective const& objective, ValueOfTime value)
      : world_(world), via_(question.via) {
    for (World::Arc const& arc : world.arcs) amount_.push_back(objective.amount(arc.totals, value));
    least_.assign((via_.size() + 1) * world.places, std::nullopt);
    least_[state(1, via_.size())] = Length{0, 0};
    while (relax()) {
    }
  }

  std::optional<BestRoute> best() {
    if (!least_[state(0, 0)]) return std::nullopt;
    follow(0, 0);
    return BestRoute{least_[state(0, 0)]->first, best_};
  }

 private:
  using Length = std::pair<Int128, std::size_t>;

  std::size_t state(std::size_t place, std::size_t passed) const {
    return passed * world_.places + place;
  }

  std::size_t passed_after(World::Arc const& arc, std::size_t passed) const {
    while (arc.visits && passed < via_.size() && via_[passed] == *arc.visits) ++passed;
    return passed;
  }

  std::optional<Length> along(std::size_t a, std::size_t passed) const {
    World::Arc const& arc = world_.arcs[a];
    auto const& rest = least_[state(arc.to, passed_after(arc, passed))];
    if (!rest) return std::nullopt;
    return Length{rest->first + amount_[a], rest->second + (arc.link ? 1U : 0U)};
  }

  bool relax() {
    bool changed = false;
    for (std::size_t passed = 0; passed <= via_.size(); ++passed) {
      for (std::size_t a = 0; a < world_.arcs.size(); ++a) {
        auto const length = along(a, passed);
        auto& own = least_[state(world_.arcs[a].from, passed)];
        if (!length || (own && *own <= *length)) continue;
        own = length;
        changed = true;
      }
    }
    return changed;
  }

  void follow(std::size_t place, std::size_t passed) {
    if (place == 1) {
      if (best_.empty() || walk_ < best_) best_ = walk_;
      return;
    }
    for (std::size_t a = 0; a < world_.arcs.size(); ++a) {
      World::Arc const& arc = world_.arcs[a];
      if (arc.from != place || along(a, passed) != least_[state(place, passed)]) continue;
      if (arc.link) walk_.push_back(*arc.link);
      follow(arc.to, passed_after(arc, passed));
      if (arc.link) walk_.pop_back();
    }
  }

  World const& world_;
  std::vector<NodeId> const& via_;
  std::vector<Int128> amount_;
  std::vector<std::optional<Length>> least_;
  std::vector<LinkId> walk_, best_;
};

using Matrix = std::vector<std::vector<std::int64_t>>;

/// Places on a shortest way from origin to destination with room left, backwards; empty: none.
std::vector<std::size_t> way_with_room(Matrix const& room) {
  std::vector<std::size_t> before(room.size(), room.size());
  std::vector<std::size_t> queue{0};
  for (std::size_t i = 0; i < queue.size() && before[1] == room.size(); ++i) {
    for (std::size_t next = 1; next < room.size(); ++next) {
      if (room[queue[i]][next] == 0 || before[next] != room.size()) continue;
      before[next] = queue[i];
      queue.push_back(next);
    }
  }
  if (before[1] == room.size()) return {};
  std::vector<std::size_t> way{1};
  while (way.back() != 0) way.push_back(before[way.back()]);
  return way;
}

std::int64_t augment(Matrix& room, std::vector<std::size_t> const& way) {
  std::int64_t amount = INT64_MAX;
  for (std::size_t i = 1; i < way.size(); ++i) amount = std::min(amount, room[way[i]][way[i - 1]]);
  for (std::size_t i = 1; i < way.size(); ++i) {
    room[way[i]][way[i - 1]] -= amount;
    room[way[i - 1]][way[i]] += amount;
  }
  return amount;
}

}  // namespace

World world_of(Network const& network, Question const& question) {
  return Rules(network, question).world();
}

std::optional<BestRoute> best_route(Network const& network, Question const& question,
                                    Objective const& objective, ValueOfTime value) {
  World const world = world_of(network, question);
  return Walks(world, question, objective, value).best();
}

std::optional<std::int64_t> throughput(Network const& network, Question const& question) {
  World const world = world_of(network, question);
  std::int64_t finite = 1;
  for (World::Arc const& arc : world.arcs) finite += arc.capacity.value_or(0);
  Matrix room(world.places, std::vector<std::int64_t>(world.places, 0));
  for (World::Arc const& arc : world.arcs) room[arc.from][arc.to] += arc.capacity.value_or(finite);
  std::int64_t total = 0;
  for (auto way = way_with_room(room); !way.empty(); way = way_with_room(room)) {
    total += augment(room, way);
    if (total >= finite) return std::nullopt;
  }
  return total;
}

std::optional<std::int64_t> cut_capacity(World const& world, std::vector<bool> const& inside) {
  std::int64_t total = 0;
  for (World::Arc const& arc : world.arcs) {
    if (!inside[arc.from] || inside[arc.to]) continue;
    if (!arc.capacity) return std::nullopt;
    total += *arc.capacity;
  }
  return total;
}

std::optional<std::int64_t> smallest_cut(Network const& network, Question const& question) {
  World const world = world_of(network, question);
  if (world.places > 22) throw std::invalid_argument("too large to try all sets of places");
  std::optional<std::int64_t> smallest;
  for (std::size_t set = 0; set < (std::size_t{1} << (world.places - 2)); ++set) {
    std::vector<bool> inside(world.places, false);
    inside[0] = true;
    for (std::size_t place = 2; place < world.places; ++place) {
      inside[place] = ((set >> (place - 2)) & 1U) != 0;
    }
    auto const capacity = cut_capacity(world, inside);
    if (capacity && (!smallest || *capacity < *smallest)) smallest = capacity;
  }
  return smallest;
}

}  // namespace corridor::test
