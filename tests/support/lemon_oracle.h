#pragma once

// Plain arrays only: LEMON 1.3 does not compile as C++20, so what is behind this is C++17.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace corridor::test {

/// The value of a maximum flow of LEMON's push-relabel (Preflow) from vertex 0 to vertex 1.
class LemonFlow {
 public:
  LemonFlow(std::size_t vertices, std::vector<std::uint32_t> const& tail,
            std::vector<std::uint32_t> const& head, std::vector<std::int64_t> const& capacity);
  ~LemonFlow();
  LemonFlow(LemonFlow const&) = delete;
  LemonFlow& operator=(LemonFlow const&) = delete;

  /// Solves from nothing, each time: the value, the flow on arcs and the cut.
  std::int64_t solve();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// LEMON's Dijkstra from vertex 0 to every vertex, as corridor's own search runs to its end.
class LemonRoute {
 public:
  LemonRoute(std::size_t vertices, std::vector<std::uint32_t> const& tail,
             std::vector<std::uint32_t> const& head, std::vector<std::int64_t> const& weight);
  ~LemonRoute();
  LemonRoute(LemonRoute const&) = delete;
  LemonRoute& operator=(LemonRoute const&) = delete;

  /// The distance of vertex 1.
  std::int64_t solve();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace corridor::test
