#include <algorithm>
#include <array>

#include "corridor/base/code.h"
#include "corridor/base/nearest.h"
#include "corridor/base/units.h"
#include "corridor/graph/objective.h"
#include "options.h"
#include "session.h"
#include "verb_runs.h"
#include "verbs.h"

namespace corridor::cli {
namespace {

using Rows = std::vector<ListAnswer::Row>;

Rows network_rows(Session& session) {
  Rows rows;
  for (auto const& name : builtin_names(FileKind::network)) {
    rows.push_back({name, session.accept(session.loader().network(name)).title});
  }
  return rows;
}

Rows scenario_rows(Session& session) {
  Rows rows;
  for (auto const& name : builtin_names(FileKind::scenario)) {
    auto const scenarios =
        session.accept(session.loader().scenarios(std::vector<std::string>{name}));
    rows.push_back({name, scenarios.back().title});
  }
  return rows;
}

Rows study_rows(Session& session) {
  Rows rows;
  for (auto const& name : builtin_names(FileKind::study)) {
    rows.push_back({name, session.accept(session.loader().study(name)).title});
  }
  return rows;
}

Rows objective_rows(Session&) {
  Rows rows;
  for (auto const& objective : objectives()) {
    rows.push_back({std::string(objective.name),
                    std::string(objective.title) + ", in " + std::string(objective.unit)});
  }
  return rows;
}

Rows node_rows(Session& session) {
  Rows rows;
  for (auto const& node : session.asked_network().nodes) {
    auto title = display_name(node);
    if (!node.country.empty()) title += ", " + node.country;
    if (!node.kind.empty()) title += ", " + node.kind;
    rows.push_back({node.id, title});
  }
  return rows;
}

Rows link_rows(Session& session) {
  Rows rows;
  auto const network = session.asked_network();
  for (auto const& link : network.links) {
    auto const* const way = link.both_ways ? " – " : " → ";
    auto title = display_name(network.nodes[link.from]) + way +
                 display_name(network.nodes[link.to]) + ", " +
                 display_name(network.modes[link.mode]);
    if (link.status != Status::open) title += ", " + std::string(name_of(link.status));
    rows.push_back({link.id, title});
  }
  return rows;
}

Rows mode_rows(Session& session) {
  Rows rows;
  for (auto const& mode : session.asked_network().modes) {
    auto title = display_name(mode) + ", " + mode.kind;
    if (mode.gauge_mm) title += " " + std::to_string(*mode.gauge_mm) + " mm";
    rows.push_back({mode.id, title});
  }
  return rows;
}

Rows corridor_rows(Session& session) {
  Rows rows;
  auto const network = session.asked_network();
  for (auto const id : network.corridors.ids()) {
    auto const links =
        std::count_if(network.links.begin(), network.links.end(), [&](Link const& link) {
          return std::find(link.corridors.begin(), link.corridors.end(), id) !=
                 link.corridors.end();
        });
    rows.push_back({network.corridors[id].id, std::to_string(links) + " links"});
  }
  return rows;
}

Rows region_rows(Session& session) {
  Rows rows;
  auto const network = session.asked_network();
  for (auto const& region : network.regions) {
    std::string title;
    for (auto const node : region.nodes) {
      title += (title.empty() ? "" : ", ") + network.nodes[node].id;
    }
    rows.push_back({region.id, title});
  }
  return rows;
}

Rows unit_rows(Session&) {
  Rows rows;
  for (auto const& unit : units()) {
    rows.push_back({std::string(unit.name),
                    std::string(name_of(unit.dimension)) + (unit.kept ? ", kept exactly" : "")});
  }
  return rows;
}

Rows source_rows(Session& session) {
  Rows rows;
  for (auto const& source : session.asked_network().sources) {
    auto title = source.title;
    for (auto const& part : {source.publisher, source.date}) {
      if (!part.empty()) title += ", " + part;
    }
    rows.push_back({source.id, title});
  }
  return rows;
}

Rows code_rows(Session&) {
  Rows rows;
  for (auto const code : all_codes()) {
    rows.push_back({std::string(name_of(code)), ""});
  }
  return rows;
}

Rows format_rows(Session&) {
  Rows rows;
  for (auto const format : words_of(Values::format)) {
    std::string title;
    for (auto const& verb : verbs()) {
      if (std::find(verb.formats.begin(), verb.formats.end(), format) == verb.formats.end()) {
        continue;
      }
      title += (title.empty() ? "of " : ", ") + std::string(verb.name);
    }
    rows.push_back({std::string(format), title});
  }
  return rows;
}

struct TopicRow {
  Topic topic;
  Rows (*rows)(Session& session);
};

constexpr auto kTopics = std::to_array<TopicRow>({
    {{"networks", "built-in networks"}, network_rows},
    {{"scenarios", "built-in scenarios"}, scenario_rows},
    {{"studies", "built-in studies"}, study_rows},
    {{"objectives", "what a route may be best by"}, objective_rows},
    {{"nodes", "nodes of the network"}, node_rows},
    {{"links", "links of the network"}, link_rows},
    {{"modes", "modes of the network"}, mode_rows},
    {{"corridors", "corridors of the network"}, corridor_rows},
    {{"regions", "regions of the network"}, region_rows},
    {{"units", "units a quantity may be written in"}, unit_rows},
    {{"sources", "where the network's figures come from"}, source_rows},
    {{"codes", "codes of diagnostics"}, code_rows},
    {{"formats", "output formats and the verbs that have them"}, format_rows},
});

Rows topic_rows() {
  Rows rows;
  for (auto const& row : kTopics) {
    rows.push_back({std::string(row.topic.name), std::string(row.topic.summary)});
  }
  return rows;
}

}  // namespace

std::span<Topic const> topics() {
  static auto const all = [] {
    std::array<Topic, kTopics.size()> result;
    for (std::size_t i = 0; i < kTopics.size(); ++i) result[i] = kTopics[i].topic;
    return result;
  }();
  return all;
}

Outcome run_list(Session& session) {
  auto const& words = session.request().words;
  if (words.empty()) return session.answer(ListAnswer{"topics", topic_rows()}, Network{});
  for (auto const& row : kTopics) {
    if (row.topic.name == words[0]) {
      return session.answer(ListAnswer{words[0], row.rows(session)}, Network{});
    }
  }
  auto const hint = did_you_mean(words[0], words_of(Values::topic));
  throw UsageError("`list` knows no '" + words[0] + "'" +
                   (hint.empty() ? "; `corridor list` tells what it knows" : ", " + hint));
}

}  // namespace corridor::cli
