#include "corridor/io/read.h"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace corridor {
namespace {

Document parse(std::string text) {
  auto document = parse_text(std::make_shared<Sources>(), "text", std::move(text));
  if (!document) throw std::runtime_error(document.error().front().message);
  return *std::move(document);
}

template <class T>
std::vector<std::string> problems(Result<T> const& result) {
  std::vector<std::string> all;
  if (result) return all;
  for (auto const& error : result.error()) {
    all.push_back(std::string(name_of(error.code)) + " " + std::to_string(error.span.line) + ":" +
                  std::to_string(error.span.column));
  }
  return all;
}

using Problems = std::vector<std::string>;

constexpr auto kHead = "format: 1\nnetwork: Two places\nyear: 2025\n";
constexpr auto kModes =
    "modes:\n  ship: {kind: sea, speed: 20 km/h, cost: 1 USD/TEU/km, emissions: 1 g/TEU/km}\n";
constexpr auto kNodes = "nodes: {a: {name: NO}, b: {}}\n";
constexpr auto kLinks =
    "links:\n  a-b: {between: [a, b], mode: ship, length: 20 km, capacity: 7 TEU/year}\n";

Result<Network> network(std::string const& text) { return read_network(parse(text)); }

TEST(ReadNetwork, TakesSectionsInAnyOrder) {
  auto const forward = network(std::string(kHead) + kModes + kNodes + kLinks);
  auto const backward = network(std::string("format: 1\n") + kLinks + kNodes + kModes +
                                "year: 2025\nnetwork: Two places\n");
  ASSERT_TRUE(forward);
  ASSERT_TRUE(backward);
  EXPECT_EQ(forward->links[LinkId(0)].element.figures, backward->links[LinkId(0)].element.figures);
  EXPECT_EQ(forward->nodes[NodeId(0)].name, "NO");
}

TEST(ReadNetwork, ReportsFiveDifferentMistakesAtTheirPlaces) {
  auto const result = network(std::string(kHead) + kModes +
                              "nodes:\n  a: {nmae: A}\n  b: {name: ~}\n  b: {}\n"
                              "links:\n"
                              "  one: {between: [a, c], mode: ship, length: 20 km, capacity: 1}\n");
  EXPECT_EQ(problems(result), (Problems{"unknown-key 7:7", "null-value 8:13", "duplicate-key 9:3",
                                        "unknown-node 11:22", "missing-unit 11:63"}));
}

TEST(ReadNetwork, OneCauseGivesOneMessage) {
  // A node that is no map is there all the same; a refused capacity is not missing.
  auto const result =
      network(std::string(kHead) + kModes +
              "nodes: {a: 3, b: {}}\nlinks:\n"
              "  one: {between: [a, b], mode: ship, lenght: 2 km, capacity: [1]}\n");
  EXPECT_EQ(problems(result), (Problems{"wrong-type 6:12", "unknown-key 8:38", "wrong-type 8:62"}));
}

TEST(ReadNetwork, NeedsTitleYearNodesAndLinks) {
  EXPECT_EQ(problems(network("format: 1\nnetwork: Empty\n")),
            (Problems{"missing-key 1:1", "no-nodes 2:10", "no-links 2:10"}));
}

TEST(ReadNetwork, SaysOnlyThatAFormatIsNotKnown) {
  EXPECT_EQ(problems(network("format: 2\nnetwork: Later\nthings: []\n")),
            (Problems{"unsupported-format 1:9"}));
}

TEST(ReadNetwork, EndsAreBetweenOrFromAndTo) {
  EXPECT_EQ(problems(network(std::string(kHead) + kModes + kNodes +
                             "links:\n  x: {between: [a, b], from: a, mode: ship, length: 2 km, "
                             "capacity: unlimited}\n"
                             "  y: {between: [a], mode: ship, length: 2 km, capacity: 3 h}\n")),
            (Problems{"unknown-key 8:24", "wrong-type 9:16"}));
}

TEST(KindOf, IsTheFirstKeyThatSaysIt) {
  EXPECT_EQ(*kind_of(parse("format: 1\nstudy: s\nnetwork: n\n")), FileKind::study);
  EXPECT_EQ(*kind_of(parse("network: n\nstudy: s\n")), FileKind::network);
  EXPECT_EQ(problems(kind_of(parse("format: 1\nnetwrok: n\n"))), Problems{"missing-key 2:1"});
}

Result<Scenario> scenario(std::string const& changes) {
  return read_scenario(parse("format: 1\nscenario: s\nchanges:\n" + changes));
}

TEST(ReadScenario, KeepsEveryChangeAsWritten) {
  auto const read = scenario(
      "  - multiply: {links: [a, b], capacity: 120 %}\n    source: [S1, S2]\n"
      "  - set: {node: n, transfer: [x, y], capacity: 3 Mt/year, share: 40 %}\n"
      "  - add: {passage: n, cost: -20 USD/TEU}\n"
      "  - close: {corridors: [middle]}\n"
      "  - insert: {nodes: {}, links: {}}\n");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->changes.size(), 5U);
  auto const& factor = read->changes[0];
  EXPECT_EQ(factor.kind, ChangeKind::multiply);
  EXPECT_EQ(factor.selector.names[1].text, "b");
  EXPECT_EQ(factor.values[static_cast<std::size_t>(Field::capacity)]->text, "120 %");
  EXPECT_EQ(factor.sources.size(), 2U);
  EXPECT_EQ(factor.span.line, 4U);
  auto const& transfer = read->changes[1];
  EXPECT_EQ(transfer.selector.by, Selector::By::transfer);
  EXPECT_EQ(transfer.selector.to_mode.text, "y");
  EXPECT_EQ(transfer.share->text, "40 %");
  EXPECT_EQ(read->changes[2].selector.by, Selector::By::passages);
  EXPECT_EQ(read->changes[3].selector.by, Selector::By::corridors);
  EXPECT_EQ(read->changes[4].kind, ChangeKind::insert);
}

TEST(ReadScenario, FindsMistakesThatNeedNoNetwork) {
  EXPECT_EQ(problems(scenario("  - set: {link: a, time: 3 km}\n"
                              "  - set: {link: a, capacity: 3 trains/dya}\n"
                              "  - set: {link: a, capacity: 3 trains/day}\n"
                              "  - multiply: {link: a, capacity: 1e3}\n"
                              "  - add: {link: a, capacity: unlimited}\n"
                              "  - set: {capacity: unlimited}\n"
                              "  - close: {link: a}\n")),
            (Problems{"wrong-unit 4:26", "unknown-unit 5:30", "bad-factor 7:35", "bad-number 8:30",
                      "missing-selector 9:5", "unknown-key 10:13"}));
}

TEST(ReadScenario, TakesOneChangePerItem) {
  EXPECT_EQ(problems(scenario("  - close: {links: [a]}\n    open: {links: [a]}\n"
                              "  - note: nothing\n  - clsoe: {links: [a]}\n")),
            (Problems{"unknown-change 5:5", "unknown-change 6:5", "unknown-change 7:5"}));
}

TEST(ReadStudy, TakesOneNameOrMany) {
  auto const read =
      read_study(parse("format: 1\nstudy: s\nfrom: a\nto: [b, c]\nscenarios: base\nyear: 2030\n"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->from.size(), 1U);
  EXPECT_EQ(read->to.size(), 2U);
  EXPECT_EQ(read->year, 2030);
}

TEST(ReadStudy, ComparesTheRangeOfACurveExactly) {
  auto const with = [](std::string const& range) {
    return problems(
        read_study(parse("format: 1\nstudy: s\nfrom: a\nto: b\nscenarios: [base]\n"
                         "curve: {links: [x], " +
                         range + "}\n")));
  };
  EXPECT_EQ(with("min: 0.9999, max: 1"), Problems{});
  EXPECT_EQ(with("min: 1.0001, max: 1"), Problems{"bad-range 6:26"});
}

}  // namespace
}  // namespace corridor
