#include "corridor/analysis/criticality.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "analysis/criticality_elements.h"
#include "analysis/criticality_flow.h"

namespace corridor {

std::string_view name_of(FailureKind kind) {
  switch (kind) {
    case FailureKind::link:
      return "link";
    case FailureKind::transfer:
      return "transfer";
    case FailureKind::passage:
      return "passage";
    case FailureKind::node:
      return "node";
    case FailureKind::country:
      break;
  }
  return "country";
}

std::string_view name_of(GroupKind kind) { return kind == GroupKind::series ? "series" : "twins"; }

std::string id_of(Network const& network, Graph const&, Failure const& failure) {
  switch (failure.kind) {
    case FailureKind::link:
      return network.links[LinkId(failure.index)].id;
    case FailureKind::transfer:
      return id_of(network, ElementRef{ElementKind::transfer, failure.index});
    case FailureKind::passage: {
      auto const& mode = network.modes[failure.mode].id;
      auto const node = network.passages[PassageId(failure.index)].node;
      return network.nodes[node].id + ":" + mode + ">" + mode;
    }
    case FailureKind::node:
      return network.nodes[NodeId(failure.index)].id;
    case FailureKind::country:
      break;
  }
  return network.nodes[NodeId(failure.index)].country;
}

flow::Failures failures_of(Graph const& graph, Flow const& flow) {
  auto const throughput = flow.throughput.parts();
  std::vector<flow::Edge> edges;
  std::vector<flow::Amount> flows;
  edges.reserve(graph.arc_count());
  flows.reserve(graph.arc_count());
  for (ArcId const a : graph.columns().tail.ids()) {
    auto const limit = graph.capacity(a);
    auto const capacity =
        limit.unlimited() ? throughput : std::min(throughput, limit.capacity().parts());
    edges.push_back({graph.tail(a).index(), graph.head(a).index(), capacity, 0});
    flows.push_back(flow.on[a].parts());
  }
  return {{static_cast<flow::Vertex>(graph.vertex_count()), graph.origin().index(),
           graph.destination().index(), edges},
          flows,
          throughput};
}

std::vector<flow::EdgeIndex> edges_of(std::vector<ArcId> const& arcs) {
  std::vector<flow::EdgeIndex> edges(arcs.size());
  std::transform(arcs.begin(), arcs.end(), edges.begin(), [](ArcId a) { return a.index(); });
  return edges;
}

namespace {

FailureLoss with_loss(Failure failure, Flow const& flow, Capacity loss) {
  bool const isolating = loss == flow.throughput;
  return {std::move(failure), flow.throughput - loss, loss, isolating, std::nullopt};
}

/// Places in the order of their losses, the worst first.
std::vector<std::size_t> worst_first(std::vector<Capacity> const& losses) {
  std::vector<std::size_t> order(losses.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return losses[a] > losses[b]; });
  return order;
}

/// Ends and capacities of a link's arcs: equal for links that could be exchanged.
using Likeness = std::vector<std::tuple<VertexId, VertexId, std::int64_t>>;

Likeness likeness(Graph const& graph, Failure const& failure) {
  Likeness likeness;
  for (ArcId const a : failure.arcs) {
    auto const limit = graph.capacity(a);
    likeness.emplace_back(graph.tail(a), graph.head(a),
                          limit.unlimited() ? -1 : limit.capacity().parts());
  }
  std::sort(likeness.begin(), likeness.end());
  return likeness;
}

class Grouping {
 public:
  Grouping(Graph const& graph, std::vector<FailureLoss> const& elements)
      : graph_(graph), elements_(elements) {}

  /// Elements in series have the same entry in `series`.
  std::vector<FailureGroup> groups(std::vector<std::size_t> const& series) {
    add_equal(GroupKind::series, everything(), [&](std::size_t i) { return series[i]; });
    std::vector<std::size_t> single;
    for (std::size_t const i : everything()) {
      if (!grouped_[i] && elements_[i].failure.kind == FailureKind::link) single.push_back(i);
    }
    std::vector<Likeness> alike(elements_.size());
    for (std::size_t const i : single) alike[i] = likeness(graph_, elements_[i].failure);
    add_equal(GroupKind::twins, single, [&](std::size_t i) { return alike[i]; });
    std::sort(groups_.begin(), groups_.end(), [](FailureGroup const& a, FailureGroup const& b) {
      return a.elements.front() < b.elements.front();
    });
    return std::move(groups_);
  }

 private:
  /// Places of what loses something.
  std::vector<std::size_t> everything() {
    grouped_.resize(elements_.size(), false);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      if (elements_[i].loss > Capacity()) places.push_back(i);
    }
    return places;
  }

  template <class Key>
  void add_equal(GroupKind kind, std::vector<std::size_t> places, Key const& key) {
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    for (auto first = places.begin(); first != places.end();) {
      auto const last =
          std::find_if(first, places.end(), [&](std::size_t i) { return key(i) != key(*first); });
      if (last - first > 1) {
        groups_.push_back({kind, elements_[*first].loss, {first, last}});
        for (auto i = first; i != last; ++i) grouped_[*i] = true;
      }
      first = last;
    }
  }

  Graph const& graph_;
  std::vector<FailureLoss> const& elements_;
  std::vector<bool> grouped_;
  std::vector<FailureGroup> groups_;
};

std::vector<FailureLoss> country_losses(Network const& network, Graph const& graph,
                                        Flow const& flow) {
  auto countries = countries_of(network, graph);
  std::vector<Capacity> losses;
  losses.reserve(countries.size());
  for (Failure const& country : countries) {
    auto capacity = graph.columns().capacity;
    for (ArcId const a : country.arcs) capacity[a] = Capacity();
    bool const idle = std::all_of(country.arcs.begin(), country.arcs.end(),
                                  [&](ArcId a) { return flow.on[a] == Capacity(); });
    losses.push_back(idle ? Capacity() : flow.throughput - max_flow(graph, capacity).throughput);
  }
  std::vector<FailureLoss> answer;
  answer.reserve(countries.size());
  for (std::size_t const i : worst_first(losses)) {
    answer.push_back(with_loss(std::move(countries[i]), flow, losses[i]));
  }
  return answer;
}

}  // namespace

Criticality criticality(Network const& network, Graph const& graph, Flow const& flow) {
  Criticality answer;
  if (!flow.bounded) return answer;
  auto elements = elements_of(network, graph);
  auto const series = series_of(network, graph, elements);
  auto failures = failures_of(graph, flow);
  std::vector<Capacity> losses(elements.size());
  std::vector<flow::EdgeIndex> edges;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (series[i] != i) {
      losses[i] = losses[series[i]];
      continue;
    }
    edges.clear();
    for (ArcId const a : elements[i].arcs) edges.push_back(a.index());
    losses[i] = Capacity::of_parts(failures.loss(edges));
  }
  answer.searches = failures.searches();

  std::vector<std::size_t> series_by_place;
  answer.elements.reserve(elements.size());
  for (std::size_t const i : worst_first(losses)) {
    answer.elements.push_back(with_loss(std::move(elements[i]), flow, losses[i]));
    series_by_place.push_back(series[i]);
  }
  answer.groups = Grouping(graph, answer.elements).groups(series_by_place);
  for (std::size_t g = 0; g < answer.groups.size(); ++g) {
    for (std::size_t const i : answer.groups[g].elements) answer.elements[i].group = g;
  }
  answer.countries = country_losses(network, graph, flow);
  return answer;
}

}  // namespace corridor
