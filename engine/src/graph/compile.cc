#include "corridor/graph/compile.h"

#include <bit>
#include <utility>

#include "graph/counting_sort.h"
#include "graph/mode_pairs.h"
#include "graph/obstacles.h"
#include "graph/topology.h"

namespace corridor {
namespace {

/// Which arcs go in: those of the question, or also those that an obstacle keeps out of it.
enum class Scope { question, relaxed };

/// An arc before it has its place among the others.
struct LooseArc {
  VertexId tail, head;
  std::uint32_t element;
  ArcKind kind;
  Obstacles obstacles;
};

/// Builds one graph: vertices by (node, mode), then loose arcs in file order, then a stable sort
/// by tail, then the columns.
///
/// Obstacles of a node stand on the arcs inside it (passage, transfer, start, end): whatever
/// visits the node uses exactly one of them, so a visit to a closed node is one obstacle.
class Assembly {
 public:
  Assembly(Network const& network, Question const& question, Scope scope)
      : network_(network),
        scope_(scope),
        finder_(network, question),
        links_(links_within()),
        pairs_(network, links_) {
    arcs_.reserve(2 * links_.size() + pairs_.size() + network.transfers.size() + 16);
    add_terminals(question.from, ArcKind::start);
    add_links();
    for (NodeId const node : network.nodes.ids()) add_inside(node);
    add_terminals(question.to, ArcKind::end);
  }

  RelaxedGraph finish() const {
    auto const order = sorted_by_key(first_numbers(arcs_.size()), pairs_.vertex_count(),
                                     [&](std::uint32_t a) { return arcs_[a].tail.index(); });
    Graph::Columns columns = vertex_columns();
    fill_ends(order, columns);
    fill_figures(order, columns);
    auto topology =
        std::make_shared<Graph::Topology const>(columns.tail, columns.head, pairs_.vertex_count());
    RelaxedGraph relaxed{Graph(std::move(columns), std::move(topology)), {}, {}};
    if (scope_ == Scope::relaxed) fill_obstacles(order, relaxed);
    return relaxed;
  }

 private:
  std::vector<LinkId> links_within() const {
    std::vector<LinkId> kept;
    kept.reserve(network_.links.size());
    for (LinkId const link : network_.links.ids()) {
      if (scope_ == Scope::relaxed || !obstacles_with_ends(link).any()) kept.push_back(link);
    }
    return kept;
  }

  Obstacles obstacles_with_ends(LinkId id) const {
    Obstacles found = finder_.of(id);
    found |= finder_.of(network_.links[id].from);
    found |= finder_.of(network_.links[id].to);
    return found;
  }

  void add(LooseArc const& arc) {
    if (scope_ == Scope::relaxed || !arc.obstacles.any()) arcs_.push_back(arc);
  }

  void add_links() {
    for (std::size_t k = 0; k < links_.size(); ++k) {
      Obstacles const obstacles = finder_.of(links_[k]);
      std::uint32_t const from = pairs_.from_of(k);
      std::uint32_t const to = pairs_.to_of(k);
      std::uint32_t const element = links_[k].index();
      add({ModePairs::departure(from), ModePairs::arrival(to), element, ArcKind::link, obstacles});
      if (!network_.links[links_[k]].both_ways) continue;
      add({ModePairs::departure(to), ModePairs::arrival(from), element, ArcKind::link, obstacles});
    }
  }

  /// Passages first, then transfers in file order, then those that are missing.
  void add_inside(NodeId node) {
    std::uint32_t const first = pairs_.first(node);
    std::uint32_t const last = pairs_.last(node);
    if (first == last) return;
    Obstacles const obstacles = finder_.of(node);
    for (std::uint32_t pair = first; pair < last; ++pair) add_passage(node, pair, obstacles);
    for (TransferId const id : network_.nodes[node].transfers) add_transfer(id, obstacles);
    if (scope_ == Scope::relaxed && last - first > 1) add_missing_transfers(node, obstacles);
  }

  void add_passage(NodeId node, std::uint32_t pair, Obstacles obstacles) {
    std::uint32_t element = Graph::kNoElement;
    if (auto const& passage = network_.nodes[node].passage) {
      element = passage->index();
      obstacles |= ObstacleFinder::of(network_.passages[*passage].element.figures);
    }
    add({ModePairs::arrival(pair), ModePairs::departure(pair), element, ArcKind::passage,
         obstacles});
  }

  void add_transfer(TransferId id, Obstacles obstacles) {
    Transfer const& transfer = network_.transfers[id];
    auto const from = pairs_.find(transfer.node, transfer.from);
    auto const to = pairs_.find(transfer.node, transfer.to);
    if (!from || !to) return;
    obstacles |= ObstacleFinder::of(transfer.element.figures);
    add({ModePairs::arrival(*from), ModePairs::departure(*to), id.index(), ArcKind::transfer,
         obstacles});
    if (!transfer.both_ways) return;
    add({ModePairs::arrival(*to), ModePairs::departure(*from), id.index(), ArcKind::transfer,
         obstacles});
  }

  void add_missing_transfers(NodeId node, Obstacles obstacles) {
    obstacles.add(Obstacle::no_transfer);
    for (std::uint32_t from = pairs_.first(node); from < pairs_.last(node); ++from) {
      for (std::uint32_t to = pairs_.first(node); to < pairs_.last(node); ++to) {
        if (from == to) continue;
        if (find_transfer(network_, node, pairs_[from].mode, pairs_[to].mode)) continue;
        add({ModePairs::arrival(from), ModePairs::departure(to), Graph::kNoElement,
             ArcKind::transfer, obstacles});
      }
    }
  }

  /// Starts or ends at the named nodes, in order of their vertices, each once.
  void add_terminals(std::vector<NodeId> const& nodes, ArcKind kind) {
    std::vector<bool> named(network_.nodes.size(), false);
    for (NodeId const node : nodes) named[node.index()] = true;
    for (NodeId const node : network_.nodes.ids()) {
      if (!named[node.index()]) continue;
      Obstacles const obstacles = finder_.of(node);
      for (std::uint32_t pair = pairs_.first(node); pair < pairs_.last(node); ++pair) {
        if (kind == ArcKind::start) {
          add({kOrigin, ModePairs::departure(pair), Graph::kNoElement, kind, obstacles});
        } else {
          add({ModePairs::arrival(pair), kDestination, Graph::kNoElement, kind, obstacles});
        }
      }
    }
  }

  Graph::Columns vertex_columns() const {
    Graph::Columns columns;
    columns.vertex_kind = Table<VertexId, VertexKind>(pairs_.vertex_count());
    columns.node = Table<VertexId, NodeId>(pairs_.vertex_count());
    columns.mode = Table<VertexId, ModeId>(pairs_.vertex_count());
    columns.vertex_kind[kOrigin] = VertexKind::origin;
    columns.vertex_kind[kDestination] = VertexKind::destination;
    for (std::uint32_t pair = 0; pair < pairs_.size(); ++pair) {
      columns.vertex_kind[ModePairs::arrival(pair)] = VertexKind::arrival;
      columns.vertex_kind[ModePairs::departure(pair)] = VertexKind::departure;
      for (VertexId const v : {ModePairs::arrival(pair), ModePairs::departure(pair)}) {
        columns.node[v] = pairs_[pair].node;
        columns.mode[v] = pairs_[pair].mode;
      }
    }
    return columns;
  }

  void fill_ends(std::vector<std::uint32_t> const& order, Graph::Columns& columns) const {
    columns.tail.reserve(order.size());
    columns.head.reserve(order.size());
    columns.kind.reserve(order.size());
    columns.element.reserve(order.size());
    for (std::uint32_t const a : order) {
      columns.tail.push_back(arcs_[a].tail);
      columns.head.push_back(arcs_[a].head);
      columns.kind.push_back(arcs_[a].kind);
      columns.element.push_back(arcs_[a].element);
    }
  }

  void fill_figures(std::vector<std::uint32_t> const& order, Graph::Columns& columns) const {
    columns.length.reserve(order.size());
    columns.time.reserve(order.size());
    columns.cost.reserve(order.size());
    columns.emissions.reserve(order.size());
    columns.capacity.reserve(order.size());
    Figures const free_and_unlimited;
    for (std::uint32_t const a : order) {
      Figures const* const own = figures_of(arcs_[a]);
      Figures const& figures = own == nullptr ? free_and_unlimited : *own;
      columns.length.push_back(figures.length);
      columns.time.push_back(time_with_wait(figures));
      columns.cost.push_back(figures.cost);
      columns.emissions.push_back(figures.emissions);
      columns.capacity.push_back(figures.capacity);
    }
  }

  Figures const* figures_of(LooseArc const& arc) const {
    if (arc.element == Graph::kNoElement) return nullptr;
    if (arc.kind == ArcKind::link) return &network_.links[LinkId(arc.element)].element.figures;
    if (arc.kind == ArcKind::transfer) {
      return &network_.transfers[TransferId(arc.element)].element.figures;
    }
    return &network_.passages[PassageId(arc.element)].element.figures;
  }

  void fill_obstacles(std::vector<std::uint32_t> const& order, RelaxedGraph& relaxed) const {
    relaxed.obstacle.reserve(order.size());
    relaxed.obstacles.reserve(order.size());
    for (std::uint32_t const a : order) {
      std::uint8_t const bits = arcs_[a].obstacles.bits();
      relaxed.obstacle.push_back(bits == 0 ? Obstacle::none
                                           : static_cast<Obstacle>(std::countr_zero(bits) + 1));
      relaxed.obstacles.push_back(bits);
    }
  }

  static constexpr VertexId kOrigin{0};
  static constexpr VertexId kDestination{1};

  Network const& network_;
  Scope scope_;
  ObstacleFinder finder_;
  std::vector<LinkId> links_;
  ModePairs pairs_;
  std::vector<LooseArc> arcs_;
};

}  // namespace

Graph compile(Network const& network, Question const& question) {
  return Assembly(network, question, Scope::question).finish().graph;
}

RelaxedGraph compile_relaxed(Network const& network, Question const& question) {
  return Assembly(network, question, Scope::relaxed).finish();
}

}  // namespace corridor
