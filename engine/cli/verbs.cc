#include "verbs.h"

#include <array>

#include "verb_runs.h"

namespace corridor::cli {
namespace {

using Names = std::string_view;

constexpr auto kCompareOptions = std::to_array<Names>(
    {"from", "to", "network", "scenario", "corridor", "year", "by", "value-of-time", "format",
     "output", "width", "quiet", "verbose", "color", "help", "version"});
constexpr auto kRouteOptions = std::to_array<Names>(
    {"from", "to", "by", "via", "avoid", "network", "scenario", "corridor", "year", "value-of-time",
     "format", "output", "width", "quiet", "verbose", "color", "help", "version"});
constexpr auto kFlowOptions = std::to_array<Names>(
    {"from", "to", "avoid", "network", "scenario", "corridor", "year", "format", "output", "width",
     "quiet", "verbose", "color", "help", "version"});
constexpr auto kExplainOptions =
    std::to_array<Names>({"network", "scenario", "format", "output", "width", "quiet", "verbose",
                          "color", "help", "version"});
constexpr auto kDiffOptions = std::to_array<Names>(
    {"network", "format", "output", "width", "quiet", "verbose", "color", "help", "version"});
constexpr auto kToolOptions = std::to_array<Names>({"output", "help", "version"});

constexpr auto kAllFormats = std::to_array<Names>({"text", "json", "csv", "geojson"});
constexpr auto kTableFormats = std::to_array<Names>({"text", "json", "csv"});
constexpr auto kPlainFormats = std::to_array<Names>({"text", "json"});

constexpr auto kCompareExamples = std::to_array<Names>(
    {"compare", "compare shocks", "compare --scenario fivefold --corridor middle,northern",
     "compare --network my.yaml --from a --to b --scenario wider.yaml"});
constexpr auto kRouteExamples = std::to_array<Names>(
    {"route --from xian --to europe", "route --from lianyungang --to duisburg --by cost",
     "route --from xian --to europe --corridor middle --via aktau --format geojson"});
constexpr auto kFlowExamples =
    std::to_array<Names>({"flow --from xian --to europe",
                          "flow --from xian --to europe --corridor middle --scenario fivefold"});
constexpr auto kExplainExamples = std::to_array<Names>(
    {"explain dostyk-aktogay", "explain dostyk-aktogay.capacity --scenario fivefold"});
constexpr auto kDiffExamples =
    std::to_array<Names>({"diff base fivefold", "diff today works-2030 --format csv"});
constexpr auto kCheckExamples =
    std::to_array<Names>({"check my-network.yaml", "check wider.yaml --network my-network.yaml"});
constexpr auto kListExamples =
    std::to_array<Names>({"list", "list scenarios", "list nodes --network my-network.yaml"});
constexpr auto kSchemaExamples = std::to_array<Names>({"schema network -o network.schema.json"});
constexpr auto kCompletionExamples =
    std::to_array<Names>({"completion bash > ~/.local/share/bash-completion/completions/corridor"});
constexpr auto kManExamples = std::to_array<Names>({"man flow | man -l -"});
constexpr auto kHelpExamples = std::to_array<Names>({"help flow"});

constexpr auto kVerbs = std::to_array<Verb>({
    {"compare", "[STUDY]", "corridors x scenarios side by side: the main job",
     "Puts corridors and scenarios side by side: throughput, the bottleneck that proves it and "
     "what binds next, the best routes, and in words what each change does.\n\n"
     "STUDY is a file or a built-in name (default: what-does-fivefold-buy). --from, --to, "
     "--corridor, --by, --year and --network override what it says. --corridor and --by take a "
     "comma-separated list here. --scenario replaces its columns: the bare network (`base`) and "
     "each scenario named, each alone on the base. With a network of your own and no STUDY, "
     "--from and --to are needed.",
     kCompareOptions, kTableFormats, kCompareExamples, run_compare, 1, 0, true, false},
    {"route", "--from PLACE --to PLACE", "the best route",
     "Finds the best route for one TEU: by time, cost, length, emissions, or generalised cost "
     "(cost + time x value of time). Ties: fewest links, then file order. When there is no route "
     "it tells what stands in the way and the smallest change that would connect the ends.",
     kRouteOptions, kAllFormats, kRouteExamples, run_route, 0, 0, false, false},
    {"flow", "--from PLACE --to PLACE", "the largest throughput and the bottleneck that proves it",
     "Finds the largest yearly throughput, the minimum cut that proves it, how each element is "
     "used, how far the bottleneck may grow and what binds next. Every answer is checked before "
     "it is printed.",
     kFlowOptions, kAllFormats, kFlowExamples, run_flow, 0, 0, false, false},
    {"explain", "ID[.FIELD]", "where a figure comes from",
     "Prints a figure, its unit, its source, and every file and line that set it, in order, "
     "through all scenarios. ID is a link, NODE:MODE>MODE for a transfer, or NODE:passage. FIELD "
     "is length, time, cost, emissions or capacity; without it all are shown.",
     kExplainOptions, kPlainFormats, kExplainExamples, run_explain, 1, 1, false, false},
    {"diff", "SCENARIO SCENARIO", "what two scenarios set differently",
     "Prints every figure and state in which the network differs under two scenarios. `base` is "
     "the network as it is.",
     kDiffOptions, kTableFormats, kDiffExamples, run_diff, 2, 2, true, false},
    {"check", "FILE...", "diagnostics of networks, scenarios and studies",
     "Reads files and reports everything that is wrong with them. It finds out by itself whether "
     "a file is a network, a scenario or a study. A scenario is also applied to --network when "
     "that is given; a study is checked with everything it names.",
     kDiffOptions, kPlainFormats, kCheckExamples, run_check, -1, 1, true, false},
    {"list", "[WHAT]", "what there is: scenarios, nodes, units and more",
     "Lists networks, scenarios, studies, objectives, nodes, links, modes, corridors, regions, "
     "units, sources, codes or formats; without WHAT these topics.",
     kExplainOptions, kTableFormats, kListExamples, run_list, 1, 0, false, false},
    {"schema",
     "network|scenario|study",
     "the JSON Schema of a kind of file",
     "Prints the JSON Schema (draft-07) of a kind of file, for editors that check YAML while one "
     "types.",
     kToolOptions,
     {},
     kSchemaExamples,
     run_schema,
     1,
     1,
     false,
     false},
    {"completion",
     "bash|zsh|fish",
     "completion for a shell",
     "Prints the completion script of a shell.",
     kToolOptions,
     {},
     kCompletionExamples,
     run_completion,
     1,
     1,
     false,
     true},
    {"man",
     "[VERB]",
     "manual pages",
     "Prints a manual page: of the program, or of one verb.",
     kToolOptions,
     {},
     kManExamples,
     run_man,
     1,
     0,
     false,
     true},
    {"help",
     "[VERB]",
     "explain the program or a verb",
     "Explains the program, or one verb with all its options.",
     kToolOptions,
     {},
     kHelpExamples,
     run_help,
     1,
     0,
     false,
     true},
});

}  // namespace

std::span<Verb const> verbs() { return kVerbs; }

Verb const* find_verb(std::string_view name) {
  for (auto const& verb : kVerbs) {
    if (verb.name == name) return &verb;
  }
  return nullptr;
}

}  // namespace corridor::cli
