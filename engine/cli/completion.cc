#include <algorithm>

#include "manual.h"
#include "manual_text.h"
#include "options.h"

namespace corridor::cli {
namespace {

template <class Range, class Name>
std::string joined(Range const& range, Name name, std::string_view separator = " ") {
  std::string text;
  for (auto const& each : range) {
    if (!text.empty()) text += separator;
    text += name(each);
  }
  return text;
}

std::string verb_names() {
  return joined(verbs(), [](Verb const& verb) { return std::string(verb.name); });
}

std::string words_text(Values values) {
  return joined(words_of(values), [](std::string_view word) { return std::string(word); });
}

/// What the words after a verb are.
Values words_after(Verb const& verb) {
  struct Row {
    std::string_view verb;
    Values values;
  };
  constexpr Row kRows[] = {
      {"compare", Values::study}, {"curve", Values::study},     {"verify", Values::file},
      {"explain", Values::link},  {"diff", Values::scenario},   {"check", Values::file},
      {"list", Values::topic},    {"schema", Values::kind},     {"export", Values::exchange_format},
      {"why-not", Values::node},  {"profile", Values::node},    {"man", Values::verb},
      {"help", Values::verb},     {"completion", Values::shell}};
  for (auto const& row : kRows) {
    if (row.verb == verb.name) return row.values;
  }
  return Values::none;
}

/// Whether files are offered besides the words.
bool offers_files(Values values) {
  return values == Values::file || values == Values::network || values == Values::scenario ||
         values == Values::study;
}

/// What the program lists itself, of the built-in network: topics of `list`.
std::string_view list_topics(Values values) {
  switch (values) {
    case Values::place:
      return "nodes regions";
    case Values::node:
      return "nodes";
    case Values::link:
      return "links";
    case Values::node_or_link:
      return "nodes links";
    case Values::corridor:
      return "corridors";
    case Values::mode_or_corridor:
      return "modes corridors";
    default:
      return {};
  }
}

/// The command of the script that prints the ids of some topics.
std::string ids_command(Values values) {
  return "_corridor_ids " + std::string(list_topics(values));
}

constexpr std::string_view kIdsOfTopic =
    "corridor list \"$topic\" --format csv 2>/dev/null | tail -n +2 | cut -d, -f1";

/// For bash and zsh.
std::string ids_function() {
  return "_corridor_ids() {\n  local topic\n  for topic in \"$@\"; do\n    " +
         std::string(kIdsOfTopic) + "\n  done\n}\n";
}

std::string formats_text(Verb const& verb) {
  return joined(verb.formats, [](std::string_view word) { return std::string(word); });
}

std::string spellings(Verb const& verb) {
  return joined(verb.options, [](std::string_view name) {
    auto const& option = *find_option(name);
    auto text = "--" + std::string(name);
    return option.letter == '\0' ? text : text + " -" + option.letter;
  });
}

// ---- bash ---------------------------------------------------------------------------------------

std::string bash_reply(Values values) {
  std::string out;
  if (!list_topics(values).empty()) {
    out += "COMPREPLY=($(compgen -W \"$(" + ids_command(values) + ")\" -- \"$word\"))";
  } else if (offers_files(values)) {
    out += "COMPREPLY=($(compgen -W \"" + words_text(values) +
           "\" -- \"$word\") $(compgen -f -- \"$word\"))";
  } else {
    out += "COMPREPLY=($(compgen -W \"" + words_text(values) + "\" -- \"$word\"))";
  }
  return out;
}

/// Each verb has formats of its own.
std::string bash_formats() {
  std::string out = "case \"$verb\" in\n";
  for (auto const& verb : verbs()) {
    if (verb.formats.empty()) continue;
    out += "        " + std::string(verb.name) + ") COMPREPLY=($(compgen -W \"" +
           formats_text(verb) + "\" -- \"$word\")) ;;\n";
  }
  return out + "      esac";
}

std::string bash_script() {
  std::string out = "# bash completion for corridor\n" + ids_function();
  out +=
      "_corridor() {\n"
      "  local word=\"${COMP_WORDS[COMP_CWORD]}\"\n"
      "  local before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
      "  local verb=\"${COMP_WORDS[1]}\"\n"
      "  COMPREPLY=()\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n    COMPREPLY=($(compgen -W \"" +
      verb_names() + " --help --version\" -- \"$word\"))\n    return\n  fi\n" +
      "  case \"$before\" in\n";
  for (auto const& option : options()) {
    if (option.metavar.empty()) continue;
    out += "    --" + std::string(option.name);
    if (option.letter != '\0') out += std::string("|-") + option.letter;
    out += ") " + (option.values == Values::format ? bash_formats() : bash_reply(option.values)) +
           "; return ;;\n";
  }
  out += "  esac\n  if [[ $word == -* ]]; then\n    case \"$verb\" in\n";
  for (auto const& verb : verbs()) {
    out += "      " + std::string(verb.name) + ") COMPREPLY=($(compgen -W \"" + spellings(verb) +
           "\" -- \"$word\")) ;;\n";
  }
  out += "    esac\n    return\n  fi\n  case \"$verb\" in\n";
  for (auto const& verb : verbs()) {
    if (words_after(verb) == Values::none) continue;
    out += "    " + std::string(verb.name) + ") " + bash_reply(words_after(verb)) + " ;;\n";
  }
  return out + "  esac\n}\ncomplete -F _corridor corridor\n";
}

// ---- zsh ----------------------------------------------------------------------------------------

/// A description inside single quotes and square brackets.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(Values values) {
  if (!list_topics(values).empty()) {
    return "{compadd -- ${(f)\"$(" + ids_command(values) + ")\"}}";
  }
  if (offers_files(values)) {
    auto const words = words_text(values);
    return words.empty() ? "_files" : "{compadd -- " + words + "; _files}";
  }
  auto const words = words_text(values);
  return words.empty() ? " " : "(" + words + ")";
}

std::string zsh_option(Verb const& verb, Option const& option) {
  std::string out;
  auto const help = "[" + zsh_text(option_help(verb, option)) + "]";
  auto const action =
      option.values == Values::format ? "(" + formats_text(verb) + ")" : zsh_action(option.values);
  auto const value =
      option.metavar.empty() ? std::string() : ":" + zsh_text(option.metavar) + ":" + action;
  auto const star = std::string(option.repeats ? "*" : "");
  out += " \\\n        '" + star + "--" + std::string(option.name) + help + value + "'";
  if (option.letter != '\0') {
    out += std::string(" \\\n        '") + star + "-" + option.letter + help + value + "'";
  }
  return out;
}

std::string zsh_script() {
  std::string out =
      "#compdef corridor\n" + ids_function() + "_corridor() {\n  local -a verbs\n  verbs=(\n";
  for (auto const& verb : verbs()) {
    out += "    '" + std::string(verb.name) + ":" + zsh_text(verb.summary) + "'\n";
  }
  out +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe verb verbs\n    return\n  fi\n"
      "  local verb=\"$words[2]\"\n  shift words\n  (( CURRENT-- ))\n  case \"$verb\" in\n";
  for (auto const& verb : verbs()) {
    out += "    " + std::string(verb.name) + ")\n      _arguments";
    for (auto const name : verb.options) out += zsh_option(verb, *find_option(name));
    if (auto const values = words_after(verb); values != Values::none) {
      out += " \\\n        '*:" + zsh_text(verb.words) + ":" + zsh_action(values) + "'";
    }
    out += "\n      ;;\n";
  }
  return out + "  esac\n}\ncompdef _corridor corridor\n";
}

// ---- fish ---------------------------------------------------------------------------------------

std::string fish_text(std::string_view text) {
  std::string out = "'";
  for (char const c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_values(Values values) {
  if (!list_topics(values).empty()) return " -a '(" + ids_command(values) + ")'";
  auto const words = words_text(values);
  std::string out = offers_files(values) ? " -F" : "";
  if (!words.empty()) out += " -a " + fish_text(words);
  return out;
}

std::string fish_script() {
  std::string out =
      "# fish completion for corridor\nfunction _corridor_ids\n  for topic in $argv\n    " +
      std::string(kIdsOfTopic) + "\n  end\nend\ncomplete -c corridor -f\n";
  for (auto const& verb : verbs()) {
    out += "complete -c corridor -n __fish_use_subcommand -a " + std::string(verb.name) + " -d " +
           fish_text(verb.summary) + "\n";
  }
  for (auto const& verb : verbs()) {
    auto const when =
        "complete -c corridor -n '__fish_seen_subcommand_from " + std::string(verb.name) + "'";
    if (auto const values = words_after(verb); values != Values::none) {
      out += when + fish_values(values) + "\n";
    }
    for (auto const name : verb.options) {
      auto const& option = *find_option(name);
      out += when + " -l " + std::string(name);
      if (option.letter != '\0') out += std::string(" -s ") + option.letter;
      if (option.values == Values::format) {
        out += " -x -a " + fish_text(formats_text(verb));
      } else if (!option.metavar.empty()) {
        out += " -x" + fish_values(option.values);
      }
      out += " -d " + fish_text(option_help(verb, option)) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string completion_for(std::string_view shell) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return zsh_script();
  if (shell == "fish") return fish_script();
  return {};
}

}  // namespace corridor::cli
