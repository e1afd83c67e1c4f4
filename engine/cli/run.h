#pragma once

#include <string>
#include <vector>

#include "outcome.h"

namespace corridor::cli {

/// What the program finds around it.
struct Surroundings {
  bool terminal = false;  ///< stdout is one
  int columns = 0;        ///< of the terminal; 0: not known
  bool plain = false;     ///< NO_COLOR, or a dumb terminal
};
Surroundings surroundings_of_process();

/// Everything but the writing: arguments (without the program's name) to an answer. Prints nothing
/// but, on --verbose, stage timings. Throws only what is a defect or a lack of memory.
struct Run {
  Outcome outcome;
  std::string output;               ///< a file, or empty: stdout
  std::vector<std::string> inputs;  ///< files that were read
};
Run run(std::vector<std::string> const& arguments, Surroundings const& surroundings);

/// Writes what a run left and returns the exit code.
int deliver(Run const& run);

}  // namespace corridor::cli
