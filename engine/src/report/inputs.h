#pragma once

#include <string_view>
#include <vector>

#include "corridor/report/answer.h"
#include "report/json_value.h"

namespace corridor::report {

/// What an answer rests on beside a network and the scenarios applied to it.
struct OtherInputs {
  Span study;
  /// Scenarios that the answer weighs as projects, and what they extend: they are not applied.
  std::vector<Span> projects;
};

/// The files an answer rests on, in order: the network, the study, every scenario once, the
/// projects that are not among the scenarios, then the tables of the network.
class Inputs {
 public:
  Inputs(Answer const& answer, Network const& network, Sources const& sources);
  /// Of a question about one network with its scenarios applied.
  Inputs(Network const& network, Sources const& sources, OtherInputs const& others = {});

  /// `inputs[]`: kind, name and sha256 of each.
  Json json() const;
  /// The numbers in inputs[] of the scenarios that were applied to a network, in order.
  Json applied_to(Network const& network) const;

 private:
  struct Input {
    std::string_view kind;
    std::uint32_t file = 0;
  };
  void add(std::string_view kind, Span span);
  void add_network(Network const& network);
  void add_scenarios(Network const& network);

  Sources const& sources_;
  std::vector<Input> inputs_;
};

}  // namespace corridor::report
