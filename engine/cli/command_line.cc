#include "command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

#include "corridor/base/nearest.h"
#include "options.h"
#include "outcome.h"
#include "utf8.h"
#include "verbs.h"

namespace corridor::cli {
namespace {

std::string with_hint(std::string const& message, std::string const& hint) {
  return hint.empty() ? message : message + ", " + hint;
}

void check_bytes(std::vector<std::string> const& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i].empty()) {
      throw UsageError("argument " + std::to_string(i + 1) + " is empty");
    }
    if (!is_plain_utf8(arguments[i])) {
      throw UsageError("argument " + std::to_string(i + 1) +
                       " is not UTF-8 text without control characters");
    }
  }
}

/// The option an argument names, by its long or short form.
Option const* option_of(std::string_view argument) {
  if (argument.starts_with("--")) {
    return find_option(argument.substr(2, argument.find('=') - 2));
  }
  for (auto const& option : options()) {
    if (argument.size() == 2 && argument[0] == '-' && option.letter != '\0' &&
        argument[1] == option.letter) {
      return &option;
    }
  }
  return nullptr;
}

/// Where the verb stands: the first argument that is neither an option nor an option's value.
std::size_t verb_position(std::vector<std::string> const& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!arguments[i].starts_with('-') || arguments[i] == "-") return i;
    auto const* option = option_of(arguments[i]);
    bool const takes_next = option != nullptr && !option->metavar.empty() &&
                            arguments[i].find('=') == std::string::npos;
    if (takes_next) ++i;
  }
  return arguments.size();
}

[[noreturn]] void refuse_verb(std::string const& word) {
  std::vector<std::string_view> names;
  for (auto const& verb : verbs()) names.push_back(verb.name);
  throw UsageError(with_hint("unknown verb '" + word + "'", did_you_mean(word, names)));
}

/// What is cut short is its whole spelling rather than something else of its length.
std::string meant_option(std::string const& typed, std::vector<std::string_view> const& names) {
  auto const starts = [&](std::string_view name) { return name.starts_with(typed); };
  auto const whole = std::find_if(names.begin(), names.end(), starts);
  if (typed.size() > 2 && std::count_if(names.begin(), names.end(), starts) == 1) {
    return "did you mean '" + std::string(*whole) + "'?";
  }
  return did_you_mean(typed, names);
}

[[noreturn]] void refuse_extra(Verb const* verb, std::string const& word,
                               std::vector<Option const*> const& taken) {
  auto const place = verb == nullptr ? std::string() : " for `" + std::string(verb->name) + "`";
  if (!word.starts_with('-')) throw UsageError("unexpected argument '" + word + "'" + place);
  auto const name = word.substr(0, word.find('='));
  if (option_of(name) != nullptr) {
    throw UsageError("option '" + name + "' makes no sense" + place);
  }
  std::vector<std::string> spellings;
  spellings.reserve(taken.size());
  for (auto const* option : taken) spellings.push_back("--" + std::string(option->name));
  std::vector<std::string_view> names(spellings.begin(), spellings.end());
  throw UsageError(with_hint("unknown option '" + name + "'" + place, meant_option(name, names)));
}

std::vector<Option const*> options_of(Verb const* verb) {
  std::vector<Option const*> taken;
  if (verb == nullptr) return {find_option("help"), find_option("version")};
  for (auto const name : verb->options) taken.push_back(find_option(name));
  return taken;
}

std::string spelling(Option const& option) {
  auto text = "--" + std::string(option.name);
  if (option.letter != '\0') text += std::string(",-") + option.letter;
  return text;
}

/// CLI11 reads what belongs to the verb; its own messages and exit codes stay here.
void read_options(Request& request, std::vector<std::string> arguments) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  auto const taken = options_of(request.verb);
  for (auto const* option : taken) {
    std::string const name(option->name);
    if (option->metavar.empty()) {
      app.add_flag_callback(spelling(*option), [&request, name] { request.options[name] = {""}; });
      continue;
    }
    app.add_option(
           spelling(*option),
           [&request, name](CLI::results_t const& values) {
             request.options[name] = values;
             return true;
           },
           "")
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }

  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
  try {
    app.parse(std::move(arguments));
  } catch (CLI::ArgumentMismatch const& error) {
    auto const text = std::string(error.what());  // "--from: 1 required TEXT missing"
    throw UsageError("option '" + text.substr(0, text.find(':')) + "' lacks its value");
  } catch (CLI::ParseError const& error) {
    throw UsageError(error.what());
  }
  bool only_words = false;  // after `--`
  for (auto const& word : app.remaining()) {
    if (word == "--" && !only_words) {
      only_words = true;
      continue;
    }
    bool const is_option = !only_words && word.starts_with('-') && word != "-";
    if (is_option || request.verb == nullptr) refuse_extra(request.verb, word, taken);
    request.words.push_back(word);
  }
  for (auto const* option : taken) {
    for (auto const& value : request.values(option->name)) {
      // CLI11 takes whatever comes next: `--from --to b` would ask for a place named `--to`.
      if (!option->metavar.empty() && option_of(value) != nullptr) {
        throw UsageError("option '--" + std::string(option->name) + "' lacks its value");
      }
    }
    if (!option->repeats && request.values(option->name).size() > 1) {
      throw UsageError("option '--" + std::string(option->name) + "' is given twice");
    }
  }
}

void check_words(Request const& request) {
  auto const& verb = *request.verb;
  auto const count = static_cast<int>(request.words.size());
  if (verb.most_words >= 0 && count > verb.most_words) {
    refuse_extra(&verb, request.words[static_cast<std::size_t>(verb.most_words)], {});
  }
  if (count < verb.least_words && !request.has("help") && !request.has("version")) {
    throw UsageError("`" + std::string(verb.name) + "` needs " + std::string(verb.words));
  }
}

}  // namespace

Request parse_command_line(std::vector<std::string> const& arguments) {
  check_bytes(arguments);
  Request request;
  auto rest = arguments;
  if (auto const position = verb_position(arguments); position < arguments.size()) {
    request.verb = find_verb(arguments[position]);
    if (request.verb == nullptr) refuse_verb(arguments[position]);
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(position));
  }
  read_options(request, std::move(rest));
  if (request.verb != nullptr) check_words(request);
  return request;
}

}  // namespace corridor::cli
