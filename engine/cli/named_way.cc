#include "named_way.h"

#include <algorithm>

#include "outcome.h"

namespace corridor::cli {
namespace {

void expect_end(Network const& network, std::vector<NodeId> const& place, NodeId end,
                std::string const& option, std::string const& typed) {
  if (std::find(place.begin(), place.end(), end) != place.end()) return;
  throw UsageError("--" + option + ": the way " + (option == "from" ? "starts" : "ends") + " at '" +
                   network.nodes[end].id + "', which is not in '" + typed + "'");
}

}  // namespace

AskedWay asked_way(Session& session, std::string const& typed, Network const& network,
                   std::optional<std::string> const& from, std::optional<std::string> const& to) {
  AskedWay asked;
  asked.name = read_way(network, typed);
  if (!asked.name.problem.empty()) throw UsageError("'" + typed + "': " + asked.name.problem);
  asked.from = from.value_or(network.nodes[asked.name.from].id);
  asked.to = to.value_or(network.nodes[asked.name.to].id);
  asked.question =
      session.checked(session.question_between(network, asked.from, asked.to), network);
  expect_end(network, asked.question.from, asked.name.from, "from", asked.from);
  expect_end(network, asked.question.to, asked.name.to, "to", asked.to);
  return asked;
}

NamedWay found_way(Session const& session, Network const& network, Graph const& graph,
                   AskedWay const& asked, std::vector<Criterion const*> const& by,
                   ValueOfTime value) {
  auto found = session.stages().run(
      "way", [&] { return find_way(network, graph, asked.question, asked.name, by, value); });
  if (found.route || found.obstacle) return found;
  throw UsageError("no chain of links of the network passes '" + session.request().words.front() +
                   "' in this order");
}

}  // namespace corridor::cli
