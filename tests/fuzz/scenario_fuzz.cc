// Any bytes as a scenario or a study; a scenario that is read is applied to a small network.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "corridor/io/read.h"
#include "corridor/scenario/apply.h"

namespace {

using namespace corridor;

constexpr char const* kNetwork = R"(format: 1
network: small
year: 2025
assumptions: {teu_per_train: 80, tonnes_per_teu: 10, operating_days: 350}
sources: {S1: {title: Made up}}
modes:
  rail: {kind: rail, speed: 40 km/h, cost: 0.30 USD/TEU/km, emissions: 200 g/TEU/km}
  ship: {kind: sea, speed: 20 km/h, cost: 0.90 USD/TEU/km, emissions: 380 g/TEU/km}
nodes:
  dostyk: {passage: {time: 6 h, capacity: unlimited}}
  aktau: {transfers: [{between: [rail, ship], time: 72 h, capacity: 140000 TEU/year}]}
  alat: {}
links:
  dostyk-aktau: {between: [dostyk, aktau], mode: rail, length: 3000 km, capacity: 12 trains/day, corridors: [middle]}
  aktau-alat: {from: aktau, to: alat, mode: ship, length: 420 km, capacity: 89000 TEU/year}
regions: {caspian: [aktau, alat]}
)";

Network const& base() {
  static auto const network = [] {
    auto const document = parse_text(std::make_shared<Sources>(), "base", kNetwork);
    if (!document) std::abort();
    auto read = read_network(*document);
    if (!read) std::abort();
    return *std::move(read);
  }();
  return network;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const sources = std::make_shared<Sources>();
  auto const document = parse_text(sources, "fuzz", std::string(data, data + size));
  if (!document) return 0;
  auto const study = read_study(*document);
  if (!study && study.error().empty()) std::abort();
  auto const scenario = read_scenario(*document);
  if (!scenario) {
    if (render(scenario.error(), *sources).empty()) std::abort();
    return 0;
  }
  auto const changed = corridor::apply(base(), std::vector<Scenario>{*scenario});
  if (!changed && changed.error().empty()) std::abort();
  // Ids survive: nothing is erased.
  if (changed && changed->links.size() < base().links.size()) std::abort();
  return 0;
}
