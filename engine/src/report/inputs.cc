#include "report/inputs.h"

#include <algorithm>

namespace corridor::report {
namespace {

OtherInputs others_of(Answer const& answer) {
  OtherInputs others;
  if (auto const* compared = std::get_if<CompareAnswer>(&answer)) {
    others.study = compared->study_written;
  } else if (auto const* curve = std::get_if<CurveAnswer>(&answer)) {
    others.study = curve->study_written;
  } else if (auto const* invest = std::get_if<InvestAnswer>(&answer)) {
    for (auto const& project : invest->projects) {
      others.projects.insert(others.projects.end(), project.written.begin(), project.written.end());
    }
  }
  return others;
}

}  // namespace

Inputs::Inputs(Answer const& answer, Network const& network, Sources const& sources)
    : Inputs(network, sources, others_of(answer)) {
  if (auto const* const compared = std::get_if<CompareAnswer>(&answer)) {
    for (auto const& variant : compared->variants) add_scenarios(variant.network);
  } else if (auto const* const switching = std::get_if<SwitchpointsAnswer>(&answer)) {
    for (auto const& column : switching->columns) add_scenarios(column.network);
  }
  // Scenarios of columns stand before tables as well.
  std::stable_partition(inputs_.begin(), inputs_.end(),
                        [](Input const& input) { return input.kind != "table"; });
}

Inputs::Inputs(Network const& network, Sources const& sources, OtherInputs const& others)
    : sources_(sources) {
  add_network(network);
  add("study", others.study);
  add_scenarios(network);
  for (auto const& span : others.projects) add("project", span);
  // Tables come last: the number of a scenario is told by its place.
  for (std::size_t i = 1; i < network.files.size(); ++i) add("table", Span{network.files[i], 1});
}

void Inputs::add_network(Network const& network) {
  if (!network.files.empty()) return add("network", Span{network.files.front(), 1});
  // Its first node is its own: scenarios add behind.
  if (!network.nodes.empty()) add("network", network.nodes[NodeId(0)].span);
}

void Inputs::add(std::string_view kind, Span span) {
  // What was made in code has no file.
  if (!span.known()) return;
  auto const same = [&](Input const& input) { return input.file == span.file; };
  if (std::none_of(inputs_.begin(), inputs_.end(), same)) inputs_.push_back({kind, span.file});
}

void Inputs::add_scenarios(Network const& network) {
  for (auto const& scenario : network.scenarios) add("scenario", scenario.span);
}

Json Inputs::json() const {
  auto list = Json::list();
  for (auto const& input : inputs_) {
    auto object = Json::object();
    object.set("kind", Json::string(input.kind));
    object.set("name", Json::string(sources_.name(input.file)));
    object.set("sha256", Json::string(sources_.sha256(input.file)));
    list.push(std::move(object));
  }
  return list;
}

Json Inputs::applied_to(Network const& network) const {
  auto list = Json::list();
  for (auto const& scenario : network.scenarios) {
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      if (!scenario.span.known() || inputs_[i].file != scenario.span.file) continue;
      list.push(Json::number(static_cast<std::int64_t>(i)));
    }
  }
  return list;
}

}  // namespace corridor::report
