#include "support/flow_families.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace corridor::families {

using flow::Amount;
using flow::Edge;
using flow::Vertex;

std::uint64_t checksum(Instance const& instance) {
  constexpr std::uint64_t kOffset = 0xcbf29ce484222325U;
  constexpr std::uint64_t kPrime = 0x100000001b3U;
  std::uint64_t hash = kOffset;
  auto add = [&](std::uint64_t number) { hash = (hash ^ number) * kPrime; };
  for (Vertex const v : {instance.vertices, instance.source, instance.sink}) add(v);
  for (Edge const& edge : instance.edges) {
    add(edge.tail);
    add(edge.head);
    add(static_cast<std::uint64_t>(edge.capacity));
    add(static_cast<std::uint64_t>(edge.reverse_capacity));
  }
  return hash;
}

namespace {

void add_both_ways(Instance& made, Vertex v, Vertex w, Amount capacity) {
  made.edges.push_back({v, w, capacity, 0});
  made.edges.push_back({w, v, capacity, 0});
}

}  // namespace

Instance genrmf(std::uint32_t a, std::uint32_t b, std::uint64_t seed) {
  Random random(seed);
  std::uint32_t const frame = a * a;
  Instance made{
      "genrmf-" + std::to_string(a) + "x" + std::to_string(b), frame * b, 0, frame * b - 1, {}};
  constexpr Amount kMost = 10'000;
  std::vector<Vertex> permutation(frame);
  for (std::uint32_t f = 0; f < b; ++f) {
    Vertex const base = f * frame;
    for (std::uint32_t y = 0; y < a; ++y) {
      for (std::uint32_t x = 0; x < a; ++x) {
        Vertex const v = base + y * a + x;
        if (x + 1 < a) add_both_ways(made, v, v + 1, kMost * frame);
        if (y + 1 < a) add_both_ways(made, v, v + a, kMost * frame);
      }
    }
    if (f + 1 == b) break;
    std::iota(permutation.begin(), permutation.end(), 0U);
    random.shuffle(permutation);
    for (std::uint32_t i = 0; i < frame; ++i) {
      made.edges.push_back({base + i, base + frame + permutation[i], random.between(1, kMost), 0});
    }
  }
  return made;
}

Instance rlg(std::uint32_t rows, std::uint32_t levels, std::uint64_t seed) {
  Random random(seed);
  Amount const most = 10'000;
  Instance made{"rlg-" + std::to_string(rows) + "x" + std::to_string(levels),
                rows * levels + 2,
                0,
                rows * levels + 1,
                {}};
  for (std::uint32_t r = 0; r < rows; ++r) made.edges.push_back({0, 1 + r, 3 * most, 0});
  for (std::uint32_t l = 0; l + 1 < levels; ++l)
    for (std::uint32_t r = 0; r < rows; ++r) {
      std::array<Vertex, 3> heads{};
      for (std::size_t k = 0; k < 3; ++k) {
        do {
          heads[k] = static_cast<Vertex>(random.between(0, std::int64_t{rows} - 1));
        } while (std::find(heads.begin(), heads.begin() + k, heads[k]) != heads.begin() + k);
        made.edges.push_back(
            {1 + l * rows + r, 1 + (l + 1) * rows + heads[k], random.between(1, most), 0});
      }
    }
  for (std::uint32_t r = 0; r < rows; ++r)
    made.edges.push_back({1 + (levels - 1) * rows + r, made.sink, 3 * most, 0});
  return made;
}

Instance grid(std::uint32_t side, std::uint64_t seed) {
  Random random(seed);
  Instance made{"grid-" + std::to_string(side), side * side + 2, side * side, side * side + 1, {}};
  for (std::uint32_t y = 0; y < side; ++y)
    for (std::uint32_t x = 0; x < side; ++x) {
      Vertex const v = y * side + x;
      for (Vertex w : {x + 1 < side ? v + 1 : v, y + 1 < side ? v + side : v}) {
        if (w == v) continue;
        made.edges.push_back({v, w, random.between(1, 1000), 0});
        made.edges.push_back({w, v, random.between(1, 1000), 0});
      }
    }
  for (std::uint32_t y = 0; y < side; ++y) {
    made.edges.push_back({made.source, y * side, 1'000'000, 0});
    made.edges.push_back({y * side + side - 1, made.sink, 1'000'000, 0});
  }
  return made;
}

Instance acyclic_dense(std::uint32_t vertices, std::uint64_t seed) {
  Random random(seed);
  Instance made{"acyclic-" + std::to_string(vertices), vertices, 0, vertices - 1, {}};
  for (Vertex i = 0; i < vertices; ++i)
    for (Vertex j = i + 1; j < vertices; ++j)
      made.edges.push_back({i, j, random.between(1, 1'000'000), 0});
  return made;
}

Instance dinic_bad(std::uint32_t vertices) {
  Instance made{"dinicbad-" + std::to_string(vertices), vertices, 0, vertices - 1, {}};
  for (Vertex i = 0; i + 1 < vertices; ++i) {
    made.edges.push_back({i, i + 1, Amount{vertices}, 0});
    if (i + 2 < vertices) made.edges.push_back({i, vertices - 1, 1, 0});
  }
  return made;
}

Instance gold_bad(std::uint32_t width) {
  Vertex const fan = 1;
  Vertex const meeting = 2 * width + 2;
  Instance made{"goldbad-" + std::to_string(width), 3 * width + 3, 0, 3 * width + 2, {}};
  made.edges.push_back({made.source, fan, Amount{width}, 0});
  for (Vertex i = 2; i < width + 2; ++i) {
    made.edges.push_back({fan, i, Amount{width}, 0});
    made.edges.push_back({i, i + width, 1, 0});
    made.edges.push_back({i + width, meeting, Amount{width}, 0});
  }
  for (Vertex v = meeting; v < made.sink; ++v) made.edges.push_back({v, v + 1, Amount{width}, 0});
  return made;
}

namespace {

/// Adds a two-way link cut into `pieces` with a new vertex between any two of them.
void add_chain(Instance& made, Vertex from, Vertex to, std::int64_t pieces, Amount least,
               Amount most, Random& random) {
  Vertex at = from;
  for (std::int64_t piece = 0; piece < pieces; ++piece) {
    Vertex const next = piece + 1 == pieces ? to : made.vertices++;
    Amount const capacity = random.between(least, most);
    add_both_ways(made, at, next, capacity);
    at = next;
  }
}

struct Shape {
  std::int64_t kept_percent;  ///< of the grid's links
  std::int64_t longest_chain;
  Amount least, most;
};

/// A square of junctions whose kept neighbours are joined by chains; the ends of the journey are
/// the regions (a twentieth of the width) at the two sides.
Instance junction_square(std::uint32_t side, Shape shape, std::uint64_t seed) {
  Random random(seed);
  Instance made;
  made.vertices = side * side + 2;
  made.source = side * side;
  made.sink = side * side + 1;
  for (std::uint32_t y = 0; y < side; ++y)
    for (std::uint32_t x = 0; x < side; ++x) {
      Vertex const v = y * side + x;
      for (Vertex w : {x + 1 < side ? v + 1 : v, y + 1 < side ? v + side : v}) {
        if (w == v || random.between(1, 100) > shape.kept_percent) continue;
        Amount const scale = random.between(1, 3);
        add_chain(made, v, w, random.between(1, shape.longest_chain), scale * shape.least,
                  scale * shape.most, random);
      }
    }
  std::uint32_t const region = std::max(1U, side / 20);
  for (std::uint32_t y = 0; y < side; ++y)
    for (std::uint32_t x = 0; x < region; ++x) {
      made.edges.push_back({made.source, y * side + x, 1'000'000'000, 0});
      made.edges.push_back({y * side + side - 1 - x, made.sink, 1'000'000'000, 0});
    }
  return made;
}

std::uint32_t root(double of) { return static_cast<std::uint32_t>(std::sqrt(of)); }

}  // namespace

Instance road(std::uint32_t junctions, std::uint64_t seed) {
  Instance made = junction_square(root(junctions), {75, 5, 500, 1500}, seed);
  made.name = "road-" + std::to_string(made.edges.size());
  return made;
}

Instance rail(std::uint32_t junctions, std::uint64_t seed) {
  Instance made = junction_square(root(junctions), {62, 19, 30, 80}, seed);
  made.name = "rail-" + std::to_string(made.edges.size());
  return made;
}

Instance corridor_chains(std::uint32_t chains, std::uint32_t length, std::uint32_t cross,
                         std::uint64_t seed) {
  Random random(seed);
  Instance made{"corridor-" + std::to_string(chains) + "x" + std::to_string(length),
                chains * length + 2,
                chains * length,
                chains * length + 1,
                {}};
  for (std::uint32_t c = 0; c < chains; ++c) {
    made.edges.push_back({made.source, c * length, 1'000'000, 0});
    for (std::uint32_t i = 0; i + 1 < length; ++i) {
      add_both_ways(made, c * length + i, c * length + i + 1, random.between(1, 10'000));
    }
    made.edges.push_back({c * length + length - 1, made.sink, 1'000'000, 0});
  }
  auto const last = std::int64_t{chains} * length - 1;
  for (std::uint32_t i = 0; i < cross; ++i) {
    auto const tail = static_cast<Vertex>(random.between(0, last));
    Vertex head = tail;
    while (head == tail) head = static_cast<Vertex>(random.between(0, last));
    made.edges.push_back({tail, head, random.between(1, 10'000), 0});
  }
  return made;
}

Instance time_expanded(std::uint32_t nodes, std::uint32_t slots, std::uint64_t seed) {
  Random random(seed);
  Instance base = corridor_chains(4, nodes / 4, nodes, seed);
  Vertex const n = nodes / 4 * 4;
  Instance made{"time-" + std::to_string(nodes) + "x" + std::to_string(slots),
                n * slots + 2,
                n * slots,
                n * slots + 1,
                {}};
  std::vector<std::uint32_t> duration(base.edges.size());
  for (auto& d : duration) d = static_cast<std::uint32_t>(random.between(1, 6));
  std::vector<Amount> storage(n);
  for (auto& s : storage) s = random.between(1'000, 30'000);
  for (std::uint32_t t = 0; t < slots; ++t) {
    for (std::size_t e = 0; e < base.edges.size(); ++e) {
      Edge const& edge = base.edges[e];
      Amount const capacity = edge.capacity * random.between(50, 100) / 100;
      if (edge.tail == base.source)
        made.edges.push_back({made.source, t * n + edge.head, edge.capacity, 0});
      else if (edge.head == base.sink)
        made.edges.push_back({t * n + edge.tail, made.sink, edge.capacity, 0});
      else if (t + duration[e] < slots)
        made.edges.push_back({t * n + edge.tail, (t + duration[e]) * n + edge.head, capacity, 0});
    }
    if (t + 1 == slots) break;
    for (Vertex v = 0; v < n; ++v)
      made.edges.push_back({t * n + v, (t + 1) * n + v, storage[v], 0});
  }
  return made;
}

std::vector<Family> const& families() {
  static std::vector<Family> const all{
      {"genrmf-long", 6,
       [](std::size_t i, std::uint64_t seed) {
         constexpr std::array<std::array<std::uint32_t, 2>, 6> kSizes{
             {{10, 91}, {11, 128}, {13, 181}, {16, 256}, {19, 362}, {23, 512}}};
         return genrmf(kSizes[i][0], kSizes[i][1], seed);
       }},
      {"genrmf-wide", 6,
       [](std::size_t i, std::uint64_t seed) {
         constexpr std::array<std::array<std::uint32_t, 2>, 6> kSizes{
             {{37, 6}, {49, 7}, {64, 8}, {85, 9}, {111, 10}, {147, 12}}};
         return genrmf(kSizes[i][0], kSizes[i][1], seed);
       }},
      {"rlg-long", 6, [](std::size_t i, std::uint64_t seed) { return rlg(64, 256U << i, seed); }},
      {"rlg-wide", 6, [](std::size_t i, std::uint64_t seed) { return rlg(256U << i, 64, seed); }},
      {"grid", 6,
       [](std::size_t i, std::uint64_t seed) {
         constexpr std::array<std::uint32_t, 6> kSides{88, 125, 177, 250, 354, 501};
         return grid(kSides[i], seed);
       }},
      {"acyclic-dense", 6,
       [](std::size_t i, std::uint64_t seed) { return acyclic_dense(64U << i, seed); }},
      {"dinic-bad", 6, [](std::size_t i, std::uint64_t) { return dinic_bad(16'384U << i); }},
      {"road", 6, [](std::size_t i, std::uint64_t seed) { return road(7'500U << i, seed); }},
      {"rail", 6, [](std::size_t i, std::uint64_t seed) { return rail(2'750U << i, seed); }},
      {"time-expanded", 6,
       [](std::size_t i, std::uint64_t seed) { return time_expanded(200, 50U << i, seed); }},
      {"corridor-small", 1,
       [](std::size_t, std::uint64_t seed) { return corridor_chains(5, 24, 440, seed); }},
      {"network-400", 1,
       [](std::size_t, std::uint64_t seed) { return corridor_chains(8, 50, 220, seed); }},
  };
  return all;
}

}  // namespace corridor::families
