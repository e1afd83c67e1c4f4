#include <algorithm>

#include "corridor/analysis/compare.h"
#include "corridor/scenario/apply.h"
#include "session.h"
#include "study_places.h"
#include "verb_runs.h"

namespace corridor::cli {
namespace {

/// The study that is asked: the named one, or the built-in one; none at all for a network of the
/// user's own, whose places and scenarios the built-in study cannot know.
std::optional<Study> asked_study(Session& session) {
  auto const& request = session.request();
  if (!request.words.empty()) return session.accept(session.loader().study(request.words[0]));
  auto const network = request.value("network").value_or(kDefaultNetwork);
  if (network != kDefaultNetwork) return std::nullopt;
  return session.accept(session.loader().study(kDefaultStudy));
}

Network asked_network(Session& session, std::optional<Study> const& study) {
  if (session.request().has("network") || !study) return session.base_network();
  return session.accept(session.loader().network_of(*study));
}

Variant variant_of(Network const& base, std::vector<Scenario> const& scenarios, Session& session) {
  if (scenarios.empty()) return {std::string(kBaseScenario), kBaseTitle, base};
  auto const& named = scenarios.back();  // what it extends comes before it
  auto network = session.stages().run("apply " + named.id.text,
                                      [&] { return session.applied(base, scenarios); });
  return {named.id.text, named.title, std::move(network)};
}

std::vector<Variant> variants_of(Session& session, std::optional<Study> const& study,
                                 Network const& base) {
  std::vector<Variant> variants;
  auto const typed = session.request().values("scenario");
  if (!typed.empty() || !study) {
    variants.push_back(variant_of(base, {}, session));
    for (auto const& name : typed) {
      if (name == kBaseScenario) continue;
      auto const scenarios =
          session.accept(session.loader().scenarios(std::vector<std::string>{name}));
      variants.push_back(variant_of(base, scenarios, session));
    }
    return variants;
  }
  for (auto const& column : study->scenarios) {
    auto const scenarios = session.accept(session.loader().scenarios_of(*study, column));
    variants.push_back(variant_of(base, scenarios, session));
  }
  if (variants.empty()) variants.push_back(variant_of(base, {}, session));
  return variants;
}

/// The study as changed by the options, so that only names which are really asked must exist.
Study question_of(Session const& session, std::optional<Study> const& asked) {
  auto study = asked.value_or(Study{});
  auto const& request = session.request();
  for (auto const* option : {"from", "to"}) {
    auto& words = option == std::string_view("from") ? study.from : study.to;
    if (request.has(option)) words.clear();
    if (words.empty() && !request.has(option)) {
      throw UsageError("--" + std::string(option) +
                       " is missing: without a study it tells where "
                       "the comparison " +
                       (option == std::string_view("from") ? "starts" : "ends"));
    }
  }
  if (request.has("corridor")) study.corridors.clear();
  if (request.has("by")) study.objectives.clear();
  return study;
}

ComparisonPlan plan_of(Session const& session, Study const& study, Network const& network) {
  auto const& request = session.request();
  auto places = session.accept(resolve(study, network));
  ComparisonPlan plan{
      std::move(places.from),       std::move(places.to), std::move(places.corridors),
      std::move(places.objectives), study.year,           session.value_of_time()};
  if (auto const from = request.value("from")) plan.from = session.place(network, *from, "from");
  if (auto const to = request.value("to")) plan.to = session.place(network, *to, "to");
  if (auto const typed = request.value("corridor")) {
    plan.corridors.clear();
    for (auto const& tag : split_list(*typed, "corridor")) {
      plan.corridors.push_back(session.corridor(network, tag));
    }
  }
  if (auto const typed = request.value("by")) {
    plan.objectives.clear();
    for (auto const& name : split_list(*typed, "by")) {
      plan.objectives.push_back(session.objective(name));
    }
  }
  if (auto const year = session.year()) plan.year = year;
  auto const problem = problem_of(network, Question{plan.from, plan.to, {}, {}, {}, {}, {}});
  if (!problem.empty()) throw UsageError(problem);
  return plan;
}

}  // namespace

Outcome run_compare(Session& session) {
  auto const& request = session.request();
  auto const asked = asked_study(session);
  auto const network = asked_network(session, asked);  // may tell the ends
  auto const study = question_of(session, asked);
  auto plan = plan_of(session, study, network);
  auto variants = variants_of(session, asked, network);
  auto comparison =
      session.stages().run("compare", [&] { return compare(variants, plan, session.stages()); });

  CompareAnswer answer;
  answer.study = study.id.text;
  answer.study_written = study.id.span;
  answer.title = study.title.empty() ? network.title : study.title;
  answer.from = request.value("from").value_or(joined(study.from));
  answer.to = request.value("to").value_or(joined(study.to));
  answer.variants = std::move(variants);
  answer.plan = std::move(plan);
  answer.comparison = std::move(comparison);
  return session.answer(answer, network);
}

}  // namespace corridor::cli
