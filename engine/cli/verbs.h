#pragma once

#include <span>
#include <string>
#include <string_view>

#include "options.h"
#include "request.h"

namespace corridor::cli {

class Session;
struct Outcome;

/// Whether a request makes a folder of files: `export csv` and `export gmns`.
bool makes_folder(Request const& request);

/// One row of the table of verbs: parser, help, completion and man pages read it.
struct Verb {
  std::string_view name;
  std::string_view words;        ///< what follows it, for people: "[STUDY]"
  std::string_view summary;      ///< one line
  std::string_view description;  ///< paragraphs, parted by blank lines
  std::span<std::string_view const> options;
  std::span<std::string_view const> formats;   ///< empty: it has no --format
  std::span<std::string_view const> examples;  ///< what follows `corridor`
  Outcome (*run)(Session& session);
  int most_words = 0;  ///< -1: any number
  int least_words = 0;
  bool words_are_files = false;  ///< or names of files, so that no output may overwrite them
  bool serves_tools = false;     ///< left out of the short list: completion, man
};

std::span<Verb const> verbs();
/// What an option of the verb means, in one line.
std::string option_help(Verb const& verb, Option const& option);
Verb const* find_verb(std::string_view name);

/// What `list` knows; the rows of one topic.
struct Topic {
  std::string_view name;
  std::string_view summary;
};
std::span<Topic const> topics();

}  // namespace corridor::cli
