#include "corridor/analysis/skim.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "analysis/routing_parts.h"
#include "analysis/skim_searches.h"
#include "hierarchy/threads.h"

namespace corridor {
namespace {

using hierarchy::kNone;
using hierarchy::Vertex;

/// From so many searches for each thread on, making a hierarchy takes less time. Measured by
/// corridor-route-bench: an order takes as long as 120 to 230 searches on road networks of 10^4 to
/// 10^6 nodes, and 500 on a rail network of 3 x 10^6.
constexpr std::size_t kWorthAnOrder = 400;

std::size_t searches_of(SkimPlan const& plan, unsigned threads) {
  std::size_t const fewer = std::min(plan.from.size(), plan.to.size());
  std::size_t const first = plan.transfers ? plan.to.size() : fewer;
  return (first + (plan.by.size() - 1) * fewer) / threads;
}

Ends ends_of(RoutingTopology const& topology, SkimPlan const& plan) {
  Ends ends;
  for (NodeId const node : plan.from) ends.from.push_back(topology.departs[node.index()]);
  for (NodeId const node : plan.to) ends.to.push_back(topology.arrives[node.index()]);
  return ends;
}

/// Skims by a hierarchy, an objective at a time.
class ByHierarchy {
 public:
  ByHierarchy(RoutingNetwork const& routing, SkimPlan const& plan, unsigned threads)
      : routing_(routing), plan_(plan), threads_(threads) {}

  /// The matrix of an objective and, where `transfers` asks, that of its transfers.
  std::vector<SkimMatrix> matrices(RoutingWeights const& weights, Objective const& objective,
                                   bool transfers) const {
    auto const& parts = weights.parts();
    Ends const ends = ends_of(routing_.parts().topology, plan_);
    SkimMatrix amounts{&objective, std::vector<std::int64_t>(ends.from.size() * ends.to.size())};
    std::vector<Vertex> from, to;
    std::copy_if(ends.from.begin(), ends.from.end(), std::back_inserter(from), &is_one);
    std::copy_if(ends.to.begin(), ends.to.end(), std::back_inserter(to), &is_one);
    auto const found = hierarchy::matrix(parts.metric, from, to, threads_);
    std::size_t next = 0;
    for (std::size_t i = 0; i < ends.from.size(); ++i) {
      for (std::size_t k = 0; k < ends.to.size(); ++k) {
        bool const asked = is_one(ends.from[i]) && is_one(ends.to[k]);
        auto const weight = asked ? found[next++] : hierarchy::kUnreached;
        amounts.cells[i * ends.to.size() + k] =
            weight >= hierarchy::kUnreached ? kNoWay
                                            : thousandths(objective, parts.packing.amount(weight));
      }
    }
    std::vector<SkimMatrix> made{std::move(amounts)};
    if (transfers) made.push_back(transfers_on_ways(weights));
    return made;
  }

 private:
  static bool is_one(Vertex v) { return v != kNone; }

  SkimMatrix transfers_on_ways(RoutingWeights const& weights) const {
    auto const& topology = routing_.parts().topology;
    Ends const ends = ends_of(topology, plan_);
    std::size_t const columns = ends.to.size();
    SkimMatrix made{nullptr, std::vector<std::int64_t>(ends.from.size() * columns, kNoWay)};
    std::atomic<std::size_t> next{0};
    hierarchy::on_threads(threads_, [&](unsigned) {
      hierarchy::Query query(routing_.parts().shape);
      for (std::size_t i = next++; i < ends.from.size(); i = next++) {
        if (!is_one(ends.from[i])) continue;
        for (std::size_t k = 0; k < columns; ++k) {
          if (!is_one(ends.to[k])) continue;
          auto const way = query.way(weights.parts().metric, {&ends.from[i], 1}, {&ends.to[k], 1});
          if (way) made.cells[i * columns + k] = transfers_of(topology, *way);
        }
      }
    });
    return made;
  }

  static std::int64_t transfers_of(RoutingTopology const& topology, hierarchy::Way const& way) {
    return std::count_if(way.arcs.begin(), way.arcs.end(), [&](hierarchy::ArcIndex arc) {
      return topology.kind[arc] == ArcKind::transfer;
    });
  }

  RoutingNetwork const& routing_;
  SkimPlan const& plan_;
  unsigned threads_;
};

std::vector<SkimMatrix> by_hierarchy(RoutingNetwork const& routing, Network const& network,
                                     SkimPlan const& plan, Objective const& objective,
                                     bool transfers, unsigned threads) {
  try {
    RoutingWeights const weights(routing, network, plan.conditions, objective, plan.value, threads);
    return ByHierarchy(routing, plan, threads).matrices(weights, objective, transfers);
  } catch (std::overflow_error const&) {
    // Sums that 64 bits do not hold: searches have 128.
    return skim_by_searches(routing.parts().topology, network, plan, objective, transfers, threads);
  }
}

void close_diagonal(SkimPlan const& plan, Skim& skim) {
  std::unordered_multimap<std::uint32_t, std::size_t> columns;
  for (std::size_t k = 0; k < plan.to.size(); ++k) columns.emplace(plan.to[k].index(), k);
  for (std::size_t i = 0; i < plan.from.size(); ++i) {
    auto const [first, last] = columns.equal_range(plan.from[i].index());
    for (auto same = first; same != last; ++same) {
      for (SkimMatrix& matrix : skim.matrices) {
        matrix.cells[i * skim.columns + same->second] = 0;
      }
    }
  }
}

}  // namespace

std::int64_t thousandths(Objective const& objective, Int128 amount) {
  // Figures are kept in thousandths, and what adds costs is in USD.
  Totals const one_part{{}, {}, Cost::of_parts(1), {}};
  Int128 const per_part = std::max(objective.amount(one_part, ValueOfTime()), Int128{1});
  return static_cast<std::int64_t>((amount + per_part / 2) / per_part);
}

Skim skim(Network const& network, SkimPlan const& plan, unsigned threads,
          RoutingNetwork const* prepared, std::optional<SkimMethod> method) {
  threads = std::max(threads, 1U);
  if (!method) {
    bool const many = prepared != nullptr || searches_of(plan, threads) >= kWorthAnOrder;
    method = many ? SkimMethod::hierarchy : SkimMethod::searches;
  }
  Skim made{plan.from.size(), plan.to.size(), {}};
  std::optional<RoutingNetwork> own;
  std::optional<RoutingTopology> topology;
  if (*method == SkimMethod::searches) {
    topology.emplace(network);
  } else if (prepared == nullptr) {
    own.emplace(network);
    prepared = &*own;
  }
  std::optional<SkimMatrix> transfers;
  for (std::size_t i = 0; i < plan.by.size(); ++i) {
    bool const with_transfers = i == 0 && plan.transfers;
    auto found =
        topology ? skim_by_searches(*topology, network, plan, *plan.by[i], with_transfers, threads)
                 : by_hierarchy(*prepared, network, plan, *plan.by[i], with_transfers, threads);
    made.matrices.push_back(std::move(found.front()));
    if (with_transfers) transfers = std::move(found.back());
  }
  if (transfers) made.matrices.push_back(*std::move(transfers));
  close_diagonal(plan, made);
  return made;
}

}  // namespace corridor
