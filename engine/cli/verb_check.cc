#include <algorithm>

#include "corridor/io/document.h"
#include "corridor/scenario/apply.h"
#include "session.h"
#include "study_places.h"
#include "verb_runs.h"

namespace corridor::cli {
namespace {

std::string counted(std::size_t count, std::string const& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string summary_of(Network const& network) {
  return "network, " + counted(network.nodes.size(), "node") + ", " +
         counted(network.links.size(), "link") + ", " +
         counted(network.transfers.size(), "transfer") + ", " +
         counted(network.passages.size(), "passage");
}

/// Checks files one after another; findings of a file go into `file`.
class Checker {
 public:
  explicit Checker(Session& session) : session_(session) {}

  CheckAnswer::File check(std::string const& path) {
    CheckAnswer::File file{path, "", {}};
    check(path, file);
    auto const failed = std::any_of(
        file.diagnostics.begin(), file.diagnostics.end(),
        [](Diagnostic const& diagnostic) { return diagnostic.severity == Severity::error; });
    if (failed) file.summary.clear();
    return file;
  }

 private:
  void check(std::string const& path, CheckAnswer::File& file) {
    if (auto const network = session_.loader().other_network(path, &file.diagnostics)) {
      keep(*network, file, summary_of);
      return;
    }
    auto const document = parse_file(session_.loader().sources(), path);
    if (!document) {
      file.diagnostics = document.error();
      return;
    }
    auto const kind = kind_of(*document);
    if (!kind) {
      file.diagnostics = kind.error();
    } else if (*kind == FileKind::network) {
      keep(session_.loader().network(*document, &file.diagnostics), file, summary_of);
    } else if (*kind == FileKind::scenario) {
      check_scenario(*document, file);
    } else {
      check_study(*document, file);
    }
  }

  /// Takes the summary of a value, or the errors that stand in its way.
  template <class T, class Summary>
  static bool keep(Result<T> const& result, CheckAnswer::File& file, Summary summary) {
    if (result) {
      file.summary = summary(*result);
    } else {
      auto const& errors = result.error();
      file.diagnostics.insert(file.diagnostics.end(), errors.begin(), errors.end());
    }
    return result.has_value();
  }

  /// A scenario alone is grammar; what its names mean shows only on a network.
  void check_scenario(Document const& document, CheckAnswer::File& file) {
    auto const changes = [](Scenario const& scenario) {
      return "scenario " + scenario.id.text + ", " + counted(scenario.changes.size(), "change");
    };
    if (!keep(read_scenario(document, &file.diagnostics), file, changes)) return;
    if (!session_.request().has("network")) return;
    auto const read = file.summary;
    auto const in_order = session_.loader().scenarios(std::vector<std::string>{as_path(file.path)});
    if (!keep(in_order, file, [&](auto const&) { return read; })) return;
    keep(applied(network(), *in_order, file), file,
         [&](Network const& applied) { return read + ", applies to " + applied.title; });
  }

  /// A study is checked with everything it names.
  void check_study(Document const& document, CheckAnswer::File& file) {
    auto const columns = [](Study const& study) {
      return "study " + study.id.text + ", " + counted(study.scenarios.size(), "scenario");
    };
    if (!keep(read_study(document, &file.diagnostics), file, columns)) return;
    auto const read = file.summary;
    auto const study = session_.loader().study(as_path(file.path));
    if (!keep(study, file, [&](auto const&) { return read; })) return;
    auto const base = session_.request().has("network") ? Result<Network>(network())
                                                        : session_.loader().network_of(*study);
    if (!keep(base, file, [&](auto const&) { return read; })) return;
    keep(resolve(*study, *base), file, [&](auto const&) { return read; });
    for (auto const& column : study->scenarios) {
      auto const scenarios = session_.loader().scenarios_of(*study, column);
      if (!keep(scenarios, file, [&](auto const&) { return read; })) continue;
      keep(applied(*base, *scenarios, file), file, [&](auto const&) { return read; });
    }
  }

  static Result<Network> applied(Network const& base, std::vector<Scenario> const& scenarios,
                                 CheckAnswer::File& file) {
    Diagnostics warnings;
    auto network = corridor::apply(base, scenarios, &warnings);
    add_once(file.diagnostics, warnings);
    return network;
  }

  Network const& network() {
    if (!network_) network_ = session_.base_network();
    return *network_;
  }

  /// A file in the current folder must not be taken for a built-in name.
  static std::string as_path(std::string const& path) {
    bool const is_path = path.find('/') != std::string::npos || path.ends_with(".yaml");
    return is_path ? path : "./" + path;
  }

  Session& session_;
  std::optional<Network> network_;
};

}  // namespace

Outcome run_check(Session& session) {
  Checker checker(session);
  CheckAnswer answer;
  for (auto const& path : session.request().words) {
    answer.files.push_back(checker.check(path));
    answer.accepted = answer.accepted && !answer.files.back().summary.empty();
  }
  auto outcome = session.answer(answer, Network{});
  if (!answer.accepted) outcome.code = kRejectedInput;
  return outcome;
}

}  // namespace corridor::cli
