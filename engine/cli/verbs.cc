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
    {"from",    "to",       "by",       "count", "distinct",      "via",    "avoid",
     "network", "scenario", "corridor", "year",  "value-of-time", "format", "output",
     "width",   "quiet",    "verbose",  "color", "help",          "version"});
constexpr auto kParetoOptions = std::to_array<Names>(
    {"from", "to", "by", "tolerance", "via", "avoid", "network", "scenario", "corridor", "year",
     "value-of-time", "format", "output", "width", "quiet", "verbose", "color", "help", "version"});
constexpr auto kSwitchpointsOptions = std::to_array<Names>(
    {"from",   "to",      "by",       "min",      "max",   "each",          "via",
     "avoid",  "network", "scenario", "corridor", "year",  "value-of-time", "format",
     "output", "width",   "quiet",    "verbose",  "color", "help",          "version"});
constexpr auto kWhyNotOptions = std::to_array<Names>(
    {"from", "to", "by", "avoid", "network", "scenario", "corridor", "year", "value-of-time",
     "format", "output", "width", "quiet", "verbose", "color", "help", "version"});
constexpr auto kProfileOptions = std::to_array<Names>(
    {"from", "to", "by", "via", "avoid", "network", "scenario", "corridor", "year", "value-of-time",
     "format", "output", "width", "quiet", "verbose", "color", "help", "version"});
constexpr auto kFlowOptions = std::to_array<Names>(
    {"from", "to", "avoid", "network", "scenario", "corridor", "year", "format", "output", "width",
     "quiet", "verbose", "color", "help", "version"});
constexpr auto kCurveOptions = std::to_array<Names>(
    {"from",   "to",    "links",   "transfers", "passages", "links-of", "min",    "max",
     "target", "avoid", "network", "scenario",  "corridor", "year",     "format", "output",
     "width",  "quiet", "verbose", "color",     "help",     "version"});
constexpr auto kLadderOptions = std::to_array<Names>(
    {"from", "to", "target", "avoid", "network", "scenario", "corridor", "year", "format", "output",
     "width", "quiet", "verbose", "color", "help", "version"});
constexpr auto kCriticalityOptions = std::to_array<Names>(
    {"from", "to", "pairs", "top", "avoid", "network", "scenario", "corridor", "year", "format",
     "output", "width", "quiet", "verbose", "color", "help", "version"});
constexpr auto kInvestOptions =
    std::to_array<Names>({"from", "to", "budget", "budget-per-year", "project", "avoid", "network",
                          "scenario", "corridor", "year", "format", "output", "width", "quiet",
                          "verbose", "color", "help", "version"});
constexpr auto kSweepOptions = std::to_array<Names>(
    {"from",    "to",     "vary",  "sample",  "seed",     "threads",  "shard", "resume",
     "summary", "by",     "avoid", "network", "scenario", "corridor", "year",  "value-of-time",
     "format",  "output", "width", "quiet",   "verbose",  "color",    "help",  "version"});
constexpr auto kSkimOptions = std::to_array<Names>(
    {"from", "to", "by", "avoid", "layout", "threads", "network", "scenario", "corridor", "year",
     "value-of-time", "format", "output", "width", "quiet", "verbose", "color", "help", "version"});
constexpr auto kVerifyOptions = std::to_array<Names>(
    {"network", "format", "output", "width", "quiet", "verbose", "color", "help", "version"});
constexpr auto kExportOptions =
    std::to_array<Names>({"from", "to", "by", "avoid", "network", "scenario", "corridor", "year",
                          "output", "quiet", "verbose", "help", "version"});
constexpr auto kPackOptions =
    std::to_array<Names>({"network", "output", "quiet", "verbose", "help", "version"});
constexpr auto kExplainOptions =
    std::to_array<Names>({"network", "scenario", "format", "output", "width", "quiet", "verbose",
                          "color", "help", "version"});
constexpr auto kDiffOptions = std::to_array<Names>(
    {"network", "format", "output", "width", "quiet", "verbose", "color", "help", "version"});
constexpr auto kToolOptions = std::to_array<Names>({"output", "help", "version"});

constexpr auto kAllFormats = std::to_array<Names>({"text", "json", "csv", "geojson"});
constexpr auto kDrawnFormats = std::to_array<Names>({"text", "json", "csv", "geojson", "svg"});
constexpr auto kTableFormats = std::to_array<Names>({"text", "json", "csv"});
constexpr auto kRowFormats = std::to_array<Names>({"json", "csv", "text"});
constexpr auto kPlainFormats = std::to_array<Names>({"text", "json"});

constexpr auto kCompareExamples = std::to_array<Names>(
    {"compare", "compare shocks", "compare --scenario fivefold --corridor middle,northern",
     "compare --network my.yaml --from a --to b --scenario wider.yaml"});
constexpr auto kRouteExamples = std::to_array<Names>(
    {"route --from xian --to europe", "route --from lianyungang --to duisburg --by cost",
     "route --from xian --to duisburg --count 10 --distinct 20",
     "route --from xian --to europe --corridor middle --via aktau --format geojson"});
constexpr auto kParetoExamples = std::to_array<Names>(
    {"pareto --from xian --to duisburg", "pareto --from xian --to europe --by time,cost,borders",
     "pareto --from xian --to duisburg --by time,cost --tolerance time=6h,cost=50USD"});
constexpr auto kSwitchpointsExamples = std::to_array<Names>(
    {"switchpoints --from xian --to duisburg",
     "switchpoints --from xian --to duisburg --by cost,emissions --max 500",
     "switchpoints --from xian --to duisburg --each base --each red-sea-closed"});
constexpr auto kWhyNotExamples = std::to_array<Names>(
    {"why-not xian,dostyk,aktau,poti,constanta",
     "why-not xian,dostyk,aktau,poti,constanta --to europe --by time,cost",
     "why-not xian,dostyk,aktau,poti,constanta --scenario red-sea-closed --format json"});
constexpr auto kProfileExamples = std::to_array<Names>(
    {"profile --from xian --to duisburg", "profile xian,dostyk,aktau,poti,constanta",
     "profile --from xian --to duisburg --by cost --format svg -o profile.svg"});
constexpr auto kFlowExamples =
    std::to_array<Names>({"flow --from xian --to europe",
                          "flow --from xian --to europe --corridor middle --scenario fivefold"});
constexpr auto kCurveExamples = std::to_array<Names>(
    {"curve",
     "curve --from xian --to europe --corridor middle --links aktau-alat,kuryk-alat --max 10",
     "curve --from xian --to europe --links-of caspian_feeder --min 0 --max 2 --target 100000"});
constexpr auto kLadderExamples = std::to_array<Names>(
    {"ladder --from xian --to europe --corridor middle",
     "ladder --from xian --to europe --corridor middle --target '200000 TEU/year'"});
constexpr auto kCriticalityExamples =
    std::to_array<Names>({"criticality --from xian --to europe --corridor middle",
                          "criticality --from xian --to europe --pairs --top 5"});
constexpr auto kInvestExamples =
    std::to_array<Names>({"invest --from xian --to europe --corridor middle --budget '350 MUSD'",
                          "invest --from xian --to europe --project aktau-hub-2 --project alat-2 "
                          "--budget-per-year '50 MUSD'"});
constexpr auto kSweepExamples = std::to_array<Names>(
    {"sweep --from xian --to europe --vary links.dostyk-aktogay.capacity=1..5/9",
     "sweep --from xian --to europe --vary 'modes.rail_1520.capacity=normal(1,0.1)' "
     "--vary 'links.aktau-alat.time=triangular(0.8,1,2)' --sample 10000 --seed 7 -o rows.ndjson",
     "sweep --from xian --to europe --vary scenarios.csv --format csv -o rows.csv --resume"});
constexpr auto kSkimExamples =
    std::to_array<Names>({"skim --from xian,chongqing --to europe --by time,cost,transfers",
                          "skim --from kind:seaport --to kind:seaport --format csv --layout wide",
                          "skim --by generalised --value-of-time 100 -o skim.omx"});
constexpr auto kVerifyExamples =
    std::to_array<Names>({"verify result.json", "verify result.json --network my-network.yaml"});
constexpr auto kExportExamples =
    std::to_array<Names>({"export csv --network my-network.pack -o my-network",
                          "export gmns --network my-network.yaml -o my-network",
                          "export geojson -o middle-corridor.geojson",
                          "export dimacs --from xian --to europe -o network.max",
                          "export dimacs-sp --from xian --to europe --by cost -o network.gr",
                          "export dimacs-co --from xian --to europe -o network.co"});
constexpr auto kPackExamples =
    std::to_array<Names>({"pack --network my-network.yaml -o my-network.pack"});
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
    {"route", "--from PLACE --to PLACE", "the best route, or the best ones",
     "Finds the best route for one TEU: by time, cost, length, emissions, or generalised cost "
     "(cost + time x value of time). Ties: fewest links, then file order. When there is no route "
     "it tells what stands in the way and the smallest change that would connect the ends.\n\n"
     "--count asks for the best routes that pass no node twice, in order; parallel links make "
     "different routes. --distinct keeps only those of which at least PERCENT of the length lies "
     "on links that the other does not use, for every better route kept.",
     kRouteOptions, kAllFormats, kRouteExamples, run_route, 0, 0, false, false},
    {"pareto", "--from PLACE --to PLACE", "every route that nothing beats: the trade-offs",
     "Finds every combination of time, cost and emissions (or what --by names) that no other route "
     "beats, and for each its route: exactly, over every way through the network. --by takes two "
     "to five of time, cost, length, emissions, generalised, transfers and borders, separated by "
     "commas. --tolerance leaves out routes that are no better than another by more than the given "
     "amounts and says how many these are; the best of each criterion always stays.",
     kParetoOptions, kAllFormats, kParetoExamples, run_pareto, 0, 0, false, false},
    {"switchpoints", "--from PLACE --to PLACE", "at which value of time the best route changes",
     "Finds the best route by cost + value of time x time for every value of time, exactly: each "
     "value at which another route becomes the best, and the routes between. --by takes any two "
     "objectives: cost,emissions asks for the carbon price. --min and --max bound the rate (75, "
     "37.5 or 75/2, in the unit that the answer states).\n\n"
     "--each answers for one more scenario alone, on top of those of --scenario, and may be "
     "repeated to compare; `base` stands for none.",
     kSwitchpointsOptions, kTableFormats, kSwitchpointsExamples, run_switchpoints, 0, 0, false,
     false},
    {"why-not", "WAY", "why a favourite route is not among the best, and what would put it there",
     "Takes a route by its name and tells whether any other beats it: is no worse in anything that "
     "--by weighs and better in something. If so: which routes do, by how much, how much the route "
     "lacks, on which one leg a change of time, cost or emissions would be enough and how small it "
     "may be, and whose closing would put it among the routes of `pareto`. What stands in the way "
     "of a route that cannot be used is named instead.\n\n"
     "WAY is a list of nodes and links with commas between. Where one link joins two nodes it is "
     "taken, of several the one that is least in the first of --by, then in the second and so on; "
     "where none does, the shortest way between is filled in.",
     kWhyNotOptions, kAllFormats, kWhyNotExamples, run_why_not, 1, 1, false, false},
    {"profile", "[WAY] | --from PLACE --to PLACE",
     "time and cost of a route against distance, with the CPMM indicators",
     "Draws time, cost and emissions of a route against the distance covered, with the steps at "
     "borders, gauge changes and ports: the time/cost-distance chart of ESCAP and CAREC. Below it "
     "stand the indicators of CAREC's Corridor Performance Measurement and Monitoring: time and "
     "cost at border crossing points, cost of a section of 500 km, speed with and without delay. "
     "--format svg draws the chart for documents.\n\n"
     "The route is the best one by --by, or WAY: nodes and links with commas between, as for "
     "`why-not`.",
     kProfileOptions, kDrawnFormats, kProfileExamples, run_profile, 1, 0, false, false},
    {"flow", "--from PLACE --to PLACE", "the largest throughput and the bottleneck that proves it",
     "Finds the largest yearly throughput, the minimum cut that proves it, how each element is "
     "used, how far the bottleneck may grow and what binds next. Every answer is checked before "
     "it is printed.",
     kFlowOptions, kAllFormats, kFlowExamples, run_flow, 0, 0, false, false},
    {"curve", "[STUDY] | --from PLACE --to PLACE --links LINK,...",
     "throughput against one capacity multiplier, exactly",
     "Finds the throughput as an exact function of one multiplier on the capacities of chosen "
     "links, transfers and passages: every breakpoint, what each step brings, what binds on each "
     "piece, and from where on nothing more is gained. --target asks for the smallest multiplier "
     "that reaches a throughput.\n\n"
     "--links, --transfers, --passages and --links-of select what is multiplied and may be "
     "combined; an element written with `between` counts in both directions. Unlimited stays "
     "unlimited. --min and --max take 2, 2.5 or 5/2.\n\n"
     "STUDY is a file or a built-in name; its `curve:`, ends, year and first corridor fill in what "
     "the options leave out. Without it and without a selection, the built-in study "
     "what-does-fivefold-buy is asked on the built-in network. Its corridor belongs to its ends: "
     "with --from or --to of your own it does not count.",
     kCurveOptions, kTableFormats, kCurveExamples, run_curve, 1, 0, true, false},
    {"ladder", "--from PLACE --to PLACE", "what binds now, and next, and next",
     "Relieves the bottleneck nearest the origin, finds what binds then, and so on, up to --target "
     "or until nothing binds any more. Each step tells what it gains and the least extra capacity "
     "that carries it, beyond what there is now.",
     kLadderOptions, kTableFormats, kLadderExamples, run_ladder, 0, 0, false, false},
    {"criticality", "--from PLACE --to PLACE", "what is lost when one thing fails, worst first",
     "Finds exactly how much throughput is lost when each link, transfer, passage, node and "
     "country fails, and how much the fastest and the cheapest route lose. Names what isolates "
     "the ends and what is interchangeable. What is written with `between` fails in both "
     "directions.\n\n"
     "--pairs adds the worst pairs that cost more together than the worse of the two alone; with "
     "--format csv it prints them instead. --top says how many rows of text and how many pairs "
     "there are (default: 20); json and csv always list all elements.",
     kCriticalityOptions, kTableFormats, kCriticalityExamples, run_criticality, 0, 0, false, false},
    {"invest", "--from PLACE --to PLACE", "what a budget buys and what to build first",
     "Finds the largest throughput for every budget, exactly: where elements have an `expansion`, "
     "what is expanded at which price, and with --budget what that buys.\n\n"
     "Of projects (scenarios with a `cost`) it finds the best set under the budget, what each is "
     "worth alone, last and as a fair share, which complement or replace each other, and the best "
     "order; with --budget-per-year, year by year. Without --project all built-in scenarios with a "
     "cost are compared on the built-in network. They come on top of --scenario. A project costs "
     "what it says itself: what it extends comes along unless that is a project, too. Ctrl-C "
     "gives the best set so far.",
     kInvestOptions, kTableFormats, kInvestExamples, run_invest, 0, 0, false, false},
    {"sweep", "--from PLACE --to PLACE --vary FIELD=VALUES",
     "thousands of scenarios: a grid, a random sample or a table",
     "Answers many scenarios: throughput, bottleneck and best route (--by) of each, one line a "
     "scenario: JSON (the default) or CSV, to stdout or, line by line, to -o FILE. A summary "
     "follows on stderr (with -o on stdout): how the throughput spreads, what binds how often, and "
     "which input moves it most. --format text prints the summary alone.\n\n"
     "FIELD is KIND.ID.FIELD: links, transfers, passages, modes or corridors; ids, with commas "
     "between; capacity, time, cost, emissions, length or status. VALUES are factors, or "
     "quantities when they carry a unit: a range with a count (1..5/9), a list (0.8,1,1.2), or a "
     "distribution for --sample: uniform(LEAST,MOST), triangular(LEAST,LIKELIEST,MOST), "
     "normal(MEAN,DEVIATION), choice(A,B). A status is open,closed. Without --sample every "
     "combination is answered, the "
     "first --vary slowest. --vary FILE reads a CSV file instead: a row of fields, then a row of "
     "values for each scenario.\n\n"
     "--shard I/N answers one of N parts; the outputs of all parts in order are the output of the "
     "whole. --resume goes on where an output ends. Neither shards nor threads nor interruptions "
     "change a byte.",
     kSweepOptions, kRowFormats, kSweepExamples, run_sweep, 0, 0, false, false},
    {"skim", "[--from PLACES] [--to PLACES]", "origin x destination matrices for demand models",
     "Finds for every pair of an origin and a destination what the best route takes: a matrix for "
     "each objective that --by names, each with routes of its own. `transfers` among them adds the "
     "number of transfers on the best routes by the first objective. A pair without a way is left "
     "empty (null in JSON, NaN in OMX); from a node to itself there is nothing to do: 0.\n\n"
     "--from and --to take nodes, regions, and kind:KIND for all nodes of a kind, with commas "
     "between; without them all nodes are meant. -o FILE.omx writes an Open Matrix file. Threads "
     "change no byte.",
     kSkimOptions, kTableFormats, kSkimExamples, run_skim, 0, 0, false, false},
    {"verify", "RESULT.json", "check one of our results without solving again",
     "Checks a result that --format json wrote: reads the files it names, whose hashes must be the "
     "same, and holds every figure against the flows, cuts and potentials that the result carries. "
     "Exit code 0: it holds; 1: it does not, with the place and the reason; 3: it is no result. "
     "--network takes the network from another place.",
     kVerifyOptions, kPlainFormats, kVerifyExamples, run_verify, 1, 1, true, false},
    {"export",
     "csv|gmns|geojson|dimacs|dimacs-sp|dimacs-co",
     "a network for other programs, or a question's graph for other solvers",
     "Writes the network into a new folder, as CSV tables with a YAML file (`csv`) or in the "
     "General Modeling Network Specification (`gmns`); --network reads both, and gets the same "
     "network back. -o names the folder, which must be new or empty. `geojson` draws nodes and "
     "links on a map.\n\n"
     "Writes the graph that a question is compiled to as a DIMACS maximum-flow problem (`dimacs`), "
     "or for shortest paths (`dimacs-sp`, the weight is what --by says; `dimacs-co`, the places), "
     "with comments that tell what each vertex and arc is. `--network FILE.max` and "
     "`--network FILE.gr` read such files.",
     kExportOptions,
     {},
     kExportExamples,
     run_export,
     1,
     1,
     false,
     false},
    {"pack",
     "",
     "a network as one compact file that opens at once",
     "Writes a network, with the places and words that `explain` shows, as a versioned file with "
     "checksums. Every verb takes it as `--network FILE.pack`. A damaged one is refused.",
     kPackOptions,
     {},
     kPackExamples,
     run_pack,
     0,
     0,
     false,
     false},
    {"explain", "ID[.FIELD]", "where a figure comes from",
     "Prints a figure, its unit, its source, and every file and line that set it, in order, "
     "through all scenarios. ID is a link, NODE:MODE>MODE for a transfer, or NODE:passage. FIELD "
     "is length, time, cost, emissions or capacity, of a link also status, and expansion where "
     "there is one; without it all are shown.",
     kExplainOptions, kPlainFormats, kExplainExamples, run_explain, 1, 1, false, false},
    {"diff", "SCENARIO SCENARIO", "what two scenarios set differently",
     "Prints every figure and state in which the network differs under two scenarios. `base` is "
     "the network as it is.",
     kDiffOptions, kTableFormats, kDiffExamples, run_diff, 2, 2, true, false},
    {"check", "FILE...", "diagnostics of networks, scenarios and studies",
     "Reads files and reports everything that is wrong with them. It finds out by itself whether "
     "a file is a network, a scenario or a study; networks are also DIMACS files, packs and GMNS "
     "folders. A scenario is also applied to --network when "
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
