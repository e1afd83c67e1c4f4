#include <stdexcept>

#include "corridor/analysis/routing.h"
#include "corridor/io/pack.h"
#include "session.h"
#include "verb_runs.h"

namespace corridor::cli {
namespace {

/// What skims of the packed network need not find again; nothing for a network without small
/// separators, which they do without.
std::vector<std::uint32_t> order_of(Network const& network) {
  try {
    return RoutingNetwork(network).order();
  } catch (std::overflow_error const&) {
    return {};
  }
}

}  // namespace

Outcome run_pack(Session& session) {
  if (!session.request().has("output")) {
    throw UsageError("`pack` writes a file of bytes; name it with -o FILE.pack");
  }
  auto network = session.base_network();
  auto const& stages = session.stages();
  auto const order = stages.run("order", [&] { return order_of(network); });
  return session.text(stages.run("pack", [&] { return to_pack(std::move(network), order); }));
}

}  // namespace corridor::cli
