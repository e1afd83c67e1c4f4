#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analysis/staged_distances.h"

namespace corridor {

/// Where a shipment stands on its way: at a departure right after its start, else at an arrival.
struct RoutePlace {
  RoutePlace() = default;
  RoutePlace(VertexId at, std::size_t vias) : vertex(at), stage(static_cast<std::uint32_t>(vias)) {}

  VertexId vertex;
  std::uint32_t stage = 0;  ///< how many vias are behind it
};

/// One step of a route: the start, passage or transfer inside a node with the link after it, or an
/// end alone (then both are the end). From one place the link determines the step.
template <class W>
struct RouteStep {
  ArcId inner, last;
  RoutePlace to;
  W weight;
};

/// Finds the best rest of a route whose beginning is given: it uses no node of the beginning and
/// begins with none of the banned steps. It may pass a node of its own twice, by another mode or in
/// another stage. Ties: the smallest sequence of links.
///
/// One object serves many searches of a question: labels carry the number of the search that wrote
/// them, so nothing is cleared in between.
template <class W>
class SpurSearch {
 public:
  using Step = RouteStep<W>;

  /// `weight` by arc; `to_end` without any node forbidden.
  SpurSearch(Network const& network, Graph const& graph, std::vector<W> const& weight,
             StagedDistances<W> const& to_end)
      : graph_(graph),
        weight_(weight),
        to_end_(to_end),
        forbidden_(network.nodes.size(), 0),
        labels_(to_end.stages() * graph.vertex_count()) {}

  /// Allows every node again.
  void begin() { ++beginning_; }
  void forbid(NodeId node) { forbidden_[node] = beginning_; }
  bool forbidden(NodeId node) const { return forbidden_[node] == beginning_; }

  /// No rest from here weighs less; unreached when there is none. O(steps from here).
  W bound(RoutePlace const& from, std::span<ArcId const> banned) const {
    auto const step = first_step(from, banned);
    return step ? step->weight + left_after(*step) : W::unreached();
  }

  /// The best rest, for a beginning that weighs `before`; empty when there is none or it makes the
  /// whole weigh more than `most`.
  std::vector<Step> best(RoutePlace const& from, W const& before, std::span<ArcId const> banned,
                         W const& most) {
    auto const first = first_step(from, banned);
    if (!first || most < before + first->weight + left_after(*first)) return {};
    auto straight = along_distances(*first);
    if (!straight.empty()) return straight;
    auto const least = search(from, before, banned, most);
    if (least == W::unreached()) return {};
    return earliest(from, banned, least);
  }

 private:
  struct Label {
    W weight;                 ///< from the origin, of the best way known
    std::uint32_t found = 0;  ///< the search that wrote it
    std::uint32_t dead = 0;   ///< the search in which no best way leads on from here
  };
  struct Waiting {
    W whole;  ///< weight so far and what is left at least
    RoutePlace place;

    friend bool operator<(Waiting const& a, Waiting const& b) { return b.whole < a.whole; }
  };

  W const& weight_of(ArcId a) const { return weight_[a.index()]; }
  W const& left_after(Step const& step) const { return to_end_.at(step.to.stage, step.to.vertex); }
  Label& label(RoutePlace const& place) {
    return labels_[place.stage * graph_.vertex_count() + place.vertex.index()];
  }
  bool ends(Step const& step) const { return graph_.kind(step.last) == ArcKind::end; }
  /// Orders the steps from one place: the position of the link in the file.
  std::uint32_t position(Step const& step) const { return graph_.columns().element[step.last]; }

  /// Every step from a place after which the destination can be reached and that comes to no
  /// forbidden node.
  template <class Visit>
  void for_each_step(RoutePlace const& from, Visit const& visit) const {
    auto const first_out = graph_.first_out();
    auto const links = [&](ArcId inner, W const& before, VertexId departure) {
      for (auto i = first_out[departure.index()]; i < first_out[departure.index() + 1U]; ++i) {
        ArcId const link(i);
        NodeId const node = graph_.columns().node[graph_.head(link)];
        if (forbidden(node)) continue;
        RoutePlace const to{graph_.head(link), to_end_.stage_at(from.stage, node)};
        if (to_end_.reaches(to.stage, to.vertex)) {
          visit(Step{inner, link, to, before + weight_of(link)});
        }
      }
    };
    if (graph_.columns().vertex_kind[from.vertex] == VertexKind::departure) {
      return links(ArcId(), W{}, from.vertex);
    }
    for (auto i = first_out[from.vertex.index()]; i < first_out[from.vertex.index() + 1U]; ++i) {
      ArcId const inner(i);
      if (graph_.kind(inner) != ArcKind::end) {
        links(inner, weight_of(inner), graph_.head(inner));
      } else if (to_end_.reaches(from.stage, graph_.head(inner))) {
        visit(Step{inner, inner, {graph_.head(inner), from.stage}, weight_of(inner)});
      }
    }
  }

  static bool is_banned(std::span<ArcId const> banned, Step const& step) {
    return std::find(banned.begin(), banned.end(), step.last) != banned.end();
  }

  /// The step with the least weight to the destination, ties: the earliest link.
  std::optional<Step> first_step(RoutePlace const& from, std::span<ArcId const> banned) const {
    std::optional<Step> best;
    W least = W::unreached();
    for_each_step(from, [&](Step const& step) {
      W const whole = step.weight + left_after(step);
      if (best && !(whole < least) && !(whole == least && position(step) < position(*best))) return;
      if (is_banned(banned, step)) return;
      best = step;
      least = whole;
    });
    return best;
  }

  /// The best way on as if no node were forbidden; empty where it comes to a forbidden one. If it
  /// does not, it is the best of those that are allowed.
  std::vector<Step> along_distances(Step const& first) const {
    std::vector<Step> steps{first};
    while (!ends(steps.back())) {
      W const left = left_after(steps.back());
      auto const next = first_step(steps.back().to, {});
      if (!next || next->weight + left_after(*next) != left) return {};
      steps.push_back(*next);
    }
    // Among steps that are equally good an earlier one may be forbidden, and then another lies on
    // the way: it is allowed and equally good, so the way found is still the earliest.
    return steps;
  }

  /// A*: the least weight of the whole, with the labels of every place on a way that has it.
  W search(RoutePlace const& from, W const& before, std::span<ArcId const> banned, W const& most) {
    ++round_;
    W least = W::unreached();
    queue_.clear();
    label(from) = {before, round_, 0};
    expand(from, banned, most, least);
    while (!queue_.empty()) {
      std::pop_heap(queue_.begin(), queue_.end());
      auto const next = queue_.back();
      queue_.pop_back();
      // Equally good ways are needed too: among them the earliest is chosen.
      if (least < next.whole) break;
      bool const outdated =
          label(next.place).weight + to_end_.at(next.place.stage, next.place.vertex) < next.whole;
      if (!outdated) expand(next.place, {}, most, least);
    }
    return least;
  }

  void expand(RoutePlace const& from, std::span<ArcId const> banned, W const& most, W& least) {
    W const here = label(from).weight;
    for_each_step(from, [&](Step const& step) {
      W const weight = here + step.weight;
      W const whole = weight + left_after(step);
      if (least < whole || most < whole || is_banned(banned, step)) return;
      if (ends(step)) {
        least = whole;
        return;
      }
      auto& there = label(step.to);
      if (there.found == round_ && !(weight < there.weight)) return;
      there = {weight, round_, 0};
      queue_.push_back({whole, step.to});
      std::push_heap(queue_.begin(), queue_.end());
    });
  }

  /// Follows the labels of the last search, at each place the earliest link first. Places from
  /// which no best way leads on are marked, so each is left once.
  std::vector<Step> earliest(RoutePlace const& from, std::span<ArcId const> banned,
                             W const& least) {
    std::vector<Step> steps;
    std::vector<std::uint64_t> next_position{0};
    while (!next_position.empty()) {
      bool const at_beginning = steps.empty();
      auto const place = at_beginning ? from : steps.back().to;
      auto const step = earliest_step(place, at_beginning ? banned : std::span<ArcId const>(),
                                      least, next_position.back());
      if (step) {
        next_position.back() = std::uint64_t{position(*step)} + 1;
        steps.push_back(*step);
        if (ends(*step)) return steps;
        next_position.push_back(0);
      } else {
        label(place).dead = round_;
        next_position.pop_back();
        if (!steps.empty()) steps.pop_back();
      }
    }
    return steps;
  }

  std::optional<Step> earliest_step(RoutePlace const& from, std::span<ArcId const> banned,
                                    W const& least, std::uint64_t from_position) {
    std::optional<Step> best;
    W const here = label(from).weight;
    for_each_step(from, [&](Step const& step) {
      if (position(step) < from_position || is_banned(banned, step)) return;
      if (best && position(*best) <= position(step)) return;
      W const weight = here + step.weight;
      if (least < weight + left_after(step)) return;
      if (!ends(step)) {
        auto const& there = label(step.to);
        if (there.found != round_ || there.dead == round_ || there.weight != weight) return;
      }
      best = step;
    });
    return best;
  }

  Graph const& graph_;
  std::vector<W> const& weight_;
  StagedDistances<W> const& to_end_;
  Table<NodeId, std::uint32_t> forbidden_;
  std::uint32_t beginning_ = 1;
  std::vector<Label> labels_;
  std::uint32_t round_ = 0;
  std::vector<Waiting> queue_;
};

}  // namespace corridor
