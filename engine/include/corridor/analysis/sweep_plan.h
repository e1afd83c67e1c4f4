#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/base/result.h"
#include "corridor/export.h"
#include "corridor/model/network.h"
#include "corridor/model/spec.h"

namespace corridor {

/// What one variation does to its elements in one scenario.
struct SweepValue {
  enum class Kind : std::uint8_t {
    keep,       ///< leaves it as it is (an empty cell of a table)
    multiply,   ///< as `multiply` of a scenario: the product is rounded down
    set,        ///< as `set`: the share stays, rounded once
    unlimited,  ///< `set` of a capacity to `unlimited`
    open,       ///< as `open` and `close`, of links
    closed,
  };
  Kind kind = Kind::keep;
  Fraction number;  ///< multiply: the factor; set: kept parts before share and rounding

  bool operator==(const SweepValue&) const = default;
};

/// Less, in the order of their effect: closed, by number, unlimited, open. For values of one
/// variation; `keep` is less than all.
CORRIDOR_EXPORT bool less(SweepValue const& a, SweepValue const& b);

/// A value that is not known for certain: thousandths of a factor, or whole kept parts.
struct Draw {
  enum class Shape : std::uint8_t { uniform, triangular, normal };
  Shape shape = Shape::uniform;
  std::int64_t a = 0;     ///< uniform, triangular: the least; normal: the mean
  std::int64_t b = 0;     ///< uniform, triangular: the largest; normal: the standard deviation
  std::int64_t mode = 0;  ///< triangular: the most likely
};

/// What is varied: one field of some elements, and the values it may take.
struct Variation {
  std::string path;                  ///< "links.dostyk-aktogay.capacity", as typed
  std::string written;               ///< the values as typed; empty for a column of a table
  std::vector<ElementRef> elements;  ///< in order of ids, each once
  std::optional<Field> field;        ///< empty: the status of links
  bool absolute = false;             ///< quantities with a unit, not factors
  std::vector<SweepValue> levels;    ///< of a table: one for each scenario
  std::optional<Draw> draw;          ///< then there are no levels
  bool decimal = true;               ///< no factor has more than three decimals; set by the plan
};

/// `KIND.ID,...,ID.FIELD = VALUES` with KIND links, transfers, passages, modes or corridors and
/// FIELD capacity, time, cost, emissions, length or status. Ids may hold dots. VALUES is
///
///   1..5/9                      nine values from 1 to 5, evenly spaced, exactly
///   0.8,1,120 %                 a list of factors
///   100000..200000 TEU/year/5   quantities: every form may carry a unit
///   uniform(0.8,1.2)  triangular(0.7,1,1.3)  normal(1,0.1)  choice(1,2)
///   open,closed                 of a status
///
/// Errors name what is wrong and the nearest name.
CORRIDOR_EXPORT Result<Variation> read_variation(Network const& network, Text const& path,
                                                 Text const& values);

enum class SweepOrder : std::uint8_t {
  grid,    ///< every combination, the first variation slowest
  sample,  ///< seeded draws
  table,   ///< rows of a table
};

/// The scenarios of a sweep by number. What scenario i varies depends on the plan and i alone.
struct SweepPlan {
  SweepOrder order = SweepOrder::grid;
  std::vector<Variation> variations;
  std::uint64_t count = 0;
  std::uint64_t seed = 1;  ///< of a sample
};

inline constexpr std::uint64_t kMaxScenarios = 1'000'000'000;
inline constexpr std::size_t kMaxLevels = 1'000'000;  ///< of one variation

/// Every combination of levels. Errors: too many, draws, a path twice, amounts beyond what is kept.
CORRIDOR_EXPORT Result<SweepPlan> plan_grid(Network const& network, std::vector<Variation> varied);
/// `count` scenarios; of levels each is as likely as another.
CORRIDOR_EXPORT Result<SweepPlan> plan_sample(Network const& network, std::vector<Variation> varied,
                                              std::uint64_t count, std::uint64_t seed);
/// A first row of paths, then one row for each scenario; an empty cell keeps what is there. All
/// errors are reported, at their cells.
CORRIDOR_EXPORT Result<SweepPlan> plan_table(Network const& network,
                                             std::vector<std::vector<Text>> const& rows);

/// By variation. Draws are computed in whole numbers, the same on every machine: bits from the
/// finaliser of SplitMix64 (Steele, Lea and Flood 2014) over seed, scenario and variation;
/// triangular by the weighted smaller and larger of two (Stein and Keblis 2009); normal by the sum
/// of 48 uniform numbers (Irwin and Hall 1927), so within 12 deviations, clipped at 0.
/// O(variations).
CORRIDOR_EXPORT std::vector<SweepValue> values_of(SweepPlan const& plan, std::uint64_t scenario);

/// For machines: "1.5", "4/3" (factors that are no short decimal), "89000", "open", "" for keep.
CORRIDOR_EXPORT std::string text_of(Variation const& variation, SweepValue const& value);
/// "x", "TEU/year", ..., or "" for a status.
CORRIDOR_EXPORT std::string_view unit_of(Variation const& variation);

}  // namespace corridor
