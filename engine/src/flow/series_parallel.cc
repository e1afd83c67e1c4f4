#include "flow/series_parallel.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace corridor::flow {
namespace {

using Pair = SeriesParallel::Pair;
using Step = SeriesParallel::Step;

/// Which of its pair's ends a vertex is.
std::size_t side_of(Pair const& pair, Vertex v) { return pair.ends[0] == v ? 0 : 1; }

/// Rows up to this long are searched for parallel pairs. Where both ends have more, the pairs stay
/// beside each other until the network is built, which merges them: none of the two vertices could
/// be removed anyway.
constexpr std::uint32_t kShortRow = 4;

/// Rows of pairs that only shrink: a pair made takes the slots of those it replaces.
class Elimination {
 public:
  explicit Elimination(Network const& network) : network_(network), first_(network.first) {
    Vertex const n = network.vertices();
    row_.resize(network.arcs.size());
    degree_.resize(n);
    made_.pairs.reserve(network.arcs.size() / 2 + n);
    made_.arcs.reserve(network.arcs.size() / 2);
    slots_.reserve(network.arcs.size() / 2 + n);
    for (Vertex v = 0; v < n; ++v) {
      degree_[v] = first_[v + std::size_t{1}] - first_[v];
      for (ArcIndex a = first_[v]; a < first_[v + std::size_t{1}]; ++a) enter(v, a);
    }
  }

  SeriesParallel run() {
    Vertex const n = network_.vertices();
    for (Vertex v = 0; v < n; ++v) look_at(v);
    while (!thin_.empty() || !short_.empty()) {
      if (!short_.empty()) {
        merge_in_row(take(short_));
        continue;
      }
      Vertex const v = take(thin_);
      if (!gone(v)) remove(v);
    }
    collect();
    return std::move(made_);
  }

 private:
  static constexpr std::uint32_t kGone = kNone;

  static Vertex take(std::vector<Vertex>& stack) {
    Vertex const v = stack.back();
    stack.pop_back();
    return v;
  }

  bool gone(Vertex v) const { return degree_[v] == kGone; }

  void enter(Vertex v, ArcIndex a) {
    Arc const& arc = network_.arcs[a];
    if (a > arc.reverse) {
      row_[a] = row_[arc.reverse];
      return;
    }
    row_[a] = static_cast<std::uint32_t>(made_.pairs.size());
    made_.pairs.push_back({{v, arc.head}, {arc.residual, network_.arcs[arc.reverse].residual}});
    slots_.push_back({a, arc.reverse});
    made_.arcs.push_back(a);
  }

  void look_at(Vertex v) {
    if (degree_[v] <= 2 && v != network_.source && v != network_.sink) thin_.push_back(v);
  }

  std::uint32_t pair_at(Vertex v, std::uint32_t i) const { return row_[first_[v] + i]; }
  Vertex other_end(std::uint32_t pair, Vertex v) const {
    return made_.pairs[pair].ends[1 - side_of(made_.pairs[pair], v)];
  }

  /// Takes a pair out of v's row; the last one of the row moves to its place.
  void leave_row(std::uint32_t pair, Vertex v) {
    ArcIndex const slot = slots_[pair][side_of(made_.pairs[pair], v)];
    std::uint32_t const last = pair_at(v, --degree_[v]);
    row_[slot] = last;
    slots_[last][side_of(made_.pairs[last], v)] = slot;
    // From here on its row is searched: it may hold parallel pairs that nobody looked for.
    if (degree_[v] == kShortRow) short_.push_back(v);
    look_at(v);
  }

  /// A new pair in the slots that `first` has at x and `second` at y.
  std::uint32_t make(Pair const& pair, std::uint32_t first, std::uint32_t second) {
    auto const made = static_cast<std::uint32_t>(made_.pairs.size());
    auto const [x, y] = pair.ends;
    ArcIndex const at_x = slots_[first][side_of(made_.pairs[first], x)];
    ArcIndex const at_y = slots_[second][side_of(made_.pairs[second], y)];
    made_.pairs.push_back(pair);
    slots_.push_back({at_x, at_y});
    row_[at_x] = row_[at_y] = made;
    return made;
  }

  void remove(Vertex v) {
    merge_in_row(v);
    if (degree_[v] == 2) {
      join(v, pair_at(v, 0), pair_at(v, 1));
      return;
    }
    Step step{v, kNone, kNone, kNone};
    if (degree_[v] == 1) {
      step.first = pair_at(v, 0);
      leave_row(step.first, other_end(step.first, v));
    }
    degree_[v] = kGone;
    made_.steps.push_back(step);
  }

  void join(Vertex v, std::uint32_t first, std::uint32_t second) {
    Pair const& in = made_.pairs[first];
    Pair const& out = made_.pairs[second];
    std::size_t const at_in = side_of(in, v);
    std::size_t const at_out = side_of(out, v);
    Vertex const x = in.ends[1 - at_in];
    Vertex const y = out.ends[1 - at_out];
    Pair const joined{{x, y},
                      {std::min(in.capacity[1 - at_in], out.capacity[at_out]),
                       std::min(out.capacity[1 - at_out], in.capacity[at_in])}};
    degree_[v] = kGone;
    if (joined.capacity[0] == 0 && joined.capacity[1] == 0) {
      made_.steps.push_back({v, first, second, kNone});
      leave_row(first, x);
      leave_row(second, y);
      return;
    }
    std::uint32_t const made = make(joined, first, second);
    made_.steps.push_back({v, first, second, made});
    if (!merge_parallel(made, x, y)) merge_parallel(made, y, x);
  }

  /// Merges `pair` with another one between x and y if x's row is short; whether there was one.
  bool merge_parallel(std::uint32_t pair, Vertex x, Vertex y) {
    if (degree_[x] > kShortRow) return false;
    for (std::uint32_t i = 0; i < degree_[x]; ++i) {
      std::uint32_t const other = pair_at(x, i);
      if (other == pair || other_end(other, x) != y) continue;
      merge(pair, other);
      return true;
    }
    return false;
  }

  /// Merges whatever is parallel in a row that is short.
  void merge_in_row(Vertex v) {
    if (gone(v)) return;
    for (std::uint32_t i = 0; i < degree_[v];)
      if (!merge_parallel(pair_at(v, i), v, other_end(pair_at(v, i), v))) ++i;
  }

  void merge(std::uint32_t kept, std::uint32_t other) {
    Pair sum = made_.pairs[kept];
    Pair const& more = made_.pairs[other];
    std::size_t const turned = sum.ends[0] == more.ends[0] ? 0 : 1;
    for (std::size_t way = 0; way < 2; ++way) {
      Amount const added = more.capacity[way ^ turned];
      sum.capacity[way] = added >= network_.unlimited - sum.capacity[way]
                              ? network_.unlimited
                              : sum.capacity[way] + added;
    }
    auto const [x, y] = sum.ends;
    made_.steps.push_back({kNone, kept, other, make(sum, kept, kept)});
    leave_row(other, x);
    leave_row(other, y);
  }

  void collect() {
    Vertex const n = network_.vertices();
    std::vector<Vertex> number(n, kNone);
    for (Vertex v = 0; v < n; ++v) {
      if (gone(v)) continue;
      number[v] = static_cast<Vertex>(made_.kept.size());
      made_.kept.push_back(v);
    }
    for (Vertex const v : made_.kept)
      for (std::uint32_t i = 0; i < degree_[v]; ++i) {
        std::uint32_t const p = pair_at(v, i);
        Pair const& pair = made_.pairs[p];
        if (pair.ends[0] != v) continue;
        made_.pair_of.push_back(p);
        made_.edges.push_back(
            {number[v], number[pair.ends[1]], pair.capacity[0], pair.capacity[1]});
      }
    Problem const problem{static_cast<Vertex>(made_.kept.size()), number[network_.source],
                          number[network_.sink], made_.edges, network_.unlimited};
    made_.network = build_network(problem, Direction::forward, Bundles::merged);
  }

  Network const& network_;
  std::vector<ArcIndex> const& first_;
  std::vector<std::uint32_t> row_;     ///< per slot its pair: v's first degree_[v] slots count
  std::vector<std::uint32_t> degree_;  ///< kGone: removed
  std::vector<std::array<ArcIndex, 2>> slots_;  ///< of a pair in the rows of its ends
  std::vector<Vertex> thin_;                    ///< may be removed
  std::vector<Vertex> short_;                   ///< may hold parallel pairs
  SeriesParallel made_;
};

/// Whether one of v's two neighbours has no more than two left when v is gone: they are neighbours
/// themselves, and one has no more than three.
bool makes_another_thin(Network const& network, Vertex v) {
  Vertex x = network.arcs[network.first[v]].head;
  Vertex y = network.arcs[network.first[v] + std::size_t{1}].head;
  auto const degree = [&](Vertex w) {
    return network.first[w + std::size_t{1}] - network.first[w];
  };
  auto const is_terminal = [&](Vertex w) { return w == network.source || w == network.sink; };
  if (is_terminal(x) || degree(y) < degree(x)) std::swap(x, y);
  if (is_terminal(x) || degree(x) > 3) return false;
  for (ArcIndex a = network.first[x]; a < network.first[x + std::size_t{1}]; ++a)
    if (network.arcs[a].head == y) return true;
  return false;
}

/// Whether the vertex between two pairs reaches the sink when no more can flow. Where one end does
/// and the other does not, the two together are full on the way to the one that does; where both
/// do, flow either way leaves a way back, and without flow the capacities decide.
bool reaches_between(SeriesParallel const& reduction, Step const& step,
                     std::vector<char> const& reach) {
  Pair const& first = reduction.pairs[step.first];
  Pair const& second = reduction.pairs[step.second];
  std::size_t const at_first = side_of(first, step.vertex);
  std::size_t const at_second = side_of(second, step.vertex);
  bool const one = reach[first.ends[1 - at_first]] != 0;
  bool const other = reach[second.ends[1 - at_second]] != 0;
  Amount const to_one = first.capacity[at_first];
  Amount const to_other = second.capacity[at_second];
  if (one && other) return to_one > 0 || to_other > 0;
  if (one) return to_one > second.capacity[1 - at_second];
  if (other) return to_other > first.capacity[1 - at_first];
  return false;
}

/// What of `flow` (from ends[0] to ends[1] positive) fits on the pair.
Amount share(Pair const& pair, Amount flow) {
  return flow > 0 ? std::min(flow, pair.capacity[0]) : std::max(flow, -pair.capacity[1]);
}

}  // namespace

bool is_series_parallel_in_part(Network const& network) {
  std::uint64_t thin = 0;
  for (Vertex v = 0; v < network.vertices(); ++v) {
    ArcIndex const degree = network.first[v + std::size_t{1}] - network.first[v];
    if (degree > 2 || v == network.source || v == network.sink) continue;
    ++thin;
    if (degree == 2 && makes_another_thin(network, v)) return true;
  }
  return thin * 5 >= network.vertices();
}

SeriesParallel reduce_series_parallel(Network const& network) { return Elimination(network).run(); }

std::vector<char> lift_reach(Network const& network, SeriesParallel const& reduction,
                             std::vector<char> const& reaches_sink) {
  std::vector<char> reach(network.vertices(), 0);
  for (std::size_t k = 0; k < reduction.kept.size(); ++k)
    reach[reduction.kept[k]] = reaches_sink[reduction.network.number_of[k]];
  for (std::size_t i = reduction.steps.size(); i-- > 0;) {
    Step const& step = reduction.steps[i];
    if (step.vertex == kNone || step.first == kNone) continue;
    if (step.second != kNone) {
      reach[step.vertex] = reaches_between(reduction, step, reach) ? 1 : 0;
      continue;
    }
    Pair const& pair = reduction.pairs[step.first];
    std::size_t const side = side_of(pair, step.vertex);
    bool const onwards = reach[pair.ends[1 - side]] != 0 && pair.capacity[side] > 0;
    reach[step.vertex] = onwards ? 1 : 0;
  }
  return reach;
}

void lift_flow(SeriesParallel const& reduction, std::span<Arc const> residuals, Workspace& larger) {
  std::vector<Amount> const found = edge_flows(reduction.network, reduction.edges, residuals);
  // Every pair is an edge of the smaller network or part of one step: all are written.
  std::vector<Amount>& flow = larger.solution.flows;
  flow.resize(reduction.pairs.size());
  for (std::size_t e = 0; e < found.size(); ++e) flow[reduction.pair_of[e]] = found[e];
  for (std::size_t i = reduction.steps.size(); i-- > 0;) {
    Step const& step = reduction.steps[i];
    Amount const whole = step.made == kNone ? 0 : flow[step.made];
    if (step.first == kNone) continue;
    Pair const& first = reduction.pairs[step.first];
    if (step.second == kNone) {
      flow[step.first] = 0;
    } else if (step.vertex != kNone) {  // from first's other end through it to second's other end
      Pair const& second = reduction.pairs[step.second];
      flow[step.first] = side_of(first, step.vertex) == 1 ? whole : -whole;
      flow[step.second] = side_of(second, step.vertex) == 0 ? whole : -whole;
    } else {
      Amount const part = share(first, whole);
      bool const same_way = first.ends[0] == reduction.pairs[step.second].ends[0];
      flow[step.first] = part;
      flow[step.second] = same_way ? whole - part : part - whole;
    }
  }
  for (std::size_t p = 0; p < reduction.arcs.size(); ++p) {
    if (flow[p] == 0) continue;
    push(larger.arcs.data(), reduction.arcs[p], flow[p]);
    larger.touch(reduction.arcs[p]);
  }
}

}  // namespace corridor::flow
