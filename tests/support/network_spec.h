#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corridor/model/builder.h"
#include "corridor/model/question.h"

namespace corridor::test {

/// A whole network before it is built, so that a test can change it and build it again.
struct NetworkSpec {
  std::string title = "test";
  int year = 2025;
  AssumptionsSpec assumptions{"80", "10", "350"};
  std::vector<ModeSpec> modes;
  std::vector<NodeSpec> nodes;
  std::vector<LinkSpec> links;
  std::vector<RegionSpec> regions;
};

/// Throws std::invalid_argument with every message of the builder.
Network build(NetworkSpec const& spec);

/// From and to as a user types them; throws std::invalid_argument when they name nothing.
Question ask(Network const& network, std::string_view from, std::string_view to);

NodeId node(Network const& network, std::string_view id);
LinkId link(Network const& network, std::string_view id);
ModeId mode(Network const& network, std::string_view id);
CorridorId tag(Network const& network, std::string_view id);

}  // namespace corridor::test
