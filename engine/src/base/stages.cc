#include "corridor/base/stages.h"

#include <spdlog/logger.h>

#include <cstdint>

#include "corridor/base/decimal.h"

namespace corridor {

void Stages::report(std::string_view name, std::chrono::nanoseconds elapsed) const noexcept {
  if (logger_ == nullptr) return;
  try {
    auto const microseconds =
        std::chrono::duration_cast<std::chrono::microseconds>(elapsed).count();
    logger_->info("{}: {} ms", name, format_parts(std::int64_t{microseconds}, 1000));
  } catch (...) {  // NOLINT(bugprone-empty-catch): a host's logger must not change an answer
  }
}

}  // namespace corridor
