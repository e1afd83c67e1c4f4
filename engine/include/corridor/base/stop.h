#pragma once

#include <atomic>

namespace corridor {

/// A request to stop a long search, made by whoever started it: a signal handler, another thread.
/// The search looks at it now and then and hands out the best it has. Without a flag it never
/// stops.
class Stop {
 public:
  Stop() = default;
  /// `flag` must outlive every search that got this token.
  explicit Stop(std::atomic<bool> const& flag) : flag_(&flag) {}

  bool requested() const { return flag_ != nullptr && flag_->load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> const* flag_ = nullptr;
};

}  // namespace corridor
