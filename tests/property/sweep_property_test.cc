// Every scenario of a sweep against its own network: scenarios applied, compiled and solved.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corridor/analysis/max_flow.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/analysis/sweep.h"
#include "corridor/scenario/apply.h"
#include "support/generate.h"
#include "support/random.h"

namespace corridor {
namespace {

using test::Random;

/// An element as a sweep's path and as a scenario's selector.
struct Choice {
  std::string path;  ///< "links.a-b"
  Selector selector;
  bool is_link = false;
};

Choice chosen_link(Network const& network, Random& random) {
  auto const& link = network.links[LinkId(random.below(network.links.size()))];
  return {"links." + link.id, {.by = Selector::By::links, .names = {Text(link.id)}}, true};
}

Choice chosen_group(Network const& network, Random& random) {
  auto const& link = network.links[LinkId(random.below(network.links.size()))];
  auto const& mode = network.modes[link.mode].id;
  if (link.corridors.empty() || random.percent(50)) {
    return {"modes." + mode, {.by = Selector::By::mode, .names = {Text(mode)}}, true};
  }
  auto const& tag = network.corridors[link.corridors.front()].id;
  return {"corridors." + tag, {.by = Selector::By::corridor, .names = {Text(tag)}}, true};
}

Choice chosen(Network const& network, Random& random) {
  auto const kind = random.below(4);
  if (kind == 0 && !network.transfers.empty()) {
    auto const id = TransferId(random.below(network.transfers.size()));
    auto const& transfer = network.transfers[id];
    return {"transfers." + id_of(network, {ElementKind::transfer, id.index()}),
            {.by = Selector::By::transfer,
             .names = {Text(network.nodes[transfer.node].id)},
             .from_mode = Text(network.modes[transfer.from].id),
             .to_mode = Text(network.modes[transfer.to].id)}};
  }
  if (kind == 1 && !network.passages.empty()) {
    auto const& passage = network.passages[PassageId(random.below(network.passages.size()))];
    auto const& node = network.nodes[passage.node].id;
    return {"passages." + node, {.by = Selector::By::passages, .names = {Text(node)}}};
  }
  return kind == 2 ? chosen_group(network, random) : chosen_link(network, random);
}

/// One variation: what a sweep reads, and the change that each of its values stands for.
struct Varied {
  std::string path, values;
  std::vector<Change> changes;
};

Change figure(ChangeKind kind, Selector const& selector, Field field, std::string const& value) {
  Change change;
  change.kind = kind;
  change.selector = selector;
  change.values[static_cast<std::size_t>(field)] = Text(value);
  return change;
}

Change state(ChangeKind kind, Selector const& selector) {
  Change change;
  change.kind = kind;
  change.selector = selector;
  if (selector.by == Selector::By::mode) change.selector.by = Selector::By::modes;
  if (selector.by == Selector::By::corridor) change.selector.by = Selector::By::corridors;
  return change;
}

Varied varied_status(Choice const& choice) {
  return {choice.path + ".status",
          "open,closed",
          {state(ChangeKind::open, choice.selector), state(ChangeKind::close, choice.selector)}};
}

Varied varied_figure(Choice const& choice, Random& random) {
  constexpr std::array kFields{Field::capacity, Field::capacity,  Field::time,
                               Field::cost,     Field::emissions, Field::length};
  auto const field = kFields[random.below(choice.is_link ? kFields.size() : kFields.size() - 1)];
  auto const unit = std::string(kept_unit(dimension_of(field)));
  bool const absolute = random.percent(40);
  Varied varied{choice.path + "." + std::string(name_of(field)), "", {}};
  auto const first = random.between(0, 3);
  auto const count = random.between(1, 3);
  for (auto i = first; i < first + count; ++i) {
    if (!varied.values.empty()) varied.values += ",";
    auto const number = absolute || i % 2 == 0 ? std::to_string(i) : std::to_string(i) + ".5";
    auto const value = absolute ? number + " " + unit : number;
    varied.values += value;
    varied.changes.push_back(
        figure(absolute ? ChangeKind::set : ChangeKind::multiply, choice.selector, field, value));
  }
  if (absolute && field == Field::capacity && random.percent(40)) {
    varied.values += ",unlimited";
    varied.changes.push_back(figure(ChangeKind::set, choice.selector, field, "unlimited"));
  }
  return varied;
}

Varied varied(Network const& network, Random& random) {
  auto const choice = chosen(network, random);
  if (choice.is_link && random.percent(30)) return varied_status(choice);
  return varied_figure(choice, random);
}

/// Up to three variations with different paths.
std::vector<Varied> some_variations(Network const& network, Random& random) {
  std::vector<Varied> all;
  auto const wanted = static_cast<std::size_t>(random.between(1, 3));
  while (all.size() < wanted) {
    auto next = varied(network, random);
    bool const taken = std::any_of(all.begin(), all.end(),
                                   [&](auto const& other) { return other.path == next.path; });
    if (!taken) all.push_back(std::move(next));
  }
  return all;
}

std::string name_of_arc(Network const& network, Graph const& graph, ArcId arc) {
  auto const element = graph.element(arc);
  auto const& columns = graph.columns();
  auto const place = [&](VertexId v) {
    if (v == graph.origin() || v == graph.destination()) return std::string("end");
    return network.nodes[columns.node[v]].id + "/" + network.modes[columns.mode[v]].id;
  };
  return (element ? id_of(network, *element) : std::string("-")) + " " + place(graph.tail(arc)) +
         ">" + place(graph.head(arc));
}

std::string names(Network const& network, Graph const& graph, std::vector<ArcId> const& arcs) {
  std::string text;
  for (ArcId const arc : arcs) text += name_of_arc(network, graph, arc) + "; ";
  return text;
}

std::string figures_of(Totals const& totals) {
  return std::to_string(totals.length.parts()) + " " + std::to_string(totals.time.parts()) + " " +
         std::to_string(totals.cost.parts()) + " " + std::to_string(totals.emissions.parts());
}

std::string answer_of(Sweep const& sweep, SweepRow const& row) {
  return (row.bounded ? std::to_string(row.throughput.parts()) : "unlimited") + " | " +
         names(sweep.network(), sweep.graph(), *row.bottleneck) + "| " +
         names(sweep.network(), sweep.graph(), row.route->arcs) + figures_of(row.totals) + " | " +
         row.route->reason;
}

/// A sweep's changes have no name, so nothing is said to be closed by it.
std::string without_scenario(std::string text) {
  constexpr std::string_view kBy = " by scenario s";
  for (auto at = text.find(kBy); at != std::string::npos; at = text.find(kBy)) {
    text.erase(at, kBy.size());
  }
  return text;
}

/// The same from a network to which the changes were applied as a scenario.
std::string answer_of(Network const& network, Question const& question,
                      Objective const& objective) {
  auto const graph = compile(network, question);
  auto const flow = max_flow(graph);
  auto const route = shortest_path(network, graph, question, objective);
  return (flow.bounded ? std::to_string(flow.throughput.parts()) : "unlimited") + " | " +
         names(network, graph, flow.cut) + "| " +
         (route ? names(network, graph, route->arcs) : "") +
         figures_of(route ? route->totals : Totals()) + " | " +
         (route ? "" : without_scenario(why_no_route(network, question, objective).reason));
}

/// The changes of one grid point, the first variation slowest.
std::vector<Change> changes_of(std::vector<Varied> const& all, std::uint64_t scenario) {
  std::vector<Change> changes(all.size());
  for (std::size_t i = all.size(); i-- > 0;) {
    changes[i] = all[i].changes[scenario % all[i].changes.size()];
    scenario /= all[i].changes.size();
  }
  return changes;
}

TEST(RandomSweeps, AnswerEveryScenarioAsItsOwnNetworkDoes) {
  std::uint64_t scenarios = 0;
  std::uint64_t without_route = 0;
  std::uint64_t unlimited = 0;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    auto const sample = test::sample(seed);
    auto const network = test::build(sample.spec);
    auto const question = test::ask(network, sample.from, sample.to);
    Random random(seed);
    auto const all = some_variations(network, random);
    std::vector<Variation> variations;
    for (auto const& each : all) {
      auto read = read_variation(network, Text(each.path), Text(each.values));
      ASSERT_TRUE(read) << each.path << "=" << each.values << ": " << read.error().front().message;
      variations.push_back(std::move(read).value());
    }
    auto plan = plan_grid(network, std::move(variations));
    ASSERT_TRUE(plan) << plan.error().front().message;
    auto const& objective = objectives()[random.below(objectives().size())];
    Sweep const sweep(network, question, std::move(plan).value(), objective);
    for (auto const& row : sweep.answer({0, sweep.plan().count})) {
      SCOPED_TRACE("scenario " + std::to_string(row.scenario));
      Scenario scenario;
      scenario.id = Text("s");
      scenario.changes = changes_of(all, row.scenario);
      auto const changed = corridor::apply(network, std::vector<Scenario>{scenario});
      ASSERT_TRUE(changed) << changed.error().front().message;
      ASSERT_EQ(answer_of(sweep, row), answer_of(*changed, question, objective));
      ASSERT_TRUE(same_answer(row, sweep.solve(row.scenario)));
      ++scenarios;
      if (row.route->arcs.empty()) ++without_route;
      if (!row.bounded) ++unlimited;
    }
  }
  EXPECT_GT(scenarios, 4000U);
  EXPECT_GT(without_route, 100U) << "too few for this to mean anything";
  EXPECT_GT(unlimited, 100U);
}

TEST(RandomSweeps, AreTheSameForAnyThreadsAndShards) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    auto const sample = test::sample(seed);
    auto const network = test::build(sample.spec);
    auto const question = test::ask(network, sample.from, sample.to);
    auto const& link = network.links[LinkId(0)].id;
    auto read = read_variation(network, Text("links." + link + ".capacity"), Text("normal(1,0.5)"));
    auto plan = plan_sample(network, {std::move(read).value()}, 700, seed);
    Sweep const sweep(network, question, std::move(plan).value(), *find_objective("time"));
    auto const text_of_row = [&](SweepRow const& row) {
      return std::to_string(row.scenario) + ": " + answer_of(sweep, row) + "\n";
    };
    auto const write = [&](std::span<SweepRow const> rows) {
      std::string text;
      for (auto const& row : rows) text += text_of_row(row);
      return text;
    };
    auto const all_of = [&](unsigned threads, std::uint64_t shards) {
      std::string all;
      for (std::uint64_t i = 1; i <= shards; ++i) {
        sweep.answer(shard_of(sweep.plan(), i, shards), threads, write,
                     [&](std::span<SweepRow const>, std::string const& text) {
                       all += text;
                       return true;
                     });
      }
      return all;
    };
    auto const expected = all_of(1, 1);
    EXPECT_EQ(std::count(expected.begin(), expected.end(), '\n'), 700);
    EXPECT_EQ(all_of(3, 1), expected);
    EXPECT_EQ(all_of(2, 7), expected);
  }
}

}  // namespace
}  // namespace corridor
