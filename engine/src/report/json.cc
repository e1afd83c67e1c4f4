#include "report/json.h"

#include "corridor/base/decimal.h"
#include "report/figures.h"
#include "report/inputs.h"

namespace corridor::report {
namespace {

Json obstacle_json(Network const& network, Relaxation const& relaxation) {
  auto object = Json::object();
  object.set("obstacle", Json::string(name_of(relaxation.obstacle)));
  object.set("element",
             relaxation.element ? Json::string(id_of(network, *relaxation.element)) : Json());
  object.set("node", relaxation.node ? Json::string(network.nodes[*relaxation.node].id) : Json());
  object.set("text", Json::string(relaxation.text));
  return object;
}

Json obstacles_json(Network const& network, std::vector<Relaxation> const& relaxations) {
  auto list = Json::list();
  for (auto const& relaxation : relaxations) list.push(obstacle_json(network, relaxation));
  return list;
}

// ---- what stands under `result` -----------------------------------------------------------------

/// A number where the text is one, else the text: "unlimited", "open".
Json value_json(std::string const& value) {
  return Decimal::parse(value) ? Json::number(value) : Json::string(value);
}

std::string sources_text(Network const& network, std::vector<SourceId> const& sources) {
  std::string text;
  for (auto const source : sources) {
    if (!text.empty()) text += ", ";
    text += network.sources[source].id;
  }
  return text;
}

Json services_json(std::vector<Provenance::Service> const& services) {
  auto list = Json::list();
  for (auto const& service : services) {
    auto object = Json::object();
    object.set("departures_per_week", Json::number(exact(service.departures)));
    object.set("wait_h", Json::number(exact(service.wait)));
    list.push(std::move(object));
  }
  return list;
}

Json figure_json(Provenance const& figure, Network const& network, Sources const& texts) {
  auto set_by = Json::list();
  for (auto const& setting : figure.set_by) {
    auto object = Json::object();
    object.set("file", setting.span.known() ? Json::string(texts.name(setting.span.file)) : Json());
    object.set("line", setting.span.known() ? Json::number(setting.span.line) : Json());
    object.set("what", Json::string(setting.what));
    object.set("after", Json::string(setting.after));
    object.set("source", Json::string_or_null(sources_text(network, setting.sources)));
    set_by.push(std::move(object));
  }
  auto object = Json::object();
  object.set("id", Json::string(figure.id));
  object.set("title", Json::string(figure.title));
  object.set("field", Json::string(figure.field));
  object.set("value", value_json(figure.value));
  object.set("unit", Json::string_or_null(figure.unit));
  object.set("written", Json::string_or_null(figure.written));
  object.set("source", Json::string_or_null(sources_text(network, figure.sources)));
  object.set("estimate", Json::boolean(figure.estimate));
  object.set("note", Json::string_or_null(figure.note));
  object.set("set_by", std::move(set_by));
  if (!figure.services.empty()) object.set("services", services_json(figure.services));
  return object;
}

/// One figure stands in the result itself; of several only the element does, with all of them
/// under `figures`.
Json result_of(ExplainAnswer const& answer, Network const& network, Sources const& texts) {
  if (answer.figures.size() == 1) return figure_json(answer.figures.front(), network, texts);
  auto figures = Json::list();
  for (auto const& figure : answer.figures) figures.push(figure_json(figure, network, texts));
  auto object = Json::object();
  object.set("id", Json::string(answer.what));
  object.set("figures", std::move(figures));
  return object;
}

Json result_of(DiffAnswer const& answer, Network const&) {
  auto list = Json::list();
  for (auto const& difference : answer.differences) {
    auto object = Json::object();
    object.set("kind", Json::string(difference.node ? "node" : name_of(difference.element.kind)));
    object.set("id", Json::string(difference.id));
    object.set("field", Json::string(difference.field ? name_of(*difference.field) : "state"));
    object.set("before", Json::string(difference.before));
    object.set("after", Json::string(difference.after));
    list.push(std::move(object));
  }
  auto object = Json::object();
  object.set("before", Json::string(answer.before));
  object.set("after", Json::string(answer.after));
  object.set("differences", std::move(list));
  return object;
}

Json diagnostic_json(Diagnostic const& diagnostic, Sources const& texts) {
  auto const& span = diagnostic.span;
  auto object = Json::object();
  object.set("severity",
             Json::string(diagnostic.severity == Severity::error ? "error" : "warning"));
  object.set("code", Json::string(name_of(diagnostic.code)));
  object.set("file", span.known() ? Json::string(texts.name(span.file))
                                  : Json::string_or_null(diagnostic.file));
  object.set("line", span.known() ? Json::number(span.line) : Json());
  object.set("column", span.known() ? Json::number(span.column) : Json());
  object.set("message", Json::string(diagnostic.message));
  object.set("hint", Json::string_or_null(diagnostic.hint));
  return object;
}

Json result_of(CheckAnswer const& answer, Sources const& texts) {
  auto files = Json::list();
  for (auto const& file : answer.files) {
    auto diagnostics = Json::list();
    for (auto const& diagnostic : file.diagnostics) {
      diagnostics.push(diagnostic_json(diagnostic, texts));
    }
    auto object = Json::object();
    object.set("path", Json::string(file.path));
    object.set("accepted", Json::boolean(!file.summary.empty()));
    object.set("summary", Json::string_or_null(file.summary));
    object.set("diagnostics", std::move(diagnostics));
    files.push(std::move(object));
  }
  auto object = Json::object();
  object.set("accepted", Json::boolean(answer.accepted));
  object.set("files", std::move(files));
  return object;
}

Json result_of(ListAnswer const& answer) {
  auto rows = Json::list();
  for (auto const& row : answer.rows) {
    rows.push(Json::object({{"id", Json::string(row.id)}, {"title", Json::string(row.title)}}));
  }
  auto object = Json::object();
  object.set("what", Json::string(answer.what));
  object.set("rows", std::move(rows));
  return object;
}

struct Result {
  Network const& network;
  Sources const& texts;

  Json operator()(CompareAnswer const& answer) const {
    return result_of(answer, Inputs(answer, network, texts));
  }
  Json operator()(SwitchpointsAnswer const& answer) const {
    return report::result_of(answer, Inputs(answer, network, texts));
  }
  Json operator()(ExplainAnswer const& answer) const { return result_of(answer, network, texts); }
  Json operator()(DiffAnswer const& answer) const { return result_of(answer, network); }
  Json operator()(CheckAnswer const& answer) const { return result_of(answer, texts); }
  Json operator()(ListAnswer const& answer) const { return result_of(answer); }
  template <class Other>
  Json operator()(Other const& answer) const {
    return report::result_of(answer, network);
  }
};

// ---- the envelope -------------------------------------------------------------------------------

constexpr std::string_view command_name(Answer const& answer) {
  constexpr std::string_view kNames[] = {"route",   "flow",    "compare", "explain", "diff",
                                         "check",   "list",    "curve",   "ladder",  "criticality",
                                         "invest",  "sweep",   "verify",  "pareto",  "switchpoints",
                                         "why-not", "profile", "skim"};
  return kNames[answer.index()];
}

/// The scenarios that were applied, extended ones included; of a comparison its columns.
Json scenarios_json(Answer const& answer, Network const& network) {
  auto list = Json::list();
  if (auto const* compared = std::get_if<CompareAnswer>(&answer)) {
    for (auto const& variant : compared->variants) list.push(Json::string(variant.id));
  } else if (auto const* switching = std::get_if<SwitchpointsAnswer>(&answer);
             switching != nullptr && switching->compares) {
    for (auto const& column : switching->columns) list.push(Json::string(column.id));
  } else if (auto const* diff = std::get_if<DiffAnswer>(&answer)) {
    list.push(Json::string(diff->before));
    list.push(Json::string(diff->after));
  } else {
    for (auto const& scenario : network.scenarios) list.push(Json::string(scenario.id));
  }
  return list;
}

NoRoute const* obstacle_of(Answer const& answer) {
  if (auto const* route = std::get_if<RouteAnswer>(&answer); route && route->obstacle) {
    return &*route->obstacle;
  }
  if (auto const* flow = std::get_if<FlowAnswer>(&answer); flow && flow->obstacle) {
    return &*flow->obstacle;
  }
  if (auto const* front = std::get_if<ParetoAnswer>(&answer); front && front->obstacle) {
    return &*front->obstacle;
  }
  if (auto const* why = std::get_if<WhyNotAnswer>(&answer); why && why->way.obstacle) {
    return &*why->way.obstacle;
  }
  if (auto const* profile = std::get_if<ProfileAnswer>(&answer); profile && profile->obstacle) {
    return &*profile->obstacle;
  }
  return nullptr;
}

/// The question that has no answer: there is no result that could tell it.
struct AskedQuestion {
  Network const& network;
  Sources const& texts;
  Answer const& whole;
  Json& object;

  void operator()(CompareAnswer const& answer) const {
    Inputs const inputs(whole, network, texts);
    auto columns = Json::list();
    for (std::size_t i = 0; i < answer.variants.size(); ++i) {
      columns.push(column_json(answer, i, inputs));
    }
    auto question = comparison_json(answer);
    question.set("scenarios", std::move(columns));
    object.set("question", std::move(question));
  }
  void operator()(RouteAnswer const& answer) const {
    auto question = question_json(network, answer.question, answer.from, answer.to);
    if (answer.asked) {
      question.set("count", Json::number(static_cast<std::int64_t>(answer.asked->count)));
      question.set("distinct_percent", Json::number(answer.asked->distinct));
    }
    object.set("question", std::move(question));
  }
  void operator()(CurveAnswer const& answer) const {
    object.set("question", asked_json(answer, network));
  }
  void operator()(WhyNotAnswer const& answer) const {
    object.set("question", asked_json(answer, network));
  }
  void operator()(ProfileAnswer const& answer) const {
    object.set("question", asked_json(answer, network));
  }
  void operator()(SwitchpointsAnswer const& answer) const {
    Inputs const inputs(whole, network, texts);
    auto columns = Json::list();
    for (std::size_t i = 0; i < answer.columns.size(); ++i) {
      columns.push(without_proof(answer, i, inputs));
    }
    auto question = asked_json(answer);
    question.set("scenarios", std::move(columns));
    object.set("question", std::move(question));
  }
  template <class T>
  void operator()(T const& answer) const {
    if constexpr (requires { answer.question; }) {
      object.set("question", question_json(network, answer.question, answer.from, answer.to));
    }
  }
};

}  // namespace

std::string json_of(Answer const& answer, Network const& network, Sources const& sources,
                    std::string const& reason) {
  auto object = Json::object();
  object.set("format", Json::number(1));
  object.set("command", Json::string(command_name(answer)));
  object.set("status", Json::string(reason.empty() ? "answered" : "no-answer"));
  object.set("reason", Json::string_or_null(reason));
  object.set("network", Json::string_or_null(network.title));
  object.set("scenarios", scenarios_json(answer, network));
  object.set("inputs", Inputs(answer, network, sources).json());
  object.set("result", reason.empty() ? std::visit(Result{network, sources}, answer) : Json());
  if (!reason.empty()) std::visit(AskedQuestion{network, sources, answer, object}, answer);
  if (auto const* obstacle = obstacle_of(answer)) {
    object.set("obstacles", obstacles_json(network, obstacle->barriers));
    object.set("cheapest_relaxation",
               obstacle->cheapest ? obstacle_json(network, *obstacle->cheapest) : Json());
    object.set("smallest_relaxation", obstacles_json(network, obstacle->together));
  }
  return object.dump() + "\n";
}

}  // namespace corridor::report
