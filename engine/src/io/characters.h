#pragma once

#include <string>
#include <string_view>

#include "corridor/base/diagnostic.h"

namespace corridor {

/// What is wrong with the characters of a text: invalid UTF-8 (overlong forms and surrogates
/// included), control characters, bidirectional overrides and isolates, a carriage return without
/// a line feed, a byte order mark that is not at the start. In order of position, at most
/// `at_most`. Linear.
Diagnostics character_findings(std::string_view text, std::uint32_t file, std::size_t at_most);

/// Why a value that escapes have made (`"\x07"`) may not stand in a text: the first finding's code
/// and message, or an empty message. Line feeds and tabs are allowed.
struct CharacterProblem {
  Code code{};
  std::string message;
};
CharacterProblem character_problem(std::string_view value);

}  // namespace corridor
