#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace corridor::cli {

/// What a value may be; completion offers it.
enum class Values : std::uint8_t {
  none,
  file,
  network,
  scenario,
  study,
  place,  ///< a node or a region
  node,
  link,
  node_or_link,
  corridor,
  mode_or_corridor,
  objective,
  format,
  colour,
  topic,
  kind,
  verb,
  shell,
  exchange_format,  ///< what `export` writes
};

/// One row of the table of options: parser, help, completion and man pages read it.
struct Option {
  std::string_view name;     ///< without dashes
  char letter = '\0';        ///< `-o`; none for '\0'
  std::string_view metavar;  ///< empty: a flag
  std::string_view help;     ///< one line; option_help has what differs by verb
  Values values = Values::none;
  bool repeats = false;  ///< may be given several times, order matters
};

std::span<Option const> options();
/// Null when there is no such option.
Option const* find_option(std::string_view name);

/// The words a value is chosen from, for the kinds that have a fixed or built-in list.
std::span<std::string_view const> words_of(Values values);

}  // namespace corridor::cli
