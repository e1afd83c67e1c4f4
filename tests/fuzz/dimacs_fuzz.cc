// Any bytes as a DIMACS network: a problem, or findings that can be shown. Never a crash.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "corridor/io/dimacs.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace corridor;
  auto const sources = std::make_shared<Sources>();
  auto const problem = read_dimacs(sources, "fuzz.max", std::string(data, data + size));
  if (!problem && (problem.error().empty() || render(problem.error(), *sources).empty())) {
    std::abort();
  }
  // A graph for shortest paths has neither source nor sink.
  bool const flows = problem && !problem->source.empty();
  if (flows && !find_node(problem->network, problem->source)) std::abort();
  return 0;
}
