#include "run.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>

#include "command_line.h"
#include "manual.h"
#include "output.h"
#include "session.h"
#include "verbs.h"

namespace corridor::cli {
namespace {

constexpr int kNarrowest = 80;
constexpr int kUsualWidth = 100;
constexpr int kWidest = 200;

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  auto const end = text.data() + text.size();
  auto const read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

int width_of(Request const& request, Surroundings const& surroundings) {
  if (auto const typed = request.value("width")) {
    auto const number = whole_number(*typed);
    if (!number || *number < kNarrowest || *number > kWidest) {
      throw UsageError("--width: '" + *typed + "' is not a number from 80 to 200");
    }
    return *number;
  }
  bool const to_terminal = surroundings.terminal && !request.has("output");
  if (!to_terminal || surroundings.columns == 0) return kUsualWidth;
  return std::clamp(surroundings.columns, kNarrowest, kUsualWidth);
}

bool colour_of(Request const& request, Surroundings const& surroundings) {
  auto const when = request.value("color").value_or("auto");
  if (when == "always") return true;
  if (when == "never") return false;
  if (when != "auto") throw UsageError("--color: '" + when + "' is not auto, always or never");
  return surroundings.terminal && !surroundings.plain && !request.has("output");
}

Stages stages_of(Request const& request) {
  if (!request.has("verbose")) return {};
  auto logger = std::make_shared<spdlog::logger>("corridor",
                                                 std::make_shared<spdlog::sinks::stderr_sink_st>());
  logger->set_pattern("corridor: %v");
  logger->set_level(spdlog::level::trace);
  return Stages(std::move(logger));
}

Outcome usage_failure(Request const& request, std::string const& message) {
  auto const verb = request.verb == nullptr ? "" : std::string(request.verb->name) + " ";
  return {kWrongUsage, "", "corridor: error: " + message + "\ntry `corridor " + verb + "--help`\n"};
}

/// The verb whose help is worth pointing at when a command line was not understood.
Verb const* meant_verb(std::vector<std::string> const& arguments) {
  for (auto const& word : arguments) {
    if (auto const* verb = find_verb(word)) return verb;
  }
  return nullptr;
}

/// Files that the arguments name, as far as one can tell before anything is read.
std::vector<std::string> named_inputs(Request const& request) {
  std::vector<std::string> names;
  for (auto const* option : {"network", "scenario"}) {
    auto const values = request.values(option);
    names.insert(names.end(), values.begin(), values.end());
  }
  if (request.verb->words_are_files) {
    names.insert(names.end(), request.words.begin(), request.words.end());
  }
  for (auto& name : names) {
    bool const is_path = name.find('/') != std::string::npos || name.ends_with(".yaml");
    if (!is_path && ::access(name.c_str(), F_OK) != 0) name += ".yaml";
  }
  return names;
}

Outcome cannot_write(std::string const& problem) {
  return {kCannotWrite, "", "corridor: error: " + problem + "\n"};
}

Run run_verb(Request const& request, Surroundings const& surroundings) {
  Run result;
  result.output = request.value("output").value_or("-");
  if (result.output == "-") result.output.clear();
  auto const style = Style{width_of(request, surroundings), colour_of(request, surroundings)};
  if (!result.output.empty()) {
    auto const problem = makes_folder(request)
                             ? folder_problem(result.output)
                             : output_problem(result.output, named_inputs(request));
    if (!problem.empty()) {
      result.outcome = cannot_write(problem);
      return result;
    }
  }
  Session session(request, style, stages_of(request));
  try {
    if (!request.verb->formats.empty()) session.format();  // a wrong one costs no work
    result.outcome = request.verb->run(session);
    result.outcome.messages.insert(0, session.warnings());
    if (result.outcome.output_is_written) result.output.clear();
  } catch (UsageError const& failure) {
    result.outcome = usage_failure(request, failure.what());
  } catch (Failure const& failure) {
    result.outcome = {failure.code(), "", session.warnings() + failure.what()};
  }
  result.inputs = session.inputs();
  return result;
}

int terminal_columns() {
  if (auto const* const typed = std::getenv("COLUMNS")) {
    auto const number = whole_number(typed);
    if (number && *number > 0) return *number;
  }
  struct winsize size {};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

Surroundings surroundings_of_process() {
  auto const* const no_colour = std::getenv("NO_COLOR");
  auto const* const terminal = std::getenv("TERM");
  Surroundings found;
  found.terminal = ::isatty(STDOUT_FILENO) == 1;
  found.columns = found.terminal ? terminal_columns() : 0;
  found.plain = (no_colour != nullptr && *no_colour != '\0') ||
                (terminal != nullptr && std::string_view(terminal) == "dumb");
  return found;
}

Run run(std::vector<std::string> const& arguments, Surroundings const& surroundings) {
  Request request;
  try {
    request = parse_command_line(arguments);
    if (request.has("help")) {
      return {{kAnswered, request.verb == nullptr ? help_of_program() : help_of(*request.verb), ""},
              "",
              {}};
    }
    if (request.has("version")) return {{kAnswered, version_line(), ""}, "", {}};
    if (request.verb == nullptr) return {{kWrongUsage, "", help_of_program()}, "", {}};
    return run_verb(request, surroundings);
  } catch (UsageError const& failure) {
    request.verb = meant_verb(arguments);
    return {usage_failure(request, failure.what()), "", {}};
  }
}

int deliver(Run const& run) {
  auto const& outcome = run.outcome;
  write_stderr(outcome.messages);
  std::string problem;
  if (!outcome.files.empty()) {
    problem = folder_problem(run.output);
    if (problem.empty()) problem = write_folder(run.output, outcome.files);
  } else if (outcome.answer.empty()) {
    return outcome.code;
  } else if (run.output.empty()) {
    problem = write_stdout(outcome.answer);
  } else {
    // Again: only now is it known which files a scenario extends.
    problem = output_problem(run.output, run.inputs);
    if (problem.empty()) problem = write_file(run.output, outcome.answer);
  }
  if (problem.empty()) return outcome.code;
  write_stderr("corridor: error: " + problem + "\n");
  return kCannotWrite;
}

}  // namespace corridor::cli
