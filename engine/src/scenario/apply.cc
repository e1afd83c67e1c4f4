#include "corridor/scenario/apply.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "scenario/editor.h"

namespace corridor {
namespace {

/// The id that a name stands for: scenarios may be named by path.
std::string_view id_named(std::string_view name) {
  constexpr std::string_view kEnding = ".yaml";
  if (auto const slash = name.rfind('/'); slash != std::string_view::npos) {
    name.remove_prefix(slash + 1);
  }
  if (name.ends_with(kEnding)) name.remove_suffix(kEnding.size());
  return name;
}

/// Each scenario once, at its first place, without those that the base has already.
std::vector<Scenario const*> each_once(Network const& base, std::span<Scenario const> in_order) {
  std::vector<std::string_view> seen;
  for (auto const& applied : base.scenarios) seen.push_back(applied.id);
  std::vector<Scenario const*> result;
  for (auto const& scenario : in_order) {
    if (std::find(seen.begin(), seen.end(), scenario.id.text) != seen.end()) continue;
    seen.push_back(scenario.id.text);
    result.push_back(&scenario);
  }
  return result;
}

void check_company(std::vector<Scenario const*> const& scenarios, Network const& base,
                   Findings& findings) {
  std::vector<std::string_view> applied;
  for (auto const& scenario : base.scenarios) applied.push_back(scenario.id);
  for (auto const* scenario : scenarios) applied.push_back(scenario->id.text);
  auto const is_applied = [&](Text const& name) {
    return std::find(applied.begin(), applied.end(), id_named(name.text)) != applied.end();
  };
  for (auto const* scenario : scenarios) {
    auto const owner = Owner{"scenario", scenario->id.text}.prefix();
    for (auto const& name : scenario->required) {
      if (is_applied(name)) continue;
      findings.error(Code::missing_requirement, name.span,
                     owner + "requires " + quoted(name.text) + ", which is not applied",
                     "apply it too");
    }
    for (auto const& name : scenario->excludes) {
      if (!is_applied(name)) continue;
      findings.error(Code::excluded_scenario, name.span,
                     owner + "excludes " + quoted(name.text) + ", which is applied too");
    }
  }
}

void check_sources(Network const& network, std::vector<Text> const& names, Findings& findings) {
  for (auto const& name : names) {
    if (find_source(network, name.text)) continue;
    findings.error(Code::unknown_source, name.span, "no source " + quoted(name.text),
                   findings.suggestion(network.sources, name.text));
  }
}

Network with_texts(Network network, std::span<Scenario const> scenarios) {
  for (auto const& scenario : scenarios) {
    if (network.texts == nullptr) network.texts = scenario.texts;
  }
  return network;
}

}  // namespace

Result<Network> apply(Network const& base, std::span<Scenario const> in_order,
                      Diagnostics* warnings) {
  Editor editor(with_texts(base, in_order));
  auto const scenarios = each_once(base, in_order);
  check_company(scenarios, base, editor.findings());
  for (auto const* scenario : scenarios) {
    editor.begin(*scenario);
    for (auto const& change : scenario->changes) {
      editor.apply(change);
      check_sources(editor.network(), change.sources, editor.findings());
    }
    check_sources(editor.network(), scenario->sources, editor.findings());
  }
  editor.finish();
  if (warnings != nullptr) {
    auto const& found = editor.findings().warnings();
    warnings->insert(warnings->end(), found.begin(), found.end());
  }
  if (editor.findings().any_errors()) return editor.findings().take_errors();
  return std::move(editor.network());
}

}  // namespace corridor
