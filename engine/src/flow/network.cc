#include "flow/network.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <stdexcept>
#include <utility>

namespace corridor::flow {
namespace {

/// The total with one more capacity, if that one is limited.
Amount add_limited(Amount total, Amount capacity, Amount unlimited) {
  if (capacity >= unlimited) return total;
  if (capacity > kMaxTotal - total)
    throw std::overflow_error("flow: the capacities add up to more than 2^62");
  return total + capacity;
}

void check(Problem const& problem) {
  if (problem.source >= problem.vertices || problem.sink >= problem.vertices)
    throw std::invalid_argument("flow: a terminal is out of range");
  if (problem.source == problem.sink) throw std::invalid_argument("flow: source and sink are one");
  if (problem.edges.size() > kMaxArcs / 2) throw std::overflow_error("flow: too many edges");
  Amount total = 0;
  for (Edge const& edge : problem.edges) {
    if (edge.tail >= problem.vertices || edge.head >= problem.vertices)
      throw std::invalid_argument("flow: an edge ends out of range");
    if (edge.capacity < 0 || edge.reverse_capacity < 0)
      throw std::invalid_argument("flow: a capacity is negative");
    total = add_limited(total, edge.capacity, problem.unlimited);
    total = add_limited(total, edge.reverse_capacity, problem.unlimited);
  }
}

/// The two ends of every edge as compressed rows: row v lists the edges at v.
struct Incidence {
  std::vector<std::uint32_t> first;
  std::vector<EdgeIndex> edge;
};

Incidence incidence(Problem const& problem, Bundles bundles) {
  auto const has_no_arcs = [bundles](Edge const& edge) {
    if (edge.tail == edge.head) return true;
    return bundles == Bundles::merged && edge.capacity == 0 && edge.reverse_capacity == 0;
  };
  Incidence rows;
  rows.first.assign(problem.vertices + std::size_t{1}, 0);
  for (Edge const& edge : problem.edges) {
    if (has_no_arcs(edge)) continue;
    ++rows.first[edge.tail + std::size_t{1}];
    ++rows.first[edge.head + std::size_t{1}];
  }
  for (std::size_t v = 0; v < problem.vertices; ++v) rows.first[v + 1] += rows.first[v];
  rows.edge.resize(rows.first.back());
  std::vector<std::uint32_t> fill(rows.first.begin(), rows.first.end() - 1);
  for (EdgeIndex e = 0; e < problem.edges.size(); ++e) {
    Edge const& edge = problem.edges[e];
    if (has_no_arcs(edge)) continue;
    rows.edge[fill[edge.tail]++] = e;
    rows.edge[fill[edge.head]++] = e;
  }
  return rows;
}

/// Without a branch: which end v is has no pattern that a processor could foresee.
Vertex other_end(Edge const& edge, Vertex v) { return edge.tail ^ edge.head ^ v; }

/// The caller's vertices in breadth-first order from `root`, unreached ones last.
std::vector<Vertex> breadth_first(Problem const& problem, Incidence const& rows, Vertex root) {
  std::vector<Vertex> order;
  order.reserve(problem.vertices);
  std::vector<char> seen(problem.vertices, 0);
  order.push_back(root);
  seen[root] = 1;
  for (std::size_t i = 0; i < order.size(); ++i) {
    Vertex const v = order[i];
    for (std::uint32_t k = rows.first[v]; k < rows.first[v + std::size_t{1}]; ++k) {
      Vertex const w = other_end(problem.edges[rows.edge[k]], v);
      if (seen[w]) continue;
      seen[w] = 1;
      order.push_back(w);
    }
  }
  for (Vertex v = 0; v < problem.vertices; ++v)
    if (!seen[v]) order.push_back(v);
  return order;
}

/// Row v of the answer holds v's edges sorted by the number of their other end: visiting the
/// vertices in their order and dealing each one's edges to the other ends is a counting sort.
Incidence sorted_rows(Problem const& problem, Incidence const& rows, Network const& network,
                      std::vector<Vertex> const& order) {
  Incidence sorted;
  sorted.first.assign(problem.vertices + std::size_t{1}, 0);
  for (Vertex i = 0; i < problem.vertices; ++i) {
    Vertex const v = order[i];
    sorted.first[i + std::size_t{1}] =
        sorted.first[i] + (rows.first[v + std::size_t{1}] - rows.first[v]);
  }
  sorted.edge.resize(rows.edge.size());
  std::vector<std::uint32_t> fill(sorted.first.begin(), sorted.first.end() - 1);
  for (Vertex v : order)
    for (std::uint32_t k = rows.first[v]; k < rows.first[v + std::size_t{1}]; ++k) {
      EdgeIndex const e = rows.edge[k];
      sorted.edge[fill[network.number_of[other_end(problem.edges[e], v)]]++] = e;
    }
  return sorted;
}

/// A bundle's capacity with one more edge; no limit and anything is no limit.
Amount with_more(Amount capacity, Amount more, Amount unlimited) {
  return more >= unlimited - capacity ? unlimited : capacity + more;
}

/// Makes two arcs the halves of a pair.
void join(std::vector<Arc>& arcs, ArcIndex a, ArcIndex b) {
  constexpr ArcIndex kPosition = kMaxArcs - 1;
  arcs[a].reverse = b & kPosition;
  arcs[b].reverse = a & kPosition;
  arcs[a].room_back = arcs[b].residual > 0;
  arcs[b].room_back = arcs[a].residual > 0;
}

/// Lays out the arcs: one per edge end, or one per run of edges with the same other end.
void lay_out(Problem const& problem, Incidence const& sorted, std::vector<Vertex> const& order,
             Bundles bundles, Network& network) {
  std::vector<ArcIndex> arc_at_head(problem.edges.size(), kNone);
  bool const turned = network.direction == Direction::backward;
  network.arc_of_edge.assign(problem.edges.size(), kNone);
  network.first.assign(problem.vertices + std::size_t{1}, 0);
  // Merged arcs may leave the end of this unused, which never becomes resident memory.
  network.arcs.reserve(sorted.edge.size());
  for (Vertex v = 0; v < problem.vertices; ++v) {
    for (std::uint32_t k = sorted.first[v]; k < sorted.first[v + std::size_t{1}];) {
      Vertex const head = network.number_of[other_end(problem.edges[sorted.edge[k]], order[v])];
      std::uint32_t const run = k;
      auto const arc = static_cast<ArcIndex>(network.arcs.size());
      network.arcs.push_back({head, 0, 0, 0});
      do {
        EdgeIndex const e = sorted.edge[k++];
        Edge const& edge = problem.edges[e];
        bool const leaves = edge.tail == order[v];
        (leaves ? network.arc_of_edge : arc_at_head)[e] = arc;
        Amount& residual = network.arcs[arc].residual;
        residual = with_more(residual, leaves != turned ? edge.capacity : edge.reverse_capacity,
                             problem.unlimited);
      } while (bundles == Bundles::merged && k < sorted.first[v + std::size_t{1}] &&
               network.number_of[other_end(problem.edges[sorted.edge[k]], order[v])] == head);
      if (k - run > 1 && v < head) {
        network.bundle_edges.insert(network.bundle_edges.end(), sorted.edge.begin() + run,
                                    sorted.edge.begin() + k);
        network.bundle_first.push_back(static_cast<std::uint32_t>(network.bundle_edges.size()));
      }
    }
    network.first[v + std::size_t{1}] = static_cast<ArcIndex>(network.arcs.size());
  }
  for (EdgeIndex e = 0; e < problem.edges.size(); ++e) {
    ArcIndex const arc = network.arc_of_edge[e];
    if (arc == kNone) continue;
    join(network.arcs, arc, arc_at_head[e]);
  }
  if (bundles == Bundles::separate) return;
  network.edge_of_arc.assign(network.arcs.size(), kNone);
  for (EdgeIndex e = 0; e < problem.edges.size(); ++e) {
    ArcIndex const arc = network.arc_of_edge[e];
    if (arc == kNone) continue;
    network.edge_of_arc[arc] = e;
    network.edge_of_arc[network.arcs[arc].reverse] = e;
  }
  for (EdgeIndex const e : network.bundle_edges) {
    ArcIndex const arc = network.arc_of_edge[e];
    network.edge_of_arc[arc] = kNone;
    network.edge_of_arc[network.arcs[arc].reverse] = kNone;
  }
}

/// Hands the flow of a bundle's residual pair out to its edges.
void deal(Network const& network, std::span<Edge const> edges, std::span<Arc const> residuals,
          std::size_t bundle, std::vector<Amount>& flows) {
  std::span<EdgeIndex const> const members(
      network.bundle_edges.data() + network.bundle_first[bundle],
      network.bundle_edges.data() + network.bundle_first[bundle + 1]);
  ArcIndex const arc = network.arc_of_edge[members.front()];
  Amount const leaves = network.arcs[arc].residual - residuals[arc].residual;
  Amount const flow = network.direction == Direction::forward ? leaves : -leaves;
  Amount along = std::max<Amount>(0, flow);
  Amount against = std::max<Amount>(0, -flow);
  for (EdgeIndex const e : members) {
    bool const turned = network.arc_of_edge[e] != arc;
    Amount& out_left = turned ? against : along;
    Amount& in_left = turned ? along : against;
    Amount const out = std::min(out_left, edges[e].capacity);
    Amount const in = std::min(in_left, edges[e].reverse_capacity);
    out_left -= out;
    in_left -= in;
    flows[e] = out - in;
  }
}

}  // namespace

Network build_network(Problem const& problem, Direction direction, Bundles bundles) {
  check(problem);
  static std::atomic<std::uint64_t> built{0};
  Network network;
  network.id = ++built;
  network.direction = direction;
  network.unlimited = problem.unlimited;
  bool const turned = direction == Direction::backward;
  Vertex const root = turned ? problem.source : problem.sink;
  Incidence const rows = incidence(problem, bundles);
  std::vector<Vertex> const order = breadth_first(problem, rows, root);
  network.number_of.resize(problem.vertices);
  for (Vertex i = 0; i < problem.vertices; ++i) network.number_of[order[i]] = i;
  network.source = network.number_of[turned ? problem.sink : problem.source];
  network.sink = network.number_of[root];
  lay_out(problem, sorted_rows(problem, rows, network, order), order, bundles, network);
  return network;
}

namespace {

/// The flow of an edge that has its pair for itself.
Amount flow_alone(Network const& network, Edge const& edge, Amount residual) {
  return network.direction == Direction::backward
             ? residual - std::min(edge.reverse_capacity, network.unlimited)
             : std::min(edge.capacity, network.unlimited) - residual;
}

}  // namespace

std::vector<Amount> edge_flows(Network const& network, std::span<Edge const> edges,
                               std::span<Arc const> residuals, std::vector<Amount> flows) {
  flows.resize(edges.size());
  for (std::size_t e = 0; e < edges.size(); ++e) {
    ArcIndex const arc = network.arc_of_edge[e];
    flows[e] = arc == kNone ? 0 : flow_alone(network, edges[e], residuals[arc].residual);
  }
  for (std::size_t b = 0; b + 1 < network.bundle_first.size(); ++b)
    deal(network, edges, residuals, b, flows);
  return flows;
}

std::vector<Amount> edge_flows_of(Network const& network, std::span<Edge const> edges,
                                  std::span<Arc const> residuals, std::span<ArcIndex const> changed,
                                  std::vector<Amount> flows) {
  for (ArcIndex const a : changed) {
    EdgeIndex const e = network.edge_of_arc[a];
    if (e == kNone) continue;
    flows[e] = flow_alone(network, edges[e], residuals[network.arc_of_edge[e]].residual);
  }
  for (std::size_t b = 0; b + 1 < network.bundle_first.size(); ++b)
    deal(network, edges, residuals, b, flows);
  return flows;
}

}  // namespace corridor::flow
