#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/analysis/max_flow.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/base/stages.h"
#include "corridor/io/load.h"
#include "corridor/model/question.h"
#include "corridor/report/render.h"
#include "outcome.h"
#include "request.h"

namespace corridor::cli {

/// One run of one verb: its request and what it has loaded. The steps that several verbs share;
/// each throws Failure when usage or input is wrong.
class Session {
 public:
  Session(Request request, Style style, Stages stages);

  Request const& request() const { return request_; }
  Stages const& stages() const { return stages_; }
  Loader& loader() { return loader_; }
  Sources const& sources() const { return *loader_.sources(); }
  Style const& style() const { return style_; }

  /// The value of a result, or a rejected input with all its diagnostics.
  template <class T>
  T accept(Result<T> result) const {
    if (!result) reject(result.error());
    return std::move(result).value();
  }
  [[noreturn]] void reject(Diagnostics const& diagnostics) const;

  /// --network, else the built-in one; no scenario applied. A network with ends of its own
  /// (DIMACS) makes them the request's, where that names none.
  Network base_network();
  /// A network with scenarios on top; `base` among the names stands for none.
  Network with_scenarios(Network const& base, std::vector<std::string> const& names);
  /// A network with these scenarios applied, in order; their warnings are kept.
  Network applied(Network const& base, std::vector<Scenario> const& scenarios);
  /// --network with every --scenario.
  Network asked_network();

  /// The ends that --from and --to name; wrong usage when they are missing or share a node.
  Question question(Network const& network) const;
  /// The same between ends that are named otherwise.
  Question question_between(Network const& network, std::string const& from,
                            std::string const& to) const;
  /// The question without what --avoid names; wrong usage for a name that is neither a node nor a
  /// link, and for a question that cannot be asked.
  Question checked(Question question, Network const& network) const;
  /// The same without asking whether the question has ends.
  Question avoiding(Question question, Network const& network) const;
  std::vector<NodeId> place(Network const& network, std::string const& typed,
                            std::string_view option) const;
  NodeId node(Network const& network, std::string const& typed, std::string_view option) const;
  CorridorId corridor(Network const& network, std::string const& typed) const;
  std::optional<int> year() const;
  Objective const* objective(std::string const& name) const;
  ValueOfTime value_of_time() const;
  Format format() const;

  /// The largest throughput, already checked, and what stands in the way where it is nothing.
  Flow flow(Graph const& graph) const;
  NoRoute why_nothing_flows(Network const& network, Question const& question) const;

  /// The answer in the asked format, with its exit code.
  Outcome answer(Answer const& answer, Network const& network);
  /// A text that needs no format: a schema, a man page.
  Outcome text(std::string text) const;

  /// Files that were read, so that the output never overwrites one of them.
  std::vector<std::string> inputs() const;
  std::string warnings() const;

 private:
  Request request_;
  Style style_;
  Stages stages_;
  Loader loader_;
  Diagnostics warnings_;  ///< of scenarios that were applied
};

/// Appends findings, those that are there already left out: a scenario may be read or applied for
/// several columns of a table.
void add_once(Diagnostics& found, Diagnostics const& more);

/// Throws Defect unless an answer's certificate found nothing to object to.
void demand(std::string const& violation);

/// The words of a comma-separated list; wrong usage for an empty one.
std::vector<std::string> split_list(std::string const& text, std::string_view option);

}  // namespace corridor::cli
