#include "support/generate.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace corridor::test {
namespace {

/// Fills a Network directly: a spec of a million links would not fit small machines.
class Maker {
 public:
  explicit Maker(std::string title) {
    network_.title = std::move(title);
    network_.year = 2025;
  }

  ModeId add_mode(std::string id, int gauge) {
    Mode mode;
    mode.id = std::move(id);
    mode.kind = gauge > 0 ? "rail" : "road";
    if (gauge > 0) mode.gauge_mm = gauge;
    return network_.modes.push_back(std::move(mode));
  }

  NodeId add_node() {
    Node node;
    node.id = "n" + std::to_string(network_.nodes.size());
    return network_.nodes.push_back(std::move(node));
  }

  void place(NodeId node, Point at) { network_.nodes[node].at = at; }
  Point place_of(NodeId node) const { return network_.nodes[node].at.value(); }

  struct Shape {
    bool both_ways = true;
    std::int64_t length_km = 1;
    std::int64_t capacity = 1;
  };
  LinkId add_link(NodeId from, NodeId to, ModeId mode, Shape const& shape) {
    Link link;
    link.id = "l" + std::to_string(network_.links.size());
    link.from = from;
    link.to = to;
    link.mode = mode;
    link.both_ways = shape.both_ways;
    link.element = element(shape.length_km, shape.capacity);
    return network_.links.push_back(std::move(link));
  }

  /// Figures by the caller instead of those of rails.
  void add_link(NodeId from, NodeId to, ModeId mode, Figures const& figures) {
    auto const id = add_link(from, to, mode, Shape{});
    network_.links[id].element.figures = figures;
  }

  void add_transfer(NodeId node, ModeId from, ModeId to, std::int64_t capacity) {
    Transfer transfer;
    transfer.node = node;
    transfer.from = from;
    transfer.to = to;
    transfer.both_ways = true;
    transfer.element = element(0, capacity);
    transfer.element.figures.time = Duration::of_parts(24'000);
    network_.nodes[node].transfers.push_back(network_.transfers.push_back(std::move(transfer)));
  }

  Network finish() && {
    network_.nodes_by_id = by_id(network_.nodes);
    network_.links_by_id = by_id(network_.links);
    return std::move(network_);
  }

 private:
  static Element element(std::int64_t km, std::int64_t capacity) {
    Element element;
    element.figures = {Length::of_parts(1000 * km), Duration::of_parts(24 * km),
                       Cost::of_parts(300 * km), Emissions::of_parts(200 * km),
                       Capacity::of_parts(capacity)};
    element.origin.fill(Origin::written);
    return element;
  }

  template <class Rows>
  static std::vector<std::uint32_t> by_id(Rows const& rows) {
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    auto const row = rows.begin();
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return row[a].id < row[b].id; });
    return order;
  }

  Network network_;
};

/// A chain of new nodes from one node to another; returns its smallest capacity.
std::int64_t add_chain(Maker& maker, Random& random, std::vector<NodeId> const& nodes,
                       ModeId mode) {
  std::int64_t smallest = INT64_MAX;
  for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
    std::int64_t const capacity = random.between(1, 1000);
    maker.add_link(nodes[i], nodes[i + 1], mode, {true, random.between(1, 200), capacity});
    smallest = std::min(smallest, capacity);
  }
  return smallest;
}

std::vector<NodeId> add_nodes(Maker& maker, std::size_t count) {
  std::vector<NodeId> nodes;
  nodes.reserve(count);
  for (std::size_t i = 0; i < count; ++i) nodes.push_back(maker.add_node());
  return nodes;
}

Instance instance(Maker&& maker, std::vector<NodeId> from, std::vector<NodeId> to) {
  Instance result;
  result.network = std::move(maker).finish();
  result.question.from = std::move(from);
  result.question.to = std::move(to);
  return result;
}

/// Junctions of a rail_instance: a square grid whose left half has one gauge, the right another.
class RailMaker {
 public:
  RailMaker(std::size_t nodes, std::uint64_t seed)
      : random_(seed),
        maker_("rail"),
        west_(maker_.add_mode("rail_1435", 1435)),
        east_(maker_.add_mode("rail_1520", 1520)),
        side_(std::max<std::size_t>(
            2, static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(nodes) / 6.0))))),
        junctions_(add_nodes(maker_, side_ * side_)) {}

  Instance make() && {
    for (std::size_t row = 0; row < side_; ++row) {
      for (std::size_t column = 0; column < side_; ++column) add_around(row, column);
    }
    return instance(std::move(maker_), {junctions_.front()}, {junctions_.back()});
  }

 private:
  NodeId junction(std::size_t row, std::size_t column) const {
    return junctions_[row * side_ + column];
  }

  /// Every row is a line, and the rows hang together at their ends and at some junctions between.
  void add_around(std::size_t row, std::size_t column) {
    ModeId const mode = column < side_ / 2 ? west_ : east_;
    if (column == side_ / 2) {
      maker_.add_transfer(junction(row, column), west_, east_, random_.between(10, 100));
    }
    if (column + 1 < side_) {
      add_line(junction(row, column), junction(row, column + 1), mode);
    }
    bool const edge = column == 0 || column + 1 == side_;
    if (row + 1 < side_ && (edge || random_.percent(30))) {
      add_line(junction(row, column), junction(row + 1, column), mode);
    }
  }

  /// Two to six stations between junctions, single or double track all along.
  void add_line(NodeId from, NodeId to, ModeId mode) {
    bool const single = random_.percent(70);
    NodeId before = from;
    for (std::int64_t left = random_.between(2, 6); left >= 0; --left) {
      NodeId const next = left == 0 ? to : maker_.add_node();
      std::int64_t const trains = single ? random_.between(15, 40) : random_.between(60, 150);
      maker_.add_link(before, next, mode, {true, random_.between(5, 120), 28'000 * trains});
      before = next;
    }
  }

  Random random_;
  Maker maker_;
  ModeId west_, east_;
  std::size_t side_;
  std::vector<NodeId> junctions_;
};

/// Junctions of a road_instance: a square grid.
class RoadMaker {
 public:
  RoadMaker(std::size_t nodes, std::uint64_t seed)
      : random_(seed),
        maker_("road"),
        road_(maker_.add_mode("road", 0)),
        side_(std::max<std::size_t>(
            2, static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(nodes) / 4.0))))),
        junctions_(add_nodes(maker_, side_ * side_)) {}

  Instance make() && {
    place_junctions();
    for (std::size_t row = 0; row < side_; ++row) {
      for (std::size_t column = 0; column < side_; ++column) {
        auto const here = junctions_[row * side_ + column];
        if (column + 1 < side_) add_road(here, junctions_[row * side_ + column + 1], row);
        if (row + 1 < side_) add_road(here, junctions_[(row + 1) * side_ + column], column);
      }
    }
    return instance(std::move(maker_), {junctions_.front()}, {junctions_.back()});
  }

 private:
  struct Class {
    std::int64_t km_per_hour;
    std::int64_t cost_per_km;  ///< thousandths of USD
  };

  /// A twentieth of a degree apart, from 40 N 60 E on.
  void place_junctions() {
    constexpr std::int32_t kDegree = 10'000'000;
    for (std::size_t i = 0; i < junctions_.size(); ++i) {
      auto const row = static_cast<std::int32_t>(i / side_ % 900);
      auto const column = static_cast<std::int32_t>(i % side_ % 2'000);
      maker_.place(junctions_[i],
                   {40 * kDegree + row * kDegree / 20, 60 * kDegree + column * kDegree / 20});
    }
  }

  /// A node on the line between two others.
  NodeId add_between(NodeId from, NodeId to, std::int64_t part, std::int64_t parts) {
    auto const a = maker_.place_of(from);
    auto const b = maker_.place_of(to);
    auto const between = [&](std::int64_t low, std::int64_t high) {
      return static_cast<std::int32_t>(low + (high - low) * part / parts);
    };
    auto const node = maker_.add_node();
    maker_.place(node, {between(a.latitude, b.latitude), between(a.longitude, b.longitude)});
    return node;
  }

  /// A quarter of the smaller roads is missing; no line of a motorway is.
  void add_road(NodeId from, NodeId to, std::size_t line) {
    constexpr Class kMotorway{110, 420};
    constexpr Class kMain{80, 330};
    constexpr Class kMinor{45, 270};
    bool const motorway = line % 16 == 0;
    if (!motorway && random_.percent(25)) return;
    auto const kind = motorway ? kMotorway : line % 4 == 0 ? kMain : kMinor;
    NodeId before = from;
    auto const inner = random_.between(0, 4);
    for (auto left = inner; left >= 0; --left) {
      NodeId const next = left == 0 ? to : add_between(from, to, inner - left + 1, inner + 1);
      maker_.add_link(before, next, road_, figures(kind));
      before = next;
    }
  }

  Figures figures(Class const& kind) {
    auto const metres = random_.between(300, 6'000);
    auto const spread = random_.between(90, 110);  // percent: hills, towns
    return {Length::of_parts(metres), Duration::of_parts(metres * spread / kind.km_per_hour / 100),
            Cost::of_parts(metres * kind.cost_per_km / 1000),
            Emissions::of_parts(metres * random_.between(80, 120) / 100), Limit()};
  }

  Random random_;
  Maker maker_;
  ModeId road_;
  std::size_t side_;
  std::vector<NodeId> junctions_;
};

}  // namespace

Instance road_instance(std::size_t nodes, std::uint64_t seed) {
  return RoadMaker(nodes, seed).make();
}

Instance corridor_instance(std::size_t chains, std::size_t length, std::size_t cross,
                           std::uint64_t seed) {
  Random random(seed);
  Maker maker("corridor");
  ModeId const rail = maker.add_mode("rail", 1520);
  NodeId const origin = maker.add_node();
  NodeId const destination = maker.add_node();
  std::vector<std::vector<NodeId>> inner;
  std::int64_t total = 0;
  for (std::size_t chain = 0; chain < chains; ++chain) {
    inner.push_back(add_nodes(maker, length));
    std::vector<NodeId> nodes{origin};
    nodes.insert(nodes.end(), inner.back().begin(), inner.back().end());
    nodes.push_back(destination);
    total += add_chain(maker, random, nodes, rail);
  }
  for (std::size_t i = 0; i < cross && chains > 1; ++i) {
    std::size_t const a = random.below(chains);
    std::size_t const b = (a + 1 + random.below(chains - 1)) % chains;
    maker.add_link(inner[a][random.below(length)], inner[b][random.below(length)], rail,
                   {true, random.between(1, 200), random.between(1, 1000)});
  }
  Instance result = instance(std::move(maker), {origin}, {destination});
  if (cross == 0) result.optimum = Capacity::of_parts(total);
  return result;
}

Instance grid_instance(std::size_t width, std::size_t height, std::uint64_t seed) {
  Random random(seed);
  Maker maker("grid");
  ModeId const rail = maker.add_mode("rail", 1520);
  auto const nodes = add_nodes(maker, width * height);
  auto const at = [&](std::size_t x, std::size_t y) { return nodes[y * width + x]; };
  auto const shape = [&] {
    return Maker::Shape{true, random.between(1, 1000), random.between(1, 1000)};
  };
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      if (x + 1 < width) maker.add_link(at(x, y), at(x + 1, y), rail, shape());
      if (y + 1 < height) maker.add_link(at(x, y), at(x, y + 1), rail, shape());
    }
  }
  std::vector<NodeId> first, last;
  for (std::size_t y = 0; y < height; ++y) {
    first.push_back(at(0, y));
    last.push_back(at(width - 1, y));
  }
  return instance(std::move(maker), std::move(first), std::move(last));
}

Instance rail_instance(std::size_t nodes, std::uint64_t seed) {
  return RailMaker(nodes, seed).make();
}

Instance genrmf_instance(std::size_t side, std::size_t frames, std::int64_t low, std::int64_t high,
                         std::uint64_t seed) {
  Random random(seed);
  Maker maker("genrmf");
  ModeId const rail = maker.add_mode("rail", 1520);
  std::size_t const size = side * side;
  auto const nodes = add_nodes(maker, size * frames);
  std::int64_t const wide = high * static_cast<std::int64_t>(size);
  auto const join = [&](std::size_t a, std::size_t b) {
    maker.add_link(nodes[a], nodes[b], rail, {false, 1, wide});
    maker.add_link(nodes[b], nodes[a], rail, {false, 1, wide});
  };
  for (std::size_t frame = 0; frame < frames; ++frame) {
    for (std::size_t i = 0; i < size; ++i) {
      std::size_t const at = frame * size + i;
      if (i % side + 1 < side) join(at, at + 1);
      if (i + side < size) join(at, at + side);
    }
    if (frame + 1 == frames) break;
    std::vector<std::size_t> permutation(size);
    std::iota(permutation.begin(), permutation.end(), std::size_t{0});
    random.shuffle(permutation);
    for (std::size_t i = 0; i < size; ++i) {
      maker.add_link(nodes[frame * size + i], nodes[(frame + 1) * size + permutation[i]], rail,
                     {false, 1, random.between(low, high)});
    }
  }
  return instance(std::move(maker), {nodes.front()}, {nodes.back()});
}

}  // namespace corridor::test
