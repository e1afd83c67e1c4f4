// Any bytes as a pack: a network that packs to the same bytes again, or findings that can be shown.
// Never a crash.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "corridor/io/pack.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace corridor;
  auto const sources = std::make_shared<Sources>();
  auto const refuse = [&](Diagnostics const& found) {
    if (found.empty() || render(found, *sources).empty()) std::abort();
    return 0;
  };
  auto const pack = Pack::read("fuzz.pack", std::string(data, data + size));
  if (!pack) return refuse(pack.error());
  auto network = pack->network(sources);
  if (!network) return refuse(network.error());
  if (network->links.size() != pack->link_count()) std::abort();
  return 0;
}
