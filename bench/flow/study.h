#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "contenders.h"
#include "exchange.h"

namespace corridor::bench {

/// One instance with what every contender made of it.
struct Row {
  std::string family;
  std::string instance;
  std::size_t vertices = 0;
  std::size_t arcs = 0;
  std::int64_t optimum = 0;
  std::vector<Cell> cells;

  /// The contender's measurement for an answer; a contender that always finds the flow counts for
  /// the cut too. Null when it was not measured.
  Measurement const* find(std::string_view contender, Answer answer) const;
  Measurement const& ours(Answer answer) const { return *find(kOurs, answer); }
  /// The least time of a peer in seconds; empty when no peer was measured.
  std::optional<double> fastest_peer(Answer answer) const;
};

struct Limits {
  Repetitions repetitions;
  /// A peer that is expected to take longer for one solve is left out, unless it was among
  /// the fastest peers at the size before.
  double seconds = 0.3;
};

/// Measures all contenders on instances of growing size. Every contender has to find the optimum
/// of ours, which its certificate proves; otherwise std::logic_error.
class Study {
 public:
  explicit Study(Limits const& limits) : limits_(limits) {}

  /// All sizes of a family, or the first so many.
  std::vector<Row> family(families::Family const& family, std::size_t sizes);
  /// An instance of no family.
  Row single(families::Instance const& instance);

 private:
  using Task = std::pair<std::string, Answer>;

  Row measured(std::string const& family, families::Instance const& instance,
               std::vector<std::string> const& foreign_source);
  bool hopeless(std::string const& contender, Answer answer, std::size_t arcs) const;
  std::vector<std::string> foreign_cells(std::size_t arcs) const;
  void remember(Row const& row);

  Limits limits_;
  /// Arcs and seconds of each contender on the sizes of the present family.
  std::map<Task, std::vector<std::pair<double, double>>> history_;
  std::vector<Task> fastest_;  ///< peers at the size before
};

}  // namespace corridor::bench
