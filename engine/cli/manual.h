#pragma once

#include <string>

#include "verbs.h"

namespace corridor::cli {

/// Usage, options, example and exit codes of one verb, at most 100 columns wide.
std::string help_of(Verb const& verb);
/// The program: what it is for and its verbs.
std::string help_of_program();
/// `corridor 0.1.0 (commit)`.
std::string version_line();

// Manual pages in man(7), section 1, from the same tables.
std::string man_page_of(Verb const& verb);
std::string man_page_of_program();

/// A shell's completion script, or empty for an unknown shell.
std::string completion_for(std::string_view shell);

}  // namespace corridor::cli
