#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "corridor/analysis/pareto.h"

namespace corridor {

/// A question's graph for searches that weigh several things at once. A place is an arrival (or an
/// end) together with what the way so far must be remembered by: the vias passed, and, where border
/// crossings count, the country last stood in. A move leads from place to place: through the node
/// by its passage, a transfer or a start, and on by one link; or from an arrival to the
/// destination. So labels stand at arrivals only, half as many as there are vertices, and every
/// amount is a sum over moves.
class Moves {
 public:
  static constexpr std::uint32_t kOrigin = 0;
  static constexpr std::uint32_t kDestination = 1;

  /// All places that the origin reaches. O(places x degree).
  Moves(Network const& network, Graph const& graph, Question const& question, bool counts_borders);

  std::size_t places() const { return first_out_.size() - 1; }
  std::size_t count() const { return head_.size(); }

  /// Numbers of the moves out of a place.
  std::pair<std::uint32_t, std::uint32_t> out_of(std::uint32_t place) const {
    return {first_out_[place], first_out_[place + 1]};
  }
  /// The moves into a place.
  std::span<std::uint32_t const> into(std::uint32_t place) const {
    return std::span(in_).subspan(first_in_[place], first_in_[place + 1] - first_in_[place]);
  }
  std::uint32_t tail(std::uint32_t move) const { return tail_[move]; }
  std::uint32_t head(std::uint32_t move) const { return head_[move]; }
  /// A start, passage or transfer; or the end.
  ArcId inner(std::uint32_t move) const { return inner_[move]; }
  /// The link after it; the end again where there is none.
  ArcId link(std::uint32_t move) const { return link_[move]; }
  bool has_link(std::uint32_t move) const { return inner_[move] != link_[move]; }
  /// The place of the move's link in the file.
  std::uint32_t file_position(std::uint32_t move) const { return positions_[move]; }
  int borders(std::uint32_t move) const { return borders_[move]; }

 private:
  class Discovery;
  void list_in();

  std::vector<std::uint32_t> tail_, head_;
  std::vector<ArcId> inner_, link_;
  std::vector<std::uint32_t> positions_;
  std::vector<std::uint8_t> borders_;
  std::vector<std::uint32_t> first_out_, first_in_, in_;
};

/// What a move adds to a criterion.
Int128 amount_of(Criterion const& criterion, Graph const& graph, Moves const& moves,
                 std::uint32_t move, ValueOfTime value);

/// The arcs of a way of moves, in order.
std::vector<ArcId> arcs_of(Moves const& moves, std::vector<std::uint32_t> const& way);

}  // namespace corridor
