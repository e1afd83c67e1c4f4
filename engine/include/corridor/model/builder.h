#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "corridor/base/result.h"
#include "corridor/export.h"
#include "corridor/model/network.h"
#include "corridor/model/spec.h"

namespace corridor {

/// Checks and converts specs one after another, collects every error, and hands out a Network in
/// which nothing can be invalid. Order: assumptions and sources, modes, nodes, links, regions.
/// Used by the reader, by scenarios that insert, and by programs that need no YAML.
class CORRIDOR_EXPORT NetworkBuilder {
 public:
  /// `texts` is what the spans of the specs point into; null when made in code.
  explicit NetworkBuilder(std::string title, int year,
                          std::shared_ptr<Sources const> texts = nullptr);
  /// Continues a network that is already built: what is added comes last, ids survive.
  explicit NetworkBuilder(Network base);

  NetworkBuilder(NetworkBuilder&&) noexcept;
  NetworkBuilder& operator=(NetworkBuilder&&) noexcept;
  ~NetworkBuilder();

  /// How many nodes and links are going to be added, so that a new network's tables need not grow.
  /// Only a hint: more or fewer may come.
  NetworkBuilder& expect(std::size_t nodes, std::size_t links);

  NetworkBuilder& assume(AssumptionsSpec const& spec);
  NetworkBuilder& add(SourceSpec const& spec);
  NetworkBuilder& add(ModeSpec const& spec);
  NetworkBuilder& add(NodeSpec const& spec);
  NetworkBuilder& add(LinkSpec const& spec);
  NetworkBuilder& add(RegionSpec const& spec);
  NetworkBuilder& note(std::string text);
  /// A file that the network is read from, in order (Network::files).
  NetworkBuilder& read_from(std::uint32_t file);
  /// What stands behind the numbers of a table's column (Network::column_units).
  NetworkBuilder& read_in(ColumnUnit unit);
  /// Adds a finding of the caller (the reader's structure errors) to the builder's own.
  NetworkBuilder& report(Diagnostic diagnostic);

  /// The network, or all errors in order of position. Warnings stand in `warnings()` either way.
  Result<Network> finish() &&;
  Diagnostics const& warnings() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A written quantity (`836 km`) for a field in kept parts, or what is wrong with it. Shared by the
/// builder and by scenarios. `unlimited` is accepted for capacities.
struct ReadFigure {
  Limit amount;  ///< parts of the field's quantity; unlimited only for capacities
  std::optional<Diagnostic> error;
};
CORRIDOR_EXPORT ReadFigure read_figure(Text const& text, Field field,
                                       Assumptions const& assumptions, Fraction share = {1, 1});
/// Money as written, `350 MUSD`, in whole USD.
CORRIDOR_EXPORT Result<Capital> read_capital(Text const& text);
/// `27 %` or a decimal from 0 to 1.
struct ReadShare {
  Fraction share{1, 1};
  std::optional<Diagnostic> error;
};
CORRIDOR_EXPORT ReadShare read_share(Text const& text);

}  // namespace corridor
