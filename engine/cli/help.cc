#include <algorithm>

#include "build_info.h"
#include "manual.h"
#include "manual_text.h"

namespace corridor::cli {
namespace {

constexpr std::size_t kWidth = 100;

/// Words in lines, the first after `lead`, the others indented to its width.
std::string hanging(std::string const& lead, std::string_view text) {
  std::string out;
  std::string line = lead;
  auto const margin = std::string(lead.size(), ' ');
  while (!text.empty()) {
    auto const space = text.find(' ');
    auto const word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (line.size() > margin.size() && line.size() + 1 + word.size() > kWidth) {
      out += line + "\n";
      line = margin;
    }
    if (line.size() > margin.size()) line += ' ';
    line += word;
  }
  return out + line + "\n";
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size() + 2), ' ');
  return text;
}

std::string usage_line(Verb const& verb) {
  std::string text = "usage: corridor " + std::string(verb.name);
  if (!verb.words.empty()) text += " " + std::string(verb.words);
  return text + " [OPTION...]\n";
}

/// A command that is too long goes on before an option, as a shell takes it.
std::string example_text(std::string_view example) {
  constexpr std::size_t kRoom = kWidth - 2;  // for the backslash
  std::string out;
  auto line = "  corridor " + std::string(example);
  while (line.size() > kWidth) {
    auto const cut = line.rfind(" --", kRoom);
    constexpr std::size_t kIndent = 6;
    if (cut == std::string::npos || cut < kIndent) break;
    out += line.substr(0, cut) + " \\\n";
    line = std::string(kIndent - 1, ' ') + line.substr(cut);
  }
  return out + line + "\n";
}

std::string exit_codes() {
  std::string out = "Exit codes:\n";
  for (auto const& row : kExitCodes) {
    out += hanging(padded("  " + std::to_string(row.code), 7), row.meaning);
  }
  return out;
}

std::string verb_list(bool for_tools) {
  std::string out;
  for (auto const& verb : verbs()) {
    if (verb.serves_tools != for_tools) continue;
    out += hanging(padded("  " + std::string(verb.name), 16), verb.summary);
  }
  return out;
}

}  // namespace

std::string option_spelling(Option const& option) {
  auto text = option.letter == '\0' ? std::string("    ") : std::string("-") + option.letter + ", ";
  text += "--" + std::string(option.name);
  if (!option.metavar.empty()) text += " " + std::string(option.metavar);
  return text;
}

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> result;
  while (!text.empty()) {
    auto const end = std::min(text.find("\n\n"), text.size());
    result.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return result;
}

std::string version_line() {
  return "corridor " + std::string(kVersion) + " (" + std::string(kCommit) + ")\n";
}

std::string help_of(Verb const& verb) {
  std::string out = usage_line(verb);
  for (auto const& text : paragraphs_of(verb.description)) out += "\n" + hanging("", text);
  out += "\nOptions:\n";
  constexpr std::size_t kOptionWidth = 32;
  for (auto const name : verb.options) {
    auto const& option = *find_option(name);
    out += hanging(padded("  " + option_spelling(option), kOptionWidth), option_help(verb, option));
  }
  out += verb.examples.size() == 1 ? "\nExample:\n" : "\nExamples:\n";
  for (auto const example : verb.examples) out += example_text(example);
  return out + "\n" + exit_codes();
}

std::string help_of_program() {
  std::string out = "usage: corridor VERB [WORD...] [OPTION...]\n\n";
  out += hanging("",
                 "Answers questions of rail-and-sea freight planners: the best route, the "
                 "largest throughput, the bottleneck that proves it, and what a work or a "
                 "shock changes.");
  out += "\nVerbs:\n" + verb_list(false);
  out += "\nFor shells and manuals:\n" + verb_list(true);
  out +=
      "\nExamples:\n  corridor compare\n  corridor route --from xian --to europe --by cost\n"
      "  corridor flow --from xian --to europe --corridor middle --scenario fivefold\n";
  out += "\n`corridor VERB --help` explains a verb, `corridor --version` tells the version.\n";
  return out + "\n" + exit_codes();
}

}  // namespace corridor::cli
