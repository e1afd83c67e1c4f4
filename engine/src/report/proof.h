#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "corridor/analysis/potentials.h"
#include "corridor/base/int128.h"
#include "report/json_value.h"

namespace corridor::report {

/// Collects what lets `corridor verify` check an answer without solving again: flows, which prove a
/// throughput from below, and cuts, which prove it from above. Equal ones are kept once; the rest
/// of the result refers to them by number.
class ProofBook {
 public:
  /// Both must outlive the book.
  ProofBook(Network const& network, Graph const& graph) : network_(network), graph_(graph) {}

  /// A flow in whole TEU/year for capacities multiplied by `scale`. With a `base`, the number of
  /// an earlier flow, only what differs from it is written.
  std::size_t flow(Table<ArcId, Capacity> const& on, std::optional<std::size_t> base = std::nullopt,
                   std::int64_t scale = 1);
  std::size_t flow(Table<ArcId, Int128> const& on, std::optional<std::size_t> base = std::nullopt,
                   std::int64_t scale = 1);
  std::size_t cut(std::vector<ArcId> const& arcs);

  /// {"flows": [...], "cuts": [...]}
  Json json() const;

 private:
  struct Entry {
    std::optional<std::size_t> base;
    std::int64_t scale = 1;
    Table<ArcId, Int128> on;
  };
  Json rows_of(Entry const& entry) const;

  Network const& network_;
  Graph const& graph_;
  std::vector<Entry> flows_;
  std::vector<std::vector<ArcId>> cuts_;
};

/// Of a minimum-cost flow: rows ["node", "mode", "arrival" or "departure", amount], 0 left out. The
/// ends have no rows: the origin has 0, and what the destination has stands elsewhere.
Json vertex_potentials_json(Network const& network, Graph const& graph,
                            std::vector<std::int64_t> const& potentials);

/// One list for each stage, each of rows ["node", "mode", amount, links].
Json potentials_json(Network const& network, Graph const& graph,
                     std::vector<std::vector<Potential>> const& stages);

}  // namespace corridor::report
