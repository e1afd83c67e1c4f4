// Deliberately plain and deliberately its own: nothing here is shared with the solver, so a mistake
// there cannot hide here.

#include "analysis/sweep_certificate.h"

#include <algorithm>

namespace corridor {

SweepCheck::SweepCheck(Graph const& graph)
    : origin_(graph.origin().index()),
      destination_(graph.destination().index()),
      net_(graph.vertex_count(), 0) {
  ends_.reserve(graph.arc_count());
  for (ArcId const a : graph.columns().tail.ids()) {
    ends_.push_back({graph.tail(a).index(), graph.head(a).index()});
  }
}

std::string SweepCheck::violation(SweepProof const& proof) {
  auto const arcs = ends_.size();
  if (proof.capacity.size() != arcs || proof.flow.size() != arcs ||
      proof.source_side.size() != net_.size()) {
    return "a proof is not of this graph";
  }
  std::fill(net_.begin(), net_.end(), 0);
  std::int64_t across = 0;
  std::int64_t limited = 0;
  for (std::size_t a = 0; a < arcs; ++a) {
    auto const [tail, head] = ends_[a];
    auto const flow = proof.flow[a];
    if (flow < 0 || flow > proof.capacity[a]) {
      return "arc " + std::to_string(a) + " carries less than nothing or more than its capacity";
    }
    net_[tail] += flow;
    net_[head] -= flow;
    if (proof.source_side[tail] != 0 && proof.source_side[head] == 0) across += proof.capacity[a];
    if (proof.capacity[a] < proof.unlimited) limited += proof.capacity[a];
  }
  for (std::uint32_t v = 0; v < net_.size(); ++v) {
    bool const end = v == origin_ || v == destination_;
    if (!end && net_[v] != 0) {
      return "vertex " + std::to_string(v) + " does not pass on what it gets";
    }
  }
  if (net_[origin_] != proof.throughput) return "what leaves the origin is not the throughput";
  if (limited >= proof.unlimited) return "what stands for no limit is too small";
  if (proof.throughput >= proof.unlimited) return {};
  if (proof.source_side[origin_] == 0 || proof.source_side[destination_] != 0) {
    return "a cut does not separate the ends";
  }
  return across == proof.throughput ? "" : "a cut does not add up to the throughput";
}

}  // namespace corridor
