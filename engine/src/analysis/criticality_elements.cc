#include "analysis/criticality_elements.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>

namespace corridor {
namespace {

NodeId node_at(Graph const& graph, VertexId v) { return graph.columns().node[v]; }

bool is_inside(Graph const& graph, ArcId a) {
  return graph.kind(a) == ArcKind::passage || graph.kind(a) == ArcKind::transfer;
}

/// By node: it is an origin or a destination.
std::vector<char> ends_of(Network const& network, Graph const& graph) {
  std::vector<char> ends(network.nodes.size(), 0);
  for (ArcId const a : graph.columns().tail.ids()) {
    if (graph.kind(a) == ArcKind::start) ends[node_at(graph, graph.head(a)).index()] = 1;
    if (graph.kind(a) == ArcKind::end) ends[node_at(graph, graph.tail(a)).index()] = 1;
  }
  return ends;
}

/// Collects arcs by the index of what they belong to.
class Drawer {
 public:
  Drawer(FailureKind kind, std::size_t size) : kind_(kind), place_(size, kNowhere) {}

  void add(std::uint32_t index, ArcId arc) {
    if (place_[index] == kNowhere) {
      place_[index] = made_.size();
      made_.push_back({kind_, index, ModeId(), {}});
    }
    made_[place_[index]].arcs.push_back(arc);
  }
  /// In the order of the file.
  void take_into(std::vector<Failure>& all) {
    std::sort(made_.begin(), made_.end(),
              [](Failure const& a, Failure const& b) { return a.index < b.index; });
    std::move(made_.begin(), made_.end(), std::back_inserter(all));
  }

 private:
  static constexpr std::size_t kNowhere = SIZE_MAX;
  FailureKind kind_;
  std::vector<std::size_t> place_;
  std::vector<Failure> made_;
};

}  // namespace

std::vector<Failure> elements_of(Network const& network, Graph const& graph) {
  auto const ends = ends_of(network, graph);
  Drawer links(FailureKind::link, network.links.size());
  Drawer transfers(FailureKind::transfer, network.transfers.size());
  Drawer nodes(FailureKind::node, network.nodes.size());
  std::vector<Failure> passages;
  for (ArcId const a : graph.columns().tail.ids()) {
    auto const element = graph.columns().element[a];
    if (graph.kind(a) == ArcKind::link) links.add(element, a);
    if (graph.kind(a) == ArcKind::transfer) transfers.add(element, a);
    if (graph.kind(a) == ArcKind::passage && element != Graph::kNoElement) {
      passages.push_back({FailureKind::passage, element, graph.columns().mode[graph.tail(a)], {a}});
    }
    auto const node = node_at(graph, graph.tail(a));
    if (is_inside(graph, a) && ends[node.index()] == 0) nodes.add(node.index(), a);
  }
  std::sort(passages.begin(), passages.end(), [](Failure const& a, Failure const& b) {
    return a.index != b.index ? a.index < b.index : a.mode < b.mode;
  });
  std::vector<Failure> all;
  links.take_into(all);
  transfers.take_into(all);
  std::move(passages.begin(), passages.end(), std::back_inserter(all));
  nodes.take_into(all);
  return all;
}

std::vector<Failure> countries_of(Network const& network, Graph const& graph) {
  std::map<std::string, std::size_t> place;
  std::vector<Failure> all;
  for (VertexId const v : graph.columns().node.ids()) {
    if (v.index() < 2) continue;
    auto const node = node_at(graph, v);
    auto const& country = network.nodes[node].country;
    if (country.empty()) continue;
    if (place.try_emplace(country, all.size()).second) {
      all.push_back({FailureKind::country, node.index(), ModeId(), {}});
    }
  }
  for (ArcId const a : graph.columns().tail.ids()) {
    if (graph.kind(a) == ArcKind::link) continue;
    auto const at = graph.kind(a) == ArcKind::start ? graph.head(a) : graph.tail(a);
    auto const& country = network.nodes[node_at(graph, at)].country;
    if (!country.empty()) all[place.at(country)].arcs.push_back(a);
  }
  return all;
}

namespace {

class Series {
 public:
  Series(Network const& network, Graph const& graph, std::vector<Failure> const& elements)
      : network_(network),
        graph_(graph),
        elements_(elements),
        ends_(ends_of(network, graph)),
        links_at_(network.nodes.size()),
        inside_at_(network.nodes.size()),
        partner_(graph.vertex_count(), kNoMode),
        first_(elements.size()) {
    std::iota(first_.begin(), first_.end(), std::size_t{0});
    for (std::size_t i = 0; i < elements.size(); ++i) note(i);
    for (ArcId const a : graph.columns().tail.ids()) {
      if (graph.kind(a) != ArcKind::transfer) continue;
      note_partner(graph.tail(a), graph.columns().mode[graph.head(a)]);
      note_partner(graph.head(a), graph.columns().mode[graph.tail(a)]);
    }
  }

  std::vector<std::size_t> run() && {
    for (NodeId const node : network_.nodes.ids()) {
      if (ends_[node.index()] == 0) join_at(node);
    }
    for (std::size_t i = 0; i < first_.size(); ++i) first_[i] = find(i);
    return std::move(first_);
  }

 private:
  static constexpr std::uint32_t kNoMode = UINT32_MAX;
  static constexpr std::uint32_t kSeveralModes = UINT32_MAX - 1;

  struct Links {
    std::uint32_t count = 0;
    std::array<std::size_t, 2> elements{};
  };

  void note(std::size_t i) {
    Failure const& failure = elements_[i];
    ArcId const a = failure.arcs.front();
    if (failure.kind != FailureKind::link) {
      inside_at_[node_at(graph_, graph_.tail(a)).index()].push_back(i);
      return;
    }
    for (VertexId const v : {graph_.tail(a), graph_.head(a)}) {
      auto& links = links_at_[node_at(graph_, v).index()];
      if (links.count < 2) links.elements[links.count] = i;
      ++links.count;
    }
  }

  std::size_t find(std::size_t i) {
    while (first_[i] != i) i = first_[i] = first_[first_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    first_[std::max(a, b)] = std::min(a, b);
  }

  LinkId link_of(std::size_t i) const { return LinkId(elements_[i].index); }

  void note_partner(VertexId v, ModeId mode) {
    auto& partner = partner_[v.index()];
    partner = partner == kNoMode || partner == mode.index() ? mode.index() : kSeveralModes;
  }

  /// Whether a shipment could gain by leaving `node`'s neighbour towards it and coming back: it
  /// changes into the link's mode and out of it again there, and not just back into the mode that
  /// it came by, for which a free passage would do.
  bool worth_turning(std::size_t i, NodeId node) const {
    Link const& link = network_.links[link_of(i)];
    auto const neighbour = link.from == node ? link.to : link.from;
    auto const arrival = graph_.vertex(neighbour, link.mode, VertexKind::arrival);
    auto const departure = graph_.vertex(neighbour, link.mode, VertexKind::departure);
    if (!arrival || !departure) return false;
    auto const into = partner_[departure->index()];
    auto const out_of = partner_[arrival->index()];
    if (into == kNoMode || out_of == kNoMode) return false;
    bool const back = into == out_of && into != kSeveralModes;
    return !back || network_.nodes[neighbour].passage.has_value();
  }

  void join_at(NodeId node) {
    auto const& inside = inside_at_[node.index()];
    join_same_arcs(inside);
    auto const& links = links_at_[node.index()];
    if (links.count != 2) return;
    auto const [a, b] = links.elements;
    if (worth_turning(a, node) || worth_turning(b, node)) return;
    join(a, b);
    for (std::size_t const i : inside) {
      if (elements_[i].kind == FailureKind::node) join(a, i);
    }
    if (auto const only =
            only_joint(inside, network_.links[link_of(a)].mode, network_.links[link_of(b)].mode)) {
      join(a, *only);
    }
  }

  /// The one passage or transfer between two modes, unless there are several or none.
  std::optional<std::size_t> only_joint(std::vector<std::size_t> const& inside, ModeId from,
                                        ModeId to) const {
    std::optional<std::size_t> only;
    for (std::size_t const i : inside) {
      Failure const& failure = elements_[i];
      bool joins = failure.kind == FailureKind::passage && from == to && failure.mode == from;
      if (failure.kind == FailureKind::transfer) {
        Transfer const& transfer = network_.transfers[TransferId(failure.index)];
        joins = (transfer.from == from && transfer.to == to) ||
                (transfer.from == to && transfer.to == from);
      }
      if (!joins) continue;
      if (only) return std::nullopt;
      only = i;
    }
    return only;
  }

  /// A node that is nothing but one passage or one transfer.
  void join_same_arcs(std::vector<std::size_t> const& inside) {
    for (std::size_t const node : inside) {
      if (elements_[node].kind != FailureKind::node) continue;
      for (std::size_t const other : inside) {
        if (other != node && elements_[other].arcs == elements_[node].arcs) join(other, node);
      }
    }
  }

  Network const& network_;
  Graph const& graph_;
  std::vector<Failure> const& elements_;
  std::vector<char> ends_;
  std::vector<Links> links_at_;                      // by node
  std::vector<std::vector<std::size_t>> inside_at_;  // by node: elements inside it
  std::vector<std::uint32_t> partner_;  // by vertex: the mode on the other side of its transfers
  std::vector<std::size_t> first_;      // union-find, the smallest place on top
};

}  // namespace

std::vector<std::size_t> series_of(Network const& network, Graph const& graph,
                                   std::vector<Failure> const& elements) {
  return Series(network, graph, elements).run();
}

}  // namespace corridor
