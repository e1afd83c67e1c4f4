#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "options.h"

namespace corridor::cli {

// Words that help and manual pages share.

struct ExitCode {
  int code;
  std::string_view meaning;
};
inline constexpr auto kExitCodes = std::to_array<ExitCode>({
    {0, "answered"},
    {1,
     "a valid question whose answer is no: no route, nothing can flow, a result that does not "
     "hold"},
    {2, "wrong usage"},
    {3, "an input file was rejected"},
    {4, "an output could not be written"},
    {70, "a defect of corridor"},
    {71, "the machine could not give what was needed: memory, threads"},
    {130, "interrupted"},
});

/// "-o, --output FILE", "    --from PLACE".
std::string option_spelling(Option const& option);
/// The paragraphs of a text parted by blank lines.
std::vector<std::string> paragraphs_of(std::string_view text);

}  // namespace corridor::cli
