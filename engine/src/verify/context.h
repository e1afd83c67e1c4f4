#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/io/load.h"
#include "corridor/model/question.h"
#include "corridor/report/verify_answer.h"
#include "verify/item.h"

namespace corridor::verify {

/// An input of the result cannot be read: what was found there. Not the result's fault, so no
/// Refused; verify_text is the only place that catches it.
struct Unreadable {
  Diagnostics findings;
};

/// Reads the files that `inputs[]` names.
class Files {
 public:
  Files(Loader& loader, Item inputs, std::optional<std::string> const& network);

  Sources const& sources() const { return *loader_.sources(); }
  /// The network without any scenario; refuses a file that has changed since.
  Network const& base() const { return base_; }
  /// The base with these scenarios, numbers in inputs[].
  Network with(std::vector<std::size_t> const& scenarios, Item const& at) const;
  /// The base with every scenario of inputs[]. One other kind may stand among them.
  Network with_all(std::string_view besides) const;
  /// Each project of inputs[] with what it extends before it, in order of application.
  std::vector<std::vector<Scenario>> projects() const;
  std::optional<Study> study() const;
  /// Refuses inputs that are not these: `wanted` is how a report writes them.
  void expect(std::string const& wanted) const;

 private:
  std::string word(std::size_t index) const;
  void unchanged(std::size_t index, Span written, std::string const& what) const;

  Loader& loader_;
  Item inputs_;
  bool replaced_;
  Network base_;
};

/// What a verb's check needs.
struct Context {
  Files& files;
  Item root;
  VerifyAnswer& answer;

  void checked(std::string what) { answer.checked.push_back(std::move(what)); }
  void unchecked(std::string what) { answer.unchecked.push_back(std::move(what)); }
};

/// The question that `from`, `to`, `year`, `corridor`, `via` and `avoid_...` ask.
Question read_question(Network const& network, Item const& result);
/// Refuses an object that does not tell this question; keys that are checked elsewhere are named in
/// `besides`.
void expect_question(Item const& asked, Network const& network, Question const& question,
                     std::initializer_list<std::string_view> besides = {});
/// The same but for its ends.
Question read_conditions(Network const& network, Item const& result);
std::vector<NodeId> read_nodes(Network const& network, Item const& ids);
std::vector<NodeId> read_place(Network const& network, Item const& typed);

void verify_route(Context& context, Network const& network);
/// The same with `count`.
void verify_route_choice(Context& context, Network const& network);
void verify_pareto(Context& context, Network const& network);
void verify_why_not(Context& context, Network const& network);
void verify_profile(Context& context, Network const& network);
/// A result of either that says that the way which was named cannot be used.
void verify_blocked_way(Context& context, Network const& network);
void verify_flow(Context& context, Network const& network);
void verify_curve(Context& context, Network const& network);
void verify_skim(Context& context, Network const& network);
/// A curve that says that nothing flows at any multiplier.
void verify_no_curve(Context& context, Network const& network);
void verify_ladder(Context& context, Network const& network);
void verify_criticality(Context& context, Network const& network);
void verify_invest(Context& context, Network const& network);
/// Without an answer: that nothing leads from end to end in any column.
void verify_compare(Context& context, bool answered);
/// Likewise, for each of its scenarios.
void verify_switchpoints(Context& context, bool answered);
/// Refuses a result without an answer that does not say why.
void expect_reason(Context const& context);
/// That nothing leads from end to end where the result says so.
void verify_no_answer(Context& context, Network const& network);

}  // namespace corridor::verify
