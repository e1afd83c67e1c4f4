#include "corridor/io/document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace corridor {
namespace {

Result<Document> parse(std::string text) {
  return parse_text(std::make_shared<Sources>(), "text", std::move(text));
}

/// "code line:column" of everything that was found.
std::vector<std::string> findings(std::string text) {
  auto const document = parse(std::move(text));
  std::vector<std::string> found;
  for (auto const& finding : document ? document->findings() : document.error()) {
    found.push_back(std::string(name_of(finding.code)) + " " + std::to_string(finding.span.line) +
                    ":" + std::to_string(finding.span.column));
  }
  return found;
}

using Found = std::vector<std::string>;

/// The tree in one line: `{key: value, list: [a, b]}`.
std::string tree(Document::Node node) {
  if (node.kind() == Document::Kind::scalar) return "'" + std::string(node.text()) + "'";
  bool const map = node.kind() == Document::Kind::map;
  std::string text = map ? "{" : "[";
  auto child = node.first_child();
  for (std::uint32_t i = 0; i < node.size(); ++i) {
    text += (i == 0 ? "" : ", ") + tree(child);
    child = child.next_sibling();
    if (!map) continue;
    text += ": " + tree(child);
    child = child.next_sibling();
  }
  return text + (map ? "}" : "]");
}

std::string tree(std::string text) {
  auto const document = parse(std::move(text));
  return document ? tree(document->root()) : "refused";
}

TEST(Document, KeepsTextAsWritten) {
  EXPECT_EQ(tree("a: NO\nb: 0012\nc: 1e3\nd: \"null\"\ne: 'it''s'\n"),
            "{'a': 'NO', 'b': '0012', 'c': '1e3', 'd': 'null', 'e': 'it's'}");
}

TEST(Document, ReadsBlockFlowAndJsonAlike) {
  auto const expected = "{'a': ['b', {'c': 'd'}], 'e': 'f'}";
  EXPECT_EQ(tree("a:\n  - b\n  - c: d\ne: f\n"), expected);
  EXPECT_EQ(tree("{a: [b, {c: d}], e: f}"), expected);
  EXPECT_EQ(tree("{\"a\": [\"b\",\n\t{\"c\": \"d\"}], \"e\": \"f\"}"), expected);
}

TEST(Document, FoldsLinesAsYamlDoes) {
  EXPECT_EQ(tree("a: one\n  two\nb: \"three\n  four\"\nc: >-\n  five\n  six\n"),
            "{'a': 'one two', 'b': 'three four', 'c': 'five six'}");
}

TEST(Document, TakesCarriageReturnsAndAByteOrderMark) {
  EXPECT_EQ(tree("\xEF\xBB\xBF"
                 "a: b\r\nc: d\r\n"),
            "{'a': 'b', 'c': 'd'}");
}

TEST(Document, EverySpanHoldsWhatWasWritten) {
  auto const sources = std::make_shared<Sources>();
  auto const document =
      parse_text(sources, "text", "k: {name: \"Xi'an\", at: [1, 'b''c']}\nl: m\n");
  ASSERT_TRUE(document);
  auto const key = document->root().first_child();
  auto const map = key.next_sibling();
  EXPECT_EQ(sources->text(key.span()), "k");
  EXPECT_EQ(sources->text(map.span()), "{name: \"Xi'an\", at: [1, 'b''c']}");
  auto const name = map.first_child().next_sibling();
  EXPECT_EQ(sources->text(name.span()), "\"Xi'an\"");
  auto const list = name.next_sibling().next_sibling();
  EXPECT_EQ(sources->text(list.span()), "[1, 'b''c']");
  EXPECT_EQ(sources->text(list.first_child().next_sibling().span()), "'b''c'");
  EXPECT_EQ(sources->place(map.next_sibling().span()), "text:2:1");
}

TEST(Document, ReportsEveryFindingNotOnlyTheFirst) {
  EXPECT_EQ(findings("a: &x 1\nb: *x\nc: ~\nd: !!str e\n<<: f\na: 2\n? g\n: h\n"),
            (Found{"anchor 1:4", "alias 2:4", "null-value 3:4", "tag 4:4", "merge-key 5:1",
                   "duplicate-key 6:1", "complex-key 7:3"}));
}

TEST(Document, FindsNullsHoweverTheyAreWritten) {
  EXPECT_EQ(findings("a:\nb: null\nc: [1,,2]\nd: {e}\n"),
            (Found{"null-value 1:1", "null-value 2:4", "null-value 3:7", "null-value 4:5"}));
}

TEST(Document, FindsDuplicatesInLargeMaps) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "k" + std::to_string(i) + ": v\n";
  EXPECT_EQ(findings(text), Found{});
  EXPECT_EQ(findings(text + "k7: v\n"), Found{"duplicate-key 20001:1"});
}

TEST(Document, RefusesOnlyWhatIsNotUtf8) {
  EXPECT_EQ(findings("a: \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x9A\x82\n"), Found{});
  EXPECT_EQ(findings("a: \xC0\xAF\n"), (Found{"invalid-utf8 1:4", "invalid-utf8 1:5"}));
  EXPECT_EQ(findings("a: \xED\xA0\x80\n").front(), "invalid-utf8 1:4");
  EXPECT_EQ(findings("a: \xF4\x90\x80\x80\n").front(), "invalid-utf8 1:4");
  EXPECT_EQ(findings("a: \xE2\x82").front(), "invalid-utf8 1:4");
  EXPECT_EQ(findings(std::string("\xFF\xFE"
                                 "a\0:\0",
                                 6)),
            Found{"invalid-utf8 0:0"});
}

TEST(Document, RefusesControlsAlsoWhenAnEscapeMakesThem) {
  EXPECT_EQ(findings(std::string("a: b\0c\n", 7)), Found{"control-character 1:5"});
  EXPECT_EQ(findings("a: b\x7F\n"), Found{"control-character 1:5"});
  EXPECT_EQ(findings("a: b\rc: d\n"), Found{"control-character 1:5"});
  EXPECT_EQ(findings("a: \xC2\x85z\n"), Found{"control-character 1:4"});
  EXPECT_EQ(findings("a: b\xEF\xBB\xBF\n"), Found{"control-character 1:5"});
  EXPECT_EQ(findings("a: \"\\x1b[2J\"\n"), Found{"control-character 1:4"});
  EXPECT_EQ(findings("a: \"\\u202e\"\n"), Found{"bidirectional-override 1:4"});
  EXPECT_EQ(findings("a: \"two\\nlines\\t\"\n"), Found{});
}

TEST(Document, SaysTabWhereATabIndents) {
  EXPECT_EQ(findings("a:\n\tb: c\n"), Found{"tab-indentation 2:1"});
  EXPECT_EQ(findings("a:\n  - b\n\t- c\n"), Found{"tab-indentation 3:1"});
  EXPECT_EQ(findings("a: [b,\n\tc]\nd: \"e\n\tf\"\n\t# comment\n\t\n"), Found{});
}

TEST(Document, PointsAtTheQuoteOrBracketThatIsNotClosed) {
  EXPECT_EQ(findings("a: \"b\nc: d\n"), Found{"unclosed-quote 1:4"});
  EXPECT_EQ(findings("a: 'b\nc: d\n"), Found{"unclosed-quote 1:4"});
  EXPECT_EQ(findings("a: \"b\nc: \"d\"\n"), Found{"unclosed-quote 1:4"});
  EXPECT_EQ(findings("a: [b, c\nd: e\n"), Found{"yaml-syntax 1:4"});
  EXPECT_EQ(findings("a:\n  b: {c: d, e: [f\n"), Found{"yaml-syntax 2:16"});
}

TEST(Document, TakesOneDocumentOnly) {
  EXPECT_EQ(findings("---\na: b\n...\n"), Found{});
  EXPECT_EQ(findings("a: b\n---\nc: d\n"), Found{"second-document 2:1"});
  EXPECT_EQ(findings("a: b\n...\nc: d\n"), Found{"second-document 3:1"});
  EXPECT_EQ(findings("%YAML 1.2\n---\na: b\n"), Found{"directive 1:1"});
  EXPECT_EQ(findings(","), Found{"empty-file 1:1"});
  EXPECT_EQ(findings("# only\n"), Found{"empty-file 1:1"});
  EXPECT_EQ(findings(""), Found{"empty-file 0:0"});
}

TEST(Document, ReportsTheFindingsBeforeASyntaxError) {
  EXPECT_EQ(findings("a: ~\nb: c: d\n"), (Found{"null-value 1:4", "yaml-syntax 2:5"}));
}

TEST(Document, HoldsTheLimitsExactly) {
  auto const nested = [](std::size_t depth) {
    return "a: " + std::string(depth - 1, '[') + "b" + std::string(depth - 1, ']');
  };
  EXPECT_EQ(findings(nested(16)), Found{});
  EXPECT_EQ(findings(nested(17)), Found{"nesting-too-deep 1:19"});
  EXPECT_EQ(findings("a: " + std::string(kMaxScalarBytes, 'b')), Found{});
  EXPECT_EQ(findings("a: " + std::string(kMaxScalarBytes + 1, 'b')), Found{"scalar-too-long 1:4"});
  EXPECT_EQ(findings("# " + std::string(1'000'000, 'b') + "\na: b\n"), Found{});
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + part.size());
  while (text.size() < bytes) text += part;
  return text;
}

/// Each of these once made a YAML reader hang, recurse or eat its memory.
TEST(Document, GivesHostileTextsUpEarly) {
  constexpr std::size_t kBytes = 8'000'000;
  struct Case {
    std::string text;
    std::string code;
  };
  for (auto const& [text, code] :
       std::vector<Case>{{repeated("[", kBytes), "nesting-too-deep"},
                         {"a: " + repeated("[", kBytes), "nesting-too-deep"},
                         {repeated("{a: ", kBytes), "nesting-too-deep"},
                         {"a:\n" + repeated("- ", kBytes), "nesting-too-deep"},
                         {"a: " + repeated("b", kBytes), "scalar-too-long"},
                         {"a: " + repeated("b ", kBytes), "scalar-too-long"},
                         {"a: '" + repeated("b", kBytes) + "'", "scalar-too-long"},
                         {"a: |\n" + repeated("  b\n", kBytes), "scalar-too-long"},
                         {"a: \"" + repeated("b", kBytes), "unclosed-quote"},
                         {"a:\n" + repeated("- \n", kBytes), "null-value"},
                         {"a: [" + repeated(",", kBytes), "null-value"},
                         {repeated("a: 1\n", kBytes), "duplicate-key"},
                         {"a:\n" + repeated("- b\n", kBytes), "file-too-large"},
                         {"[" + repeated("b,", kBytes), "file-too-large"},
                         {repeated("--- \n", kBytes), "empty-file"}}) {
    auto const document = parse(text);
    ASSERT_FALSE(document) << code;
    EXPECT_EQ(name_of(document.error().back().code), code);
    EXPECT_LE(document.error().size(), kMaxDiagnostics + 1);
  }
}

TEST(Document, TellsNodesThatWereReportedAlready) {
  auto const document = parse("a: ~\nb: c\n");
  ASSERT_TRUE(document);
  auto const null = document->root().first_child().next_sibling();
  EXPECT_TRUE(null.reported());
  EXPECT_FALSE(null.next_sibling().next_sibling().reported());
}

}  // namespace
}  // namespace corridor
