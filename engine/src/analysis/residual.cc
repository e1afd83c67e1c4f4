#include "analysis/residual.h"

#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/property_map/property_map.hpp>
#include <limits>
#include <stdexcept>

namespace corridor {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kOrigin = 0;
constexpr std::uint32_t kDestination = 1;
constexpr std::int64_t kMaxTotal = std::int64_t{1} << 62;

using Capacities = Table<ArcId, Limit>;

bool carries(Graph const& graph, Capacities const& capacity, ArcId a) {
  // Nothing is gained by returning to the origin, leaving the destination or standing still.
  return !capacity[a].zero() && graph.head(a) != graph.origin() &&
         graph.tail(a) != graph.destination() && graph.head(a) != graph.tail(a);
}

/// The arcs whose tail the origin reaches, in arc order.
std::vector<ArcId> arcs_from_origin(Graph const& graph, Capacities const& capacity) {
  auto const first = graph.first_out();
  std::vector<char> reached(graph.vertex_count(), 0);
  std::vector<VertexId> queue{graph.origin()};
  reached[graph.origin().index()] = 1;
  std::size_t count = 0;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    auto const v = queue[next].index();
    for (ArcId a(first[v]); a.index() < first[v + 1]; a = ArcId(a.index() + 1)) {
      if (!carries(graph, capacity, a)) continue;
      ++count;
      auto const head = graph.head(a);
      if (reached[head.index()] != 0) continue;
      reached[head.index()] = 1;
      queue.push_back(head);
    }
  }
  std::vector<ArcId> arcs;
  arcs.reserve(count);
  for (ArcId const a : graph.columns().tail.ids()) {
    if (reached[graph.tail(a).index()] != 0 && carries(graph, capacity, a)) arcs.push_back(a);
  }
  return arcs;
}

/// New numbers of the vertices that lie between origin and destination, kNone for the others.
/// Numbered by a breadth-first search from the destination, so that neighbours are near in memory.
struct Numbering {
  std::vector<std::uint32_t> number;
  std::uint32_t count = 0;
};

Numbering between_ends(Graph const& graph, std::vector<ArcId> const& arcs) {
  std::vector<std::uint32_t> first_in(graph.vertex_count() + 1, 0);
  for (ArcId const a : arcs) ++first_in[graph.head(a).index() + 1];
  for (std::size_t v = 1; v < first_in.size(); ++v) first_in[v] += first_in[v - 1];
  std::vector<VertexId> tails(arcs.size());
  auto place = first_in;
  for (ArcId const a : arcs) tails[place[graph.head(a).index()]++] = graph.tail(a);

  Numbering result{std::vector<std::uint32_t>(graph.vertex_count(), kNone), 2};
  result.number[graph.origin().index()] = kOrigin;
  result.number[graph.destination().index()] = kDestination;
  std::vector<VertexId> queue{graph.destination()};
  for (std::size_t next = 0; next < queue.size(); ++next) {
    auto const v = queue[next].index();
    for (auto i = first_in[v]; i < first_in[v + 1]; ++i) {
      auto const tail = tails[i];
      if (result.number[tail.index()] != kNone) continue;
      result.number[tail.index()] = result.count++;
      queue.push_back(tail);
    }
  }
  return result;
}

std::int64_t unlimited_amount(Capacities const& capacity, std::vector<Residual::Kept> const& kept) {
  std::int64_t total = 1;
  for (auto const& [arc, edge] : kept) {
    auto const limit = capacity[arc];
    if (limit.unlimited()) continue;
    if (__builtin_add_overflow(total, limit.capacity().parts(), &total) || total > kMaxTotal) {
      throw std::overflow_error("the capacities of the network add up to more than 2^62");
    }
  }
  return total;
}

}  // namespace

Residual::Residual(Graph const& graph, Table<ArcId, Limit> const& capacity) {
  auto const arcs = arcs_from_origin(graph, capacity);
  auto const [number, count] = between_ends(graph, arcs);

  std::vector<std::uint32_t> place(count + 1, 0);
  for (ArcId const a : arcs) {
    auto const tail = number[graph.tail(a).index()];
    auto const head = number[graph.head(a).index()];
    if (tail == kNone || head == kNone) continue;
    kept_.push_back({a, 0});
    ++place[tail + 1];
    ++place[head + 1];
  }
  for (std::size_t v = 1; v < place.size(); ++v) place[v] += place[v - 1];

  auto const unlimited = unlimited_amount(capacity, kept_);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends(2 * kept_.size());
  capacity_.assign(ends.size(), 0);
  reverse_.resize(ends.size());
  for (auto& [arc, edge] : kept_) {
    auto const tail = number[graph.tail(arc).index()];
    auto const head = number[graph.head(arc).index()];
    edge = place[tail]++;
    auto const back = place[head]++;
    ends[edge] = {tail, head};
    ends[back] = {head, tail};
    auto const limit = capacity[arc];
    capacity_[edge] = limit.unlimited() ? unlimited : limit.capacity().parts();
    reverse_[edge] = Edge(head, back);
    reverse_[back] = Edge(tail, edge);
  }
  residual_ = capacity_;
  graph_ = BoostGraph(boost::edges_are_sorted, ends.begin(), ends.end(), count);
}

void Residual::solve() {
  auto const edge_index = get(boost::edge_index, graph_);
  auto const vertex_index = get(boost::vertex_index, graph_);
  auto const capacity = boost::make_iterator_property_map(capacity_.begin(), edge_index);
  auto const residual = boost::make_iterator_property_map(residual_.begin(), edge_index);
  auto const reverse = boost::make_iterator_property_map(reverse_.begin(), edge_index);
  // Of Boost's three this is the fastest on networks of the size people describe by hand, by three
  // times (bench/README.md), and the only one that no sum of preflows can make overflow.
  boost::boykov_kolmogorov_max_flow(graph_, capacity, residual, reverse, vertex_index, kOrigin,
                                    kDestination);
}

std::vector<char> Residual::side(Side from) const {
  auto const start = from == Side::origin ? kOrigin : kDestination;
  std::vector<char> inside(num_vertices(graph_), 0);
  std::vector<std::uint32_t> queue{start};
  inside[start] = 1;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    auto const [edge, end] = out_edges(queue[next], graph_);
    for (auto e = edge; e != end; ++e) {
      auto const out = get(boost::edge_index, graph_, *e);
      auto const back = get(boost::edge_index, graph_, reverse_[out]);
      auto const open = residual_[from == Side::origin ? out : back] > 0;
      auto const neighbour = target(*e, graph_);
      if (!open || inside[neighbour] != 0) continue;
      inside[neighbour] = 1;
      queue.push_back(neighbour);
    }
  }
  return inside;
}

std::vector<ArcId> Residual::cut_at_origin() const {
  auto const inside = side(Side::origin);
  std::vector<ArcId> cut;
  for (auto const& [arc, edge] : kept_) {
    auto const back = reverse_[edge];
    if (inside[target(back, graph_)] != 0 && inside[source(back, graph_)] == 0) cut.push_back(arc);
  }
  return cut;
}

std::vector<ArcId> Residual::cut_at_destination() const {
  auto const inside = side(Side::destination);
  std::vector<ArcId> cut;
  for (auto const& [arc, edge] : kept_) {
    auto const back = reverse_[edge];
    if (inside[target(back, graph_)] == 0 && inside[source(back, graph_)] != 0) cut.push_back(arc);
  }
  return cut;
}

}  // namespace corridor
