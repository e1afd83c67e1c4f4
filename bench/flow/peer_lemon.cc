#include <algorithm>

#include "contenders.h"
#include "peer_lemon_plain.h"

namespace corridor::bench {

Measurement measure_lemon(families::Instance const& instance, Answer answer,
                          Repetitions const& repetitions) {
  double const start = thread_seconds();
  auto sorted = instance.edges;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](flow::Edge const& a, flow::Edge const& b) { return a.tail < b.tail; });
  PlainNetwork plain;
  plain.vertices = static_cast<int>(instance.vertices);
  plain.source = static_cast<int>(instance.source);
  plain.sink = static_cast<int>(instance.sink);
  for (flow::Edge const& edge : sorted) {
    plain.ends.emplace_back(static_cast<int>(edge.tail), static_cast<int>(edge.head));
    plain.capacity.push_back(edge.capacity);
  }
  double const sorting = thread_seconds() - start;
  auto measured = measure_lemon(plain, answer, repetitions);
  measured.build_seconds += sorting;
  return measured;
}

}  // namespace corridor::bench
