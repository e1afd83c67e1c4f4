#pragma once

#include <optional>
#include <string>

#include "base/exact.h"
#include "corridor/model/builder.h"
#include "corridor/model/network.h"
#include "corridor/model/scenario.h"
#include "model/assembly.h"
#include "model/findings.h"
#include "scenario/selection.h"

namespace corridor {

/// Applies changes to a network one after another and records each as edits.
class Editor {
 public:
  explicit Editor(Network network)
      : network_(std::move(network)),
        findings_(network_.texts),
        inserted_{{}, network_.nodes.size()} {}

  /// Changes that follow belong to this scenario.
  void begin(Scenario const& scenario);
  void apply(Change const& change);

  /// After the last change: warns of what was inserted. A later change may have served it.
  void finish();

  Findings& findings() { return findings_; }
  Network& network() { return network_; }

 private:
  /// What a change does to one figure, read once for all elements that it selects.
  struct Operation {
    ChangeKind kind;
    Field field;
    Text const* text;
    Exact operand;       ///< of multiply: the factor; of add: kept parts, any sign
    OptionalText share;  ///< of set, with capacity
    std::string described;
  };

  void change_figures(Change const& change);
  void change_state(Change const& change);
  void insert(Change const& change);

  std::optional<Operation> read_operation(Change const& change, Field field);
  std::optional<Exact> read_factor(Text const& text);
  std::optional<Exact> read_addend(Text const& text, Field field);
  bool check_setting(Change const& change, Text const& text, Field field);
  bool check_share(Change const& change);

  void edit(ElementRef ref, Operation const& operation, Change const& change);
  std::optional<Limit> result_of(ElementRef ref, Operation const& operation);
  std::optional<Limit> departures_after(ElementRef ref, Operation const& operation);
  std::optional<Limit> refuse_departures(ElementRef ref, Operation const& operation,
                                         std::string const& why);
  std::optional<Limit> checked(ElementRef ref, Operation const& operation, Int128 parts);
  void follow_length(ElementRef ref, Operation const& operation, Change const& change);
  Element& element_at(ElementRef ref);
  Edit begin_edit(ElementRef ref, std::optional<Field> field, std::string operation, Span span,
                  Change const& change) const;
  std::string owner(ElementRef ref) const;

  Network network_;
  Findings findings_;
  Additions inserted_;
};

}  // namespace corridor
