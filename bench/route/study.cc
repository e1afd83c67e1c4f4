#include "study.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "../flow/measurement.h"
#include "hierarchy/query.h"
#include "hierarchy/search.h"
#include "peers.h"
#include "support/flow_families.h"

namespace corridor::bench {
namespace {

using hierarchy::Arc;
using hierarchy::ArcIndex;
using hierarchy::ArcWeight;
using hierarchy::Vertex;
using hierarchy::Weight;

constexpr std::uint64_t kSeed = 1;
constexpr unsigned kLinkBits = 20;

struct Instance {
  std::string name;
  Vertex vertices = 0;
  std::vector<Arc> arcs;
  std::vector<ArcWeight> weights;
};

Instance instance_of(NetworkSize const& size) {
  auto const made =
      size.rail ? families::rail(size.junctions, kSeed) : families::road(size.junctions, kSeed);
  Instance instance;
  instance.name = made.name;
  instance.vertices = made.vertices;
  test::Random random(kSeed);
  constexpr std::int64_t kMost = 5'000;
  for (auto const& edge : made.edges) {
    // The terminals of a maximum flow are no part of the network.
    if (edge.tail == made.source || edge.head == made.source) continue;
    if (edge.tail == made.sink || edge.head == made.sink) continue;
    auto const position = static_cast<std::uint32_t>(instance.arcs.size());
    instance.arcs.push_back({edge.tail, edge.head});
    instance.weights.push_back({(random.between(1, kMost) << kLinkBits) + 1, position});
  }
  return instance;
}

PlainArcs plain(Instance const& instance) {
  std::vector<std::uint32_t> order(instance.arcs.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return instance.arcs[a].tail < instance.arcs[b].tail;
  });
  PlainArcs made;
  made.vertices = static_cast<int>(instance.vertices);
  for (std::uint32_t const a : order) {
    made.ends.emplace_back(static_cast<int>(instance.arcs[a].tail),
                           static_cast<int>(instance.arcs[a].head));
    made.weight.push_back(instance.weights[a].weight);
  }
  return made;
}

struct Pair {
  Vertex from, to;
};

/// Between vertices of the largest part of the network, so that peers have to search.
std::vector<Pair> pairs_of(Instance const& instance, std::vector<char> const& reached, int count) {
  test::Random random(kSeed + 1);
  auto const any = [&] {
    while (true) {
      auto const v = static_cast<Vertex>(random.below(instance.vertices));
      if (reached[v] != 0) return v;
    }
  };
  std::vector<Pair> pairs;
  for (int i = 0; i < count; ++i) {
    Vertex const from = any();
    pairs.push_back({from, any()});
  }
  return pairs;
}

double median(std::vector<double> seconds) {
  std::sort(seconds.begin(), seconds.end());
  return seconds[seconds.size() / 2];
}

/// The median over the items of what `work(item)` takes.
template <class Items, class Work>
double median_of(Items const& items, Work&& work) {
  std::vector<double> seconds;
  for (auto const& item : items) {
    double const start = thread_seconds();
    work(item);
    seconds.push_back(thread_seconds() - start);
  }
  return median(std::move(seconds));
}

void demand(bool agrees, char const* what) {
  if (!agrees) throw std::logic_error(std::string("contenders differ: ") + what);
}

/// Searches to all vertices; tells which a search reaches that reaches most.
std::vector<char> measure_searches(Instance const& instance, PlainArcs const& network,
                                   Effort const& effort, Row& row) {
  using Star = hierarchy::Star<Weight>;
  std::vector<Weight> weight;
  for (ArcWeight const& each : instance.weights) weight.push_back(each.weight);
  double const start = thread_seconds();
  Star const star(instance.vertices, instance.arcs, weight, false);
  row.star = thread_seconds() - start;
  hierarchy::Search<Weight> search(star);
  LemonDijkstra lemon(network);
  BoostDijkstra boost(network);
  test::Random random(kSeed + 2);
  std::vector<char> reached(instance.vertices, 0);
  std::vector<double> ours, lemons, boosts;
  while (static_cast<int>(ours.size()) < effort.searches) {
    auto const from = static_cast<Vertex>(random.below(instance.vertices));
    double const before = thread_seconds();
    search.run(from);
    double const mine = thread_seconds() - before;
    std::int64_t sum = 0;
    std::size_t count = 0;
    for (Vertex v = 0; v < instance.vertices; ++v) {
      if (search.distance(v) >= Star::unreached()) continue;
      sum += search.distance(v);
      ++count;
    }
    // Some vertices are cut off from the rest.
    if (count < instance.vertices / 2) continue;
    for (Vertex v = 0; v < instance.vertices; ++v) {
      reached[v] = search.distance(v) < Star::unreached() ? 1 : 0;
    }
    ours.push_back(mine);
    std::int64_t other = 0;
    lemons.push_back(median_of(std::vector{from},
                               [&](Vertex v) { other = lemon.all_from(static_cast<int>(v)); }));
    demand(other == sum, "LEMON, one to all");
    boosts.push_back(median_of(std::vector{from},
                               [&](Vertex v) { other = boost.all_from(static_cast<int>(v)); }));
    demand(other == sum, "Boost, one to all");
  }
  row.search = median(ours);
  row.search_lemon = median(lemons);
  row.search_boost = median(boosts);
  return reached;
}

void measure_queries(Instance const& instance, PlainArcs const& network,
                     hierarchy::Metric const& metric, std::vector<Pair> const& pairs,
                     Effort const& effort, Row& row) {
  hierarchy::Query query(metric.shape());
  std::vector<Weight> found;
  row.query = median_of(pairs, [&](Pair const& pair) {
    found.push_back(query.distance(metric, pair.from, pair.to));
  });
  std::vector<Pair> const some(pairs.begin(), pairs.begin() + effort.ways);
  std::size_t next = 0;
  row.way = median_of(some, [&](Pair const& pair) {
    auto const way = query.way(metric, {&pair.from, 1}, {&pair.to, 1}).value();
    Weight sum = 0;
    for (ArcIndex const arc : way.arcs) sum += instance.weights[arc].weight;
    demand(sum == found[next++], "a way and its distance");
  });
  std::vector<Pair> const few(pairs.begin(), pairs.begin() + effort.peer_queries);
  LemonDijkstra lemon(network);
  next = 0;
  row.query_lemon = median_of(few, [&](Pair const& pair) {
    auto const length = lemon.distance(static_cast<int>(pair.from), static_cast<int>(pair.to));
    demand(length == found[next++], "LEMON, one pair");
  });
  BoostDijkstra boost(network);
  next = 0;
  row.query_boost = median_of(few, [&](Pair const& pair) {
    auto const length = boost.distance(static_cast<int>(pair.from), static_cast<int>(pair.to));
    demand(length == found[next++], "Boost, one pair");
  });
}

/// Ten changed links each time, back and forth.
double measure_updates(Instance const& instance, hierarchy::Metric& metric, int updates) {
  constexpr int kChanges = 10;
  test::Random random(kSeed + 3);
  std::vector<double> seconds;
  for (int i = 0; i < updates; ++i) {
    std::vector<hierarchy::Metric::Change> changes, back;
    for (int k = 0; k < kChanges; ++k) {
      auto const arc = static_cast<ArcIndex>(random.below(instance.arcs.size()));
      ArcWeight now = instance.weights[arc];
      back.push_back({arc, now});
      now.weight = random.percent(50) ? hierarchy::kUnreached : now.weight * 2;
      changes.push_back({arc, now});
    }
    double const start = thread_seconds();
    metric.update(changes);
    seconds.push_back(thread_seconds() - start);
    metric.update(back);
  }
  demand(metric == hierarchy::Metric(metric.shape(), instance.weights), "updated and made anew");
  return median(std::move(seconds));
}

void measure_matrix(hierarchy::Metric const& metric, std::vector<Pair> const& pairs,
                    Effort const& effort, Row& row) {
  std::vector<Vertex> from, to;
  for (std::size_t i = 0; i < effort.matrix; ++i) {
    from.push_back(pairs[i % pairs.size()].from);
    to.push_back(pairs[i % pairs.size()].to);
  }
  std::vector<Weight> cells;
  row.matrix =
      median_wall_seconds(3, [&] { cells = hierarchy::matrix(metric, from, to, kThreads); });
  hierarchy::Query query(metric.shape());
  for (std::size_t i = 0; i < std::min<std::size_t>(effort.matrix, 200); ++i) {
    std::size_t const k = i * 7 % effort.matrix;
    demand(cells[i * effort.matrix + k] == query.distance(metric, from[i], to[k]),
           "matrix and query");
  }
}

template <class T>
double bytes(std::vector<T> const& items) {
  return static_cast<double>(items.size() * sizeof(T));
}

void measure_memory(hierarchy::Shape const& shape, Row& row) {
  row.shape_bytes = bytes(shape.rank) + bytes(shape.first) + bytes(shape.upper) +
                    bytes(shape.depth) + bytes(shape.upper_depth) + bytes(shape.first_down) +
                    bytes(shape.edge_down) + bytes(shape.lower_down) + bytes(shape.edge_of_arc) +
                    bytes(shape.first_arc) + bytes(shape.arc_of_edge) + bytes(shape.leads_up);
  // Two weights, two ways through and the lower end of each edge; the weight of each arc.
  constexpr double kEdge = 2 * sizeof(Weight) + 2 * sizeof(std::uint32_t) + sizeof(Vertex);
  row.metric_bytes = kEdge * static_cast<double>(shape.edges()) +
                     static_cast<double>(sizeof(ArcWeight) * row.arcs);
}

}  // namespace

std::vector<NetworkSize> sizes(std::size_t most_vertices) {
  std::vector<NetworkSize> all;
  constexpr std::size_t kSmallest = 10'000;
  if (most_vertices < kSmallest) return {{false, 500, 2'000}, {true, 170, 2'000}};
  for (std::uint32_t n = kSmallest; n <= 1'000'000; n *= 10) {
    if (n > most_vertices) break;
    all.push_back({false, n / 4, n});
  }
  for (std::uint32_t n = kSmallest; n <= 1'000'000; n *= 10) {
    if (n > most_vertices) break;
    all.push_back({true, n / 12, n});
  }
  return all;
}

Row measure(NetworkSize const& size, Effort const& effort) {
  Instance const instance = instance_of(size);
  PlainArcs const network = plain(instance);
  Row row;
  row.name = instance.name;
  row.vertices = instance.vertices;
  row.arcs = instance.arcs.size();
  auto const reached = measure_searches(instance, network, effort, row);
  auto const pairs = pairs_of(instance, reached, effort.queries);

  double start = thread_seconds();
  auto const order = hierarchy::nested_dissection(instance.vertices, instance.arcs);
  row.order = thread_seconds() - start;
  start = thread_seconds();
  auto const shape = hierarchy::make_shape(order, instance.arcs);
  row.shape = thread_seconds() - start;
  row.edges = shape.edges();
  measure_memory(shape, row);
  for (unsigned const threads : {1U, kThreads}) {
    (threads == 1 ? row.customize_one
                  : row.customize) = median_wall_seconds(effort.customizations, [&] {
      hierarchy::Metric const made(shape, instance.weights, hierarchy::threads_for(shape, threads));
      demand(made.shape().edges() == shape.edges(), "shape and metric");
    });
  }
  hierarchy::Metric metric(shape, instance.weights, kThreads);
  row.update = measure_updates(instance, metric, effort.updates);
  measure_queries(instance, network, metric, pairs, effort, row);
  measure_matrix(metric, pairs, effort, row);
  return row;
}

}  // namespace corridor::bench
