// Deliberately plain and deliberately its own: nothing here is shared with the search, so a mistake
// there cannot hide here.

#include <string>
#include <utility>
#include <vector>

#include "corridor/analysis/curve.h"

namespace corridor {
namespace {

using Marks = std::vector<char>;

std::string text_of(ArcId a) { return "arc " + std::to_string(a.index()); }
std::string text_of(Fraction x) {
  return "multiplier " + std::to_string(x.numerator) + "/" + std::to_string(x.denominator);
}

class Check {
 public:
  Check(Graph const& graph, std::vector<ArcId> const& multiplied, MultiplierRange const& range,
        Curve const& curve)
      : graph_(graph), range_(range), curve_(curve), multiplied_(graph.arc_count(), 0) {
    for (ArcId const a : multiplied) multiplied_[a.index()] = 1;
  }

  std::string violation() {
    if (!curve_.bounded) return unbounded();
    for (auto const check : {&Check::shape, &Check::points, &Check::lines, &Check::cuts}) {
      if (auto found = (this->*check)(); !found.empty()) return found;
    }
    return {};
  }

 private:
  std::string unbounded() {
    if (!curve_.pieces.empty() || !curve_.points.empty()) return "an unbounded curve has pieces";
    auto at = graph_.origin();
    for (ArcId const a : curve_.unlimited_way) {
      if (a.index() >= graph_.arc_count()) return "the unlimited way has an arc that is not there";
      if (!graph_.capacity(a).unlimited()) return text_of(a) + " of the unlimited way is limited";
      if (graph_.tail(a) != at) return "the unlimited way is not joined before " + text_of(a);
      at = graph_.head(a);
    }
    return at == graph_.destination() ? "" : "the unlimited way does not reach the destination";
  }

  /// Pieces cover the range without a gap, in order, and bend downwards.
  std::string shape() {
    auto const& pieces = curve_.pieces;
    if (!curve_.unlimited_way.empty()) return "a bounded curve has an unlimited way";
    if (pieces.empty()) return "the curve has no pieces";
    if (pieces.front().from != range_.min)
      return "the curve does not start at the least multiplier";
    if (pieces.back().to != range_.max) return "the curve does not end at the largest multiplier";
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      bool const single = pieces.size() == 1 && pieces[i].from == pieces[i].to;
      if (!single && pieces[i].from >= pieces[i].to) return "a piece has no length";
      if (i == 0) continue;
      if (pieces[i].from != pieces[i - 1].to) return "two pieces do not follow each other";
      if (pieces[i].slope >= pieces[i - 1].slope) return "the slopes do not fall";
    }
    bool const single = pieces.front().from == pieces.front().to;
    return curve_.points.size() == pieces.size() + (single ? 0 : 1) ? "" : "an end has no flow";
  }

  std::string points() {
    for (auto const& point : curve_.points) {
      if (point.on.size() != graph_.arc_count()) return "a flow is missing for some arc";
      auto found = amounts(point);
      if (found.empty()) found = conservation(point);
      if (!found.empty()) return "at " + text_of(point.multiplier) + " " + found;
    }
    return {};
  }

  /// Capacity times the denominator. Only for limited arcs.
  Int128 capacity(ArcId a, Fraction x) const {
    auto const amount = Int128{graph_.capacity(a).capacity().parts()};
    return amount * (multiplied_[a.index()] != 0 ? x.numerator : x.denominator);
  }

  std::string amounts(CurvePoint const& point) const {
    for (ArcId const a : point.on.ids()) {
      if (point.on[a] < 0) return text_of(a) + " carries less than nothing";
      if (!graph_.capacity(a).unlimited() && point.on[a] > capacity(a, point.multiplier)) {
        return text_of(a) + " carries more than its capacity";
      }
    }
    return {};
  }

  std::string conservation(CurvePoint const& point) const {
    std::vector<Int128> net_out(graph_.vertex_count(), 0);
    for (ArcId const a : point.on.ids()) {
      net_out[graph_.tail(a).index()] += point.on[a];
      net_out[graph_.head(a).index()] -= point.on[a];
    }
    for (VertexId const v : graph_.columns().node.ids()) {
      auto const wanted = v == graph_.origin()        ? point.throughput
                          : v == graph_.destination() ? -point.throughput
                                                      : Int128{0};
      if (net_out[v.index()] != wanted) {
        return "vertex " + std::to_string(v.index()) + " does not pass on what it gets";
      }
    }
    return {};
  }

  /// Each piece's line goes through the flows at its two ends.
  std::string lines() {
    for (std::size_t i = 0; i < curve_.pieces.size(); ++i) {
      auto const& piece = curve_.pieces[i];
      auto const& end = curve_.points[piece.from == piece.to ? i : i + 1];
      for (auto const& [x, point] : {std::pair{piece.from, &curve_.points[i]}, {piece.to, &end}}) {
        if (point->multiplier != x) return "a flow stands at another multiplier than its piece";
        auto const line = Int128{piece.intercept.parts()} * x.denominator +
                          Int128{piece.slope.parts()} * x.numerator;
        if (line != point->throughput) {
          return "at " + text_of(x) + " the flow is not what the piece says";
        }
      }
    }
    return {};
  }

  std::string cuts() {
    for (auto const& piece : curve_.pieces) {
      auto found = cut(piece);
      if (found.empty()) found = nearest(piece);
      if (!found.empty()) return "the piece from " + text_of(piece.from) + ": " + found;
    }
    return {};
  }

  std::string cut(CurvePiece const& piece) const {
    Marks in_cut(graph_.arc_count(), 0);
    Int128 intercept = 0;
    Int128 slope = 0;
    for (std::size_t i = 0; i < piece.binding.size(); ++i) {
      ArcId const a = piece.binding[i];
      if (a.index() >= graph_.arc_count()) return "its cut has an arc that is not there";
      if (i > 0 && !(piece.binding[i - 1] < a)) return "its cut is not in arc order";
      if (graph_.capacity(a).unlimited()) return "its cut has the unlimited " + text_of(a);
      (multiplied_[a.index()] != 0 ? slope : intercept) += graph_.capacity(a).capacity().parts();
      in_cut[a.index()] = 1;
    }
    if (intercept != piece.intercept.parts()) return "its cut does not give the intercept";
    if (slope != piece.slope.parts()) return "its cut does not give the slope";
    return separates(in_cut) ? "" : "its cut does not separate the ends";
  }

  bool separates(Marks const& in_cut) const {
    auto const passable = [&](ArcId a) {
      return in_cut[a.index()] == 0 && !graph_.capacity(a).zero();
    };
    return reached_by([&](ArcId a) { return passable(a); },
                      [](ArcId) { return false; })[graph_.destination().index()] == 0;
  }

  /// The cut is the nearest to the origin exactly when the flow could still be raised up to the
  /// tail of each of its arcs. Between the ends of a piece, where the flow is a mean of the two, an
  /// arc has room where it has room at either end, and carries where it carries at either.
  std::string nearest(CurvePiece const& piece) const {
    std::vector<CurvePoint const*> ends;
    for (auto const& point : curve_.points) {
      if (point.multiplier == piece.from || point.multiplier == piece.to) ends.push_back(&point);
    }
    auto const room = [&](ArcId a) {
      if (graph_.capacity(a).unlimited()) return true;
      for (auto const* end : ends) {
        if (end->on[a] < capacity(a, end->multiplier)) return true;
      }
      return false;
    };
    auto const carries = [&](ArcId a) {
      for (auto const* end : ends) {
        if (end->on[a] > 0) return true;
      }
      return false;
    };
    auto const reached = reached_by(room, carries);
    for (ArcId const a : piece.binding) {
      if (reached[graph_.tail(a).index()] == 0) {
        return "a minimum cut lies nearer the origin than " + text_of(a);
      }
    }
    return {};
  }

  /// Vertices reached from the origin along arcs that `forward` lets through and against those that
  /// `backward` does. Sweeps over all arcs until nothing changes would be plainer but too slow.
  template <class Forward, class Backward>
  Marks reached_by(Forward const& forward, Backward const& backward) const {
    std::vector<std::vector<ArcId>> into(graph_.vertex_count());
    for (ArcId const a : graph_.columns().head.ids()) into[graph_.head(a).index()].push_back(a);
    Marks reached(graph_.vertex_count(), 0);
    std::vector<std::uint32_t> queue{graph_.origin().index()};
    reached[queue.front()] = 1;
    auto const visit = [&](VertexId v) {
      if (reached[v.index()] != 0) return;
      reached[v.index()] = 1;
      queue.push_back(v.index());
    };
    for (std::size_t next = 0; next < queue.size(); ++next) {
      std::size_t const v = queue[next];
      for (auto i = graph_.first_out()[v]; i < graph_.first_out()[v + 1]; ++i) {
        if (forward(ArcId(i))) visit(graph_.head(ArcId(i)));
      }
      for (ArcId const a : into[v]) {
        if (backward(a)) visit(graph_.tail(a));
      }
    }
    return reached;
  }

  Graph const& graph_;
  MultiplierRange const& range_;
  Curve const& curve_;
  Marks multiplied_;
};

}  // namespace

std::string violation(Graph const& graph, std::vector<ArcId> const& multiplied,
                      MultiplierRange const& range, Curve const& curve) {
  return Check(graph, multiplied, range, curve).violation();
}

}  // namespace corridor
