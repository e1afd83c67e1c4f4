#include "analysis/sweep_model.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "analysis/sweep_bounds.h"
#include "corridor/base/int128.h"

namespace corridor {
namespace {

bool may_open(SweepPlan const& plan, ElementRef ref) {
  return std::any_of(plan.variations.begin(), plan.variations.end(), [&](Variation const& each) {
    auto const named = std::find(each.elements.begin(), each.elements.end(), ref);
    if (each.field || named == each.elements.end()) return false;
    return std::any_of(each.levels.begin(), each.levels.end(), [](SweepValue const& level) {
      return level.kind == SweepValue::Kind::open;
    });
  });
}

bool may_get_capacity(SweepPlan const& plan, ElementRef ref) {
  return std::any_of(plan.variations.begin(), plan.variations.end(), [&](Variation const& each) {
    auto const named = std::find(each.elements.begin(), each.elements.end(), ref);
    return each.field == Field::capacity && named != each.elements.end();
  });
}

Element& element_at(Network& network, ElementRef ref) {
  switch (ref.kind) {
    case ElementKind::transfer:
      return network.transfers[TransferId(ref.index)].element;
    case ElementKind::passage:
      return network.passages[PassageId(ref.index)].element;
    case ElementKind::link:
      break;
  }
  return network.links[LinkId(ref.index)].element;
}

void open_link(Link& link) {
  link.status = Status::open;
  link.opens.reset();
  link.closes.reset();
}

/// The network in which everything is there that some scenario uses.
Network with_everything(Network network, SweepPlan const& plan,
                        std::vector<Sweep::Model::Slot> const& slots) {
  for (auto const& slot : slots) {
    if (slot.ref.kind == ElementKind::link && may_open(plan, slot.ref)) {
      open_link(network.links[LinkId(slot.ref.index)]);
    }
    auto& capacity = element_at(network, slot.ref).figures.capacity;
    if (capacity.zero() && may_get_capacity(plan, slot.ref)) capacity = Limit();
  }
  return network;
}

}  // namespace

Sweep::Model::Model(Network asked, Question asked_question, SweepPlan planned,
                    Objective const& objective, ValueOfTime value_of_time)
    : network(std::move(asked)),
      question(std::move(asked_question)),
      plan(std::move(planned)),
      by(&objective),
      value(value_of_time),
      slots(slots_for(network, plan)),
      graph(compile(with_everything(network, plan, slots), question)) {
  number_slots();
  find_arcs();
  prepare_flow();
}

std::vector<Sweep::Model::Slot> Sweep::Model::slots_for(Network const& network,
                                                        SweepPlan const& plan) {
  std::vector<ElementRef> refs;
  for (auto const& variation : plan.variations) {
    refs.insert(refs.end(), variation.elements.begin(), variation.elements.end());
  }
  std::sort(refs.begin(), refs.end(), &Model::earlier);
  refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
  std::vector<Slot> slots;
  slots.reserve(refs.size());
  for (auto const ref : refs) slots.push_back({slot_of(network, ref), {}});
  return slots;
}

bool Sweep::Model::earlier(ElementRef const& a, ElementRef const& b) {
  return a.kind != b.kind ? a.kind < b.kind : a.index < b.index;
}

std::optional<std::size_t> Sweep::Model::slot_number(ElementRef ref) const {
  auto const found = std::lower_bound(
      slots.begin(), slots.end(), ref,
      [](Slot const& slot, ElementRef const& wanted) { return earlier(slot.ref, wanted); });
  if (found == slots.end() || !(found->ref == ref)) return std::nullopt;
  return static_cast<std::size_t>(found - slots.begin());
}

void Sweep::Model::number_slots() {
  for (auto const& variation : plan.variations) {
    auto& numbers = slots_of.emplace_back();
    for (auto const ref : variation.elements) numbers.push_back(*slot_number(ref));
  }
}

void Sweep::Model::find_arcs() {
  slot_of_arc.assign(graph.arc_count(), kNoSlot);
  for (ArcId const arc : graph.columns().tail.ids()) {
    auto const ref = graph.element(arc);
    auto const slot = ref ? slot_number(*ref) : std::nullopt;
    if (!slot) continue;
    slots[*slot].arcs.push_back(arc);
    slot_of_arc[arc.index()] = static_cast<std::uint32_t>(*slot);
  }
}

/// Everything at its most must fit the solver at once: then every scenario does.
void Sweep::Model::prepare_flow() {
  auto const bounds = bounds_of(network, plan).value();
  std::vector<Limit> most(slots.size());
  std::vector<bool> may_be_unlimited(slots.size());
  for (auto const& bound : bounds) {
    auto const slot = *slot_number(bound.element);
    most[slot] = bound.most.capacity;
    may_be_unlimited[slot] = bound.may_be_unlimited;
  }
  Int128 finite = 0;
  Int128 unlimited_arcs = 0;
  for (ArcId const arc : graph.columns().tail.ids()) {
    auto const slot = slot_of_arc[arc.index()];
    auto const capacity = slot == kNoSlot ? graph.capacity(arc) : most[slot];
    if (!capacity.unlimited()) finite += capacity.capacity().parts();
    bool const unlimited_somewhere =
        slot == kNoSlot ? capacity.unlimited() : bool{may_be_unlimited[slot]};
    if (unlimited_somewhere) unlimited_arcs += 1;
  }
  auto const total = finite + unlimited_arcs * (finite + 1);
  if (total > flow::kMaxTotal) return;
  unlimited = static_cast<flow::Amount>(finite + 1);

  std::vector<flow::Edge> edges;
  edges.reserve(graph.arc_count());
  for (ArcId const arc : graph.columns().tail.ids()) {
    auto const slot = slot_of_arc[arc.index()];
    auto const capacity =
        slot == kNoSlot ? in_flow(graph.capacity(arc)) : capacity_of(slots[slot], slots[slot].base);
    edges.push_back({graph.tail(arc).index(), graph.head(arc).index(), capacity, 0});
  }
  warm.emplace(flow::Problem{static_cast<flow::Vertex>(graph.vertex_count()),
                             graph.origin().index(), graph.destination().index(), edges});
}

flow::Amount Sweep::Model::in_flow(Limit capacity) const {
  return capacity.unlimited() ? unlimited : capacity.capacity().parts();
}

bool Sweep::Model::carries(SweepSlot const& slot, SweepElement const& element) const {
  if (element.figures.capacity.zero()) return false;
  if (slot.ref.kind != ElementKind::link) return true;
  if (element.state != SweepState::as_it_is) return element.state == SweepState::open;
  return usable(network.links[LinkId(slot.ref.index)], question.year_of(network));
}

flow::Amount Sweep::Model::capacity_of(SweepSlot const& slot, SweepElement const& element) const {
  return carries(slot, element) ? in_flow(element.figures.capacity) : 0;
}

std::vector<SweepElement> Sweep::Model::elements_of(std::vector<SweepValue> const& values) const {
  std::vector<SweepElement> elements;
  elements.reserve(slots.size());
  for (auto const& slot : slots) elements.push_back(slot.base);
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (auto const slot : slots_of[i]) {
      if (vary(slots[slot], plan.variations[i].field, values[i], elements[slot])) continue;
      throw std::overflow_error("sweep: an amount leaves what is kept");  // plans exclude it
    }
  }
  return elements;
}

Network Sweep::Model::network_of(std::uint64_t scenario) const {
  auto const elements = elements_of(values_of(plan, scenario));
  auto result = network;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    auto const ref = slots[i].ref;
    auto& element = element_at(result, ref);
    element.figures = elements[i].figures;
    element.origin = elements[i].origin;
    if (elements[i].state == SweepState::as_it_is) continue;
    auto& link = result.links[LinkId(ref.index)];
    if (elements[i].state == SweepState::open) {
      open_link(link);
    } else {
      link.status = Status::closed;
    }
  }
  return result;
}

}  // namespace corridor
