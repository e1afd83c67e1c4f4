#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/model/network.h"
#include "corridor/model/spec.h"
#include "model/findings.h"
#include "model/id_index.h"

namespace corridor {

/// What came to a network, as far as warnings ask for it.
struct Additions {
  struct Transfer {
    TransferId id;
    Span from, to;
  };
  std::vector<Transfer> transfers;
  std::size_t first_node = 0;
};

/// A network while it is being built: checks each spec, refers by id, collects findings. Things
/// with an error are kept as well, so that what refers to them is not reported once more.
class Assembly {
 public:
  explicit Assembly(Network base);

  void expect(std::size_t nodes, std::size_t links);
  void assume(AssumptionsSpec const& spec);
  void add_source(SourceSpec const& spec);
  void add_mode(ModeSpec const& spec);
  void add_node(NodeSpec const& spec);
  void add_link(LinkSpec const& spec);
  void add_region(RegionSpec const& spec);

  /// Checks what only the whole network shows; afterwards the network is complete unless
  /// findings().any_errors().
  void complete();

  Additions const& added() const { return added_; }
  Findings& findings() { return findings_; }
  Findings const& findings() const { return findings_; }
  Network& network() { return network_; }

 private:
  using FieldSet = std::uint8_t;  // bit per Field
  // scalars and references, each reporting what is wrong
  std::string word(OptionalText const& text, Owner const& owner, std::string_view key);
  void check_id(Text const& id, std::string_view kind);
  void report(Owner const& owner, Diagnostic diagnostic);
  void refuse(Code code, Owner const& owner, Span span, std::string const& message);
  std::vector<SourceId> sources_of(std::vector<Text> const& names, Owner const& owner);
  std::optional<NodeId> node_of(OptionalText const& name, Owner const& owner, Span span);
  std::optional<ModeId> mode_of(OptionalText const& name, Owner const& owner, Span span);
  CorridorId corridor_of(Text const& tag);
  std::optional<Decimal> assumption(OptionalText const& text, std::size_t number);

  // elements
  Element make_element(ElementSpec const& spec, Span place, ElementKind kind, Owner const& owner);
  void read_field(Element& element, ElementSpec const& spec, Field field, Owner const& owner);
  void read_capacity(Element& element, ElementSpec const& spec, Owner const& owner);
  void read_expansion(Element& element, ElementSpec const& spec, Owner const& owner);
  void read_estimates(Element& element, ElementSpec const& spec, Owner const& owner);
  void derive_from_rates(Element& element, ElementSpec const& spec, ModeId mode,
                         Owner const& owner);

  std::optional<Fraction> mode_rate(OptionalText const& text, Field field, FieldSet& broken,
                                    Owner const& owner);
  std::optional<Point> point_of(NodeSpec const& spec, Owner const& owner);
  void add_transfers(Node& node, NodeId id, NodeSpec const& spec);
  void read_state(Link& link, LinkSpec const& spec, Owner const& owner);
  void read_corridors(Link& link, LinkSpec const& spec, Owner const& owner);

  Network network_;
  Findings findings_;
  IdIndex<SourceId, Source> sources_;
  IdIndex<ModeId, Mode> modes_;
  IdIndex<NodeId, Node> nodes_;
  IdIndex<LinkId, Link> links_;
  IdIndex<RegionId, Region> regions_;
  IdIndex<CorridorId, Corridor> corridors_;
  std::vector<FieldSet> broken_rates_;       // by mode: written, but wrong
  std::array<bool, 3> assumption_broken_{};  // reported already, so not reported at each use
  Additions added_;
};

/// Warns of what is likely a mistake in what was added, once the network is whole: a transfer from
/// or to a mode that no link of its node has, a latitude and a longitude that seem swapped.
void warn_of(Network const& network, Additions const& added, Findings& findings);

/// The mode's rate for time, cost or emissions, where there is one.
std::optional<Fraction> rate_of(Mode const& mode, Field field);
Span rate_written(Mode const& mode, Field field);
/// The ids of a table's rows in order of their text.
void sort_by_id(Network& network);

}  // namespace corridor
