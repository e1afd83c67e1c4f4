#pragma once

#include <cstdint>
#include <string>

#include "verify/item.h"

namespace corridor::verify {

/// A rational number as curves write them: "1", "428/237", reduced, not negative.
struct Ratio {
  Int128 numerator = 0;
  Int128 denominator = 1;
  bool operator==(const Ratio&) const = default;
};

/// Refuses anything else, and parts beyond 10^18, so that products with amounts fit 128 bits.
Ratio read_ratio(Item const& text);
Ratio reduced(Int128 numerator, Int128 denominator);
std::string text_of(Ratio const& ratio);

}  // namespace corridor::verify
