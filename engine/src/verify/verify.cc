#include "corridor/verify/verify.h"

#include <array>

#include "io/file_bytes.h"
#include "report/inputs.h"
#include "verify/context.h"

namespace corridor {
namespace {

using verify::Context;
using verify::Files;
using verify::Item;
using verify::Value;

/// What can be checked, by the verb that makes it.
struct Check {
  std::string_view command;
  void (*run)(Context& context, Network const& network);
};

constexpr auto kChecks = std::to_array<Check>({
    {"flow", verify::verify_flow},
    {"route", verify::verify_route},
    {"curve", verify::verify_curve},
    {"ladder", verify::verify_ladder},
    {"criticality", verify::verify_criticality},
    {"invest", verify::verify_invest},
    {"pareto", verify::verify_pareto},
    {"why-not", verify::verify_why_not},
    {"profile", verify::verify_profile},
    {"skim", verify::verify_skim},
});

/// Those with several networks, whose inputs belong to one each.
struct CheckOfColumns {
  std::string_view command;
  void (*run)(Context& context, bool answered);
};

constexpr auto kChecksOfColumns = std::to_array<CheckOfColumns>({
    {"compare", verify::verify_compare},
    {"switchpoints", verify::verify_switchpoints},
});

Check const* find_check(std::string_view command) {
  for (auto const& check : kChecks) {
    if (check.command == command) return &check;
  }
  return nullptr;
}

CheckOfColumns const* find_check_of_columns(std::string_view command) {
  for (auto const& check : kChecksOfColumns) {
    if (check.command == command) return &check;
  }
  return nullptr;
}

Diagnostic finding(Sources const& sources, std::uint32_t file, Value const& at, Code code,
                   std::string message, std::string hint = {}) {
  Diagnostic found;
  found.code = code;
  found.span = verify::span_at(sources, file, at.offset, at.length);
  found.message = std::move(message);
  found.hint = std::move(hint);
  return found;
}

/// Why a value is no result that can be checked, or nothing.
std::optional<Diagnostic> stranger(Sources const& sources, std::uint32_t file, Value const& root) {
  auto const not_ours = [&](Value const& at, std::string message) {
    return finding(sources, file, at, Code::not_a_result, std::move(message),
                   "a result is what --format json writes");
  };
  if (root.kind != Value::Kind::object) return not_ours(root, "this is no result of ours");
  auto const* format = verify::find(root, "format");
  auto const* command = verify::find(root, "command");
  if (format == nullptr || command == nullptr || command->kind != Value::Kind::string) {
    return not_ours(root, "this is no result of ours: it has no 'format' and 'command'");
  }
  if (format->kind != Value::Kind::number || !verify::same_number(format->text, "1")) {
    return finding(sources, file, *format, Code::unsupported_format,
                   "format " + verify::shown(*format) + " is not supported", "format 1 is");
  }
  if (find_check(command->text) == nullptr && find_check_of_columns(command->text) == nullptr) {
    return not_ours(*command,
                    "there is nothing to check in a result of " + verify::shown(*command));
  }
  return std::nullopt;
}

/// Rows of a sweep: lines of JSON that name no `command`.
std::optional<Diagnostic> sweep_rows(Sources const& sources, std::uint32_t file) {
  auto const text = sources.text(file);
  Sources own;
  auto const line =
      verify::parse(own, own.add("line", std::string(text.substr(0, text.find('\n')))));
  if (!line || line->kind != Value::Kind::object) return std::nullopt;
  bool const header = verify::find(*line, "sweep") != nullptr;
  bool const row =
      verify::find(*line, "scenario") != nullptr && verify::find(*line, "values") != nullptr;
  if (!header && !row) return std::nullopt;
  return finding(sources, file, *line, Code::not_a_result,
                 "these are rows of `corridor sweep`, which carry no proofs",
                 "ask `corridor flow` about a scenario: its result can be checked");
}

void expect_scenarios(Item const& scenarios, Network const& network) {
  for (std::size_t i = 0; i < network.scenarios.size(); ++i) {
    scenarios[i].expect_text(network.scenarios[i].id);
  }
  if (scenarios.size() != network.scenarios.size()) {
    scenarios.refuse("has " + std::to_string(scenarios.size()) + " entries, should have " +
                     std::to_string(network.scenarios.size()));
  }
}

/// The kind of inputs beside scenarios that the answer of a verb may rest on.
std::string_view besides_scenarios(std::string_view command) {
  if (command == "curve") return "study";
  return command == "invest" ? "project" : "";
}

report::OtherInputs others_of(Context const& context) {
  report::OtherInputs others;
  auto const kind = besides_scenarios(context.answer.command);
  if (kind == "study") {
    if (auto const study = context.files.study()) others.study = study->id.span;
  } else if (kind == "project") {
    for (auto const& chain : context.files.projects()) {
      for (auto const& scenario : chain) others.projects.push_back(scenario.id.span);
    }
  }
  return others;
}

void check_answer(Context& context, Item const& root, bool answered) {
  auto const network = context.files.with_all(besides_scenarios(context.answer.command));
  expect_scenarios(root.at("scenarios"), network);
  report::Inputs const inputs(network, context.files.sources(), others_of(context));
  context.files.expect(inputs.json().dump());
  if (answered) {
    find_check(context.answer.command)->run(context, network);
  } else {
    verify_no_answer(context, network);
  }
}

/// Everything outside `result`, and that by the verb.
void check(Loader& loader, Item const& root, std::optional<std::string> const& network,
           VerifyAnswer& answer) {
  bool const answered = root.at("status").text() == "answered";
  if (answered) {
    root.only(
        {"format", "command", "status", "reason", "network", "scenarios", "inputs", "result"});
    if (!root.at("reason").is_null()) root.at("reason").refuse("stands beside an answer");
  } else {
    root.only({"format", "command", "status", "reason", "network", "scenarios", "inputs", "result",
               "question", "obstacles", "cheapest_relaxation", "smallest_relaxation"});
    root.at("status").expect_text("no-answer");
    if (!root.at("result").is_null()) root.at("result").refuse("stands beside no answer");
  }
  Files files(loader, root.at("inputs"), network);
  Context context{files, root, answer};
  context.checked("the inputs' hashes");
  root.at("network").expect_text(files.base().title);
  if (auto const* const columns = find_check_of_columns(answer.command)) {
    return columns->run(context, answered);
  }
  check_answer(context, root, answered);
}

}  // namespace

Result<VerifyAnswer> verify_text(Loader& loader, std::string const& name, std::string text,
                                 std::optional<std::string> const& network) {
  auto const file = loader.sources()->add(name, std::move(text));
  auto const& sources = *loader.sources();
  auto const root = verify::parse(sources, file);
  bool const anonymous = root && verify::find(*root, "command") == nullptr;
  if (!root || anonymous) {
    if (auto rows = sweep_rows(sources, file)) return *std::move(rows);
  }
  if (!root) return root.error();
  if (auto strange = stranger(sources, file, *root)) return *std::move(strange);

  VerifyAnswer answer;
  answer.file = name;
  answer.command = verify::find(*root, "command")->text;
  try {
    check(loader, Item(*root, ""), network, answer);
    answer.holds = true;
  } catch (verify::Refused const& refused) {
    answer.place = refused.place();
    answer.line = verify::span_at(sources, file, refused.offset(), 1).line;
    answer.reason = refused.what();
    answer.checked.clear();
    answer.unchecked.clear();
  } catch (verify::Unreadable const& unreadable) {
    return unreadable.findings;
  }
  return answer;
}

Result<VerifyAnswer> verify_file(Loader& loader, std::string const& path,
                                 std::optional<std::string> const& network) {
  auto bytes = read_bytes(path);
  if (!bytes) return std::move(bytes).error();
  return verify_text(loader, path, std::move(*bytes), network);
}

}  // namespace corridor
