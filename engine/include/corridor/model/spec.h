#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corridor/base/sources.h"

namespace corridor {

/// A scalar as written, with its place; converts from a literal, so networks can be made in code.
struct Text {
  std::string text;
  Span span;

  Text() = default;
  Text(char const* literal) : text(literal) {}
  Text(std::string written) : text(std::move(written)) {}
  Text(std::string_view written, Span place) : text(written), span(place) {}
};

using OptionalText = std::optional<Text>;

// What a file (or a program) says before anything is checked: one struct per kind of thing, one
// member per key of the contract. NetworkBuilder turns them into a Network.

struct SourceSpec {
  Text id;
  OptionalText title, publisher, date, address, note;
};

struct ModeSpec {
  Text id;
  OptionalText name, kind, gauge, speed, cost, emissions, note;
  std::vector<Text> sources;
};

/// `expansion:` of an element.
struct ExpansionSpec {
  OptionalText cost, up_to, note;
  std::vector<Text> sources;
  std::vector<Text> estimates;
  Span span;
};

/// The keys that links, transfers and passages share.
struct ElementSpec {
  OptionalText length, time, cost, emissions, capacity, share, departures, note;
  std::vector<Text> sources;
  std::vector<Text> estimates;
  Span span;
  std::optional<ExpansionSpec> expansion;
};

struct TransferSpec {
  OptionalText from, to;   ///< modes
  bool both_ways = false;  ///< written with `between`
  ElementSpec element;
};

struct NodeSpec {
  Text id;
  OptionalText name, country, kind, locode, note;
  OptionalText latitude, longitude;
  std::vector<Text> sources;
  std::vector<TransferSpec> transfers;
  std::optional<ElementSpec> passage;
};

struct LinkSpec {
  Text id;
  OptionalText from, to;   ///< nodes
  bool both_ways = false;  ///< written with `between`
  OptionalText mode, status, opens, closes;
  std::vector<Text> corridors;
  ElementSpec element;
};

struct RegionSpec {
  Text id;
  std::vector<Text> nodes;
};

struct AssumptionsSpec {
  OptionalText teu_per_train, tonnes_per_teu, operating_days;
};

}  // namespace corridor
