#include "support/network_spec.h"

#include <optional>
#include <stdexcept>
#include <utility>

namespace corridor::test {
namespace {

template <class T>
T found(std::optional<T> const& value, std::string_view id) {
  if (!value) throw std::invalid_argument("no such thing in the network: " + std::string(id));
  return *value;
}

std::vector<NodeId> place(Network const& network, std::string_view text) {
  Place result = find_place(network, text);
  if (!result.problem.empty()) throw std::invalid_argument(result.problem);
  return std::move(result.nodes);
}

}  // namespace

Network build(NetworkSpec const& spec) {
  NetworkBuilder builder(spec.title, spec.year);
  builder.assume(spec.assumptions);
  for (ModeSpec const& mode : spec.modes) builder.add(mode);
  for (NodeSpec const& node : spec.nodes) builder.add(node);
  for (LinkSpec const& link : spec.links) builder.add(link);
  for (RegionSpec const& region : spec.regions) builder.add(region);
  Result<Network> network = std::move(builder).finish();
  if (network) return std::move(network).value();
  std::string messages;
  for (Diagnostic const& diagnostic : network.error()) messages += diagnostic.message + "\n";
  throw std::invalid_argument(messages);
}

Question ask(Network const& network, std::string_view from, std::string_view to) {
  Question question;
  question.from = place(network, from);
  question.to = place(network, to);
  return question;
}

NodeId node(Network const& network, std::string_view id) {
  return found(find_node(network, id), id);
}
LinkId link(Network const& network, std::string_view id) {
  return found(find_link(network, id), id);
}
ModeId mode(Network const& network, std::string_view id) {
  return found(find_mode(network, id), id);
}
CorridorId tag(Network const& network, std::string_view id) {
  return found(find_corridor(network, id), id);
}

}  // namespace corridor::test
