// Nodes with their transfers and passages, and the links between them.

#include <algorithm>
#include <map>
#include <utility>

#include "model/assembly.h"
#include "model/scalars.h"

namespace corridor {
namespace {

constexpr std::int32_t kQuarterTurn = 900'000'000;  // 90 degrees
constexpr std::int32_t kHalfTurn = 2 * kQuarterTurn;

bool within(std::int32_t value, std::int32_t limit) { return value >= -limit && value <= limit; }

Span span_of(ElementSpec const& spec, Text const& id) {
  return spec.span.known() ? spec.span : id.span;
}

}  // namespace

std::optional<Point> Assembly::point_of(NodeSpec const& spec, Owner const& owner) {
  if (!spec.latitude && !spec.longitude) return std::nullopt;
  if (!spec.latitude || !spec.longitude) {
    auto const& given = spec.latitude ? *spec.latitude : *spec.longitude;
    refuse(Code::bad_coordinates, owner, given.span, "a place is '[latitude, longitude]'");
    return std::nullopt;
  }
  auto latitude = read_degrees(*spec.latitude);
  auto longitude = read_degrees(*spec.longitude);
  if (!latitude) report(owner, latitude.error().front());
  if (!longitude) report(owner, longitude.error().front());
  if (!latitude || !longitude) return std::nullopt;
  auto const point = Point{*latitude, *longitude};
  bool const good_latitude = within(point.latitude, kQuarterTurn);
  if (good_latitude && within(point.longitude, kHalfTurn)) return point;
  bool const swapped_fits =
      within(point.longitude, kQuarterTurn) && within(point.latitude, kHalfTurn);
  report(owner,
         {.code = Code::bad_coordinates,
          .span = good_latitude ? spec.longitude->span : spec.latitude->span,
          .message = good_latitude ? "longitude " + spec.longitude->text + " is not within 180"
                                   : "latitude " + spec.latitude->text + " is not within 90",
          .hint = swapped_fits ? "latitude comes first: [" + spec.longitude->text + ", " +
                                     spec.latitude->text + "]?"
                               : ""});
  return std::nullopt;
}

void Assembly::add_node(NodeSpec const& spec) {
  auto const owner = Owner{"node", spec.id.text};
  check_id(spec.id, "node");
  if (auto const first = nodes_.find(network_.nodes, spec.id.text)) {
    refuse(Code::duplicate_id, owner, spec.id.span,
           "appears twice" + findings_.first_at(network_.nodes[*first].span, spec.id.span));
  }
  if (auto const region = regions_.find(network_.regions, spec.id.text)) {
    refuse(
        Code::node_region_clash, owner, spec.id.span,
        "a region has this id" + findings_.first_at(network_.regions[*region].span, spec.id.span));
  }
  auto const id = NodeId(network_.nodes.size());
  Node node;
  node.id = spec.id.text;
  node.name = word(spec.name, owner, "name");
  node.country = word(spec.country, owner, "country");
  node.kind = word(spec.kind, owner, "kind");
  node.locode = word(spec.locode, owner, "locode");
  node.note = word(spec.note, owner, "note");
  node.at = point_of(spec, owner);
  node.sources = sources_of(spec.sources, owner);
  node.span = spec.id.span;
  if (spec.passage) {
    auto element = make_element(*spec.passage, span_of(*spec.passage, spec.id),
                                ElementKind::passage, {"node", spec.id.text, "passage"});
    node.passage = network_.passages.push_back({id, std::move(element)});
  }
  add_transfers(node, id, spec);
  network_.nodes.push_back(std::move(node));
  nodes_.add(network_.nodes, id);
}

void Assembly::add_transfers(Node& node, NodeId id, NodeSpec const& spec) {
  auto const owner = Owner{"node", spec.id.text, "transfer"};
  std::map<std::pair<ModeId, ModeId>, Span> directions;
  for (auto const& wanted : spec.transfers) {
    auto const place = span_of(wanted.element, spec.id);
    auto const from = mode_of(wanted.from, owner, place);
    auto const to = mode_of(wanted.to, owner, place);
    auto transfer = Transfer{id, from.value_or(ModeId()), to.value_or(ModeId()), wanted.both_ways,
                             make_element(wanted.element, place, ElementKind::transfer, owner)};
    if (!from || !to) continue;
    auto const second = wanted.to->span;
    if (*from == *to) {
      refuse(Code::self_transfer, owner, second,
             "from " + quoted(wanted.from->text) + " to itself; that is a 'passage'");
      continue;
    }
    auto known = directions.insert({{*from, *to}, place});
    if (known.second && wanted.both_ways) known = directions.insert({{*to, *from}, place});
    if (!known.second) {
      refuse(Code::duplicate_transfer, owner, place,
             "from " + quoted(network_.modes[known.first->first.first].id) + " to " +
                 quoted(network_.modes[known.first->first.second].id) + " appears twice" +
                 findings_.first_at(known.first->second, place));
    }
    auto const row = network_.transfers.push_back(std::move(transfer));
    node.transfers.push_back(row);
    added_.transfers.push_back({row, wanted.from->span, second});
  }
}

void Assembly::read_state(Link& link, LinkSpec const& spec, Owner const& owner) {
  auto const date = [&](OptionalText const& text) -> std::optional<Date> {
    if (!text) return std::nullopt;
    auto value = read_date(*text);
    if (value) return *value;
    report(owner, value.error().front());
    return std::nullopt;
  };
  link.opens = date(spec.opens);
  link.closes = date(spec.closes);
  if (link.opens && link.closes && is_before(*link.closes, *link.opens)) {
    refuse(Code::closes_before_opens, owner, spec.closes->span,
           "closes in " + spec.closes->text + ", before it opens in " + spec.opens->text);
  }
  for (auto const* text : {&spec.status, &spec.opens, &spec.closes}) {
    if (*text && !link.state_written.known()) link.state_written = (*text)->span;
  }
  link.status = spec.opens ? Status::planned : Status::open;
  if (!spec.status) return;
  auto status = read_status(*spec.status);
  if (status) {
    link.status = *status;
  } else {
    report(owner, status.error().front());
  }
}

void Assembly::read_corridors(Link& link, LinkSpec const& spec, Owner const& owner) {
  link.corridors.reserve(spec.corridors.size());
  for (auto const& tag : spec.corridors) {
    auto const id = corridor_of(tag);
    if (std::find(link.corridors.begin(), link.corridors.end(), id) != link.corridors.end()) {
      refuse(Code::duplicate_id, owner, tag.span, "corridor " + quoted(tag.text) + " twice");
    } else {
      link.corridors.push_back(id);
    }
  }
}

void Assembly::add_link(LinkSpec const& spec) {
  auto const owner = Owner{"link", spec.id.text};
  auto const place = spec.id.span.known() ? spec.id.span : spec.element.span;
  check_id(spec.id, "link");
  if (auto const first = links_.find(network_.links, spec.id.text)) {
    refuse(Code::duplicate_id, owner, place,
           "appears twice" + findings_.first_at(network_.links[*first].element.span, place));
  }
  auto const from = node_of(spec.from, owner, place);
  auto const to = node_of(spec.to, owner, place);
  auto const mode = mode_of(spec.mode, owner, place);
  Link link;
  link.id = spec.id.text;
  link.from = from.value_or(NodeId());
  link.to = to.value_or(NodeId());
  link.mode = mode.value_or(ModeId());
  link.both_ways = spec.both_ways;
  link.element = make_element(spec.element, place, ElementKind::link, owner);
  if (mode) derive_from_rates(link.element, spec.element, *mode, owner);
  if (from && to && *from == *to) {
    refuse(Code::self_loop, owner, spec.to->span, "from " + quoted(spec.from->text) + " to itself");
  }
  read_state(link, spec, owner);
  read_corridors(link, spec, owner);
  auto const id = network_.links.push_back(std::move(link));
  links_.add(network_.links, id);
}

}  // namespace corridor
