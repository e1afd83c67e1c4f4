#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace corridor::cli {

/// How far a long work is, on one line of stderr: done, rate, time left. Only where stderr is a
/// terminal; the line vanishes at the end.
class Progress {
 public:
  Progress(std::uint64_t total, bool wanted);
  ~Progress();
  Progress(Progress const&) = delete;
  Progress& operator=(Progress const&) = delete;

  void done(std::uint64_t count);

 private:
  using Clock = std::chrono::steady_clock;

  std::uint64_t total_;
  bool shown_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
  std::size_t width_ = 0;  ///< of what stands there
};

/// "12,345 of 100,000, 45,000/s, 2 s left".
std::string progress_text(std::uint64_t done, std::uint64_t total, std::chrono::milliseconds since);

}  // namespace corridor::cli
