#include "progress.h"

#include <unistd.h>

#include <algorithm>

#include "corridor/base/decimal.h"
#include "output.h"

namespace corridor::cli {
namespace {

std::string grouped(std::uint64_t number) {
  return format_grouped(static_cast<std::int64_t>(number), 1, 0);
}

std::string duration_text(std::uint64_t seconds) {
  constexpr std::uint64_t kMinute = 60;
  constexpr std::uint64_t kHour = 60 * kMinute;
  if (seconds < 2 * kMinute) return grouped(seconds) + " s";
  if (seconds < 2 * kHour) return grouped(seconds / kMinute) + " min";
  return grouped(seconds / kHour) + " h";
}

}  // namespace

std::string progress_text(std::uint64_t done, std::uint64_t total,
                          std::chrono::milliseconds since) {
  auto const elapsed = static_cast<std::uint64_t>(std::max<std::int64_t>(1, since.count()));
  auto const rate = done * 1000 / elapsed;
  auto text = grouped(done) + " of " + grouped(total) + ", " + grouped(rate) + "/s";
  if (rate > 0) text += ", " + duration_text((total - done + rate - 1) / rate) + " left";
  return text;
}

Progress::Progress(std::uint64_t total, bool wanted)
    : total_(total), shown_(wanted && ::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (width_ > 0) write_stderr("\r" + std::string(width_, ' ') + "\r");
}

void Progress::done(std::uint64_t count) {
  if (!shown_) return;
  constexpr auto kPause = std::chrono::milliseconds(200);
  auto const now = Clock::now();
  if (now - last_ < kPause) return;
  last_ = now;
  auto text = progress_text(count, total_,
                            std::chrono::duration_cast<std::chrono::milliseconds>(now - start_));
  auto const width = text.size();
  if (width < width_) text.append(width_ - width, ' ');
  width_ = std::max(width_, width);
  write_stderr("\r" + text);
}

}  // namespace corridor::cli
