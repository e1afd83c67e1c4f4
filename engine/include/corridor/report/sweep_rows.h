#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/analysis/sweep.h"
#include "corridor/export.h"
#include "corridor/report/render.h"

namespace corridor {

/// The answers of a sweep as lines: JSON, one object a line, or CSV. A first line says what was
/// asked; then one line for each scenario, which depends on the sweep and the scenario alone.
/// Constant and safe to use from several threads. The sweep must outlive it.
class CORRIDOR_EXPORT SweepLines {
 public:
  /// `format` is json or csv; `from` and `to` as typed.
  SweepLines(Sweep const& sweep, Format format, std::string from, std::string to);

  std::string header() const;  ///< with its line end
  std::string lines(std::span<SweepRow const> rows) const;

  /// What a summary needs of a line that was written before.
  struct Line {
    std::uint64_t scenario = 0;
    std::optional<Capacity> throughput;  ///< empty: without limit
    std::string bottleneck_ids;          ///< parted by spaces
  };
  /// Empty when it is none of ours. `line` has no line end.
  std::optional<Line> read(std::string_view line) const;

  /// As in Line.
  std::string bottleneck_ids(SweepRow const& row) const;

 private:
  std::string json_header() const;
  std::string csv_header() const;
  void add_json(std::string& out, SweepRow const& row, std::string const& links) const;
  void add_csv(std::string& out, SweepRow const& row, std::string const& links) const;
  void add_totals(std::string& out, Totals const& totals, std::span<char const* const> keys) const;
  std::string links_of(SweepRoute const& route) const;
  std::optional<Line> read_json(std::string_view line) const;
  std::optional<Line> read_csv(std::string_view line) const;

  Sweep const& sweep_;
  Format format_;
  std::string from_, to_;
  std::vector<std::string> ids_;   ///< by arc
  std::vector<std::string> keys_;  ///< by variation, ready for a line
};

}  // namespace corridor
