#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corridor/model/scenario.h"
#include "corridor/scenario/apply.h"
#include "unit/model/caspian.h"

namespace corridor::test {

using By = Selector::By;

inline Selector links(std::vector<Text> names) { return {.by = By::links, .names = names}; }
inline Selector transfer(Text node, Text from, Text to) {
  return {.by = By::transfer, .names = {node}, .from_mode = from, .to_mode = to};
}
inline Selector chosen(By by, Text name) { return {.by = by, .names = {name}}; }

/// A change of one figure.
inline Change change(ChangeKind kind, Selector selector, Field field, Text value) {
  Change result;
  result.kind = kind;
  result.selector = std::move(selector);
  result.values[static_cast<std::size_t>(field)] = std::move(value);
  return result;
}
inline Change multiply(Selector selector, Field field, Text value) {
  return change(ChangeKind::multiply, std::move(selector), field, std::move(value));
}
inline Change set(Selector selector, Field field, Text value) {
  return change(ChangeKind::set, std::move(selector), field, std::move(value));
}
inline Change add(Selector selector, Field field, Text value) {
  return change(ChangeKind::add, std::move(selector), field, std::move(value));
}
inline Change close(Selector selector) {
  return {.kind = ChangeKind::close, .selector = std::move(selector)};
}
inline Change open(Selector selector) {
  return {.kind = ChangeKind::open, .selector = std::move(selector)};
}

inline Scenario scenario(std::string id, std::vector<Change> changes) {
  Scenario result;
  result.id = Text(std::move(id));
  result.changes = std::move(changes);
  return result;
}

inline Network base_network() { return Caspian().build().value(); }

inline Result<Network> applied(std::vector<Change> changes) {
  std::vector<Scenario> const scenarios{scenario("s", std::move(changes))};
  return corridor::apply(base_network(), scenarios);
}

/// The figures of a link after changes that must be accepted.
inline Figures figures_after(std::string_view link, std::vector<Change> changes) {
  auto const network = applied(std::move(changes)).value();
  return network.links[*find_link(network, link)].element.figures;
}

/// What is wrong with changes that must be refused.
inline std::vector<std::string> refusals(std::vector<Change> changes) {
  auto const network = applied(std::move(changes));
  return network ? std::vector<std::string>() : summaries(network.error());
}

inline Limit teu(std::int64_t per_year) { return Capacity::of_parts(per_year); }

}  // namespace corridor::test
