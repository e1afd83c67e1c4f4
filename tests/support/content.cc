#include "support/content.h"

#include "corridor/io/pack.h"

namespace corridor::test {
namespace {

void forget_places(Element& element) {
  // That a share was written is part of what the element says.
  bool const has_share = element.share_written.known() || element.share != Fraction{1, 1};
  if (has_share) element.share_written = {0, 1, 1, 0, 0};
  element.written = {};
  element.span = {};
}

}  // namespace

std::string content_of(Network network) {
  network.texts = nullptr;
  for (auto& source : network.sources) source.span = {};
  for (auto& mode : network.modes) {
    mode.speed_written = mode.cost_written = mode.emissions_written = mode.span = {};
  }
  for (auto& expansion : network.expansions) {
    expansion.cost_written = expansion.up_to_written = expansion.span = {};
  }
  for (auto& node : network.nodes) node.span = {};
  for (auto& link : network.links) {
    forget_places(link.element);
    link.state_written = {};
  }
  for (auto& transfer : network.transfers) forget_places(transfer.element);
  for (auto& passage : network.passages) forget_places(passage.element);
  for (auto& region : network.regions) region.span = {};
  for (auto& corridor : network.corridors) corridor.span = {};
  network.column_units.clear();
  return to_pack(std::move(network));
}

}  // namespace corridor::test
