#include "options.h"

#include <array>
#include <string>
#include <vector>

#include "corridor/graph/objective.h"
#include "corridor/io/load.h"
#include "verbs.h"

namespace corridor::cli {
namespace {

constexpr auto kOptions = std::to_array<Option>({
    {"from", '\0', "PLACE", "where it starts: a node, a region, or a comma-separated list",
     Values::place},
    {"to", '\0', "PLACE", "where it ends, likewise", Values::place},
    {"by", '\0', "OBJECTIVE", "what is best: time, cost, length, emissions, generalised",
     Values::objective},
    {"tolerance", '\0', "CRITERION=AMOUNT,...",
     "merge routes that differ by no more: time=6h,cost=50USD"},
    {"via", '\0', "NODE", "pass this node; repeat to pass several in order", Values::node, true},
    {"count", '\0', "COUNT", "the best routes that pass no node twice, so many of them"},
    {"distinct", '\0', "PERCENT", "only routes that differ by that share of their length"},
    {"avoid", '\0', "NODE-or-LINK", "do not use it; repeat to avoid several", Values::node_or_link,
     true},
    {"links", '\0', "LINK,...", "the links that are multiplied, separated by commas", Values::link},
    {"transfers", '\0', "NODE:MODE>MODE,...", "the transfers that are multiplied"},
    {"passages", '\0', "NODE,...", "the nodes whose passages are multiplied", Values::node},
    {"links-of", '\0', "MODE-or-TAG", "multiply all links of a mode or of a corridor",
     Values::mode_or_corridor},
    {"min", '\0', "NUMBER", "smallest multiplier, from 0 on: 2, 2.5 or 5/2 (default: 1)"},
    {"max", '\0', "NUMBER", "largest multiplier, likewise (default: 5)"},
    {"target", '\0', "CAPACITY", "the throughput to be reached: 200000 or '200000 TEU/year'"},
    {"pairs", '\0', "", "also what is lost when two of them fail together"},
    {"top", '\0', "COUNT", "how many rows of text and how many pairs (default: 20)"},
    {"budget", '\0', "AMOUNT", "what may be spent: '350 MUSD'"},
    {"budget-per-year", '\0', "AMOUNT", "what may be spent in one year: '100 MUSD'"},
    {"project", '\0', "FILE-or-NAME", "a scenario with a cost; repeat to name several",
     Values::scenario, true},
    {"vary", '\0', "FIELD=VALUES", "a field and what it may be, or a CSV file; may be repeated",
     Values::file, true},
    {"sample", '\0', "COUNT",
     "this many random scenarios, up to 1,000,000,000, instead of the grid"},
    {"seed", '\0', "NUMBER", "of the random sample; 0, 1, 2 ... (default: 1)"},
    {"layout", '\0', "LAYOUT",
     "of csv: long (a row for each pair) or wide (a column for each destination; default: long)"},
    {"threads", '\0', "COUNT", "threads at work, up to 1024 (default: one for each core)"},
    {"shard", '\0', "I/N", "only the I-th of N parts, for several machines (default: 1/1)"},
    {"resume", '\0', "", "keep the rows that the file of -o holds and go on after them"},
    {"summary", '\0', "FILE", "write the summary as JSON to a file", Values::file},
    {"each", '\0', "FILE-or-NAME",
     "answer for this scenario alone, on top of the others; repeat to compare; base: none",
     Values::scenario, true},
    {"network", '\0', "FILE-or-NAME", "the network (default: the built-in middle-corridor)",
     Values::network},
    {"scenario", '\0', "FILE-or-NAME", "apply a scenario; repeat to apply several in order",
     Values::scenario, true},
    {"corridor", '\0', "TAG", "use only links of this corridor and links without any tag",
     Values::corridor},
    {"year", '\0', "YEAR", "the year of the question; decides which planned links are open"},
    {"value-of-time", '\0', "AMOUNT", "USD/TEU/day, for generalised cost (default: 75)"},
    {"format", '\0', "FORMAT", "", Values::format},  // of each verb its own
    {"output", 'o', "FILE", "write the answer to a file, whole or not at all; - is stdout",
     Values::file},
    {"width", '\0', "COLUMNS", "width of text, 80 to 200 (default: 100, or the narrower terminal)"},
    {"quiet", 'q', "", "no warnings and notes on stderr"},
    {"verbose", 'v', "", "tell on stderr how long each stage took"},
    {"color", '\0', "WHEN", "auto, always or never (default: auto)", Values::colour},
    {"help", 'h', "", "explain the verb"},
    {"version", '\0', "", "print version and commit"},
});

constexpr auto kFormats =
    std::to_array<std::string_view>({"text", "json", "csv", "geojson", "svg"});
constexpr auto kColours = std::to_array<std::string_view>({"auto", "always", "never"});
constexpr auto kKinds = std::to_array<std::string_view>({"network", "scenario", "study"});
constexpr auto kExchangeFormats =
    std::to_array<std::string_view>({"csv", "gmns", "geojson", "dimacs", "dimacs-sp", "dimacs-co"});
constexpr auto kShells = std::to_array<std::string_view>({"bash", "zsh", "fish"});

/// Views of texts that live as long as the program.
template <class Texts, class Name>
std::vector<std::string_view> views(Texts const& texts, Name name) {
  std::vector<std::string_view> result;
  result.reserve(texts.size());
  for (auto const& text : texts) result.push_back(name(text));
  return result;
}

std::vector<std::string_view> builtin_views(FileKind kind) {
  static std::vector<std::string> const names[] = {builtin_names(FileKind::network),
                                                   builtin_names(FileKind::scenario),
                                                   builtin_names(FileKind::study)};
  return views(names[static_cast<std::size_t>(kind)],
               [](std::string const& name) { return std::string_view(name); });
}

/// What an option means for one verb, where that differs from the rest.
struct Particular {
  std::string_view verb, option, help;
};
constexpr auto kParticulars = std::to_array<Particular>({
    {"compare", "from", "where it starts (default: the study's)"},
    {"compare", "to", "where it ends (default: the study's)"},
    {"compare", "by", "what is best, with commas: time, cost, length, emissions, generalised"},
    {"compare", "scenario", "a column beside the bare network; repeat for several"},
    {"compare", "corridor", "the corridors side by side, separated by commas"},
    {"compare", "network", "the network (default: the study's)"},
    {"curve", "from", "where it starts (default: the study's)"},
    {"curve", "to", "where it ends (default: the study's)"},
    {"invest", "project",
     "a scenario with a cost; repeat to name several (default: all built-in ones)"},
    {"pareto", "by",
     "two to five of time, cost, length, emissions, generalised, transfers, borders (default: "
     "time,cost,emissions)"},
    {"switchpoints", "by", "the objective and what the rate multiplies (default: cost,time)"},
    {"switchpoints", "min", "smallest rate, from 0 on: 2, 2.5 or 5/2 (default: 0)"},
    {"switchpoints", "max", "largest rate, likewise (default: no limit)"},
    {"sweep", "output", "write rows to a file, line by line, so that --resume can go on"},
    {"sweep", "by", "what the best route of each scenario is best by (default: time)"},
    {"why-not", "by", "what is weighed, with commas (default: time,cost,emissions)"},
    {"why-not", "from", "a wider place in which the way starts (default: its own start)"},
    {"why-not", "to", "a wider place in which it ends (default: its own end)"},
    {"profile", "from", "where it starts; of a WAY a wider place (default: its own start)"},
    {"profile", "to", "where it ends, likewise"},
    {"export", "output", "the file, or the new folder of csv and gmns; - is stdout"},
    {"export", "by", "the weight in dimacs-sp: time, cost, length, emissions (default: time)"},
    {"skim", "from",
     "where it starts: nodes, regions, kind:KIND, with commas (default: all nodes)"},
    {"skim", "to", "where it ends, likewise"},
    {"skim", "by",
     "matrices, with commas: time, cost, length, emissions, generalised, transfers (default: "
     "time)"},
    {"skim", "output",
     "write the answer to a file, whole or not at all; FILE.omx is an Open Matrix"},
    {"verify", "network", "the network of the result, where it lies elsewhere; the same bytes"},
    {"check", "network", "apply scenarios to it, too; a study's names are looked up in it"},
});

std::string formats_of(Verb const& verb) {
  std::string text;
  for (std::size_t i = 0; i < verb.formats.size(); ++i) {
    if (i > 0) text += i + 1 == verb.formats.size() ? " or " : ", ";
    text += verb.formats[i];
  }
  return text + " (default: " + std::string(verb.formats.front()) + ")";
}

}  // namespace

std::string option_help(Verb const& verb, Option const& option) {
  if (option.values == Values::format) return formats_of(verb);
  for (auto const& row : kParticulars) {
    if (row.verb == verb.name && row.option == option.name) return std::string(row.help);
  }
  return std::string(option.help);
}

std::span<Option const> options() { return kOptions; }

Option const* find_option(std::string_view name) {
  for (auto const& option : kOptions) {
    if (option.name == name) return &option;
  }
  return nullptr;
}

std::span<std::string_view const> words_of(Values values) {
  static auto const networks = builtin_views(FileKind::network);
  static auto const scenarios = builtin_views(FileKind::scenario);
  static auto const studies = builtin_views(FileKind::study);
  static auto const objective_names =
      views(objectives(), [](Objective const& objective) { return objective.name; });
  static auto const verb_names = views(verbs(), [](Verb const& verb) { return verb.name; });
  static auto const topic_names = views(topics(), [](Topic const& topic) { return topic.name; });
  switch (values) {
    case Values::network:
      return networks;
    case Values::scenario:
      return scenarios;
    case Values::study:
      return studies;
    case Values::objective:
      return objective_names;
    case Values::format:
      return kFormats;
    case Values::colour:
      return kColours;
    case Values::topic:
      return topic_names;
    case Values::kind:
      return kKinds;
    case Values::verb:
      return verb_names;
    case Values::shell:
      return kShells;
    case Values::exchange_format:
      return kExchangeFormats;
    case Values::none:
    case Values::file:
    case Values::place:
    case Values::node:
    case Values::link:
    case Values::node_or_link:
    case Values::corridor:
    case Values::mode_or_corridor:
      return {};
  }
  return {};
}

}  // namespace corridor::cli
