#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace corridor {

/// What came out when a result of ours was checked.
struct VerifyAnswer {
  std::string file;     ///< as typed
  std::string command;  ///< the verb that made the result
  bool holds = false;
  std::string place;       ///< of what does not hold: "result.flows[2].flow_teu_per_year"
  std::uint32_t line = 0;  ///< where that stands in the file; 0: it stands nowhere
  std::string reason;      ///< why it does not hold
  std::vector<std::string> checked;
  std::vector<std::string> unchecked;
};

}  // namespace corridor
