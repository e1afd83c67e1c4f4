#include "session.h"

#include <algorithm>
#include <tuple>

#include "corridor/analysis/certificate.h"
#include "corridor/base/nearest.h"
#include "corridor/model/study.h"
#include "corridor/scenario/apply.h"
#include "options.h"
#include "verbs.h"

namespace corridor::cli {
namespace {

/// "text, json, csv"
std::string words_text(std::span<std::string_view const> words) {
  std::string text;
  for (auto const word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

/// "--by: no 'tme', did you mean 'time'?"
[[noreturn]] void refuse_value(std::string_view option, std::string const& value,
                               std::span<std::string_view const> allowed) {
  auto message = "--" + std::string(option) + ": unknown " + "'" + value + "'";
  auto const hint = did_you_mean(value, allowed);
  if (!hint.empty()) throw UsageError(message + ", " + hint);
  throw UsageError(message + ", it is one of " + words_text(allowed));
}

}  // namespace

std::vector<std::string> split_list(std::string const& text, std::string_view option) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start <= text.size();) {
    auto const comma = std::min(text.find(',', start), text.size());
    auto word = text.substr(start, comma - start);
    if (word.empty()) throw UsageError("--" + std::string(option) + ": empty name in a list");
    words.push_back(std::move(word));
    start = comma + 1;
  }
  return words;
}

void add_once(Diagnostics& found, Diagnostics const& more) {
  for (auto const& finding : more) {
    auto const same = [&](Diagnostic const& other) {
      return std::tie(finding.code, finding.span.file, finding.span.offset, finding.message) ==
             std::tie(other.code, other.span.file, other.span.offset, other.message);
    };
    if (std::none_of(found.begin(), found.end(), same)) found.push_back(finding);
  }
}

void demand(std::string const& violation) {
  if (!violation.empty()) throw Defect("an answer fails its check: " + violation);
}

Session::Session(Request request, Style style, Stages stages)
    : request_(std::move(request)), style_(style), stages_(stages), loader_(std::move(stages)) {}

void Session::reject(Diagnostics const& diagnostics) const {
  throw Failure(kRejectedInput, render(diagnostics, sources()));
}

Network Session::base_network() {
  auto network = accept(loader_.network(request_.value("network").value_or(kDefaultNetwork)));
  if (auto const& ends = loader_.default_ends()) {
    request_.options.try_emplace("from", std::vector{ends->from});
    request_.options.try_emplace("to", std::vector{ends->to});
  }
  return network;
}

Network Session::with_scenarios(Network const& base, std::vector<std::string> const& names) {
  std::vector<std::string> wanted;
  std::copy_if(names.begin(), names.end(), std::back_inserter(wanted),
               [](std::string const& name) { return name != kBaseScenario; });
  if (wanted.empty()) return base;
  auto const scenarios = accept(loader_.scenarios(wanted));
  return stages_.run("apply scenarios", [&] { return applied(base, scenarios); });
}

Network Session::applied(Network const& base, std::vector<Scenario> const& scenarios) {
  Diagnostics warnings;
  auto network = corridor::apply(base, scenarios, &warnings);
  add_once(warnings_, warnings);
  return accept(std::move(network));
}

Network Session::asked_network() {
  return with_scenarios(base_network(), request_.values("scenario"));
}

std::vector<NodeId> Session::place(Network const& network, std::string const& typed,
                                   std::string_view option) const {
  auto found = find_place(network, typed);
  if (!found.problem.empty()) throw UsageError("--" + std::string(option) + ": " + found.problem);
  return std::move(found.nodes);
}

NodeId Session::node(Network const& network, std::string const& typed,
                     std::string_view option) const {
  if (auto const found = find_node(network, typed)) return *found;
  std::vector<std::string_view> names;
  for (auto const& each : network.nodes) names.push_back(each.id);
  auto const hint = did_you_mean(typed, names);
  throw UsageError("--" + std::string(option) + ": no node '" + typed + "'" +
                   (hint.empty() ? "" : ", " + hint));
}

CorridorId Session::corridor(Network const& network, std::string const& typed) const {
  if (auto const found = find_corridor(network, typed)) return *found;
  std::vector<std::string_view> names;
  for (auto const& each : network.corridors) names.push_back(each.id);
  if (names.empty()) throw UsageError("--corridor: this network has no corridors");
  refuse_value("corridor", typed, names);
}

std::optional<int> Session::year() const {
  auto const typed = request_.value("year");
  if (!typed) return std::nullopt;
  bool const digits =
      std::all_of(typed->begin(), typed->end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || typed->size() != 4 || typed->front() == '0') {
    throw UsageError("--year: '" + *typed + "' is not a year such as 2027");
  }
  return std::stoi(*typed);
}

Objective const* Session::objective(std::string const& name) const {
  if (auto const* found = find_objective(name)) return found;
  refuse_value("by", name, words_of(Values::objective));
}

ValueOfTime Session::value_of_time() const {
  auto const typed = request_.value("value-of-time");
  if (!typed) return kDefaultValueOfTime;
  constexpr std::string_view kUnit = " USD/TEU/day";
  constexpr int kPlaces = 3;
  auto const number =
      typed->ends_with(kUnit) ? typed->substr(0, typed->size() - kUnit.size()) : *typed;
  auto const decimal = Decimal::parse(number);
  if (!decimal || decimal->digits < 0 || decimal->places > kPlaces) {
    throw UsageError("--value-of-time: '" + *typed +
                     "' is not a number of USD/TEU/day such as 75 or 12.5");
  }
  auto parts = decimal->digits;
  for (int i = decimal->places; i < kPlaces; ++i) {
    if (parts > kMaxParts) break;
    parts *= 10;
  }
  if (parts > kMaxParts) throw UsageError("--value-of-time: '" + *typed + "' is too large");
  return ValueOfTime::of_parts(parts);
}

Format Session::format() const {
  auto const typed = request_.value("format");
  if (!typed) return Format::text;
  auto const known = words_of(Values::format);
  auto const found = std::find(known.begin(), known.end(), *typed);
  if (found == known.end()) refuse_value("format", *typed, known);
  auto const formats = request_.verb->formats;
  if (std::find(formats.begin(), formats.end(), *typed) == formats.end()) {
    throw UsageError("`" + std::string(request_.verb->name) + "` has no format '" + *typed +
                     "', only " + words_text(formats));
  }
  constexpr Format kFormats[] = {Format::text, Format::json, Format::csv, Format::geojson,
                                 Format::svg};
  return kFormats[found - known.begin()];
}

Question Session::question(Network const& network) const {
  for (auto const* option : {"from", "to"}) {
    if (!request_.has(option)) throw UsageError("--" + std::string(option) + " is missing");
  }
  return question_between(network, *request_.value("from"), *request_.value("to"));
}

Question Session::question_between(Network const& network, std::string const& from,
                                   std::string const& to) const {
  Question question;
  question.from = place(network, from, "from");
  question.to = place(network, to, "to");
  question.year = year();
  if (auto const typed = request_.value("corridor")) question.corridor = corridor(network, *typed);
  return question;
}

Question Session::avoiding(Question question, Network const& network) const {
  for (auto const& typed : request_.values("avoid")) {
    auto const node = find_node(network, typed);
    auto const link = find_link(network, typed);
    // A name that is both avoids both.
    if (node) question.avoid_nodes.push_back(*node);
    if (link) question.avoid_links.push_back(*link);
    if (node || link) continue;
    std::vector<std::string_view> names;
    for (auto const& each : network.nodes) names.push_back(each.id);
    for (auto const& each : network.links) names.push_back(each.id);
    auto const hint = did_you_mean(typed, names);
    throw UsageError("--avoid: no node or link '" + typed + "'" +
                     (hint.empty() ? "" : ", " + hint));
  }
  return question;
}

Question Session::checked(Question question, Network const& network) const {
  question = avoiding(std::move(question), network);
  auto const problem = problem_of(network, question);
  if (!problem.empty()) throw UsageError(problem);
  return question;
}

Flow Session::flow(Graph const& graph) const {
  auto flow = stages_.run("flow", [&] { return max_flow(graph); });
  demand(stages_.run("check", [&] { return violation(graph, flow); }));
  return flow;
}

NoRoute Session::why_nothing_flows(Network const& network, Question const& question) const {
  return stages_.run("explain",
                     [&] { return why_no_route(network, question, *find_objective("time")); });
}

Outcome Session::answer(Answer const& answer, Network const& network) {
  auto const asked = format();
  Outcome outcome;
  auto const reason = no_answer_reason(answer, network);
  outcome.code = reason.empty() ? kAnswered : kNoAnswer;
  outcome.answer = stages_.run(
      "report", [&] { return render(answer, asked, network, sources(), style_).value(); });
  // Tables have no place for the reason; text and JSON tell it themselves.
  if (!reason.empty() && asked != Format::text && asked != Format::json) {
    outcome.messages = "corridor: no answer: " + reason + "\n";
  }
  return outcome;
}

Outcome Session::text(std::string text) const { return {kAnswered, std::move(text), ""}; }

std::vector<std::string> Session::inputs() const {
  std::vector<std::string> names;
  for (std::uint32_t file = 0; file < sources().size(); ++file) {
    names.emplace_back(sources().name(file));
  }
  return names;
}

std::string Session::warnings() const {
  if (request_.has("quiet")) return {};
  Diagnostics all;
  add_once(all, loader_.warnings());
  add_once(all, warnings_);
  return render(all, sources());
}

}  // namespace corridor::cli
