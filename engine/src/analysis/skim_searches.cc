#include "analysis/skim_searches.h"

#include <atomic>
#include <numeric>
#include <optional>
#include <utility>

#include "analysis/routing_weights.h"
#include "hierarchy/search.h"
#include "hierarchy/threads.h"

namespace corridor {
namespace {

using hierarchy::kNone;
using hierarchy::Vertex;

/// The transfers on the canonical ways to the vertex that a search against the arcs came from. From
/// each vertex the way goes on along an arc that loses nothing, towards the earliest next link in
/// the file; so ways to one destination form a tree, and each vertex is counted once.
template <class W>
class TransferCount {
 public:
  TransferCount(RoutingTopology const& topology, std::vector<W> const& weight)
      : topology_(topology), weight_(weight), first_(topology.vertices + std::size_t{1}, 0) {
    for (hierarchy::Arc const& arc : topology.arcs) ++first_[arc.tail + std::size_t{1}];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    arcs_out_.resize(topology.arcs.size());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t a = 0; a < topology.arcs.size(); ++a) {
      arcs_out_[next[topology.arcs[a].tail]++] = a;
    }
  }

  /// Of one destination; the search must have run from it against the arcs.
  class Column {
   public:
    Column(TransferCount const& all, hierarchy::Search<W> const& search, Vertex to)
        : all_(all), search_(search), to_(to), count_(all.topology_.vertices, kOpen) {
      count_[to] = 0;
    }

    /// From a vertex that leads there.
    std::int64_t from(Vertex start) {
      std::vector<std::uint32_t> way;
      Vertex at = start;
      while (count_[at] == kOpen) {
        way.push_back(onward(at).arc);
        at = all_.topology_.arcs[way.back()].head;
      }
      std::int64_t transfers = count_[at];
      for (; !way.empty(); way.pop_back()) {
        if (all_.topology_.kind[way.back()] == ArcKind::transfer) ++transfers;
        count_[all_.topology_.arcs[way.back()].tail] = transfers;
      }
      return count_[start];
    }

   private:
    static constexpr std::int64_t kOpen = -1;
    struct Onward {
      std::uint32_t arc = kNone;
      std::uint32_t link = kNone;  ///< the next link
    };

    /// No more than two arcs that are no links follow each other, so this ends at once.
    Onward onward(Vertex v) const {
      Onward best;
      W const left = search_.distance(v);
      for (auto i = all_.first_[v]; i < all_.first_[v + std::size_t{1}]; ++i) {
        std::uint32_t const arc = all_.arcs_out_[i];
        Vertex const head = all_.topology_.arcs[arc].head;
        if (all_.weight_[arc] >= hierarchy::Star<W>::unreached()) continue;
        if (all_.weight_[arc] + search_.distance(head) != left) continue;
        if (head == to_ && !all_.topology_.is_link(arc)) return {arc, 0};
        std::uint32_t const link =
            all_.topology_.is_link(arc) ? all_.topology_.element[arc] : onward(head).link;
        if (best.arc == kNone || link < best.link) best = {arc, link};
      }
      return best;
    }

    TransferCount const& all_;
    hierarchy::Search<W> const& search_;
    Vertex to_;
    std::vector<std::int64_t> count_;
  };

 private:
  RoutingTopology const& topology_;
  std::vector<W> const& weight_;
  std::vector<std::uint32_t> first_, arcs_out_;
};

template <class W>
class Searches {
 public:
  Searches(RoutingTopology const& topology, SkimPlan const& plan, Objective const& objective,
           Packing const& packing, std::vector<W> weight)
      : topology_(topology),
        objective_(objective),
        packing_(packing),
        weight_(std::move(weight)),
        size_{plan.from.size(), plan.to.size()} {
    for (NodeId const node : plan.from) ends_.from.push_back(topology.departs[node.index()]);
    for (NodeId const node : plan.to) ends_.to.push_back(topology.arrives[node.index()]);
  }

  std::vector<SkimMatrix> run(bool transfers, unsigned threads) const {
    bool const backward = transfers || size_.second <= size_.first;
    hierarchy::Star<W> const star(topology_.vertices, topology_.arcs, weight_, backward);
    std::vector<SkimMatrix> made(transfers ? 2 : 1);
    made.front().objective = &objective_;
    for (SkimMatrix& matrix : made) matrix.cells.assign(size_.first * size_.second, kNoWay);
    std::optional<TransferCount<W>> count;
    if (transfers) count.emplace(topology_, weight_);
    auto const& starts = backward ? ends_.to : ends_.from;
    std::atomic<std::size_t> next{0};
    hierarchy::on_threads(threads, [&](unsigned) {
      hierarchy::Search<W> search(star);
      for (std::size_t line = next++; line < starts.size(); line = next++) {
        if (starts[line] == kNone) continue;
        search.run(starts[line]);
        if (backward) {
          fill_column(search, line, made.front());
          if (count) count_column(search, *count, line, made.back());
        } else {
          fill_row(search, line, made.front());
        }
      }
    });
    return made;
  }

 private:
  std::int64_t cell(hierarchy::Search<W> const& search, Vertex v) const {
    if (v == kNone) return kNoWay;
    W const found = search.distance(v);
    if (found >= hierarchy::Star<W>::unreached()) return kNoWay;
    return thousandths(objective_, packing_.amount(found));
  }

  void fill_column(hierarchy::Search<W> const& search, std::size_t column,
                   SkimMatrix& matrix) const {
    for (std::size_t row = 0; row < size_.first; ++row) {
      matrix.cells[row * size_.second + column] = cell(search, ends_.from[row]);
    }
  }

  void fill_row(hierarchy::Search<W> const& search, std::size_t row, SkimMatrix& matrix) const {
    for (std::size_t column = 0; column < size_.second; ++column) {
      matrix.cells[row * size_.second + column] = cell(search, ends_.to[column]);
    }
  }

  void count_column(hierarchy::Search<W> const& search, TransferCount<W> const& count,
                    std::size_t column, SkimMatrix& matrix) const {
    typename TransferCount<W>::Column in(count, search, ends_.to[column]);
    for (std::size_t row = 0; row < size_.first; ++row) {
      Vertex const from = ends_.from[row];
      if (cell(search, from) != kNoWay) matrix.cells[row * size_.second + column] = in.from(from);
    }
  }

  RoutingTopology const& topology_;
  Objective const& objective_;
  Packing packing_;
  std::vector<W> weight_;
  std::pair<std::size_t, std::size_t> size_;  ///< rows, columns
  Ends ends_;
};

std::vector<std::int64_t> narrow(PackedArcs const& arcs) {
  std::vector<std::int64_t> weight;
  weight.reserve(arcs.weights.size());
  for (auto const& arc : arcs.weights) {
    weight.push_back(arc.weight < hierarchy::kUnreached
                         ? arc.weight
                         : hierarchy::Star<std::int64_t>::unreached());
  }
  return weight;
}

/// An amount is below 2^96 and a link's bit below 2^32, so a sum along a way fits 127 bits with
/// steps and links packed.
std::vector<Int128> wide(RoutingTopology const& topology, RoutingAmounts const& amounts,
                         Packing const& packing) {
  std::vector<Int128> weight;
  weight.reserve(topology.arcs.size());
  for (std::size_t arc = 0; arc < topology.arcs.size(); ++arc) {
    auto const amount = amounts(arc);
    weight.push_back(amount ? packing.pack(*amount, topology.is_link(arc))
                            : hierarchy::Star<Int128>::unreached());
  }
  return weight;
}

}  // namespace

std::vector<SkimMatrix> skim_by_searches(RoutingTopology const& topology, Network const& network,
                                         SkimPlan const& plan, Objective const& objective,
                                         bool transfers, unsigned threads) {
  auto const packing = packing_of(topology, objective, plan.value);
  RoutingAmounts const amounts(topology, network, plan.conditions, objective, plan.value);
  auto const arcs = packed(topology, amounts, packing);
  if (arcs.fits()) {
    return Searches<std::int64_t>(topology, plan, objective, packing, narrow(arcs))
        .run(transfers, threads);
  }
  return Searches<Int128>(topology, plan, objective, packing, wide(topology, amounts, packing))
      .run(transfers, threads);
}

}  // namespace corridor
