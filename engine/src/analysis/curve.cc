#include "corridor/analysis/curve.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include "analysis/circulation.h"
#include "analysis/flow_problem.h"
#include "analysis/wide_flow.h"
#include "base/exact.h"
#include "flow/repeated_solver.h"

namespace corridor {
namespace {

constexpr std::int64_t kMaxTotal = std::int64_t{1} << 62;

/// The capacity of a cut: intercept + slope x multiplier.
struct Line {
  std::int64_t intercept = 0;
  std::int64_t slope = 0;
  bool operator==(const Line&) const = default;
};

/// The line's value times the multiplier's denominator.
Int128 scaled(Line line, Fraction x) {
  return Int128{line.intercept} * x.denominator + Int128{line.slope} * x.numerator;
}

/// What may still change on an arc: it has room, or carries something that can be taken back.
enum Freedom : std::uint8_t { kNothing = 0, kRoom = 1, kCarries = 2 };
using Freedoms = Table<ArcId, std::uint8_t>;

class Search {
 public:
  Search(Graph const& graph, std::vector<ArcId> const& multiplied)
      : graph_(graph), multiplied_(graph.arc_count(), 0) {
    for (ArcId const a : multiplied) multiplied_[a] = 1;
    check_total();
  }

  Curve run(MultiplierRange const& range) {
    Curve curve;
    curve.unlimited_way = find_unlimited_way(graph_, graph_.columns().capacity);
    curve.bounded = curve.unlimited_way.empty();
    if (!curve.bounded) return curve;
    prepare();
    auto const first = solve(range.min);
    explore(first, range.min == range.max ? first : solve(range.max));
    collect(curve);
    curve.solves = solved_.size();
    return curve;
  }

 private:
  struct Solved {
    CurvePoint point;
    Line line;
  };
  /// Two solved multipliers, as places in solved_.
  struct Stretch {
    std::size_t from, to;
  };
  struct Piece {
    Stretch ends;
    Line line;
  };

  void check_total() const {
    std::int64_t total = 0;
    for (auto const limit : graph_.columns().capacity) {
      if (limit.unlimited()) continue;
      if (__builtin_add_overflow(total, limit.capacity().parts(), &total) || total > kMaxTotal) {
        throw std::overflow_error("the capacities of the network add up to more than 2^62");
      }
    }
  }

  void prepare() {
    list_arcs_in();
    FlowProblem const flow_problem(graph_, graph_.columns().capacity);
    edges_ = flow_problem.edges();
    solver_.emplace(flow_problem.problem());
  }

  void list_arcs_in() {
    first_in_.assign(graph_.vertex_count() + 1, 0);
    for (VertexId const v : graph_.columns().head) ++first_in_[v.index() + std::size_t{1}];
    for (std::size_t v = 1; v < first_in_.size(); ++v) first_in_[v] += first_in_[v - 1];
    arcs_in_.resize(graph_.arc_count());
    auto place = first_in_;
    for (ArcId const a : multiplied_.ids()) arcs_in_[place[graph_.head(a).index()]++] = a;
  }

  /// The arc's capacity times the denominator; negative where unlimited.
  Int128 capacity(ArcId a, Fraction x) const {
    auto const limit = graph_.capacity(a);
    if (limit.unlimited()) return -1;
    auto const factor = multiplied_[a] != 0 ? x.numerator : x.denominator;
    return Int128{limit.capacity().parts()} * factor;
  }

  /// The capacities in 64 bits, if all of them together fit. What stands for no limit is their sum
  /// and one more.
  struct Narrow {
    std::vector<flow::Amount> capacity;
    flow::Amount unlimited = 1;
  };
  std::optional<Narrow> narrow_capacities(Fraction x) const {
    Narrow narrow{std::vector<flow::Amount>(graph_.arc_count(), 0), 1};
    for (ArcId const a : multiplied_.ids()) {
      if (graph_.capacity(a).unlimited() || edges_[a.index()].capacity == 0) continue;
      auto const amount = capacity(a, x);
      if (amount > kMaxTotal - narrow.unlimited) return std::nullopt;
      narrow.capacity[a.index()] = static_cast<flow::Amount>(amount);
      narrow.unlimited += narrow.capacity[a.index()];
    }
    for (ArcId const a : multiplied_.ids()) {
      bool const usable = edges_[a.index()].capacity > 0;
      if (usable && graph_.capacity(a).unlimited()) narrow.capacity[a.index()] = narrow.unlimited;
    }
    return narrow;
  }

  std::size_t solve(Fraction x) {
    solved_.push_back({{x, 0, {}}, {}});
    auto& [point, line] = solved_.back();
    if (auto const narrow = narrow_capacities(x)) {
      auto const found = solver_->solve(narrow->capacity, narrow->unlimited);
      point.on = Table<ArcId, Int128>(graph_.arc_count());
      for (ArcId const a : point.on.ids()) point.on[a] = found.flows[a.index()];
      line = line_of(arcs_across(found.cut.source_side));
    } else {
      point.on = wide_flow_at(x);
      line = line_of(cut_of(freedoms(point)));
    }
    point.throughput = scaled(line, x);
    return solved_.size() - 1;
  }

  Table<ArcId, Int128> wide_flow_at(Fraction x) const {
    Table<ArcId, Int128> wide(graph_.arc_count());
    for (ArcId const a : wide.ids()) wide[a] = capacity(a, x);
    return wide_max_flow(graph_, wide);
  }

  Line line_of(std::vector<ArcId> const& cut) const {
    Line line;
    for (ArcId const a : cut) {
      auto const amount = graph_.capacity(a).capacity().parts();
      (multiplied_[a] != 0 ? line.slope : line.intercept) += amount;
    }
    return line;
  }

  Freedoms freedoms(CurvePoint const& point) const {
    Freedoms result(graph_.arc_count(), kNothing);
    for (ArcId const a : result.ids()) {
      auto const limit = capacity(a, point.multiplier);
      if (limit < 0 || point.on[a] < limit) result[a] |= kRoom;
      if (point.on[a] > 0) result[a] |= kCarries;
    }
    return result;
  }

  /// The arcs that leave the set of vertices to which more could be brought from the origin. They
  /// are all full, also those of capacity 0 at multiplier 0, which belong to the cut's line.
  std::vector<ArcId> cut_of(Freedoms const& freedoms) const {
    std::vector<char> inside(graph_.vertex_count(), 0);
    std::vector<VertexId> queue{graph_.origin()};
    inside[graph_.origin().index()] = 1;
    auto const visit = [&](VertexId v, bool open) {
      if (!open || inside[v.index()] != 0) return;
      inside[v.index()] = 1;
      queue.push_back(v);
    };
    auto const first_out = graph_.first_out();
    for (std::size_t next = 0; next < queue.size(); ++next) {
      std::size_t const v = queue[next].index();
      for (auto i = first_out[v]; i < first_out[v + 1]; ++i) {
        visit(graph_.head(ArcId(i)), (freedoms[ArcId(i)] & kRoom) != 0);
      }
      for (auto i = first_in_[v]; i < first_in_[v + 1]; ++i) {
        visit(graph_.tail(arcs_in_[i]), (freedoms[arcs_in_[i]] & kCarries) != 0);
      }
    }
    return arcs_across(inside);
  }

  std::vector<ArcId> arcs_across(std::vector<char> const& inside) const {
    std::vector<ArcId> cut;
    for (ArcId const a : multiplied_.ids()) {
      if (inside[graph_.tail(a).index()] == 0 || inside[graph_.head(a).index()] != 0) continue;
      if (!graph_.capacity(a).zero()) cut.push_back(a);
    }
    return cut;
  }

  /// Finds the pieces between two solved multipliers from left to right. A stack instead of
  /// recursion: its depth would follow the number of pieces.
  void explore(std::size_t from, std::size_t to) {
    std::vector<Stretch> open{{from, to}};
    while (!open.empty()) {
      auto const stretch = open.back();
      open.pop_back();
      auto const left = solved_[stretch.from].line;
      auto const right = solved_[stretch.to].line;
      if (left == right) {
        add_piece(stretch, left);
        continue;
      }
      auto const x = crossing(left, right);
      if (x == solved_[stretch.from].point.multiplier) {
        add_piece(stretch, right);
      } else if (x == solved_[stretch.to].point.multiplier) {
        add_piece(stretch, left);
      } else if (auto const middle = solve(x);
                 solved_[middle].point.throughput == scaled(left, x)) {
        add_piece({stretch.from, middle}, left);
        add_piece({middle, stretch.to}, right);
      } else {
        open.push_back({middle, stretch.to});
        open.push_back({stretch.from, middle});
      }
    }
  }

  /// Where two lines meet, each the least at its own end of a stretch: the left one is steeper.
  static Fraction crossing(Line left, Line right) {
    return *narrow(divide(Exact{Int128{right.intercept} - left.intercept, 1},
                          Exact{Int128{left.slope} - right.slope, 1}));
  }

  void add_piece(Stretch ends, Line line) {
    if (!pieces_.empty() && pieces_.back().line == line) {
      pieces_.back().ends.to = ends.to;
    } else {
      pieces_.push_back({ends, line});
    }
  }

  void collect(Curve& curve) {
    curve.points.push_back(acyclic(solved_[pieces_.front().ends.from].point));
    for (auto const& [ends, line] : pieces_) {
      auto const& from = solved_[ends.from].point;
      auto const& to = solved_[ends.to].point;
      curve.pieces.push_back({from.multiplier, to.multiplier, Capacity::of_parts(line.intercept),
                              Capacity::of_parts(line.slope), binding(from, to)});
      if (ends.from != ends.to) curve.points.push_back(acyclic(to));
    }
  }

  /// Nothing listed runs in circles, where 64 bits hold it.
  CurvePoint acyclic(CurvePoint point) const {
    if (!narrow_capacities(point.multiplier)) return point;
    Table<ArcId, Capacity> on(graph_.arc_count());
    for (ArcId const a : on.ids()) {
      on[a] = Capacity::of_parts(static_cast<std::int64_t>(point.on[a]));
    }
    on = without_circulations(graph_, std::move(on));
    for (ArcId const a : on.ids()) point.on[a] = on[a].parts();
    return point;
  }

  /// Half of the flow at one end and half of that at the other is a maximum flow between them,
  /// where an arc has room if it has room at either end. So this needs no further solve.
  std::vector<ArcId> binding(CurvePoint const& from, CurvePoint const& to) const {
    auto between = freedoms(from);
    auto const other = freedoms(to);
    for (ArcId const a : between.ids()) between[a] |= other[a];
    return cut_of(between);
  }

  Graph const& graph_;
  Table<ArcId, std::uint8_t> multiplied_;
  std::vector<std::uint32_t> first_in_;
  std::vector<ArcId> arcs_in_;
  std::vector<flow::Edge> edges_;  ///< of capacity 0 where an arc can carry nothing
  std::optional<flow::RepeatedSolver> solver_;
  std::vector<Solved> solved_;
  std::vector<Piece> pieces_;
};

}  // namespace

Curve capacity_curve(Graph const& graph, std::vector<ArcId> const& multiplied,
                     MultiplierRange const& range) {
  return Search(graph, multiplied).run(range);
}

std::optional<ExactThroughput> value_at(Curve const& curve, Fraction multiplier) {
  for (auto const& piece : curve.pieces) {
    if (multiplier < piece.from || multiplier > piece.to) continue;
    auto const amount = scaled({piece.intercept.parts(), piece.slope.parts()}, multiplier);
    auto const reduced = divide(Exact{amount, 1}, Exact{multiplier.denominator, 1});
    return ExactThroughput{reduced->numerator, static_cast<std::int64_t>(reduced->denominator)};
  }
  return std::nullopt;
}

std::optional<Fraction> smallest_multiplier(Curve const& curve, Capacity target) {
  for (auto const& piece : curve.pieces) {
    Line const line{piece.intercept.parts(), piece.slope.parts()};
    if (scaled(line, piece.from) >= Int128{target.parts()} * piece.from.denominator) {
      return piece.from;
    }
    if (scaled(line, piece.to) < Int128{target.parts()} * piece.to.denominator) continue;
    // The line rises from below the target to it, so its slope is not 0.
    return narrow(divide(Exact{Int128{target.parts()} - line.intercept, 1}, Exact{line.slope, 1}));
  }
  return std::nullopt;
}

}  // namespace corridor
