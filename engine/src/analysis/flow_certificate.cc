// Deliberately plain and deliberately its own: nothing here is shared with the solver, so a mistake
// there cannot hide here.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corridor/analysis/certificate.h"
#include "corridor/base/int128.h"

namespace corridor {
namespace {

std::string text_of(ArcId a) { return "arc " + std::to_string(a.index()); }
std::string text_of(VertexId v) { return "vertex " + std::to_string(v.index()); }

/// Marks on arcs or vertices.
using Marks = std::vector<char>;

class Check {
 public:
  Check(Graph const& graph, Table<ArcId, Limit> const& capacity, Flow const& flow)
      : graph_(graph), capacity_(capacity), flow_(flow) {}

  std::string violation() {
    if (flow_.on.size() != graph_.arc_count()) return "a flow is missing for some arc";
    for (auto const check : {&Check::amounts, &Check::conservation, &Check::no_circulation,
                             &Check::bound, &Check::cuts}) {
      if (auto found = (this->*check)(); !found.empty()) return found;
    }
    return {};
  }

 private:
  std::string amounts() {
    for (ArcId const a : graph_.columns().tail.ids()) {
      if (flow_.on[a] < Capacity()) return text_of(a) + " carries less than nothing";
      if (!capacity_[a].unlimited() && flow_.on[a] > capacity_[a].capacity()) {
        return text_of(a) + " carries more than its capacity";
      }
    }
    return {};
  }

  std::string conservation() {
    std::vector<Int128> net_out(graph_.vertex_count(), 0);
    for (ArcId const a : graph_.columns().tail.ids()) {
      net_out[graph_.tail(a).index()] += flow_.on[a].parts();
      net_out[graph_.head(a).index()] -= flow_.on[a].parts();
    }
    auto const wanted = flow_.throughput.parts();
    if (net_out[graph_.origin().index()] != wanted) {
      return "what leaves the origin is not the throughput";
    }
    if (net_out[graph_.destination().index()] != -Int128(wanted)) {
      return "what reaches the destination is not the throughput";
    }
    for (VertexId const v : graph_.columns().node.ids()) {
      if (v != graph_.origin() && v != graph_.destination() && net_out[v.index()] != 0) {
        return text_of(v) + " does not pass on what it gets";
      }
    }
    return {};
  }

  /// Takes away vertex after vertex that nothing flows into; a cycle would remain.
  std::string no_circulation() {
    std::vector<std::uint32_t> flows_in(graph_.vertex_count(), 0);
    for (ArcId const a : graph_.columns().tail.ids()) {
      if (flow_.on[a] > Capacity()) ++flows_in[graph_.head(a).index()];
    }
    std::vector<std::uint32_t> free;
    for (std::uint32_t v = 0; v < flows_in.size(); ++v) {
      if (flows_in[v] == 0) free.push_back(v);
    }
    for (std::size_t next = 0; next < free.size(); ++next) {
      for (auto i = first_out(free[next]); i < first_out(free[next] + 1); ++i) {
        if (flow_.on[ArcId(i)] == Capacity()) continue;
        auto const head = graph_.head(ArcId(i)).index();
        if (--flows_in[head] == 0) free.push_back(head);
      }
    }
    return free.size() == graph_.vertex_count() ? "" : "something flows in a circle";
  }

  /// A bounded answer has cuts and no unlimited way, an unbounded one the reverse.
  std::string bound() {
    if (flow_.bounded) {
      return flow_.unlimited_way.empty() ? "" : "a bounded flow has an unlimited way";
    }
    if (!flow_.cut.empty() || !flow_.cut_at_destination.empty() || !flow_.unique_cut) {
      return "an unbounded flow has a cut";
    }
    auto at = graph_.origin();
    for (ArcId const a : flow_.unlimited_way) {
      if (a.index() >= graph_.arc_count()) return "the unlimited way has an arc that is not there";
      if (!capacity_[a].unlimited()) return text_of(a) + " of the unlimited way is limited";
      if (graph_.tail(a) != at) return "the unlimited way is not joined before " + text_of(a);
      at = graph_.head(a);
    }
    return at == graph_.destination() ? "" : "the unlimited way does not reach the destination";
  }

  std::string cuts() {
    if (!flow_.bounded) return {};
    if (flow_.unique_cut != (flow_.cut == flow_.cut_at_destination)) {
      return "the two cuts and the word whether they are one do not agree";
    }
    list_arcs_in();
    auto found = cut("the cut at the origin", flow_.cut);
    if (found.empty()) found = cut("the cut at the destination", flow_.cut_at_destination);
    if (found.empty()) found = nearest_cuts();
    return found;
  }

  std::string cut(std::string const& name, std::vector<ArcId> const& arcs) {
    Marks in_cut(graph_.arc_count(), 0);
    Int128 total = 0;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      ArcId const a = arcs[i];
      if (a.index() >= graph_.arc_count()) return name + " has an arc that is not there";
      if (i > 0 && !(arcs[i - 1] < a)) return name + " is not in arc order";
      if (capacity_[a].unlimited()) return name + " has the unlimited " + text_of(a);
      if (flow_.on[a] != capacity_[a].capacity()) return name + " has the unfilled " + text_of(a);
      total += capacity_[a].capacity().parts();
      in_cut[a.index()] = 1;
    }
    if (total != flow_.throughput.parts()) return name + " does not add up to the throughput";
    return separates(in_cut) ? "" : name + " does not separate the ends";
  }

  bool separates(Marks const& in_cut) const {
    Marks reached(graph_.vertex_count(), 0);
    std::vector<std::uint32_t> queue{graph_.origin().index()};
    reached[queue.front()] = 1;
    for (std::size_t next = 0; next < queue.size(); ++next) {
      for (auto i = first_out(queue[next]); i < first_out(queue[next] + 1); ++i) {
        auto const head = graph_.head(ArcId(i)).index();
        if (in_cut[i] != 0 || capacity_[ArcId(i)].zero() || reached[head] != 0) continue;
        reached[head] = 1;
        queue.push_back(head);
      }
    }
    return reached[graph_.destination().index()] == 0;
  }

  /// A minimum cut is the nearest to the origin exactly when the flow could still be raised up to
  /// the tail of each of its arcs; likewise at the destination with the heads.
  std::string nearest_cuts() const {
    auto const from_origin = residual_from(graph_.origin(), false);
    for (ArcId const a : flow_.cut) {
      if (from_origin[graph_.tail(a).index()] == 0) {
        return "a minimum cut lies nearer the origin than " + text_of(a);
      }
    }
    auto const to_destination = residual_from(graph_.destination(), true);
    for (ArcId const a : flow_.cut_at_destination) {
      if (to_destination[graph_.head(a).index()] == 0) {
        return "a minimum cut lies nearer the destination than " + text_of(a);
      }
    }
    return {};
  }

  /// The vertices to which more could be brought from `start` (backward: from which more could be
  /// brought to `start`), also by taking back what flows.
  Marks residual_from(VertexId start, bool backward) const {
    Marks reached(graph_.vertex_count(), 0);
    std::vector<std::uint32_t> queue{start.index()};
    reached[start.index()] = 1;
    auto const visit = [&](VertexId v, bool open) {
      if (!open || reached[v.index()] != 0) return;
      reached[v.index()] = 1;
      queue.push_back(v.index());
    };
    for (std::size_t next = 0; next < queue.size(); ++next) {
      auto const v = queue[next];
      for (auto i = first_out(v); i < first_out(v + 1); ++i) {
        ArcId const a(i);
        visit(graph_.head(a), backward ? flow_.on[a] > Capacity() : has_room(a));
      }
      for (auto i = first_in_[v]; i < first_in_[v + 1]; ++i) {
        ArcId const a = arcs_in_[i];
        visit(graph_.tail(a), backward ? has_room(a) : flow_.on[a] > Capacity());
      }
    }
    return reached;
  }

  bool has_room(ArcId a) const {
    return capacity_[a].unlimited() || flow_.on[a] < capacity_[a].capacity();
  }

  void list_arcs_in() {
    first_in_.assign(graph_.vertex_count() + 1, 0);
    for (VertexId const v : graph_.columns().head) ++first_in_[v.index() + 1];
    for (std::size_t v = 1; v < first_in_.size(); ++v) first_in_[v] += first_in_[v - 1];
    arcs_in_.resize(graph_.arc_count());
    auto place = first_in_;
    for (ArcId const a : graph_.columns().head.ids()) arcs_in_[place[graph_.head(a).index()]++] = a;
  }

  std::uint32_t first_out(std::size_t v) const { return graph_.first_out()[v]; }

  Graph const& graph_;
  Table<ArcId, Limit> const& capacity_;
  Flow const& flow_;
  std::vector<std::uint32_t> first_in_;
  std::vector<ArcId> arcs_in_;
};

}  // namespace

std::string violation(Graph const& graph, Table<ArcId, Limit> const& capacity, Flow const& flow) {
  return Check(graph, capacity, flow).violation();
}

std::string violation(Graph const& graph, Flow const& flow) {
  return violation(graph, graph.columns().capacity, flow);
}

std::string violation(Graph const& graph, Flow const& flow, Headroom const& headroom) {
  auto capacity = graph.columns().capacity;
  for (ArcId const a : flow.cut) capacity[a] = Limit();
  auto const& then = headroom.then;
  if (flow.bounded) {
    if (auto found = violation(graph, capacity, then); !found.empty()) {
      return "with the bottleneck unlimited, " + found;
    }
  }
  if (headroom.bounded != (flow.bounded && then.bounded)) {
    return "whether the headroom is bounded does not follow from the flow";
  }
  if (!headroom.bounded) return {};
  if (headroom.amount != then.throughput - flow.throughput) {
    return "the headroom is not what the throughput gains";
  }
  return headroom.next_cut == then.cut ? "" : "the next cut is not the one that binds then";
}

}  // namespace corridor
