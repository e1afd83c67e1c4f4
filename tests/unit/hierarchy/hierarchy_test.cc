#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "hierarchy/query.h"
#include "support/random.h"

namespace corridor::hierarchy {
namespace {

struct World {
  Vertex vertices = 0;
  std::vector<Arc> arcs;
  std::vector<ArcWeight> weights;
};

constexpr Weight kLink = Weight{1} << 20;

/// Small weights, parallel arcs and arcs that are no links, so that ties are common. An arc that is
/// no link leads to a higher vertex, so that every cycle has a link.
World random_world(std::uint64_t seed) {
  test::Random random(seed);
  World world;
  world.vertices = static_cast<Vertex>(random.between(1, 12));
  auto const count = static_cast<std::size_t>(random.between(0, 40));
  for (std::size_t a = 0; a < count; ++a) {
    Arc arc{static_cast<Vertex>(random.below(world.vertices)),
            static_cast<Vertex>(random.below(world.vertices))};
    bool const link = arc.tail >= arc.head || random.percent(80);
    Weight const amount = random.between(0, 3) * kLink;
    world.arcs.push_back(arc);
    if (random.percent(8))
      world.weights.push_back({kUnreached, link ? static_cast<std::uint32_t>(a / 2) : kNone});
    else
      world.weights.push_back(link ? ArcWeight{amount + 1, static_cast<std::uint32_t>(a / 2)}
                                   : ArcWeight{amount, kNone});
  }
  return world;
}

/// A way's weight and the positions of its links.
struct Label {
  Weight weight = kUnreached;
  std::vector<std::uint32_t> positions;
  auto operator<=>(Label const&) const = default;
};

/// The first of the lightest ways from a vertex to every other, by relaxing until nothing changes.
std::vector<Label> labels_from(World const& world, std::vector<Vertex> const& from) {
  std::vector<Label> labels(world.vertices);
  for (Vertex const v : from) labels[v] = {0, {}};
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t a = 0; a < world.arcs.size(); ++a) {
      Label next = labels[world.arcs[a].tail];
      if (next.weight >= kUnreached || world.weights[a].weight >= kUnreached) continue;
      next.weight += world.weights[a].weight;
      if (world.weights[a].position != kNone) next.positions.push_back(world.weights[a].position);
      if (!(next < labels[world.arcs[a].head])) continue;
      labels[world.arcs[a].head] = std::move(next);
      changed = true;
    }
  }
  return labels;
}

Label label_of(World const& world, Way const& way) {
  Label label{0, {}};
  for (ArcIndex const a : way.arcs) {
    label.weight += world.weights[a].weight;
    if (world.weights[a].position != kNone) label.positions.push_back(world.weights[a].position);
  }
  return label;
}

/// From one of `from` to one of `to` over arcs that follow each other.
bool leads(World const& world, Way const& way, std::set<Vertex> const& from,
           std::set<Vertex> const& to) {
  if (way.arcs.empty()) {
    for (Vertex const v : from)
      if (to.contains(v)) return true;
    return false;
  }
  for (std::size_t i = 1; i < way.arcs.size(); ++i)
    if (world.arcs[way.arcs[i - 1]].head != world.arcs[way.arcs[i]].tail) return false;
  return from.contains(world.arcs[way.arcs.front()].tail) &&
         to.contains(world.arcs[way.arcs.back()].head);
}

std::vector<Vertex> random_order(Vertex vertices, std::uint64_t seed) {
  std::vector<Vertex> order(vertices);
  for (Vertex v = 0; v < vertices; ++v) order[v] = v;
  test::Random(seed).shuffle(order);
  return order;
}

std::vector<Vertex> some(Vertex vertices, test::Random& random) {
  std::vector<Vertex> chosen;
  for (std::int64_t i = random.between(1, 3); i > 0; --i)
    chosen.push_back(static_cast<Vertex>(random.below(vertices)));
  return chosen;
}

TEST(Hierarchy, FindsTheFirstOfTheLightestWaysBetweenAnyVertices) {
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    World const world = random_world(seed);
    Shape const shape = make_shape(random_order(world.vertices, seed), world.arcs);
    Metric const metric(shape, world.weights);
    Query query(shape);
    for (Vertex from = 0; from < world.vertices; ++from) {
      auto const expected = labels_from(world, {from});
      for (Vertex to = 0; to < world.vertices; ++to) {
        ASSERT_EQ(query.distance(metric, from, to), expected[to].weight) << "seed " << seed;
        auto const way = query.way(metric, std::vector{from}, std::vector{to});
        ASSERT_EQ(way.has_value(), expected[to].weight < kUnreached);
        if (!way) continue;
        ASSERT_TRUE(leads(world, *way, {from}, {to}));
        ASSERT_EQ(label_of(world, *way), expected[to]) << "seed " << seed;
        ASSERT_EQ(way->weight, expected[to].weight);
      }
    }
  }
}

TEST(Hierarchy, FindsTheFirstWayBetweenSetsOfVertices) {
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    World const world = random_world(seed);
    test::Random random(seed + 1'000'000);
    auto const from = some(world.vertices, random);
    auto const to = some(world.vertices, random);
    Shape const shape = make_shape(nested_dissection(world.vertices, world.arcs), world.arcs);
    Query query(shape);
    auto const way = query.way(Metric(shape, world.weights), from, to);
    auto const labels = labels_from(world, from);
    Label expected;
    for (Vertex const v : to) expected = std::min(expected, labels[v]);
    ASSERT_EQ(way.has_value(), expected.weight < kUnreached);
    if (!way) continue;
    ASSERT_TRUE(leads(world, *way, {from.begin(), from.end()}, {to.begin(), to.end()}));
    ASSERT_EQ(label_of(world, *way), expected) << "seed " << seed;
  }
}

TEST(Hierarchy, IsTheSameUpdatedAsMadeAnew) {
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    World world = random_world(seed);
    if (world.arcs.empty()) continue;
    test::Random random(seed + 2'000'000);
    Shape const shape = make_shape(random_order(world.vertices, seed), world.arcs);
    Metric metric(shape, world.weights);
    for (int round = 0; round < 3; ++round) {
      std::vector<Metric::Change> changes;
      for (std::int64_t i = random.between(1, 3); i > 0; --i) {
        auto const arc = static_cast<ArcIndex>(random.below(world.arcs.size()));
        ArcWeight now = world.weights[arc];
        now.weight = random.percent(20) ? kUnreached
                                        : random.between(0, 3) * kLink + (now.position != kNone);
        world.weights[arc] = now;
        changes.push_back({arc, now});
      }
      metric.update(changes);
      ASSERT_EQ(metric, Metric(shape, world.weights)) << "seed " << seed;
    }
  }
}

TEST(Hierarchy, IsTheSameWithAnyNumberOfThreads) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    World const world = random_world(seed);
    Shape const shape = make_shape(random_order(world.vertices, seed), world.arcs);
    Metric const alone(shape, world.weights);
    for (unsigned const threads : {2U, 3U, 5U})
      ASSERT_EQ(Metric(shape, world.weights, threads), alone) << "seed " << seed;
  }
}

TEST(Hierarchy, FillsAMatrixWithTheWeightsOfItsPairs) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    World const world = random_world(seed);
    test::Random random(seed + 3'000'000);
    auto const from = some(world.vertices, random);
    auto const to = some(world.vertices, random);
    Shape const shape = make_shape(random_order(world.vertices, seed), world.arcs);
    Metric const metric(shape, world.weights);
    auto const found = matrix(metric, from, to, 2);
    for (std::size_t i = 0; i < from.size(); ++i) {
      auto const labels = labels_from(world, {from[i]});
      for (std::size_t k = 0; k < to.size(); ++k)
        ASSERT_EQ(found[i * to.size() + k], labels[to[k]].weight) << "seed " << seed;
    }
  }
}

TEST(Hierarchy, RefusesWhatIsNoOrderAndNoWeight) {
  std::vector<Arc> const arcs{{0, 1}};
  EXPECT_THROW(make_shape(std::vector<Vertex>{0, 0}, arcs), std::invalid_argument);
  EXPECT_THROW(make_shape(std::vector<Vertex>{0, 2}, arcs), std::invalid_argument);
  EXPECT_THROW(make_shape(std::vector<Vertex>{0}, arcs), std::invalid_argument);
  Shape const shape = make_shape(std::vector<Vertex>{0, 1}, arcs);
  EXPECT_THROW(Metric(shape, std::vector<ArcWeight>{{-1, 0}}), std::invalid_argument);
  EXPECT_THROW(Metric(shape, std::vector<ArcWeight>{{kMostWeight, 0}}), std::invalid_argument);
}

}  // namespace
}  // namespace corridor::hierarchy
