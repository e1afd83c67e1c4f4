#include "build_info.h"
#include "manual.h"
#include "manual_text.h"

namespace corridor::cli {
namespace {

/// A text for roff: backslashes and minus signs are special, and so is a line's first '.' or '\''.
std::string roff(std::string_view text) {
  std::string out;
  for (char const c : text) {
    bool const at_line_start = out.empty() || out.back() == '\n';
    if (at_line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string upper(std::string_view text) {
  std::string out;
  for (char const c : text) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

std::string head(std::string const& page, std::string_view summary) {
  // No date: the same version gives the same bytes.
  return ".TH " + upper(page) + " 1 \"\" \"corridor " + std::string(kVersion) +
         "\" \"User Commands\"\n.SH NAME\n" + roff(page) + " \\- " + roff(summary) + "\n";
}

std::string options_section(Verb const& verb) {
  std::string out = ".SH OPTIONS\n";
  for (auto const name : verb.options) {
    auto const& option = *find_option(name);
    auto spelling = option_spelling(option);
    spelling.erase(0, spelling.find_first_not_of(' '));
    auto const end = spelling.size() - option.metavar.size();
    out += ".TP\n\\fB" + roff(spelling.substr(0, end)) + "\\fR";
    if (!option.metavar.empty()) out += "\\fI" + roff(option.metavar) + "\\fR";
    out += "\n" + roff(option_help(verb, option)) + "\n";
  }
  return out;
}

std::string exit_section() {
  std::string out = ".SH EXIT STATUS\n";
  for (auto const& row : kExitCodes) {
    out += ".TP\n" + std::to_string(row.code) + "\n" + roff(row.meaning) + "\n";
  }
  return out;
}

std::string example_section(std::span<std::string_view const> examples) {
  std::string out = ".SH EXAMPLES\n.EX\n";
  for (auto const example : examples) out += "corridor " + roff(example) + "\n";
  return out + ".EE\n";
}

}  // namespace

std::string man_page_of(Verb const& verb) {
  auto out = head("corridor-" + std::string(verb.name), verb.summary);
  out += ".SH SYNOPSIS\n.B corridor " + roff(verb.name) + "\n";
  if (!verb.words.empty()) out += roff(verb.words) + "\n";
  out += "[\\fIOPTION\\fR...]\n.SH DESCRIPTION\n";
  bool first = true;
  for (auto const& text : paragraphs_of(verb.description)) {
    out += (first ? "" : ".PP\n") + roff(text) + "\n";
    first = false;
  }
  out += options_section(verb) + example_section(verb.examples) + exit_section();
  return out + ".SH SEE ALSO\n.BR corridor (1)\n";
}

std::string man_page_of_program() {
  auto out = head("corridor", "routes, throughput and bottlenecks of freight corridors");
  out += ".SH SYNOPSIS\n.B corridor\n\\fIVERB\\fR [\\fIWORD\\fR...] [\\fIOPTION\\fR...]\n";
  out +=
      ".SH DESCRIPTION\nAnswers questions of rail\\-and\\-sea freight planners: the best route, "
      "the largest throughput, the bottleneck that proves it, and what a work or a shock "
      "changes.\nThe answer goes to standard output, everything else to standard error.\n"
      "When the reader of standard output goes away, the program ends quietly.\n";
  out += ".SH VERBS\n";
  for (auto const& verb : verbs()) {
    out += ".TP\n.BR corridor\\-" + roff(verb.name) + " (1)\n" + roff(verb.summary) + "\n";
  }
  out += exit_section();
  out +=
      ".SH ENVIRONMENT\n"
      ".TP\n.B COLUMNS\nwidth of text on a terminal, 80 to 100; else 100\n"
      ".TP\n.B NO_COLOR\nwhen set and not empty, no colour unless \\-\\-color always\n"
      ".TP\n.B TERM\n\"dumb\" means no colour\n";
  return out;
}

}  // namespace corridor::cli
