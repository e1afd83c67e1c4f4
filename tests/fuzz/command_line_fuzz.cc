// Any bytes as arguments, one a line: the parser understands them or says what is wrong. It reads
// no file and starts no verb.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/utf8.h"
#include "cli/verbs.h"

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    auto const end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

/// What every understood command line keeps to.
void check(corridor::cli::Request const& request) {
  for (auto const& [name, values] : request.options) {
    auto const* option = corridor::cli::find_option(name);
    if (option == nullptr || values.empty()) std::abort();
    if (!option->repeats && values.size() > 1) std::abort();
  }
  if (request.verb == nullptr && !request.words.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  // Beyond a few kilobytes there is nothing new, only time.
  constexpr std::size_t kMost = 4096;
  std::string text;
  for (std::size_t i = 0; i < size && i < kMost; ++i) text += static_cast<char>(data[i]);
  try {
    check(corridor::cli::parse_command_line(lines_of(text)));
  } catch (corridor::cli::UsageError const& error) {
    // A message may quote what was typed, so it must be safe to print.
    if (!corridor::cli::is_plain_utf8(error.what())) std::abort();
  }
  return 0;
}
