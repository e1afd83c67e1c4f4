#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "flow/push_relabel.h"

namespace corridor::flow {
namespace {

/// Walks stranded excess back along the arcs that brought it. A depth-first search against the flow
/// cancels every cycle it closes (Cherkassky & Goldberg 1997, stage two); what is left of the flow
/// behind the stranded vertices is acyclic, and one sweep in search order empties them.
class SecondPhase {
 public:
  SecondPhase(Network const& network, Workspace& work)
      : network_(network),
        first_(network.first.data()),
        arcs_(work.arcs.data()),
        vertices_(work.vertices.data()),
        colour_(work.labels.data()),
        parent_(work.active.data()),
        order_(work.queue.data()) {}

  void run() {
    Vertex const n = network_.vertices();
    for (Vertex v = 0; v < n; ++v) {
      colour_[v] = kUnseen;
      vertices_[v].current = first_[v];
    }
    colour_[network_.source] = kDone;
    colour_[network_.sink] = kDone;
    for (Vertex v = 0; v < n; ++v)
      if (vertices_[v].excess > 0 && colour_[v] == kUnseen) search(v);
    while (finished_ > 0) empty(order_[--finished_]);
  }

 private:
  static constexpr std::uint32_t kUnseen = 0;
  static constexpr std::uint32_t kOnPath = 1;
  static constexpr std::uint32_t kDone = 2;

  /// What flows into v over the pair of its arc a: v sees it as residual beyond capacity.
  Amount inflow(ArcIndex a) const { return arcs_[a].residual - network_.arcs[a].residual; }

  void cancel(ArcIndex a, Amount amount) { push(arcs_, a, amount); }

  void search(Vertex root) {
    parent_[root] = kNone;
    colour_[root] = kOnPath;
    Vertex v = root;
    while (v != kNone) {
      ArcIndex& at = vertices_[v].current;
      if (at == first_[v + std::size_t{1}]) {
        colour_[v] = kDone;
        order_[finished_++] = v;
        v = parent_[v];
        if (v != kNone) ++vertices_[v].current;
        continue;
      }
      Vertex const w = arcs_[at].head;
      if (inflow(at) <= 0 || colour_[w] == kDone) {
        ++at;
      } else if (colour_[w] == kUnseen) {
        colour_[w] = kOnPath;
        parent_[w] = v;
        v = w;
      } else {
        v = cancel_cycle(v, w);
      }
    }
  }

  /// The path runs from w to v by current arcs, and v's leads to w. Returns where the search goes
  /// on: the first vertex of the path whose current arc is now empty; those behind are unseen
  /// again.
  Vertex cancel_cycle(Vertex v, Vertex w) {
    Amount least = inflow(vertices_[v].current);
    for (Vertex u = v; u != w;) {
      u = parent_[u];
      least = std::min(least, inflow(vertices_[u].current));
    }
    Vertex resume = v;
    for (Vertex u = v;; u = parent_[u]) {
      cancel(vertices_[u].current, least);
      if (inflow(vertices_[u].current) == 0) resume = u;
      if (u == w) break;
    }
    for (Vertex u = v; u != resume; u = parent_[u]) colour_[u] = kUnseen;
    return resume;
  }

  void empty(Vertex v) {
    VertexState& state = vertices_[v];
    for (ArcIndex a = first_[v]; state.excess > 0 && a < first_[v + std::size_t{1}]; ++a) {
      Amount const in = inflow(a);
      if (in <= 0) continue;
      Amount const amount = std::min(in, state.excess);
      cancel(a, amount);
      state.excess -= amount;
      vertices_[arcs_[a].head].excess += amount;
    }
  }

  Network const& network_;
  ArcIndex const* first_;
  Arc* arcs_;
  VertexState* vertices_;
  std::uint32_t* colour_;
  Vertex* parent_;
  Vertex* order_;
  std::size_t finished_ = 0;
};

}  // namespace

void return_excess(Network const& network, Workspace& work) {
  if (!work.conserved) SecondPhase(network, work).run();
}

}  // namespace corridor::flow
