#pragma once

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

#include "corridor/base/result.h"
#include "corridor/graph/graph.h"
#include "corridor/model/network.h"
#include "corridor/model/question.h"

namespace corridor::bench {

/// A network, a question about it and its graph.
struct Instance {
  Network network;
  Question question;
  Graph graph;
};

/// Sizes of generated instances.
inline constexpr std::array<std::size_t, 5> kLinks{100, 1'000, 10'000, 100'000, 1'000'000};

/// The shipped network, from xian to europe.
Instance const& built_in();

/// `rail`: lines of single and double track between junctions, a gauge break down the middle.
/// `chains`: parallel chains from one origin to one destination with links across.
/// `grid`: a square of nodes, from its first column to its last.
/// About `links` links. The one made last is kept, because these are large.
Instance const& generated(std::string const& family, std::size_t links);

/// The value, or an exception with the first diagnostic.
template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().front().message);
  return std::move(result).value();
}

/// Ends the run when a benchmark's answer is not the right one: its time would say nothing.
inline void require(bool right, std::string const& what) {
  if (!right) throw std::logic_error("wrong answer: " + what);
}

}  // namespace corridor::bench
