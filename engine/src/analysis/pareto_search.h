#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <queue>
#include <system_error>
#include <utility>
#include <vector>

#include "analysis/moves.h"

namespace corridor {

/// A sum of moves by each of K criteria.
template <class Amount, std::size_t K>
using Vector = std::array<Amount, K>;

template <class Amount, std::size_t K>
Vector<Amount, K> operator+(Vector<Amount, K> a, Vector<Amount, K> const& b) {
  for (std::size_t k = 0; k < K; ++k) a[k] += b[k];
  return a;
}

template <class Amount, std::size_t K>
Vector<Amount, K> operator-(Vector<Amount, K> a, Vector<Amount, K> const& b) {
  for (std::size_t k = 0; k < K; ++k) a[k] -= b[k];
  return a;
}

/// The vectors that were kept somewhere, in so far as a later one must be compared with them: they
/// come in lexicographic order, so that the first amount of an earlier one is never the larger, and
/// the others decide (dimensionality reduction).
template <class Amount, std::size_t K>
class Kept {
 public:
  using V = Vector<Amount, K>;

  /// Whether one is no worse in anything.
  bool covers(V const& later) const { return find(later) != nullptr; }

  /// Whether one is better: no worse in anything and not the same.
  bool beats(V const& later) const {
    auto const* const found = find(later);
    return found != nullptr && *found != later;
  }

  /// Adds one that none covers.
  void add(V const& vector) {
    if constexpr (K > 2) {
      // The order of the rest does not matter, so the last one may fill a gap.
      for (std::size_t i = vectors_.size(); i-- > 0;) {
        if (!rest_covers(vector, vectors_[i])) continue;
        vectors_[i] = vectors_.back();
        vectors_.pop_back();
      }
      vectors_.push_back(vector);
    } else {
      vectors_.assign(1, vector);  // the last is the least in the second amount
    }
  }

 private:
  static bool rest_covers(V const& a, V const& b) {
    for (std::size_t k = 1; k < K; ++k) {
      if (a[k] > b[k]) return false;
    }
    return true;
  }

  V const* find(V const& later) const {
    for (auto const& vector : vectors_) {
      if (rest_covers(vector, later)) return &vector;
    }
    return nullptr;
  }

  std::vector<V> vectors_;
};

/// Finds every front vector of the ways from the origin to the destination.
///
/// Labels are set backwards, from the destination: what is left from a place to the end. So a route
/// is read off forwards, by the earliest next link, and labels need not know where they came from.
/// They are set in lexicographic order of (what is left + the least from the origin, links): with
/// exact least amounts that order never falls along a way, so the first label of a vector at a
/// place has the fewest links, and a label is final when it is set.
template <class Amount, std::size_t K>
class FrontSearch {
 public:
  using V = Vector<Amount, K>;

  /// A kept way from a place to the destination.
  struct Label {
    V left{};
    std::uint32_t links = 0;
  };

  FrontSearch(Moves const& moves, std::vector<V> amounts, std::size_t most_labels)
      : moves_(moves), amounts_(std::move(amounts)), most_labels_(most_labels) {}

  /// Only ways that exceed this in nothing are wanted; called before run.
  void stay_within(V const& most) {
    most_ = most;
    bounded_ = true;
  }

  void run() {
    find_least();
    if (!reached_[Moves::kDestination]) return;
    set_labels();
    sort_by_place();
  }

  std::size_t labels() const { return labels_.size(); }
  /// The front: the labels of the origin, in lexicographic order.
  std::pair<std::size_t, std::size_t> front() const { return labels_of(Moves::kOrigin); }
  V const& vector(std::size_t label) const { return labels_[label].left; }

  /// The moves of a label's way that come first in file order.
  ///
  /// Every tight move (one whose rest is a label with as many links as are left) lies on a way with
  /// the label's vector and number of links, so taking the earliest link at each step gives the
  /// smallest sequence; that a link leads to one place only is shown at ReadOff.
  std::vector<std::uint32_t> way(std::size_t label) const {
    std::vector<std::uint32_t> way;
    auto left = labels_[label];
    for (auto place = Moves::kOrigin; place != Moves::kDestination;) {
      auto const move = earliest_tight(place, left);
      way.push_back(move);
      left.left = left.left - amounts_[move];
      if (moves_.has_link(move)) --left.links;
      place = moves_.head(move);
    }
    return way;
  }

 private:
  /// A label that may still be beaten.
  struct Open {
    V through{};  ///< what is left + the least from the origin
    std::uint32_t links = 0;
    std::uint32_t place = 0;

    friend bool operator>(Open const& a, Open const& b) {
      return a.through != b.through ? a.through > b.through : a.links > b.links;
    }
  };
  struct Set {
    Label label;
    std::uint32_t place = 0;
  };

  /// Least amounts from the origin, by each criterion alone (Dijkstra 1959).
  void find_least() {
    least_.assign(moves_.places(), V{});
    reached_.assign(moves_.places(), false);
    for (std::size_t k = 0; k < K; ++k) find_least(k);
  }

  void find_least(std::size_t k) {
    using Entry = std::pair<Amount, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    std::vector<bool> done(moves_.places(), false);
    std::vector<bool> seen(moves_.places(), false);
    queue.push({Amount{}, Moves::kOrigin});
    while (!queue.empty()) {
      auto const [amount, place] = queue.top();
      queue.pop();
      if (done[place]) continue;
      done[place] = true;
      auto const [first, last] = moves_.out_of(place);
      for (auto move = first; move < last; ++move) {
        auto const head = moves_.head(move);
        Amount const sum = amount + amounts_[move][k];
        if (seen[head] && sum >= least_[head][k]) continue;
        seen[head] = true;
        least_[head][k] = sum;
        queue.push({sum, head});
      }
    }
    reached_ = std::move(done);
  }

  void set_labels() {
    kept_.resize(moves_.places());
    open(Moves::kDestination, Label{});
    while (!queue_.empty()) {
      auto const [through, links, place] = queue_.top();
      queue_.pop();
      Label const label{through - least_[place], links};
      if (hopeless(place, label.left, through)) continue;
      if (set_.size() == most_labels_) {
        throw std::system_error(
            std::make_error_code(std::errc::not_enough_memory),
            "the front needs more than " + std::to_string(most_labels_) + " labels");
      }
      kept_[place].add(label.left);
      set_.push_back({label, place});
      for (auto const move : moves_.into(place)) {
        open(moves_.tail(move),
             {label.left + amounts_[move], label.links + (moves_.has_link(move) ? 1U : 0U)});
      }
    }
  }

  void open(std::uint32_t place, Label const& label) {
    V const through = label.left + least_[place];
    if (!hopeless(place, label.left, through)) queue_.push({through, label.links, place});
  }

  /// Whether a label is covered where it stands, or every way through it is beaten. One that may
  /// become as good as a known route stays: its way may have fewer links.
  bool hopeless(std::uint32_t place, V const& left, V const& through) const {
    return kept_[place].covers(left) || kept_[Moves::kOrigin].beats(through) ||
           (bounded_ && exceeds(through));
  }

  bool exceeds(V const& through) const {
    for (std::size_t k = 0; k < K; ++k) {
      if (through[k] > most_[k]) return true;
    }
    return false;
  }

  /// The order within a place stays: lexicographic.
  void sort_by_place() {
    first_.assign(moves_.places() + 1, 0);
    for (auto const& set : set_) ++first_[set.place + 1];
    for (std::size_t place = 0; place < moves_.places(); ++place)
      first_[place + 1] += first_[place];
    labels_.resize(set_.size());
    auto next = first_;
    for (auto const& set : set_) labels_[next[set.place]++] = set.label;
    set_ = {};
  }

  std::pair<std::size_t, std::size_t> labels_of(std::uint32_t place) const {
    if (first_.empty()) return {0, 0};
    return {first_[place], first_[place + 1]};
  }

  bool has(std::uint32_t place, V const& left, std::uint32_t links) const {
    auto const [first, last] = labels_of(place);
    auto const begin = labels_.begin() + static_cast<std::ptrdiff_t>(first);
    auto const end = labels_.begin() + static_cast<std::ptrdiff_t>(last);
    auto const found = std::lower_bound(
        begin, end, left, [](Label const& label, V const& wanted) { return label.left < wanted; });
    return found != end && found->left == left && found->links == links;
  }

  std::uint32_t earliest_tight(std::uint32_t place, Label const& label) const {
    auto const [first, last] = moves_.out_of(place);
    auto best = last;
    for (auto move = first; move < last; ++move) {
      std::uint32_t const own = moves_.has_link(move) ? 1 : 0;
      if (label.links < own) continue;
      if (!has(moves_.head(move), label.left - amounts_[move], label.links - own)) continue;
      if (own == 0) return move;  // an end: no link is left, so nothing competes with it
      if (best == last || earlier(move, best)) best = move;
    }
    return best;
  }

  bool earlier(std::uint32_t a, std::uint32_t b) const {
    return moves_.file_position(a) < moves_.file_position(b);
  }

  Moves const& moves_;
  std::vector<V> amounts_;  ///< by move
  std::size_t most_labels_;
  V most_{};
  bool bounded_ = false;
  std::vector<V> least_;  ///< by place, from the origin
  std::vector<bool> reached_;
  std::vector<Kept<Amount, K>> kept_;  ///< by place; of the origin: the front
  std::priority_queue<Open, std::vector<Open>, std::greater<>> queue_;
  std::vector<Set> set_;
  std::vector<Label> labels_;       ///< by place
  std::vector<std::size_t> first_;  ///< of a place's labels
};

}  // namespace corridor
