// Any bytes as a network file: a network, or findings that can be shown. Never a crash.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "corridor/io/read.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace corridor;
  auto const sources = std::make_shared<Sources>();
  auto const document = parse_text(sources, "fuzz", std::string(data, data + size));
  if (!document) {
    if (document.error().empty() || render(document.error(), *sources).empty()) std::abort();
    return 0;
  }
  Diagnostics warnings;
  auto const network = read_network(*document, &warnings);
  // Nothing is valid in a file that has findings, and a refusal says why.
  if (network && !document->findings().empty()) std::abort();
  if (!network && network.error().empty()) std::abort();
  if (!network && render(network.error(), *sources).empty()) std::abort();
  if (!warnings.empty() && render(warnings, *sources).empty()) std::abort();
  return 0;
}
