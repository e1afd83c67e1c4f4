#pragma once

#include <csignal>

#include "corridor/base/stop.h"

namespace corridor::cli {

/// While it lives, the first Ctrl-C asks a search to stop and hand out what it has; the second one
/// ends the program as usual. One at a time.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(Interruption const&) = delete;
  Interruption& operator=(Interruption const&) = delete;

  Stop stop() const;
  bool happened() const { return stop().requested(); }

 private:
  struct sigaction before_ {};
};

}  // namespace corridor::cli
