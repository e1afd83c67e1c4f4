#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/export.h"
#include "corridor/model/network.h"
#include "corridor/model/spec.h"

namespace corridor {

/// What a change selects; names are resolved when the scenario is applied to a network.
struct Selector {
  enum class By : std::uint8_t {
    links,      ///< `link` or `links`
    transfer,   ///< `node` with `transfer: [mode, mode]`
    passages,   ///< `passage` or `passages`: nodes
    mode,       ///< all links of a mode
    corridor,   ///< all links with the tag
    region,     ///< links with both ends in it
    nodes,      ///< `close` and `open` only
    modes,      ///< `close` and `open` only
    corridors,  ///< `close` and `open` only
  };
  By by = By::links;
  std::vector<Text> names;  ///< of a transfer: the node
  Text from_mode, to_mode;  ///< of a transfer
};

enum class ChangeKind : std::uint8_t { multiply, set, add, close, open, insert };
CORRIDOR_EXPORT std::string_view name_of(ChangeKind kind);

/// One entry of `changes:`.
struct Change {
  ChangeKind kind = ChangeKind::set;
  Selector selector;                             ///< not for insert
  std::array<OptionalText, kFieldCount> values;  ///< by Field: a factor or a quantity
  OptionalText share;                            ///< of set, with capacity
  std::vector<SourceSpec> new_sources;           ///< of insert
  std::vector<ModeSpec> modes;                   ///< of insert
  std::vector<NodeSpec> nodes;                   ///< of insert
  std::vector<LinkSpec> links;                   ///< of insert
  std::vector<Text> sources;
  std::string note;
  Span span;  ///< of the change's key (`multiply`)
};

/// A scenario as read: it names things, it does not yet know whether they exist.
struct Scenario {
  Text id;
  std::string title;
  std::string note;
  std::vector<Text> extends;  ///< applied first, in this order
  std::optional<int> year;
  std::vector<Text> required;  ///< `requires`
  std::vector<Text> excludes;
  std::optional<Capital> cost;  ///< of this project alone, without what it extends
  Span cost_written;
  bool cost_estimated = false;  ///< `estimate: [cost]`
  std::vector<Text> sources;    ///< of the cost
  OptionalText network;         ///< the network it is written for; only said, not enforced
  std::vector<Change> changes;
  std::shared_ptr<Sources const> texts;
};

}  // namespace corridor
