#include "amounts.h"
#include "corridor/analysis/certificate.h"
#include "corridor/analysis/curve.h"
#include "corridor/analysis/max_flow.h"
#include "corridor/base/nearest.h"
#include "selection.h"
#include "session.h"
#include "study_places.h"
#include "verb_runs.h"

namespace corridor::cli {
namespace {

/// The study that fills in what the command line leaves out: the named one, or the built-in one
/// where nothing is selected on the built-in network; else none.
std::optional<Study> asked_study(Session& session) {
  auto const& request = session.request();
  if (!request.words.empty()) return session.accept(session.loader().study(request.words[0]));
  auto const network = request.value("network").value_or(kDefaultNetwork);
  if (selects(request) || network != kDefaultNetwork) return std::nullopt;
  return session.accept(session.loader().study(kDefaultStudy));
}

Network asked_network(Session& session, std::optional<Study> const& study) {
  if (session.request().has("network") || !study) return session.asked_network();
  auto const base = session.accept(session.loader().network_of(*study));
  return session.with_scenarios(base, session.request().values("scenario"));
}

/// The study's ends, year and first corridor, each unless the command line says otherwise. Its
/// corridor belongs to its ends: with other ends it does not count.
Question question_of(Session const& session, Network const& network,
                     std::optional<Study> const& asked) {
  auto const& request = session.request();
  if (!asked) return session.checked(session.question(network), network);
  auto study = *asked;
  study.objectives.clear();
  if (request.has("from")) study.from.clear();
  if (request.has("to")) study.to.clear();
  bool const own_corridor = request.has("corridor") || request.has("from") || request.has("to") ||
                            study.corridors.empty();
  study.corridors.resize(own_corridor ? 0 : 1);
  auto places = session.accept(resolve(study, network));

  Question question;
  question.from = std::move(places.from);
  question.to = std::move(places.to);
  if (auto const typed = request.value("from")) {
    question.from = session.place(network, *typed, "from");
  }
  if (auto const typed = request.value("to")) question.to = session.place(network, *typed, "to");
  if (!own_corridor) question.corridor = places.corridors.front();
  if (auto const typed = request.value("corridor")) {
    question.corridor = session.corridor(network, *typed);
  }
  question.year = session.year() ? session.year() : study.year;
  return session.checked(std::move(question), network);
}

/// The links of a study's `curve:`; rejected where the network does not have one.
std::vector<ElementRef> links_of(Session const& session, Network const& network,
                                 CurveSpec const& curve) {
  std::vector<std::string_view> names;
  for (auto const& link : network.links) names.push_back(link.id);
  std::vector<ElementRef> links;
  Diagnostics errors;
  for (auto const& word : curve.links) {
    if (auto const link = find_link(network, word.text)) {
      links.push_back({ElementKind::link, link->index()});
    } else {
      errors.push_back({Code::unknown_link, word.span, "no link '" + word.text + "'",
                        did_you_mean(word.text, names), Severity::error, ""});
    }
  }
  if (!errors.empty()) session.reject(errors);
  return links;
}

std::vector<ElementRef> elements_of(Session const& session, Network const& network,
                                    std::optional<Study> const& study) {
  if (selects(session.request())) return selected_elements(session, network);
  if (study && study->curve) return links_of(session, network, *study->curve);
  if (study) {
    throw UsageError("study '" + study->id.text +
                     "' has no `curve:`; --links, --transfers, --passages or --links-of tell what "
                     "is multiplied");
  }
  throw UsageError(
      "nothing is multiplied: --links, --transfers, --passages or --links-of tell what");
}

MultiplierRange range_of(Session const& session, std::optional<Study> const& study) {
  auto const& request = session.request();
  MultiplierRange range;
  if (study && study->curve) {
    range = {multiplier("min", study->curve->min.text), multiplier("max", study->curve->max.text)};
  }
  if (auto const typed = request.value("min")) range.min = multiplier("min", *typed);
  if (auto const typed = request.value("max")) range.max = multiplier("max", *typed);
  if (range.max < range.min) throw UsageError("--min is above --max");
  return range;
}

std::string words_of(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::closed:
      return "is closed";
    case Obstacle::planned:
      return "is not open yet";
    case Obstacle::ended:
      return "is open no longer";
    case Obstacle::outside_corridor:
      return "lies outside the corridor";
    case Obstacle::avoided:
      return "is avoided";
    case Obstacle::no_capacity:
      return "has capacity 0, which stays 0";
    case Obstacle::none:
    case Obstacle::no_transfer:
      break;
  }
  return "joins nothing that can be used";
}

/// Parts the elements into those that the graph has and those that it does not, with the reason.
void part_by_use(CurveAnswer& answer, std::vector<ElementRef> const& elements,
                 Network const& network) {
  std::vector<ElementRef> missing;
  for (auto const ref : elements) {
    (arcs_of(answer.graph, {ref}).empty() ? missing : answer.selected).push_back(ref);
  }
  if (missing.empty()) return;
  auto const relaxed = compile_relaxed(network, answer.question);
  for (auto const ref : missing) {
    auto const arcs = arcs_of(relaxed.graph, {ref});
    auto const obstacle = arcs.empty() ? Obstacle::none : relaxed.obstacle[arcs.front()];
    answer.unusable.push_back({ref, words_of(obstacle)});
  }
}

std::string list_of(Network const& network, std::vector<CurveAnswer::Unusable> const& unusable) {
  std::string text;
  for (auto const& [ref, reason] : unusable) {
    text += (text.empty() ? "" : "; ") + id_of(network, ref) + " " + reason;
  }
  return text;
}

}  // namespace

Outcome run_curve(Session& session) {
  auto const& request = session.request();
  auto const& stages = session.stages();
  auto const study = asked_study(session);
  auto const network = asked_network(session, study);

  auto question = question_of(session, network, study);
  auto const range = range_of(session, study);
  auto const elements = elements_of(session, network, study);
  auto graph = stages.run("compile", [&] { return compile(network, question); });
  CurveAnswer answer{.question = std::move(question),
                     .from = request.value("from").value_or(study ? joined(study->from) : ""),
                     .to = request.value("to").value_or(study ? joined(study->to) : ""),
                     .study_written = study ? study->id.span : Span{},
                     .range = range,
                     .graph = std::move(graph)};
  if (auto const typed = request.value("target")) {
    answer.target = capacity("target", *typed, network.assumptions);
  }
  part_by_use(answer, elements, network);
  if (answer.selected.empty()) {
    throw UsageError("nothing that is multiplied can be used here: " +
                     list_of(network, answer.unusable));
  }

  auto const multiplied = arcs_of(answer.graph, answer.selected);
  answer.curve =
      stages.run("curve", [&] { return capacity_curve(answer.graph, multiplied, answer.range); });
  demand(stages.run(
      "check", [&] { return violation(answer.graph, multiplied, answer.range, answer.curve); }));
  answer.carries = !answer.curve.bounded || answer.curve.points.back().throughput > 0;
  if (!answer.carries && max_flow(answer.graph).throughput == Capacity()) {
    answer.obstacle = session.why_nothing_flows(network, answer.question);
  }
  return session.answer(answer, network);
}

}  // namespace corridor::cli
