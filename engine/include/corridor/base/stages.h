#pragma once

#include <chrono>
#include <memory>
#include <string_view>
#include <utility>

#include "corridor/export.h"

namespace spdlog {
class logger;
}

namespace corridor {

/// Reports how long each stage took, to the host's logger and nowhere else. Silent by default.
class CORRIDOR_EXPORT Stages {
 public:
  Stages() = default;
  explicit Stages(std::shared_ptr<spdlog::logger> logger) : logger_(std::move(logger)) {}

  /// Runs `stage` and returns what it returns.
  template <class Stage>
  auto run(std::string_view name, Stage&& stage) const {
    auto const clock = Clock(*this, name);
    return std::forward<Stage>(stage)();
  }

 private:
  class CORRIDOR_EXPORT Clock {
   public:
    Clock(Stages const& stages, std::string_view name)
        : stages_(stages), name_(name), start_(std::chrono::steady_clock::now()) {}
    Clock(Clock const&) = delete;
    Clock& operator=(Clock const&) = delete;
    ~Clock() { stages_.report(name_, std::chrono::steady_clock::now() - start_); }

   private:
    Stages const& stages_;
    std::string_view name_;
    std::chrono::steady_clock::time_point start_;
  };
  void report(std::string_view name, std::chrono::nanoseconds elapsed) const noexcept;

  std::shared_ptr<spdlog::logger> logger_;
};

}  // namespace corridor
