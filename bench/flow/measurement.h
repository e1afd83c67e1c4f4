#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace corridor::bench {

// Plain C++17: LEMON 1.3 does not compile as C++20.

/// What is asked: the value with a minimum cut, or the flow on every arc as well.
enum class Answer : std::uint8_t { cut, flow };

/// How one contender did on one instance. Seconds are processor time of the thread.
struct Measurement {
  std::int64_t value = 0;
  double build_seconds = 0;  ///< from the list of edges to its own form; not in `seconds`
  double seconds = 0;        ///< the median of one solve
  double spread = 1;         ///< the slowest repetition over the fastest
};

/// How often a solve is repeated.
struct Repetitions {
  int usual = 7;
  int of_long = 3;  ///< where one solve takes longer than kLongSeconds
};
constexpr double kLongSeconds = 0.5;

/// Processor time of this thread: every solver here has one thread, and unlike the wall clock this
/// does not count what other programs of a shared machine take.
double thread_seconds();

/// Solves again and again and takes the time. `prepare(count)` makes ready for that many solves
/// outside the clock, `solve(i)` is the i-th of them and returns the value. Short solves are timed
/// in batches, so that a sample lasts at least two milliseconds; the first solve only warms up,
/// unless it is long.
template <class Prepare, class Solve>
Measurement repeated(Repetitions const& repetitions, Prepare&& prepare, Solve&& solve) {
  constexpr double kLeastSample = 2e-3;
  Measurement measured;
  auto sample = [&](std::size_t batch) {
    prepare(batch);
    double const start = thread_seconds();
    for (std::size_t i = 0; i < batch; ++i) measured.value = solve(i);
    return (thread_seconds() - start) / static_cast<double>(batch);
  };
  double const first = sample(1);
  bool const is_long = first > kLongSeconds;
  int const wanted = is_long ? repetitions.of_long : repetitions.usual;
  std::size_t const batch =
      first > kLeastSample / 2 ? 1 : static_cast<std::size_t>(kLeastSample / (first + 1e-9)) + 1;
  std::vector<double> samples;
  if (is_long) samples.push_back(first);
  while (static_cast<int>(samples.size()) < wanted) samples.push_back(sample(batch));
  std::sort(samples.begin(), samples.end());
  measured.seconds = samples[samples.size() / 2];
  measured.spread = samples.back() / samples.front();
  return measured;
}

/// The same where nothing has to be made ready.
template <class Solve>
Measurement repeated(Repetitions const& repetitions, Solve&& solve) {
  return repeated(
      repetitions, [](std::size_t) {}, [&](std::size_t) { return solve(); });
}

}  // namespace corridor::bench
