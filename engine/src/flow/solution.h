#pragma once

#include <vector>

#include "flow/network.h"

namespace corridor::flow {

struct Cut {
  Amount value = 0;
  std::vector<char> source_side;  ///< by the caller's vertex: 1 where the source's side is
};

/// A maximum flow and the minimum cuts nearest either end, which are the same for every maximum
/// flow.
struct Solution {
  Cut cut;                        ///< nearest the source
  std::vector<char> before_sink;  ///< the source's side of the cut nearest the sink, when asked for
  std::vector<Amount> flows;      ///< per edge, from tail to head positive
};

}  // namespace corridor::flow
