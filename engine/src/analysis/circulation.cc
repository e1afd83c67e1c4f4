#include "analysis/circulation.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace corridor {
namespace {

class Search {
 public:
  Search(Graph const& graph, Table<ArcId, Capacity> flow)
      : graph_(graph),
        flow_(std::move(flow)),
        next_(graph.first_out().begin(), graph.first_out().end() - 1),
        state_(graph.vertex_count(), State::unseen) {}

  Table<ArcId, Capacity> run() && {
    for (std::size_t v = 0; v < graph_.vertex_count(); ++v) {
      if (state_[v] == State::unseen) walk_from(VertexId(v));
    }
    return std::move(flow_);
  }

 private:
  enum class State : std::uint8_t { unseen, on_path, done };

  State& state(VertexId v) { return state_[v.index()]; }

  void walk_from(VertexId root) {
    state(root) = State::on_path;
    VertexId v = root;
    for (;;) {
      auto& next = next_[v.index()];
      if (next == graph_.first_out()[v.index() + 1]) {
        state(v) = State::done;
        if (path_.empty()) return;
        v = graph_.tail(path_.back());
        path_.pop_back();
        ++next_[v.index()];
        continue;
      }
      ArcId const a(next);
      auto const head = graph_.head(a);
      if (flow_[a] == Capacity() || state(head) == State::done) {
        ++next;
        continue;
      }
      path_.push_back(a);
      v = state(head) == State::on_path ? cancel_cycle_to(head) : head;
      state(v) = State::on_path;
    }
  }

  /// Empties the cycle that the last arc of the path closes at `start`. Returns the vertex to go on
  /// from: the tail of the first arc that now carries nothing, which is where the path ends now.
  VertexId cancel_cycle_to(VertexId start) {
    auto first = path_.end() - 1;
    while (graph_.tail(*first) != start) --first;
    auto least = flow_[*first];
    for (auto arc = first; arc != path_.end(); ++arc) least = std::min(least, flow_[*arc]);
    for (auto arc = first; arc != path_.end(); ++arc) {
      flow_[*arc] -= least;
      // What the search leaves is seen anew later, from where it stopped.
      state(graph_.tail(*arc)) = State::unseen;
    }
    auto const empty =
        std::find_if(first, path_.end(), [&](ArcId arc) { return flow_[arc] == Capacity(); });
    auto const from = graph_.tail(*empty);
    for (auto arc = first; arc != empty; ++arc) state(graph_.tail(*arc)) = State::on_path;
    path_.erase(empty, path_.end());
    return from;
  }

  Graph const& graph_;
  Table<ArcId, Capacity> flow_;
  std::vector<std::uint32_t> next_;  // by vertex: the first arc out of it not yet done with
  std::vector<State> state_;
  std::vector<ArcId> path_;
};

}  // namespace

Table<ArcId, Capacity> without_circulations(Graph const& graph, Table<ArcId, Capacity> flow) {
  return Search(graph, std::move(flow)).run();
}

}  // namespace corridor
