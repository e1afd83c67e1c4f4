#pragma once

#include <string>

#include "corridor/model/network.h"

namespace corridor::test {

/// Everything that two networks can differ in but their places in files, as bytes that are equal
/// exactly when the networks are.
std::string content_of(Network network);

}  // namespace corridor::test
