#include "interruption.h"

#include <atomic>

namespace corridor::cli {
namespace {

// A handler may only touch what is lock-free and there for as long as the program runs.
std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

struct sigaction handler_before {};

extern "C" void note_interruption(int) {
  interrupted.store(true, std::memory_order_relaxed);
  ::sigaction(SIGINT, &handler_before, nullptr);
}

}  // namespace

Interruption::Interruption() {
  interrupted.store(false, std::memory_order_relaxed);
  ::sigaction(SIGINT, nullptr, &handler_before);
  before_ = handler_before;
  struct sigaction action {};
  action.sa_handler = note_interruption;
  sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);
}

Interruption::~Interruption() { ::sigaction(SIGINT, &before_, nullptr); }

Stop Interruption::stop() const { return Stop(interrupted); }

}  // namespace corridor::cli
