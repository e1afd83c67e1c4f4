#pragma once

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace corridor::bench {

/// What both programs' `main` is: runs with the arguments, tells an exception as an error.
template <class Run>
int run_program(char const* name, int argc, char** argv, Run const& run) {
  try {
    return run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (std::exception const& error) {
    std::fprintf(stderr, "%s: %s\n", name, error.what());
    return 1;
  }
}

}  // namespace corridor::bench
