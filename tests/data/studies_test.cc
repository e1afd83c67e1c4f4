// Every shipped scenario applies, every study resolves, and the figures of the flagship study are
// certified, equal to an independent oracle, and tell the story that the documentation tells.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/compare.h"
#include "corridor/scenario/apply.h"
#include "support/shipped.h"
#include "support/sparse_flow.h"

namespace corridor::test {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::string network_of(std::string const& scenario) {
  return scenario.starts_with("seven-") ? "seven-places" : "middle-corridor";
}

/// The files of scenarios/ of one kind, by their first words.
std::vector<std::string> names_of(std::string const& key) {
  std::vector<std::string> names;
  for (auto const& name : file_names("scenarios", ".yaml")) {
    std::string const text = file_text("scenarios/" + name + ".yaml");
    if (text.find("\n" + key + ": " + name + "\n") != std::string::npos) names.push_back(name);
  }
  return names;
}

std::vector<std::string> texts_of(std::vector<Text> const& words) {
  std::vector<std::string> texts;
  for (auto const& word : words) texts.push_back(word.text);
  return texts;
}

/// The scenarios of a file, what it extends first.
std::vector<Scenario> load(Loader& loader, std::string const& name) {
  std::vector<std::string> const files{"scenarios/" + name + ".yaml"};
  auto scenarios = loader.scenarios(files);
  EXPECT_TRUE(scenarios) << render(scenarios.error(), *loader.sources());
  return scenarios ? *scenarios : std::vector<Scenario>();
}

bool has_code(Diagnostics const& diagnostics, Code code) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [&](Diagnostic const& d) { return d.code == code; });
}

TEST(ShippedFiles, OfScenariosAreNamedAsTheyCallThemselves) {
  EXPECT_EQ(names_of("scenario").size() + names_of("study").size(),
            file_names("scenarios", ".yaml").size());
}

TEST(ShippedScenario, AppliesCleanlyToItsNetwork) {
  auto const names = names_of("scenario");
  EXPECT_GE(names.size(), 40u);
  std::map<std::string, ShippedNetwork> networks;
  networks.try_emplace("middle-corridor", "middle-corridor");
  networks.try_emplace("seven-places", "seven-places");
  for (auto const& name : names) {
    auto& shipped = networks.at(network_of(name));
    auto const scenarios = load(shipped.loader(), name);
    ASSERT_FALSE(scenarios.empty()) << name;
    EXPECT_EQ(scenarios.back().id.text, name);
    auto order = texts_of(scenarios.back().required);
    order.push_back(name);
    auto const network = shipped.try_with(order);
    ASSERT_TRUE(network) << render(network.error(), shipped.texts());
    EXPECT_FALSE(network->edits.empty()) << name << " changes nothing";
    EXPECT_FALSE(difference(shipped.base(), *network).empty()) << name << " changes nothing";
  }
  for (auto& [name, shipped] : networks) {
    auto const& warnings = shipped.loader().warnings();
    EXPECT_TRUE(warnings.empty()) << render(warnings, shipped.texts());
  }
}

TEST(ShippedScenario, IsRefusedBesideWhatItExcludes) {
  ShippedNetwork shipped("middle-corridor");
  std::set<std::pair<std::string, std::string>> pairs;
  for (auto const& name : names_of("scenario")) {
    for (auto const& other : texts_of(load(shipped.loader(), name).back().excludes)) {
      pairs.insert(std::minmax(name, other));
    }
  }
  EXPECT_GE(pairs.size(), 4u);
  for (auto const& [a, b] : pairs) {
    for (auto const& order : {std::vector{a, b}, std::vector{b, a}}) {
      auto const network = shipped.try_with(order);
      ASSERT_FALSE(network) << a << " and " << b;
      EXPECT_TRUE(has_code(network.error(), Code::excluded_scenario)) << a << " and " << b;
    }
  }
}

TEST(ShippedScenario, IsRefusedWithoutWhatItRequires) {
  ShippedNetwork shipped("middle-corridor");
  int found = 0;
  for (auto const& name : names_of("scenario")) {
    if (load(shipped.loader(), name).back().required.empty()) continue;
    auto const network = shipped.try_with({name});
    ASSERT_FALSE(network) << name;
    EXPECT_TRUE(has_code(network.error(), Code::missing_requirement)) << name;
    ++found;
  }
  EXPECT_GE(found, 1);
}

// --- studies -------------------------------------------------------------------------------------

/// A study with everything it names found.
struct Resolved {
  std::vector<Variant> variants;
  ComparisonPlan plan;
};

std::vector<NodeId> place(Network const& network, std::vector<Text> const& words) {
  std::string text;
  for (auto const& word : words) text += (text.empty() ? "" : ",") + word.text;
  Place const found = find_place(network, text);
  EXPECT_EQ(found.problem, "");
  return found.nodes;
}

Resolved resolve(std::string const& name) {
  Loader loader;
  Resolved resolved;
  auto const study = loader.study("scenarios/" + name + ".yaml");
  EXPECT_TRUE(study) << render(study.error(), *loader.sources());
  auto const base = loader.network_of(*study);
  EXPECT_TRUE(base) << render(base.error(), *loader.sources());
  for (auto const& column : study->scenarios) {
    auto const scenarios = loader.scenarios_of(*study, column);
    EXPECT_TRUE(scenarios) << render(scenarios.error(), *loader.sources());
    auto const network = corridor::apply(*base, *scenarios);
    EXPECT_TRUE(network) << render(network.error(), *loader.sources());
    resolved.variants.push_back({column.text, column.text, *network});
  }
  resolved.plan.from = place(*base, study->from);
  resolved.plan.to = place(*base, study->to);
  for (auto const& tag : study->corridors) {
    auto const corridor = find_corridor(*base, tag.text);
    EXPECT_TRUE(corridor) << tag.text;
    resolved.plan.corridors.push_back(*corridor);
  }
  for (auto const& word : study->objectives) {
    EXPECT_NE(find_objective(word.text), nullptr) << word.text;
    resolved.plan.objectives.push_back(find_objective(word.text));
  }
  if (study->curve) {
    for (auto const& link : study->curve->links) EXPECT_TRUE(find_link(*base, link.text));
  }
  return resolved;
}

/// The answers of a study by scenario and corridor ("all" for all together).
class Answers {
 public:
  explicit Answers(std::string const& study)
      : resolved_(resolve(study)), comparison_(compare(resolved_.variants, resolved_.plan)) {}

  std::vector<Variant> const& variants() const { return resolved_.variants; }
  ComparisonPlan const& plan() const { return resolved_.plan; }
  std::vector<ComparisonCell> const& cells(std::size_t variant) const {
    return comparison_.variants[variant].cells;
  }
  ComparisonCell const& cell(std::string const& scenario, std::string const& corridor) const {
    for (std::size_t v = 0; v < variants().size(); ++v) {
      if (variants()[v].id != scenario) continue;
      for (auto const& cell : cells(v)) {
        if (tag(v, cell) == corridor) return cell;
      }
    }
    throw std::runtime_error("no cell " + scenario + " " + corridor);
  }
  std::string tag(std::size_t variant, ComparisonCell const& cell) const {
    return cell.corridor ? variants()[variant].network.corridors[*cell.corridor].id : "all";
  }
  std::int64_t throughput(std::string const& scenario, std::string const& corridor) const {
    return cell(scenario, corridor).flow.throughput.parts();
  }
  std::set<std::string> bottleneck(std::string const& scenario, std::string const& corridor) const {
    auto const& found = cell(scenario, corridor);
    std::set<std::string> ids;
    for (ArcId const arc : found.flow.cut) {
      // Ids survive scenarios, so any variant's network names the element.
      ids.insert(id_of(variants().front().network, found.graph.element(arc).value()));
    }
    return ids;
  }
  Duration fastest(std::string const& scenario, std::string const& corridor) const {
    return cell(scenario, corridor).best.at(0).value().totals.time;
  }

 private:
  Resolved resolved_;
  Comparison comparison_;
};

TEST(ShippedStudy, ResolvesEveryNameAndHasAnAnswerInTheBase) {
  auto const names = names_of("study");
  EXPECT_EQ(names.size(), 5u);
  for (auto const& name : names) {
    Answers const answers(name);
    for (auto const& cell : answers.cells(0)) {
      EXPECT_TRUE(cell.flow.bounded) << name << " " << answers.tag(0, cell);
      EXPECT_GT(cell.flow.throughput.parts(), 0) << name << " " << answers.tag(0, cell);
    }
  }
}

TEST(ShippedStudy, IsCertifiedAndEqualsTheOracleInEveryCell) {
  int cells = 0;
  for (auto const& name : names_of("study")) {
    Answers const answers(name);
    for (std::size_t v = 0; v < answers.variants().size(); ++v) {
      Network const& network = answers.variants()[v].network;
      for (auto const& cell : answers.cells(v)) {
        std::string const where =
            name + ", " + answers.variants()[v].id + ", " + answers.tag(v, cell);
        EXPECT_EQ(violation(cell.graph, cell.flow), "") << where;
        EXPECT_EQ(violation(cell.graph, cell.flow, cell.headroom), "") << where;
        Question question;
        question.from = answers.plan().from;
        question.to = answers.plan().to;
        question.corridor = cell.corridor;
        auto const oracle = sparse_throughput(world_of(network, question));
        ASSERT_TRUE(oracle.has_value()) << where;
        ASSERT_TRUE(cell.flow.bounded) << where;
        EXPECT_EQ(cell.flow.throughput.parts(), oracle.value_or(0)) << where;
        ++cells;
      }
    }
  }
  EXPECT_GE(cells, 200);
}

TEST(ShippedStudy, CarriesAllTogetherAtLeastWhatEachCorridorCarries) {
  Answers const answers("what-does-fivefold-buy");
  for (std::size_t v = 0; v < answers.variants().size(); ++v) {
    std::int64_t const all = answers.cells(v).front().flow.throughput.parts();
    for (auto const& cell : answers.cells(v)) {
      EXPECT_LE(cell.flow.throughput.parts(), all) << answers.variants()[v].id;
    }
  }
}

// --- what the studies find ------------------------------------------------------------------

constexpr char const* kAktauLoads = "aktau:rail_1520>caspian_feeder";

TEST(FivefoldLine, AloneBringsNothingToTheMiddleCorridor) {
  // The port of Aktau and the two ferries bind before and after.
  Answers const answers("what-does-fivefold-buy");
  EXPECT_EQ(answers.throughput("fivefold", "middle"), answers.throughput("base", "middle"));
  for (auto const* scenario : {"base", "fivefold", "fivefold-ships"}) {
    EXPECT_THAT(answers.bottleneck(scenario, "middle"),
                UnorderedElementsAre(kAktauLoads, "kuryk-alat", "turkmenbashi-alat"))
        << scenario;
  }
}

TEST(FivefoldLine, HelpsTheNetworkAsAWhole) {
  Answers const answers("what-does-fivefold-buy");
  EXPECT_GT(answers.throughput("fivefold", "all"), answers.throughput("base", "all"));
  EXPECT_EQ(answers.bottleneck("base", "all").count("aktogay-balkhash"), 1u);
  EXPECT_EQ(answers.bottleneck("fivefold", "all").count("aktogay-balkhash"), 0u);
}

TEST(FivefoldLine, PaysOnlyWithTheWorksAroundIt) {
  Answers const answers("what-does-fivefold-buy");
  std::map<std::string, std::set<std::string>> const expected{
      {"fivefold-aktau", {"alat:caspian_feeder>rail_1520", "kuryk-alat", "turkmenbashi-alat"}},
      {"fivefold-alat", {"beineu-mangystau", "turkmenbashi-alat"}},
      {"fivefold-lines", {kAktauLoads, "kuryk-alat", "turkmenbashi-alat"}},
      {"fivefold-kars", {kAktauLoads, "kuryk-alat", "turkmenbashi-alat"}}};
  for (auto const& [scenario, bottleneck] : expected) {
    EXPECT_EQ(answers.bottleneck(scenario, "middle"), bottleneck) << scenario;
  }
  for (auto const* scenario : {"fivefold-aktau", "fivefold-alat", "fivefold-lines"}) {
    EXPECT_GT(answers.throughput(scenario, "middle"), answers.throughput("base", "middle"));
  }
}

TEST(CumulativeSteps, NeverLoseThroughput) {
  for (auto const* study : {"what-does-fivefold-buy", "what-binds-next", "seven-steps"}) {
    Answers const answers(study);
    for (std::size_t v = 1; v < answers.variants().size(); ++v) {
      for (std::size_t c = 0; c < answers.cells(v).size(); ++c) {
        EXPECT_GE(answers.cells(v)[c].flow.throughput, answers.cells(v - 1)[c].flow.throughput)
            << study << ", " << answers.variants()[v].id << ", "
            << answers.tag(v, answers.cells(v)[c]);
      }
    }
  }
}

TEST(ReliefSteps, EachRelieveWhatBoundTheStepBefore) {
  Answers const answers("what-binds-next");
  std::vector<std::pair<std::string, std::string>> const relieved{
      {"relief-aktau", kAktauLoads},
      {"relief-alat", "alat:caspian_feeder>rail_1520"},
      {"relief-ships", "aktau-alat"},
      {"fivefold-lines", "beineu-mangystau"}};
  for (std::size_t v = 2; v < answers.variants().size() - 1; ++v) {
    auto const& [scenario, element] = relieved.at(v - 2);
    auto const& before = answers.variants()[v - 1].id;
    ASSERT_EQ(answers.variants()[v].id, scenario);
    EXPECT_EQ(answers.bottleneck(before, "middle").count(element), 1u) << before;
    EXPECT_EQ(answers.bottleneck(scenario, "middle").count(element), 0u) << scenario;
    EXPECT_GT(answers.throughput(scenario, "middle"), answers.throughput(before, "middle"));
  }
}

TEST(SingleWorks, NeverLoseThroughput) {
  Answers const answers("works-one-by-one");
  for (std::size_t v = 1; v < answers.variants().size(); ++v) {
    for (std::size_t c = 0; c < answers.cells(v).size(); ++c) {
      EXPECT_GE(answers.cells(v)[c].flow.throughput, answers.cells(0)[c].flow.throughput)
          << answers.variants()[v].id << ", " << answers.tag(v, answers.cells(v)[c]);
    }
  }
}

TEST(Shocks, NeverGainThroughputOrTime) {
  Answers const answers("shocks");
  for (std::size_t v = 1; v < answers.variants().size(); ++v) {
    for (std::size_t c = 0; c < answers.cells(v).size(); ++c) {
      auto const& before = answers.cells(0)[c];
      auto const& after = answers.cells(v)[c];
      std::string const where = answers.variants()[v].id + ", " + answers.tag(v, after);
      EXPECT_LE(after.flow.throughput, before.flow.throughput) << where;
      if (!after.best.at(0)) continue;
      EXPECT_GE(after.best[0]->totals.time, before.best.at(0).value().totals.time) << where;
    }
  }
}

TEST(Shocks, StrikeWhereTheyShould) {
  Answers const answers("shocks");
  EXPECT_EQ(answers.throughput("northern-sanctions", "northern"), 0);
  EXPECT_EQ(answers.throughput("suez-and-cape-closed", "deep_sea"), 0);
  EXPECT_THAT(answers.bottleneck("poland-belarus-shut", "northern"),
              UnorderedElementsAre("kaliningrad:rail_1520>rail_1435"));
  EXPECT_GT(answers.fastest("red-sea-closed", "deep_sea"), answers.fastest("base", "deep_sea"));
  EXPECT_EQ(answers.fastest("red-sea-closed", "deep_sea"),
            answers.fastest("suez-closed", "deep_sea"));
  EXPECT_LT(answers.throughput("caspian-storm-month", "middle"),
            answers.throughput("base", "middle"));
  EXPECT_LT(answers.throughput("caspian-level-fall", "middle"),
            answers.throughput("base", "middle"));
  for (auto const* shock : {"caspian-storm-month", "caspian-level-fall"}) {
    EXPECT_EQ(answers.throughput(shock, "northern"), answers.throughput("base", "northern"));
  }
}

TEST(SecondTrack, IsTheFivefoldLineUpToTheLastTeu) {
  // A factor acts on whole TEU, the published 60 pairs are rounded once: at most 4 TEU apart.
  ShippedNetwork shipped("middle-corridor");
  Network const times_five = shipped.with({"fivefold"});
  Network const sixty_pairs = shipped.with({"second-track"});
  for (LinkId const id : times_five.links.ids()) {
    Limit const a = times_five.links[id].element.figures.capacity;
    Limit const b = sixty_pairs.links[id].element.figures.capacity;
    if (a.unlimited()) continue;
    EXPECT_GE(b.capacity(), a.capacity()) << times_five.links[id].id;
    EXPECT_LE(b.capacity().parts() - a.capacity().parts(), 4) << times_five.links[id].id;
  }
}

TEST(Packages, GrowWithTheYears) {
  ShippedNetwork shipped("middle-corridor");
  std::vector<std::int64_t> before;
  for (auto const* package : {"today", "works-2027", "works-2030"}) {
    Network const network = shipped.with({package});
    std::vector<std::int64_t> now;
    for (auto const* tag : {"middle", "northern", "southern", "deep_sea"}) {
      Question question;
      question.from = find_place(network, "xian").nodes;
      question.to = find_place(network, "europe").nodes;
      question.corridor = find_corridor(network, tag);
      now.push_back(max_flow(compile(network, question)).throughput.parts());
    }
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_GE(now[i], before[i]) << package;
    before = std::move(now);
  }
  EXPECT_EQ(before.size(), 4u);
}

}  // namespace
}  // namespace corridor::test
