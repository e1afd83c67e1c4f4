#include "analysis/routing_weights.h"

#include <algorithm>
#include <bit>

namespace corridor {
namespace {

Int128 common_divisor(Int128 a, Int128 b) {
  while (b != 0) {
    Int128 const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

}  // namespace

RoutingAmounts::RoutingAmounts(RoutingTopology const& topology, Network const& network,
                               Question const& conditions, Objective const& objective,
                               ValueOfTime value)
    : topology_(topology),
      network_(network),
      objective_(objective),
      value_(value),
      finder_(network, conditions) {}

Figures const* RoutingAmounts::figures(std::size_t arc) const {
  std::uint32_t const element = topology_.element[arc];
  if (element == Graph::kNoElement) return nullptr;
  switch (topology_.kind[arc]) {
    case ArcKind::link:
      return &network_.links[LinkId(element)].element.figures;
    case ArcKind::transfer:
      return &network_.transfers[TransferId(element)].element.figures;
    case ArcKind::passage:
      return &network_.passages[PassageId(element)].element.figures;
    case ArcKind::start:
    case ArcKind::end:
      break;
  }
  return nullptr;
}

bool RoutingAmounts::usable(std::size_t arc) const {
  if (topology_.is_link(arc)) {
    LinkId const id(topology_.element[arc]);
    Link const& link = network_.links[id];
    return !finder_.of(id).any() && !finder_.of(link.from).any() && !finder_.of(link.to).any();
  }
  if (finder_.of(topology_.node[topology_.arcs[arc].tail]).any()) return false;
  Figures const* const own = figures(arc);
  return own == nullptr || !ObstacleFinder::of(*own).any();
}

std::optional<Int128> RoutingAmounts::operator()(std::size_t arc) const {
  if (!usable(arc)) return std::nullopt;
  Figures const* const own = figures(arc);
  if (own == nullptr) return Int128{0};
  return objective_.amount(totals_of(*own), value_);
}

Packing packing_of(RoutingTopology const& topology, Objective const& objective, ValueOfTime value) {
  Packing packing;
  packing.step = 0;
  for (Totals const& one :
       {Totals{Length::of_parts(1), {}, {}, {}}, Totals{{}, Duration::of_parts(1), {}, {}},
        Totals{{}, {}, Cost::of_parts(1), {}}, Totals{{}, {}, {}, Emissions::of_parts(1)}}) {
    packing.step = common_divisor(objective.amount(one, value), packing.step);
  }
  packing.step = std::max(packing.step, Int128{1});
  packing.link_bits = std::bit_width(topology.vertices);
  return packing;
}

hierarchy::ArcWeight packed_arc(RoutingTopology const& topology, Packing const& packing,
                                std::size_t arc, std::optional<Int128> amount) {
  bool const link = topology.is_link(arc);
  hierarchy::ArcWeight made{hierarchy::kUnreached, link ? topology.element[arc] : hierarchy::kNone};
  if (!amount) return made;
  Int128 const most = hierarchy::kMostWeight;
  made.weight = static_cast<hierarchy::Weight>(std::min(packing.pack(*amount, link), most));
  return made;
}

PackedArcs packed(RoutingTopology const& topology, RoutingAmounts const& amounts,
                  Packing const& packing) {
  PackedArcs made;
  made.weights.reserve(topology.arcs.size());
  std::vector<hierarchy::Weight> heaviest(topology.vertices, 0);
  for (std::size_t arc = 0; arc < topology.arcs.size(); ++arc) {
    made.weights.push_back(packed_arc(topology, packing, arc, amounts(arc)));
    hierarchy::Weight const weight = made.weights.back().weight;
    if (weight >= hierarchy::kUnreached) continue;
    auto& most = heaviest[topology.arcs[arc].tail];
    most = std::max(most, weight);
  }
  for (hierarchy::Weight const most : heaviest) made.bound += most;
  return made;
}

}  // namespace corridor
