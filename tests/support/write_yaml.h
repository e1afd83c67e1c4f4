#pragma once

#include <string>

#include "support/network_spec.h"

namespace corridor::test {

enum class YamlStyle {
  block,
  flow,    ///< one line for each link, node and mode
  quoted,  ///< JSON: everything in braces and double quotes
};

/// A network file that says what the spec says.
std::string write_yaml(NetworkSpec const& spec, YamlStyle style);

}  // namespace corridor::test
