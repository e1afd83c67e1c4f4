// Any bytes as a result to verify: it holds, it does not, or it is none. Never a crash.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "corridor/verify/verify.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace corridor;
  Loader loader;
  // The network is always this one, so that results can get beyond their inputs.
  auto const answer = verify_text(loader, "fuzz.json", std::string(data, data + size),
                                  "built-in:network/seven-places.yaml");
  if (!answer) {
    if (answer.error().empty() || render(answer.error(), *loader.sources()).empty()) std::abort();
    return 0;
  }
  if (answer->holds != answer->reason.empty()) std::abort();
  return 0;
}
